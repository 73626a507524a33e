"""The guide and the tour: opened from the menu Help, the tour also offered once when somebody begins."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from dialogue_prep.gui.jobs import Jobs
from dialogue_prep.gui.window.actions import Action, Menu
from dialogue_prep.gui.window.frame import Frame
from dialogue_prep.gui.window.interior import Interior
from dialogue_prep.gui.words import _
from dialogue_prep.system.settings import read_settings, write_settings

if TYPE_CHECKING:
    from dialogue_prep.gui.boxes.help_box import HelpBox
    from dialogue_prep.gui.tour import Tour

_NEW, _SEEN = "new", "seen"


class Guiding(QObject):
    """Shows guide and tour on one window; `folder_of` says where settings are kept, and is called in a job."""

    def __init__(
        self, frame: Frame, interior: Interior, jobs: Jobs, folder_of: Callable[[], Path], can_tour: Callable[[], bool]
    ) -> None:
        super().__init__(frame)
        self._frame = frame
        self._interior = interior
        self._jobs = jobs
        self._folder_of = folder_of
        self._can_tour = can_tour
        self.box: HelpBox | None = None
        self.tour: Tour | None = None

    def list_actions(self) -> list[Action]:
        """Return what the menu offers."""
        return [
            Action(menu=Menu.HELP, text=lambda: _("Guide"), shortcut="F1", run=self.open_guide),
            Action(menu=Menu.HELP, text=lambda: _("Take the tour"), run=self.start_tour, allowed=self._can_tour),
        ]

    def open_guide(self) -> None:
        """Open the guide at the chapter about the page that is seen, or bring it there."""
        # Imported here, like every box and like the tour: most starts of the window do without.
        from dialogue_prep.gui.boxes.help_box import HelpBox
        from dialogue_prep.gui.boxes.help_chapters import list_keys

        if self.box is None:
            self.box = HelpBox(list_keys(self._frame.menuBar()), self._frame)
            self.box.destroyed.connect(self._when_box_closed)
        self.box.show_about(self._interior.here())
        self.box.show()
        self.box.raise_()
        self.box.activateWindow()

    def start_tour(self) -> None:
        """Begin the tour from its first stop."""
        from dialogue_prep.gui.tour import Tour
        from dialogue_prep.gui.tour_stops import tour_stops

        if self.tour is None:
            self.tour = Tour(tour_stops(self._frame, self._interior), self._frame, self._interior)
            self.tour.place_wanted.connect(self._interior.go)
            self.tour.ended.connect(self._when_tour_ended)
            self.tour.begin()

    def offer_tour(self) -> None:
        """Offer the tour, unless somebody has taken or skipped it."""

        def offer(new: bool) -> None:
            if new and self._can_tour():
                words = _("New here? The tour shows the window in five minutes; it is also in the menu Help.")
                self._interior.notice.say(words, (_("Take the tour"), self.start_tour))

        self._jobs.run(lambda: read_settings(self._folder_of()).tour == _NEW, offer)

    def _when_box_closed(self) -> None:
        self.box = None

    def _when_tour_ended(self) -> None:
        self.tour = None

        def remember() -> None:
            folder = self._folder_of()
            write_settings(folder, replace(read_settings(folder), tour=_SEEN))

        self._jobs.run(remember)
