"""Prints what a page shows: a paper as its preview has it, a list as a table, anything else as it is seen."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QPageSize, QTextDocument
from PySide6.QtWidgets import QApplication, QTableView, QTextBrowser, QWidget

from dialogue_prep.gui.colours import LIGHT, colours_now
from dialogue_prep.gui.dress import dress
from dialogue_prep.gui.kit.table_ways import view_texts

_POINTS, _MARGIN = 9, 15.0
_PICTURE_WIDTH = 680


def print_page(page: QWidget, title: str, window: QWidget) -> None:
    """Show how a page would be printed, and let the user print it; a printer can also be a PDF file."""
    # Imported here: most days nothing is printed.
    from PySide6.QtCore import QMarginsF
    from PySide6.QtGui import QPageLayout
    from PySide6.QtPrintSupport import QPrinter, QPrintPreviewDialog

    document = printed_document(page, title)
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setPageMargins(QMarginsF(_MARGIN, _MARGIN, _MARGIN, _MARGIN), QPageLayout.Unit.Millimeter)
    box = QPrintPreviewDialog(printer, window)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setWindowTitle(title)
    document.setParent(box)
    box.paintRequested.connect(document.print_)
    box.resize(window.size() * 0.9)
    box.open()


def printed_document(page: QWidget, title: str) -> QTextDocument:
    """Return what is printed of a page: black on white, whatever colours the window has."""
    preview = next((one for one in page.findChildren(QTextBrowser) if one.isVisible() and one.toPlainText()), None)
    if preview is not None:
        copied = preview.document().clone()
        assert isinstance(copied, QTextDocument)
        return copied
    document = QTextDocument()
    tables = [one for one in page.findChildren(QTableView) if one.isVisible() and one.model().rowCount()]
    body = "".join(_table(one) for one in tables) if tables else _picture(page)
    document.setHtml(
        f'<html><body style="color: #000000; font-size: {_POINTS}pt"><h2>{escape(title)}</h2>{body}</body></html>'
    )
    return document


def _table(table: QTableView) -> str:
    headings, rows = view_texts(table, selected=False)
    head = "".join(f'<th align="left">{escape(words)}</th>' for words in headings)
    lines = "".join("<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>" for row in rows)
    name = escape(table.accessibleName())
    return (
        f"<h3>{name}</h3><table border='1' cellspacing='0' cellpadding='4' width='100%'>"
        f"<thead><tr>{head}</tr></thead>{lines}</table>"
    )


def _picture(page: QWidget) -> str:
    """Return the page as a picture, as wide as the paper; for that moment the window wears light colours."""
    application, now = QApplication.instance(), colours_now()
    assert isinstance(application, QApplication)
    content, buffer = QByteArray(), QBuffer()
    buffer.setBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if now is not LIGHT:
        dress(application, page.window(), LIGHT)
    page.grab().save(buffer, "PNG")
    if now is not LIGHT:
        dress(application, page.window(), now)
    return f'<img width="{_PICTURE_WIDTH}" src="data:image/png;base64,{bytes(content.toBase64().data()).decode()}">'
