"""One process writes to a store at a time; who it is stands in a note beside the store.

The lock itself is the operating system's, so that one left by a process that died holds nobody up. It does not reach
every other machine, but the note does: one that was written elsewhere holds the store until somebody says otherwise.
"""

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
from dialogue_prep.domain.sentence import Sentence
from dialogue_prep.system.reasons import reason_why

# Seconds to wait for somebody who only looks whether the lock is held.
_PATIENCE = 0.2


@dataclass(frozen=True, slots=True)
class Holder:
    """Who holds the lock of a store, since when (ISO 8601, UTC)."""

    host: str
    process: int
    since: str

    @property
    def elsewhere(self) -> bool:
        """Whether it is a process of another machine."""
        return self.host != socket.gethostname()

    def __str__(self) -> str:
        return self.sentence.read()

    @property
    def sentence(self) -> Sentence:
        """Who that is, to be put into any language."""
        since = datetime.fromisoformat(self.since)
        return Sentence.of(
            "process {process} on {host} since {since}", process=self.process, host=self.host, since=since
        )


class InUse(MachineError):
    """Somebody else writes to `store`; `holder` says who, None where that is not known."""

    def __init__(self, template: str, /, *, store: Path, holder: Holder | None) -> None:
        somebody = holder.sentence if holder else Sentence.of("another process of this program")
        super().__init__(template, store=store, holder=somebody)
        self.store = store
        self.holder = holder


@contextmanager
def writing_to(store: Path, now: datetime) -> Generator[None, None, None]:
    """Hold the lock of a store; raise InUse with the holder's name where somebody else does."""
    lock, note = _lock(store), beside(store, ".holder")
    try:
        lock.acquire(timeout=_PATIENCE, poll_interval=_PATIENCE / 10)
    except Timeout as error:
        raise InUse(
            "{store} is in use by {holder}; close it there first.", holder=_noted(store), store=store
        ) from error
    except OSError as error:
        raise MachineError("{store} cannot be locked: {reason}.", store=store, reason=reason_why(error)) from error
    try:
        _check_elsewhere(store)
        holder = Holder(socket.gethostname(), os.getpid(), now.isoformat(timespec="seconds"))
        note.write_text(json.dumps(asdict(holder)), encoding="utf-8")
        note.chmod(0o600)
        try:
            yield
        finally:
            note.unlink(missing_ok=True)
    finally:
        lock.release()


def holder_of(store: Path) -> Holder | None:
    """Return who holds the lock of a store, if anybody does.

    The note of a process of this machine that died counts for nothing; that of another machine does.
    """
    if not beside(store, ".lock").exists():
        return _noted_elsewhere(store)
    try:
        with _lock(store).acquire(timeout=0):
            return _noted_elsewhere(store)
    except (OSError, Timeout):
        return _noted(store)


def forget_holder_elsewhere(store: Path) -> Holder | None:
    """Let a store go that another machine holds, and return who held it: the user knows that it no longer does."""
    holder = _noted_elsewhere(store)
    if holder is not None:
        beside(store, ".holder").unlink(missing_ok=True)
    return holder


def beside(store: Path, suffix: str) -> Path:
    """Return a hidden file beside the store itself, by whatever name somebody comes to it."""
    store = store.resolve()
    return store.with_name(f".{store.name}{suffix}")


def _lock(store: Path) -> FileLock:
    return FileLock(beside(store, ".lock"), mode=0o600)


def _check_elsewhere(store: Path) -> None:
    if holder := _noted_elsewhere(store):
        raise InUse(
            "{store} is in use by {holder}, on another machine: close it there. If it is open there no longer, "
            "“doctor --let-go” takes it from there.",
            holder=holder,
            store=store,
        )


def _noted(store: Path) -> Holder | None:
    try:
        return Holder(**json.loads(beside(store, ".holder").read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return None


def _noted_elsewhere(store: Path) -> Holder | None:
    holder = _noted(store)
    return holder if holder is not None and holder.elsewhere else None
