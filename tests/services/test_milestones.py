"""What is due before a round: taken from a plan, ticked off, waived, moved; and templates that staff keep."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from dialogue_prep.domain.errors import NotFound, UserError
from dialogue_prep.domain.milestone import DayCount, Milestone, MilestonePlan, MilestoneState, Part, PlannedMilestone
from dialogue_prep.domain.readiness import Place, gaps
from dialogue_prep.domain.round import Round
from dialogue_prep.domain.text import in_english
from dialogue_prep.reading.milestone_rows import milestone_rows
from dialogue_prep.services.dialogues import Dialogues
from dialogue_prep.services.milestones import Milestones
from dialogue_prep.services.rounds import Plan, Rounds
from dialogue_prep.services.workspace import Workspace
from tests.invented import everything, kept

BEIJING = date(2018, 6, 12)


@pytest.fixture
def round_3(starter: Workspace) -> Round:
    """Return round 3 of the starter dialogue: planned in Beijing, our side travels, today is 6 February 2018."""
    return Rounds(starter).plan(Dialogues(starter).one().id, Plan(start=BEIJING))


def due(workspace: Workspace, round_: Round) -> dict[str, date | None]:
    return {one.milestone.title.read("en"): one.due for one in Milestones(workspace).of(round_.id)}


def titled(workspace: Workspace, round_: Round, beginning: str) -> Milestone:
    found = Milestones(workspace).of(round_.id)
    return next(one.milestone for one in found if one.milestone.title.read("en").startswith(beginning))


def state(workspace: Workspace, milestone: Milestone) -> MilestoneState:
    found = Milestones(workspace).of(milestone.round_id)
    return next(one.state(workspace.today()) for one in found if one.id == milestone.id)


def unchanged(workspace: Workspace) -> bytes:
    return kept(workspace)


def test_who_travels_gets_the_plan_of_the_guest_counted_back_from_the_round(starter: Workspace, round_3: Round) -> None:
    assert len(Milestones(starter).apply(round_3.id)) == 15
    found = due(starter, round_3)
    assert found["Delegation list to the host"] == date(2018, 5, 28)
    assert found["Record of discussion"] == date(2018, 6, 14)
    # Two working days of Ottawa before Tuesday, 12 June.
    assert found["Briefing book to the co-chair"] == date(2018, 6, 8)
    assert next(iter(found)).startswith("Answer the note verbale")


def test_who_hosts_gets_the_plan_of_the_host(starter: Workspace) -> None:
    said = Plan(start=BEIJING, host="Canada", reason="Beijing is being rebuilt.")
    round_ = Rounds(starter).plan(Dialogues(starter).one().id, said)
    Milestones(starter).apply(round_.id)
    assert "Seating plan" in due(starter, round_)


def test_a_plan_is_worded_in_the_languages_of_the_program(starter: Workspace, round_3: Round) -> None:
    for milestone in Milestones(starter).apply(round_3.id):
        assert [wording.language for wording in milestone.title] == ["en", "fr", "zh-Hans"]


def test_taking_a_plan_twice_adds_nothing_and_is_no_step(starter: Workspace, round_3: Round) -> None:
    milestones = Milestones(starter)
    milestones.apply(round_3.id)
    before = unchanged(starter)
    assert milestones.apply(round_3.id) == ()
    assert unchanged(starter) == before


def test_a_plan_is_one_step_that_undo_takes_back(starter: Workspace, round_3: Round) -> None:
    with starter.look() as work:
        before = everything(work)
    Milestones(starter).apply(round_3.id)
    starter.undo()
    with starter.look() as work:
        assert everything(work) == before
    starter.redo()
    assert len(due(starter, round_3)) == 15


def test_the_holidays_of_the_capital_are_left_out(starter: Workspace, round_3: Round) -> None:
    milestones = Milestones(starter)
    (book,) = milestones.add(milestones.new(round_3.id, in_english("Book"), offset=2))
    # Round 3 moved to Tuesday, 3 July: Monday, 2 July, is no holiday in the calendar; Canada Day is a Sunday in 2018.
    book = milestones.count_back(book, 4, DayCount.WORKING_HOST)
    Rounds(starter).plan(round_3.dialogue_id, Plan(start=date(2018, 6, 20)))
    # China rests on Monday, 18 June, for the Dragon Boat Festival: 19, 15, 14, 13.
    assert due(starter, round_3)["Book"] == date(2018, 6, 13)
    milestones.count_back(book, 4, DayCount.WORKING_GUEST)
    assert due(starter, round_3)["Book"] == date(2018, 6, 14)


def test_moving_the_round_moves_what_is_counted_and_leaves_what_is_fixed(starter: Workspace, round_3: Round) -> None:
    milestones = Milestones(starter)
    milestones.apply(round_3.id)
    milestones.fix(titled(starter, round_3, "Scenario"), date(2018, 5, 1))
    foreseen = milestones.foreseen(round_3.id, date(2018, 3, 12))
    assert {one.milestone.title.read("en") for one in foreseen if one.past} == {
        "Answer the note verbale: dates and agenda",
        "First report on commitments",
        "Comments on the draft joint communiqué",
        "Guest’s checklist settled: visas, travel, hotels, interpreters",
    }
    before = due(starter, round_3)
    assert {one.milestone.title.read("en"): one.before for one in foreseen}.items() <= before.items()
    Rounds(starter).plan(round_3.dialogue_id, Plan(start=date(2018, 3, 12)))
    after = due(starter, round_3)
    assert after == before | {one.milestone.title.read("en"): one.after for one in foreseen}
    assert after["Scenario note"] == date(2018, 5, 1)


def test_foreseeing_changes_nothing(starter: Workspace, round_3: Round) -> None:
    Milestones(starter).apply(round_3.id)
    before = unchanged(starter)
    assert Milestones(starter).foreseen(round_3.id, None)
    assert unchanged(starter) == before


def test_a_milestone_is_done_waived_and_open_again(starter: Workspace, round_3: Round) -> None:
    milestones = Milestones(starter)
    milestones.apply(round_3.id)
    one = titled(starter, round_3, "Scenario")
    milestones.tick([one], date(2018, 2, 5))
    assert state(starter, one) is MilestoneState.DONE
    waived = in_english("The host writes it.")
    milestones.edit(titled(starter, round_3, "Scenario"), lambda kept: replace(kept, done_on=None, waived=waived))
    assert state(starter, one) is MilestoneState.WAIVED
    milestones.reopen([titled(starter, round_3, "Scenario")])
    assert state(starter, one) is MilestoneState.OPEN


def test_what_is_overdue_is_shown_as_a_gap_and_never_refused(starter: Workspace, round_3: Round) -> None:
    milestones = Milestones(starter)
    milestones.add(milestones.new(round_3.id, in_english("Send the note verbale"), offset=150))
    assert due(starter, round_3) == {"Send the note verbale": date(2018, 1, 13)}
    found = gaps(Rounds(starter).dossier(round_3.id), starter.today())
    (gap,) = [gap for gap in found if "was due on" in gap.sentence.read("en")]
    assert gap.sentence.read("en") == "“Send the note verbale” was due on 2018-01-13."
    assert (gap.where, gap.blocking) == (Place.HOSTING, False)
    milestones.tick([titled(starter, round_3, "Send")], date(2018, 1, 10))
    assert not [
        g for g in gaps(Rounds(starter).dossier(round_3.id), starter.today()) if "was due" in g.sentence.template
    ]


@pytest.mark.parametrize(
    ("request_", "field"),
    [
        (lambda m, one: m.tick([one], date(2018, 2, 7)), "done_on"),
        (lambda m, one: m.count_back(one, 5000, DayCount.CALENDAR), "offset"),
        (lambda m, one: m.fix(one, date(218, 1, 1)), "fixed"),
    ],
)
def test_what_cannot_be_is_told_at_its_field_and_nothing_is_stored(
    starter: Workspace, round_3: Round, request_: object, field: str
) -> None:
    milestones = Milestones(starter)
    (one,) = milestones.add(milestones.new(round_3.id, in_english("Book"), offset=2))
    before = unchanged(starter)
    with pytest.raises(UserError) as caught:
        request_(milestones, one)  # type: ignore[operator]
    assert caught.value.field == field
    assert unchanged(starter) == before


def test_a_milestone_that_is_gone_is_not_brought_back_by_a_tick(starter: Workspace, round_3: Round) -> None:
    milestones = Milestones(starter)
    (one,) = milestones.add(milestones.new(round_3.id, in_english("Book"), offset=2))
    milestones.remove(one)
    with pytest.raises(NotFound):
        milestones.tick([one], date(2018, 1, 1))
    assert due(starter, round_3) == {}


def test_without_dates_of_the_round_its_plan_waits(starter: Workspace) -> None:
    round_ = Rounds(starter).plan(Dialogues(starter).one().id, Plan())
    Milestones(starter).apply(round_.id)
    assert set(due(starter, round_).values()) == {None}


def test_until_a_store_keeps_plans_there_is_one_for_the_host_and_one_for_the_guest(starter: Workspace) -> None:
    assert [kept.plan.part for kept in Milestones(starter).plans()] == [Part.HOST, Part.GUEST]


def test_a_plan_that_staff_changed_is_kept_and_used_instead(starter: Workspace, round_3: Round) -> None:
    milestones = Milestones(starter)
    usual = milestones.plans()[1]
    shorter = [replace(entry, owner="Desk A") for entry in usual.entries[:3]]
    milestones.keep_plan(usual.plan, [shorter[2], shorter[0]], seen=usual)
    (kept,) = [one for one in milestones.plans() if one.plan.part is Part.GUEST]
    assert [entry.position for entry in kept.entries] == [1, 2]
    assert {milestone.owner for milestone in milestones.apply(round_3.id)} == {"Desk A"}
    milestones.keep_plan(usual.plan, shorter[:1], seen=kept)
    (kept,) = [one for one in milestones.plans() if one.plan.part is Part.GUEST]
    assert len(kept.entries) == 1
    milestones.drop_plan(kept.plan)
    assert len(milestones.plans()[1].entries) == 15, "the usual one is there again"
    assert len(due(starter, round_3)) == 2, "what was taken from it stays"


def test_what_was_made_of_a_round_can_be_kept_as_a_plan(starter: Workspace, round_3: Round) -> None:
    milestones = Milestones(starter)
    milestones.add(
        milestones.new(round_3.id, in_english("Letters"), offset=3),
        milestones.new(round_3.id, in_english("Flowers"), offset=9),
        milestones.new(round_3.id, in_english("Parade"), fixed=date(2018, 5, 9)),
    )
    kept = milestones.keep_as_plan(round_3.id, in_english("Short visits"))
    assert kept.plan.part is Part.GUEST
    assert [entry.title.read("en") for entry in kept.entries] == ["Flowers", "Letters"]
    assert kept in milestones.plans()


def test_a_chosen_plan_is_taken_and_one_that_is_gone_is_told(starter: Workspace, round_3: Round) -> None:
    milestones = Milestones(starter)
    host = milestones.plans()[0]
    assert len(milestones.apply(round_3.id, host.id)) == len(host.entries)
    with pytest.raises(UserError, match="This plan of milestones is no longer there"):
        milestones.apply(round_3.id, "gone")


def test_rows_of_a_table_are_taken_in_as_one_step_but_for_those_with_errors(starter: Workspace, round_3: Round) -> None:
    milestones = Milestones(starter)
    rows = milestone_rows("Title,Due,Days before\nFlowers,,9\nLetters,2018-02-30,\nflowers,,8\nParade,2018-05-09,\n")
    taken = milestones.take_in(round_3.id, rows, "en")
    assert [one.title.read("en") for one in taken] == ["Flowers", "Parade"]
    assert due(starter, round_3) == {"Parade": date(2018, 5, 9), "Flowers": date(2018, 6, 3)}
    assert milestones.take_in(round_3.id, rows, "en") == ()
    starter.undo()
    assert due(starter, round_3) == {}


def test_a_row_done_on_a_day_to_come_takes_nothing_in(starter: Workspace, round_3: Round) -> None:
    rows = milestone_rows("Title,Due,Done on\nFlowers,2018-03-01,\nLetters,2018-03-01,2018-03-01\n")
    with pytest.raises(UserError, match="2018-03-01, which is still to come"):
        Milestones(starter).take_in(round_3.id, rows, "en")
    assert due(starter, round_3) == {}


def test_the_usual_plans_belong_to_no_store_and_are_the_same_in_each(starter: Workspace) -> None:
    assert Milestones(starter).plans() == Milestones(starter).plans()
    with starter.look() as work:
        assert work.find(MilestonePlan) == ()
        assert work.find(PlannedMilestone) == ()
