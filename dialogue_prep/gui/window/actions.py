"""Everything the user can do from menus, tools and by shortcuts: one list, from which these are made."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar

from dialogue_prep.gui.icons import Icon
from dialogue_prep.gui.kit.labels import plain_action, plain_hint, without_letter
from dialogue_prep.gui.kit.notice import Offer
from dialogue_prep.gui.window.tools import Tools
from dialogue_prep.gui.words import _


class Menu(Enum):
    """The menus, in their order; the last ones stand within another, where their first action is."""

    FILE = auto()
    EDIT = auto()
    GO = auto()
    PAPERS = auto()
    HELP = auto()
    RECENT = auto()
    PROTECTION = auto()
    SERVER = auto()


_WITHIN = {Menu.RECENT: Menu.FILE, Menu.PROTECTION: Menu.FILE, Menu.SERVER: Menu.FILE}


def menu_title(menu: Menu) -> str:
    """Return the title of a menu; the letter after & opens it."""
    return {
        Menu.FILE: _("&File"),
        Menu.EDIT: _("&Edit"),
        Menu.GO: _("&Go"),
        Menu.PAPERS: _("&Papers"),
        Menu.RECENT: _("Opened &before"),
        Menu.PROTECTION: _("P&rotection"),
        Menu.SERVER: _("On a se&rver"),
        Menu.HELP: _("&Help"),
    }[menu]


def _always() -> bool:
    return True


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """One thing to do: `text` and `allowed` are asked again whenever the state of the program changed.

    `shortcut` is the key that is shown; `also` runs it, too. What has an icon is among the tools as well. A line parts
    it from what is above it where it is `parted`; the menu `below` it, within the same one, is seen once there is
    something in it.
    """

    menu: Menu
    text: Callable[[], str]
    run: Callable[[], None]
    shortcut: str = ""
    also: str = ""
    allowed: Callable[[], bool] = _always
    role: QAction.MenuRole = QAction.MenuRole.NoRole
    icon: Icon | None = None
    parted: bool = False
    below: Menu | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """One action by its name: `id` stays the same from start to start; `menu` is where it stands, `keys` run it."""

    id: str
    name: str
    menu: str
    keys: str
    action: QAction


class Actions(QObject):
    """The actions in their menus and among the tools."""

    def __init__(self, bar: QMenuBar, tools: Tools, actions: Sequence[Action]) -> None:
        super().__init__(bar)
        self._actions = [(action, QAction(self)) for action in actions]
        self._menus = {menu: bar.addMenu(menu_title(menu)) for menu in Menu if menu not in _WITHIN}
        for action, made in self._actions:
            made.setShortcuts([QKeySequence(keys) for keys in (action.shortcut, action.also) if keys])
            made.setMenuRole(action.role)
            made.triggered.connect(lambda _checked=False, run=action.run: run())
            shown = self._menu(action.menu)
            if action.parted:
                shown.addSeparator()
            shown.addAction(made)
            if action.below is not None:
                self._menu(action.below).menuAction().setVisible(False)
        for shown in self._menus.values():
            shown.aboutToShow.connect(self.refresh)
        self._offered: list[QAction] = []
        # A menu shows no icons, so that its entries stand in one line; the tools draw their own.
        tools.show_actions([(action.icon, made) for action, made in self._actions if action.icon is not None])
        self.refresh()

    def offer(self, menu: Menu, offers: Sequence[Offer]) -> None:
        """Have a menu within another one end in these, in the place of those that were offered there before."""
        shown = self._menu(menu)
        for action in self._offered:
            shown.removeAction(action)
            action.deleteLater()
        self._offered = [QAction(plain_action(name), self) for name, _run in offers]
        for action, (_name, run) in zip(self._offered, offers, strict=True):
            action.triggered.connect(lambda _checked=False, run=run: run())
            shown.addAction(action)
        shown.menuAction().setVisible(bool(shown.actions()))

    def commands(self) -> list[Command]:
        """Return every action as a command that can be found by its name."""
        self.refresh()
        return [
            Command(
                id=action.shortcut or f"{action.menu.name} {place}",
                name=action.text().removesuffix("…").strip(),
                menu=without_letter(menu_title(action.menu)),
                keys=made.shortcut().toString(QKeySequence.SequenceFormat.NativeText),
                action=made,
            )
            for place, (action, made) in enumerate(self._actions)
        ]

    def _menu(self, menu: Menu) -> QMenu:
        if menu not in self._menus:
            self._menus[menu] = self._menus[_WITHIN[menu]].addMenu(menu_title(menu))
        return self._menus[menu]

    def refresh(self) -> None:
        """Ask every action for its text and whether it is allowed now."""
        for action, made in self._actions:
            text, keys = action.text(), made.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            made.setText(plain_action(text))
            made.setToolTip(plain_hint(f"{text}   {keys}" if keys else text))
            made.setEnabled(action.allowed())
