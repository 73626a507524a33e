"""What a meeting discussed, by a Chinese source: what it lists, else its headings, else “关于……”."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from dialogue_prep.reading.chinese.days import DAY
from dialogue_prep.reading.chinese.enumeration import listed
from dialogue_prep.reading.chinese.words import NUMBER
from dialogue_prep.reading.extract import Found, FoundCommitment
from dialogue_prep.reading.layout import Layout
from dialogue_prep.reading.table_cells import headings_below_title
from dialogue_prep.reading.told import told

_DISCUSSED = re.compile(
    r"(?:就|围绕)(?P<what>[^，；。]{2,160}?)(?:等(?:共同关心的|共同关心|双方关心的|重要|相关)?(?:议题|"
    r"问题|领域|事项|方面|内容)?)?(?:进行了?|深入|坦诚|充分|广泛|全面|友好|建设性|，)*(?:交换了?意见|"
    r"交换了?看法|讨论|探讨|交流|磋商|沟通|对话|会谈|进行了)|"
    r"(?:讨论了|审议了|探讨了|议题包括|议题涵盖|议题为)(?P<listed>[^；。]{4,160})"
)
_ON_TOPIC = re.compile(r"(?:关于|在)(?P<what>[^，；。：]{2,30}?)(?:方面|领域|问题上|问题)?，")
_GENERAL = re.compile(r".*(?:共同关心|双边关系|基础|精神|期间|框架|上述|以下|情况下|之际|\d)")
_NO_HEADING = re.compile(
    r"(?:下一?[轮次届]|下次|后续|引言|前言|序言|结语|结论|附件|附录|其他|出席|与会|总体|联合|会谈纪要|"
    rf"会议纪要|公报|第{NUMBER}[轮次届])"
)
_MOST = 18
_LONGEST = 30
_ENOUGH = 3


def find_topics(layout: Layout, _commitments: Sequence[FoundCommitment], _people: frozenset[str]) -> tuple[Found, ...]:
    """Return the topics of a record: three matters or more that it lists, else its headings, else what it turns to."""
    together = list(_listed_together(layout))
    headings = list(_headings(layout))
    spans = together or (headings if len(headings) > 1 else []) or sorted([*_on_topic(layout), *_discussed(layout)])
    found: dict[str, Found] = {}
    for start, end in spans:
        found.setdefault(layout.plain[start:end], layout.text.found(start, end))
    return tuple(found.values())[:_MOST]


def _listed_together(layout: Layout) -> Iterator[tuple[int, int]]:
    for start, end in islice(told(layout), 10):
        parts = _matters(layout, start, end)
        if len(parts) >= _ENOUGH:
            yield from parts
            return


def _matters(layout: Layout, start: int, end: int) -> list[tuple[int, int]]:
    match = _DISCUSSED.search(layout.plain, start, end)
    if match is None:
        return []
    parts = listed(layout.plain, *match.span("what" if match["what"] else "listed"))
    too_long = any(stop - begin > _LONGEST for begin, stop in parts)
    return [] if too_long else [part for part in parts if not _GENERAL.match(layout.plain[slice(*part)])]


def _headings(layout: Layout) -> Iterator[tuple[int, int]]:
    for block in headings_below_title(layout):
        words = layout.words(block).strip()
        if words and not DAY.search(words) and not _NO_HEADING.search(words):
            yield layout.text.trimmed(block.start, block.end)


def _on_topic(layout: Layout) -> Iterator[tuple[int, int]]:
    for start, end in told(layout):
        match = _ON_TOPIC.match(layout.plain, start, end)
        if match and not _GENERAL.match(match["what"]):
            yield match.span("what")


def _discussed(layout: Layout) -> Iterator[tuple[int, int]]:
    for start, end in told(layout):
        yield from _matters(layout, start, end)
