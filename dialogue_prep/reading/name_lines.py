"""The name of a dialogue in the head of a source, where the title may say the kind of paper alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import dropwhile, islice

from dialogue_prep.reading.layout import Block, BlockKind, Layout

Offsets = tuple[int, int]

_ARTICLE = re.compile(
    r"(?:(?:of|for|on)\s(?:the\s)?|the\s|(?:du|pour\sle|relatifs?\sau)\s|(?:de|pour|relatifs?\sà)\s(?:la\s|l')|关于)",
    re.IGNORECASE,
)
_SMALL = r"(?:of|on|for|in|and|with|between|sur|de|du|des|pour|en|et|entre)"
_GOES_ON = re.compile(rf"{_SMALL}\s", re.IGNORECASE)
_LEFT_OPEN = re.compile(rf"\b(?:{_SMALL}|the|la|le|les)$", re.IGNORECASE)
_ENDS = re.compile(r"[.;:,!?。；：，]$")
_NUMBERED = re.compile(r"(?:[IVX]{1,5}|[A-Z])[.)]\s")
_HEAD, _MOST_WORDS, _FEWEST_WORDS = 5, 20, 3


def name_below(layout: Layout, title: Block, series: re.Pattern[str]) -> Offsets | None:
    """Return the offsets of the name in the lines right below a title: the first that has a word for a `series`.

    It goes on over the next lines where “on” or “between” joins them.
    """
    lines = list(_head_below(layout, title))
    first = next((at for at, line in enumerate(lines) if series.search(layout.words(line))), None)
    if first is None:
        return None
    start, end = layout.text.trimmed(lines[first].start, lines[first].end)
    for line in lines[first + 1 :]:
        begin, stop = layout.text.trimmed(line.start, line.end)
        if not (_GOES_ON.match(layout.plain, begin, stop) or _LEFT_OPEN.search(layout.plain[start:end])):
            break
        end = stop
    article = _ARTICLE.match(layout.plain, start, end)
    return (article.end() if article else start), end


def in_small_letters(plain: str, start: int, end: int, series: re.Pattern[str]) -> Offsets:
    """Return where the text writes a name in small letters that its head has in capitals.

    That may be without the words that stand before it, as long as they leave a word for a `series` and its theme. A
    name that stands in capitals alone stays as it is: nobody can tell which of its words are more than words.
    """
    tokens = plain[start:end].split()
    if not plain[start:end].isupper():
        return start, end
    for first in range(len(tokens) - _FEWEST_WORDS + 1):
        if not series.search(" ".join(tokens[first:])):
            break
        words = r"\s+".join(map(re.escape, tokens[first:]))
        spelled = re.compile(rf"(?<!\w){words}(?!\w)", re.IGNORECASE)
        for match in spelled.finditer(plain):
            if match.group()[0].isupper() and not match.group().isupper():
                return match.span()
    return start, end


def _head_below(layout: Layout, title: Block) -> Iterator[Block]:
    below = islice(dropwhile(lambda block: block is not title, layout.blocks), 1, 1 + _HEAD)
    for block in below:
        words = layout.words(block).strip()
        if (
            block.kind is BlockKind.ITEM
            or block.marker
            or _NUMBERED.match(words)
            or _ENDS.search(words)
            or len(words.split()) > _MOST_WORDS
        ):
            return
        yield block
