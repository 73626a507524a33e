"""Planning the next round: by the rule, or as the user says, and never against the rule without a reason."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from dialogue_prep.domain.agenda import ItemKind
from dialogue_prep.domain.delegation import DelegateRole
from dialogue_prep.domain.dialogue import Dialogue
from dialogue_prep.domain.dossier import Dossier
from dialogue_prep.domain.errors import UserError
from dialogue_prep.domain.identity import PersonId
from dialogue_prep.domain.post import Person, Post, Tenure
from dialogue_prep.domain.round import Round, RoundStatus
from dialogue_prep.domain.seating_rules import FacingDoor, SeatingRules
from dialogue_prep.domain.text import NOTHING, in_english
from dialogue_prep.services.dialogues import Dialogues
from dialogue_prep.services.rounds import Plan, Rounds
from dialogue_prep.services.workspace import Workspace
from tests.invented import everything, kept


def planned(workspace: Workspace, **said: object) -> Dossier:
    dialogue = Dialogues(workspace).one()
    rounds = Rounds(workspace)
    return rounds.dossier(rounds.plan(dialogue.id, Plan(**said)).id)  # type: ignore[arg-type]


def held(workspace: Workspace, *ids: str) -> None:
    """Record rounds as held."""
    with workspace.request("Hold") as work:
        for id_ in ids:
            work.put(replace(work.get(Round, id_), status=RoundStatus.HELD))


def dropped(workspace: Workspace, id_: str, status: RoundStatus) -> None:
    with workspace.request("Drop") as work:
        work.put(replace(work.get(Round, id_), status=status))


def test_the_starter_is_planned_as_its_sources_say(starter: Workspace) -> None:
    dossier = planned(starter)
    round_ = dossier.round
    assert (round_.ordinal, dossier.host.name.read("en"), round_.city.read("en")) == (3, "China", "Beijing")
    assert (round_.year, round_.start, round_.status) == (2018, None, RoundStatus.EXPECTED)
    assert dossier.slots[0].item.kind is ItemKind.OPENING
    assert sorted(c.code for i in dossier.items for c in dossier.commitments_of(i)) == [
        f"R2-{n:02}" for n in range(1, 9)
    ]


def test_planning_twice_changes_nothing(starter: Workspace) -> None:
    planned(starter)
    before = kept(starter)
    planned(starter)
    assert kept(starter) == before


def test_a_plan_gives_a_first_agenda_and_the_known_co_chairs_as_heads(starter: Workspace) -> None:
    dossier = planned(starter)
    assert dossier.agenda is not None
    assert [(d.role, d.precedence) for d in dossier.delegates] == [(DelegateRole.HEAD, 1)] * 2
    assert {dossier.side(d.side_id).name.read("en") for d in dossier.delegates} == {"Canada", "China"}
    assert all(delegate.office for delegate in dossier.delegates)


@pytest.mark.parametrize("id_", ["0 first", "zz last"])
def test_the_head_of_a_delegation_is_who_holds_the_post_now_not_who_held_it_once(starter: Workspace, id_: str) -> None:
    with starter.look() as work:
        known = next(one for one in work.find(Tenure) if one.as_of)
        side = next(one.side_id for one in work.find(Post) if one.id == known.post_id)
    new = Person(id=PersonId("new"), side_id=side, name=in_english("Ada Example"))
    with starter.request("Know") as work:
        work.put(new)
        work.put(replace(known, id=id_, person_id=new.id, as_of=date(2017, 12, 1)))
    heads = {one.side_id: one.person_id for one in planned(starter).delegates if one.role is DelegateRole.HEAD}
    assert heads[side] == new.id


def test_an_agenda_is_worded_in_the_languages_of_the_program(starter: Workspace) -> None:
    dossier = planned(starter)
    for item in dossier.items:
        assert [wording.language for wording in item.title] == ["en", "fr", "zh-Hans"]
    follow_up = next(item for item in dossier.items if item.kind is ItemKind.FOLLOW_UP)
    assert follow_up.title.read("en") == "Follow-up of the 2nd round"
    assert follow_up.title.read("fr") == "Suites de la 2e session"
    next_round = next(item for item in dossier.items if item.kind is ItemKind.NEXT_ROUND)
    assert next_round.title.read("en") == "The next round: Canada, 2019"


def test_dates_city_and_status_are_as_the_user_says(starter: Workspace) -> None:
    round_ = planned(starter, start=date(2018, 5, 14), end=date(2018, 5, 15), city="Shanghai").round
    assert (round_.start, round_.end, round_.year) == (date(2018, 5, 14), date(2018, 5, 15), 2018)
    assert (round_.city.read("en"), round_.status) == ("Shanghai", RoundStatus.DATES_AGREED)


def test_a_capital_is_known_in_all_its_languages(starter: Workspace) -> None:
    round_ = planned(starter, city="北京").round
    assert (round_.city.read("en"), round_.city.read("zh-Hans")) == ("Beijing", "北京")


def test_one_day_is_enough_and_the_last_day_can_be_said_later(starter: Workspace) -> None:
    assert planned(starter, start=date(2018, 5, 14)).round.end == date(2018, 5, 14)
    assert planned(starter, end=date(2018, 5, 16)).round.end == date(2018, 5, 16)
    assert planned(starter, city="Shanghai").round.start == date(2018, 5, 14)


def test_a_last_day_without_a_first_is_refused(starter: Workspace) -> None:
    with pytest.raises(UserError, match="A round that ends must begin"):
        planned(starter, end=date(2018, 5, 16))


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ({"start": date(2018, 5, 15), "end": date(2018, 5, 14)}, "cannot end before it begins"),
        ({"start": date(2017, 6, 22)}, "Round 2 was held until 2017-06-22; a later round must begin after it"),
        ({"start": date(2016, 1, 1)}, "a later round must begin after it"),
        ({"host": "Canada"}, "It is the turn of China: Canada hosted round 2."),
        ({"host": "Norway"}, "“Norway” is no side of this dialogue; its sides are China / Canada|Canada / China"),
        ({"city": "Bei\x00jing"}, r"U\+0000"),
        ({"reason": "\ud800"}, r"U\+D800"),
    ],
)
def test_what_cannot_be_is_refused_and_changes_nothing(
    starter: Workspace, said: dict[str, object], sentence: str
) -> None:
    before = kept(starter)
    with pytest.raises(UserError, match=sentence):
        planned(starter, **said)
    assert kept(starter) == before


def test_a_host_out_of_turn_needs_a_reason_and_the_reason_is_kept(starter: Workspace) -> None:
    dossier = planned(starter, host="Canada", reason="Beijing is being rebuilt.")
    assert dossier.host.name.read("en") == "Canada"
    assert dossier.round.reason.read("en") == "Beijing is being rebuilt."
    assert not dossier.round.city, "the place was of the other host"
    assert dossier.round.time_zone == "America/Toronto"


def test_with_another_host_go_city_venue_and_zone_and_with_the_same_one_they_stay(starter: Workspace) -> None:
    planned(starter, host="China", city="Beijing", venue="A hall", time_zone="Asia/Urumqi")
    same = planned(starter, host="China").round
    assert (same.city.read("en"), same.venue.read("en"), same.time_zone) == ("Beijing", "A hall", "Asia/Urumqi")
    other = planned(starter, host="Canada", reason="The other side asked for it.").round
    assert (other.city, other.venue, other.time_zone) == (NOTHING, NOTHING, "America/Toronto")


def test_after_a_round_that_was_held_comes_the_other_side(starter: Workspace) -> None:
    first = planned(starter, start=date(2018, 5, 14)).round
    held(starter, first.id)
    dossier = planned(starter)
    assert (dossier.round.ordinal, dossier.host.name.read("en"), dossier.round.year) == (4, "Canada", 2019)
    assert {side.name.read("en") for side in dossier.sides} == {"Canada", "China"}


@pytest.mark.parametrize(
    "status", [RoundStatus.POSTPONED, RoundStatus.LAPSED, RoundStatus.CANCELLED, RoundStatus.SUSPENDED]
)
def test_a_round_that_was_dropped_uses_up_no_turn(starter: Workspace, status: RoundStatus) -> None:
    dropped(starter, planned(starter).round.id, status)
    dossier = planned(starter)
    assert (dossier.round.ordinal, dossier.host.name.read("en")) == (3, "China")
    assert Rounds(starter).numbered(dossier.dialogue.id, 3).id == dossier.round.id
    assert len(dossier.rounds) == 3


def test_the_next_round_is_the_first_that_is_still_to_come(workspace: Workspace) -> None:
    next_round = Rounds(workspace).next("dialogue")
    assert next_round is not None
    assert next_round.ordinal == 3
    held(workspace, "round-3")
    assert Rounds(workspace).next("dialogue") is None


def test_a_round_that_is_not_there_is_named(workspace: Workspace) -> None:
    with pytest.raises(UserError, match="There is no round 9 in the store"):
        Rounds(workspace).numbered("dialogue", 9)


def test_the_next_round_begins_with_the_rules_of_seating_of_the_one_before(workspace: Workspace) -> None:
    dialogue = Dialogues(workspace).one()
    rounds = Rounds(workspace)
    last = rounds.all(dialogue.id)[-1]
    with workspace.request("Seat") as work:
        work.put(replace(last, status=RoundStatus.HELD, seats_a_side=5, facing_door=FacingDoor.HOSTS))
    assert planned(workspace).round.seating == SeatingRules(seats_a_side=5, facing_door=FacingDoor.HOSTS)


def test_what_staff_made_of_a_plan_is_not_made_again(starter: Workspace) -> None:
    dossier = planned(starter)
    with starter.request("Shorten") as work:
        for item in dossier.items[3:]:
            work.remove_whole(item)
    again = planned(starter, start=date(2018, 5, 14))
    assert len(again.items) == 3
    assert len(again.delegates) == 2


def test_the_schedule_alternates_into_the_years_to_come(starter: Workspace) -> None:
    planned(starter)
    (dialogue,) = everything_of(starter, Dialogue)
    turns = Rounds(starter).schedule(dialogue.id, 3)
    assert [(turn.ordinal, turn.host.name.read("en"), turn.year) for turn in turns] == [
        (2, "Canada", 2017),
        (3, "China", 2018),
        (4, "Canada", 2019),
        (5, "China", 2020),
        (6, "Canada", 2021),
    ]


def everything_of(workspace: Workspace, kind: type[Dialogue]) -> list[Dialogue]:
    with workspace.look() as work:
        return list(everything(work)[kind.__name__].values())  # type: ignore[arg-type]
