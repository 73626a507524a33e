"""One process writes to a store at a time; who it is stands in a note beside the store."""

from __future__ import annotations

import json
import os
import socket
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

from filelock import FileLock, Timeout

from dialogue_prep.domain.errors import MachineError


@dataclass(frozen=True, slots=True)
class Holder:
    """Who holds the lock of a store, since when (ISO 8601, UTC)."""

    host: str
    process: int
    since: str


@contextmanager
def writing_to(store: Path, now: datetime) -> Generator[None, None, None]:
    """Hold the lock of a store; raise MachineError with the holder's name where somebody else does.

    The lock itself is the operating system's, so that one left by a process that died holds nobody up.
    """
    lock = FileLock(_beside(store, ".lock"), timeout=0, mode=0o600)
    note = _beside(store, ".holder")
    try:
        lock.acquire()
    except Timeout as error:
        raise MachineError(
            "{store} is in use by {holder}; close it there first.", store=store, holder=_named(note)
        ) from error
    except OSError as error:
        raise MachineError("{store} cannot be locked: {reason}.", store=store, reason=error.strerror) from error
    try:
        holder = Holder(socket.gethostname(), os.getpid(), now.isoformat(timespec="seconds"))
        note.write_text(json.dumps(asdict(holder)), encoding="utf-8")
        note.chmod(0o600)
        yield
    finally:
        note.unlink(missing_ok=True)
        lock.release()


def holder_of(store: Path) -> Holder | None:
    """Return who says to hold the lock of a store, if anybody does."""
    try:
        return Holder(**json.loads(_beside(store, ".holder").read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return None


def _named(note: Path) -> str:
    holder = holder_of(note.with_name(note.name.removeprefix(".").removesuffix(".holder")))
    if holder is None:
        return "another process of this program"
    return f"process {holder.process} on {holder.host} since {holder.since}"


def _beside(store: Path, suffix: str) -> Path:
    return store.with_name(f".{store.name}{suffix}")
