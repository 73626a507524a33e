"""The window comes forward when another process calls whoever has the store open."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget

from dialogue_prep.system.calling import hear_call


class ComingForward(QObject):
    """Listens beside the store that is open. The system tells of a call: nothing is looked at meanwhile."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._store: Path | None = None
        self._watcher = QFileSystemWatcher(self)
        self._watcher.directoryChanged.connect(self._when_folder_changed)

    def listen(self, store: Path | None) -> None:
        """Listen for calls to who has this store open; None for none any more."""
        if watched := self._watcher.directories():
            self._watcher.removePaths(watched)
        self._store = store
        if store is not None:
            self._watcher.addPath(str(store.resolve().parent))

    def _when_folder_changed(self, _folder: str) -> None:
        if self._store is None or not hear_call(self._store):
            return
        self._window.setWindowState(self._window.windowState() & ~Qt.WindowState.WindowMinimized)
        self._window.show()
        self._window.raise_()
        self._window.activateWindow()
        QApplication.alert(self._window)  # where the system lets no window push itself forward, it is shown as waiting
