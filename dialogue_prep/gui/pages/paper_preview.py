"""The preview of a paper: what it will say, without its pages."""

from __future__ import annotations

from typing import Any
from urllib.parse import unquote

from PySide6.QtCore import QEvent, Qt, QUrl, Signal
from PySide6.QtGui import QTextCursor, QTextOption, QWheelEvent
from PySide6.QtWidgets import QTextBrowser, QWidget

from dialogue_prep.documents.html import CAUTION, GAP_SCHEME, QUIET
from dialogue_prep.gui.colours import colours_now
from dialogue_prep.gui.words import _

_ROUNDED = 4


class PaperPreview(QTextBrowser):
    """Shows a page of our own writer; it loads nothing, wherever it may point to, and its only links are gaps.

    `gap_taken` carries the key of the unit whose gap the user took, `zoom_asked` steps to larger (1) or smaller (-1).
    """

    gap_taken = Signal(str)
    zoom_asked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page = self._subject = ""
        self._gaps: tuple[int, ...] = ()
        self.setOpenLinks(False)
        self.horizontalScrollBar().rangeChanged.connect(self._when_too_wide)
        self.setOpenExternalLinks(False)
        self.setAccessibleName(_("Preview of the paper"))
        self.setPlaceholderText(_("Choose a paper to see what it will say"))
        self.anchorClicked.connect(self._when_link_taken)

    def show_page(self, page: str, subject: str) -> None:
        """Show a page; where the same subject was shown before, it stays where it was scrolled to."""
        if (page, subject) == (self._page, self._subject):
            return
        bar, cursor = self.verticalScrollBar(), self.textCursor().position()
        share = bar.value() / bar.maximum() if bar.maximum() else 0.0
        same, self._page, self._subject = subject == self._subject, page, subject
        self.setWordWrapMode(QTextOption.WrapMode.WordWrap)
        self.setHtml(_in_colours_worn(page))
        self._gaps = tuple(self._gaps_in_page())
        if same:
            place = self.textCursor()
            place.setPosition(min(cursor, self.document().characterCount() - 1))
            self.setTextCursor(place)
        bar.setValue(round(share * bar.maximum()) if same else 0)

    def _when_too_wide(self, _least: int, most: int) -> None:
        """Break words in tables where there is no room for them whole: nothing is scrolled to sideways."""
        if most and self.wordWrapMode() == QTextOption.WrapMode.WordWrap:
            self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        # Qt rounds the columns of a table as wide as the page up, one by one.
        bars = Qt.ScrollBarPolicy
        self.setHorizontalScrollBarPolicy(bars.ScrollBarAlwaysOff if most <= _ROUNDED else bars.ScrollBarAsNeeded)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._page:
            page, self._page = self._page, ""
            self.show_page(page, self._subject)

    def show_nothing(self) -> None:
        """Show no paper."""
        self._page = self._subject = ""
        self._gaps = ()
        self.clear()

    def gaps(self) -> int:
        """Return how many gaps there are."""
        return len(self._gaps)

    def go_to_next_gap(self, *, back: bool = False) -> int:
        """Select the next gap, after the last the first; return which one it is, from 1, or 0 where there is none."""
        if not self._gaps:
            return 0
        here = self.textCursor().selectionStart()
        if back:
            place = max((at for at in self._gaps if at < here), default=self._gaps[-1])
        else:
            selected = self.textCursor().hasSelection()
            place = min((at for at in self._gaps if at > here or (at == here and not selected)), default=self._gaps[0])
        cursor = self.textCursor()
        cursor.setPosition(place)
        cursor.setPosition(self._end_of_gap(place), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()
        return self._gaps.index(place) + 1

    def take_gap(self) -> bool:
        """Take the gap that is selected; return whether one is."""
        cursor = self.textCursor()
        if not cursor.hasSelection():
            return False
        cursor.setPosition(cursor.selectionStart() + 1)
        address = QUrl(cursor.charFormat().anchorHref())
        if address.scheme() == GAP_SCHEME:
            self._when_link_taken(address)
            return True
        return False

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if step := event.angleDelta().y():
                self.zoom_asked.emit(1 if step > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)

    def loadResource(self, _kind: int, _name: QUrl | str) -> Any:  # noqa: N802 - Qt's name
        return None

    def _gaps_in_page(self) -> list[int]:
        found: list[int] = []
        block = self.document().begin()
        while block.isValid():
            fragments = block.begin()
            while not fragments.atEnd():
                fragment = fragments.fragment()
                if fragment.charFormat().anchorHref().startswith(f"{GAP_SCHEME}:"):
                    found.append(fragment.position())
                fragments += 1
            block = block.next()
        return found

    def _end_of_gap(self, place: int) -> int:
        cursor = QTextCursor(self.document())
        cursor.setPosition(place + 1)
        address = cursor.charFormat().anchorHref()
        while not cursor.atBlockEnd() and cursor.charFormat().anchorHref() == address:
            cursor.movePosition(QTextCursor.MoveOperation.NextCharacter)
        return cursor.position() if cursor.charFormat().anchorHref() == address else cursor.position() - 1

    def _when_link_taken(self, address: QUrl) -> None:
        if address.scheme() == GAP_SCHEME:
            self.gap_taken.emit(unquote(address.path()))


def _in_colours_worn(page: str) -> str:
    """Return a page with its two colours of words as the window has them: for all grounds at once, none is enough."""
    colours = colours_now()
    return page.replace(f" color: {QUIET};", f" color: {colours.muted};").replace(
        f" color: {CAUTION};", f" color: {colours.warn};"
    )
