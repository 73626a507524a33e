"""The name of a dialogue in its terms of reference: in their head, or where a sentence establishes it."""

from __future__ import annotations

import re

from dialogue_prep.reading.english import SERIES_WORD
from dialogue_prep.reading.layout import Layout
from dialogue_prep.reading.name_lines import Offsets, name_below
from dialogue_prep.reading.series import NAME

_ESTABLISHES = re.compile(
    r"\b(?:establish(?:es|ed)?|sets?\sup|creates?|constitutes?|launch(?:es)?)\s(?:herewith\s|hereby\s)?[“\"'‘]?"
    rf"(?:(?:the|an?|their)\s)?(?:[a-z-]+\s){{0,3}}?[“\"'‘]?(?P<active>{NAME.pattern})|"
    rf"\b[Tt]he\s(?P<passive>{NAME.pattern})\s(?:is|shall\sbe|will\sbe|was)\s(?:herewith\s|hereby\s)?(?:established|set\sup|created)\b"
)
_ONLY_A_KIND = re.compile(
    r"\W*(?:(?:the|draft|revised|agreed|final|joint|proposed|updated|annex|\d+)\s)*(?:terms\s+of\s+reference|tors?|"
    r"mandate|rules\sof\sprocedure|charter|statutes?|concept\s(?:note|paper)|framework|memorandum\sof\sunderstanding)"
    r"(?:\s\(tors?\))?\W*",
    re.IGNORECASE,
)
_NAMED_IN_TITLE = re.compile(
    r"terms\s+of\s+reference\s*(?::|-|–|—|of|for|on)?\s*(?:the\s)?(?P<name>\S.{4,160})$", re.IGNORECASE
)
_NAMED_BEFORE = re.compile(
    r"(?P<name>\S.{4,160}?)\s*[:,(–—-]\s*(?:(?:draft|revised)\s)?terms\s+of\s+reference\W*$", re.IGNORECASE
)


def is_only_a_kind(title: str) -> bool:
    """Say whether a title says what kind of paper it stands above, and nothing more."""
    return _ONLY_A_KIND.fullmatch(title) is not None


def name_in_head(layout: Layout) -> Offsets | None:
    """Return the name that stands in the title, or below a title that says the kind of paper alone."""
    title = layout.title()
    if title is None:
        return None
    words = layout.words(title)
    if is_only_a_kind(words):
        return name_below(layout, title, SERIES_WORD)
    match = _NAMED_IN_TITLE.search(words) or _NAMED_BEFORE.match(words)
    start, end = match.span("name") if match else (0, len(words))
    return (title.start + start, title.start + end) if _names(words[start:end]) else None


def name_established(layout: Layout) -> Offsets | None:
    """Return the name by which a sentence establishes the dialogue: “... establish an annual Dialogue on Fisheries”."""
    for match in _ESTABLISHES.finditer(layout.plain):
        group = "active" if match["active"] else "passive"
        if _names(match[group]):
            return match.span(group)
    return None


def _names(words: str) -> bool:
    """Say whether some words name a dialogue, and not “the Dialogue” alone."""
    return SERIES_WORD.search(words) is not None and len(words.split()) > 1
