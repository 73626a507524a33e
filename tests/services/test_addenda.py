"""A late change of a paper that is out is a numbered addendum: what is replaced, and nothing else."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from dialogue_prep.documents.compose.addendum import Replaced, replaced
from dialogue_prep.documents.compose.frame import GAP
from dialogue_prep.documents.compose.request import Drafter
from dialogue_prep.documents.model import Document, Heading, Run, Table, cell, paragraph
from dialogue_prep.documents.plain import write_plain
from dialogue_prep.documents.snapshot import KeptUnit, Snapshot, lines_of
from dialogue_prep.domain.agenda import AgendaItem
from dialogue_prep.domain.draft import Audience, Draft, PaperKind
from dialogue_prep.domain.errors import UserError
from dialogue_prep.domain.text import in_english
from dialogue_prep.services.addenda import Addenda
from dialogue_prep.services.paper import Paper
from dialogue_prep.services.papers import Papers
from dialogue_prep.services.releases import Releases
from dialogue_prep.services.workspace import Workspace
from tests.invented import workspace_of

AGENDA = Paper(kind=PaperKind.AGENDA, audience=Audience.SHARED, language="en")
NOTES = Paper(kind=PaperKind.SPEAKING_NOTES, audience=Audience.INTERNAL, language="en")
DRAFTER = Drafter("Ada Example", "")
LATER = date(2032, 3, 1)


@pytest.fixture
def later(workspace: Workspace) -> Workspace:
    """Return the store some weeks after the agenda was written, in a version of its own."""
    return workspace_of(workspace.database, today=LATER, prefix="later")


@pytest.fixture
def agenda(workspace: Workspace, tmp_path: Path) -> Path:
    return Papers(workspace, DRAFTER).write("round-3", AGENDA, tmp_path / "agenda.docx").path


def rename(workspace: Workspace, title: str, item: str = "on-crime") -> None:
    with workspace.request("Rename") as work:
        work.put(replace(work.get(AgendaItem, item), title=in_english(title)))


def drafts(workspace: Workspace) -> list[tuple[int, int]]:
    with workspace.look() as work:
        found = work.find(Draft, kind=PaperKind.AGENDA, written_on=LATER)
    return sorted((draft.version, draft.addendum) for draft in found)


def test_it_says_to_what_it_is_and_what_is_replaced(later: Workspace, agenda: Path) -> None:
    rename(later, "Crime at sea")
    said = write_plain(Addenda(later, DRAFTER).document("round-3", AGENDA))
    assert "Addendum 1 to paper 3/1, version 2" in said
    assert "This addendum changes the paper “Provisional agenda of the 3rd round”." in said
    assert "Crime on rivers" in said
    assert "Crime at sea" in said
    assert "Water" not in said.replace("Rivers", "")


def test_addenda_are_counted_and_each_begins_where_the_last_one_ended(later: Workspace, agenda: Path) -> None:
    addenda = Addenda(later, DRAFTER)
    rename(later, "Crime at sea")
    addenda.write("round-3", AGENDA, agenda.with_name("one.docx"))
    rename(later, "Water and air", "on-water")
    second = addenda.write("round-3", AGENDA, agenda.with_name("two.docx"))
    assert second.version == 2
    assert drafts(later) == [(2, 1), (2, 2)]
    said = write_plain(addenda.document("round-3", AGENDA))
    assert "Addendum 2 to paper 3/1, version 2" in said
    assert "Water and air" in said
    assert "Crime" not in said


def test_the_same_addendum_for_another_file_has_the_same_number(later: Workspace, agenda: Path) -> None:
    addenda = Addenda(later, DRAFTER)
    rename(later, "Crime at sea")
    first = addenda.write("round-3", AGENDA, agenda.with_name("one.docx"))
    again = addenda.write("round-3", AGENDA, agenda.with_name("again.docx"))
    assert first.file_hash == again.file_hash
    assert addenda.write("round-3", AGENDA, agenda.with_name("one.docx")).file_hash == first.file_hash
    assert drafts(later) == [(2, 1), (2, 1)]


def test_an_addendum_to_another_paper_over_its_file_leaves_its_draft(later: Workspace, agenda: Path) -> None:
    addenda = Addenda(later, DRAFTER)
    Papers(later, DRAFTER).write("round-3", NOTES, agenda.with_name("notes.docx"))
    rename(later, "Crime at sea")
    path = agenda.with_name("addendum.docx")
    addenda.write("round-3", AGENDA, path)
    addenda.write("round-3", NOTES, path)
    with later.look() as work:
        assert {draft.kind for draft in work.find(Draft, path=str(path))} == {AGENDA.kind, NOTES.kind}


def test_an_addendum_never_takes_the_place_of_the_paper(later: Workspace, agenda: Path) -> None:
    before = agenda.read_bytes()
    rename(later, "Crime at sea")
    with pytest.raises(UserError, match="choose another name for the addendum"):
        Addenda(later, DRAFTER).write("round-3", AGENDA, agenda)
    assert agenda.read_bytes() == before


def test_an_addendum_is_to_the_version_that_was_released(later: Workspace, agenda: Path) -> None:
    releases = Releases(later)
    assert releases.release(releases.check(agenda), agenda.with_name("out.docx")).passed
    rename(later, "Crime at sea")
    Papers(later, DRAFTER).write("round-3", AGENDA, agenda.with_name("second.docx"))
    assert "version 2" in Addenda(later, DRAFTER).document("round-3", AGENDA).title


def test_an_addendum_to_a_shared_paper_can_be_released(later: Workspace, agenda: Path) -> None:
    rename(later, "Crime at sea")
    path = agenda.with_name("one.docx")
    Addenda(later, DRAFTER).write("round-3", AGENDA, path)
    checked = Releases(later).check(path)
    assert [finding.sentence.read("en") for finding in checked.findings] == []


def test_it_is_no_version_of_the_paper(later: Workspace, agenda: Path) -> None:
    rename(later, "Crime at sea")
    Addenda(later, DRAFTER).write("round-3", AGENDA, agenda.with_name("one.docx"))
    assert [draft.addendum for draft in Papers(later, DRAFTER).versions("round-3", AGENDA)] == [0, 0]


def test_without_a_paper_there_is_no_addendum(later: Workspace, agenda: Path) -> None:
    with pytest.raises(UserError, match="was never written"):
        Addenda(later, DRAFTER).document("round-3", NOTES)
    with pytest.raises(UserError, match="Nothing has changed"):
        Addenda(later, DRAFTER).document("round-3", AGENDA)
    rename(later, "Crime at sea")
    edited = agenda.with_name("edited.docx")
    edited.write_bytes(b"theirs")
    with pytest.raises(UserError, match="is another file, or was edited"):
        Addenda(later, DRAFTER).write("round-3", AGENDA, edited)


def document(*lines: str) -> Document:
    rows = tuple((cell("row"), cell(words)) for words in lines[1:])
    blocks = (Heading((Run("Head"),)), paragraph(lines[0]), Table("T", (1, 1), rows))
    return Document(
        key="k", title="T", language="en", marking="", version=1, written_on=date(2032, 1, 1), blocks=blocks
    )


def test_each_line_that_changed_says_where_it_stands() -> None:
    before = document("one", "two", "three", "five")
    base = Snapshot("k", "T", (), lines_of(before))
    assert replaced(base, before) == ()
    row = f"row{GAP}"
    assert replaced(base, document("one", "2", "three", "five")) == (Replaced("Head", f"{row}two", f"{row}2"),)
    assert replaced(base, document("eins", "two", "three", "five")) == (Replaced("Head", "one", "eins"),)
    assert replaced(base, document("one", "two", "three", "five", "six")) == (Replaced("Head", "", f"{row}six"),)
    assert [change.now for change in replaced(base, document("one", "two"))] == ["", ""]


def test_of_a_paper_whose_units_alone_were_kept_units_are_compared() -> None:
    base = Snapshot("k", "T", (KeptUnit("topic/t/title/en", "held", "gone", "0"),), ())
    assert replaced(base, document("one")) == (Replaced("", "gone", ""),)


def test_an_addendum_to_their_copy_names_their_side_first_as_that_copy_does(later: Workspace, tmp_path: Path) -> None:
    theirs, papers = replace(AGENDA, their_copy=True), Papers(later, DRAFTER)
    papers.write("round-3", theirs, tmp_path / "theirs.docx")
    rename(later, "Crime at sea")
    document = Addenda(later, DRAFTER).document("round-3", theirs)
    assert document.subject == papers.document("round-3", theirs).subject
    assert document.subject != papers.document("round-3", AGENDA).subject
