"""From the lines of pages to paragraphs: by white space, indents, marks of items and lines that end early."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise

from dialogue_prep.reading.hyphens import Hyphens
from dialogue_prep.reading.page_lines import PageLine

_MARK = re.compile(
    r"(?:[-–—•▪●◦■·*►➢\uf0b7\uf0a7\uf02d\u2023\u2043]|o(?=\s)|\(?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,5})[.)]|\d{1,2}(?:\.\d{1,2}){1,3}\.?)"
    r"(?:\s+|$)"
)
_NOTE = re.compile(r"(?:\d{1,3}|[*†‡§]{1,3})\s?\S")
_ENDED = re.compile(r"[.!?:;。！？：；][\"'”’»)\]]*$")
_WIDE = re.compile(r"[\u3000-\u9fff\uff00-\uffef]")
# Programs set a gap between Chinese and figures or Latin letters that nobody typed.
_CHINESE_GAP = re.compile(r"(?<=[\u3400-\u9fff]) (?=[0-9A-Za-z])|(?<=[0-9A-Za-z]) (?=[\u3400-\u9fff])")
# Against the usual distance of lines, against the size of letters, and in widths of a letter.
_WIDE_SPACE, _OTHER_SIZE, _INDENT = 1.3, 1.12, 1.2
_SMALL = 0.9


def joined(pages: Sequence[Sequence[PageLine]]) -> list[str]:
    """Return the paragraphs of pages; notes at the foot of a page come after the text."""
    usual = _usual_size(line for page in pages for line in page)
    bodies, notes = zip(*(_without_notes(page, usual) for page in pages), strict=True)
    hyphens = Hyphens([line.words for page in pages for line in page])
    return [*_paragraphs(bodies, hyphens), *_paragraphs(notes, hyphens)]


def _usual_size(lines: Iterable[PageLine]) -> float:
    """Return the size in which most letters are set."""
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[round(line.size, 1)] += len(line.words)
    return max(sizes, key=lambda size: (sizes[size], size), default=0.0)


def _without_notes(page: Sequence[PageLine], usual: float) -> tuple[list[PageLine], list[PageLine]]:
    """Return the lines of a page without its notes, and its notes: lines in small letters at its foot."""
    cut = len(page)
    while cut and page[cut - 1].size < _SMALL * usual:
        cut -= 1
    first = next((at for at in range(cut, len(page)) if _NOTE.match(page[at].words)), len(page))
    return list(page[:first]), list(page[first:])


def _paragraphs(pages: Iterable[Sequence[PageLine]], hyphens: Hyphens) -> list[str]:
    found: list[list[PageLine]] = []
    for page in pages:
        distance, edges = _usual_distance(page), _right_edges(page)
        for at, line in enumerate(page):
            if at == 0 or _other_column(page[at - 1], line):
                begins = not found or _begins_after_break(found[-1], line, edges)
            else:
                begins = _begins(found[-1], line, distance, edges)
            if begins:
                found.append([line])
            else:
                found[-1].append(line)
    return [_CHINESE_GAP.sub("", hyphens.joined([line.words for line in paragraph])) for paragraph in found]


def _usual_distance(page: Sequence[PageLine]) -> float:
    """Return the distance from line to line that is most frequent on a page."""
    distances = Counter(
        round(before.bottom - after.bottom, 0)
        for before, after in pairwise(page)
        if 0 < before.bottom - after.bottom < 3 * before.size
    )
    return max(distances, key=lambda distance: (distances[distance], -distance), default=0.0)


def _right_edges(page: Sequence[PageLine]) -> dict[int, float]:
    """Return how far lines reach to the right, by the column (a band of 72 points) in which they begin."""
    edges: dict[int, float] = {}
    for line in page:
        band = _band(line)
        edges[band] = max(edges.get(band, 0.0), line.right)
    return edges


def _band(line: PageLine) -> int:
    return int(line.left // 72)


def _other_column(before: PageLine, after: PageLine) -> bool:
    return after.bottom > before.top


def _begins(paragraph: Sequence[PageLine], line: PageLine, distance: float, edges: dict[int, float]) -> bool:
    """Say whether a line begins a paragraph; the one before it stands above it."""
    before = paragraph[-1]
    if max(before.size, line.size) > _OTHER_SIZE * min(before.size, line.size):
        return True
    if before.bottom - line.bottom > _WIDE_SPACE * max(distance, before.size) + 1:
        return True
    if _MARK.match(line.words) and not _same_row(before, line):
        return True
    if _same_row(before, line):
        return line.left - before.right > 4 * line.letter
    if _rows(before, line):
        return True
    step = line.left - before.left
    indent = _INDENT * max(line.letter, before.letter)
    if len(paragraph) > 1 and abs(step) > indent and not _centred(before, line):
        return True
    if len(paragraph) == 1 and step > indent and not _MARK.match(before.words) and not _centred(before, line):
        return True
    return _ended_early(before, line, edges)


def _same_row(before: PageLine, line: PageLine) -> bool:
    return abs(before.bottom - line.bottom) < before.size / 2


def _rows(before: PageLine, line: PageLine) -> bool:
    """Say whether two lines are rows of a table: white space runs down between their words."""
    return not (before.spread and line.spread) and any(
        min(end, other_end) - max(begin, other_begin) > line.size
        for begin, end in before.spaces
        for other_begin, other_end in line.spaces
    )


def _centred(before: PageLine, line: PageLine) -> bool:
    """Say whether two lines have one axis."""
    return abs(before.left + before.right - line.left - line.right) < 4 * line.letter


def _ended_early(before: PageLine, line: PageLine, edges: dict[int, float]) -> bool:
    """Say whether the first word of a line would have had room on the line before."""
    first = 1 if _WIDE.match(line.words) else len(line.words.split(maxsplit=1)[0]) + 1
    edge = max(edges.get(_band(before), 0.0), edges.get(_band(line), 0.0), line.right)
    return before.right + (1.15 * first + 1) * line.letter < edge


def _begins_after_break(paragraph: Sequence[PageLine], line: PageLine, edges: dict[int, float]) -> bool:
    """Say whether a line at the head of a page or column begins a paragraph."""
    before = paragraph[-1]
    if _MARK.match(line.words) or max(before.size, line.size) > _OTHER_SIZE * min(before.size, line.size):
        return True
    if line.words[0].islower():
        return False
    return _ENDED.search(before.words) is not None or _ended_early(before, line, edges)
