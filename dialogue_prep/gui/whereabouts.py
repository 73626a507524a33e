"""Remembers where somebody was in a store and how its pages were laid out, and leads back there."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from dialogue_prep.gui.context import Context
from dialogue_prep.gui.page_state import page_state, restore_page, without_words
from dialogue_prep.gui.remembered import Remembered, Spot
from dialogue_prep.gui.window.interior import Interior, places


class Whereabouts(QObject):
    """Follows one window on one store after the other."""

    def __init__(self, interior: Interior, remembered: Remembered) -> None:
        super().__init__(interior)
        self._interior, self._remembered = interior, remembered
        self._store: Path | None = None
        self._context: Context | None = None
        interior.added.connect(self._restore)
        interior.leaving.connect(remembered.note_parts)
        interior.arrived.connect(lambda _name: self._note())

    def begin(self, store: Path, context: Context) -> Spot:
        """Follow the window on a store, and return where one was in it last."""
        spot = self._remembered.spot(store)
        self._store, self._context = store, context
        for name, page in self._interior.pages().items():
            self._restore(name, page)
        context.changed.connect(lambda _step: self._note())
        return spot

    def leave(self) -> None:
        """Note how the pages are left, and follow the window on no store any more."""
        for name, page in self._interior.pages().items():
            self._remembered.note_parts(name, page)
            if self._store is not None:
                self._remembered.note_page(self._store, name, page_state(page))
        if self._store is not None and self._context is not None and self._context.workspace.database.key is not None:
            # Words of a protected store stand nowhere but in it, nor those from before it was protected.
            for place in places():
                left = self._remembered.page(self._store, place.name)
                self._remembered.note_page(self._store, place.name, without_words(left))
        self._remembered.settle()
        self._store = self._context = None

    def _restore(self, name: str, page: QWidget) -> None:
        self._remembered.restore_parts(name, page)
        if self._store is not None and (state := self._remembered.page(self._store, name)):
            restore_page(page, state)

    def _note(self) -> None:
        here = self._interior.here()
        if self._store is None or self._context is None or here not in {place.name for place in places()}:
            return
        choices = self._context.choices
        if choices.dialogue_id:
            self._remembered.note_spot(self._store, Spot(choices.dialogue_id, choices.round_id, here))
