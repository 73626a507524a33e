"""Edited copies come back: one report, one step, nothing lost, nothing overwritten."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from dataclasses import replace
from datetime import time
from pathlib import Path

import pytest
from lxml import etree

from dialogue_prep.documents.compose.request import Drafter
from dialogue_prep.documents.merge import Outcome, merged_unit
from dialogue_prep.documents.model import Unit, UnitClass, UnitKey, units
from dialogue_prep.documents.own_words import outdated
from dialogue_prep.documents.plain import write_plain
from dialogue_prep.domain.agenda import Agenda, AgendaItem, AgendaItemLead
from dialogue_prep.domain.communique import Passage, PassageState
from dialogue_prep.domain.draft import Audience, Draft, DraftState, PaperKind
from dialogue_prep.domain.errors import UserError
from dialogue_prep.domain.journal import Deed
from dialogue_prep.domain.returned import OwnWords, ReturnedCopy, UnitLook, UnitNote
from dialogue_prep.domain.speaking import PointKind, SpeakingPoint
from dialogue_prep.domain.text import in_english
from dialogue_prep.services.history import History
from dialogue_prep.services.paper import Paper
from dialogue_prep.services.papers import Papers
from dialogue_prep.services.returned_agenda import RowDeed
from dialogue_prep.services.returned_combining import put_together
from dialogue_prep.services.returned_places import places_in
from dialogue_prep.services.returned_report import Choice
from dialogue_prep.services.returns import Returns
from dialogue_prep.services.workspace import Workspace
from tests.documents.word_edits import SPACE, EditedCopy, W, run
from tests.invented import everything
from tests.reading.hostile_word import WORD_FILES

NOTES = Paper(kind=PaperKind.SPEAKING_NOTES, audience=Audience.INTERNAL, language="en")
AGENDA = Paper(kind=PaperKind.AGENDA, audience=Audience.SHARED, language="en")
COMMUNIQUE = Paper(kind=PaperKind.COMMUNIQUE, audience=Audience.INTERNAL, language="en")
ROUND = "round-3"
LIST_ITEM = f'<w:pPr xmlns:w="{SPACE}"><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
HOSTILE = ("zip bomb", "entities in UTF-16", "linked picture, hidden", "deep tables", "lying size")


@pytest.fixture
def papers(workspace: Workspace) -> Papers:
    with workspace.request("Clear") as work:
        for kind in (Draft, OwnWords, UnitLook, UnitNote, ReturnedCopy):
            for value in work.find(kind):
                work.remove_whole(value)
    return Papers(workspace, Drafter("Ada Example", "Office of Courts"))


@pytest.fixture
def edited(papers: Papers, tmp_path: Path) -> Callable[..., Path]:
    """Return a function that writes a paper and saves a copy of it as somebody edited it."""

    def make(edit: Callable[[EditedCopy], None], author: str = "Bo Sample", paper: Paper = NOTES) -> Path:
        written = tmp_path / "papers" / f"{paper.kind}.docx"
        if not written.exists():
            papers.write(ROUND, paper, written)
        copy = EditedCopy(written.read_bytes(), author)
        edit(copy)
        path = tmp_path / f"{paper.kind}-{author}.docx"
        path.write_bytes(copy.saved())
        return path

    return make


def say(workspace: Workspace, *words: str) -> list[UnitKey]:
    """Have only these points to make on crime, and return their keys."""
    with workspace.request("Say") as work:
        for point in work.find(SpeakingPoint):
            work.remove_whole(point)
        for place, said in enumerate(words, start=1):
            work.put(
                SpeakingPoint(
                    id=f"p{place}",
                    agenda_item_id="on-crime",
                    kind=PointKind.POINT,
                    position=place,
                    words=in_english(said),
                )
            )
    return [UnitKey("speaking_point", f"p{place}", "words", "en") for place in range(1, len(words) + 1)]


def said(workspace: Workspace) -> list[str]:
    with workspace.look() as work:
        points = sorted(work.find(SpeakingPoint, agenda_item_id="on-crime"), key=lambda point: point.position)
    return [point.words.read("en") for point in points if point.kind is PointKind.POINT]


def composed_unit(papers: Papers, paper: Paper = NOTES) -> Unit:
    found = (unit for unit in units(papers.document(ROUND, paper)) if unit.unit_class is UnitClass.COMPOSED)
    return next(unit for unit in found if unit.text)


def kept(workspace: Workspace, kind: type) -> tuple:
    with workspace.look() as work:
        return work.find(kind)


def assert_taken_in_once_more_it_changes_nothing(workspace: Workspace, path: Path) -> None:
    with workspace.look() as work:
        before = everything(work)
    Returns(workspace).take_in(Returns(workspace).report([path]))
    with workspace.look() as work:
        assert everything(work) == before


def type_in_cells(copy: EditedCopy, *typed: tuple[int, int, str]) -> None:
    """Type words into cells of the agenda, each by its row and column, as counted from 0."""
    rows = list(copy.root.iter(f"{W}tr"))
    for row, column, words in typed:
        paragraph = rows[row].findall(f"{W}tc")[column].find(f"{W}p")
        for one in paragraph.findall(f"{W}r"):
            paragraph.remove(one)
        paragraph.append(run(words))


def test_an_edited_point_goes_to_its_field_and_undo_takes_everything_back(
    workspace: Workspace, papers: Papers, edited
) -> None:
    first, second = say(workspace, "We value the treaty.", "We will meet again.")
    path = edited(lambda copy: (copy.retype(first, "We value this treaty."), copy.comment(second, "When?")))
    with workspace.look() as work:
        before = everything(work)
    report = Returns(workspace).report([path])
    with workspace.look() as work:
        assert everything(work) == before
    (taken,) = report.with_outcome(Outcome.TAKEN)
    assert taken.merged.words == "We value this treaty."
    assert places_in(report)[taken.draft.id, str(first)].endswith(" · Points to make")
    Returns(workspace).take_in(report)
    assert said(workspace) == ["We value this treaty.", "We will meet again."]
    (note,) = kept(workspace, UnitNote)
    assert (note.unit, note.words, note.author) == ("speaking_point/p2/words", "When?", "Bo Sample")
    assert len(kept(workspace, ReturnedCopy)) == 1
    assert workspace.history(limit=1)[0].label == "Bring edits back: Speaking notes"
    assert workspace.undo() is not None
    with workspace.look() as work:
        assert everything(work) == before


def test_what_was_brought_back_once_changes_nothing_the_second_time(workspace: Workspace, edited) -> None:
    (first,) = say(workspace, "We value the treaty.")

    def edit(copy: EditedCopy) -> None:
        copy.retype(first, "Other words.")
        copy.comment(first, "Why?")
        copy.add_behind(first, "One more.")

    path = edited(edit)
    returns = Returns(workspace)
    returns.take_in(returns.report([path]))
    assert said(workspace) == ["Other words.", "One more."]
    again = returns.report([path])
    assert [unit.merged.outcome for unit in again.units if unit.copies] == [Outcome.BOTH]
    assert_taken_in_once_more_it_changes_nothing(workspace, path)


def test_edits_of_both_sides_are_merged_word_by_word(workspace: Workspace, edited) -> None:
    (first,) = say(workspace, "We met in spring and shall meet in autumn, 引渡条约已签。")
    early, not_yet = (
        "We met in early spring and shall meet in autumn, 引渡条约已签。",
        "We met in spring and shall meet in autumn, 引渡条约未签。",
    )
    one = edited(lambda copy: copy.retype(first, early), "A")
    two = edited(lambda copy: copy.retype(first, not_yet), "B")
    with workspace.request("Meanwhile") as work:
        point = work.get(SpeakingPoint, "p1")
        words = "We met in spring and shall meet in late autumn, 引渡条约已签。"
        work.put(type(point)(**{**_fields(point), "words": in_english(words)}))
    returns = Returns(workspace)
    returns.take_in(returns.report([one, two]))
    assert said(workspace) == ["We met in early spring and shall meet in late autumn, 引渡条约未签。"]


def _fields(value: object) -> dict[str, object]:
    return {name: getattr(value, name) for name in value.__dataclass_fields__}


def test_a_conflict_is_left_to_a_person_and_both_wordings_are_kept(workspace: Workspace, edited) -> None:
    (first,) = say(workspace, "We meet in spring.")
    paths = [
        edited(lambda copy, words=words: copy.retype(first, words), author)
        for author, words in (("A", "We meet in summer."), ("B", "We meet in winter."))
    ]
    returns = Returns(workspace)
    report = returns.report(paths)
    (conflict,) = report.with_outcome(Outcome.CONFLICT)
    assert [report.copies[version.copy].author for version in conflict.merged.versions] == ["A", "B"]
    returns.take_in(report)
    assert said(workspace) == ["We meet in spring."]
    assert {(note.author, note.words) for note in kept(workspace, UnitNote)} == {
        ("A", "We meet in summer."),
        ("B", "We meet in winter."),
    }
    returns.take_in(returns.report(paths), {conflict.id: Choice(taken=True, words="We meet in autumn.")})
    assert said(workspace) == ["We meet in autumn."]


def test_an_edit_that_cannot_be_taken_is_kept_as_a_note(workspace: Workspace, papers: Papers, edited) -> None:
    agreed = UnitKey("passage", "passage-1", "words", "en")
    with workspace.request("Open") as work:
        before = work.get(Passage, "passage-1")
        work.put(replace(before, state=PassageState.BRACKETED))
    path = edited(lambda copy: copy.retype(agreed, "The two sides were happy to meet."), paper=COMMUNIQUE)
    with workspace.request("Agree") as work:
        work.put(before)
    report = Returns(workspace).report([path])
    (refused,) = [unit for unit in report.units if unit.refused]
    assert refused.refused.read() == "This wording is agreed; it is not edited in a paper."
    Returns(workspace).take_in(report)
    with workspace.look() as work:
        assert work.get(Passage, "passage-1").words.read("en") == "The two sides met."
    (note,) = kept(workspace, UnitNote)
    assert (note.unit, note.words) == ("passage/passage-1/words", "The two sides were happy to meet.")
    workspace.undo()
    Returns(workspace).take_in(report, {refused.id: Choice(taken=False)})
    assert kept(workspace, UnitNote) == ()


@pytest.mark.parametrize(
    ("base", "ours", "versions", "together"),
    [
        ("We value the treaty.", None, ["We value this treaty.", "We value our treaty."], "We value this our treaty."),
        ("We met in May.", "We met in June.", ["We will meet in May."], "We will meet in June."),
        ("中方重视条约。", "中方很重视条约。", ["中方更重视条约。"], "中方很更重视条约。"),
        ("We met.", "We met twice.", [None], "We met twice."),
    ],
    ids=["two copies touch", "here and the copy do not", "Chinese stands close", "one leaves it out"],
)
def test_wordings_that_touch_stand_side_by_side(
    base: str, ours: str | None, versions: list[str | None], together: str
) -> None:
    merged = merged_unit("key", base, base if ours is None else ours, list(enumerate(versions)))
    assert put_together(merged) == together


def test_a_paragraph_among_points_is_a_new_point_there_and_one_left_out_is_a_proposal(
    workspace: Workspace, edited
) -> None:
    first, second = say(workspace, "One.", "Two.")

    def edit(copy: EditedCopy) -> None:
        copy.add_behind(first, "One and a half.")
        copy.take_out(second)

    returns = Returns(workspace)
    report = returns.report([edited(edit)])
    (deleted,) = report.with_outcome(Outcome.DELETED)
    returns.take_in(report)
    assert said(workspace) == ["One.", "One and a half.", "Two."]
    returns.take_in(report_again := returns.report([edited(edit)]), {deleted.id: Choice(taken=True)})
    assert report_again.additions
    assert "Two." not in said(workspace)


def test_words_instead_of_composed_ones_stand_in_the_paper_and_say_when_they_are_outdated(
    workspace: Workspace, papers: Papers, edited
) -> None:
    unit = composed_unit(papers)
    returns = Returns(workspace)
    returns.take_in(returns.report([edited(lambda copy: copy.retype(unit.key, "In our own words."))]))
    assert "In our own words." in write_plain(papers.document(ROUND, NOTES))
    with workspace.look() as work:
        dossier = work.dossier(ROUND)
        (own,) = work.find(OwnWords)
    assert own.base.read("en") == unit.text
    assert outdated(papers.document(ROUND, NOTES), dossier, NOTES.audience) == ()
    with workspace.request("Move on") as work:
        work.put(type(own)(**{**_fields(own), "base": in_english("Formerly so.")}))
    with workspace.look() as work:
        assert outdated(papers.document(ROUND, NOTES), work.dossier(ROUND), NOTES.audience) == (unit.key,)


def test_a_list_added_to_composed_words_stands_in_the_paper_as_a_list(
    workspace: Workspace, papers: Papers, edited, tmp_path: Path
) -> None:
    unit = composed_unit(papers)

    def edit(copy: EditedCopy) -> None:
        for words in ("the second", "the first"):
            copy.add_behind(unit.key, words)
            item = copy.paragraph(unit.key).getnext()
            item.insert(0, etree.fromstring(LIST_ITEM))

    returns = Returns(workspace)
    returns.take_in(returns.report([edited(edit)]))
    assert "\n- the first\n- the second\n" in write_plain(papers.document(ROUND, NOTES))
    papers.write(ROUND, NOTES, again := tmp_path / "again.docx")
    assert returns.report([again]).empty


def test_what_was_reworded_in_a_paper_of_ours_never_stands_in_one_for_the_other_side(
    workspace: Workspace, papers: Papers, edited
) -> None:
    ours = Paper(kind=PaperKind.COMMUNIQUE, audience=Audience.INTERNAL, language="en")
    theirs = Paper(kind=PaperKind.COMMUNIQUE, audience=Audience.SHARED, language="en")
    with workspace.request("Begin with the proposal") as work:
        for passage in work.find(Passage):
            work.remove_whole(passage)
    before = papers.document(ROUND, theirs)
    unit = composed_unit(papers, ours)
    path = edited(lambda copy: copy.retype(unit.key, "We will hold out for more."), paper=ours)
    Returns(workspace).take_in(Returns(workspace).report([path]))
    assert "We will hold out for more." in write_plain(papers.document(ROUND, ours))
    assert papers.document(ROUND, theirs) == before


def test_how_words_look_is_written_again(workspace: Workspace, papers: Papers, edited, tmp_path: Path) -> None:
    (first,) = say(workspace, "We value the treaty.")
    returns = Returns(workspace)
    returns.take_in(returns.report([edited(lambda copy: (copy.look(first, "b"), copy.look(first, "u", "single")))]))
    assert len(kept(workspace, UnitLook)) == 1
    papers.write(ROUND, NOTES, again := tmp_path / "again.docx")
    report = returns.report([again])
    assert report.empty
    assert EditedCopy(again.read_bytes()).runs(first)[0].find(f"{W}rPr/{W}u") is not None


def test_what_is_typed_over_a_prompt_begins_the_points(workspace: Workspace, papers: Papers, edited) -> None:
    brief = Paper(kind=PaperKind.TOPIC_BRIEFS, audience=Audience.INTERNAL, language="en")
    key = UnitKey("agenda_item", "on-crime", PointKind.PRESS_LINE, "en")
    returns = Returns(workspace)
    path = edited(lambda copy: copy.retype(key, "Talks went on."), paper=brief)
    returns.take_in(returns.report([path]))
    assert_taken_in_once_more_it_changes_nothing(workspace, path)
    lines = [p.words.read("en") for p in kept(workspace, SpeakingPoint) if p.kind is PointKind.PRESS_LINE]
    assert lines == ["Talks went on."]


def test_rows_of_the_agenda_go_back_to_the_agenda(workspace: Workspace, papers: Papers, edited) -> None:
    with workspace.look() as work:
        dossier = work.dossier(ROUND)
    titled = [slot.item for slot in dossier.slots]
    keys = {item.id: UnitKey("agenda_item", item.id, "title", "en") for item in titled}
    _first, second, *_others, last = titled

    def edit(copy: EditedCopy) -> None:
        row, end = copy.row(keys[second.id]), copy.row(keys[last.id])
        new = deepcopy(end)
        for node in list(new.iter(f"{W}sdt", f"{W}bookmarkStart", f"{W}bookmarkEnd", f"{W}r")):
            if node.getparent() is not None:
                node.getparent().remove(node)
        cells = new.findall(f"{W}tc")
        cells[2].find(f"{W}p").append(run("25"))
        cells[3].find(f"{W}p").append(run("A matter more"))
        end.addnext(new)
        end.addnext(row)

    returns = Returns(workspace)
    path = edited(edit, paper=AGENDA)
    report = returns.report([path])
    assert {change.deed for change in report.agenda} == {RowDeed.MOVED, RowDeed.ADDED}
    returns.take_in(report)
    assert_taken_in_once_more_it_changes_nothing(workspace, path)
    with workspace.look() as work:
        (agenda,) = work.find(Agenda, round_id=ROUND)
        items = sorted(work.find(AgendaItem, agenda_id=agenda.id), key=lambda item: item.position)
    assert [item.id for item in items if item.id in keys][-1] == second.id
    assert ("A matter more", 25) in [(item.title.read("en"), item.minutes) for item in items]


def test_hours_and_leads_in_the_table_go_back_to_the_agenda(workspace: Workspace, papers: Papers, edited) -> None:
    typed = ((1, 1, "10:00"), (2, 4, "Office of Courts and Office of Waters"), (3, 1, "11:15"))
    path = edited(lambda copy: type_in_cells(copy, *typed), paper=AGENDA)
    returns = Returns(workspace)
    report = returns.report([path])
    assert [change.deed for change in report.agenda] == [RowDeed.BEGINS, RowDeed.LEADS, RowDeed.MINUTES]
    assert report.untaken == ()
    returns.take_in(report)
    assert_taken_in_once_more_it_changes_nothing(workspace, path)
    with workspace.look() as work:
        dossier = work.dossier(ROUND)
    crime = dossier.slots[1]
    assert (dossier.slots[0].begins.hour, crime.item.minutes) == (10, 90)
    assert {entity.id for entity in dossier.leads_of(crime.item, dossier.home)} == {"courts", "waters"}


def test_an_hour_of_the_afternoon_is_told_and_not_read_as_one_of_the_night(
    workspace: Workspace, papers: Papers, edited
) -> None:
    report = Returns(workspace).report([edited(lambda copy: type_in_cells(copy, (1, 1, "2:30 pm")), paper=AGENDA)])
    assert (report.agenda, [one.edit.now for one in report.untaken]) == ((), ["2:30 pm"])


def test_what_of_a_new_row_has_no_place_in_the_agenda_is_told(workspace: Workspace, papers: Papers, edited) -> None:
    def edit(copy: EditedCopy) -> None:
        last = list(copy.root.iter(f"{W}tr"))[-1]
        for typed in ({2: "1 h 30", 3: "A matter more\nwith both", 4: "Ministry of Hope"}, {5: "They lead"}):
            new = deepcopy(last)
            for place, cell in enumerate(new.findall(f"{W}tc")):
                for paragraph in cell.findall(f"{W}p")[1:]:
                    cell.remove(paragraph)
                cell.find(f"{W}p")[:] = [run(typed.get(place, ""))]
            last.addnext(new)

    report = Returns(workspace).report([edited(edit, paper=AGENDA)])
    assert [(change.title, change.minutes) for change in report.agenda] == [("A matter more", 0)]
    told = ["They lead", "with both", "1 h 30", "Ministry of Hope"]
    assert [one.edit.now for one in report.untaken] == told


def test_what_of_the_agenda_was_changed_here_too_is_left_to_a_person(
    workspace: Workspace, papers: Papers, edited
) -> None:
    typed = ((1, 1, "10:00"), (2, 4, "Office of Waters"), (3, 1, "11:15"))
    path = edited(lambda copy: type_in_cells(copy, *typed), paper=AGENDA)
    with workspace.request("Change") as work:
        work.put(replace(work.get(Agenda, "agenda"), begins=time(8, 30)))
        work.put(replace(work.get(AgendaItem, "on-crime"), minutes=45))
        work.put(AgendaItemLead(id="ours", agenda_item_id="on-crime", entity_id="waters"))
    report = Returns(workspace).report([path])
    assert {change.deed: change.clean for change in report.agenda} == {
        RowDeed.BEGINS: False,
        RowDeed.LEADS: False,
        RowDeed.MINUTES: False,
    }
    Returns(workspace).take_in(report)
    with workspace.look() as work:
        dossier = work.dossier(ROUND)
    crime = dossier.slots[1].item
    assert (dossier.slots[0].begins, crime.minutes) == (time(8, 30), 45)
    assert {entity.id for entity in dossier.leads_of(crime, dossier.home)} == {"courts", "waters"}


@pytest.mark.parametrize("words", ["1 h 30", "45 to 60", "soon", "2000"])
def test_minutes_that_are_no_number_of_minutes_are_kept_as_a_note(
    workspace: Workspace, papers: Papers, edited, words: str
) -> None:
    minutes = UnitKey("agenda_item", "on-crime", "minutes", "")
    path = edited(lambda copy: copy.retype(minutes, words), paper=AGENDA)
    Returns(workspace).take_in(Returns(workspace).report([path]))
    (note,) = kept(workspace, UnitNote)
    assert (note.words, note.unit) == (words, minutes.place)
    with workspace.look() as work:
        assert work.get(AgendaItem, "on-crime").minutes == 60


def test_a_row_taken_out_is_a_proposal_and_its_item_is_parked_not_lost(
    workspace: Workspace, papers: Papers, edited
) -> None:
    key = UnitKey("agenda_item", "on-crime", "title", "en")
    path = edited(lambda copy: copy.row(key).getparent().remove(copy.row(key)), paper=AGENDA)
    returns = Returns(workspace)
    report = returns.report([path])
    (change,) = report.agenda
    assert (change.deed, change.item_id, change.clean) == (RowDeed.LEFT_OUT, "on-crime", False)
    assert report.untaken == ()
    returns.take_in(report)
    with workspace.look() as work:
        assert not work.get(AgendaItem, "on-crime").parked
    returns.take_in(returns.report([path]), {change.id: Choice(taken=True)})
    with workspace.look() as work:
        assert work.get(AgendaItem, "on-crime").parked


def test_titles_and_minutes_in_the_table_go_back_to_their_items(workspace: Workspace, papers: Papers, edited) -> None:
    title, minutes = (UnitKey("agenda_item", "on-crime", *of) for of in (("title", "en"), ("minutes", "")))
    path = edited(lambda copy: (copy.retype(title, "Crime and courts"), copy.retype(minutes, "35")), paper=AGENDA)
    returns = Returns(workspace)
    returns.take_in(returns.report([path]))
    with workspace.look() as work:
        item = work.get(AgendaItem, "on-crime")
    assert (item.title.read("en"), item.minutes) == ("Crime and courts", 35)


@pytest.mark.parametrize("kept", [True, False], ids=["saved again as it was", "an edit that was left"])
def test_a_paper_is_written_anew_also_where_nothing_of_its_edited_file_was_taken_in(
    workspace: Workspace, papers: Papers, edited, tmp_path: Path, kept: bool
) -> None:
    (first,) = say(workspace, "We value the treaty.")
    copy = edited(lambda copy: None if kept else copy.retype(first, "We value this treaty."))
    path = tmp_path / "papers" / "speaking-notes.docx"
    written = path.read_bytes()
    path.write_bytes(copy.read_bytes())
    assert path.read_bytes() != written
    report = Returns(workspace).report([path])
    assert report.empty is kept
    Returns(workspace).take_in(report, {unit.id: Choice(taken=False) for unit in report.units})
    assert papers.lines(ROUND, [NOTES])[0].state is DraftState.DATA_CHANGED
    again = papers.write(ROUND, NOTES, path)
    assert (again.version, again.kept, path.read_bytes()) == (1, False, written)
    assert again.aside is not None
    assert again.aside.read_bytes() == copy.read_bytes()
    assert papers.lines(ROUND, [NOTES])[0].state is DraftState.IN_STEP


def test_ten_copies_with_three_hundred_edits_are_one_report_and_one_step(
    workspace: Workspace, papers: Papers, edited
) -> None:
    keys = say(workspace, *(f"Point {n} says that both sides go on." for n in range(280)))
    authors = [f"Author {n}" for n in range(10)]
    wanted: dict[str, str] = {}
    paths = []
    for number, author in enumerate(authors):
        own = keys[number * 26 : number * 26 + 26]
        rival = keys[260:][number // 2 * 4 : number // 2 * 4 + 4]

        def edit(copy: EditedCopy, own=own, rival=rival, author=author) -> None:
            for place, key in enumerate(own):
                words = f"{key.record_id} was edited by {author}."
                copy.retype(key, words, tracked=place % 2 == 0)
                wanted[str(key)] = words
            for key in rival:
                copy.retype(key, f"{author} would say otherwise.")

        paths.append(edited(edit, author))
    returns = Returns(workspace)
    report = returns.report(paths)
    assert len(report.with_outcome(Outcome.TAKEN)) == 260
    assert len(report.with_outcome(Outcome.CONFLICT)) == 20
    assert sum(len(unit.copies) for unit in report.units) == 300
    steps = {entry.step for entry in workspace.history(limit=5000)}
    returns.take_in(report)
    (step,) = {entry.step for entry in workspace.history(limit=5000)} - steps
    assert step
    paper = {str(unit.key): unit.text for unit in units(papers.document(ROUND, NOTES))}
    assert {key: paper[key] for key in wanted} == wanted
    assert workspace.next_label(Deed.UNDO) == "Bring edits back: Speaking notes"
    entry = workspace.history("p1", limit=1)[0]
    assert sorted(copy.author for copy in History(workspace).copies_of(entry)) == authors
    workspace.undo()
    assert said(workspace)[0] == "Point 0 says that both sides go on."


@pytest.mark.usefixtures("guarded")
@pytest.mark.shows("I1 hostile files brought back as edited copies")
@pytest.mark.parametrize("name", [*HOSTILE, *(pytest.param(name, marks=pytest.mark.torture) for name in WORD_FILES)])
def test_a_hostile_file_is_refused_in_one_sentence_and_the_store_untouched(
    workspace: Workspace, papers: Papers, tmp_path: Path, name: str
) -> None:
    path = tmp_path / "hostile.docx"
    path.write_bytes(WORD_FILES[name][0]())
    refused(workspace, path)


def refused(workspace: Workspace, path: Path) -> None:
    with workspace.look() as work:
        before = everything(work)
    with pytest.raises(UserError) as told:
        Returns(workspace).report([path])
    sentence = str(told.value)
    assert path.name in sentence
    assert sentence.endswith(".")
    assert "\n" not in sentence
    with workspace.look() as work:
        assert everything(work) == before


@pytest.mark.usefixtures("guarded")
def test_broken_copies_are_refused(workspace: Workspace, papers: Papers, edited, tmp_path: Path) -> None:
    whole = edited(lambda copy: None).read_bytes()
    broken = (whole[:2000], whole[:-3000], b"PK\x03\x04", b"no package", whole.replace(b"w", b"v"))
    for number, data in enumerate(broken):
        path = tmp_path / f"broken-{number}.docx"
        path.write_bytes(data)
        refused(workspace, path)


def test_a_store_that_moved_since_the_report_is_not_written_to(workspace: Workspace, edited) -> None:
    (first,) = say(workspace, "We meet in spring.")
    path = edited(lambda copy: copy.retype(first, "We meet in summer."))
    report = Returns(workspace).report([path])
    say(workspace, "Something else.")
    with pytest.raises(UserError, match="look at the report again"):
        Returns(workspace).take_in(report)
    assert said(workspace) == ["Something else."]


def test_a_copy_of_no_paper_of_this_store_is_refused(workspace: Workspace, edited, tmp_path: Path) -> None:
    path = edited(lambda copy: None)
    with workspace.request("Clear") as work:
        for draft in work.find(Draft):
            work.remove_whole(draft)
    refused(workspace, path)


def test_a_paper_that_was_edited_in_its_place_is_written_anew_once_its_edits_are_taken_in(
    workspace: Workspace, papers: Papers, edited, tmp_path: Path
) -> None:
    (first,) = say(workspace, "We value the treaty.")
    copy = edited(lambda copy: copy.retype(first, "We value this treaty."))
    path = tmp_path / "papers" / "speaking-notes.docx"
    path.write_bytes(copy.read_bytes())
    (line,) = papers.lines(ROUND, [NOTES])
    assert line.state is DraftState.EDITED_OUTSIDE
    with pytest.raises(UserError, match="was edited since it was written"):
        papers.write(ROUND, NOTES, path)
    Returns(workspace).take_in(Returns(workspace).report([path]))
    (line,) = papers.lines(ROUND, [NOTES])
    assert line.state is DraftState.DATA_CHANGED
    written = papers.write(ROUND, NOTES, path)
    assert (written.version, written.kept) == (2, False)
    assert written.aside is not None
    assert written.aside.read_bytes() == copy.read_bytes()
    assert papers.lines(ROUND, [NOTES])[0].state is DraftState.IN_STEP
