"""Treaties, agreements and memoranda that a Chinese text names, and the texts that it rests on."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dialogue_prep.domain.instrument import InstrumentKind
from dialogue_prep.reading.extract import Found, FoundInstrument
from dialogue_prep.reading.layout import BlockKind, Layout

_KEY = "(?:条约|协定|协议|公约|议定书|谅解备忘录|合作备忘录|备忘录|试点项目|合作安排)"
_QUOTED = re.compile(rf"《(?P<title>[^《》]{{0,80}}{_KEY}[^《》]{{0,30}})》")
_NAMED = re.compile(
    rf"(?:签署|签订|缔结|商签|谈判|批准|落实|执行|履行|达成|关于|制定|修订|续签|加入|推进|"
    rf"根据)(?:一份|一项|双边)?(?P<title>(?:关于)?[\u4e00-\u9fff]{{2,24}}?(?:的)?{_KEY})"
)
_VAGUE = re.compile(rf"(?:有关|相关|上述|该|本|一份|一项|双边|合作|新的?|有关的?)*{_KEY}$")
_KINDS = (
    (re.compile("备忘录"), InstrumentKind.MEMORANDUM),
    (re.compile("条约|公约|议定书"), InstrumentKind.TREATY),
    (re.compile("协定|协议|安排"), InstrumentKind.AGREEMENT),
)
_BASIS = re.compile(
    r"(?:根据|按照|依据|依照|基于|忆及|回顾了?|遵循|(?P<within>在))(?P<words>[^，。；]{0,60}?《[^《》]{2,100}》|"
    r"[^，。；《》]{2,40}?(?:联合公报|联合声明|联合宣言))(?(within)的?(?:基础上|框架[下内]|精神))"
)


def find_instruments(layout: Layout) -> tuple[FoundInstrument, ...]:
    """Return the instruments that a source names, each once, where it is first named in full."""
    found: dict[str, FoundInstrument] = {}
    for start, end in _titles(layout):
        title = layout.text.said(start, end)
        if not _VAGUE.match(title):
            kind = next((kind for pattern, kind in _KINDS if pattern.search(title)), InstrumentKind.OTHER)
            found.setdefault(title, FoundInstrument(title=title, kind=kind, span=layout.text.span(start, end)))
    return tuple(sorted(found.values(), key=lambda item: (item.span.paragraph, item.span.start)))


def _titles(layout: Layout) -> Iterator[tuple[int, int]]:
    for block in layout.blocks:
        if block.kind in (BlockKind.PROSE, BlockKind.ITEM):
            quoted = [match.span("title") for match in _QUOTED.finditer(layout.plain, block.start, block.end)]
            yield from quoted
            for match in _NAMED.finditer(layout.plain, block.start, block.end):
                if not any(start <= match.start("title") < end for start, end in quoted):
                    yield match.span("title")


def find_basis(layout: Layout) -> tuple[Found, ...]:
    """Return the documents on whose basis something was agreed or said."""
    found: dict[str, Found] = {}
    for block in layout.blocks:
        if block.kind in (BlockKind.PROSE, BlockKind.ITEM):
            for match in _BASIS.finditer(layout.plain, block.start, block.end):
                start, end = match.span("words")
                quoted = re.search(r"《(?P<title>[^《》]+)》$", match["words"])
                if quoted:
                    start, end = start + quoted.start("title"), start + quoted.end("title")
                found.setdefault(layout.plain[start:end], layout.text.found(start, end))
    return tuple(found.values())
