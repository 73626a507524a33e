"""Lays the hosting strip out: lanes, marks told apart by their shape, labels that touch nothing, a legend."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from dialogue_prep.documents.pictures.drawing import (
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
from dialogue_prep.documents.pictures.hosting_strip import HolidayBar, HostingStrip, Mark
from dialogue_prep.documents.wording import phrase
from dialogue_prep.domain.hosting import Basis
from dialogue_prep.domain.round import RoundForm

STATES = {
    Basis.HELD: phrase("held"),
    Basis.AGREED: phrase("agreed"),
    Basis.PLANNED: phrase("planned"),
    Basis.BY_RULE: phrase("by the rule"),
    Basis.DROPPED: phrase("did not take place"),
}
_FORMS = {
    RoundForm.THIRD_PLACE: phrase("in a third place"),
    RoundForm.VIDEO: phrase("by video"),
}
_ROUND, _HOSTS = phrase("Round {number}"), phrase("{side} hosts")
_EXCUSED = phrase("with a reason for the exception")
_OVERDUE, _CLASHING = phrase("overdue"), phrase("on the days of another dialogue")
_SIDES = (Ink.OURS, Ink.THEIRS)
_KNOWN = (Basis.HELD, Basis.AGREED, Basis.PLANNED)
_GAP, _RADIUS, _SPOT, _LEAST_REACH = 8.0, 6.0, 24.0, 2.0
_NAMES_SHARE = 0.24


@dataclass(frozen=True, slots=True)
class Tongue:
    """How words get into a drawing: phrases in its language, days in full and `short`, as that language writes them."""

    say: Callable[[str], str]
    day: Callable[[date], str]
    short: Callable[[date], str]

    def line(self, parts: Iterable[str]) -> str:
        """Return the parts of a line that say something, with the commas of the language between them."""
        return self.say(phrase(", ")).join(filter(None, parts))


def strip_drawing(strip: HostingStrip, width: float, type_: Type, tongue: Tongue, title: str) -> Drawing:
    """Return the strip as a drawing so many pixels wide, as high as it has to be."""
    return _Layout(strip, width, type_, tongue).drawing(title)


def mark_in_words(mark: Mark, dialogue: str, side: str, tongue: Tongue) -> str:
    """Return everything that a mark says: of which dialogue it is and which side hosts only where these are given."""
    say = tongue.say
    when = tongue.day(mark.day) if mark.day else say(phrase("{year}")).format(year=mark.year)
    parts = [dialogue, say(_ROUND).format(number=mark.ordinal), when]
    if side:
        parts.append(say(_HOSTS).format(side=side))
    if mark.place:
        parts.append(mark.place)
    if mark.form is not RoundForm.HOSTED:
        parts.append(say(_FORMS[mark.form]))
    parts.append(say(STATES[mark.basis]))
    parts += [say(words) for _sign, words in _notes(mark)]
    return tongue.line(parts)


def _notes(mark: Mark) -> Sequence[tuple[str, str]]:
    """Return what else there is to say of a mark: the sign for it, and the words."""
    if not (mark.excused or mark.overdue or mark.clashing):
        return ()
    notes = (mark.excused, "*", _EXCUSED), (mark.overdue, "!", _OVERDUE), (mark.clashing, "×2", _CLASHING)
    return [(sign, words) for there, sign, words in notes if there]


class _Layout:
    def __init__(self, strip: HostingStrip, width: float, type_: Type, tongue: Tongue) -> None:
        self._strip = strip
        self._width = width
        self._type = type_
        self._tongue = replace(tongue, say=cache(tongue.say))  # the same few phrases, again and again
        widest = max((type_.width(name) for name in strip.lanes), default=0.0)
        left = min(widest, width * _NAMES_SHARE) + 3 * _GAP
        self._scale = Scale(strip.span.first, strip.span.days, left, width - 2 * _GAP)
        self._today = self._scale.x(strip.today)
        # Names of holidays stand below their lane, clear of what stands above the next one.
        self._lane_high = type_.line * (2 if strip.holidays else 1) + 2.75 * _GAP
        self._bottom = type_.line + len(strip.lanes) * self._lane_high + _GAP
        lanes = [self._lane_y(lane) for lane in range(len(strip.lanes))]
        self._placed = [(mark, self._scale.x(mark.at), lanes[mark.lane]) for mark in strip.marks]

    def drawing(self, title: str) -> Drawing:
        marks, holidays = list(self._mark_spots()), list(self._holiday_spots())
        legend, height = self._legend(self._bottom + self._type.line + 1.5 * _GAP)
        parts = (
            *self._year_parts(),
            *self._lane_parts(),
            *self._today_parts(),
            *self._holiday_parts(),
            *self._mark_parts(),
            *self._label_parts(),
            *self._beyond_parts(),
            *legend,
        )
        return Drawing(
            width=self._width,
            height=height,
            parts=parts,
            spots=(*marks, *holidays),
            scale=self._scale,
            title=title,
            description=self._tongue.say(phrase("; ")).join(spot.label for spot in (*marks, *holidays)),
        )

    def _lane_y(self, lane: int) -> float:
        return self._type.line + lane * self._lane_high + self._type.line + _GAP * 1.9

    def _lane_parts(self) -> Iterator[Part]:
        scale = self._scale
        for lane, name in enumerate(self._strip.lanes):
            y = self._lane_y(lane)
            yield Line(scale.left, y, scale.right, y, Ink.BORDER, 2)
            yield Words(0, y, self._type.fitted(name, scale.left - 2 * _GAP), Ink.MUTED)

    def _year_parts(self) -> Iterator[Part]:
        """Yield the ticks; a label only where it touches no other, those of years before those of months."""
        taken: list[tuple[float, float]] = []
        for tick in sorted(self._strip.ticks, key=lambda tick: not tick.year):
            x, wide = self._scale.x(tick.at), self._type.width(tick.label)
            if tick.year:
                yield Line(x, self._type.line, x, self._bottom, Ink.BORDER)
            else:
                yield Line(x, self._bottom - _GAP / 2, x, self._bottom, Ink.BORDER)
            left = min(max(x - wide / 2, 0.0), self._width - wide)
            near = taken[-1:] if tick.year else taken  # years come in their order
            if all(left > end + _GAP or left + wide + _GAP < begin for begin, end in near):
                taken.append((left, left + wide))
                yield Words(left, self._bottom + self._type.line / 2 + 2, tick.label, Ink.MUTED)

    def _holiday_parts(self) -> Iterator[Part]:
        ends = [0.0] * len(self._strip.lanes)
        for bar in self._strip.holidays:
            x, wide = self._holiday_place(bar)
            y = self._lane_y(bar.lane)
            yield Box(x, y - 7, wide, 14, Ink.WARN, 0.45)
            room = self._type.width(bar.name)
            left = min(x, self._scale.right - room)
            if left > ends[bar.lane]:
                below = y + self._type.line / 2 + _GAP
                yield Box(left - 2, below - self._type.line / 2, room + 4, self._type.line, Ink.SURFACE)
                yield Words(left, below, bar.name, Ink.MUTED)
                ends[bar.lane] = left + room + _GAP

    def _holiday_place(self, bar: HolidayBar) -> tuple[float, float]:
        x = self._scale.x(bar.begins)
        return x, max(self._scale.x(bar.ends) - x, 2.0)

    def _today_parts(self) -> Iterator[Part]:
        """Yield today; its word stands above everything else, beside its line or else beside what stands there."""
        if not 0 <= self._strip.today <= 1:
            return
        x, words = self._today, self._tongue.say(phrase("today"))
        wide = self._type.width(words)
        taken = [(part.x, part.x + self._type.width(part.words)) for part in self._beyond_parts()]
        places = [x + 4, x - 4 - wide, *(end + _GAP for _, end in taken), *(begin - _GAP - wide for begin, _ in taken)]
        free = [
            left
            for left in places
            if 0 <= left <= self._width - wide and all(left > end or left + wide < begin for begin, end in taken)
        ]
        yield Line(x, 0, x, self._bottom, Ink.BAD, 1, dashed=True)
        yield from (Words(left, self._type.line / 2, words, Ink.BAD) for left in free[:1])

    def _mark_parts(self) -> Iterator[Part]:
        for mark, x, y in self._placed:
            yield from _shape(mark, x, y)
            if mark.overdue or mark.clashing:
                yield from self._signs(mark, x, y)

    def _label_parts(self) -> Iterator[Part]:
        """Yield the labels of the marks; one that would touch another is left shorter, or out.

        The round that the picture is about has its label before all others.
        """
        taken: list[list[tuple[float, float]]] = [[] for _lane in self._strip.lanes]
        least, most, width_of = self._scale.left - _GAP, self._width - 1, self._type.width
        for mark, x, y in sorted(self._placed, key=lambda placed: not placed[0].chosen):
            number = f"{mark.ordinal}*" if mark.excused else str(mark.ordinal)
            before = taken[mark.lane]
            for words in (f"{number} {mark.place}", number) if mark.place else (number,):
                wide = width_of(words)
                left = min(max(x - wide / 2, least), most - wide)
                # Marks come in their order: a label can touch the last one's alone, or that of the round put first.
                if before and (_touch(left, wide, before[-1]) or _touch(left, wide, before[0])):
                    continue
                above = y - _RADIUS - self._type.line / 2 - (7 if mark.chosen else 3)
                yield from self._label(mark, words, left, above, wide)
                before.append((left, left + wide))
                break

    def _signs(self, mark: Mark, x: float, y: float) -> Iterator[Part]:
        """Yield what is wrong with a round, as signs beside it."""
        signs = ("!" if mark.overdue else "") + ("×2" if mark.clashing else "")
        left = x + _RADIUS + (9 if mark.chosen else 5)
        yield Box(left - 1, y - self._type.line / 2, self._type.width(signs) + 4, self._type.line, Ink.SURFACE)
        yield Words(left, y, signs, Ink.BAD, strong=True)

    def _label(self, mark: Mark, words: str, left: float, y: float, wide: float) -> Iterator[Part]:
        known = mark.basis in _KNOWN
        if left - 2 <= self._today <= left + wide + 2:
            yield Box(left - 2, y - self._type.line / 2, wide + 4, self._type.line, Ink.SURFACE)
        yield Words(left, y, words, Ink.TEXT if known else Ink.MUTED, strong=mark.chosen)

    def _beyond_parts(self) -> Iterator[Words]:
        """Yield how many rounds lie outside of the picture."""
        y = self._type.line / 2
        if self._strip.earlier:
            words = self._tongue.say(phrase("‹ {number} earlier")).format(number=self._strip.earlier)
            yield Words(self._scale.left - 2 * _GAP, y, words, Ink.MUTED)
        if self._strip.later:
            words = self._tongue.say(phrase("{number} later ›")).format(number=self._strip.later)
            yield Words(self._width - self._type.width(words), y, words, Ink.MUTED)

    def _legend(self, top: float) -> tuple[list[Part], float]:
        """Return what the shapes mean, as far as they are seen, in as many lines as that needs; and where it ends."""
        say, seen = self._tongue.say, {mark.basis for mark in self._strip.marks}
        entries = [(self._sample(basis), say(words)) for basis, words in STATES.items() if basis in seen]
        marks = self._strip.marks
        notes = {note for mark in marks for note in _notes(mark)}
        parts: list[Part] = []
        x, y = self._scale.left, top + self._type.line / 2
        for shape, words in entries:
            x, y = self._next_line(x, y, words)
            parts += [*shape(x + _RADIUS, y), Words(x + 2.25 * _GAP, y, words, Ink.MUTED)]
            x += 4.25 * _GAP + self._type.width(words)
        for sign, words in sorted(notes):
            said = f"{sign} {say(words)}"
            x, y = self._next_line(x, y, said)
            parts.append(Words(x, y, said, Ink.MUTED))
            x += 2 * _GAP + self._type.width(said)
        return parts, y + self._type.line / 2 + 2

    def _next_line(self, x: float, y: float, words: str) -> tuple[float, float]:
        """Return where an entry of the legend goes: beside the last one, or on a line of its own."""
        if x > self._scale.left and x + 3 * _GAP + self._type.width(words) > self._width:
            return self._scale.left, y + self._type.line
        return x, y

    def _sample(self, basis: Basis) -> Callable[[float, float], Iterator[Part]]:
        return lambda x, y: _basis_shape(basis, x, y, _RADIUS - 1, Ink.QUIET)

    def _mark_spots(self) -> Iterator[Spot]:
        both = self._strip.sides
        for (mark, x, y), reach in zip(self._placed, self._reaches(), strict=True):
            side, dialogue = (both[mark.side], "") if both else ("", self._strip.lanes[mark.lane])
            yield Spot(
                id=mark.id,
                x=x - reach,
                y=y - _SPOT / 2,
                width=2 * reach,
                height=_SPOT,
                label=mark_in_words(mark, dialogue, side, self._tongue),
                day=mark.moves_from,
            )

    def _reaches(self) -> list[float]:
        """Return how far each mark is met on both sides of its middle: half the way to the next one in its lane."""
        reaches, before = [_SPOT / 2] * len(self._placed), dict[int, tuple[int, float]]()
        for place, (mark, x, _y) in enumerate(self._placed):
            if mark.lane in before:
                last, behind = before[mark.lane]
                half = max((x - behind) / 2 - 1, _LEAST_REACH)
                reaches[last], reaches[place] = min(reaches[last], half), min(reaches[place], half)
            before[mark.lane] = place, x
        return reaches

    def _holiday_spots(self) -> Iterator[Spot]:
        for bar in self._strip.holidays:
            x, wide = self._holiday_place(bar)
            side = self._strip.lanes[bar.lane]
            yield Spot(
                id=f"holiday {bar.lane} {bar.first.isoformat()}",
                x=x - 2,
                y=self._lane_y(bar.lane) - 9,
                width=wide + 4,
                height=18,
                label=f"{self._tongue.day(bar.first)}: {bar.name} ({side})",
                hint=True,
            )


def _touch(left: float, wide: float, other: tuple[float, float]) -> bool:
    """Say whether words so wide, from a place on, would touch what stands between two others."""
    begin, end = other
    return left < end + _GAP and left + wide + _GAP > begin


def _shape(mark: Mark, x: float, y: float) -> Iterator[Part]:
    """Yield what stands for a round; the one that the picture is about has a ring around it."""
    ink = _SIDES[min(mark.side, 1)]
    if mark.chosen:
        yield Disc(x, y, _RADIUS + 5, ink, filled=False)
    yield from _basis_shape(mark.basis, x, y, _RADIUS + (1 if mark.chosen else 0), ink)


def _basis_shape(basis: Basis, x: float, y: float, radius: float, ink: Ink) -> Iterator[Part]:
    match basis:
        case Basis.HELD:
            yield Disc(x, y, radius, ink)
        case Basis.AGREED:
            yield Disc(x, y, radius, ink, filled=False, dot=True)
        case Basis.PLANNED:
            yield Disc(x, y, radius, ink, filled=False)
        case Basis.BY_RULE:
            yield Disc(x, y, radius - 1, ink, filled=False, dashed=True)
        case Basis.DROPPED:
            reach = radius - 1
            yield Disc(x, y, radius + 2, Ink.SURFACE)
            yield Line(x - reach, y - reach, x + reach, y + reach, ink, 2)
            yield Line(x - reach, y + reach, x + reach, y - reach, ink, 2)
