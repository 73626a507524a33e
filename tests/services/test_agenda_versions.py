"""Versions of an agenda: how far one is, what the next keeps of it, what differs, what another round takes over."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dialogue_prep.domain.agenda import AgendaItem, AgendaState, ItemKind
from dialogue_prep.domain.agenda_difference import ItemPart, agenda_difference
from dialogue_prep.domain.agenda_versions import next_states
from dialogue_prep.domain.dossier import Dossier
from dialogue_prep.domain.errors import UserError
from dialogue_prep.domain.round import Round, RoundStatus
from dialogue_prep.domain.speaking import PointKind
from dialogue_prep.domain.text import in_english
from dialogue_prep.services.agenda_versions import AgendaVersions
from dialogue_prep.services.agendas import Agendas
from dialogue_prep.services.dialogues import Dialogues
from dialogue_prep.services.records import Records
from dialogue_prep.services.rounds import Plan, Rounds
from dialogue_prep.services.workspace import Workspace


def dossier(workspace: Workspace, ordinal: int = 3) -> Dossier:
    rounds = Rounds(workspace)
    found = next(one for one in rounds.all(Dialogues(workspace).one().id) if one.ordinal == ordinal)
    return rounds.dossier(found.id)


def begun(workspace: Workspace) -> Dossier:
    """Return the dossier after a second version of its agenda was begun."""
    agenda = dossier(workspace).agenda
    assert agenda is not None
    AgendaVersions(workspace).begin(agenda)
    return dossier(workspace)


def topics(found: Dossier) -> list[AgendaItem]:
    return [slot.item for slot in found.slots if slot.item.kind is ItemKind.TOPIC]


def test_a_version_goes_on_step_by_step_and_each_has_its_name_in_the_undo_menu(workspace: Workspace) -> None:
    versions = AgendaVersions(workspace)
    for state, label in (
        (AgendaState.CLEARED, "Clear the agenda"),
        (AgendaState.SENT, "Record the agenda as sent"),
        (AgendaState.ADOPTED, "Record the agenda as adopted"),
        (AgendaState.AMENDED, "Record the agenda as amended"),
    ):
        agenda = dossier(workspace).agenda
        assert agenda is not None
        assert versions.step(agenda, state).state is state
        assert workspace.history(agenda.id)[0].label == label


def test_an_agenda_does_not_go_back_and_only_an_adopted_one_is_amended(workspace: Workspace) -> None:
    agenda = dossier(workspace).agenda
    assert agenda is not None
    assert AgendaState.AMENDED not in next_states(AgendaState.SENT)
    sent = AgendaVersions(workspace).step(agenda, AgendaState.SENT)
    with pytest.raises(UserError, match="cannot become cleared; begin a new version"):
        AgendaVersions(workspace).step(sent, AgendaState.CLEARED)


def test_the_next_version_keeps_the_identity_of_items_and_the_former_is_kept_as_it_was(workspace: Workspace) -> None:
    before = dossier(workspace)
    after = begun(workspace)
    assert after.agenda is not None
    assert (after.agenda.version, after.agenda.state) == (2, AgendaState.DRAFT)
    assert after.items == before.items
    first, second = AgendaVersions(workspace).of_round(after.round.id)
    assert [slot.item.title for slot in first.slots] == [slot.item.title for slot in second.slots]
    assert all(one.same for one in agenda_difference(first, second))
    workspace.undo()
    assert (dossier(workspace).agenda, dossier(workspace).items) == (before.agenda, before.items)
    assert len(AgendaVersions(workspace).of_round(after.round.id)) == 1


def test_a_version_that_is_kept_is_not_changed(workspace: Workspace) -> None:
    after = begun(workspace)
    first = AgendaVersions(workspace).of_round(after.round.id)[0]
    with pytest.raises(UserError, match="Version 1 is kept as it was"):
        Agendas(workspace).move(first.items[0], 3)
    with pytest.raises(UserError, match="Version 1 is kept"):
        AgendaVersions(workspace).begin(first.agenda)


def test_what_differs_between_versions_is_said_item_by_item(planned: Workspace) -> None:
    after = begun(planned)
    one, two, three, *_rest = topics(after)
    agendas, records = Agendas(planned), Records(planned)
    records.edit(one, lambda kept: replace(kept, minutes=kept.minutes + 5), label="Change an agenda item")
    agendas.move(two, len(after.slots) - 1)
    agendas.park([three])
    added = agendas.add(one.agenda_id, ItemKind.GUIDANCE, in_english("Guidance"), 20, after=None)
    agendas.lead(one, [after.entities_of(after.home)[0].id], [e.id for e in after.entities_of(after.home)[1:]])
    found = agenda_difference(*AgendaVersions(planned).of_round(after.round.id))
    named = {difference.slot.item.id.partition("~")[0]: difference for difference in found}
    assert named[one.id].parts == (ItemPart.MINUTES, ItemPart.LEADS)
    assert named[two.id].moved
    assert (named[three.id].parked, named[three.id].after) == (True, None)
    assert (named[added.id].before, found[0].slot.item.id) == (None, added.id)
    assert sum(not difference.same for difference in found) == 4


def test_the_next_round_takes_the_agenda_over_and_nothing_written_for_it_is_lost(planned: Workspace) -> None:
    third = dossier(planned)
    first_topic, other = topics(third)[:2]
    agendas = Agendas(planned)
    agendas.move(other, 0)
    agendas.park([topics(third)[2]])
    agendas.lead(first_topic, [third.entities_of(third.home)[0].id], [e.id for e in third.entities_of(third.home)[1:]])
    own = agendas.add(first_topic.agenda_id, ItemKind.OTHER_BUSINESS, in_english("A walk"), 25, after=None)
    with pytest.raises(UserError, match="No round after round 3 is planned yet"):
        AgendaVersions(planned).duplicate(third.round.id)
    held(planned, third.round)
    fourth = dossier(planned, 4)
    kept = next(item for item in fourth.items if item.topic_id == other.topic_id)
    agendas.say(kept, PointKind.POINT, "en", ["Ask again."])
    AgendaVersions(planned).duplicate(third.round.id)
    after = dossier(planned, 4)
    titles = [slot.item.title.read("en") for slot in after.slots]
    assert titles[:2] == ["A walk", other.title.read("en")]
    assert "Follow-up of the 3rd round" in titles, "titles that name a round name the right one"
    assert after.slots[1].item.id == kept.id
    assert [point.words.words("en") for point in after.points_of(kept, PointKind.POINT)] == ["Ask again."]
    led = next(item for item in after.items if item.topic_id == first_topic.topic_id)
    assert len(after.leads_of(led, after.home)) == 1
    assert {item.topic_id for item in after.items if item.parked} >= {topics(third)[2].topic_id}
    assert own.id not in {item.id for item in after.items}
    planned.undo()
    assert dossier(planned, 4).items == fourth.items


def held(workspace: Workspace, round_: Round) -> None:
    """Record a round as held and plan the next."""
    held_ = replace(round_, status=RoundStatus.HELD)
    Records(workspace).change(round_, held_, label="Record a round as held")
    Rounds(workspace).plan(round_.dialogue_id, Plan())
