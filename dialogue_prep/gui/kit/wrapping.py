"""Words in as many lines as there is room for; the last ends in … where they go on."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics, QTextLayout


def wrapped(words: str, font: QFont, width: int, most: int) -> list[str]:
    """Return the lines, at most so many, that words make in a width in pixels."""
    if most == 1:
        return [_elided(words, font, width)]
    layout = QTextLayout(words, font)
    starts = []
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        starts.append(line.textStart())
    layout.endLayout()
    # Qt counts what is beyond the first plane as two characters.
    units = words.encode("utf-16-le")
    ends = [*starts[1:most], len(units) // 2]
    lines = [units[2 * start : 2 * end].decode("utf-16-le") for start, end in zip(starts, ends, strict=False)]
    return [_elided(line.strip(), font, width) for line in lines]


def _elided(words: str, font: QFont, width: int) -> str:
    return QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, width)
