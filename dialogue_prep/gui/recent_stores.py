"""The stores that were opened last: in the menu File and on the page with the ways to begin."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject

from dialogue_prep.gui.kit.notice import Offer
from dialogue_prep.gui.remembered import Remembered
from dialogue_prep.gui.words import _


class RecentStores(QObject):
    """Opens one of them; one that is there no longer is said so and can be taken off the list.

    `choose` opens a store, `say` tells something and can offer what helps; `changed` hears that one went off the list.
    """

    def __init__(
        self,
        remembered: Remembered,
        choose: Callable[[Path], None],
        say: Callable[[str, Offer | None], None],
        changed: Callable[[], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._remembered, self._choose, self._say, self._changed = remembered, choose, say, changed

    def offers(self, open_now: Path | None) -> list[Offer]:
        """Return the stores that can be opened, each with what opens it; the one that is open is not among them."""
        here = open_now.absolute() if open_now else None
        return [(_name(store), lambda store=store: self._open(store)) for store in self._others(here)]  # type: ignore[misc]

    def _others(self, here: Path | None) -> list[Path]:
        return [store for store in self._remembered.recent() if store != here]

    def _open(self, store: Path) -> None:
        if store.is_file():
            self._choose(store)
        else:
            self.say_gone(store)

    def say_gone(self, store: Path) -> None:
        """Say that a store is not there, and offer to take it off the list."""
        gone = _("{path} is there no longer, or its disk is not connected.").format(path=store)
        self._say(gone, (_("Take it off the list"), lambda: self._forget(store)))

    def _forget(self, store: Path) -> None:
        self._remembered.forget_store(store)
        self._changed()


def _name(store: Path) -> str:
    """Return how a store is called where several are offered: its name and its folder."""
    return _("{name} in {folder}").format(name=store.stem, folder=_short(store.parent))


def _short(folder: Path) -> str:
    home = Path.home()
    return str(Path("~") / folder.relative_to(home)) if folder.is_relative_to(home) else str(folder)
