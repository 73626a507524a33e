"""The layout of a French source: bullets, numbers, articles, headings and the title."""

from __future__ import annotations

import re

from dialogue_prep.reading.french.days import DAY
from dialogue_prep.reading.french.words import ORDINAL, RECORDS, SERIES
from dialogue_prep.reading.layout import Layout
from dialogue_prep.reading.line_layout import LineRules, lay_out_lines
from dialogue_prep.reading.running import RunningText

_MARKS = (
    ("bullet", re.compile(r"(?:[-–—•▪●◦■·*►➢])\s+(?=\S)")),
    (
        "article",
        re.compile(
            r"(?:Article|Art\.|Section|Chapitre)\s+(?:premier|1er|\d{1,2}|[IVX]{1,5})\s*(?:[-–—.:]\s*|\s+(?=\S)|$)",
            re.IGNORECASE,
        ),
    ),
    ("decimal", re.compile(r"\d{1,2}(?:\.\d{1,2}){1,3}\.?\s+(?=\S)")),
    ("digit", re.compile(r"\d{1,2}\s?[.)°]\s*[-–—]?\s*(?=\S)")),
    ("roman", re.compile(r"[IVX]{1,5}\s?(?:[.)]|\s[-–—])\s*[-–—]?\s*(?=\S)")),
    ("small roman", re.compile(r"\(?(?:i{1,3}|iv|vi{0,3}|ix|x)\)\s*(?=\S)")),
    ("bracket", re.compile(r"\(\d{1,2}\)\s*(?=\S)")),
    ("letter", re.compile(r"\(?[a-z]\)\s*(?=\S)")),
    ("capital", re.compile(r"[A-H][.)]\s+(?=\S)")),
)
_RECORD = re.compile(
    r"\b(?:" + "|".join(map(re.escape, (*RECORDS, "mandat", "termes de référence", "cahier des charges"))) + r")\b",
    re.IGNORECASE,
)
_SERIES = re.compile(r"\b(?:" + "|".join(SERIES) + r")\b", re.IGNORECASE)
_ORDINAL = re.compile(rf"\b{ORDINAL}\b", re.IGNORECASE)
_PAIR = re.compile(
    r"\b(?:entre|de)\s(?:l'|la\s|le\s|les\s)?[A-ZÀ-Þ][^,]{2,60}?\set\s(?:de\s|d')?(?:l'|la\s|le\s|les\s"
    r")?[A-ZÀ-Þ]|[A-ZÀ-Þ]\w+\s?[-–—/]\s?[A-ZÀ-Þ]\w+"
)
_CONNECTIVE = re.compile(
    r"\b(?:de|du|des|la|le|les|l'|à|au|aux|et|ou|en|sur|par|pour|avec|dans|que|qui|d'|un|une|leur|leurs|entre|ainsi)$"
)
_OPEN_END = re.compile(r"[\w,'’»)\]-]$")
_HEADING_WORDS = 14
_BODY_WORDS = 18
_LONG_LINE = 60


def lay_out(text: RunningText) -> Layout:
    """Return the blocks of a French source."""
    return lay_out_lines(
        text,
        LineRules(
            marks=_MARKS,
            numbers_headings=frozenset(("article", "decimal", "digit", "roman", "capital")),
            number=lambda said: int(said) if said.isdecimal() else None,
            is_short=_is_short,
            begins_body=_begins_body,
            weight=_weight,
            runs_on=_runs_on,
        ),
    )


def _is_short(words: str) -> bool:
    if not words:
        return True
    return (
        words[-1] not in ".;:,!?"
        and words[0].isupper()
        and len(words.split()) <= _HEADING_WORDS + 6 * bool(_RECORD.search(words) or _SERIES.search(words))
    )


def _begins_body(words: str) -> bool:
    return (len(words.split()) > _BODY_WORDS and words.rstrip()[-1:] in ".;:") or words.endswith((".", ":"))


def _weight(words: str) -> int:
    named = 3 * bool(_RECORD.search(words)) + 4 * bool(_SERIES.search(words) and len(words.split()) > 2)
    return (
        named + 2 * bool(_PAIR.search(words)) + bool(_ORDINAL.search(words)) - 4 * bool(DAY.search(words) and not named)
    )


def _runs_on(before: str, after: str) -> bool:
    if not before or not after or not _OPEN_END.search(before):
        return False
    if after[0].islower() or _CONNECTIVE.search(before):
        return True
    last_line = before[before.rfind("\n") + 1 :]
    return len(last_line) > _LONG_LINE and len(after) > _LONG_LINE and not _is_short(before)
