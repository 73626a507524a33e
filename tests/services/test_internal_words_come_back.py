"""What is ours alone and comes into a paper for the other side by an edited copy: told before it is taken in."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree

from dialogue_prep.documents.compose.request import Drafter
from dialogue_prep.documents.model import UnitClass, UnitKey, units
from dialogue_prep.documents.plain import write_plain
from dialogue_prep.documents.word.release_check import look
from dialogue_prep.domain.agenda import AgendaItem
from dialogue_prep.domain.draft import Audience, PaperKind
from dialogue_prep.domain.returned import UnitNote
from dialogue_prep.domain.template import TemplateUse
from dialogue_prep.domain.text import in_english
from dialogue_prep.services import releases as module
from dialogue_prep.services.addenda import Addenda
from dialogue_prep.services.paper import Paper
from dialogue_prep.services.papers import Papers
from dialogue_prep.services.releases import Checked, Releases
from dialogue_prep.services.returned_report import Choice, ReturnReport
from dialogue_prep.services.returns import Returns
from dialogue_prep.services.templates import Templates, check_template
from dialogue_prep.services.workspace import Workspace
from tests.documents.staff_templates import p, word_file
from tests.documents.word_edits import EditedCopy, W, run

AGENDA = Paper(kind=PaperKind.AGENDA, audience=Audience.SHARED, language="en")
NOTE = Paper(kind=PaperKind.NOTE_VERBALE, audience=Audience.SHARED, language="en")
OURS = Paper(kind=PaperKind.SPEAKING_NOTES, audience=Audience.INTERNAL, language="en")
ROUND = "round-3"
# What the store of these tests holds for us alone: a point to make, and the objective of an item.
SECRET, AIM = "Thank them for the lists.", "Keep it alive."
TITLE = UnitKey("agenda_item", "on-crime", "title", "en")
WARNING = "It says what is internal (“{words}”) and comes into this paper for the other side only if you say so."
CAME = "“{words}” is internal; it came into this paper by an edited copy."


@pytest.fixture
def papers(workspace: Workspace) -> Papers:
    return Papers(workspace, Drafter("Ada Example", "Office of Courts"))


@pytest.fixture
def releases(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> Releases:
    monkeypatch.setattr(module, "_looked", lambda _name, data, _cancelled: look(data))
    return Releases(workspace)


@pytest.fixture
def edited(papers: Papers, tmp_path: Path) -> Callable[..., Path]:
    """Return a function that writes a paper and returns a copy of it as somebody edited it."""

    def make(paper: Paper, edit: Callable[[EditedCopy], None]) -> Path:
        papers.write(ROUND, paper, written := tmp_path / f"{paper.kind}.docx")
        copy = EditedCopy(written.read_bytes())
        edit(copy)
        path = tmp_path / f"{paper.kind}-edited.docx"
        path.write_bytes(copy.saved())
        return path

    return make


def composed_in(papers: Papers, paper: Paper) -> UnitKey:
    """Return a place of a paper that waits for words of our own."""
    found = units(papers.document(ROUND, paper))
    return next(unit.key for unit in found if unit.unit_class is UnitClass.COMPOSED)


def all_taken(report: ReturnReport) -> dict[str, Choice]:
    """Return the choices of somebody who looks at nothing."""
    changes = (*report.units, *report.additions, *report.agenda)
    return {change.id: Choice(taken=True) for change in changes if getattr(change, "copies", True)}


def taken_in(workspace: Workspace, path: Path) -> ReturnReport:
    returns = Returns(workspace)
    returns.take_in(report := returns.report([path]), all_taken(report))
    return report


def paragraph(words: str) -> etree._Element:
    new = etree.Element(f"{W}p")
    new.append(run(words))
    return new


def add_row(copy: EditedCopy, behind: UnitKey, title: str) -> None:
    """Add a row to the agenda as one does who copies a row and types over it."""
    row = copy.row(behind)
    new = deepcopy(row)
    for node in list(new.iter(f"{W}sdt", f"{W}bookmarkStart", f"{W}bookmarkEnd", f"{W}r")):
        if node.getparent() is not None:
            node.getparent().remove(node)
    new.findall(f"{W}tc")[3].find(f"{W}p").append(run(title))
    row.addnext(new)


def entitle(workspace: Workspace, title: str) -> None:
    """Type the title of an item in the program."""
    with workspace.request("Reword a title") as work:
        work.put(replace(work.get(AgendaItem, "on-crime"), title=in_english(title)))


def checked_anew(papers: Papers, releases: Releases, paper: Paper, path: Path) -> Checked:
    return releases.check(papers.write(ROUND, paper, path).path)


def sentences(checked: Checked) -> list[str]:
    return [finding.sentence.read("en") for finding in checked.findings]


def test_an_internal_sentence_is_named_however_often_its_place_was_changed_since(
    workspace: Workspace, papers: Papers, releases: Releases, edited, tmp_path: Path
) -> None:
    taken_in(workspace, edited(AGENDA, lambda copy: copy.retype(TITLE, f"Crime on rivers. {AIM}")))
    with workspace.request("Reword a title") as work:
        for minutes in range(201):
            work.put(replace(work.get(AgendaItem, "on-crime"), minutes=minutes % 60 + 1))
    checked = checked_anew(papers, releases, AGENDA, tmp_path / "again.docx")
    assert CAME.format(words=AIM) in sentences(checked)


@pytest.mark.parametrize(
    "around", [pytest.param("{secret}", marks=pytest.mark.torture), "All are well. {secret} All are welcome."]
)
def test_an_internal_sentence_among_words_of_our_own_is_named_at_release(
    workspace: Workspace, papers: Papers, releases: Releases, edited, tmp_path: Path, around: str
) -> None:
    words, place = around.format(secret=SECRET), composed_in(papers, NOTE)
    taken_in(workspace, edited(NOTE, lambda copy: copy.retype(place, words)))
    assert words in write_plain(papers.document(ROUND, NOTE))
    checked = checked_anew(papers, releases, NOTE, tmp_path / "again.docx")
    assert CAME.format(words=SECRET) in sentences(checked)
    assert not releases.release(checked, tmp_path / "out.docx").passed


def test_an_internal_sentence_in_a_cell_is_named_at_release(
    workspace: Workspace, papers: Papers, releases: Releases, edited, tmp_path: Path
) -> None:
    taken_in(workspace, edited(AGENDA, lambda copy: copy.retype(TITLE, f"Crime on rivers. {AIM}")))
    assert AIM in write_plain(papers.document(ROUND, AGENDA))
    checked = checked_anew(papers, releases, AGENDA, tmp_path / "again.docx")
    assert sentences(checked) == [CAME.format(words=AIM)]
    assert checked.can_be_confirmed


def test_words_of_our_own_that_are_not_internal_or_stand_in_another_shared_paper_pass(
    workspace: Workspace, papers: Papers, releases: Releases, edited, tmp_path: Path
) -> None:
    place = composed_in(papers, NOTE)
    with workspace.request("Quote a title in our notes") as work:
        work.put(replace(work.get(AgendaItem, "on-crime"), objective=in_english("Crime on rivers.")))
    taken_in(workspace, edited(NOTE, lambda copy: copy.retype(place, "Lunch is at noon. Crime on rivers.")))
    found = sentences(checked_anew(papers, releases, NOTE, tmp_path / "again.docx"))
    assert [one for one in found if "still to be written" not in one] == []


def test_what_is_typed_into_a_field_for_both_and_quoted_in_our_notes_passes(
    workspace: Workspace, papers: Papers, releases: Releases, tmp_path: Path
) -> None:
    entitle(workspace, AIM)
    assert checked_anew(papers, releases, AGENDA, tmp_path / "agenda.docx").passed


def test_what_came_by_a_copy_passes_once_somebody_typed_it(
    workspace: Workspace, papers: Papers, releases: Releases, edited, tmp_path: Path
) -> None:
    taken_in(workspace, edited(AGENDA, lambda copy: copy.retype(TITLE, AIM)))
    entitle(workspace, "Crime")
    workspace.undo()
    assert not checked_anew(papers, releases, AGENDA, tmp_path / "undone.docx").passed
    workspace.redo()
    entitle(workspace, AIM)
    assert checked_anew(papers, releases, AGENDA, tmp_path / "again.docx").passed


@pytest.mark.parametrize("words", [pytest.param(AIM, marks=pytest.mark.torture), f"Crime on rivers. {AIM}"])
def test_internal_words_of_a_copy_are_told_and_wait_for_a_person(workspace: Workspace, edited, words: str) -> None:
    path = edited(AGENDA, lambda copy: copy.retype(TITLE, words))
    returns = Returns(workspace)
    report = returns.report([path])
    (change,) = (unit for unit in report.units if unit.copies)
    assert change.open
    assert change.internal is not None
    assert change.internal.read("en") == WARNING.format(words=AIM)
    returns.take_in(report)
    with workspace.look() as work:
        assert work.get(AgendaItem, "on-crime").title.read("en") == "Crime on rivers"
        assert words in {note.words for note in work.find(UnitNote)}


def test_a_new_row_with_internal_words_waits_for_a_person(workspace: Workspace, edited) -> None:
    report = Returns(workspace).report([edited(AGENDA, lambda copy: add_row(copy, TITLE, AIM))])
    (change,) = report.agenda
    assert change.internal is not None
    assert not change.clean
    Returns(workspace).take_in(report)
    with workspace.look() as work:
        assert AIM not in {item.title.read("en") for item in work.find(AgendaItem)}


def test_a_paragraph_of_its_own_becomes_a_note_and_stands_in_no_paper(
    workspace: Workspace, papers: Papers, releases: Releases, edited, tmp_path: Path
) -> None:
    path = edited(AGENDA, lambda copy: copy.root[0].insert(1, paragraph(SECRET)))
    assert SECRET in "".join(sentences(releases.check(path)))
    taken_in(workspace, path)
    assert SECRET not in write_plain(papers.document(ROUND, AGENDA))
    assert checked_anew(papers, releases, AGENDA, tmp_path / "again.docx").passed


def test_a_copy_of_a_paper_of_ours_may_say_what_is_internal(workspace: Workspace, papers: Papers, edited) -> None:
    place = composed_in(papers, OURS)
    report = Returns(workspace).report([edited(OURS, lambda copy: copy.retype(place, SECRET))])
    (change,) = (unit for unit in report.units if unit.copies)
    assert (change.internal, change.clean) == (None, True)


@pytest.mark.torture
def test_an_addendum_that_says_what_came_by_a_copy_is_named(
    workspace: Workspace, papers: Papers, releases: Releases, edited, tmp_path: Path
) -> None:
    taken_in(workspace, edited(AGENDA, lambda copy: copy.retype(TITLE, AIM)))
    drafter = Drafter("Ada Example", "Office of Courts")
    written = Addenda(workspace, drafter).write(ROUND, AGENDA, tmp_path / "addendum.docx")
    assert sentences(releases.check(written.path)) == [CAME.format(words=AIM)]


def test_an_internal_sentence_in_a_template_is_named(
    workspace: Workspace, papers: Papers, releases: Releases, tmp_path: Path
) -> None:
    path = tmp_path / "Letterhead.dotx"
    path.write_bytes(word_file(p("Crime on rivers.") + p(f"From our table. {SECRET}") + p("{{paper}}")))
    Templates(workspace).add(check_template(path, TemplateUse.KIND), name="Of the table", kind=PaperKind.AGENDA)
    checked = checked_anew(papers, releases, AGENDA, tmp_path / "agenda.docx")
    assert sentences(checked) == [f"“{SECRET}” is internal; it stands in the template."]


SHARED = [kind for kind in PaperKind if Audience.SHARED in kind.audiences]


EVERY = [pytest.param(kind, theirs, marks=pytest.mark.torture) for kind in SHARED for theirs in (False, True)]


@pytest.mark.shows("O5 shared papers brought back with an internal sentence everywhere")
@pytest.mark.parametrize(("kind", "theirs"), [(PaperKind.AGENDA, False), *EVERY])
def test_whatever_place_of_a_shared_paper_says_it_no_internal_sentence_comes_in_unseen(
    workspace: Workspace, papers: Papers, releases: Releases, edited, tmp_path: Path, kind: PaperKind, theirs: bool
) -> None:
    paper = Paper(kind=kind, audience=Audience.SHARED, language="en", their_copy=theirs)
    places = [unit for unit in units(papers.document(ROUND, paper)) if unit.unit_class is not UnitClass.FIXED]

    def say_everywhere(copy: EditedCopy) -> None:
        for unit in {unit.key: unit for unit in places}.values():
            copy.retype(unit.key, f"{unit.text} {SECRET}")

    report = taken_in(workspace, edited(paper, say_everywhere))
    changed = [unit for unit in report.units if unit.copies]
    assert bool(changed) == bool(places)
    assert [unit.id for unit in changed if unit.clean or unit.internal is None] == []
    checked = checked_anew(papers, releases, paper, tmp_path / "again.docx")
    says = SECRET in write_plain(papers.document(ROUND, paper))
    assert says == (CAME.format(words=SECRET) in sentences(checked))
    assert not (says and checked.passed)
