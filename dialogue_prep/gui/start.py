"""Starts the window: the frame first, then its parts, then the store.

Whatever is not needed for the frame is imported inside functions here, after it has been seen: the database library
alone takes longer to import than the frame to appear.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from dialogue_prep.gui.application import make_application
from dialogue_prep.gui.remembered import Remembered
from dialogue_prep.gui.window.frame import Frame
from dialogue_prep.system.folders import user_folders

if TYPE_CHECKING:
    from PySide6.QtWidgets import QDialog

    from dialogue_prep.domain.dossier import Dossier
    from dialogue_prep.gui.context import Context
    from dialogue_prep.gui.dress import Looks
    from dialogue_prep.gui.failures import Failures
    from dialogue_prep.gui.garbage import Garbage
    from dialogue_prep.gui.jobs import Jobs
    from dialogue_prep.gui.pages.page import Page
    from dialogue_prep.gui.program import Program
    from dialogue_prep.gui.window.interior import Interior
    from dialogue_prep.services.opening import Opening
    from dialogue_prep.services.papers import Papers
    from dialogue_prep.services.workspace import Workspace
    from dialogue_prep.system.settings import Settings


_REST_MILLISECONDS = 300
"""So long after the first page is seen, the others begin to be imported."""


def start(opening_of: Callable[[], Opening], source: Path | None) -> int:
    """Show the window, run until it is closed, and return the exit code.

    `opening_of` says which store to open and may raise a Problem; it is called beside the window. A `source` is one
    that the user wants to read in.
    """
    application = make_application()
    started = Start(application, opening_of, source)
    try:
        started.frame.show()
        return application.exec()
    finally:
        started.close()


class Start:
    """A window from its frame on. What comes later is not there before: first `parts`, then `program`."""

    def __init__(self, application: QApplication, opening_of: Callable[[], Opening], source: Path | None) -> None:
        self._application = application
        self._opening_of = opening_of
        self._source = source
        self.frame = Frame()
        self._remembered = Remembered(user_folders().window)
        self._remembered.restore_window(self.frame)
        self.parts: Parts | None = None
        self.program: Program | None = None
        self.frame.painted.connect(self._fill)

    def close(self) -> None:
        """Close the store and give back what was taken over."""
        self._remembered.note_window(self.frame)
        if self.program is not None:
            self.program.close()
        if self.parts is not None:
            self.parts.close()

    def _fill(self) -> None:
        self.parts = Parts(self._application, self.frame)
        self.parts.jobs.run(_import_program, self._when_imported)

    def _when_imported(self, program: type[Program]) -> None:
        from PySide6.QtCore import Qt

        parts = self.parts
        assert parts is not None
        self.program = program(
            self.frame,
            parts.interior,
            parts.jobs,
            parts.failures,
            self._opening_of,
            parts.context_of,
            _load_page,
            parts.looks,
            self._remembered,
        )
        self.program.ready.connect(parts.garbage.begin)
        self.program.ready.connect(self._import_pages, Qt.ConnectionType.SingleShotConnection)
        self.program.open([self._source] if self._source else [])

    def _import_pages(self) -> None:
        """Have the pages imported beside the window once it rests, so that the first visit to each is a quick one."""
        from PySide6.QtCore import QTimer

        from dialogue_prep.gui.window.interior import OVERVIEW, places

        names = [place.name for place in places() if place.name != OVERVIEW]
        QTimer.singleShot(_REST_MILLISECONDS, self.frame, lambda: self._import_next(names))

    def _import_next(self, names: Sequence[str]) -> None:
        """Import one page and then the next: whatever the user asks for meanwhile comes in between."""
        if self.parts is None:
            return
        if names:
            self.parts.jobs.run(lambda: _load_page(names[0]), lambda _page: self._import_next(names[1:]))
        else:
            self.parts.garbage.set_aside()


class Parts:
    """What fills the frame and what the whole program leans on: errors, jobs, garbage, language."""

    def __init__(self, application: QApplication, frame: Frame) -> None:
        from PySide6.QtGui import QIcon

        from dialogue_prep.gui.dress import Looks, language_of_window, speak
        from dialogue_prep.gui.failures import Failures
        from dialogue_prep.gui.garbage import Garbage
        from dialogue_prep.gui.jobs import Jobs
        from dialogue_prep.gui.window.interior import Interior
        from dialogue_prep.system.language import catalogue
        from dialogue_prep.system.resources import resource_file

        self._frame = frame
        self.failures: Failures = Failures(_write_down, self._failure_box, frame)
        self.failures.take_over()
        self.garbage: Garbage = Garbage(frame)
        self.garbage.take_over()
        self.jobs: Jobs = Jobs(self.failures.tell, frame)
        settings, wrong = _settings_set()
        self.language = language_of_window(settings.language)
        speak(application, catalogue(self.language), self.language)
        self.looks: Looks = Looks(application, settings.theme, settings.letters, frame)
        self.looks.take(frame)
        frame.setWindowIcon(QIcon(str(resource_file("icons/program.svg"))))
        self.interior: Interior = Interior()
        frame.setCentralWidget(self.interior)
        self.interior.notice.say(wrong)

    def close(self) -> None:
        """End the jobs, and leave errors and garbage to Python."""
        self.jobs.close()
        self.garbage.hand_back()
        self.failures.hand_back()

    def context_of(self, workspace: Workspace, jobs: Jobs, frame: Frame) -> Context:
        """Return the context for an open store, for one window."""
        from dialogue_prep.gui.context import Context
        from dialogue_prep.gui.program import clock

        context = Context(workspace, jobs, lambda: _papers(workspace, context.dossiers.of), self.language, clock, frame)
        return context

    def _failure_box(self, error: BaseException, log: Path) -> QDialog:
        from dialogue_prep.gui.boxes.failure_box import FailureBox

        return FailureBox(error, log, self._frame)


def _import_program() -> type[Program]:
    from dialogue_prep.gui.program import Program

    return Program


def _load_page(name: str) -> Callable[[Context], Page]:
    """Return what makes the page of a place; a page is imported once the window rests, or sooner when it is wanted."""
    match name:
        case "agenda":
            from dialogue_prep.gui.pages.agenda_page import AgendaPage

            return AgendaPage
        case "delegations":
            from dialogue_prep.gui.pages.delegations_page import DelegationsPage

            return DelegationsPage
        case "dialogue":
            from dialogue_prep.gui.pages.dialogue_page import DialoguePage

            return DialoguePage
        case "commitments":
            from dialogue_prep.gui.pages.commitments_page import CommitmentsPage

            return CommitmentsPage
        case "sources":
            from dialogue_prep.gui.pages.sources_page import SourcesPage

            return SourcesPage
        case "hosting":
            from dialogue_prep.gui.pages.hosting_page import HostingPage

            return HostingPage
        case _:
            from dialogue_prep.gui.pages.papers_page import PapersPage

            return PapersPage


def _settings_set() -> tuple[Settings, str]:
    """Return the settings, and what is wrong with their file: it is mended, or else they are as they come."""
    from dialogue_prep.domain.errors import Problem
    from dialogue_prep.gui.words import sentence_in_words
    from dialogue_prep.system.settings import Settings, mend_settings, read_settings

    folder = user_folders().settings
    wrong = mend_settings(folder)
    said = sentence_in_words(wrong) if wrong else ""
    try:
        return read_settings(folder), said
    except Problem:
        return Settings(), said


def _write_down(error: BaseException | None) -> Path:
    """Write a fault of the program into the log, without its message, and return the path of the log."""
    import logging

    from dialogue_prep.domain.errors import Problem
    from dialogue_prep.system.logs import start_log, where_it_failed

    logger = logging.getLogger("dialogue_prep")
    log = start_log(user_folders().logs)
    if error is not None and not isinstance(error, Problem):
        logger.error("%s", where_it_failed(error))
    return log


def _papers(workspace: Workspace, dossiers: Callable[[str], Dossier]) -> Papers:
    from dialogue_prep.services.papers import Papers, drafter_of
    from dialogue_prep.system.office import find_office
    from dialogue_prep.system.settings import read_settings

    settings = read_settings(user_folders().settings)
    return Papers(workspace, drafter_of(settings), find_office(settings.office), dossiers)
