"""The icons of the window: one family of drawings, in the colours of the palette."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPixmap, QPixmapCache
from PySide6.QtSvg import QSvgRenderer

from dialogue_prep.gui.colours import Colours
from dialogue_prep.system.resources import resource_file

_INK = "#000000"
"""The colour in which the files have every icon."""


class Icon(StrEnum):
    """The drawings there are; the value is the name of the file."""

    OVERVIEW = "overview"
    PAPERS = "papers"
    AGENDA = "agenda"
    HOSTING = "hosting"
    SEARCH = "search"
    CHEVRON = "chevron"
    BLOCKING = "blocking"
    MISSING = "missing"
    DONE = "done"
    FOLDER = "folder"
    OPEN = "open"
    WRITE = "write"
    CLOSE = "close"
    STARTER = "starter"
    DIALOGUE = "dialogue"
    DELEGATIONS = "delegations"
    ABSENT = "absent"
    SOURCES = "sources"
    COMMITMENTS = "commitments"
    UNDO = "undo"
    REDO = "redo"
    READ_IN = "read-in"


def line_icon(icon: Icon, colours: Colours, size: int = 18) -> QIcon:
    """Return an icon of so many pixels: muted, in the accent where it is chosen, faint where it is disabled."""
    # Drawn for the finest screen there is, so that on none an icon is blown up.
    scale = max((screen.devicePixelRatio() for screen in QGuiApplication.screens()), default=1.0)
    made = QIcon()
    for colour, mode, state in (
        (colours.muted, QIcon.Mode.Normal, QIcon.State.Off),
        (colours.accent, QIcon.Mode.Normal, QIcon.State.On),
        (colours.quiet, QIcon.Mode.Disabled, QIcon.State.Off),
    ):
        made.addPixmap(pixmap(icon, colour, size, scale), mode, state)
    return made


def pixmap(icon: Icon, colour: str, size: int, scale: float = 1) -> QPixmap:
    """Return an icon in one colour (`#RRGGBB`), so many pixels wide on a screen of this scale."""
    # Kept by Qt: a window is given its palette more than once before it is seen, and many widgets share an icon.
    key = f"{icon}/{colour}/{size}/{scale}"
    drawn = QPixmap()
    if not QPixmapCache.find(key, drawn):
        drawn = _coloured(pixmap(icon, _INK, size, scale), colour) if colour != _INK else _drawn(icon, size, scale)
        QPixmapCache.insert(key, drawn)
    return drawn


def _drawn(icon: Icon, size: int, scale: float) -> QPixmap:
    renderer = QSvgRenderer(str(resource_file(f"icons/{icon}.svg")))
    drawn = QPixmap(QSize(round(size * scale), round(size * scale)))
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    renderer.render(painter, QRectF(0, 0, drawn.width(), drawn.height()))
    painter.end()
    drawn.setDevicePixelRatio(scale)
    return drawn


def _coloured(drawn: QPixmap, colour: str) -> QPixmap:
    coloured = QPixmap(drawn)
    painter = QPainter(coloured)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
    painter.fillRect(coloured.rect(), QColor(colour))
    painter.end()
    return coloured
