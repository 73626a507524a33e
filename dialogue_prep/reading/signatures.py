"""The lines at the end of a record with the names, offices and states of those who signed it."""

from __future__ import annotations

import re

from dialogue_prep.reading.layout import Block, BlockKind, Layout

_YEAR = r"(?:(?:19|20)\d\d|[二一][〇零○一二三四五六七八九]{3})"
_CHINESE_DAY = rf"{_YEAR}年.{{2,8}}日"
# “Done at Tarn on 3 May 2031”, “Fait à Lima, le 3 mai 2031”, “2031年5月3日签于利马”.
_CLOSING = re.compile(
    rf"(?i:done|signed)\s(?:(?:in\s\w+,?\s)?(?:at|in)\s[A-Z]|this\s|on\s).*{_YEAR}|"
    rf"(?i:fait|signé)\s(?:en\s\w+\s\w+,?\s)?(?:à\s|au\s|le\s).*{_YEAR}|"
    rf"(?:签署?|签?订)于.*{_CHINESE_DAY}|{_CHINESE_DAY}(?:签署?|签?订)于|"
    rf"本\w{{2,12}}于.{{0,8}}{_CHINESE_DAY}.{{0,12}}(?:签署|签订)",
    re.DOTALL,
)
_ANNEX = re.compile(r"(?:annexe?|appendix|attachment|appendice|pièce\sjointe|附件|附录)", re.IGNORECASE)
_FULL_STOPS = (".", "。")
_SHORT_WORDS, _SHORT_SIGNS = 6, 40


def signature_lines(layout: Layout) -> frozenset[Block]:
    """Return what stands below the closing formula of a record, down to its annexes or its end.

    Where a text stands below a line, the line heads it, and the words that look like the formula only tell of it.
    """
    below: list[Block] = []
    for block in layout.blocks:
        words = layout.words(block).strip()
        if _CLOSING.match(words):
            below = [block]
        elif below and _ANNEX.match(words):
            break
        elif below and _is_text(layout, block) and len(below) > 1 and not _is_text(layout, below[-1]):
            below = []
        elif below:
            below.append(block)
    return frozenset(below)


def _is_text(layout: Layout, block: Block) -> bool:
    words = layout.words(block).strip()
    long = len(words.split()) > _SHORT_WORDS or len(words) > _SHORT_SIGNS
    return block.kind is BlockKind.ITEM or (long and words.endswith(_FULL_STOPS))
