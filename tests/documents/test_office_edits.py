"""Copies that were edited in LibreOffice come back: safely from its own profile, with a warning from that for Word."""

from __future__ import annotations

from pathlib import Path

import pytest

from dialogue_prep.documents.model import UnitKey
from dialogue_prep.documents.read_back import ReturnedDocument
from dialogue_prep.documents.returned import Program, Via
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


@pytest.fixture(scope="module")
def begun(office: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Return LibreOffice and a profile of its own."""
    return office, begun_profile(office, tmp_path_factory.mktemp("office") / "profile")


def came_back(
    begun: tuple[Path, Path], profile: Profile, folder: Path
) -> tuple[ReturnedDocument, dict[str, str | None]]:
    document = points(*WORDS)
    base = read_snapshot(snapshot(document))
    assert base is not None
    returned = read(edited_in_office(*begun, write_word(document, profile), EDITS, folder), base)
    return returned, edits(returned, base)


def wanted() -> dict[str, str]:
    return {str(UnitKey("speaking_point", f"p{n}", "words", "en")): words for n, words in WANTED.items()}


def test_its_own_profile_comes_back_right(begun: tuple[Path, Path], tmp_path: Path) -> None:
    returned, found = came_back(begun, Profile.LIBREOFFICE, tmp_path)
    assert returned.safe
    assert returned.file.program is Program.LIBREOFFICE
    # Where all words of a unit are replaced, LibreOffice drops its bookmark with them; its line is still known.
    assert [unit.via for unit in returned.units.values()] == [Via.BOOKMARK, Via.BOOKMARK, Via.BOOKMARK, Via.LIKENESS]
    assert found == wanted()
    assert (returned.new, returned.fixed) == ((), ())
    assert (returned.file.insertions, returned.file.deletions) == (1, 1)


def test_the_profile_for_word_is_recognised_as_unsafe_and_read_by_likeness(
    begun: tuple[Path, Path], tmp_path: Path
) -> None:
    returned, found = came_back(begun, Profile.WORD, tmp_path)
    assert not returned.safe
    assert {unit.via for unit in returned.units.values()} == {Via.LIKENESS}
    assert {key: words for key, words in found.items() if words and words.isascii()} == {
        key: words for key, words in wanted().items() if words.isascii()
    }
