"""The file of a paper: Word, with the pages of its contents where LibreOffice can count them, or PDF."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from dialogue_prep.documents.model import Contents, Document
from dialogue_prep.domain.errors import MachineError
from dialogue_prep.system.office import Office, office_here

PDF = ".pdf"

Writer = Callable[[Document], bytes]
"""Makes the Word file of a document."""


def _never() -> bool:
    return False


def word_file(
    document: Document, write: Writer, office: Office | None, cancelled: Callable[[], bool] = _never
) -> bytes:
    """Return a paper as a Word file.

    Contents get the numbers of their pages where there is an office program to count them; where it is not there, or
    fails, whoever opens the file fills them in. Raises UserError when it was cancelled.
    """
    if office is None or not any(isinstance(block, Contents) for block in document.blocks):
        return write(document)
    from dialogue_prep.documents.page_numbers import with_page_numbers

    unnumbered = write(document)
    try:
        pdf = office.pdf(unnumbered, document.written_on, cancelled)
    except MachineError:
        return unnumbered
    return write(with_page_numbers(document, pdf))


def is_pdf(path: Path) -> bool:
    """Say whether a file is to be a PDF file, by its name."""
    return path.suffix.casefold() == PDF


def file_for(
    path: Path, document: Document, write: Writer, office: Office | None, cancelled: Callable[[], bool] = _never
) -> bytes:
    """Return a paper as the file that the name asks for; raise UserError for a PDF where no LibreOffice is found."""
    if is_pdf(path):
        return pdf_file(document, write, office or office_here(), cancelled)
    return word_file(document, write, office, cancelled)


def pdf_file(document: Document, write: Writer, office: Office, cancelled: Callable[[], bool] = _never) -> bytes:
    """Return a paper as a PDF file; raise UserError when it was cancelled, MachineError when LibreOffice fails."""
    return office.pdf(word_file(document, write, office, cancelled), document.written_on, cancelled)
