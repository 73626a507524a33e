"""Who chaired, by a Chinese source, and for which side: offices with the names behind them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from dialogue_prep.reading.chinese.words import OFFICES, either
from dialogue_prep.reading.extract import FoundCoChair
from dialogue_prep.reading.layout import Layout
from dialogue_prep.reading.seats import with_sides
from dialogue_prep.reading.sides import Sides
from dialogue_prep.reading.told import told

_OFFICE = either(OFFICES)
# A name without a dot begins with one of the family names that are in use.
_SURNAMES = (
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文"
    "朴申安柳阮裴洪耿单解季骆成齐管柴庞樊"
)
_NAME = (
    r"(?:[\u4e00-\u9fff](?:[-－]?[\u4e00-\u9fff]){0,7}?(?:[·•・][\u4e00-\u9fffA-Z][\u4e00-\u9fff.－-]{0,8}?){1,4}|"
    rf"[{_SURNAMES}][\u4e00-\u9fff]{{1,3}}?|"
    # A name in Chinese characters from elsewhere is told by the verb behind it.
    r"(?![在于由与和同以向就对为的])[\u4e00-\u9fff]{2,5}?(?=(?:共同|联合)?主持|率团|率领))"
)
_HONORIFIC = r"(?:先生|女士|阁下|博士|中将|上将|少将)"
_AFTER_NAME = (
    rf"(?P<address>{_HONORIFIC})?(?=和|与|及|同|、|，|。|；|共同|分别|率|举行|主持|访问|于|在|会见|会晤|$|应邀|邀请|一道|代表|"
    r"出席)"
)
_PERSON = re.compile(rf"(?P<office>[^，。；：、“”]{{0,40}}?{_OFFICE})(?P<name>(?!{_OFFICE}){_NAME})" + _AFTER_NAME)
_CHAIRED = re.compile(r"主持|率团|率领|牵头|共同主席|担任")
_MET = re.compile(r"访问|会晤|会见|会谈|举行")
_FIRST_SENTENCES = 8
_SPLIT = re.compile(r"和|与|及|、|，|由|应|会见了?|邀请|[同日天](?=[\u4e00-\u9fff])|[—–]")


def find_co_chairs(layout: Layout, sides: Sides) -> tuple[FoundCoChair, ...]:
    """Return who chaired or led a side; where nobody is named there, those who met just before, if there are two."""
    met: list[FoundCoChair] = []
    for start, end in islice(told(layout), _FIRST_SENTENCES):
        chaired = _CHAIRED.search(layout.plain, start, end)
        if not chaired and not _MET.search(layout.plain, start, end):
            continue
        people = list(_people(layout, sides, start, end))
        if chaired and people:
            return with_sides(people, sides)
        if len(people) == 2 and not met:
            met = people
    return with_sides(met, sides)


def _people(layout: Layout, sides: Sides, start: int, end: int) -> Iterator[FoundCoChair]:
    seen: set[str] = set()
    for match in _PERSON.finditer(layout.plain, start, end):
        begin, stop = _office(layout.plain, *match.span("office"), sides)
        name = layout.plain[slice(*match.span("name"))]
        side = _side_of(layout.plain, match.start("office"), begin, stop, sides)
        if not name or name in seen:
            continue
        seen.add(name)
        yield FoundCoChair(
            name=name,
            office=layout.text.said(begin, stop),
            side=side,
            span=layout.text.span(begin, match.end("name")),
            address=match["address"] or "",
        )


def _office(plain: str, start: int, end: int, sides: Sides) -> tuple[int, int]:
    """Return the offsets of an office without what leads in to it and without the name of its state."""
    begin = start
    for match in _SPLIT.finditer(plain, start, end):
        inside = match.group() in ("和", "与", "及", "、") and _inside_office(
            plain, begin, match.start(), match.end(), end, sides
        )
        if not inside:
            begin = match.end()
    for side in sides.names:
        form = re.compile(
            rf"(?:{side.pattern.pattern})(?:民主|人民|联邦)?(?:共和国|王国|联邦|公国|政府)?(?:中央政府)?"
        ).match(plain, begin, end)
        if form is not None and form.end() < end:
            begin = form.end()
    return begin, end


def _inside_office(plain: str, begin: int, before: int, after: int, end: int, sides: Sides) -> bool:
    """Say whether an “and” is part of the name of a ministry: no office or name ends before it."""
    left, right = plain[begin:before], plain[after:end]
    if any(side.pattern.match(right) for side in sides.names):
        return False
    return not re.search(rf"{_OFFICE}(?:{_NAME}(?:{_HONORIFIC})?)?$", left) and bool(left) and len(left) <= 24


def _side_of(plain: str, start: int, begin: int, stop: int, sides: Sides) -> str | None:
    """Return the side whose name stands right before an office, or in it."""
    before = [
        side.name
        for side in sides.names
        if re.search(rf"(?:{side.pattern.pattern})[^，。；和与]{{0,8}}$", plain[max(0, begin - 16) : begin])
    ]
    if len(before) == 1:
        return before[0]
    return sides.only_side(plain[begin:stop]) or sides.only_side(plain[start:begin])
