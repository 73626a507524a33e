"""Makes the kept store of the present version: run it once, when a version is released, and keep what it makes.

python -m tests.store.kept.make_kept_store
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from dialogue_prep.store.database import SCHEMA_VERSION
from tests.invented import made_store
from tests.invented_dialogue import invented_dialogue


def make(folder: Path) -> Path:
    """Make a store with one value or more of every kind, as small as SQLite can have it."""
    path = folder / f"{SCHEMA_VERSION:04}.store"
    path.unlink(missing_ok=True)
    made_store(path, invented_dialogue())
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA page_size=512")
        connection.execute("VACUUM")
    for left in folder.glob("*-journal"):
        left.unlink()
    return path


if __name__ == "__main__":
    print(make(Path(__file__).parent))
