"""PDF files with a text layer: paragraphs in reading order, made of the lines that stand on the pages."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator, Sequence
from itertools import islice
from math import hypot
from statistics import median
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from dialogue_prep.reading.page_columns import column_by_column, in_reading_order
from dialogue_prep.reading.page_lines import PageLine
from dialogue_prep.reading.page_paragraphs import joined
from dialogue_prep.reading.page_pictures import is_unread
from dialogue_prep.reading.running_heads import without_running_heads
from dialogue_prep.system.refusal import Refused

_MOST_PAGES = 2000
_MOST_SIGNS = 8_000_000
# Where a hyphen ends a line, the library puts one sign for both.
_SPACE = re.compile(r" +")
# A gutter: so many points wide, found in most of so many long lines, with words enough on both sides of it.
_GUTTER, _MOSTLY, _TRIED, _LONG, _ENOUGH = 9.0, 0.7, 8, 30, 10
# The width of a space between cells, against the size of letters, and against the narrowest space of its line.
_APART, _ALIKE = 1.5, 1.5
_MOST_SPACES = 200
_LINE_END = re.compile("\r\n|\ufffe")

Stretch = tuple[str, int, int]  # the words of a line, and the places of its first and last sign on the page


def paragraphs(data: bytes) -> dict[str, object]:
    """Return `paragraphs`, how many `pages` there are, and how many lines were `left_out` as running heads.

    `unread` are the pages, counted from 1, that hold something but no text. Raises Refused for what is damaged, locked,
    too long, or has no text layer.
    """
    document = _opened(data)
    pages = len(document)
    if pages > _MOST_PAGES:
        raise Refused(f"it has more than {_MOST_PAGES} pages; cut it down to the text that matters")
    lines = list(_pages(document, pages))
    if not any(lines):
        raise Refused("it has no text, only pictures; ask for the file it was made from, or have its text recognised")
    kept, left_out = without_running_heads(lines)
    unread = [at + 1 for at, page in enumerate(kept) if not page and is_unread(document, at)]
    return {"paragraphs": joined(kept), "pages": pages, "left_out": left_out, "unread": unread}


def _opened(data: bytes) -> Any:
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) in (pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY):
            raise Refused("it is protected by a password; save it without one") from error
        raise Refused("it is damaged, or no PDF file") from error


def _pages(document: Any, pages: int) -> Iterator[list[PageLine]]:
    """Yield the lines of each page; one that is damaged has none."""
    signs = 0
    for number in range(pages):
        page = pdfium.FPDF_LoadPage(document, number)
        text = pdfium.FPDFText_LoadPage(page) if page else None
        lines: list[PageLine] = []
        if text:
            count = pdfium.FPDFText_CountChars(text)
            signs += max(count, 0)
            if signs > _MOST_SIGNS:
                raise Refused("it holds more text than a source does; cut it down to the text that matters")
            lines = _lines(text, count)
            pdfium.FPDFText_ClosePage(text)
        if page:
            pdfium.FPDF_ClosePage(page)
        yield lines


def _lines(text: Any, count: int) -> list[PageLine]:
    """Return the lines of a page in the order in which they are read, with where they stand (points, from below)."""
    words = _words(text, count)
    exact = count > 0 and pdfium.FPDFText_GetTextIndexFromCharIndex(text, count - 1) == count - 1
    stretches = []
    for start, end, hyphen in _stretches(words):
        line = words[start:end]
        first, last = start + len(line) - len(line.lstrip()), start + len(line.rstrip()) - 1
        if first <= last:
            stretches.append((line.strip() + hyphen, first, last))
    gutter = _gutter(text, stretches) if exact else None
    if gutter is None:
        places = stretches if exact else [(line, _place(text, at), _place(text, end)) for line, at, end in stretches]
        return in_reading_order([_line(text, *place) for place in places])
    parts = [_line(text, *part) for stretch in stretches for part in _parted(text, stretch, gutter)]
    return column_by_column(parts)


def _place(text: Any, at: int) -> int:
    return int(pdfium.FPDFText_GetCharIndexFromTextIndex(text, at))


def _gutter(text: Any, stretches: Sequence[Stretch]) -> float | None:
    """Return where a page of two columns is parted, if the lines of both are set side by side as one line."""
    long = [stretch for stretch in stretches if len(stretch[0]) >= _LONG]
    tried = long[:: max(1, len(long) // _TRIED)]
    if len(tried) < _TRIED:
        return None
    gaps = [gap for stretch in tried if (gap := max(_gaps(text, stretch), key=_width, default=None)) is not None]
    if len(gaps) < _MOSTLY * len(tried):
        return None
    begin, end = median(gap[1] for gap in gaps), median(gap[2] for gap in gaps)
    apart = sum(1 for gap in gaps if gap[1] < (begin + end) / 2 < gap[2])
    return (begin + end) / 2 if apart >= _MOSTLY * len(tried) else None


def _gaps(
    text: Any, stretch: Stretch, wide: float = _GUTTER, enough: int = _ENOUGH
) -> Iterator[tuple[int, float, float]]:
    """Yield the wide gaps of a line that has signs enough on both sides: the place of the space, where it is."""
    words, first, _ = stretch
    for found in _SPACE.finditer(words, enough, max(len(words) - enough, 0)):
        at = first + found.start()
        begin, end = _box(text, at - 1).right, _box(text, first + found.end()).left
        if begin + wide < end:
            yield at - first, begin, end


def _width(gap: tuple[int, float, float]) -> float:
    return gap[2] - gap[1]


def _parted(text: Any, stretch: Stretch, gutter: float) -> Iterator[Stretch]:
    """Yield the two lines that stand side by side in one, or the one that goes over the whole width."""
    words, first, last = stretch
    across = next((at for at, begin, end in _gaps(text, stretch) if begin < gutter < end), None)
    if across is None:
        yield stretch
        return
    left, right = words[:across].rstrip(), words[across:].lstrip()
    yield left, first, first + len(left) - 1
    yield right, last - (len(right.rstrip("-")) if words.endswith("-") else len(right)) + 1, last


def _stretches(words: str) -> Iterator[tuple[int, int, str]]:
    """Yield where each line of a text begins and ends, and the hyphen that ends it if there is one."""
    start = 0
    for end in _LINE_END.finditer(words):
        yield start, end.start(), "-" if end.group() == "\ufffe" else ""
        start = end.end()
    yield start, len(words), ""


def _words(text: Any, count: int) -> str:
    if count <= 0:
        return ""
    # Some signs come out as two units: there is room for that.
    units = (ctypes.c_ushort * (2 * count + 2))()
    written = pdfium.FPDFText_GetText(text, 0, count, units)
    return bytes(units)[: 2 * max(written - 1, 0)].decode("utf-16-le", "replace")


def _line(text: Any, words: str, begin: int, end: int) -> PageLine:
    first, last, before = (_box(text, at) for at in (begin, end, max(begin, end - 2)))
    line = PageLine(
        words=words,
        left=min(first.left, last.left),
        # A sign of another font can be put last though it stands within the line.
        right=max(first.right, last.right, before.right),
        bottom=first.bottom,
        size=_size(text, begin),
    )
    # A running line is mostly set as a whole, the cells of a row each for itself.
    if end - begin + 1 != len(words) or pdfium.FPDFText_CountRects(text, begin, len(words)) < 2:
        return line
    return _with_spaces(line, [gap[1:] for gap in islice(_gaps(text, (words, begin, end), 0, 1), _MOST_SPACES)])


def _with_spaces(line: PageLine, spaces: Sequence[tuple[float, float]]) -> PageLine:
    """Return a line with the wide ones of its spaces, and whether all are alike."""
    widths = [right - left for left, right in spaces]
    wide = tuple(space for space, width in zip(spaces, widths, strict=True) if width > _APART * line.size)
    return line._replace(spaces=wide, spread=max(widths) < _ALIKE * min(widths)) if wide else line


def _box(text: Any, at: int) -> Any:
    box = pdfium.FS_RECTF()
    pdfium.FPDFText_GetLooseCharBox(text, at, box)
    return box


def _size(text: Any, at: int) -> float:
    """Return the size of a letter as it is seen: that of its font, enlarged as its surroundings are."""
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFText_GetMatrix(text, at, matrix)
    return float(pdfium.FPDFText_GetFontSize(text, at)) * hypot(matrix.c, matrix.d)
