"""A text to read, with places marked in it; each mark can be told from the others without its colour."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFontMetrics,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QTextEdit, QWidget

from dialogue_prep.gui.colours import Colours, Tone, colours_now
from dialogue_prep.gui.kit.alignment import RIGHT
from dialogue_prep.gui.kit.labels import Size, sized
from dialogue_prep.gui.words import _

_MARGIN, _GAP, _BELOW, _LINE_PERCENT = 40, 8, 8, 118
_CHOSEN_ALPHA, _QUIET_ALPHA = 70, 26
# Qt counts what is beyond the first plane as two characters.
_WIDE = re.compile("[\U00010000-\U0010ffff]")


class Look(Enum):
    """How a mark looks."""

    AGREED = auto()
    REJECTED = auto()
    STATED = auto()
    MENTIONED = auto()


_TONES = {
    Look.AGREED: Tone.ACCENT,
    Look.REJECTED: Tone.MUTED,
    Look.STATED: Tone.THEIRS,
    Look.MENTIONED: Tone.WARN,
}
_LINES = {
    Look.AGREED: QTextCharFormat.UnderlineStyle.SingleUnderline,
    Look.REJECTED: QTextCharFormat.UnderlineStyle.NoUnderline,
    Look.STATED: QTextCharFormat.UnderlineStyle.DashUnderline,
    Look.MENTIONED: QTextCharFormat.UnderlineStyle.DotLine,
}


@dataclass(frozen=True, slots=True)
class Place:
    """A marked place: its offsets in the text, in characters, and how it looks."""

    id: str
    start: int
    end: int
    look: Look


class MarkedText(QTextEdit):
    """Shows paragraphs with their numbers; words are shown as they are and never read as markup.

    `place_entered` carries the identifier of the marked place into which the user has moved the cursor.
    """

    place_entered = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("marked")
        self.setAccessibleName(name)
        self.setAcceptRichText(False)
        self.setReadOnly(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setTabChangesFocus(True)
        self.setPlaceholderText(_("There is no text"))
        self._numbers = _Numbers(self)
        self._make_room()
        self._words = ""
        self._wide: list[int] = []
        self._places: tuple[Place, ...] = ()
        self._chosen = ""
        self._moves = False
        self.cursorPositionChanged.connect(self._when_cursor_moved)
        self.verticalScrollBar().valueChanged.connect(lambda _value: self._numbers.update())
        self.document().documentLayout().documentSizeChanged.connect(lambda _size: self._numbers.update())

    def show_paragraphs(self, paragraphs: Sequence[str]) -> None:
        """Show other paragraphs, with nothing marked in them."""
        words = "\n".join(paragraphs)
        if words == self._words:
            return
        self._words = words
        self._wide = [wide.start() for wide in _WIDE.finditer(words)]
        self._moves = True
        document = self.document()
        document.setLayoutEnabled(False)  # else it would be laid out more than once
        self.clear()
        cursor = QTextCursor(document)
        spaced = QTextBlockFormat()
        spaced.setBottomMargin(_BELOW)
        spaced.setLineHeight(_LINE_PERCENT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        cursor.setBlockFormat(spaced)  # each paragraph takes that of the one before
        cursor.insertText(words)
        cursor.setPosition(0)
        self.setTextCursor(cursor)
        document.setLayoutEnabled(True)
        self._make_room()
        self._moves = False
        self._places, self._chosen = (), ""
        self._mark()

    def show_places(self, places: Sequence[Place]) -> None:
        """Mark other places; of two at one point the later is above."""
        self._places = tuple(places)
        self._mark()

    def places(self) -> tuple[Place, ...]:
        """Return what is marked."""
        return self._places

    def choose(self, id_: str) -> None:
        """Lift one place out and bring it into sight; the cursor goes to its beginning unless it is in it already."""
        self._chosen = id_
        self._mark()
        place = self._place(id_)
        if place is None:
            return
        if not place.start <= self.cursor_at() <= place.end:
            self._move_to(place.start)
        self._bring_into_sight(place)

    def chosen(self) -> str:
        """Return the identifier of the place that is lifted out."""
        return self._chosen

    def cursor_at(self) -> int:
        """Return before which character the cursor is, counted in the whole text with one newline a paragraph."""
        position = self.textCursor().position()
        return position - bisect_left(self._in_units(), position)

    def set_cursor(self, at: int) -> None:
        """Put the cursor before a character."""
        cursor = self.textCursor()
        cursor.setPosition(self._units(at))
        self.setTextCursor(cursor)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(420, 320)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        inner = self.contentsRect()
        self._numbers.setGeometry(inner.left(), inner.top(), self.viewportMargins().left(), inner.height())
        if (chosen := self._place(self._chosen)) is not None:
            self._bring_into_sight(chosen)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._mark()
        elif event.type() == QEvent.Type.FontChange:
            self._make_room()

    def paint_numbers(self, painter: QPainter) -> None:
        """Paint the numbers of the paragraphs in sight beside them, and a sign where the chosen place begins."""
        colours, layout = colours_now(), self.document().documentLayout()
        scrolled, height = self.verticalScrollBar().value(), self._numbers.height()
        chosen = self._place(self._chosen)
        begins = self.document().findBlock(self._units(chosen.start)).blockNumber() if chosen else -1
        painter.setFont(sized(self.font(), Size.SMALL))
        block = self.document().firstBlock()
        while block.isValid():
            room = layout.blockBoundingRect(block).translated(0, -scrolled)
            if room.top() > height:
                break
            if room.bottom() >= 0:
                line = QRectF(0, room.top(), self._numbers.width() - _GAP, block.layout().lineAt(0).height())
                here = block.blockNumber() == begins
                painter.setPen(colours.of(Tone.ACCENT if here else Tone.MUTED))
                words = f"▸ {block.blockNumber() + 1}" if here else str(block.blockNumber() + 1)
                painter.drawText(line, RIGHT, words)
            block = block.next()

    def _make_room(self) -> None:
        """Make the margin as wide as the highest number needs."""
        widest = QFontMetrics(sized(self.font(), Size.SMALL)).horizontalAdvance(f"▸ {self.document().blockCount()}")
        self.setViewportMargins(max(_MARGIN, widest + 2 * _GAP), 0, 0, 0)

    def _mark(self) -> None:
        colours = colours_now()
        # Records may share one place, thousands of them: what would look the same is marked once.
        looks = {(place.start, place.end, place.look): place for place in self._places if place.id != self._chosen}
        shown = [self._selection(place, colours) for place in looks.values()]
        if (chosen := self._place(self._chosen)) is not None:
            shown.append(self._selection(chosen, colours))
        self.setExtraSelections(shown)
        self._numbers.update()

    def _selection(self, place: Place, colours: Colours) -> QTextEdit.ExtraSelection:
        selection = QTextEdit.ExtraSelection()
        cursor = QTextCursor(self.document())
        last = max(self.document().characterCount() - 1, 0)
        cursor.setPosition(min(self._units(place.start), last))
        cursor.setPosition(min(self._units(place.end), last), QTextCursor.MoveMode.KeepAnchor)
        colour = colours.of(_TONES[place.look])
        ground = QColor(colour)
        ground.setAlpha(_CHOSEN_ALPHA if place.id == self._chosen else _QUIET_ALPHA)
        how = QTextCharFormat()
        how.setUnderlineStyle(_LINES[place.look])
        how.setUnderlineColor(colour)
        how.setFontStrikeOut(place.look is Look.REJECTED)
        if place.look is Look.REJECTED:
            how.setForeground(colour)
        if place.look is not Look.REJECTED or place.id == self._chosen:
            how.setBackground(ground)
        selection.cursor, selection.format = cursor, how
        return selection

    def _place(self, id_: str) -> Place | None:
        return next((place for place in self._places if place.id == id_), None)

    def _units(self, at: int) -> int:
        return at + bisect_left(self._wide, at)

    def _in_units(self) -> list[int]:
        """Return the positions behind the first half of each character that Qt counts as two."""
        return [at + number + 1 for number, at in enumerate(self._wide)]

    def _move_to(self, at: int) -> None:
        self._moves = True
        self.set_cursor(at)
        self._moves = False

    def _bring_into_sight(self, place: Place) -> None:
        """Scroll no further than needed: the whole place is in sight if it fits, else its beginning."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(self._units(place.end))
        bottom = self.cursorRect(cursor).bottom()
        cursor.setPosition(self._units(place.start))
        top = self.cursorRect(cursor).top()
        bar, height = self.verticalScrollBar(), self.viewport().height()
        if bottom > height - _GAP:
            bar.setValue(bar.value() + bottom - height + 2 * _GAP)
            top = self.cursorRect(cursor).top()
        if top < _GAP:
            bar.setValue(bar.value() + top - 2 * _GAP)

    def _when_cursor_moved(self) -> None:
        if self._moves:
            return
        at = self.cursor_at()
        here = [place for place in self._places if place.start <= at < place.end]
        if here and self._chosen not in {place.id for place in here}:
            self.place_entered.emit(min(here, key=lambda place: place.end - place.start).id)


class _Numbers(QWidget):
    """The margin of the text."""

    def __init__(self, text: MarkedText) -> None:
        super().__init__(text)
        self._text = text
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.palette().color(QPalette.ColorRole.Base))
        self._text.paint_numbers(painter)
        painter.end()
