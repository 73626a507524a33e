"""Bundles in the window: made for a copy that travels, and one of theirs taken in."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from dialogue_prep.gui.jobs import Jobs
from dialogue_prep.gui.stores import Stores
from dialogue_prep.gui.window.frame import Frame
from dialogue_prep.gui.words import window_language

if TYPE_CHECKING:
    from dialogue_prep.services.bundles import Bundles


class Travelling(QObject):
    """Shows the boxes; `say` tells what was done. They are imported when they are asked for: most stores stay alone."""

    def __init__(self, frame: Frame, jobs: Jobs, stores: Stores, say: Callable[[str], None]) -> None:
        super().__init__(frame)
        self._frame, self._jobs, self._stores, self._say = frame, jobs, stores, say

    def make(self) -> None:
        """Ask for whom, show what goes in and what does not, and write the file."""
        from dialogue_prep.gui.boxes.bundle_make_box import BundleMakeBox

        workspace = self._stores.workspace
        assert workspace is not None
        confirm = workspace.database.path.stem if workspace.database.key is not None else ""
        box = BundleMakeBox(self._jobs, self._bundles(), window_language(), confirm, self._frame)
        box.made.connect(self._say)
        box.open()

    def take(self) -> None:
        """Ask for the file, report what it would do, and take it in."""
        from dialogue_prep.gui.boxes.bundle_files import ask_for_bundle
        from dialogue_prep.gui.boxes.bundle_take_box import BundleTakeBox

        if path := ask_for_bundle(self._frame):
            box = BundleTakeBox(self._jobs, self._bundles(), path, window_language(), self._frame)
            box.taken.connect(self._say)
            box.open()

    def _bundles(self) -> Bundles:
        from dialogue_prep.services.bundles import Bundles

        workspace = self._stores.workspace
        assert workspace is not None
        return Bundles(workspace)
