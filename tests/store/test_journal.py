"""The journal: who changed which field, and the way back and forth."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dialogue_prep.domain.clearance import Release
from dialogue_prep.domain.draft import Draft
from dialogue_prep.domain.errors import UserError
from dialogue_prep.domain.identity import Identified
from dialogue_prep.domain.journal import Deed
from dialogue_prep.domain.round import Round
from dialogue_prep.domain.template import Template
from dialogue_prep.domain.text import in_english
from dialogue_prep.domain.topic import Topic
from dialogue_prep.services.workspace import Workspace
from tests.invented import NOON, again, everything, kept, workspace_of
from tests.invented_dialogue import invented_dialogue, of_kind


def change(workspace: Workspace, label: str = "Rename", *, visit: str = "", **fields: object) -> None:
    with workspace.request(label, visit=visit) as work:
        work.put(replace(work.get(Topic, "crime"), **fields))  # type: ignore[arg-type]


def number(workspace: Workspace) -> int:
    with workspace.look() as work:
        return work.get(Topic, "crime").number


def all_of(workspace: Workspace) -> dict[str, dict[str, Identified]]:
    with workspace.look() as work:
        return everything(work)


def test_an_entry_holds_only_the_fields_that_differ(workspace: Workspace) -> None:
    change(workspace, number=9)
    (entry,) = workspace.history("crime", limit=1)
    assert (entry.before, entry.after) == ({"number": 1}, {"number": 9})
    assert (entry.label, entry.deed, entry.who, entry.at) == ("Rename", Deed.REQUEST, "Ada Example", NOON)
    assert (entry.kind, entry.value_id) == ("topic", "crime")


def test_each_language_of_a_text_is_a_field_of_its_own(workspace: Workspace) -> None:
    with workspace.look() as work:
        title = work.get(Topic, "crime").title
    change(workspace, title=title.reworded("fr", "Trafics").reworded("ar", "جريمة").reworded("zh-Hans", ""))
    (entry,) = workspace.history("crime", limit=1)
    assert entry.before == {"title.fr": ["translation", "Criminalité"], "title.ar": None, "title.zh-Hans": _kept(title)}
    assert entry.after == {
        "title.fr": ["translation", "Trafics"],
        "title.ar": ["translation", "جريمة"],
        "title.zh-Hans": None,
    }


def _kept(title: object) -> list[str]:
    wording = title.wording("zh-Hans")  # type: ignore[attr-defined]
    return [wording.state.value, wording.words]


def test_what_is_added_has_no_before_and_what_is_removed_no_after(workspace: Workspace) -> None:
    with workspace.request("Add") as work:
        work.put(Topic(id="new", dialogue_id="dialogue", number=7, title=in_english("New")))
    with workspace.request("Remove") as work:
        work.remove(work.get(Topic, "new"))
    removed, added = workspace.history("new")
    assert (added.before, removed.after) == (None, None)
    assert added.after == removed.before
    assert added.after is not None
    assert added.after["title.en"] == ["original", "New"]


def test_history_is_of_one_record_or_of_all_newest_first(workspace: Workspace) -> None:
    for place in (7, 8, 9):
        change(workspace, f"To {place}", number=place)
    assert [entry.label for entry in workspace.history("crime")] == ["To 9", "To 8", "To 7", "Begin"]
    assert [entry.label for entry in workspace.history(limit=2)] == ["To 9", "To 8"]
    assert workspace.history("nothing") == ()


def test_undo_and_redo_are_steps_of_their_own_in_the_journal(workspace: Workspace) -> None:
    change(workspace, number=9)
    workspace.undo()
    workspace.redo()
    assert [(e.deed, e.after) for e in workspace.history("crime", limit=3)] == [
        (Deed.REDO, {"number": 9}),
        (Deed.UNDO, {"number": 1}),
        (Deed.REQUEST, {"number": 9}),
    ]


def test_the_next_undo_and_redo_are_named(workspace: Workspace) -> None:
    change(workspace, "Number", number=9)
    assert (workspace.next_label(Deed.UNDO), workspace.next_label(Deed.REDO)) == ("Number", None)
    step = workspace.undo()
    assert step is not None
    assert (step.label, step.deed) == ("Number", Deed.UNDO)
    assert (workspace.next_label(Deed.UNDO), workspace.next_label(Deed.REDO)) == ("Begin", "Number")


def test_undo_works_across_starts(workspace: Workspace) -> None:
    change(workspace, number=9)
    workspace.database.close()
    later = workspace_of(again(workspace.database))
    later.undo()
    assert number(later) == 1
    later.database.close()
    last = workspace_of(again(workspace.database))
    last.redo()
    assert number(last) == 9
    last.database.close()


def test_something_new_ends_what_could_be_redone(workspace: Workspace) -> None:
    change(workspace, number=9)
    workspace.undo()
    change(workspace, number=8)
    assert workspace.redo() is None
    assert number(workspace) == 8


def test_saves_of_one_visit_are_one_step(workspace: Workspace) -> None:
    for place in (7, 8, 9):
        change(workspace, visit="box 1", number=place)
    change(workspace, visit="box 2", number=10)
    workspace.undo()
    assert number(workspace) == 9
    workspace.undo()
    assert number(workspace) == 1
    workspace.redo()
    assert number(workspace) == 9


def test_a_visit_that_was_taken_back_begins_a_new_step(workspace: Workspace) -> None:
    change(workspace, visit="box", number=7)
    workspace.undo()
    change(workspace, visit="box", number=8)
    workspace.undo()
    assert number(workspace) == 1
    assert workspace.next_label(Deed.UNDO) == "Begin"


def test_a_removed_dialogue_comes_back_whole_with_its_identifiers(workspace: Workspace) -> None:
    before = all_of(workspace)
    with workspace.request("Remove the dialogue") as work:
        for dialogue in everything(work)["Dialogue"].values():
            work.remove_whole(dialogue)
    assert all_of(workspace) != before
    workspace.undo()
    assert all_of(workspace) == before


def test_all_there_ever_was_can_be_taken_back_and_brought_again(workspace: Workspace) -> None:
    before = all_of(workspace)
    assert workspace.undo() is not None
    assert not any(all_of(workspace).values())
    assert workspace.undo() is None
    assert workspace.redo() is not None
    assert all_of(workspace) == before
    assert workspace.redo() is None


def test_a_step_that_is_not_undoable_is_journalled_and_passed_over(workspace: Workspace) -> None:
    change(workspace, number=9)
    (draft,) = of_kind(invented_dialogue(), Draft)
    with workspace.request("Write a paper", undoable=False) as work:
        work.put(replace(draft, id="second", version=2))
    assert workspace.history(limit=1)[0].label == "Write a paper"
    assert workspace.next_label(Deed.UNDO) == "Rename"
    workspace.undo()
    assert number(workspace) == 1
    assert "second" in all_of(workspace)["Draft"]


def test_a_round_whose_paper_was_written_can_be_taken_back_and_takes_the_draft_along(workspace: Workspace) -> None:
    (draft,) = of_kind(invented_dialogue(), Draft)
    with workspace.request("Plan") as work:
        work.put(replace(work.get(Round, "round-3"), id="round-4", ordinal=4))
    with workspace.request("Write a paper", undoable=False) as work:
        work.put(replace(draft, id="of-4", round_id="round-4"))
    with workspace.request("Release a paper", undoable=False) as work:
        work.put(replace(work.get(Release, "release"), id="released", draft_id="of-4"))
    before = all_of(workspace)
    assert workspace.undo() is not None
    after = all_of(workspace)
    assert "round-4" not in after["Round"]
    assert "of-4" not in after["Draft"]
    assert after["Release"]["released"].draft_id is None
    workspace.redo()
    assert all_of(workspace) == before
    workspace.undo()
    assert all_of(workspace) == after


def test_a_template_into_which_a_paper_was_written_can_be_taken_back_and_the_draft_stays(
    workspace: Workspace,
) -> None:
    (draft,) = of_kind(invented_dialogue(), Draft)
    with workspace.request("Add a template") as work:
        work.put(replace(work.get(Template, "letterhead"), id="second", name="Second"))
    with workspace.request("Write a paper", undoable=False) as work:
        work.put(replace(draft, id="with-it", template_id="second"))
    before = all_of(workspace)
    assert workspace.undo() is not None
    assert all_of(workspace)["Draft"]["with-it"].template_id is None
    workspace.redo()
    assert all_of(workspace) == before


def test_a_step_is_not_taken_back_over_what_was_changed_without_a_step(workspace: Workspace) -> None:
    change(workspace, number=9)
    with workspace.request("Number again", undoable=False) as work:
        work.put(replace(work.get(Topic, "crime"), number=12))
    before = kept(workspace)
    with pytest.raises(UserError, match="can no longer be taken back"):
        workspace.undo()
    assert kept(workspace) == before


def test_another_field_that_was_changed_since_stays_as_it_is(workspace: Workspace) -> None:
    change(workspace, number=9)
    with workspace.request("Rename", undoable=False) as work:
        work.put(replace(work.get(Topic, "crime"), title=in_english("Trafficking")))
    workspace.undo()
    with workspace.look() as work:
        topic = work.get(Topic, "crime")
    assert (topic.number, topic.title.read("en")) == (1, "Trafficking")
