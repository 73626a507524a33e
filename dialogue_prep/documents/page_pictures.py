"""The pages of a PDF file as pictures, as whoever reads such files shows them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pypdfium2


@dataclass(frozen=True, slots=True)
class PagePicture:
    """One page, in pixels; `pixels` are its rows from the top, four bytes a pixel: blue, green, red, and one unused."""

    width: int
    height: int
    pixels: bytes


def number_of_pages(pdf: bytes) -> int:
    """Return how many pages a PDF file has."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return len(document)
    finally:
        document.close()


def picture_of_page(pdf: bytes, number: int, width: int) -> PagePicture:
    """Return the picture of one page of a PDF file, the first of which is 1, so many pixels wide."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        page = document[number - 1]
        picture = _drawn(page, width)
        page.close()
        return picture
    finally:
        document.close()


def _drawn(page: Any, width: int) -> PagePicture:
    bitmap = page.render(scale=width / page.get_width(), prefer_bgrx=True)
    picture = PagePicture(bitmap.width, bitmap.height, bytes(bitmap.buffer))
    bitmap.close()
    return picture
