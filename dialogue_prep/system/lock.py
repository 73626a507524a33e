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

# Seconds to wait for somebody who only looks whether the lock is held.
_PATIENCE = 0.2


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
    lock, note = _lock(store), _beside(store, ".holder")
    try:
        lock.acquire(timeout=_PATIENCE, poll_interval=_PATIENCE / 10)
    except Timeout as error:
        raise MachineError(
            "{store} is in use by {holder}; close it there first.", store=store, holder=_named(store)
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
    """Return who holds the lock of a store, if anybody does; the note of a process that died counts for nothing."""
    if not _beside(store, ".lock").exists():
        return None
    try:
        with _lock(store).acquire(timeout=0):
            return None
    except (OSError, Timeout):
        return _noted(store)


def _lock(store: Path) -> FileLock:
    return FileLock(_beside(store, ".lock"), mode=0o600)


def _noted(store: Path) -> Holder | None:
    try:
        return Holder(**json.loads(_beside(store, ".holder").read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return None


def _named(store: Path) -> str:
    holder = _noted(store)
    if holder is None:
        return "another process of this program"
    return f"process {holder.process} on {holder.host} since {holder.since}"


def _beside(store: Path, suffix: str) -> Path:
    """Return a file beside the store itself, by whatever name somebody comes to it."""
    store = store.resolve()
    return store.with_name(f".{store.name}{suffix}")
