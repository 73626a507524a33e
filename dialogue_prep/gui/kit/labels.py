"""Labels that show words as they are: a plain QLabel guesses markup, and would load what user data asks it to."""

from __future__ import annotations

import re
from enum import Enum
from html import escape

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from dialogue_prep.gui.colours import Tone

_LETTER = re.compile(r"\(&\w\)|&")


class Size(Enum):
    """A step of the scale of type: how large against the font of the system, and whether it is strong."""

    TITLE = (1.7, True)
    LARGE = (1.25, True)
    HEADING = (1.08, True)
    ROOMY = (1.15, False)
    BODY = (1.0, False)
    STRONG = (1.0, True)
    SMALL = (0.9, False)


def sized(font: QFont, size: Size) -> QFont:
    """Return a font at a step of the scale."""
    factor, strong = size.value
    made = QFont(font)
    if font.pointSizeF() > 0:
        made.setPointSizeF(font.pointSizeF() * factor)
    else:
        made.setPixelSize(round(font.pixelSize() * factor))
    if strong:
        made.setWeight(QFont.Weight.DemiBold)
    return made


class PlainLabel(QLabel):
    """A label whose words are never read as markup."""

    def __init__(
        self,
        words: str = "",
        *,
        size: Size = Size.BODY,
        tone: Tone = Tone.TEXT,
        wrap: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(sized(self.font(), size))
        self.setWordWrap(wrap)
        self.say(words, tone)

    def say(self, words: str, tone: Tone | None = None) -> None:
        """Show other words, in another tone where one is given."""
        self.setText(words)
        if tone is not None and self.property("tone") != tone.value:
            self.setProperty("tone", tone.value)
            self.style().unpolish(self)
            self.style().polish(self)


class OptionalLabel(PlainLabel):
    """Words that are there at times only: while the label says nothing, it takes no room."""

    def say(self, words: str, tone: Tone | None = None) -> None:
        super().say(words, tone)
        self.setVisible(bool(words))


class ElidedLabel(PlainLabel):
    """One line that ends in … where it does not fit, and shows the whole on hovering."""

    def __init__(
        self, words: str = "", *, size: Size = Size.BODY, tone: Tone = Tone.TEXT, parent: QWidget | None = None
    ) -> None:
        super().__init__(words, size=size, tone=tone, parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(0, super().minimumSizeHint().height())

    def say(self, words: str, tone: Tone | None = None) -> None:
        super().say(words, tone)
        self._hint()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self._hint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002 - Qt's name
        painter = QPainter(self)
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        words = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(self.rect(), int(self.alignment()), words)

    def _hint(self) -> None:
        fits = self.fontMetrics().horizontalAdvance(self.text()) <= self.width()
        self.setToolTip("" if fits else plain_hint(self.text()))


class Chip(PlainLabel):
    """A few words on a soft ground."""

    def __init__(self, words: str = "", parent: QWidget | None = None) -> None:
        super().__init__(words, size=Size.SMALL, parent=parent)
        self.setObjectName("chip")
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)


def plain_hint(words: str) -> str:
    """Return words for a tool tip, which Qt would else read as markup where they look like it."""
    return f"<p>{escape(words)}</p>" if words else ""


def plain_action(words: str) -> str:
    """Return words for a button or a menu, where a single & would underline a letter."""
    return words.replace("&", "&&").replace("\t", " ")


def without_letter(title: str) -> str:
    """Return the title of a menu without the mark of the letter that opens it; Chinese has that letter behind."""
    return _LETTER.sub("", title)
