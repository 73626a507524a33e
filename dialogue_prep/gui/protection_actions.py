"""The entries of the menu about protecting a store."""

from __future__ import annotations

from typing import Protocol

from dialogue_prep.gui.window.actions import Action, Menu
from dialogue_prep.gui.words import _


class Protector(Protocol):
    """Who protects the open store, and who is asked whether that is possible now."""

    @property
    def on(self) -> bool: ...
    @property
    def offered(self) -> bool: ...
    @property
    def on_server(self) -> bool: ...
    def protect(self) -> None: ...
    def change(self) -> None: ...
    def renew(self) -> None: ...
    def copy(self) -> None: ...
    def ask_minutes(self) -> None: ...
    def lock_now(self) -> None: ...


def list_protection(protector: Protector) -> list[Action]:
    """Return what the menu offers; a store that is being worked on in the middle of something is not closed for it."""
    return [
        Action(
            menu=Menu.PROTECTION,
            text=lambda: _("Protect (only in a file)") if protector.on_server else _("Protect with a passphrase …"),
            run=protector.protect,
            allowed=lambda: protector.offered,
        ),
        Action(
            menu=Menu.PROTECTION,
            text=lambda: _("Lock now"),
            shortcut="Ctrl+L",
            run=protector.lock_now,
            allowed=lambda: protector.on,
        ),
        Action(
            menu=Menu.PROTECTION,
            text=lambda: _("Lock after a while …"),
            run=protector.ask_minutes,
            allowed=lambda: protector.on,
        ),
        Action(
            menu=Menu.PROTECTION,
            text=lambda: _("Change the passphrase …"),
            run=protector.change,
            allowed=lambda: protector.on,
        ),
        Action(
            menu=Menu.PROTECTION,
            text=lambda: _("Make a new recovery code …"),
            run=protector.renew,
            allowed=lambda: protector.on,
        ),
        Action(
            menu=Menu.PROTECTION,
            text=lambda: _("Save a copy that anybody can read …"),
            run=protector.copy,
            allowed=lambda: protector.on,
        ),
    ]
