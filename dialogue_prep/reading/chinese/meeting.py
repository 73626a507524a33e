"""Where and when a Chinese source says that the meeting was held, its series and number, and the next one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from itertools import islice

from dialogue_prep.reading import states
from dialogue_prep.reading.chinese.days import YEAR, days_in, relative_day, year_of
from dialogue_prep.reading.chinese.numbers import number_of
from dialogue_prep.reading.chinese.words import COUNT, NUMBER, RECORDS, SERIES, either
from dialogue_prep.reading.days import days_ahead, resolved
from dialogue_prep.reading.extract import Found, FoundNextRound
from dialogue_prep.reading.grammar import Meeting
from dialogue_prep.reading.layout import Layout
from dialogue_prep.reading.series import Series
from dialogue_prep.reading.sides import Sides
from dialogue_prep.reading.told import told

_MET = re.compile(r"举行|召开|举办|主持|会晤|会见|会谈|访问|率团|出席")
_PLACE = re.compile(
    r"(?:在|于)(?P<place>[\u4e00-\u9fff·]{2,16}?)(?:以线下方式|成功|共同|联合)?(?:举行|召开|举办|主持|"
    r"会晤|会见|会谈|举行了)"
)
# What sort of town it is stands before its name.
_TOWN = re.compile(
    r"的?(?:首都|首府|省会|(?:港口|海滨|沿海|边境|历史|东部|西部|南部|北部|中部|第二大|最大)*(?:城市|港口|名城))"
    r"(?=[\u4e00-\u9fff]{2})"
)
_NO_PLACE = re.compile(
    r".*(?:框架|期间|基础|方面|领域|会议|对话|之际|下$|\d|[一二三四五六七八九十同当近今次本明去昨前][年月日]|双方|共同)"
)
_VIDEO = re.compile(r"视频|线上|在线")
_HOSTED = re.compile(r"应(?P<by>[^，。；]{2,40}?)邀请|由(?P<host>[^，。；]{2,20}?)(?:主办|承办)")
_THANKED = re.compile(r"感谢(?P<by>[^，。；]{1,20}?)(?:的|给予|提供|为|对)[^，。；]{0,14}?(?:接待|款待|招待|好客|主办)")
_RECITAL = re.compile(r"(?:根据|按照|回顾|自)[^，。]{0,30}")
_NO_MEETING_DAY = re.compile(r"(?:于|在|自)?$")
_NEXT = re.compile(
    rf"(?:下一?{COUNT}|下次|明年|"
    rf"第(?P<ordinal>{NUMBER}){COUNT})[^，。；]{{0,40}}|(?:双方)?(?:同意|商定|"
    rf"决定|将)[^，。；]{{0,30}}?(?:举行|召开)[^，。；]{{0,20}}?下一?{COUNT}|再次(?:会晤|举行|召开)"
)
_AHEAD = re.compile(r"将|商定|同意|决定|定于|拟|计划|预计|期待|欢迎|邀请|应[^，]{2,20}邀请|愿")
_HELD = re.compile(r"举行|召开|举办|主办|承办|会晤")
_YEAR = re.compile(rf"(?P<year>{YEAR})年")
# “Of the joint working group the first meeting” is no meeting of the series.
_OF_BODY = re.compile(rf"(?P<body>工作组|专家组|小组|委员会|联委会|理事会)(?:的)?(?:下一?|第{NUMBER}){COUNT}")
_NEXT_PLACE = re.compile(
    r"(?:在|于|赴)(?P<place>[\u4e00-\u9fff·]{2,12}?)(?:再次)?(?:举行|召开|举办|主办|会晤|出席|参加)"
)
_NAME_CHARS = r"[^，。；：、！？\s《》“”（）()]"
_SERIES = either(SERIES)
_SERIES_NAME = re.compile(rf"(?P<name>{_NAME_CHARS}{{2,40}}?(?:{_SERIES}))(?!{_SERIES}|机制|框架)")
_ORDINAL = re.compile(rf"(?:第(?P<ordinal>{NUMBER})|(?P<first>首)){COUNT}")
_LEAD = re.compile(
    rf"^(?:.*?(?:第{NUMBER}|首){COUNT}|.*?(?:主持了|主持|举行了|召开了|举行|"
    rf"召开|出席了|出席|参加了|参加|关于|期间|，))?"
)
_GENERIC = re.compile(rf"(?:本次|此次|该|本|两国|双方)?(?:高级别|战略|年度|联合)?{_SERIES}$")
_FIRST_SENTENCES = 5
_OPENING_SENTENCES = 3
_SHORT_LINE = 30


def find_meeting(layout: Layout, sides: Sides, published: date | None) -> Meeting:
    """Return where and when the meeting was held, from the first sentences that say so, else from the date line."""
    line = _date_line(layout)
    near = published or (line[1] if line else None)
    place, days = None, None
    for start, end in islice(told(layout), _FIRST_SENTENCES):
        if not _MET.search(layout.plain, start, end) or (_RECITAL.match(layout.plain, start, end) and place):
            continue
        if place is None and not _VIDEO.search(layout.plain, start, end):
            place = _place_in(layout, start, end, sides)
        days = days or _days_of(layout, start, end, near, published)
    if days is None and line is not None:
        days = (line[1], line[2], "text")
    by_video = any(_VIDEO.search(layout.plain, *sentence) for sentence in islice(told(layout), _OPENING_SENTENCES))
    if place is None and line is not None and not by_video:
        place = line[0]
    first, last, day_from = days or (None, None, None)
    return Meeting(place=place, first=first, last=last, day_from=day_from)


def _days_of(
    layout: Layout, start: int, end: int, near: date | None, published: date | None
) -> tuple[date, date, str] | None:
    for day in days_in(layout.plain, start, end):
        if (said := resolved(day, near)) is not None:
            return (*said, "text" if day.year or not published else "published")
    if near is not None and (relative := relative_day(layout.plain, start, end, near)) is not None:
        return relative, relative, "published" if published else "text"
    return None


def _date_line(layout: Layout) -> tuple[Found | None, date, date] | None:
    """Return the place and days of a short line such as “2023年6月22日于奎隆”, in the head or at the end."""
    for block in (*layout.blocks[:5], *layout.blocks[-3:]):
        words = layout.words(block)
        if len(words) > _SHORT_LINE:
            continue
        for day in days_in(layout.plain, block.start, block.end):
            if (said := resolved(day, None)) is None:
                continue
            after = re.search(
                r"(?:，|于|在|\s)+(?P<place>[\u4e00-\u9fff·]{2,12})[）)。]?$", layout.plain[day.end : block.end]
            )
            before = re.match(
                r"[（(]?(?P<place>[\u4e00-\u9fff·]{2,10})(?:，|\s)+$", layout.plain[block.start : day.start]
            )
            match, offset = (after, day.end) if after else (before, block.start)
            place = layout.text.found(offset + match.start("place"), offset + match.end("place")) if match else None
            return (place, *said)
    return None


def _place_in(layout: Layout, start: int, end: int, sides: Sides) -> Found | None:
    for match in _PLACE.finditer(layout.plain, start, end):
        begin, stop = match.span("place")
        for side in sides.names:
            own = side.pattern.match(layout.plain, begin, stop)
            if own is not None and own.end() < stop:
                begin = own.end()
        if (town := _TOWN.match(layout.plain, begin, stop)) is not None:
            begin = town.end()
        place = layout.plain[begin:stop]
        if not _NO_PLACE.match(place) and states.by_name(place) is None and len(place) > 1:
            return layout.text.found(begin, stop)
    return None


def host_of(place: str, plain: str, sides: Sides) -> str | None:
    """Return the side in which a place lies: as its capital, by its own name, or by the name that stands before it."""
    bare = place.removesuffix("市")
    names = {side.name for side in sides.names}
    for state in states.all_states():
        if state.name in names and bare == state.chinese.capital:
            return state.name
    if (named := sides.only_side(place)) is not None:
        return named
    said = [
        side.name
        for side in sides.names
        if re.search(rf"(?:{side.pattern.pattern})(?:{_TOWN.pattern})?{re.escape(place)}", plain)
    ]
    return said[0] if len(said) == 1 else None


def host_of_meeting(layout: Layout, place: Found | None, sides: Sides) -> str | None:
    """Return the side that hosted: where the place lies, else who invited or was visited, else who was thanked."""
    if place is not None and (host := host_of(place.words, layout.plain, sides)) is not None:
        return host
    match = next(filter(None, (_HOSTED.search(layout.plain, *told_) for told_ in islice(told(layout), 3))), None)
    if match is not None:
        return sides.only_side(match["by"] or match["host"])
    thanked = _THANKED.search(layout.plain)
    return sides.only_side(thanked["by"]) if thanked else None


def find_next_round(layout: Layout, sides: Sides, series: str | None, met: date | None) -> FoundNextRound | None:
    """Return the next round, or None where neither its place nor its year is said or it is another body's meeting."""
    best: FoundNextRound | None = None
    for start, end in told(layout):
        match = _NEXT.search(layout.plain, start, end)
        if match is None or not all(words.search(layout.plain, start, end) for words in (_AHEAD, _HELD)):
            continue
        body = _OF_BODY.search(layout.plain, start, end)
        if body is not None and body["body"] not in (series or body["body"]):
            continue
        found = _next(layout, sides, start, end, met)
        if found is not None and found.is_after(met) and (best is None or found.told > best.told):
            best = found
    return best


