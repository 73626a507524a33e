"""The side of the window: one entry a page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QButtonGroup, QFrame, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from dialogue_prep.gui.colours import colours_now
from dialogue_prep.gui.icons import Icon, line_icon
from dialogue_prep.gui.kit.labels import Chip, Size, plain_hint, sized
from dialogue_prep.gui.kit.letters import scaled
from dialogue_prep.gui.words import _

WIDTH = 184
_SIDE = 8
# Icon, the room around icon and title, and how much wider than for titles it is at most.
_ICON, _AROUND, _WIDER = 18, 64, 1.25


@dataclass(frozen=True, slots=True)
class Place:
    """A page of the window: the name by which the program knows it, its title, its icon."""

    name: str
    title: Callable[[], str]
    icon: Icon


class Navigation(QFrame):
    """Shows where one can go and where one is; `chosen` carries the name of a place."""

    chosen = Signal(str)

    def __init__(self, places: tuple[Place, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("side")
        self.setAccessibleName(_("Pages"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_SIDE, 16, _SIDE, 16)
        layout.setSpacing(4)
        self._group = QButtonGroup(self)
        self._buttons: dict[str, QToolButton] = {}
        self._places = places
        for place in places:
            layout.addWidget(self._button(place))
        layout.addStretch(1)
        self._marking = Chip()
        self._marking.hide()
        layout.addWidget(self._marking, 0, Qt.AlignmentFlag.AlignLeft)
        self._draw_icons()
        self._make_room()

    def show_place(self, name: str) -> None:
        """Mark the entry of a place as the one where we are."""
        self._buttons[name].setChecked(True)

    def button(self, name: str) -> QToolButton:
        """Return the entry of a place."""
        return self._buttons[name]

    def show_marking(self, marking: str) -> None:
        """Show the highest marking of what may be written with this store; nothing hides it."""
        self._marking.setVisible(bool(marking))
        self._marking.say(_("Up to {marking}").format(marking=marking))
        self._marking.setToolTip(plain_hint(_("Nothing above this marking is written here")))
        self._make_room()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._draw_icons()
        elif event.type() == QEvent.Type.FontChange:
            self._make_room()

    def _button(self, place: Place) -> QToolButton:
        button = QToolButton()
        button.setObjectName("place")
        button.setText(f"  {place.title()}")
        button.setAccessibleName(place.title())
        button.setFont(sized(button.font(), Size.BODY))
        button.setCheckable(True)
        button.setEnabled(False)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setIconSize(QSize(scaled(_ICON, self), scaled(_ICON, self)))
        button.setMinimumHeight(40)
        button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        button.clicked.connect(lambda: self.chosen.emit(place.name))
        self._group.addButton(button)
        self._buttons[place.name] = button
        return button

    def set_open(self, is_open: bool) -> None:
        """Let the user go places, or not yet."""
        for button in self._buttons.values():
            button.setEnabled(is_open)

    def _make_room(self) -> None:
        """Be as wide as the longest title needs, which is strong where one is there, however large the letters are.

        For the marking it is a little wider than that where this is all it takes.
        """
        strong = QFontMetrics(sized(self.font(), Size.STRONG))
        longest = max(strong.horizontalAdvance(f"  {place.title()}") for place in self._places)
        titles = max(WIDTH, longest + scaled(_ICON, self) + _AROUND)
        marked = self._marking.sizeHint().width() + 2 * _SIDE
        self.setFixedWidth(marked if titles < marked <= _WIDER * titles else titles)

    def _draw_icons(self) -> None:
        colours = colours_now()
        for place in self._places:
            self._buttons[place.name].setIcon(line_icon(place.icon, colours, scaled(_ICON, self)))
