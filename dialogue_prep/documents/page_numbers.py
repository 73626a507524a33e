"""The pages on which the parts of a book begin, as a PDF file of it shows them."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from dialogue_prep.documents.model import Contents, Document


def with_page_numbers(document: Document, pdf: bytes) -> Document:
    """Return a document with the pages of its contents filled in, as a PDF file of it has them.

    The file leads from each line of the contents to its part; one that does not is no help, and the document stays as
    it is.
    """
    pages = tuple(page + 1 for page in _pages_linked_to(pdf))
    return replace(document, blocks=tuple(_filled(block, pages) for block in document.blocks))


def _filled(block: Any, pages: tuple[int, ...]) -> Any:
    if isinstance(block, Contents) and len(block.parts) == len(pages):
        return replace(block, pages=pages)
    return block


def _pages_linked_to(pdf: bytes) -> list[int]:
    """Return the pages (the first is 0) to which links within a PDF file lead, in order; each part begins a page."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return sorted({page for number in range(len(document)) for page in _targets(document, number)})
    finally:
        document.close()


def _targets(document: Any, number: int) -> Iterator[int]:
    page = document[number]
    at, link = ctypes.c_int(0), pdfium.FPDF_LINK()
    while pdfium.FPDFLink_Enumerate(page.raw, at, link):
        if target := pdfium.FPDFLink_GetDest(document.raw, link):
            yield pdfium.FPDFDest_GetDestPageIndex(document.raw, target)
    page.close()
