"""Finds days for a round: each first day with a score and every reason for it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from dialogue_prep.domain.clashes import Engagement
from dialogue_prep.domain.due import dated, unknown_year
from dialogue_prep.domain.errors import UserError
from dialogue_prep.domain.milestone import Milestone, MilestoneState
from dialogue_prep.domain.public_holidays import Capital
from dialogue_prep.domain.round import Round
from dialogue_prep.domain.sentence import Sentence

BEST = 100
# What a day costs. The host's offices have to be open; its guests mind less what day it is at home.
HOLIDAY_OF_HOST, HOLIDAY_OF_GUEST = 40, 20
WEEKEND_OF_HOST, WEEKEND_OF_GUEST = 30, 10
# Preparing or travelling on a holiday is a nuisance.
HOLIDAY_BESIDE = 5
SAME_DAYS, CLOSE_BY = 50, 15
TOO_LATE_FOR_A_MILESTONE = 8
LONGEST_ROUND, LONGEST_SEARCH = 30, 731
NEAR = 7

_DAY = timedelta(days=1)
Reason = tuple[int, Sentence]


@dataclass(frozen=True, slots=True, kw_only=True)
class DateSearch:
    """What the days of a round have to suit.

    `round` has to begin between `earliest` and `latest` and lasts so many `days`; `capitals` are of both sides, their
    calendars cover these years; `engagements` are of other dialogues and of meetings beside the rounds.
    """

    round: Round
    earliest: date
    latest: date
    days: int
    capitals: tuple[Capital, ...]
    engagements: tuple[Engagement, ...] = ()
    milestones: tuple[Milestone, ...] = ()

    def __post_init__(self) -> None:
        if self.latest < self.earliest:
            raise UserError("The last day to look at is before the first one.", field="latest")
        if (self.latest - self.earliest).days > LONGEST_SEARCH:
            raise UserError("Look at two years at most.", field="latest")
        if not 1 <= self.days <= LONGEST_ROUND:
            raise UserError("A round lasts 1 to {days} days.", field="days", days=LONGEST_ROUND)


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A first day for a round; 100 is a day with nothing against it, and every reason is said."""

    start: date
    end: date
    score: int
    reasons: tuple[Sentence, ...]


def candidates(search: DateSearch, rounds: Sequence[Round], today: date) -> tuple[Candidate, ...]:
    """Return the first days that are possible, the best first, of equal ones the earlier.

    Days that have passed, and days before the last round held had ended, are none.
    """
    held = [r.end or r.start for r in rounds if r.status.took_place and r.ordinal < search.round.ordinal]
    first = max([search.earliest, today, *(day + _DAY for day in held if day)])
    days = (first + number * _DAY for number in range((search.latest - first).days + 1))
    return tuple(sorted((_candidate(search, day, today) for day in days), key=lambda one: (-one.score, one.start)))


def _candidate(search: DateSearch, start: date, today: date) -> Candidate:
    days = [start + number * _DAY for number in range(search.days)]
    against = [*_holidays(search, days), *_engaged(search, days), *_too_late(search, start, today)]
    said = [sentence for _cost, sentence in against]
    if not any(cost for cost, _sentence in against):
        said.append(Sentence.of("Nothing stands against it: working days in both capitals, and no other meeting near."))
    score = max(0, BEST - sum(cost for cost, _sentence in against))
    return Candidate(start=start, end=days[-1], score=score, reasons=tuple(said))


def stands_against(search: DateSearch, start: date) -> tuple[Sentence, ...]:
    """Return which holidays and other meetings stand against a first day, whatever milestones would have passed."""
    days = tuple(start + number * _DAY for number in range(search.days))
    return tuple(sentence for _cost, sentence in (*_holidays(search, days), *_engaged(search, days)))


def _holidays(search: DateSearch, days: Sequence[date]) -> Iterator[Reason]:
    for capital in search.capitals:
        hosts = capital.side.id == search.round.host_id
        side, calendar = capital.side.name, capital.calendar
        for day in days:
            if holiday := calendar.holiday(day):
                cost = HOLIDAY_OF_HOST if hosts else HOLIDAY_OF_GUEST
                text = "{day} is a public holiday in {side}: {holiday}."
                yield cost, Sentence.of(text, day=day, side=side, holiday=holiday)
            elif calendar.is_weekend(day):
                cost = WEEKEND_OF_HOST if hosts else WEEKEND_OF_GUEST
                yield cost, Sentence.of("{day} is of the weekend in {side}.", day=day, side=side)
        for day in (days[0] - _DAY, days[-1] + _DAY):
            if holiday := calendar.holiday(day):
                text = "{day}, right beside it, is a public holiday in {side}: {holiday}."
                yield HOLIDAY_BESIDE, Sentence.of(text, day=day, side=side, holiday=holiday)
        for year in sorted({day.year for day in days}.difference(calendar.years)):
            yield 0, unknown_year(capital, year)


def _engaged(search: DateSearch, days: Sequence[date]) -> Iterator[Reason]:
    for engagement in search.engagements:
        apart = max((engagement.start - days[-1]).days, (days[0] - engagement.end).days)
        if apart <= 0:
            yield SAME_DAYS, Sentence.of("On the same days: {meeting}.", meeting=engagement.sentence)
        elif apart <= NEAR:
            yield CLOSE_BY, Sentence.of("{days} days apart: {meeting}.", days=apart, meeting=engagement.sentence)


def _too_late(search: DateSearch, start: date, today: date) -> Iterator[Reason]:
    moved = _moved(search.round, start, search.days)
    for one in dated(search.milestones, moved, search.capitals):
        if one.milestone.fixed is None and one.state(today) is MilestoneState.OVERDUE and one.due is not None:
            text = "“{title}” would have been due on {day}."
            yield TOO_LATE_FOR_A_MILESTONE, Sentence.of(text, title=one.milestone.title, day=one.due)


def _moved(round_: Round, start: date, days: int) -> Round:
    return replace(round_, start=start, end=start + (days - 1) * _DAY, year=start.year)
