"""Widgets one after the other as words are: what has no room in a line stands in the next one."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

_SPACING = 8


class Flow(QLayout):
    """Lays widgets out in as many lines as their words need; where `apart`, what is left of a line is between them."""

    def __init__(self, *widgets: QWidget, apart: bool = False, spacing: int = _SPACING) -> None:
        super().__init__()
        self._items: list[QLayoutItem] = []
        self._apart = apart
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(spacing)
        for widget in widgets:
            self.addWidget(widget)

    def addItem(self, item: QLayoutItem) -> None:  # noqa: N802 - Qt's name
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:  # noqa: N802 - Qt's name
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # noqa: N802 - Qt's name
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:  # noqa: N802 - Qt's name
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        highs = [max(_wanted(item).height() for item in line) for line in self._lines(width)]
        return sum(highs) + self.spacing() * max(len(highs) - 1, 0)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        sizes = [_wanted(item) for item in self._shown()]
        wide = sum(size.width() for size in sizes) + self.spacing() * max(len(sizes) - 1, 0)
        return QSize(wide, max((size.height() for size in sizes), default=0))

    def minimumSize(self) -> QSize:  # noqa: N802 - Qt's name
        least = QSize(0, 0)
        for item in self._shown():
            least = least.expandedTo(item.minimumSize())
        return least

    def setGeometry(self, rect: QRect) -> None:  # noqa: N802 - Qt's name
        super().setGeometry(rect)
        top = rect.top() + max(0, rect.height() - self.heightForWidth(rect.width())) // 2
        for line in self._lines(rect.width()):
            sizes = [_wanted(item).boundedTo(QSize(rect.width(), 1 << 20)) for item in line]
            high, left = max(size.height() for size in sizes), rect.left()
            spare = rect.width() - sum(size.width() for size in sizes)
            gap = spare // (len(line) - 1) if self._apart and len(line) > 1 else self.spacing()
            for item, size in zip(line, sizes, strict=True):
                item.setGeometry(QRect(QPoint(left, top + (high - size.height()) // 2), size))
                left += size.width() + gap
            top += high + self.spacing()

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _lines(self, width: int) -> Iterator[list[QLayoutItem]]:
        """Yield the widgets of each line in a width in pixels; a line has one at least."""
        line: list[QLayoutItem] = []
        used = 0
        for item in self._shown():
            wanted = _wanted(item).width()
            if line and used + self.spacing() + wanted > width:
                yield line
                line, used = [], 0
            used += wanted + (self.spacing() if line else 0)
            line.append(item)
        if line:
            yield line


def _wanted(item: QLayoutItem) -> QSize:
    return item.sizeHint().expandedTo(item.minimumSize())
