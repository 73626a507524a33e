"""The program behind the frame: opens and closes the store, offers the ways to begin, and knows every action."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QAction, QDesktopServices
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox

from dialogue_prep.domain.errors import Problem
from dialogue_prep.gui.context import Context
from dialogue_prep.gui.desk import Desk, LoadPage
from dialogue_prep.gui.failures import Failures
from dialogue_prep.gui.introduction import Introduction
from dialogue_prep.gui.jobs import Jobs
from dialogue_prep.gui.leaving import Leaving
from dialogue_prep.gui.window.actions import Action, Actions, Menu
from dialogue_prep.gui.window.frame import Frame
from dialogue_prep.gui.window.interior import OVERVIEW, Interior, places
from dialogue_prep.gui.words import _
from dialogue_prep.services.opening import Opening, open_to_write
from dialogue_prep.services.workspace import Workspace
from dialogue_prep.system.folders import STORE_SUFFIX
from dialogue_prep.system.version import VERSION

if TYPE_CHECKING:
    from dialogue_prep.gui.pages.start_page import StartPage

START = "start"
_BUSY_MILLISECONDS = 200


@dataclass(frozen=True, slots=True)
class OpenStore:
    """A store that is open, and what closes it; it is closed on the thread that opened it."""

    workspace: Workspace
    stack: ExitStack


class Program(QObject):
    """One window and at most one open store. `ready` tells that the first page shows what there is."""

    ready = Signal()

    def __init__(
        self,
        frame: Frame,
        interior: Interior,
        jobs: Jobs,
        failures: Failures,
        opening_of: Callable[[], Opening],
        context_of: Callable[[Workspace], Context],
        load_page: LoadPage,
    ) -> None:
        super().__init__(frame)
        self._frame = frame
        self._interior = interior
        self._jobs = jobs
        self._failures = failures
        self._opening_of = opening_of
        self._context_of = context_of
        self._load_page = load_page
        self._chosen: Path | None = None
        self._former: Path | None = None
        self._opening = False
        self._to_read: list[Path] = []
        self._store: OpenStore | None = None
        self._context: Context | None = None
        self._desk: Desk | None = None
        self._introduction: Introduction | None = None
        self._start: StartPage | None = None
        self._actions = Actions(frame.menuBar(), self._list_actions())
        self._connect()

    def open(self, sources: Sequence[Path] = ()) -> None:
        """Open the store; where there is none yet, offer the ways to begin one. Sources are read in after that."""
        self._to_read.extend(sources)
        if not self._opening:
            self._opening = True
            self._leave()
            self._jobs.run(self._open_if_there, self._when_opened, self._when_refused)

    def read_in(self, paths: Sequence[Path]) -> None:
        """Read sources in for review; where no store is open, an empty one is made first."""

        def read(context: Context) -> None:
            assert self._desk is not None
            context.look_again()
            self._desk.read_in(paths)

        self._with_store(read)

    def store(self) -> Workspace | None:
        """Return the store that is open."""
        return self._store.workspace if self._store else None

    def close(self) -> None:
        """Close the store, after what is running has come to its next step."""
        if self._store is not None:
            self._jobs.run(self._store.stack.close)
            self._store = None

    def _connect(self) -> None:
        self._jobs.progress.connect(self._interior.status.show_job)
        self._jobs.progress.connect(lambda _job: self._actions.refresh())
        self._interior.status.cancelled.connect(self._jobs.cancel)
        self._interior.dropped.connect(self.read_in)
        Leaving(self._frame, lambda: self._desk is not None and self._desk.in_use)

    def _which(self) -> Opening:
        opening = replace(self._opening_of(), busy_milliseconds=_BUSY_MILLISECONDS)
        return replace(opening, store=self._chosen, named=True) if self._chosen else opening

    def _open_if_there(self) -> OpenStore | Path:
        opening = self._which()
        there = opening.store.is_file() and opening.store.stat().st_size > 0
        return _opened(opening) if there else opening.store

    def _when_opened(self, opened: OpenStore | Path) -> None:
        self._opening, self._former = False, None
        if isinstance(opened, Path):
            self._start_page().welcome(str(opened))
            self.ready.emit()
        else:
            self._show(opened).look_again()
        if self._to_read:
            paths, self._to_read = self._to_read, []
            self.read_in(paths)

    def _when_refused(self, error: BaseException) -> None:
        self._opening = False
        if not isinstance(error, Problem):
            self._failures.tell(error)
        words = error.sentence.read(translate=_) if isinstance(error, Problem) else _("A report has been written.")
        if self._former is not None:
            self._interior.notice.say(words)
            self._chosen, self._former = self._former, None
            self.open()
            return
        self._start_page().problem(words)
        self.ready.emit()

    def _show(self, opened: OpenStore) -> Context:
        self._store = opened
        self._context = self._context_of(opened.workspace)
        self._context.changed.connect(lambda _step: self._actions.refresh())
        self._desk = Desk(self._interior, self._context, self._load_page)
        self._introduction = Introduction(self._context, lambda: self._opening_of().folders.settings, self._frame)
        self._desk.emptied.connect(self._when_emptied)
        self._desk.filled.connect(self._when_filled)
        self._desk.overview.shown.connect(self.ready)
        self._frame.woken.connect(self._context.look_again_now)
        return self._context

    def _leave(self) -> None:
        self._jobs.forget()
        self.close()
        if self._desk is not None:
            self._desk.leave()
        self._desk = self._context = self._introduction = None
        self._actions.refresh()

    def _start_page(self) -> StartPage:
        """Return the page with the ways to begin, and show it."""
        if self._start is None:
            # Imported here, like the boxes: most starts find a dialogue in the store.
            from dialogue_prep.gui.pages.start_page import StartPage

            self._start = StartPage()
            self._interior.add_page(START, self._start)
            self._start.starter_chosen.connect(self._begin_with_starter)
            self._start.source_chosen.connect(self._choose_sources)
            self._start.open_chosen.connect(self._choose_store)
            self._start.retry_chosen.connect(self.open)
        self._interior.go(START)
        return self._start

    def _when_emptied(self) -> None:
        assert self._store is not None
        if self._interior.here() != START:
            self._start_page().welcome(str(self._store.workspace.database.path))
        self.ready.emit()

    def _when_filled(self) -> None:
        if self._interior.here() in (START, ""):
            self._interior.go(OVERVIEW)
        if self._start is not None and self._introduction is not None:
            self._introduction.ask_once()

    def _begin_with_starter(self) -> None:
        self._with_store(lambda context: context.begin_with_starter())

    def _with_store(self, then: Callable[[Context], None]) -> None:
        """Do something with the open store; where none is open, one is made first."""
        if self._context is not None:
            then(self._context)
            return

        def show(opened: OpenStore) -> None:
            self._opening = False
            then(self._show(opened))

        if not self._opening:
            self._opening = True
            self._jobs.run(lambda: _opened(self._which()), show, self._when_refused)

    def _choose_store(self) -> None:
        kinds = _("Stores (*{suffix});;All files (*)").format(suffix=STORE_SUFFIX)
        folder = str(self._chosen.parent) if self._chosen else ""
        named, _kind = QFileDialog.getOpenFileName(self._frame, _("Open another store"), folder, kinds)
        if named:
            self._former = self._store.workspace.database.path if self._store else None
            self._chosen = Path(named)
            self.open()

    def _choose_sources(self) -> None:
        from dialogue_prep.gui.boxes.source_files import ask_for_sources

        if paths := ask_for_sources(self._frame):
            self.read_in(paths)

    def _list_actions(self) -> list[Action]:
        """Return everything that menus and shortcuts do."""
        return [*self._file_actions(), *self._edit_actions(), *self._go_actions(), *self._other_actions()]

    def _file_actions(self) -> list[Action]:
        return [
            Action(
                menu=Menu.FILE,
                text=lambda: _("Open another store …"),
                shortcut="Ctrl+O",
                run=self._choose_store,
                allowed=self._idle,
            ),
            Action(
                menu=Menu.FILE,
                text=lambda: _("Read a source in …"),
                shortcut="Ctrl+I",
                run=self._choose_sources,
                allowed=self._idle,
            ),
            Action(
                menu=Menu.FILE,
                text=lambda: _("Who we are …"),
                run=lambda: self._introduction.ask() if self._introduction else None,
                allowed=lambda: self._context is not None,
            ),
            Action(
                menu=Menu.FILE,
                text=lambda: _("Quit"),
                shortcut="Ctrl+Q",
                run=self._quit,
                role=QAction.MenuRole.QuitRole,
            ),
        ]

    def _edit_actions(self) -> list[Action]:
        return [
            Action(
                menu=Menu.EDIT,
                text=self._undo_text,
                shortcut="Ctrl+Z",
                run=self._undo,
                allowed=lambda: self._context is not None and self._context.choices.undo is not None,
            ),
            Action(
                menu=Menu.EDIT,
                text=self._redo_text,
                shortcut="Ctrl+Shift+Z",
                run=self._redo,
                allowed=lambda: self._context is not None and self._context.choices.redo is not None,
            ),
            Action(
                menu=Menu.EDIT,
                text=lambda: _("History of the record …"),
                shortcut="Ctrl+H",
                run=self._show_history,
                allowed=self._has_dialogue,
            ),
            Action(
                menu=Menu.EDIT,
                text=lambda: _("Removed records …"),
                shortcut="Ctrl+Shift+H",
                run=lambda: self._desk.show_history("") if self._desk else None,
                allowed=self._has_dialogue,
            ),
        ]

    def _go_actions(self) -> list[Action]:
        return [
            *(
                Action(
                    menu=Menu.GO,
                    text=place.title,
                    shortcut=f"Ctrl+{number}",
                    allowed=self._has_dialogue,
                    run=partial(self._interior.go, place.name),
                )
                for number, place in enumerate(places(), start=1)
            ),
            Action(
                menu=Menu.GO,
                text=lambda: _("Search everything"),
                shortcut="Ctrl+K",
                run=self._search,
                allowed=self._has_dialogue,
            ),
        ]

    def _other_actions(self) -> list[Action]:
        return [
            Action(
                menu=Menu.PAPERS,
                text=lambda: _("Write all papers"),
                shortcut="Ctrl+Shift+W",
                run=self._write_every,
                allowed=lambda: self._idle() and self._has_round(),
            ),
            Action(menu=Menu.HELP, text=lambda: _("Open the log"), run=self._open_log),
            Action(
                menu=Menu.HELP,
                text=lambda: _("About Dialogue Prep"),
                run=self._tell_about,
                role=QAction.MenuRole.AboutRole,
            ),
        ]

    def _idle(self) -> bool:
        return self._jobs.running is None

    def _has_dialogue(self) -> bool:
        return self._context is not None and bool(self._context.choices.dialogues)

    def _has_round(self) -> bool:
        return self._context is not None and bool(self._context.choices.round_id)

    def _undo_text(self) -> str:
        label = self._context.choices.undo if self._context else None
        return _("Undo: {what}").format(what=_(label)) if label else _("Undo")

    def _redo_text(self) -> str:
        label = self._context.choices.redo if self._context else None
        return _("Redo: {what}").format(what=_(label)) if label else _("Redo")

    def _undo(self) -> None:
        if self._context is not None:
            self._context.undo()

    def _redo(self) -> None:
        if self._context is not None:
            self._context.redo()

    def _show_history(self) -> None:
        if self._desk is None:
            return
        if record_id := self._desk.record_id():
            self._desk.show_history(record_id)
        else:
            self._interior.notice.say(_("Select a record first: its history can then be shown."))

    def _search(self) -> None:
        self._interior.header.search.setFocus()
        self._interior.header.search.selectAll()

    def _write_every(self) -> None:
        if self._desk is not None:
            self._desk.write_every()

    def _open_log(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._failures.log())))

    def _tell_about(self) -> None:
        box = QMessageBox(self._frame)
        box.setWindowTitle(_("About Dialogue Prep"))
        said = _("Dialogue Prep {version}\n\nPrepare the next round of a dialogue between two governments, offline.")
        box.setText(said.format(version=VERSION))
        box.open()

    def _quit(self) -> None:
        if self._frame.close():
            QApplication.quit()


def _opened(opening: Opening) -> OpenStore:
    """Open a store, and make it if it is not there; raise MachineError where that cannot be."""
    stack = ExitStack()
    return OpenStore(stack.enter_context(open_to_write(opening)), stack)


def clock() -> datetime:
    """Return the moment, in UTC."""
    return datetime.now(UTC)
