"""What differs between versions of a paper, and between a paper and a file of somebody else."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from dialogue_prep.documents.compose.request import Drafter
from dialogue_prep.documents.rebuilt import rebuilt
from dialogue_prep.documents.snapshot import lines_of, read_snapshot
from dialogue_prep.domain.draft import Audience, Draft, PaperKind
from dialogue_prep.domain.errors import MachineError, UserError
from dialogue_prep.domain.round import Round
from dialogue_prep.domain.text import in_english
from dialogue_prep.services import redlines as redlines_module
from dialogue_prep.services.paper import Paper
from dialogue_prep.services.papers import Papers
from dialogue_prep.services.redlines import Redlines, WordFile, redlined
from dialogue_prep.services.redlines import word_file as read_word_file
from dialogue_prep.services.workspace import Workspace
from tests.invented import everything
from tests.reading.hostile_word import WORD_FILES
from tests.reading.writing import paragraph, word_file

AGENDA = Paper(kind=PaperKind.AGENDA, audience=Audience.SHARED, language="en")
HOSTILE = ("zip bomb", "entities in UTF-16", "deep tables")
BILINGUAL = replace(AGENDA, second_language="fr")


def two_versions(workspace: Workspace, folder: Path, paper: Paper = AGENDA) -> tuple[Draft, Draft]:
    """Write a paper, move the round to another city, and write it again over the same file."""
    city = f"Elsewhere, beyond the {folder.name} sea"
    papers = Papers(workspace, Drafter("Ada Example", "Office of Courts"))
    path = folder / "agenda.docx"
    papers.write("round-3", paper, path)
    with workspace.request("Move") as work:
        work.put(replace(work.get(Round, "round-3"), city=in_english(city)))
    papers.write("round-3", paper, path)
    new, old, *_others = papers.versions("round-3", paper)
    return old, new


@pytest.mark.parametrize("paper", [AGENDA, BILINGUAL], ids=["one language", "two languages"])
def test_an_earlier_version_is_built_again_from_what_was_kept_of_it(
    workspace: Workspace, tmp_path: Path, paper: Paper
) -> None:
    old, new = two_versions(workspace, tmp_path, paper)
    redlines = Redlines(workspace)
    redline = redlines.of_files(redlines.of_draft(old), redlines.of_draft(new))
    assert redline.proven
    changed = redline.changed
    assert 0 < len(changed) <= 6
    assert all("Elsewhere" in line.new and "Elsewhere" not in line.old for line in changed[:1])


def test_what_was_kept_says_what_the_paper_said(workspace: Workspace, tmp_path: Path) -> None:
    for paper in (AGENDA, BILINGUAL):
        draft = two_versions(workspace, tmp_path / paper.language / paper.second_language, paper)[1]
        kept = read_snapshot(draft.snapshot)
        assert kept is not None
        again = lines_of(rebuilt(kept, draft))
        assert [(line.text, line.role, line.row >= 0) for line in again] == [
            (line.text, "part title" if line.role == "divider" else line.role, line.row >= 0) for line in kept.lines
        ]


def test_a_file_that_is_there_as_it_was_written_is_taken_itself(workspace: Workspace, tmp_path: Path) -> None:
    old, new = two_versions(workspace, tmp_path)
    redlines = Redlines(workspace)
    assert redlines.of_draft(new).content == Path(new.path).read_bytes()
    Path(new.path).unlink()
    assert redlines.of_draft(new).name == f"agenda ({new.version}).docx"
    assert redlines.of_draft(old).name == f"agenda ({old.version}).docx"


def test_a_draft_whose_file_is_gone_is_the_same_once_more(workspace: Workspace, tmp_path: Path) -> None:
    drafter = Drafter("Ada Example", "Office of Courts")
    _old, new = two_versions(workspace, tmp_path)
    written = Path(new.path).read_bytes()
    Path(new.path).unlink()
    redlines = Redlines(workspace)
    again = redlines.of_draft(new, drafter)
    assert redlines.of_files(WordFile("agenda.docx", written), again).changed == ()


def test_a_counter_draft_of_the_other_side_is_set_against_ours(workspace: Workspace, tmp_path: Path) -> None:
    _old, new = two_versions(workspace, tmp_path)
    theirs = tmp_path / "counter-draft.docx"
    theirs.write_bytes(word_file(paragraph("Agenda") + paragraph("They propose another day.")))
    redlines = Redlines(workspace)
    redline = redlines.of_files(redlines.of_draft(new), read_word_file(theirs))
    assert "They propose another day." in [line.new for line in redline.changed]
    theirs.write_bytes(b"PK\x03\x04")
    with pytest.raises(UserError, match=r"“counter-draft.docx” cannot be read because"):
        redlines.of_files(redlines.of_draft(new), read_word_file(theirs))


def test_what_was_not_proven_is_not_given_out(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    answer = {"lines": [], "changes": 0, "word": "", "proven": False}
    monkeypatch.setattr(redlines_module, "take_apart", lambda *_given: answer)
    file = WordFile("a.docx", b"")
    with pytest.raises(MachineError, match="did not give back both texts, so nothing was saved"):
        redlined(file, file, "", workspace.today())


def test_a_paper_of_which_nothing_can_be_read_is_refused(workspace: Workspace, tmp_path: Path) -> None:
    old, _new = two_versions(workspace, tmp_path)
    with pytest.raises(UserError, match="can no longer be read"):
        Redlines(workspace).of_draft(replace(old, snapshot=b""))


@pytest.mark.usefixtures("guarded")
@pytest.mark.shows("I1 hostile files set against a draft")
@pytest.mark.parametrize("name", [*HOSTILE, *(pytest.param(name, marks=pytest.mark.torture) for name in WORD_FILES)])
def test_a_hostile_file_leaves_the_store_as_it_is(workspace: Workspace, tmp_path: Path, name: str) -> None:
    """Set a hostile file against a draft: it is refused in one sentence, or compared, and the store is as it was."""
    Papers(workspace, Drafter("Ada Example", "")).write("round-3", AGENDA, tmp_path / "agenda.docx")
    draft = Papers(workspace, Drafter("Ada Example", "")).versions("round-3", AGENDA)[0]
    theirs = tmp_path / "theirs.docx"
    theirs.write_bytes(WORD_FILES[name][0]())
    with workspace.look() as work:
        before = everything(work)
    try:
        redlines = Redlines(workspace)
        assert redlines.of_files(redlines.of_draft(draft), read_word_file(theirs)).proven
    except UserError as refusal:
        sentence = str(refusal)
        assert theirs.name in sentence
        assert sentence.endswith(".")
        assert "\n" not in sentence
    with workspace.look() as work:
        assert everything(work) == before
