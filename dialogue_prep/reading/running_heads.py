"""What stands on every page at its head or foot, such as a running title or a page number, is no part of a text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from math import ceil

from dialogue_prep.reading.page_lines import Line

_DIGITS = re.compile(r"\d+")
_PAGE = re.compile(
    r"\W*(?:p(?:age|\.)?\s*)?(?P<number>\d{1,4}|[ivxl]{1,6})(?:\s*(?:/|of|de|sur)\s*\d{1,4})?\W*", re.IGNORECASE
)
_CHINESE_PAGE = re.compile(r"\W*第?\s*\d{1,4}\s*页.{0,12}")
# So many lines at either end of a page can be a running head, and so near to each other they stand at one height.
_EDGE = 3
_SAME_HEIGHT = 6.0
_SHARE = 0.4
_LONGEST_NUMBER = 24


def without_running_heads(pages: Sequence[Sequence[Line]]) -> tuple[list[list[Line]], int]:
    """Return the pages without the lines that most of them share at one height, and how many were left out.

    Numbers count as alike, so that page numbers go too; so do they on a single page.
    """
    seen: Counter[tuple[str, int]] = Counter()
    edges = [_edges(page) for page in pages]
    for edge in edges:
        seen.update({key for at in edge for key in _keys(edge[at])})
    needed = max(2, ceil(_SHARE * sum(1 for edge in edges if edge)))
    kept: list[list[Line]] = []
    left_out = 0
    for number, (page, edge) in enumerate(zip(pages, edges, strict=True), start=1):
        gone = {
            at
            for at, line in edge.items()
            if max(seen[key] for key in _keys(line)) >= needed or _is_number(line, number)
        }
        kept.append([line for at, line in enumerate(page) if at not in gone])
        left_out += len(gone)
    if not any(kept):
        # Pages that are alike from head to foot have no running heads.
        return [list(page) for page in pages], 0
    return kept, left_out


def _edges(page: Sequence[Line]) -> dict[int, Line]:
    """Return the lines at head and foot of a page by their places in it."""
    downward = sorted(range(len(page)), key=lambda at: -page[at].top)
    ends = downward if len(downward) <= 2 * _EDGE else [*downward[:_EDGE], *downward[-_EDGE:]]
    return {at: page[at] for at in ends}


def _keys(line: Line) -> tuple[tuple[str, int], tuple[str, int]]:
    """Return the words of a line with the two bands of height in which it lies, so that no border comes between."""
    words = _DIGITS.sub("0", line.words.casefold())
    return (words, int(line.bottom // _SAME_HEIGHT)), (
        words,
        -1 - int((line.bottom + _SAME_HEIGHT / 2) // _SAME_HEIGHT),
    )


def _is_number(line: Line, page: int) -> bool:
    """Say whether a line is the number of its own page."""
    if len(line.words) > _LONGEST_NUMBER:
        return False
    if _CHINESE_PAGE.fullmatch(line.words):
        return True
    found = _PAGE.fullmatch(line.words)
    return found is not None and found["number"] == str(page)
