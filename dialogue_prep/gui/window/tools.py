"""The tools in the head of the window: what is done most, one click away."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from dialogue_prep.gui.colours import colours_now
from dialogue_prep.gui.icons import Icon, line_icon
from dialogue_prep.gui.kit.letters import scaled
from dialogue_prep.gui.words import _

_SIZE = 18


class Tools(QWidget):
    """A row of buttons with icons, each for an action that is in a menu as well."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Tools"))
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._buttons: list[tuple[Icon, QToolButton]] = []

    def show_actions(self, actions: Sequence[tuple[Icon, QAction]]) -> None:
        """Show a button for each of these actions."""
        for icon, action in actions:
            button = _Tool(action)
            self._buttons.append((icon, button))
            self._row.addWidget(button)
        self._draw_icons()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._draw_icons()

    def _draw_icons(self) -> None:
        colours = colours_now()
        for icon, button in self._buttons:
            button.setIcon(line_icon(icon, colours, scaled(_SIZE, self)))


class _Tool(QToolButton):
    """A button that follows an action: its name, its hint, whether it is allowed."""

    def __init__(self, action: QAction) -> None:
        super().__init__()
        self._action = action
        self.setObjectName("tool")
        self.setIconSize(QSize(scaled(_SIZE, self), scaled(_SIZE, self)))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.clicked.connect(action.trigger)
        action.changed.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        self.setEnabled(self._action.isEnabled())
        self.setToolTip(self._action.toolTip())
        self.setAccessibleName(self._action.text().replace("&&", "&"))
