"""What is due before a round as a chart: bars that reach back from the first day of the round to their due days."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from dialogue_prep.documents.pictures.drawing import (
    Anchor,
    Box,
    Disc,
    Drawing,
    Ink,
    Line,
    Part,
    Scale,
    Spot,
    Type,
    Words,
)
from dialogue_prep.documents.pictures.hosting_drawing import Tongue
from dialogue_prep.documents.pictures.time_scale import TimeSpan, ticks
from dialogue_prep.documents.wording import phrase
from dialogue_prep.domain.due import DatedMilestone
from dialogue_prep.domain.milestone import MilestoneState

STATES = {
    MilestoneState.OPEN: phrase("open"),
    MilestoneState.DONE: phrase("done"),
    MilestoneState.WAIVED: phrase("waived"),
    MilestoneState.OVERDUE: phrase("overdue"),
}
_INKS = {
    MilestoneState.OPEN: Ink.ACCENT,
    MilestoneState.DONE: Ink.GOOD,
    MilestoneState.WAIVED: Ink.QUIET,
    MilestoneState.OVERDUE: Ink.BAD,
}
_MARGIN = 0.06
_GAP, _RADIUS = 8.0, 5.0
_NAMES_SHARE = 0.4


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """A milestone: `due` is where its `day` stands, None where its round has none; `movable` unless it is settled."""

    id: str
    title: str
    owner: str
    due: float | None
    day: date | None
    state: MilestoneState
    note: str
    chosen: bool
    movable: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class MilestoneChart:
    """The bars from the earliest to the latest, today and the first day of the round, all in one span from 0 to 1."""

    bars: tuple[Bar, ...]
    span: TimeSpan
    today: float
    round_day: float | None


def milestone_chart(
    dated: Sequence[DatedMilestone], round_day: date | None, today: date, language: str, chosen: str = ""
) -> MilestoneChart:
    """Return the chart of the milestones of a round, in the order in which they are due."""
    days = [today, *(one.due for one in dated if one.due), *([round_day] if round_day else [])]
    first, last = min(days), max(days)
    margin = timedelta(days=max(7, round((last - first).days * _MARGIN)))
    span = TimeSpan(first - margin, last + margin)

    def at(day: date | None) -> float | None:
        return span.at(day.toordinal()) if day else None

    bars = (
        Bar(
            id=one.id,
            title=one.milestone.title.read(language, "en"),
            owner=one.milestone.owner,
            due=at(one.due),
            day=one.due,
            state=(state := one.state(today)),
            note=one.milestone.waived.read(language, "en"),
            chosen=one.id == chosen,
            movable=one.due is not None and state in (MilestoneState.OPEN, MilestoneState.OVERDUE),
        )
        for one in dated
    )
    return MilestoneChart(bars=tuple(bars), span=span, today=span.at(today.toordinal()), round_day=at(round_day))


def chart_drawing(
    chart: MilestoneChart, width: float, type_: Type, tongue: Tongue, title: str, language: str
) -> Drawing:
    """Return the chart as a drawing so many pixels wide, a row for each milestone."""
    return _Layout(chart, width, type_, tongue, language).drawing(title)


def bar_in_words(bar: Bar, tongue: Tongue) -> str:
    """Return everything that a bar says."""
    due = tongue.say(phrase("due {day}")).format(day=tongue.day(bar.day)) if bar.day else ""
    return tongue.line((bar.title, due, tongue.say(STATES[bar.state]), bar.note, bar.owner))


class _Layout:
    def __init__(self, chart: MilestoneChart, width: float, type_: Type, tongue: Tongue, language: str) -> None:
        self._chart = chart
        self._width = width
        self._type = type_
        self._tongue = tongue
        self._language = language
        widest = max((type_.width(bar.title) for bar in chart.bars), default=0.0)
        left = min(widest, width * _NAMES_SHARE) + 3 * _GAP
        self._scale = Scale(chart.span.first, chart.span.days, left, width - _GAP)
        self._row_high = type_.line + 1.25 * _GAP
        self._bottom = type_.line + _GAP + len(chart.bars) * self._row_high

    def drawing(self, title: str) -> Drawing:
        spots = tuple(self._spots())
        parts = (*self._ground(), *(part for row, bar in enumerate(self._chart.bars) for part in self._bar(row, bar)))
        return Drawing(
            width=self._width,
            height=self._bottom + self._type.line + _GAP,
            parts=parts,
            spots=spots,
            scale=self._scale,
            title=title,
            description=self._tongue.say(phrase("; ")).join(spot.label for spot in spots),
        )

    def _row_y(self, row: int) -> float:
        return self._type.line + _GAP + (row + 0.5) * self._row_high

    def _ground(self) -> Iterator[Part]:
        """Yield the months, today and the first day of the round, each with its word where no other stands."""
        end, chart, say = self._scale.left - 4 * _GAP, self._chart, self._tongue.say
        for tick in ticks(chart.span, self._language):
            x, wide = self._scale.x(tick.at), self._type.width(tick.label)
            yield Line(x, self._type.line + 4, x, self._bottom, Ink.BORDER)
            if x - wide / 2 > end and x + wide / 2 <= self._width:
                yield Words(x, self._bottom + self._type.line / 2 + 2, tick.label, Ink.MUTED, Anchor.MIDDLE)
                end = x + wide / 2 + _GAP
        x, words = self._scale.x(chart.today), say(phrase("today"))
        wide = self._type.width(words)
        begins = x + 4 if x + 4 + wide <= self._width else x - 4 - wide
        yield Line(x, 0, x, self._bottom, Ink.BAD, 1, dashed=True)
        yield Words(begins, self._type.line / 2, words, Ink.BAD)
        if chart.round_day is not None:
            said, x = say(phrase("the round")), self._scale.x(chart.round_day)
            left = min(x - self._type.width(said) / 2, self._width - self._type.width(said))
            yield Line(x, self._type.line, x, self._bottom, Ink.TEXT, 2)
            if left > begins + wide + _GAP or left + self._type.width(said) + 4 < begins:
                yield Words(left, self._type.line / 2, said, Ink.TEXT)

    def _bar(self, row: int, bar: Bar) -> Iterator[Part]:
        y, ink = self._row_y(row), _INKS[bar.state]
        if bar.chosen:
            yield Box(0, y - self._row_high / 2 + 1, self._width, self._row_high - 2, Ink.SOFT)
        settled = bar.state in (MilestoneState.DONE, MilestoneState.WAIVED)
        title = self._type.fitted(bar.title, self._scale.left - 3 * _GAP)
        yield Words(_GAP, y, title, Ink.MUTED if settled else Ink.TEXT)
        if bar.due is None:
            yield Words(self._scale.left, y, self._tongue.say(phrase("no date yet")), Ink.MUTED)
            return
        x = self._scale.x(bar.due)
        round_x = self._scale.x(self._chart.round_day) if self._chart.round_day is not None else x
        left, right = sorted((x, round_x))
        dashed = bar.state is MilestoneState.WAIVED
        yield Box(left, y - 4, right - left, 8, ink, 0.0 if dashed else 0.25, edge=dashed, dashed=dashed)
        filled = bar.state in (MilestoneState.DONE, MilestoneState.OVERDUE)
        yield Disc(x, y, _RADIUS, ink, filled=filled, dashed=dashed)
        yield from self._told(bar, x, right, y, ink)

    def _told(self, bar: Bar, x: float, right: float, y: float, ink: Ink) -> Iterator[Part]:
        """Yield state, due day and owner beside a bar: before it where there is room, else after it."""
        words = [self._tongue.short(bar.day) if bar.day else "", bar.owner]
        if bar.state is not MilestoneState.OPEN:
            words.insert(0, self._tongue.say(STATES[bar.state]))
        said = " · ".join(filter(None, words))
        before, after = x - self._scale.left - 2 * _GAP, self._width - right - 2 * _GAP
        plain, wide = Ink.MUTED if ink is Ink.ACCENT else ink, self._type.width(said)
        if wide > max(before, after) and wide <= right - x - 3 * _GAP:
            yield Words(x + _RADIUS + 4, y, said, Ink.TEXT)
        elif wide <= before or before >= after:
            said = self._type.fitted(said, before)
            wide, ground = self._type.width(said), Ink.SOFT if bar.chosen else Ink.SURFACE
            yield Box(x - _RADIUS - 6 - wide, y - self._type.line / 2, wide + 4, self._type.line, ground)
            yield Words(x - _RADIUS - 4, y, said, plain, Anchor.END)
        else:
            yield Words(right + _RADIUS + 4, y, self._type.fitted(said, after), plain)

    def _spots(self) -> Iterator[Spot]:
        for row, bar in enumerate(self._chart.bars):
            y = self._row_y(row) - self._row_high / 2
            label, day = bar_in_words(bar, self._tongue), bar.day if bar.movable else None
            yield Spot(id=bar.id, x=0, y=y, width=self._width, height=self._row_high, label=label, day=day)
