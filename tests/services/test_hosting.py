"""Exceptions to hosting in turn, what they would bring, several dialogues side by side, days for the next round."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from dialogue_prep.domain.dialogue import Dialogue, Side
from dialogue_prep.domain.errors import UserError
from dialogue_prep.domain.hosting import Basis
from dialogue_prep.domain.journal import Deed
from dialogue_prep.domain.milestone import Milestone
from dialogue_prep.domain.round import Round, RoundForm, RoundStatus, TurnUse
from dialogue_prep.domain.special_meeting import MeetingKind, SpecialMeeting
from dialogue_prep.domain.text import NOTHING, in_english
from dialogue_prep.services.dates import Dates
from dialogue_prep.services.dialogues import Dialogues
from dialogue_prep.services.hosting import Hosting
from dialogue_prep.services.rounds import Plan, Rounds
from dialogue_prep.services.workspace import Workspace
from tests.invented import everything, kept

WHY = in_english("The other side asked for it.")


def dialogue_id(workspace: Workspace) -> str:
    return Dialogues(workspace).one().id


@pytest.fixture
def round_3(starter: Workspace) -> Round:
    return Rounds(starter).plan(dialogue_id(starter), Plan(start=date(2018, 6, 12)))


def host_of(workspace: Workspace, round_: Round) -> Side:
    assert round_.host_id is not None
    with workspace.look() as work:
        return work.get(Side, round_.host_id)


def hosts(workspace: Workspace) -> list[str]:
    turns = Rounds(workspace).schedule(dialogue_id(workspace), 3)
    return [turn.host.name.read("en") for turn in turns]


def test_what_the_communique_announced_is_told_apart_from_what_we_only_plan(starter: Workspace) -> None:
    Rounds(starter).plan(dialogue_id(starter), Plan())
    turns = Rounds(starter).schedule(dialogue_id(starter), 1)
    assert [(turn.ordinal, turn.basis) for turn in turns] == [
        (2, Basis.HELD),
        (3, Basis.AGREED),
        (4, Basis.BY_RULE),
    ]


def exchanged(**more: object) -> Plan:
    """Return the plan by which Canada hosts round 3 in exchange for the next one."""
    given: dict[str, object] = {"host": "Canada", "turn": TurnUse.EXCHANGED, "reason": "China asked for it.", **more}
    return Plan(**given)  # type: ignore[arg-type]


def test_an_exchange_gives_the_next_round_to_the_side_that_gave_its_turn(starter: Workspace, round_3: Round) -> None:
    assert hosts(starter) == ["Canada", "China", "Canada", "China", "Canada"]
    changed = Rounds(starter).change(round_3.id, exchanged(reference="call of 5 February"))
    assert hosts(starter) == ["Canada", "Canada", "China", "China", "Canada"]
    assert (changed.reference, changed.time_zone) == ("call of 5 February", "America/Toronto")
    assert not changed.city
    assert starter.next_label(Deed.UNDO) == "Exchange the turns of hosting"
    starter.undo()
    assert hosts(starter) == ["Canada", "China", "Canada", "China", "Canada"]


def test_an_exchange_back_to_the_side_whose_turn_it_is_anyway_is_refused(starter: Workspace, round_3: Round) -> None:
    with pytest.raises(UserError, match="It is the turn of China itself"):
        Rounds(starter).change(round_3.id, exchanged(host="China"))


def test_a_round_by_video_can_use_up_no_turn(starter: Workspace, round_3: Round) -> None:
    by_video = Plan(form=RoundForm.VIDEO, turn=TurnUse.NO_TURN, reason="Nobody travels.", reference="letter of 3 March")
    Rounds(starter).change(round_3.id, by_video)
    assert hosts(starter) == ["Canada", "China", "China", "Canada", "China"]
    assert starter.next_label(Deed.UNDO) == "Change how a round is held"


@pytest.mark.parametrize(
    "plan",
    [
        Plan(form=RoundForm.VIDEO, turn=TurnUse.NO_TURN),
        Plan(form=RoundForm.THIRD_PLACE),
        exchanged(reason=""),
    ],
)
def test_an_exception_without_a_reason_is_refused_at_its_field_and_nothing_is_stored(
    starter: Workspace, round_3: Round, plan: Plan
) -> None:
    before = kept(starter)
    with pytest.raises(UserError, match="Say why round 3") as caught:
        Rounds(starter).change(round_3.id, plan)
    assert caught.value.field == "reason"
    assert kept(starter) == before


def test_an_unknown_zone_or_calendar_is_refused_at_its_field_and_nothing_is_stored(
    starter: Workspace, round_3: Round
) -> None:
    before = kept(starter)
    hosting = Hosting(starter)
    for wrong, field in (
        (lambda: Rounds(starter).change(round_3.id, Plan(time_zone="Mars/Olympus")), "time_zone"),
        (lambda: hosting.choose_calendar(host_of(starter, round_3), "ZZ"), "holiday_calendar"),
    ):
        with pytest.raises(UserError) as caught:
            wrong()
        assert caught.value.field == field
    assert kept(starter) == before


def test_a_capital_works_by_the_calendar_that_is_chosen_for_it(starter: Workspace, round_3: Round) -> None:
    assert Hosting(starter).choose_calendar(host_of(starter, round_3), "ca-qc").holiday_calendar == "CA-QC"
    assert Rounds(starter).change(round_3.id, Plan(time_zone="Asia/Urumqi")).time_zone == "Asia/Urumqi"
    assert starter.next_label(Deed.UNDO) == "Change the time zone of a round"


def test_what_a_move_would_bring_is_told_and_nothing_is_changed(starter: Workspace, round_3: Round) -> None:
    with starter.request("Add") as work:
        work.put(Milestone(id="m", round_id=round_3.id, title=in_english("Propose dates"), offset=100))
    before = kept(starter)
    later = replace(round_3, start=date(2019, 3, 4), end=date(2019, 3, 5), year=2019)
    foreseen = Hosting(starter).foreseen(later, 3)
    assert [one.ordinal for one in foreseen.turns] == [3, 4, 5, 6]
    assert [(one.before, one.after) for one in foreseen.milestones] == [(date(2018, 3, 4), date(2018, 11, 24))]
    assert foreseen.past == ()
    sooner = replace(round_3, start=date(2018, 2, 20), end=date(2018, 2, 20))
    assert [one.milestone.id for one in Hosting(starter).foreseen(sooner, 3).past] == ["m"]
    assert kept(starter) == before


def test_a_move_before_the_last_round_held_is_refused_before_it_is_made(starter: Workspace, round_3: Round) -> None:
    with pytest.raises(UserError, match="Round 2 was held until 2017-06-22") as caught:
        Rounds(starter).proposed(round_3.dialogue_id, Plan(start=date(2017, 6, 22)), round_3.id)
    assert caught.value.field == "start"


def test_what_stands_against_the_days_of_a_move_is_told(starter: Workspace, round_3: Round) -> None:
    moved = Rounds(starter).proposed(round_3.dialogue_id, Plan(start=date(2018, 7, 1)), round_3.id)
    said = [sentence.read("en") for sentence in Hosting(starter).foreseen(moved, 2).against]
    assert any(one.startswith("2018-07-01 is a public holiday in Canada") for one in said)
    assert "2018-07-01 is of the weekend in China." in said


def test_a_round_that_is_not_there_yet_is_foreseen_too(starter: Workspace) -> None:
    new = Rounds(starter).proposed(dialogue_id(starter), Plan(start=date(2019, 6, 12)))
    foreseen = Hosting(starter).foreseen(new, 2)
    assert [one.ordinal for one in foreseen.turns] == [3, 4, 5]
    assert foreseen.milestones == ()


@pytest.mark.parametrize(
    ("year", "sentence"),
    [
        (2016, "Round 2 was held in 2017; rounds follow each other by their numbers"),
        (20018, "Look at 20018 again"),
        (1018, "Look at 1018 again"),
    ],
)
def test_a_year_that_cannot_be_is_refused_at_its_field(starter: Workspace, year: int, sentence: str) -> None:
    Rounds(starter).plan(dialogue_id(starter), Plan())
    with pytest.raises(UserError, match=sentence) as caught:
        Rounds(starter).plan(dialogue_id(starter), Plan(year=year))
    assert caught.value.field == "year"


def test_the_year_of_a_round_without_dates_can_be_changed(starter: Workspace) -> None:
    Rounds(starter).plan(dialogue_id(starter), Plan())
    assert Rounds(starter).plan(dialogue_id(starter), Plan(year=2019)).year == 2019


def test_each_change_of_a_round_has_its_own_name_for_undo(starter: Workspace, round_3: Round) -> None:
    rounds, labels = Rounds(starter), []
    for plan in (Plan(start=date(2018, 6, 19)), Plan(city="Shanghai"), Plan(time_zone="Asia/Urumqi")):
        rounds.change(round_3.id, plan)
        labels.append(starter.next_label(Deed.UNDO))
    assert labels == ["Move a round", "Plan the next round", "Change the time zone of a round"]
    rounds.change(rounds.numbered(round_3.dialogue_id, 2).id, Plan(venue="Hall 1"))
    assert starter.next_label(Deed.UNDO) == "Change a round"


def test_a_round_called_off_can_be_foreseen_too(starter: Workspace, round_3: Round) -> None:
    off = replace(round_3, status=RoundStatus.POSTPONED, reason=WHY)
    (first, *_rest) = Hosting(starter).foreseen(off, 1).turns
    assert first.after is not None
    assert (first.ordinal, first.after.basis) == (3, Basis.BY_RULE)


def meeting(**more: object) -> SpecialMeeting:
    given: dict[str, object] = {
        "id": "special",
        "dialogue_id": "dialogue",
        "kind": MeetingKind.SPECIAL_SESSION,
        "title": in_english("Floods"),
        "reason": in_english("The flood of May."),
        **more,
    }
    return SpecialMeeting(**given)  # type: ignore[arg-type]


def test_a_session_beside_the_rounds_uses_up_no_turn_and_no_number(workspace: Workspace) -> None:
    before = hosts(workspace)
    made = Hosting(workspace).meet(meeting(start=date(2032, 7, 1)))
    assert hosts(workspace) == before
    assert [one.id for one in Hosting(workspace).meetings("dialogue")] == ["locks", "special"]
    Hosting(workspace).change_meeting(made, lambda kept: replace(kept, start=None))
    assert [one.start for one in Hosting(workspace).meetings("dialogue")] == [date(2032, 4, 7), None]


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"reason": NOTHING}, "reason"),
        ({"title": NOTHING}, "title"),
        ({"end": date(2032, 7, 1)}, "start"),
        ({"start": date(2032, 7, 2), "end": date(2032, 7, 1)}, "end"),
        ({"start": date(32, 7, 2)}, "start"),
        ({"time_zone": "Mars"}, "time_zone"),
    ],
)
def test_a_session_that_cannot_be_is_refused_at_its_field(
    workspace: Workspace, wrong: dict[str, object], field: str
) -> None:
    with pytest.raises(UserError) as caught:
        Hosting(workspace).meet(meeting(**wrong))
    assert caught.value.field == field


def second_dialogue(workspace: Workspace, start: date) -> None:
    """Put a dialogue of Ostrava with a third state into the store, with its first round on a day."""
    with workspace.request("Add another dialogue") as work:
        work.put(Dialogue(id="second", designation=in_english("Border Talks")))
        work.put(Side(id="o2", dialogue_id="second", position=1, name=in_english("Ostrava"), home=True))
        work.put(Side(id="v2", dialogue_id="second", position=2, name=in_english("Verdia")))
        work.put(Round(id="b1", dialogue_id="second", ordinal=1, host_id="v2", year=start.year, start=start, end=start))


def test_dialogues_stand_side_by_side_with_what_clashes(workspace: Workspace) -> None:
    second_dialogue(workspace, date(2032, 6, 2))
    programmes = Hosting(workspace).programmes(2)
    assert [one.dialogue.id for one in programmes] == ["second", "dialogue"]
    assert [turn.basis for turn in programmes[0].turns][:2] == [Basis.PLANNED, Basis.BY_RULE]
    (clash,) = Hosting(workspace).clashes()
    assert {clash.first.dialogue.id, clash.second.dialogue.id} == {"dialogue", "second"}
    assert len(Hosting(workspace).clashes(within=60)) == 2, "the meeting on locks is near, too"


def test_days_for_the_next_round_mind_the_other_dialogues(workspace: Workspace) -> None:
    second_dialogue(workspace, date(2032, 6, 2))
    first = date(2032, 6, 1)
    found = {one.start: one for one in Dates(workspace).find("dialogue", first, first + timedelta(days=20))}
    assert found[first].end == date(2032, 6, 2), "as long as the round is planned to be"
    assert "On the same days: round 1 of Border Talks." in [reason.read("en") for reason in found[first].reasons]
    assert any("“Send the delegation list”" in r.read("en") for one in found.values() for r in one.reasons) is False
    assert next(reason.read("en") for reason in found[date(2032, 6, 16)].reasons).startswith("No public holidays are")


def test_days_are_ranked_by_the_holidays_of_both_real_capitals(starter: Workspace, round_3: Round) -> None:
    found = Dates(starter).find(round_3.dialogue_id, date(2018, 6, 11), date(2018, 6, 24), 2)
    ranked = {one.start: one.score for one in found}
    assert found[0].start == date(2018, 6, 11)
    assert ranked[date(2018, 6, 18)] < ranked[date(2018, 6, 19)] < ranked[date(2018, 6, 20)]


def test_holidays_of_every_year_of_a_long_search_are_minded(starter: Workspace, round_3: Round) -> None:
    found = Dates(starter).find(round_3.dialogue_id, date(2018, 6, 11), date(2020, 6, 10))
    new_year = {one.start: one for one in found}[date(2019, 1, 1)]
    assert new_year.score < 50
    assert any("public holiday" in str(reason) for reason in new_year.reasons)


def test_days_can_only_be_found_for_a_round_that_is_planned(starter: Workspace) -> None:
    with starter.request("Drop") as work:
        for round_ in work.find(Round, ordinal=3):
            work.remove_whole(round_)
    with pytest.raises(UserError, match="No round is planned yet"):
        Dates(starter).find(dialogue_id(starter), date(2018, 6, 1), date(2018, 6, 2))


@pytest.mark.parametrize("days", [0, -1, 400])
def test_a_round_of_no_or_too_many_days_is_refused(starter: Workspace, round_3: Round, days: int) -> None:
    with pytest.raises(UserError, match="A round lasts 1 to 30 days"):
        Dates(starter).find(round_3.dialogue_id, date(2018, 6, 1), date(2018, 6, 2), days)


def test_every_change_of_hosting_is_one_step_and_undo_restores_what_was(starter: Workspace, round_3: Round) -> None:
    hosting, rounds = Hosting(starter), Rounds(starter)
    requests = (
        lambda: rounds.change(round_3.id, exchanged()),
        lambda: rounds.change(
            round_3.id, Plan(form=RoundForm.THIRD_PLACE, turn=TurnUse.NO_TURN, city="Port Lumen", reason="Floods.")
        ),
        lambda: rounds.change(round_3.id, Plan(time_zone="Asia/Urumqi")),
        lambda: hosting.choose_calendar(host_of(starter, round_3), ""),
        lambda: hosting.meet(meeting(dialogue_id=round_3.dialogue_id)),
    )
    for ask in requests:
        with starter.look() as work:
            before = everything(work)
        ask()
        starter.undo()
        with starter.look() as work:
            assert everything(work) == before
