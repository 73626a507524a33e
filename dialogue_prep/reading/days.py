"""Days in a text, and which of them the meeting was held on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise

from dialogue_prep.reading.english import MONTHS, SERIES
from dialogue_prep.reading.layout import Block, BlockKind, Layout
from dialogue_prep.reading.sentences import sentences

# Written in full, or short: one of them, “Sept.”, has four letters then.
_NAMES = (rf"{name[:3]}(?:{name[3:]}|[tT]?\.?)" for name in (*MONTHS, *map(str.upper, MONTHS)))
_MONTH = r"(?P<{0}>(?=[ADFJMNOS])(?:" + "|".join(_NAMES) + r"))"
_AND = r"\s?(?:-|–|—|and|to|through|until|AND|TO|THROUGH|UNTIL|&)\s?(?:the\s)?"
_DAY = r"(?P<{0}>\d{{1,2}})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_EARLY_YEAR = r"(?P<early_year>(?:19|20)\d\d)"
_WEEKDAY = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s+)?"
_DATES = (
    re.compile(
        rf"\b{_DAY.format('first')}\s{_MONTH.format('earlier')},?\s{_EARLY_YEAR}{_AND}{_DAY.format('last')}\s{_MONTH.format('month')},?\s{_YEAR}\b"
    ),
    re.compile(
        rf"\b{_MONTH.format('earlier')}\s{_DAY.format('first')},?\s{_EARLY_YEAR}{_AND}{_MONTH.format('month')}\s{_DAY.format('last')},?\s{_YEAR}\b"
    ),
    re.compile(
        rf"\b(?P<listed>{_DAY.format('first')}(?:,\s\d{{1,2}}){{0,9}}(?P<joint>,\s|,?{_AND}){_DAY.format('last')})\s(?:of\s)?{_MONTH.format('month')}(?:,?\s{_YEAR})?\b"
    ),
    re.compile(
        rf"\b{_MONTH.format('month')}\s(?P<listed>{_DAY.format('first')}(?:,\s\d{{1,2}}){{1,9}},?{_AND}{_DAY.format('last')})(?:,?\s{_YEAR})?\b"
    ),
    re.compile(
        rf"\b{_DAY.format('first')}(?:\s{_MONTH.format('earlier')})?(?:{_AND}{_DAY.format('last')})?\s(?:of\s)?{_MONTH.format('month')}(?:,?\s{_YEAR})?\b"
    ),
    re.compile(
        rf"\b{_MONTH.format('earlier')}\s{_DAY.format('first')}{_AND}{_MONTH.format('month')}\s{_DAY.format('last')}(?:,?\s{_YEAR})?\b"
    ),
    re.compile(
        rf"\b{_MONTH.format('month')}\s{_DAY.format('first')}(?:{_AND}{_DAY.format('last')})?(?:,?\s{_YEAR})?\b"
    ),
)
_FIGURE = re.compile(r"\d")
_IN_FIGURES = re.compile(
    r"(?<![\d./-])(?:(?:19|20)\d\d([-./])\d{1,2}\1\d{1,2}|\d{1,2}([./])\d{1,2}\2(?:19|20)\d\d)(?![\d/-]|\.\d)"
)
_YEAR_OF_MEETING = re.compile(
    r"\b(?:19|20)\d\d(?=\s(?:[A-Z][\w.’'-]*\s){0,6}(?:" + "|".join(word.capitalize() for word in SERIES) + r")\b)"
)
_MONTHS_OF_A_YEAR = 12
_RELATIVE = re.compile(r"\b(?P<word>today|yesterday|this (?:morning|afternoon|week))\b", re.IGNORECASE)
MEETING = re.compile(
    r"\b(?:met|meet|held|convened|reconvened|co-?chaired|chaired|hosted|took place|gathered|visit|visited|"
    r"received|welcomed|"
    r"launch event|discussions?|talks|meeting|meetings|consultations|dialogue)\b",
    re.IGNORECASE,
)
_STRONGLY = re.compile(r"\b(?:met|held|convened|reconvened|co-?chaired|took place|gathered|received)\b", re.IGNORECASE)
_NO_MEETING_DAY = re.compile(
    r"(?:\b(?:by|since|until|before|after|of|dated|starting on|effective|beginning|next|launched(?: on)?|"
    r"signed (?:on|in)?|issued.{0,60} on|"
    r"adopted on|established (?:on|in)|scheduled for|is on|next meeting.{0,60})\s+(?:the\s+)?)$"
)
RECITAL = re.compile(r"(?:Recalling|Building on|Following|Further to|Since|In line with|Pursuant|The next)\b")
_FUTURE = re.compile(r"\bnext\b|\bwill (?:meet|be held|take place|host)\b")


@dataclass(frozen=True, slots=True)
class Day:
    """A day or a range of days as written; the year is that of the first, None where it is not said."""

    start: int
    end: int
    year: int | None
    first: tuple[int, int]
    last: tuple[int, int]

    @property
    def over_new_year(self) -> bool:
        """Whether the last day is of the year after that of the first one."""
        return (self.first[0], self.last[0]) == (12, 1)

    @classmethod
    def ending(cls, start: int, end: int, year: int | None, first: tuple[int, int], last: tuple[int, int]) -> Day:
        """Return days of which the year of the last one is written."""
        day = cls(start, end, year, first, last)
        return replace(day, year=year - 1) if year and day.over_new_year else day


@dataclass(frozen=True, slots=True)
class MeetingDays:
    """The first and last day of a meeting, where the first is read from, and its place in the text."""

    first: date
    last: date
    day_from: str
    start: int
    end: int


def days_in(text: str, start: int, end: int) -> Iterator[Day]:
    """Yield the days written between two offsets, in order."""
    if _FIGURE.search(text, start, end) is None:
        return
    matches = [
        (match.start(), order, match)
        for order, pattern in enumerate(_DATES)
        for match in pattern.finditer(text, start, end)
    ]
    found = [day for _, _, match in sorted(matches, key=lambda entry: entry[:2]) if (day := _day(match)) is not None]
    reached = start
    for day in sorted((*found, *days_in_figures(text, start, end)), key=lambda one: one.start):
        if day.start >= reached:
            reached = day.end
            yield day


def days_in_figures(text: str, start: int, end: int) -> Iterator[Day]:
    """Yield the days written in figures alone between two offsets, in order: 2018-06-12, 2018/6/12, 12.06.2018."""
    for match in _IN_FIGURES.finditer(text, start, end):
        year, month, day = map(int, re.split("[-./]", match.group()))
        if year < day:
            year, day = day, year
            # With strokes the month can stand first: of 3/6/2018 nobody can tell which it is.
            if match[2] == "/" and month > _MONTHS_OF_A_YEAR:
                month, day = day, month
            elif match[2] == "/" and day <= _MONTHS_OF_A_YEAR and day != month:
                continue
        if _date(year, (month, day)) is not None:
            yield Day(*match.span(), year, (month, day), (month, day))


def meeting_days(layout: Layout, published: date | None, title_place: str | None) -> MeetingDays | None:
    """Return when the meeting was held, or None where neither the text nor the day of publication tells."""
    header = _header_day(layout)
    known = header.first if header is not None and header.year is not None else None
    header_date = _date(header.year, known) if header is not None and known is not None else None
    if header_date is None and published is None:
        header_date = _named_year(layout)
    best: tuple[int, int, MeetingDays] | None = None
    for score, start, found in _candidates(layout, published, header_date, title_place):
        if best is None or (score, -start) > (best[0], -best[1]):
            best = (score, start, found)
    return best[2] if best else None


def _candidates(
    layout: Layout, published: date | None, header: date | None, title_place: str | None
) -> Iterator[tuple[int, int, MeetingDays]]:
    seen = 0
    for block in layout.blocks:
        if block.kind in (BlockKind.TITLE, BlockKind.HEADING) or (
            block.kind is BlockKind.PROSE and _is_dateline(layout, block)
        ):
            yield from _datelines(layout, block)
            continue
        if block.kind not in (BlockKind.PROSE, BlockKind.ITEM):
            continue
        for start, end in sentences(layout.plain, block.start, block.end):
            sentence = layout.plain[start:end]
            seen += 1
            if not MEETING.search(sentence):
                continue
            early = max(0, 4 - seen)
            yield from _told(layout, start, end, early, published or header, title_place)
            yield from _relative(sentence, start, early, published, header)


def _told(
    layout: Layout, start: int, end: int, early: int, near: date | None, title_place: str | None
) -> Iterator[tuple[int, int, MeetingDays]]:
    sentence = layout.plain[start:end]
    for day in days_in(layout.plain, start, end):
        before = layout.plain[max(start, day.start - 70) : day.start]
        titled = title_place is not None and re.search(rf"\b{re.escape(title_place)}\s(?:on\s)?{_WEEKDAY}$", before)
        if not titled and (RECITAL.match(sentence) or _NO_MEETING_DAY.search(before) or _FUTURE.search(before)):
            continue
        if not titled and not re.search(
            rf"(?:\b(?:on|held|between|from)\s(?:the\s)?|^|,\s|\s–\s){_WEEKDAY}$", before, re.IGNORECASE
        ):
            continue
        met = resolved(day, near)
        if met is None:
            continue
        score = 2 + early + 4 * bool(titled) + 2 * bool(_STRONGLY.search(sentence))
        yield score, day.start, MeetingDays(*met, "text" if day.year else _source(near), day.start, day.end)


def _relative(
    sentence: str, start: int, early: int, published: date | None, header: date | None
) -> Iterator[tuple[int, int, MeetingDays]]:
    match = _RELATIVE.search(sentence)
    told = published or header
    if (
        match is None
        or told is None
        or (told.month, told.day) == (12, 31)
        or match["word"].lower().startswith("this week")
    ):
        return
    day = told - timedelta(days=1) if match["word"].lower() == "yesterday" else told
    source = "published" if published else "text"
    yield 3 + early, start + match.start(), MeetingDays(day, day, source, start + match.start(), start + match.end())


def _datelines(layout: Layout, block: Block) -> Iterator[tuple[int, int, MeetingDays]]:
    for day in days_in(layout.plain, block.start, block.end):
        if day.year is None:
            continue
        met = resolved(day, None)
        if met is not None:
            place_too = layout.plain[block.start : day.start].strip(" ,-–—") not in ("", "Date:")
            weekday = re.fullmatch(
                r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?", layout.plain[block.start : day.start].strip()
            )
            score = 3 if place_too and not weekday else 1
            yield score, day.start, MeetingDays(*met, "text", day.start, day.end)


def _is_dateline(layout: Layout, block: Block) -> bool:
    return (
        len(layout.words(block).split()) <= 8 and next(days_in(layout.plain, block.start, block.end), None) is not None
    )


def _header_day(layout: Layout) -> Day | None:
    """Return the day of a heading or a short line: it tells the year, and what “today” is."""
    for block in layout.blocks:
        if block.kind in (BlockKind.TITLE, BlockKind.HEADING) or _is_dateline(layout, block):
            for day in days_in(layout.plain, block.start, block.end):
                if day.year is not None:
                    return day
    return None


def _named_year(layout: Layout) -> date | None:
    """Return the last day of the year by which the opening names the meeting (“the 2020 ... Dialogue”)."""
    years = {int(match.group()) for match in _YEAR_OF_MEETING.finditer(layout.plain[:1500])}
    return date(years.pop(), 12, 31) if len(years) == 1 else None


def _source(near: date | None) -> str:
    return "published" if near else "text"


def resolved(day: Day, near: date | None) -> tuple[date, date] | None:
    """Return the first and last day; a missing year is that of the last such day up to the day it was told."""
    year = day.year
    if year is None:
        if near is None:
            return None
        year = near.year if day.first <= (near.month, near.day) else near.year - 1
    first, last = _date(year, day.first), _date(year + day.over_new_year, day.last)
    if first is None or last is None:
        return None
    return first, max(first, last)


def days_ahead(day: Day | None, year: int | None) -> tuple[date | None, date | None]:
    """Return the first and, of several, the last day of what is to come: of a year, where theirs is not written."""
    days = resolved(day, date(year, 12, 31)) if day is not None and year is not None else None
    if days is None:
        return None, None
    first, last = days
    return first, last if last != first else None


def _date(year: int | None, day: tuple[int, int] | None) -> date | None:
    if year is None or day is None:
        return None
    try:
        return date(year, *day)
    except ValueError:
        return None


def _day(match: re.Match[str]) -> Day | None:
    groups = match.groupdict()
    month = _month(groups["month"])
    first_month = _month(groups["earlier"]) if groups.get("earlier") else month
    first, last = int(groups["first"]), int(groups.get("last") or groups["first"])
    if not (1 <= month <= 12 and 1 <= first <= 31 and 1 <= last <= 31):
        return None
    if groups.get("listed") and not _is_run(groups["listed"], 1 if groups.get("joint") == ", " else 31):
        return None
    year = int(groups["year"]) if groups.get("year") else None
    day = Day.ending(match.start(), match.end(), year, (first_month, first), (month, last))
    # From one year to another it is a period and no meeting; only at its end do the days of a meeting go over it.
    return day if groups.get("early_year") in (None, str(day.year)) else None


def _is_run(listed: str, furthest: int) -> bool:
    """Say whether the days of a list follow upon each other, each at most so far from the one before."""
    days = [int(day) for day in re.findall(r"\d+", listed)]
    return all(0 < after - before <= furthest for before, after in pairwise(days))


def _month(name: str) -> int:
    return next(at for at, month in enumerate(MONTHS, start=1) if month.startswith(name[:3].title()))
