"""Everything the user can do from menus and by shortcuts: one list, from which the menus are made."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenuBar

from dialogue_prep.gui.kit.labels import plain_action
from dialogue_prep.gui.words import _


class Menu(Enum):
    """The menus, in their order."""

    FILE = auto()
    EDIT = auto()
    GO = auto()
    PAPERS = auto()
    HELP = auto()


def menu_title(menu: Menu) -> str:
    """Return the title of a menu; the letter after & opens it."""
    return {
        Menu.FILE: _("&File"),
        Menu.EDIT: _("&Edit"),
        Menu.GO: _("&Go"),
        Menu.PAPERS: _("&Papers"),
        Menu.HELP: _("&Help"),
    }[menu]


def _always() -> bool:
    return True


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """One thing to do: `text` and `allowed` are asked again whenever the state of the program changed."""

    menu: Menu
    text: Callable[[], str]
    run: Callable[[], None]
    shortcut: str = ""
    allowed: Callable[[], bool] = _always
    role: QAction.MenuRole = QAction.MenuRole.NoRole


class Actions(QObject):
    """The actions in their menus."""

    def __init__(self, bar: QMenuBar, actions: Sequence[Action]) -> None:
        super().__init__(bar)
        self._actions = [(action, QAction(self)) for action in actions]
        for menu in Menu:
            shown = bar.addMenu(menu_title(menu))
            shown.aboutToShow.connect(self.refresh)
            for action, made in self._actions:
                if action.menu is menu:
                    made.setShortcut(QKeySequence(action.shortcut))
                    made.setMenuRole(action.role)
                    made.triggered.connect(lambda _checked=False, run=action.run: run())
                    shown.addAction(made)
        self.refresh()

    def refresh(self) -> None:
        """Ask every action for its text and whether it is allowed now."""
        for action, made in self._actions:
            made.setText(plain_action(action.text()))
            made.setEnabled(action.allowed())
