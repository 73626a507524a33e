"""Words cut to the room there is for them, so that what tells them from others beside them is still seen."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics

# The last letters before the … of “Ministry of Fi…” are too few to tell it from “Ministry of Fo…”.
_TELLING_LITTLE = 4


def told_apart(words: str, others: Iterable[str], metrics: QFontMetrics, room: int) -> str:
    """Return words cut to a width in pixels: at their end, or in their middle where others begin as what is left."""
    cut = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room)
    if cut == words or not any(other != words and other.startswith(cut[:-_TELLING_LITTLE]) for other in others):
        return cut
    return metrics.elidedText(words, Qt.TextElideMode.ElideMiddle, room)
