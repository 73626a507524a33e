"""Where the program keeps what is the user's: never beside the program, always for this user only."""

from __future__ import annotations

import os
import tempfile
from dataclasses import dataclass
from pathlib import Path

import platformdirs

from dialogue_prep.domain.errors import MachineError
from dialogue_prep.system.reasons import reason_why

PROGRAM = "dialogue-prep"
STORE_SUFFIX = ".store"
PORTABLE = "DIALOGUE_PREP_FOLDER"
"""Names the folder in which everything stays, for whoever carries the program along and leaves nothing behind."""


@dataclass(frozen=True, slots=True)
class Folders:
    """The folders of one user; none of them is made before it is needed."""

    data: Path
    settings: Path
    logs: Path
    backups_elsewhere: Path | None = None
    """Where backups are kept if the user has set it."""

    @property
    def default_store(self) -> Path:
        return self.data / f"dialogues{STORE_SUFFIX}"

    @property
    def backups(self) -> Path:
        return self.backups_elsewhere or self.data / "backups"

    @property
    def window(self) -> Path:
        """The file in which the window remembers how it was left."""
        return self.data / "window.ini"


def user_folders() -> Folders:
    """Return the folders as the platform has them, or those in the portable folder."""
    if portable := _portable_folder():
        return Folders(data=portable / "data", settings=portable / "settings", logs=portable / "logs")
    return Folders(
        data=platformdirs.user_data_path(PROGRAM, appauthor=False),
        settings=platformdirs.user_config_path(PROGRAM, appauthor=False),
        logs=platformdirs.user_log_path(PROGRAM, appauthor=False),
    )


def folder_for_papers(store: Path) -> Path:
    """Return where the papers of a store go: beside it, so that they travel with it.

    The program's own data are hidden from people who look for a file; a store there has its papers in the documents.
    """
    if store.parent != user_folders().data or _portable_folder():
        return store.parent / "drafts"
    return platformdirs.user_documents_path() / PROGRAM


def stay_in_portable_folder() -> None:
    """Where there is a portable folder, have temporary files made there, too, by us and by programs that we start."""
    if portable := _portable_folder():
        temporary = portable / "temporary"
        try:
            temporary.mkdir(parents=True, exist_ok=True, mode=0o700)
        except OSError as error:
            raise MachineError("{path} cannot be made: {reason}.", path=temporary, reason=reason_why(error)) from error
        tempfile.tempdir = str(temporary)
        os.environ.update(dict.fromkeys(("TMPDIR", "TEMP", "TMP"), str(temporary)))


def _portable_folder() -> Path | None:
    named = os.environ.get(PORTABLE, "")
    return Path(named).absolute() if named else None
