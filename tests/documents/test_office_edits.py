"""Copies that were edited in LibreOffice come back: safely from its own profile, with a warning from that for Word."""

from __future__ import annotations

from pathlib import Path

import pytest

from dialogue_prep.documents.model import UnitKey
from dialogue_prep.documents.returned import SavingProgram, Via
from dialogue_prep.documents.returned_document import ReturnedDocument
from dialogue_prep.documents.snapshot import read_snapshot, snapshot
from dialogue_prep.documents.word.writer import write_word
from dialogue_prep.domain.draft import Profile
from tests.documents.office_edits import begun_profile, edited_in_office
from tests.documents.test_read_back import edits, points, read

WORDS = ("The first point is about extradition.", "第二点是引渡条约与移管被判刑人。", "A third one stays.", "Last one.")
EDITS = (
    ("type behind", "about extradition.", " And about more."),
    ("replace", "引渡条约", "引渡条约草案"),
    ("replace tracked", "Last one.", "The very last one."),
)
WANTED = {
    0: "The first point is about extradition. And about more.",
    1: "第二点是引渡条约草案与移管被判刑人。",
    3: "The very last one.",
}


Returned = tuple[ReturnedDocument, dict[str, str | None]]


@pytest.fixture(scope="module")
def came_back(office: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[Profile, Returned]:
    """Return what comes back of a copy of each profile, and the edits in it."""
    document, profiles = points(*WORDS), (Profile.LIBREOFFICE, Profile.WORD)
    base = read_snapshot(snapshot(document))
    assert base is not None
    folder = tmp_path_factory.mktemp("office")
    copies = [write_word(document, profile) for profile in profiles]
    edited = edited_in_office(office, begun_profile(office, folder / "profile"), copies, EDITS, folder)
    returned = [read(word, base) for word in edited]
    return {profile: (one, edits(one, base)) for profile, one in zip(profiles, returned, strict=True)}


def wanted() -> dict[str, str]:
    return {str(UnitKey("speaking_point", f"p{n}", "words", "en")): words for n, words in WANTED.items()}


def test_its_own_profile_comes_back_right(came_back: dict[Profile, Returned]) -> None:
    returned, found = came_back[Profile.LIBREOFFICE]
    assert returned.safe
    assert returned.file.program is SavingProgram.LIBREOFFICE
    # Where all words of a unit are replaced, LibreOffice drops its bookmark with them; its line is still known.
    assert [unit.via for unit in returned.units.values()] == [Via.BOOKMARK, Via.BOOKMARK, Via.BOOKMARK, Via.LIKENESS]
    assert found == wanted()
    assert (returned.new, returned.fixed) == ((), ())
    assert (returned.file.insertions, returned.file.deletions) == (1, 1)


def test_the_profile_for_word_is_recognised_as_unsafe_and_read_by_likeness(
    came_back: dict[Profile, Returned],
) -> None:
    returned, found = came_back[Profile.WORD]
    assert not returned.safe
    assert {unit.via for unit in returned.units.values()} == {Via.LIKENESS}
    assert {key: words for key, words in found.items() if words and words.isascii()} == {
        key: words for key, words in wanted().items() if words.isascii()
    }
