"""The preview of a paper: what it will say, without its pages."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QUrl
from PySide6.QtWidgets import QTextBrowser, QWidget

from dialogue_prep.gui.words import _


class PaperPreview(QTextBrowser):
    """Shows a page of our own writer; it follows no link and loads nothing, wherever it may point to."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setAccessibleName(_("Preview of the paper"))
        self.setPlaceholderText(_("Choose a paper to see what it will say"))

    def show_page(self, page: str) -> None:
        """Show a page; where the same paper was shown before, it stays where it was scrolled to."""
        if page == self.property("page"):
            return
        at = self.verticalScrollBar().value()
        self.setProperty("page", page)
        self.setHtml(page)
        self.verticalScrollBar().setValue(at)

    def loadResource(self, _kind: int, _name: QUrl | str) -> Any:  # noqa: N802 - Qt's name
        return None
