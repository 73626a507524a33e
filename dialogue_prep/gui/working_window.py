"""What every window does with the store that is open, the first one and the others alike."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QGuiApplication

from dialogue_prep.gui.context import Context
from dialogue_prep.gui.desk import Desk
from dialogue_prep.gui.jobs import Jobs
from dialogue_prep.gui.kit.held_boxes import HeldBoxes
from dialogue_prep.gui.kit.menu_acts import MenuAct
from dialogue_prep.gui.kit.table_ways import teach_views
from dialogue_prep.gui.leaving import Leaving
from dialogue_prep.gui.pages.page import Page
from dialogue_prep.gui.palette import Palette
from dialogue_prep.gui.remembered import Remembered
from dialogue_prep.gui.window.actions import Action, Actions, Command
from dialogue_prep.gui.window.frame import Frame
from dialogue_prep.gui.window.interior import Interior, places
from dialogue_prep.gui.words import _


class WorkingWindow(QObject):
    """One window: its frame and what is in it. `context` and `desk` are there while a store is open in it."""

    def __init__(self, frame: Frame, interior: Interior, jobs: Jobs, remembered: Remembered) -> None:
        super().__init__(frame)
        self.frame = frame
        self.interior = interior
        self.jobs = jobs
        self.context: Context | None = None
        self.desk: Desk | None = None
        self.actions: Actions | None = None
        self.palette = Palette(self._list_commands, remembered, frame)
        HeldBoxes(jobs)

    def fill(self, actions: Sequence[Action]) -> Actions:
        """Fill menus and tools, and join the parts of the window."""
        made = self.actions = Actions(self.frame.menuBar(), self.interior.header.tools, actions)
        self.jobs.progress.connect(self.interior.status.show_job)
        self.jobs.progress.connect(lambda _job: made.refresh())
        self.jobs.conflicted.connect(self.look_anew)
        self.interior.status.cancelled.connect(self.jobs.cancel)
        self.interior.dropped.connect(self.receive)
        self.interior.arrived.connect(self._when_arrived)
        self.frame.woken.connect(self._when_woken)
        Leaving(self.frame, lambda: self.in_use)
        return made

    def work_with(self, then: Callable[[Context], None]) -> None:
        """Do something with the open store."""
        if self.context is not None:
            then(self.context)

    def read_in(self, paths: Sequence[Path]) -> None:
        """Read sources in for review."""
        self._with_desk(lambda desk: desk.read_in(paths))

    def receive(self, paths: Sequence[Path]) -> None:
        """Take what was dropped on the window: Word files can be edited copies of papers, all else are sources."""
        if self.desk is not None and any(path.suffix.casefold() == ".docx" for path in paths):
            self.desk.receive(paths)
        else:
            self.read_in(paths)

    def idle(self) -> bool:
        """Say whether no long job is running."""
        return self.jobs.running is None

    @property
    def in_use(self) -> bool:
        """Whether the user is in the middle of something that is not kept yet."""
        return self.desk is not None and self.desk.in_use

    def has_dialogue(self) -> bool:
        """Say whether there is a dialogue in the open store."""
        return self.context is not None and bool(self.context.choices.dialogues)

    def choose_sources(self) -> None:
        """Let the user choose sources, and read them in."""
        # Imported here, like every box: few starts of the window ever ask for it.
        from dialogue_prep.gui.boxes.source_files import ask_for_sources

        if paths := ask_for_sources(self.frame):
            self.read_in(paths)

    def paste_source(self) -> None:
        """Read the text that the user copied elsewhere."""
        words = QGuiApplication.clipboard().text()
        self._with_desk(lambda desk: desk.paste(words))

    def new_dialogue(self) -> None:
        """Let the user make a dialogue by hand."""
        self._with_desk(lambda desk: desk.new_dialogue())

    def keep_typed(self) -> None:
        """Have kept what is being typed, as when its field is left."""
        if (field := self.frame.focusWidget()) is not None:
            field.clearFocus()

    def go(self, place: str) -> None:
        """Go to a page."""
        self.interior.go(place)

    def begin_search(self) -> None:
        """Let the user type what to search for."""
        self.interior.header.search.begin()

    def show_history(self) -> None:
        """Show what was done to the record that is selected."""
        if self.desk is not None:
            self._show_history_of(self.desk.record_id())

    def _show_history_of(self, record_id: str) -> None:
        if self.desk is not None and record_id:
            self.desk.show_history(record_id)
        else:
            self.interior.notice.tell(_("Select a record first: its history can then be shown."))

    def _show_usages_of(self, record_id: str) -> None:
        if self.desk is not None and record_id:
            self.desk.show_usages(record_id)
        else:
            self.interior.notice.tell(_("Select a record first: it can then be said where it is used."))

    def print_page(self) -> None:
        """Show how the page that is seen would be printed, and let the user print it."""
        from dialogue_prep.gui.printing import print_page

        here = self.interior.here()
        title = next((place.title() for place in places() if place.name == here), "")
        if title and self.context is not None:
            dialogue = self.context.choices.dialogue
            name = dialogue.designation.read(self.context.language, "en") if dialogue else ""
            print_page(self.interior.pages()[here], f"{name} · {title}" if name else title, self.frame)

    def tell_about(self) -> None:
        """Say what this program is."""
        from dialogue_prep.gui.boxes.about_box import AboutBox

        AboutBox(self.frame).open()

    def look_anew(self) -> None:
        """Read everything anew, whatever was read before."""
        if self.context is not None:
            self.context.dossiers.forget()
            self.context.look_again_now()

    def _with_desk(self, then: Callable[[Desk], None]) -> None:
        """Do something on the pages of the open store, which may just have been made."""

        def begin(context: Context) -> None:
            assert self.desk is not None
            context.look_again()
            then(self.desk)

        self.work_with(begin)

    def _list_commands(self) -> list[Command]:
        return self.actions.commands() if self.actions is not None else []

    def _when_arrived(self, name: str) -> None:
        # In the next turn: a page may make its tables only as it is shown.
        QTimer.singleShot(0, self, lambda: self._teach(name))

    def _teach(self, name: str) -> None:
        if (page := self.interior.pages().get(name)) is not None:
            teach_views(page, page.acts_on if isinstance(page, Page) else lambda _view: (), self._acts_on_record)

    def _acts_on_record(self, row_id: str) -> Sequence[MenuAct]:
        there = self.desk is not None and bool(row_id or self.desk.record_id())
        return (
            MenuAct(_("History …"), lambda: self._with_record(row_id, self._show_history_of), "Ctrl+H", there),
            MenuAct(_("Where it is used …"), lambda: self._with_record(row_id, self._show_usages_of), allowed=there),
        )

    def _with_record(self, row_id: str, then: Callable[[str], None]) -> None:
        """Do something with the record of a line; where the line is none, with the one that is selected on its page."""
        if self.context is None or self.desk is None:
            return
        from dialogue_prep.services.history import History

        history, selected = History(self.context.workspace), self.desk.record_id()
        self.jobs.run(lambda: history.named({row_id}), lambda found: then(row_id if row_id in found else selected))

    def _when_woken(self) -> None:
        if self.context is not None:
            self.context.look_again_now()
