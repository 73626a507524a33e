"""Importing a list of people from the delegations page: a file is read beside the window, then looked through."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from dialogue_prep.domain.delegate_list import DelegateList, ListField
from dialogue_prep.domain.dialogue import Side
from dialogue_prep.gui.context import Context
from dialogue_prep.gui.kit.refusals import at_field
from dialogue_prep.gui.pages.delegations_lines import BothDelegations
from dialogue_prep.services.delegate_import import DelegateImport


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
        """Read a file for a side and show who is in it."""

        def read() -> DelegateList:
            from dialogue_prep.reading.people_file import read_people

            return read_people(path)

        self._begin(both, side, read)

    def paste(self, both: BothDelegations, side: Side) -> None:
        """Show who is in the rows that were copied from a spreadsheet."""
        words = QGuiApplication.clipboard().text()

        def read() -> DelegateList:
            from dialogue_prep.reading.people_file import read_pasted_people

            return read_pasted_people(words)

        self._begin(both, side, read)

    def _begin(self, both: BothDelegations, side: Side, read: Callable[[], DelegateList]) -> None:
        requests = DelegateImport(self._context.workspace)

        def with_columns() -> tuple[DelegateList, tuple[ListField | None, ...]]:
            people = read()
            return people, requests.columns(people)

        def show(found: tuple[DelegateList, tuple[ListField | None, ...]]) -> None:
            from dialogue_prep.gui.boxes.delegate_import_box import DelegateImportBox

            self.refused.emit("")
            DelegateImportBox(self._context, both.dossier, side, *found, self._page.window()).open()

        refuse = at_field(self._context, lambda _field, sentence: self.refused.emit(sentence))
        self._context.jobs.run(with_columns, show, refuse)
