"""The entries of the menu about a store as a file."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from dialogue_prep.gui.window.actions import Action, Menu
from dialogue_prep.gui.words import _


class Traveller(Protocol):
    """Who exchanges changes with copies of the store."""

    def make(self) -> None: ...
    def take(self) -> None: ...


class Keeper(Protocol):
    """Who does things with the store as a file, and is asked whether they are possible now."""

    @property
    def offered(self) -> bool: ...
    @property
    def offered_anywhere(self) -> bool: ...
    @property
    def on_server(self) -> bool: ...
    def go_back(self, otherwise: Callable[[], object] = bool) -> None: ...
    def purge(self, record_id: str = "") -> None: ...
    def relocate(self) -> None: ...
    @property
    def travelling(self) -> Traveller: ...


def list_keeping(keeper: Keeper, selected: Callable[[], str]) -> list[Action]:
    """Return what the menu offers; `selected` says which record is."""
    return [
        Action(
            menu=Menu.FILE,
            text=lambda: _("Go back to a backup …"),
            run=keeper.go_back,
            allowed=lambda: keeper.offered_anywhere,
            parted=True,
        ),
        Action(
            menu=Menu.FILE,
            text=lambda: _("Move the store (only in a file)") if keeper.on_server else _("Move the store …"),
            run=keeper.relocate,
            allowed=lambda: keeper.offered,
        ),
        Action(
            menu=Menu.FILE,
            text=lambda: _("Purge (only in a file)") if keeper.on_server else _("Purge what was removed …"),
            run=lambda: keeper.purge(selected()),
            allowed=lambda: keeper.offered,
        ),
        Action(
            menu=Menu.FILE,
            text=lambda: _("Make a bundle for a copy …"),
            run=keeper.travelling.make,
            allowed=lambda: keeper.offered_anywhere,
            parted=True,
        ),
        Action(
            menu=Menu.FILE,
            text=lambda: _("Take a bundle in …"),
            run=keeper.travelling.take,
            allowed=lambda: keeper.offered_anywhere,
        ),
    ]
