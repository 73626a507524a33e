"""What stands on every page at its head or foot, such as a running title or a page number, is no part of a text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice
from math import ceil

from dialogue_prep.reading.page_lines import PageLine

_DIGITS = re.compile(r"\d{1,9}")
_PAGE = re.compile(
    r"\W*(?:p(?:age|\.)?\s*)?(?P<number>\d{1,4}|[ivxl]{1,6})(?:\s*(?:/|of|de|sur)\s*\d{1,4})?\W*", re.IGNORECASE
)
_CHINESE_PAGE = re.compile(r"\W*第?\s*\d{1,4}\s*页.{0,12}")
# So many lines at either end of a page can be a running head, and so near to each other they stand at one height.
_EDGE = 3
_SAME_HEIGHT = 6.0
_SHARE = 0.4
_LONGEST_NUMBER = 24
_MOST_NUMBERS = 6
# What stands in the place of a number that counts the pages, and on how many of them one is seen to.
_COUNTED, _LEAST_COUNTED = "\0", 3


def without_running_heads(pages: Sequence[Sequence[PageLine]]) -> tuple[list[list[PageLine]], int]:
    """Return the pages without the lines that most of them share at one height, and how many were left out.

    A number that counts the pages is alike on all of them, so that page numbers go too; so do they on a single page.
    """
    seen: Counter[tuple[str, int]] = Counter()
    edges = [
        {at: _keys(line, number) for at, line in _edges(page).items()} for number, page in enumerate(pages, start=1)
    ]
    for edge in edges:
        seen.update({key for keys in edge.values() for key in keys})
    needed = max(2, ceil(_SHARE * sum(1 for edge in edges if edge)))
    kept: list[list[PageLine]] = []
    left_out = 0
    for number, (page, edge) in enumerate(zip(pages, edges, strict=True), start=1):
        gone = {
            at
            for at, keys in edge.items()
            if any(seen[key] >= _least(key, needed) for key in keys) or _is_number(page[at], number)
        }
        kept.append([line for at, line in enumerate(page) if at not in gone])
        left_out += len(gone)
    if not any(kept):
        # Pages that are alike from head to foot have no running heads.
        return [list(page) for page in pages], 0
    return kept, left_out


def _edges(page: Sequence[PageLine]) -> dict[int, PageLine]:
    """Return the lines at head and foot of a page by their places in it."""
    downward = sorted(range(len(page)), key=lambda at: -page[at].top)
    ends = downward if len(downward) <= 2 * _EDGE else [*downward[:_EDGE], *downward[-_EDGE:]]
    return {at: page[at] for at in ends}


def _keys(line: PageLine, page: int) -> list[tuple[str, int]]:
    """Return the words of a line with the two bands of height in which it lies, so that no border comes between."""
    bands = int(line.bottom // _SAME_HEIGHT), -1 - int((line.bottom + _SAME_HEIGHT / 2) // _SAME_HEIGHT)
    return [(words, band) for words in _readings(line.words.casefold(), page) for band in bands]


def _least(key: tuple[str, int], needed: int) -> int:
    """Return on how many pages a line has to stand: two headings can count like the pages on which they stand."""
    return max(needed, _LEAST_COUNTED) if _COUNTED in key[0] else needed


def _readings(words: str, page: int) -> Iterator[str]:
    """Yield a line as it is, and with each number in it told by how far it is from that of the page.

    A mere number of a page is alike on all of them, wherever the counting begins.
    """
    if _PAGE.fullmatch(words) or _CHINESE_PAGE.fullmatch(words):
        yield _DIGITS.sub("0", words)
        return
    yield words
    for number in islice(_DIGITS.finditer(words), _MOST_NUMBERS):
        yield f"{words[: number.start()]}{_COUNTED}{int(number.group()) - page}{words[number.end() :]}"


def _is_number(line: PageLine, page: int) -> bool:
    """Say whether a line is the number of its own page."""
    if len(line.words) > _LONGEST_NUMBER:
        return False
    if _CHINESE_PAGE.fullmatch(line.words):
        return True
    found = _PAGE.fullmatch(line.words)
    return found is not None and found["number"] == str(page)
