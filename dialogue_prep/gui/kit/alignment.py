"""Where words stand in the room of a line, as the painters of lists take it: Qt has flags there, and wants a number."""

from __future__ import annotations

from PySide6.QtCore import Qt

LEFT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
RIGHT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)
