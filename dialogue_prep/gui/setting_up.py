"""Shows the settings, and has what was set take effect."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from dialogue_prep.gui.dress import Looks
from dialogue_prep.gui.jobs import Jobs
from dialogue_prep.gui.kit.notice import Offer
from dialogue_prep.system.settings import Settings, read_settings


class SettingUp(QObject):
    """`changed` carries the settings after one was changed; colours change at once.

    `folder_of` says where settings are kept and is called in a job; `offers` says what else can be set now.
    """

    changed = Signal(object)

    def __init__(
        self,
        jobs: Jobs,
        looks: Looks,
        folder_of: Callable[[], Path],
        offers: Callable[[], Sequence[Offer]],
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._jobs, self._looks, self._folder_of, self._offers = jobs, looks, folder_of, offers
        self._window = window

    def show(self) -> None:
        """Show the settings."""

        def read() -> tuple[Settings, Path]:
            folder = self._folder_of()
            return read_settings(folder), folder

        self._jobs.run(read, lambda found: self._show(*found))

    def _show(self, settings: Settings, folder: Path) -> None:
        # Imported here, like every box.
        from dialogue_prep.gui.boxes.settings_box import SettingsBox

        box = SettingsBox(self._jobs, settings, folder, self._offers(), self._window)
        box.changed.connect(self._when_changed)
        box.open()

    def _when_changed(self, settings: Settings) -> None:
        self._looks.choose(settings.theme)
        self.changed.emit(settings)
