"""The icons of the window: one family of drawings, in the colours of the palette."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPixmap, QPixmapCache
from PySide6.QtSvg import QSvgRenderer

from dialogue_prep.gui.colours import Colours
from dialogue_prep.system.resources import resource_file

_INK = b"#000000"


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
        drawn = _drawn(icon, colour, size, scale)
        QPixmapCache.insert(key, drawn)
    return drawn


def _drawn(icon: Icon, colour: str, size: int, scale: float) -> QPixmap:
    renderer = QSvgRenderer(QByteArray(_drawing(icon).replace(_INK, colour.encode())))
    drawn = QPixmap(QSize(round(size * scale), round(size * scale)))
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    renderer.render(painter, QRectF(0, 0, drawn.width(), drawn.height()))
    painter.end()
    drawn.setDevicePixelRatio(scale)
    return drawn


def _drawing(icon: Icon) -> bytes:
    return resource_file(f"icons/{icon}.svg").read_bytes()
