"""Importing a list of people from the delegations page: a file is read beside the window, then looked through.

Reading a file is a long job, so that the user can cancel it.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from dialogue_prep.domain.delegate_list import DelegateList, ListField
from dialogue_prep.domain.dialogue import Side
from dialogue_prep.domain.errors import Problem
from dialogue_prep.gui.context import Context
from dialogue_prep.gui.jobs import LongJob
from dialogue_prep.gui.kit.refusals import at_field
from dialogue_prep.gui.pages.delegations_lines import BothDelegations
from dialogue_prep.gui.words import _, sentence_in_words
from dialogue_prep.services.delegate_import import DelegateImport

Read = tuple[DelegateList, tuple[ListField | None, ...]]
"""A list, and what its columns are taken to hold."""


class DelegateImporting(QObject):
    """Leads from a file, or from what was copied, to the box. `refused` carries why a list could not be read."""

    refused = Signal(str)

    def __init__(self, context: Context, page: QWidget) -> None:
        super().__init__(page)
        self._context = context
        self._page = page

    def choose(self, both: BothDelegations, side: Side) -> None:
        """Let the user choose a file for a side."""
        # Imported here: lists are imported once or twice a round.
        from dialogue_prep.gui.boxes.people_files import ask_for_people

        path = ask_for_people(self._page.window())
        if path is not None:
            self.read(both, side, path)

    def read(self, both: BothDelegations, side: Side, path: Path) -> None:
        """Read a file for a side and show who is in it; while another long job runs, say so instead."""
        jobs, requests = self._context.jobs, DelegateImport(self._context.workspace)
        if jobs.running is not None:
            self.refused.emit(_("Wait until this has ended: {title}.").format(title=jobs.running.title))
            return

        def steps() -> Iterator[Read | Problem]:
            from dialogue_prep.reading.people_file import read_people

            job = jobs.running
            try:
                people = read_people(path, lambda: job is not None and job.cancelled)
                yield people, requests.columns(people)
            except Problem as problem:
                yield problem

        jobs.run_long(_("Reading {file}").format(file=path.name), 1, steps, partial(self._when_read, both, side))

    def paste(self, both: BothDelegations, side: Side) -> None:
        """Show who is in the rows that were copied from a spreadsheet."""
        words = QGuiApplication.clipboard().text()

        requests = DelegateImport(self._context.workspace)

        def read() -> Read:
            from dialogue_prep.reading.people_file import read_pasted_people

            people = read_pasted_people(words)
            return people, requests.columns(people)

        refuse = at_field(self._context, lambda _field, sentence: self.refused.emit(sentence))
        self._context.jobs.run(read, partial(self._show, both, side), refuse)

    def _when_read(self, both: BothDelegations, side: Side, job: LongJob[Read | Problem]) -> None:
        for result in job.results:
            if isinstance(result, Problem):
                self.refused.emit(sentence_in_words(result.sentence, self._context.language))
            else:
                self._show(both, side, result)

    def _show(self, both: BothDelegations, side: Side, read: Read) -> None:
        from dialogue_prep.gui.boxes.delegate_import_box import DelegateImportBox

        self.refused.emit("")
        DelegateImportBox(self._context, both.dossier, side, *read, self._page.window()).open()
