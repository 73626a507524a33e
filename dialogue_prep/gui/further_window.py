"""One more window on the store that is open: with a dialogue, a round and a page of its own."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import Signal

from dialogue_prep.gui.context import Choices, Context
from dialogue_prep.gui.desk import Desk, LoadPage
from dialogue_prep.gui.jobs import Jobs
from dialogue_prep.gui.program_actions import list_actions
from dialogue_prep.gui.remembered import Remembered
from dialogue_prep.gui.setting_up import SettingUp
from dialogue_prep.gui.window.actions import Action, Menu
from dialogue_prep.gui.window.frame import Frame
from dialogue_prep.gui.window.interior import OVERVIEW, Interior
from dialogue_prep.gui.words import _
from dialogue_prep.gui.working_window import WorkingWindow
from dialogue_prep.system.settings import Settings

ContextOf = Callable[[Jobs, Frame], Context]
"""Makes what the pages of a window share, on the open store."""


class First(Protocol):
    """The first window, which opens and closes stores; what is about the store as a whole is done there."""

    @property
    def setting_up(self) -> SettingUp: ...
    def choose_store(self) -> None: ...
    def ask_who(self) -> None: ...
    def open_log(self) -> None: ...
    def open_window(self, beside: WorkingWindow) -> None: ...
    def come_forward(self) -> None: ...
    def quit(self) -> None: ...


class FurtherWindow(WorkingWindow):
    """Shows the same store as the first window until it is closed, or the store is; `gone` tells that."""

    gone = Signal(object)

    def __init__(
        self,
        first: First,
        frame: Frame,
        interior: Interior,
        jobs: Jobs,
        context_of: ContextOf,
        load_page: LoadPage,
        remembered: Remembered,
    ) -> None:
        super().__init__(frame, interior, jobs, remembered)
        self._first = first
        self._remembered = remembered
        self.setting_up = first.setting_up
        context = self.context = context_of(jobs, frame)
        interior.added.connect(remembered.restore_parts)
        interior.leaving.connect(remembered.note_parts)
        self.desk = Desk(interior, context, load_page)
        self.desk.filled.connect(self._when_filled)
        actions = self.fill([*list_actions(self), *self._endings()])
        context.changed.connect(lambda _step: actions.refresh())
        frame.closed.connect(self.leave)

    def begin(self, choices: Choices, settings: Settings) -> None:
        """Show what another window looks at, and then whatever the user wants to see here."""
        assert self.context is not None
        self.context.settings = settings
        self.context.look_again(choices.dialogue_id, choices.round_id)
        self.frame.show()
        self.frame.activateWindow()

    def leave(self) -> None:
        """Take everything of the store off, and close; what is running comes to its next step."""
        if self.context is None or self.desk is None:
            return
        self.keep_typed()
        for name, page in self.interior.pages().items():
            self._remembered.note_parts(name, page)
        self.jobs.close()
        self.context.leave()
        self.desk.leave()
        self.context = self.desk = None
        self.frame.hide()
        self.gone.emit(self)
        self.frame.deleteLater()

    def choose_store(self) -> None:
        """Open another store, in the first window; this one goes with the store that it shows."""
        self._first.come_forward()
        self._first.choose_store()

    def ask_who(self) -> None:
        """Ask who we are, in the first window."""
        self._first.come_forward()
        self._first.ask_who()

    def open_log(self) -> None:
        """Show the log."""
        self._first.open_log()

    def open_window(self) -> None:
        """Open one more window, which begins where this one is."""
        self._first.open_window(self)

    def quit(self) -> None:
        """Close all windows."""
        self._first.quit()

    def _endings(self) -> list[Action]:
        def close() -> None:
            self.frame.close()

        return [
            Action(menu=Menu.FILE, text=lambda: _("Close this window"), shortcut="Ctrl+W", run=close, parted=True),
            Action(menu=Menu.FILE, text=lambda: _("Quit"), shortcut="Ctrl+Q", run=self.quit),
        ]

    def _when_filled(self) -> None:
        if self.desk is not None and not self.interior.here():
            self.desk.begin_at(OVERVIEW)
