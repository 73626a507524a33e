"""Remembers where somebody was in a store and how its pages were laid out, and leads back there."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from dialogue_prep.gui.context import Context
from dialogue_prep.gui.remembered import Remembered, Spot
from dialogue_prep.gui.window.interior import Interior, places


class Whereabouts(QObject):
    """Follows one window on one store after the other."""

    def __init__(self, interior: Interior, remembered: Remembered) -> None:
        super().__init__(interior)
        self._interior, self._remembered = interior, remembered
        self._store: Path | None = None
        self._context: Context | None = None
        interior.added.connect(remembered.restore_parts)
        interior.leaving.connect(remembered.note_parts)
        interior.arrived.connect(lambda _name: self._note())

    def begin(self, store: Path, context: Context) -> Spot:
        """Follow the window on a store, and return where one was in it last."""
        spot = self._remembered.spot(store)
        self._store, self._context = store, context
        context.changed.connect(lambda _step: self._note())
        return spot

    def leave(self) -> None:
        """Follow it on no store any more."""
        self._store = self._context = None

    def note_pages(self, pages: dict[str, QWidget]) -> None:
        """Note how pages are laid out that stay where they are."""
        for name, page in pages.items():
            self._remembered.note_parts(name, page)
        self._remembered.settle()

    def _note(self) -> None:
        here = self._interior.here()
        if self._store is None or self._context is None or here not in {place.name for place in places()}:
            return
        choices = self._context.choices
        if choices.dialogue_id:
            self._remembered.note_spot(self._store, Spot(choices.dialogue_id, choices.round_id, here))
