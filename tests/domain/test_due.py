"""When milestones are due, through weekends and holidays, and what moves with a round."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogue_prep.domain.dialogue import Side
from dialogue_prep.domain.due import counted, dated, moved, years_of
from dialogue_prep.domain.errors import UserError
from dialogue_prep.domain.milestone import (
    FURTHEST,
    DayCount,
    Milestone,
    MilestonePlan,
    MilestoneState,
    Part,
    PlannedMilestone,
)
from dialogue_prep.domain.public_holidays import WEEKENDS_ALONE, Capital, HolidayCalendar
from dialogue_prep.domain.round import Round
from dialogue_prep.domain.text import NOTHING, in_english

OURS = Side(id="ours", dialogue_id="d", position=1, name=in_english("Ostrava"), home=True)
THEIRS = Side(id="theirs", dialogue_id="d", position=2, name=in_english("Lumen"))
TODAY = date(2032, 2, 6)

# In Lumen people rest on Fridays and Saturdays, and once work on a Saturday; in Ostrava the 26th of May is a holiday.
LUMEN = HolidayCalendar(
    code="LU",
    weekend=frozenset((4, 5)),
    holidays={date(2032, 5, 30): in_english("River Day")},
    working=frozenset((date(2032, 5, 29),)),
    years=frozenset((2031, 2032)),
)
OSTRAVA = HolidayCalendar(code="OS", holidays={date(2032, 5, 26): in_english("Bridge Day")}, years=frozenset((2032,)))
CAPITALS = (Capital(OURS, OSTRAVA), Capital(THEIRS, LUMEN))

# A Tuesday; Lumen hosts.
ROUND = Round(id="r", dialogue_id="d", ordinal=3, host_id="theirs", year=2032, start=date(2032, 6, 1))


def milestone(offset: int = 0, count: DayCount = DayCount.CALENDAR, **more: object) -> Milestone:
    return Milestone(id=f"m{offset}", round_id="r", title=in_english("Send it"), offset=offset, count=count, **more)  # type: ignore[arg-type]


def due(offset: int, count: DayCount, round_: Round = ROUND) -> date | None:
    (one,) = dated([milestone(offset, count)], round_, CAPITALS)
    return one.due


def test_calendar_days_are_counted_straight_back() -> None:
    assert due(15, DayCount.CALENDAR) == date(2032, 5, 17)
    assert due(0, DayCount.CALENDAR) == date(2032, 6, 1)
    assert due(-2, DayCount.CALENDAR) == date(2032, 6, 3)


@pytest.mark.parametrize(
    ("count", "day"),
    [
        # Back from Tuesday, 1 June: Lumen works on 31 and 29 May, not on River Day, the 30th, nor on Friday, the 28th.
        (DayCount.WORKING_HOST, date(2032, 5, 29)),
        # Ostrava works on Monday, 31 May, and on Friday, the 28th.
        (DayCount.WORKING_GUEST, date(2032, 5, 28)),
        # Both work on the 31st and on the 27th only; the 26th is Bridge Day.
        (DayCount.WORKING_BOTH, date(2032, 5, 27)),
    ],
)
def test_working_days_are_those_of_the_capitals_named(count: DayCount, day: date) -> None:
    assert due(2, count) == day


def test_host_and_guest_are_told_apart_by_the_round() -> None:
    home_hosts = replace(ROUND, host_id="ours")
    assert due(2, DayCount.WORKING_HOST, home_hosts) == date(2032, 5, 28)
    assert due(2, DayCount.WORKING_GUEST, home_hosts) == date(2032, 5, 29)


def test_after_the_round_working_days_are_counted_forward() -> None:
    assert due(-4, DayCount.WORKING_GUEST) == date(2032, 6, 7)


def test_a_milestone_on_a_day_of_its_own_is_due_that_day_with_or_without_a_round() -> None:
    fixed = milestone(5, fixed=date(2032, 5, 3))
    for round_ in (ROUND, replace(ROUND, start=None)):
        assert dated([fixed], round_, CAPITALS)[0].due == date(2032, 5, 3)


def test_without_dates_of_the_round_nothing_that_is_counted_back_is_due() -> None:
    (one,) = dated([milestone(5)], replace(ROUND, start=None), CAPITALS)
    assert one.due is None
    assert one.state(TODAY) is MilestoneState.OPEN


def test_milestones_stand_in_the_order_in_which_they_are_due() -> None:
    found = dated([milestone(3), milestone(40), milestone(-1)], ROUND, CAPITALS)
    assert [one.milestone.offset for one in found] == [40, 3, -1]


def test_a_day_that_is_a_holiday_somewhere_says_so_where_calendar_days_are_counted() -> None:
    (one,) = dated([milestone(6)], ROUND, CAPITALS)
    assert [note.read("en") for note in one.notes] == ["A public holiday in Ostrava: Bridge Day."]


def test_a_year_whose_holidays_are_not_known_is_said_and_not_guessed() -> None:
    early = replace(ROUND, start=date(2033, 1, 4), year=2033)
    (one,) = dated([milestone(3, DayCount.WORKING_BOTH)], early, CAPITALS)
    assert [note.read("en") for note in one.notes] == [
        "The public holidays of Ostrava in 2033 are not known for certain yet.",
        "The public holidays of Lumen in 2033 are not known for certain yet.",
    ]


def test_where_no_calendar_is_chosen_that_is_said_once() -> None:
    bare = (Capital(OURS, WEEKENDS_ALONE), CAPITALS[1])
    (one,) = dated([milestone(3, DayCount.WORKING_GUEST)], ROUND, bare)
    assert one.due == date(2032, 5, 27)
    assert [note.read("en") for note in one.notes] == [
        "No public holidays are chosen for Ostrava; only weekends count."
    ]


def test_a_milestone_is_open_then_overdue_unless_it_is_done_or_waived() -> None:
    day = date(2032, 5, 17)
    assert milestone().state(day, day) is MilestoneState.OPEN
    assert milestone().state(day, day + timedelta(days=1)) is MilestoneState.OVERDUE
    assert milestone(done_on=day).state(day, date(2033, 1, 1)) is MilestoneState.DONE
    assert milestone(waived=in_english("Too late.")).state(day, date(2033, 1, 1)) is MilestoneState.WAIVED


def test_moving_the_round_moves_what_is_not_fixed_and_tells_what_would_be_past() -> None:
    all_ = [
        milestone(150),
        milestone(15),
        replace(milestone(20), id="fixed", fixed=date(2032, 5, 3)),
        replace(milestone(16), id="done", done_on=date(2032, 1, 5)),
    ]
    sooner = replace(ROUND, start=date(2032, 3, 1), end=date(2032, 3, 2))
    found = moved(all_, ROUND, sooner, CAPITALS, TODAY)
    assert [(one.milestone.offset, one.before, one.after, one.past) for one in found] == [
        (150, date(2032, 1, 3), date(2031, 10, 3), True),
        (15, date(2032, 5, 17), date(2032, 2, 15), False),
    ]


def test_a_round_that_loses_its_dates_leaves_its_milestones_without_any() -> None:
    (one,) = moved([milestone(15)], ROUND, replace(ROUND, start=None), CAPITALS, TODAY)
    assert (one.after, one.past) == (None, False)


@pytest.mark.parametrize(
    ("wrong", "field"),
    [({"offset": FURTHEST + 1}, "offset"), ({"offset": -FURTHEST - 1}, "offset"), ({"title": NOTHING}, "title")],
)
def test_a_milestone_that_cannot_be_is_refused_at_its_field(wrong: dict[str, object], field: str) -> None:
    with pytest.raises(UserError) as caught:
        Milestone(**{"id": "m", "round_id": "r", "title": in_english("It"), **wrong})  # type: ignore[arg-type]
    assert caught.value.field == field
    with pytest.raises(UserError):
        PlannedMilestone(**{"id": "m", "plan_id": "p", "position": 1, "title": in_english("It"), "offset": 1, **wrong})  # type: ignore[arg-type]


def test_a_plan_needs_a_name_and_a_year_has_four_figures() -> None:
    with pytest.raises(UserError, match="A plan needs a name"):
        MilestonePlan(id="p", name=NOTHING, part=Part.HOST)
    with pytest.raises(UserError, match="0218-05-03 again: its year cannot be right"):
        milestone(fixed=date(218, 5, 3))
    with pytest.raises(UserError, match="its year cannot be right"):
        replace(ROUND, start=date(9999, 12, 31), year=9999)


@given(
    start=st.dates(date(2000, 1, 1), date(2100, 1, 1)),
    offset=st.integers(-FURTHEST, FURTHEST),
    weekends=st.tuples(*[st.sets(st.integers(0, 6), max_size=2)] * 2),
)
def test_so_many_working_days_lie_between_the_due_day_and_the_round(
    start: date, offset: int, weekends: tuple[set[int], set[int]]
) -> None:
    capitals = [Capital(OURS, HolidayCalendar(code="X", weekend=frozenset(weekend))) for weekend in weekends]
    day = counted(start, offset, capitals)
    if offset > 0:
        between = [day + timedelta(days=n) for n in range((start - day).days)]
    else:
        between = [start + timedelta(days=n) for n in range(1, (day - start).days + 1)]
    working = [one for one in between if all(capital.calendar.is_working(one) for capital in capitals)]
    assert len(working) == abs(offset)
    assert offset == 0 or all(capital.calendar.is_working(day) for capital in capitals)
    one = Milestone(id="m", round_id="r", title=in_english("It"), offset=offset, count=DayCount.WORKING_BOTH)
    years = years_of([one], replace(ROUND, start=start, year=start.year))
    if max(map(len, weekends)) + min(map(len, weekends)) <= 3:
        assert day.year in years, "the holidays of that year were read"
