"""Asks who we are, once, when a store is begun; later whenever the user wants to say it anew."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from dialogue_prep.gui.context import Context
from dialogue_prep.services.dialogues import TermsOfReference
from dialogue_prep.system.settings import Settings, has_settings, read_settings, write_settings

if TYPE_CHECKING:
    from dialogue_prep.gui.boxes.who_box import WhoWeAre


class Introduction(QObject):
    """Shows the box and keeps what was answered; `folder_of` says where settings are kept, and is called in a job.

    `kept` tells that the user has answered or skipped it.
    """

    kept = Signal()

    def __init__(self, context: Context, folder_of: Callable[[], Path], window: QWidget) -> None:
        super().__init__(context)
        self._context = context
        self._folder_of = folder_of
        self._window = window
        self._asked: set[str] = set()

    def ask_once(self) -> None:
        """Ask, unless the user has answered or skipped that and somebody has said which side is ours."""
        dialogue_id = self._context.choices.dialogue_id
        if not dialogue_id or dialogue_id in self._asked:
            return
        self._asked.add(dialogue_id)

        def ask(read: tuple[WhoWeAre, bool]) -> None:
            who, answered = read
            if not (answered and who.side_said):
                self._show(who)

        self._context.jobs.run(lambda: (self._read(dialogue_id), has_settings(self._folder_of())), ask)

    def ask(self) -> None:
        """Ask, as the user wants it."""
        dialogue_id = self._context.choices.dialogue_id
        self._context.jobs.run(lambda: self._read(dialogue_id), self._show)

    def _read(self, dialogue_id: str) -> WhoWeAre:
        # Imported here and below: the question is put once.
        from dialogue_prep.gui.boxes.who_box import WhoWeAre

        settings = read_settings(self._folder_of())
        if not dialogue_id:
            return WhoWeAre(settings=settings, sides=(), entities=())
        terms = self._context.dialogues.terms(dialogue_id)
        return WhoWeAre(settings=settings, sides=terms.sides, entities=_entities(terms, self._context.language))

    def _show(self, who: WhoWeAre) -> None:
        from dialogue_prep.gui.boxes.who_box import WhoBox

        jobs, keep = self._context.jobs, partial(self._keep, self._context.choices.dialogue_id)
        box = WhoBox(self._context, who, keep, self._window)
        box.accepted.connect(self.kept)
        # What was skipped is kept too, as it was: nobody is asked twice.
        box.rejected.connect(lambda: jobs.run(lambda: keep(who.settings, ""), lambda _nothing: self.kept.emit()))
        box.open()

    def _keep(self, dialogue_id: str, settings: Settings, side_id: str) -> None:
        write_settings(self._folder_of(), settings)
        self._context.workspace.who = settings.name
        if side_id:
            self._context.dialogues.choose_home(dialogue_id, side_id)


def _entities(terms: TermsOfReference, language: str) -> tuple[str, ...]:
    return tuple(entity.name.read(language, "en") for entity in terms.entities)
