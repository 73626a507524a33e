"""The layout of a Chinese source: 一、（一）1. and bullets, headings and the title."""

from __future__ import annotations

import re

from dialogue_prep.reading.chinese.numbers import number_of
from dialogue_prep.reading.chinese.words import COUNT, NUMBER, RECORDS, SERIES, TERMS, either
from dialogue_prep.reading.layout import Layout
from dialogue_prep.reading.line_layout import LineRules, lay_out_lines
from dialogue_prep.reading.running import RunningText

_NUMERAL = "[一二三四五六七八九十百]{1,4}"
_MARKS = (
    ("bullet", re.compile(r"[-–—•▪●◦■·*►➢◆○]\s*(?=\S)")),
    ("article", re.compile(rf"第(?:{_NUMERAL}|\d{{1,2}})[条章节][\s：:、]*")),
    ("numeral", re.compile(rf"{_NUMERAL}[、．.]\s*(?=\S)")),
    ("numeral in brackets", re.compile(rf"[（(]{_NUMERAL}[）)]\s*(?=\S)")),
    ("decimal", re.compile(r"\d{1,2}(?:[.．]\d{1,2}){1,3}[.．、]?\s*(?=\D)")),
    ("digit", re.compile(r"\d{1,2}\s?(?:[.．、](?!\d)|[)）])\s*(?=\S)")),
    ("digit in brackets", re.compile(r"[（(]\d{1,2}[）)]\s*(?=\S)|[①-⑳]\s*")),
    ("letter", re.compile(r"[（(]?[a-zA-Z][)）.、]\s*(?=\S)")),
)
_RECORD = re.compile(either((*RECORDS, *TERMS)))
_SERIES = re.compile(either(SERIES))
_ORDINAL = re.compile(rf"(?:第{NUMBER}|首){COUNT}")
_DAY = re.compile(r"\d{1,2}月\d{1,2}日")
_FINAL = "。；：，！？;:,!?、."
_HEADING_LENGTH = 24
_TITLE_LENGTH = 60
_LONG_LINE = 24


def lay_out(text: RunningText) -> Layout:
    """Return the blocks of a Chinese source."""
    return lay_out_lines(
        text,
        LineRules(
            marks=_MARKS,
            numbers_headings=frozenset(("article", "numeral", "numeral in brackets", "decimal", "digit")),
            number=number_of,
            is_short=_is_short,
            begins_body=_begins_body,
            weight=_weight,
            runs_on=_runs_on,
        ),
    )


def _is_short(words: str) -> bool:
    if not words:
        return True
    longest = _TITLE_LENGTH if _RECORD.search(words) or _SERIES.search(words) else _HEADING_LENGTH
    return words[-1] not in _FINAL and len(words) <= longest


def _begins_body(words: str) -> bool:
    return words[-1:] in "。；：" or len(words) > _TITLE_LENGTH + 20


def _weight(words: str) -> int:
    named = 3 * bool(_RECORD.search(words)) + 3 * bool(_SERIES.search(words))
    return named + bool(_ORDINAL.search(words)) - 2 * bool(_DAY.search(words))


def _runs_on(before: str, after: str) -> bool:
    if not before or not after or before[-1] in _FINAL or before[-1] in "”）》":
        return False
    last_line = before[before.rfind("\n") + 1 :]
    return len(last_line) > _LONG_LINE
