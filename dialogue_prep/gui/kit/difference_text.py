"""What differs between wordings: what came in is underlined and strong, what went out struck through."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QFont, QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit, QWidget

from dialogue_prep.domain.differences import Piece, PieceKind
from dialogue_prep.gui.colours import Colours, Tone, colours_now
from dialogue_prep.gui.kit.labels import Size, sized
from dialogue_prep.gui.words import _

_BELOW, _LINE_PERCENT = 6, 116


@dataclass(frozen=True, slots=True)
class Differing:
    """One thing that is compared: what it is called, and the pieces of its two wordings in order."""

    name: str
    pieces: tuple[Piece, ...]


class DifferenceText(QTextEdit):
    """Shows things that differ one below the other; words are shown as they are and never read as markup."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("marked")
        self.setAccessibleName(name)
        self.setAcceptRichText(False)
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self._shown: tuple[Differing, ...] = ()
        self._blocks: list[int] = []

    def show_differences(self, compared: Sequence[Differing]) -> None:
        """Show other things."""
        if tuple(compared) != self._shown:
            self._shown = tuple(compared)
            self._write()

    def differences(self) -> tuple[Differing, ...]:
        """Return what is shown."""
        return self._shown

    def go_to(self, place: int) -> None:
        """Bring one of the things that are compared into sight, by its place from 0."""
        cursor = QTextCursor(self.document().findBlockByNumber(self._blocks[place]))
        self.moveCursor(QTextCursor.MoveOperation.End)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(320, 120)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(120, 3 * self.fontMetrics().height())

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            at = self.verticalScrollBar().value()
            self._write()
            self.verticalScrollBar().setValue(at)

    def _write(self) -> None:
        colours = colours_now()
        self.clear()
        self._blocks = []
        cursor = QTextCursor(self.document())
        spaced = QTextBlockFormat()
        spaced.setBottomMargin(_BELOW)
        spaced.setLineHeight(_LINE_PERCENT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        cursor.setBlockFormat(spaced)
        for number, one in enumerate(self._shown):
            if number:
                cursor.insertBlock(spaced)
            self._blocks.append(cursor.blockNumber())
            if one.name:
                cursor.insertText(one.name, self._heading(colours))
                cursor.insertBlock(spaced)
            before = ""
            for piece in one.pieces:
                if before and not before[-1].isspace() and piece.kind is PieceKind.ADDED and piece.words[0].isalnum():
                    cursor.insertText(" ", self._format(PieceKind.SAME, colours))
                cursor.insertText(piece.words, self._format(piece.kind, colours))
                before = piece.words if piece.kind is PieceKind.REMOVED else ""
        self.setAccessibleDescription("\n".join(in_words(one) for one in self._shown))
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def _heading(self, colours: Colours) -> QTextCharFormat:
        how = QTextCharFormat()
        how.setFont(sized(self.font(), Size.SMALL))
        how.setForeground(colours.of(Tone.MUTED))
        return how

    def _format(self, kind: PieceKind, colours: Colours) -> QTextCharFormat:
        how = QTextCharFormat()
        how.setFont(self.font())
        how.setForeground(colours.of({PieceKind.ADDED: Tone.GOOD, PieceKind.REMOVED: Tone.BAD}.get(kind, Tone.TEXT)))
        if kind is PieceKind.ADDED:
            how.setFontUnderline(True)
            how.setFontWeight(QFont.Weight.DemiBold)
        how.setFontStrikeOut(kind is PieceKind.REMOVED)
        return how


def in_words(compared: Differing) -> str:
    """Return what differs for those who hear it."""
    said = {
        PieceKind.SAME: "{words}",
        PieceKind.ADDED: _("[added: {words}]"),
        PieceKind.REMOVED: _("[removed: {words}]"),
    }
    return f"{compared.name} " + "".join(said[piece.kind].format(words=piece.words) for piece in compared.pieces)