def _next(layout: Layout, sides: Sides, start: int, end: int, met: date | None) -> FoundNextRound | None:
    words = layout.plain[start:end]
    day = next(days_in(layout.plain, start, end), None)
    said = _YEAR.search(words)
    year = year_of(said["year"]) if said else None
    if year is None and met is not None and ("明年" in words or "今年" in words):
        year = met.year + ("明年" in words)
    match = next((m for m in _NEXT_PLACE.finditer(words) if not _NO_PLACE.match(m["place"])), None)
    place = match["place"] if match else None
    if place is not None:
        for side in sides.names:
            own = side.pattern.match(place)
            place = place[own.end() :] if own and own.end() < len(place) - 1 else place
        place = place[town.end() :] if (town := _TOWN.match(place)) else place
    host = host_of(place, layout.plain, sides) if place else None
    if host is None and (invited := _HOSTED.search(words)):
        host = sides.only_side(invited["by"] or invited["host"])
    if place is None and year is None:
        return None
    first, last = days_ahead(day, year)
    span = layout.text.span(start, end)
    return FoundNextRound(place=place, year=year, day=first, last_day=last, host=host, span=span)


def find_series(layout: Layout, sides: Sides) -> Series:
    """Return the series of a source, and the ordinal that goes with it."""
    title = layout.title()
    stretches = [(start, end, 1) for start, end in islice(told(layout), 3)]
    if title is not None:
        stretches.insert(0, (title.start, title.end, 3))
    best: tuple[float, int, int] | None = None
    ordinals: list[int] = []
    for start, end, weight in stretches:
        ordinals += _ordinals(layout.plain, start, end)
        for begin, stop in _names(layout.plain, start, end):
            name = layout.plain[begin:stop]
            score = weight + 2 * len(sides.mentioned(name)) + min(len(name), 12) / 12
            if not _GENERIC.fullmatch(name) and (best is None or score > best[0]):
                best = (score, begin, stop)
    ordinal = ordinals[0] if ordinals else None
    return Series(layout.text.found(best[1], best[2]) if best else None, ordinal)


def _ordinals(plain: str, start: int, end: int) -> list[int]:
    found = [1 if match["first"] else number_of(match["ordinal"]) for match in _ORDINAL.finditer(plain, start, end)]
    return [number for number in found if number is not None]


def _names(plain: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the names of series: what stands after an ordinal or a verb, up to the last word for a series."""
    for match in _SERIES_NAME.finditer(plain, start, end):
        stop = match.end("name")
        lead = _LEAD.match(match["name"])
        begin = match.start("name") + (lead.end() if lead else 0)
        if begin < stop and not re.match(either(RECORDS), plain[begin:stop]):
            ordinal = re.search(rf"(?:第{NUMBER}|首){COUNT}", plain[begin:stop])
            yield begin, begin + ordinal.start() if ordinal and ordinal.start() else stop
