"""What every open store offers, wherever it is kept: in a file, or on a server that several people share."""

from __future__ import annotations

from contextlib import AbstractContextManager
from pathlib import Path
from typing import Protocol

from dialogue_prep.store.store_key import StoreKey
from dialogue_prep.store.work import Work


class AnyDatabase(Protocol):
    """An open store. Values go in and come out through units of work.

    `path` is the file of the store; for one on a server, a file that is not there, whose name and folder stand for it
    on this machine. `key` is that of a protected file; `in_file` says that there is one.
    """

    path: Path
    key: StoreKey | None
    in_file: bool

    def work(self) -> AbstractContextManager[Work]:
        """Run one unit of work; it is kept only if the block ends well."""

    def look(self) -> AbstractContextManager[Work]:
        """Read, all at one moment; nothing can be changed."""

    def close(self) -> None:
        """Let go of the file or the server."""
