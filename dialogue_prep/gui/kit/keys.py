"""Keys that do something while a widget, or something in it, has the focus."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget


def on_keys(widget: QWidget, keys: str, do: Callable[[], object]) -> None:
    """Have keys, such as "Ctrl+N", do something within a widget and nowhere else."""
    shortcut = QShortcut(QKeySequence(keys), widget)
    # Set apart: given to the constructor by its name, it would be left out.
    shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    shortcut.activated.connect(do)
