"""The entries of the menu about stores on a server."""

from __future__ import annotations

from typing import Protocol

from dialogue_prep.gui.window.actions import Action, Menu
from dialogue_prep.gui.words import _


class Sharer(Protocol):
    """Who opens, moves and shares stores on a server, and is asked what is possible now."""

    @property
    def at_rest(self) -> bool: ...
    @property
    def movable(self) -> bool: ...
    @property
    def on_server(self) -> bool: ...
    def open(self) -> None: ...
    def move(self) -> None: ...
    def show_members(self) -> None: ...


def list_sharing(sharer: Sharer) -> list[Action]:
    """Return what the menu offers."""
    return [
        Action(
            menu=Menu.SERVER,
            text=lambda: _("Open a store on a server …"),
            run=sharer.open,
            allowed=lambda: sharer.at_rest,
        ),
        Action(
            menu=Menu.SERVER,
            text=lambda: _("Take the store into a file …") if sharer.on_server else _("Move the store onto a server …"),
            run=sharer.move,
            allowed=lambda: sharer.movable,
        ),
        Action(
            menu=Menu.SERVER,
            text=lambda: _("Who may do what …") if sharer.on_server else _("Who may do what (of a store on a server)"),
            run=sharer.show_members,
            allowed=lambda: sharer.on_server and sharer.at_rest,
        ),
    ]
