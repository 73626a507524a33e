"""Changing single fields of a record, whatever else in it was changed meanwhile."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from dialogue_prep.domain.agenda import AgendaItem, ItemKind
from dialogue_prep.domain.dialogue import Dialogue
from dialogue_prep.domain.errors import NotFound, UserError
from dialogue_prep.domain.text import in_english
from dialogue_prep.services.agendas import Agendas, usual_items
from dialogue_prep.services.dialogues import Dialogues
from dialogue_prep.services.records import Records
from dialogue_prep.services.workspace import Workspace
from tests.invented import everything
from tests.invented_sources import RECORD, TERMS, take_in


@pytest.fixture
def item(workspace: Workspace) -> AgendaItem:
    with workspace.look() as work:
        return min(work.find(AgendaItem), key=lambda found: (found.position, found.id))


def kept(workspace: Workspace, item: AgendaItem) -> AgendaItem:
    with workspace.look() as work:
        return work.get(AgendaItem, item.id)


def retitled(language: str, words: str) -> Callable[[AgendaItem], AgendaItem]:
    return lambda kept: replace(kept, title=kept.title.reworded(language, words))


def test_a_field_is_changed_and_what_was_changed_beside_it_stays(workspace: Workspace, item: AgendaItem) -> None:
    records = Records(workspace)
    records.change(item, replace(item, minutes=7), label="Change the minutes")
    records.edit(item, lambda kept: replace(kept, speaks_first_id=None), label="Say who speaks first")
    assert kept(workspace, item) == replace(item, minutes=7, speaks_first_id=None)


def test_words_are_changed_in_one_language_only(workspace: Workspace, item: AgendaItem) -> None:
    Records(workspace).edit(item, retitled("fr", "Ouverture solennelle"), label="Change a title")
    after = kept(workspace, item).title
    assert after.words("fr") == "Ouverture solennelle"
    assert after.words("en") == item.title.words("en")


def test_changes_of_one_visit_are_taken_back_at_once(workspace: Workspace, item: AgendaItem) -> None:
    for words in ("O", "Op", "Open"):
        Records(workspace).edit(item, retitled("en", words), label="Change a title", visit="one")
    assert kept(workspace, item).title.words("en") == "Open"
    workspace.undo()
    assert kept(workspace, item) == item


def test_what_cannot_be_is_refused_and_changes_nothing(workspace: Workspace, item: AgendaItem) -> None:
    with pytest.raises(UserError, match="0 to 1440 minutes", check=lambda error: error.field == "minutes"):
        Records(workspace).edit(item, lambda kept: replace(kept, minutes=2000), label="Change the minutes")
    assert kept(workspace, item) == item


def test_a_record_that_is_gone_is_not_brought_back_by_a_change(workspace: Workspace, item: AgendaItem) -> None:
    records = Records(workspace)
    records.remove(item, label="Remove an agenda item")
    with pytest.raises(NotFound, match="no longer there"):
        records.edit(item, lambda kept: replace(kept, minutes=5), label="Change the minutes")


def test_the_first_item_of_an_empty_agenda_can_be_added(workspace: Workspace, item: AgendaItem) -> None:
    agendas = Agendas(workspace)
    with workspace.look() as work:
        items = work.find(AgendaItem, agenda_id=item.agenda_id)
    Records(workspace).remove(*items, label="Remove agenda items")
    added = agendas.add(item.agenda_id, ItemKind.OPENING, in_english("Opening"), 10, after=None)
    assert (kept(workspace, added).position, kept(workspace, added).agenda_id) == (1, item.agenda_id)


def test_usual_items_are_worded_for_the_round(workspace: Workspace) -> None:
    with workspace.look() as work:
        usual = usual_items(work.dossier("round-3"))
    assert [one.minutes > 0 for one in usual if one.kind is ItemKind.BREAK].count(True) == 2
    assert all(one.title.read("fr") and (one.minutes > 0 or one.kind is ItemKind.BREAK) for one in usual)


def test_a_dialogue_goes_with_all_that_is_its_own_and_one_undo_brings_the_whole_back(planned: Workspace) -> None:
    with planned.look() as work:
        mistaken, alone = work.find(Dialogue)[0], everything(work)
    take_in(planned, TERMS, RECORD)
    with planned.look() as work:
        both = everything(work)
    going = Dialogues(planned).goes_with(mistaken)
    Records(planned).remove(mistaken, label="Remove a dialogue")
    of_the_store = {"Marking", "WordingGrade", "StoreSetting"}
    left = {
        kind: {id_: one for id_, one in values.items() if kind in of_the_store or id_ not in alone[kind]}
        for kind, values in both.items()
    }
    with planned.look() as work:
        assert everything(work) == left
    assert going.total() + 1 == sum(len(both[kind]) - len(left[kind]) for kind in both) > 150
    assert left["Commitment"], "the other dialogue has records of its own"
    planned.undo()
    with planned.look() as work:
        assert everything(work) == both
