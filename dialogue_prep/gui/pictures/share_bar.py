"""A bar of shares, stacked, with a legend below it that has room for every word."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from dialogue_prep.gui.colours import Tone, colours_now
from dialogue_prep.gui.kit.labels import Size, sized
from dialogue_prep.gui.words import with_commas

_BAR, _GAP, _DOT, _LEAST = 16, 8, 10, 8


@dataclass(frozen=True, slots=True)
class Share:
    """One part: its name, how many, and in which tone it is drawn."""

    name: str
    number: int
    tone: Tone


class ShareBar(QWidget):
    """The shares side by side to scale, then a dot, the number and the name of each, in as many lines as they need."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shares: tuple[Share, ...] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(name)

    def show_shares(self, shares: Sequence[Share]) -> None:
        """Show other shares."""
        self._shares = tuple(shares)
        self.setAccessibleDescription(with_commas(f"{share.number} {share.name}" for share in self._shares))
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        lines = len({top for _left, top in self._places(width)})
        return _BAR + _GAP + lines * self._line()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(320, self.heightForWidth(320))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        widest = max((self._width_of(share) for share in self._shares), default=0)
        return QSize(widest, self.heightForWidth(max(self.width(), widest)))

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = colours_now()
        painter.setPen(Qt.PenStyle.NoPen)
        at = 0.0
        for share, width in zip(self._shares, self._widths(), strict=True):
            if width:
                painter.setBrush(colours.of(share.tone))
                painter.drawRoundedRect(QRectF(at, 0, width, _BAR), 4, 4)
                at += width + 2
        strong = sized(self.font(), Size.STRONG)
        for share, (left, top) in zip(self._shares, self._places(self.width()), strict=True):
            line = self._line()
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colours.of(share.tone))
            painter.drawRoundedRect(QRectF(left, top + (line - _DOT) / 2, _DOT, _DOT), 3, 3)
            painter.setFont(strong)
            painter.setPen(colours.of(Tone.TEXT))
            number = QRectF(left + _DOT + _GAP, top, self._number_width(share), line)
            painter.drawText(number, int(Qt.AlignmentFlag.AlignVCenter), str(share.number))
            painter.setFont(self.font())
            painter.setPen(colours.of(Tone.MUTED))
            rest = QRectF(number.right() + _GAP / 2, top, self.width() - number.right(), line)
            painter.drawText(rest, int(Qt.AlignmentFlag.AlignVCenter), share.name)
        painter.end()

    def _widths(self) -> list[float]:
        """Return how wide each part is; a small one stays wide enough to be seen."""
        total = sum(share.number for share in self._shares)
        if not total:
            return [0.0 for _share in self._shares]
        shown = [share for share in self._shares if share.number]
        room = self.width() - 2.0 * (len(shown) - 1) - _LEAST * len(shown)
        return [_LEAST + room * share.number / total if share.number else 0.0 for share in self._shares]

    def _places(self, width: int) -> list[tuple[int, int]]:
        """Return where each entry of the legend begins, on as many lines as they need."""
        places, left, top = [], 0, _BAR + _GAP
        for share in self._shares:
            needed = self._width_of(share)
            if left and left + needed > width:
                left, top = 0, top + self._line()
            places.append((left, top))
            left += needed + 2 * _GAP
        return places

    def _width_of(self, share: Share) -> int:
        return (
            _DOT + _GAP + self._number_width(share) + _GAP // 2 + self.fontMetrics().horizontalAdvance(share.name) + 1
        )

    def _number_width(self, share: Share) -> int:
        # The number is set stronger than the font that measures it here, hence the little more.
        return round(self.fontMetrics().horizontalAdvance(str(share.number)) * 1.15) + 1

    def _line(self) -> int:
        return self.fontMetrics().height() + _GAP // 2
