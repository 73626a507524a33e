"""Starts the window: the frame first, then all else.

Everything that opens a store or writes a paper is imported inside functions here, after the frame has been seen: the
database library alone takes longer to import than the frame to appear.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from dialogue_prep.domain.errors import Problem
from dialogue_prep.gui.application import language_of_system, make_application, speak
from dialogue_prep.gui.failures import Failures
from dialogue_prep.gui.garbage import Garbage
from dialogue_prep.gui.jobs import Jobs
from dialogue_prep.gui.window.main_window import MainWindow
from dialogue_prep.gui.words import _
from dialogue_prep.system.folders import user_folders
from dialogue_prep.system.language import catalogue
from dialogue_prep.system.settings import read_settings

if TYPE_CHECKING:
    from PySide6.QtWidgets import QDialog

    from dialogue_prep.gui.context import Context
    from dialogue_prep.gui.program import Program
    from dialogue_prep.services.opening import Opening
    from dialogue_prep.services.papers import Papers
    from dialogue_prep.services.workspace import Workspace

LANGUAGES = ("en", "fr", "zh-Hans")


class Start:
    """The parts of a running window, in the order in which they come to be; `program` is there once it is loaded."""

    def __init__(self, opening_of: Callable[[], Opening], source: Path | None, language: str) -> None:
        self._opening_of = opening_of
        self._source = source
        self._language = language
        self.window = MainWindow()
        self.failures = Failures(_begin_log, self._failure_box, self.window)
        self.jobs = Jobs(self.failures.tell, self.window)
        self.garbage = Garbage(self.window)
        self.program: Program | None = None
        self.window.painted.connect(self._load, Qt.ConnectionType.QueuedConnection)

    def show(self) -> None:
        """Show the frame; the rest follows once it has been seen."""
        self.failures.take_over()
        self.garbage.take_over()
        self.window.show()

    def close(self) -> None:
        """Close the store and give back what was taken over."""
        if self.program is not None:
            self.program.close()
        self.jobs.close()
        self.garbage.hand_back()
        self.failures.hand_back()

    def _load(self) -> None:
        self.jobs.run(_import_the_rest, self._when_loaded)

    def _when_loaded(self, program: type[Program]) -> None:
        self.program = program(self.window, self.jobs, self.failures, self._opening_of, self._context_of)
        self.program.open()
        if self._source is not None:
            said = _("To read {file} in, type in a terminal: {command}")
            self.window.notice.say(said.format(file=self._source.name, command=f"dialogue-prep import {self._source}"))

    def _context_of(self, workspace: Workspace) -> Context:
        from dialogue_prep.gui.context import Context
        from dialogue_prep.gui.program import clock

        return Context(workspace, self.jobs, lambda: _papers(workspace), self._language, clock, self.window)

    def _failure_box(self, error: BaseException, log: Path) -> QDialog:
        from dialogue_prep.gui.boxes.failure_box import FailureBox

        return FailureBox(error, log, self.window)


def start(opening_of: Callable[[], Opening], source: Path | None) -> int:
    """Show the window, run until it is closed, and return the exit code.

    `opening_of` says which store to open and may raise a Problem; it is called beside the window. A `source` is one
    that the user wants to read in.
    """
    application = make_application()
    language = _language()
    speak(application, catalogue(language), language)
    started = Start(opening_of, source, language)
    try:
        started.show()
        return application.exec()
    finally:
        started.close()


def _language() -> str:
    """Return the language of the window: the one that is set, else that of the system, else English."""
    try:
        wanted = read_settings(user_folders().settings).language
    except Problem:
        wanted = ""  # what is wrong with the settings is said when the store is opened, which reads them too
    wanted = wanted or language_of_system()
    return wanted if wanted in LANGUAGES else LANGUAGES[0]


def _import_the_rest() -> type[Program]:
    from dialogue_prep.gui.program import Program

    return Program


def _begin_log() -> Path:
    from dialogue_prep.system.logs import start_log

    return start_log(user_folders().logs)


def _papers(workspace: Workspace) -> Papers:
    from dialogue_prep.services.papers import Papers, drafter_of

    return Papers(workspace, drafter_of(read_settings(user_folders().settings)))
