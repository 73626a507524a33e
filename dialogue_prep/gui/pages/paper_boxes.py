"""The boxes that the page of papers opens; each is imported when it is wanted for the first time."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from dialogue_prep.gui.context import Context
from dialogue_prep.gui.pages.papers_lines import PaperRow


class PaperBoxes:
    """Opens boxes over a page; `say` is told what was done in them."""

    def __init__(self, context: Context, page: QWidget, say: Callable[[str], None]) -> None:
        self._context = context
        self._page = page
        self._say = say

    def show_versions(self, round_id: str, shown: PaperRow, _folder: Path) -> None:
        """Show the history of a paper."""
        from dialogue_prep.gui.boxes.versions_box import VersionsBox

        VersionsBox(self._context, round_id, shown.line, (shown.name, shown.note), self._page.window()).open()

    def release(self, _round_id: str, shown: PaperRow, folder: Path) -> None:
        """Have the file of a paper looked through, and a clean copy saved."""
        from dialogue_prep.gui.boxes.release_box import ReleaseBox

        assert shown.path is not None
        box = ReleaseBox(self._context, shown.path, folder, self._page.window())
        box.released.connect(self._say)
        box.open()

    def clear(self, round_id: str, shown: PaperRow, _folder: Path) -> None:
        """Let the user say who cleared a paper."""
        from dialogue_prep.gui.boxes.clearance_box import ClearanceBox

        ClearanceBox(self._context, round_id, shown.line, shown.name, self._page.window()).open()

    def show_notes(self, round_id: str) -> None:
        """Show what was remarked in edited copies of the papers of a round."""
        from dialogue_prep.gui.boxes.return_notes import ReturnNotesBox

        ReturnNotesBox(self._context, round_id, self._page.window()).open()

    def show_templates(self) -> None:
        """Show the templates of the staff."""
        from dialogue_prep.gui.boxes.templates_box import TemplatesBox

        TemplatesBox(self._context, self._page.window()).open()

    def show_markings(self) -> None:
        """Show the scale of markings."""
        from dialogue_prep.gui.boxes.markings_box import MarkingsBox

        MarkingsBox(self._context, self._page.window()).open()
