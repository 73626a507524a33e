"""Whether a page without text is a picture, such as a scanner makes, or was left blank."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from typing import Any

import pypdfium2.raw as pdfium

# A picture that may say something takes so much of the page; a mark of its maker takes less.
_SHARE = 0.1
# Words that are drawn letter by letter are as many strokes at least; frames and rules are fewer.
_STROKES = 100


def is_unread(document: Any, number: int) -> bool:
    """Say whether a page (counted from 0) that gave no text holds something nevertheless, or is damaged."""
    page = pdfium.FPDF_LoadPage(document, number)
    if not page:
        return True
    whole = pdfium.FPDF_GetPageWidthF(page) * pdfium.FPDF_GetPageHeightF(page)
    covered, strokes = 0.0, 0
    for at in range(pdfium.FPDFPage_CountObjects(page)):
        shown = pdfium.FPDFPage_GetObject(page, at)
        kinds = list(_kinds(shown))
        covered += _area(shown) if pdfium.FPDF_PAGEOBJ_IMAGE in kinds else 0.0
        strokes += kinds.count(pdfium.FPDF_PAGEOBJ_PATH)
    pdfium.FPDF_ClosePage(page)
    return covered > _SHARE * whole or strokes >= _STROKES


def _kinds(shown: Any) -> Iterator[int]:
    """Yield of what sort an object of a page is, and those that it is made of."""
    kind = pdfium.FPDFPageObj_GetType(shown)
    yield kind
    if kind == pdfium.FPDF_PAGEOBJ_FORM:
        for at in range(pdfium.FPDFFormObj_CountObjects(shown)):
            yield from _kinds(pdfium.FPDFFormObj_GetObject(shown, at))


def _area(shown: Any) -> float:
    """Return how much of the page an object takes, in square points."""
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    pdfium.FPDFPageObj_GetBounds(shown, left, bottom, right, top)
    return max(right.value - left.value, 0.0) * max(top.value - bottom.value, 0.0)
