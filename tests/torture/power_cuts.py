"""A disk that remembers what was asked of it, so that its power can be cut at any moment, as often as one likes.

One run of a store is written down operation by operation. What lay on the disk when the power went is then made of
that: whatever was synced is there; of what was not, each sector is there or not, as chance has it, and a file that was
made or deleted is there or not until its folder was synced.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import apsw

SECTOR = 512

Statement = tuple[str, Any]
"""Words of SQL with what is bound to them."""


@dataclass(frozen=True, slots=True)
class Event:
    """One operation on a file by its name, or `acknowledged`: that the number of a commit was told."""

    what: str
    name: str = ""
    at: int = 0
    content: bytes = b""


@dataclass(slots=True)
class Node:
    """One file: what of it would outlast a power cut, and what was written since."""

    synced: bytearray = field(default_factory=bytearray)
    pending: list[Event] = field(default_factory=list)

    def sync(self) -> None:
        for event in self.pending:
            _apply(self.synced, event)
        self.pending.clear()

    def whole(self) -> bytes:
        content = bytearray(self.synced)
        for event in self.pending:
            _apply(content, event)
        return bytes(content)

    def what_is_left(self, chance: random.Random) -> bytes:
        """Return the file after a power cut."""
        content = bytearray(self.synced)
        for event in self.pending:
            for part in _sectors(event):
                if chance.random() < 0.5:
                    _apply(content, part)
        return bytes(content)


@dataclass(slots=True)
class Folder:
    """The files of a folder by name, as they would outlast a power cut and as they are."""

    synced: dict[str, Node] = field(default_factory=dict)
    now: dict[str, Node] = field(default_factory=dict)

    def happen(self, event: Event) -> None:
        match event.what:
            case "make":
                self.now.setdefault(event.name, Node())
            case "delete":
                self.now.pop(event.name, None)
            case "sync folder":
                self.synced = dict(self.now)
            case "sync":
                self.now[event.name].sync()
                if self.synced.get(event.name) is not self.now[event.name]:
                    self.synced = dict(self.now)  # SQLite syncs the folder with the first sync of a new file
            case "write" | "truncate":
                self.now[event.name].pending.append(event)


class Disk(apsw.VFS):
    """The files of one folder, written by SQLite; `events` tells in order what it asked for."""

    def __init__(self, folder: Path) -> None:
        self.name = f"disk {folder}"
        self.folder = folder
        self.events: list[Event] = []
        super().__init__(self.name, "")

    def begin_with(self, name: str, content: bytes) -> None:
        """Put a file there that has long been synced."""
        (self.folder / name).write_bytes(content)
        self.events += [Event("make", name), Event("write", name, 0, content), Event("sync", name)]

    def run(self, name: str, pragmas: Iterable[str], requests: Iterable[Iterable[Statement]]) -> None:
        """Carry out requests on a store, each acknowledged once SQLite says that it is kept."""
        connection = apsw.Connection(str(self.folder / name), vfs=self.name)
        try:
            for pragma in pragmas:
                connection.execute(f"PRAGMA {pragma}")
            for number, request in enumerate(requests, start=1):
                for words, bound in request:
                    connection.execute(words, bound or ()).fetchall()
                self.events.append(Event("acknowledged", at=number))
            cut = len(self.events)
        finally:
            connection.close()
        del self.events[cut:]  # what a closing program tidies up comes too late for a power cut

    def xOpen(self, name: Any, flags: list[int]) -> _File:
        return _File(self, name, flags)

    def xDelete(self, filename: str, syncdir: bool) -> None:
        super().xDelete(filename, syncdir)
        self.events.append(Event("delete", Path(filename).name))
        if syncdir:
            self.events.append(Event("sync folder"))


class _File(apsw.VFSFile):
    def __init__(self, disk: Disk, name: Any, flags: list[int]) -> None:
        super().__init__("", name, flags)
        self._disk = disk
        self._name = Path(name.filename() if isinstance(name, apsw.URIFilename) else name).name
        if flags[0] & apsw.SQLITE_OPEN_CREATE:
            self._tell("make")

    def xWrite(self, data: bytes, offset: int) -> None:
        super().xWrite(data, offset)
        self._tell("write", offset, bytes(data))

    def xTruncate(self, newsize: int) -> None:
        super().xTruncate(newsize)
        self._tell("truncate", newsize)

    def xSync(self, flags: int) -> None:
        super().xSync(flags)
        self._tell("sync")

    def _tell(self, what: str, at: int = 0, content: bytes = b"") -> None:
        self._disk.events.append(Event(what, self._name, at, content))


Left = Callable[[Node], bytes]


def cut(events: list[Event], moment: int, chance: random.Random) -> tuple[int, dict[str, bytes]]:
    """Return the last commit that was acknowledged before a moment, and the files after a power cut at that moment."""
    acknowledged, folder = _until(events, moment)
    names = sorted(folder.synced.keys() | folder.now.keys())
    entries = {name: chance.choice([folder.synced, folder.now]).get(name) for name in names}
    return acknowledged, {name: node.what_is_left(chance) for name, node in entries.items() if node is not None}


def killed(events: list[Event], moment: int) -> tuple[int, dict[str, bytes]]:
    """Return the same where the process alone is killed: what it wrote is all there."""
    acknowledged, folder = _until(events, moment)
    return acknowledged, {name: node.whole() for name, node in folder.now.items()}


def _until(events: list[Event], moment: int) -> tuple[int, Folder]:
    folder, acknowledged = Folder(), 0
    for event in events[:moment]:
        folder.happen(event)
        acknowledged = event.at if event.what == "acknowledged" else acknowledged
    return acknowledged, folder


def _sectors(event: Event) -> Iterator[Event]:
    if event.what == "truncate":
        yield event
        return
    for start in range(0, len(event.content), SECTOR):
        yield Event("write", event.name, event.at + start, event.content[start : start + SECTOR])


def _apply(content: bytearray, event: Event) -> None:
    if event.what == "truncate":
        del content[event.at :]
        return
    content.extend(bytes(max(0, event.at - len(content))))
    content[event.at : event.at + len(event.content)] = event.content
