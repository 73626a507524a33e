"""Where the program keeps what is the user's: never beside the program, always for this user only."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import platformdirs

PROGRAM = "dialogue-prep"
STORE_SUFFIX = ".store"


@dataclass(frozen=True, slots=True)
class Folders:
    """The folders of one user; none of them is made before it is needed."""

    data: Path
    settings: Path
    logs: Path

    @property
    def default_store(self) -> Path:
        return self.data / f"dialogues{STORE_SUFFIX}"

    @property
    def backups(self) -> Path:
        return self.data / "backups"


def user_folders() -> Folders:
    """Return the folders as the platform has them."""
    return Folders(
        data=platformdirs.user_data_path(PROGRAM, appauthor=False),
        settings=platformdirs.user_config_path(PROGRAM, appauthor=False),
        logs=platformdirs.user_log_path(PROGRAM, appauthor=False),
    )
