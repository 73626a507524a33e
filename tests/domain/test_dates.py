"""Days for a round: what stands against each, and why the best is the best."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogue_prep.domain.clashes import Engagement
from dialogue_prep.domain.dates import BEST, Candidate, DateSearch, candidates
from dialogue_prep.domain.dialogue import Dialogue
from dialogue_prep.domain.errors import UserError
from dialogue_prep.domain.milestone import Milestone
from dialogue_prep.domain.round import Round, RoundStatus
from dialogue_prep.domain.text import in_english
from tests.domain.test_due import CAPITALS, ROUND, TODAY

OTHER = Dialogue(id="other", designation=in_english("Border Talks"))
MONDAY = date(2032, 5, 10)


def search(earliest: date = MONDAY, latest: date = MONDAY + timedelta(days=6), **more: Any) -> DateSearch:
    given = {"round": ROUND, "earliest": earliest, "latest": latest, "days": 1, "capitals": CAPITALS, **more}
    return DateSearch(**given)


def found(asked: DateSearch, rounds: tuple[Round, ...] = (), today: date = TODAY) -> dict[date, Candidate]:
    return {candidate.start: candidate for candidate in candidates(asked, rounds, today)}


def said(candidate: Candidate) -> list[str]:
    return [reason.read("en") for reason in candidate.reasons]


def test_a_working_day_of_both_with_nothing_near_is_as_good_as_can_be() -> None:
    best = found(search())[MONDAY]
    assert best.score == BEST
    assert said(best) == ["Nothing stands against it: working days in both capitals, and no other meeting near."]


def test_the_best_comes_first_and_of_equal_days_the_earlier() -> None:
    ranked = [one.start.weekday() for one in candidates(search(), (), TODAY)]
    # Monday to Thursday; Sunday is of the guest's weekend, Friday of the host's, Saturday of both.
    assert ranked == [0, 1, 2, 3, 6, 4, 5]


def test_a_holiday_of_the_host_weighs_more_than_one_of_the_guest() -> None:
    days = found(search(date(2032, 5, 25), date(2032, 5, 31)))
    ours, theirs = days[date(2032, 5, 26)], days[date(2032, 5, 30)]
    assert "2032-05-26 is a public holiday in Ostrava: Bridge Day." in said(ours)
    assert "2032-05-30 is a public holiday in Lumen: River Day." in said(theirs)
    assert ours.score > theirs.score
    assert said(days[date(2032, 5, 25)]) == ["2032-05-26, right beside it, is a public holiday in Ostrava: Bridge Day."]


def test_a_weekend_that_is_worked_is_no_weekend() -> None:
    saturday = found(search(date(2032, 5, 29), date(2032, 5, 29)))[date(2032, 5, 29)]
    assert not any("weekend in Lumen" in reason for reason in said(saturday))


def test_a_round_of_several_days_has_to_suit_on_each_of_them() -> None:
    thursday = found(search(days=3))[MONDAY + timedelta(days=3)]
    assert thursday.end == MONDAY + timedelta(days=5)
    assert sum("weekend" in reason for reason in said(thursday)) == 3


def test_another_meeting_on_the_same_days_or_near_is_named() -> None:
    busy = Engagement(
        dialogue=OTHER, start=MONDAY + timedelta(days=2), end=MONDAY + timedelta(days=2), host=None, ordinal=4
    )
    days = found(search(engagements=(busy,)))
    same, near = days[MONDAY + timedelta(days=2)], days[MONDAY]
    assert said(same) == ["On the same days: round 4 of Border Talks."]
    assert said(near) == ["2 days apart: round 4 of Border Talks."]
    assert same.score < near.score < BEST


def test_milestones_that_would_be_too_late_are_named() -> None:
    early = Milestone(id="m", round_id="r", title=in_english("Propose dates"), offset=120)
    done = replace(early, id="d", done_on=date(2032, 1, 1))
    fixed = replace(early, id="f", fixed=date(2032, 1, 1))
    days = found(search(milestones=(early, done, fixed)))
    assert said(days[MONDAY]) == ["“Propose dates” would have been due on 2032-01-11."]
    later = found(search(date(2032, 7, 5), date(2032, 7, 5), milestones=(early,)))
    assert later[date(2032, 7, 5)].score == BEST


def test_days_that_have_passed_or_lie_before_the_last_round_held_are_none() -> None:
    assert min(found(search(), today=MONDAY + timedelta(days=2))) == MONDAY + timedelta(days=2)
    held = replace(ROUND, id="held", ordinal=2, status=RoundStatus.HELD, start=MONDAY, end=MONDAY + timedelta(days=1))
    assert min(found(search(), (held,))) == MONDAY + timedelta(days=2)
    assert found(search(), today=date(2033, 1, 1)) == {}


def test_a_year_that_is_not_known_is_said_and_costs_nothing() -> None:
    day = date(2033, 5, 10)
    (one,) = candidates(search(day, day), (), TODAY)
    assert one.score == BEST
    assert "The public holidays of Lumen in 2033 are not known for certain yet." in said(one)


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"latest": MONDAY - timedelta(days=1)}, "latest"),
        ({"latest": MONDAY + timedelta(days=800)}, "latest"),
        ({"days": 0}, "days"),
        ({"days": 31}, "days"),
    ],
)
def test_a_search_that_cannot_be_is_refused_at_its_field(wrong: dict[str, object], field: str) -> None:
    with pytest.raises(UserError) as caught:
        search(**wrong)  # type: ignore[arg-type]
    assert caught.value.field == field


@given(first=st.dates(date(2032, 1, 1), date(2032, 12, 1)), length=st.integers(0, 40), days=st.integers(1, 5))
def test_every_day_from_today_on_is_ranked_once_with_a_reason(first: date, length: int, days: int) -> None:
    asked = search(first, first + timedelta(days=length), days=days)
    ranked = candidates(asked, (), TODAY)
    wanted = [first + timedelta(days=n) for n in range(length + 1)]
    assert sorted(one.start for one in ranked) == [day for day in wanted if day >= TODAY]
    assert all(one.reasons and 0 <= one.score <= BEST for one in ranked)
    assert [one.score for one in ranked] == sorted((one.score for one in ranked), reverse=True)
