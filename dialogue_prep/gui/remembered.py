"""How the windows were left: which stores were open, where one was in each, how wide columns and parts are.

Nothing of a store's words is in it: only paths, identifiers, sizes, and what the user has typed into filters; of a
protected store not even that.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings
from PySide6.QtWidgets import QSplitter, QTableView, QWidget

from dialogue_prep.store.server_address import ServerAddress, made_address

_MOST_RECENT, _MOST_COMMANDS = 8, 12
_RECENT, _SERVER, _COMMANDS = "recent", "server", "commands"


@dataclass(frozen=True, slots=True)
class Spot:
    """Where somebody was in a store: dialogue, round, and page; empty where that is not known."""

    dialogue_id: str = ""
    round_id: str = ""
    page: str = ""


class Remembered:
    """Keeps it in one file, which Qt reads and writes; a file that cannot be read is as if nothing was remembered."""

    def __init__(self, file: Path) -> None:
        self._file = QSettings(str(file), QSettings.Format.IniFormat)

    def recent(self) -> tuple[Path, ...]:
        """Return the stores that were opened last, the latest first; they may be there no longer."""
        return tuple(Path(one) for one in self._list(_RECENT))

    def note_store(self, store: Path) -> None:
        """Note that a store was opened."""
        store = store.absolute()
        self._keep_recent([store, *(one for one in self.recent() if one != store)][:_MOST_RECENT])

    def forget_store(self, store: Path) -> None:
        """Take a store off the list, with all that is remembered of it."""
        self._keep_recent([one for one in self.recent() if one != store])
        self._file.remove(_key(store))

    def server(self) -> ServerAddress | None:
        """Return the store on a server that was opened last, without its password."""
        named = str(self._file.value(_SERVER, "") or "").split("\n")
        if len(named) != 3 or not named[1]:
            return None
        server, database, user = named
        return made_address(server, database, user, "")

    def note_server(self, address: ServerAddress) -> None:
        """Note that a store on a server was opened."""
        self._file.setValue(_SERVER, f"{address.server}\n{address.database}\n{address.user}")

    def commands(self) -> tuple[str, ...]:
        """Return the commands that were run by their names, the latest first."""
        return tuple(self._list(_COMMANDS))

    def note_command(self, command: str) -> None:
        """Note that a command was run by its name."""
        others = [one for one in self.commands() if one != command]
        self._file.setValue(_COMMANDS, [command, *others][:_MOST_COMMANDS])

    def spot(self, store: Path) -> Spot:
        """Return where somebody was in a store last."""
        found = [str(self._file.value(f"{_key(store)}/{name}", "") or "") for name in ("dialogue", "round", "page")]
        return Spot(*found)

    def note_spot(self, store: Path, spot: Spot) -> None:
        """Note where somebody is in a store."""
        if spot != self.spot(store):
            for name, value in (("dialogue", spot.dialogue_id), ("round", spot.round_id), ("page", spot.page)):
                self._file.setValue(f"{_key(store)}/{name}", value)

    def page(self, store: Path, name: str) -> str:
        """Return how a page was left in a store, empty where that is not known."""
        return str(self._file.value(f"{_key(store)}/page-{name}", "") or "")

    def note_page(self, store: Path, name: str, state: str) -> None:
        """Note how a page is left in a store."""
        self._file.setValue(f"{_key(store)}/page-{name}", state)

    def restore_window(self, window: QWidget) -> None:
        """Give the window its former place and size."""
        if state := _bytes(self._file.value("window/geometry")):
            window.restoreGeometry(state)

    def note_window(self, window: QWidget) -> None:
        """Note place and size of the window."""
        self._file.setValue("window/geometry", window.saveGeometry())

    def restore_parts(self, name: str, page: QWidget) -> None:
        """Give the tables and parts of a page the widths that the user gave them, where they are still the same."""
        for key, part in _parts(name, page):
            state = _bytes(self._file.value(key))
            if not state:
                continue
            if isinstance(part, QSplitter):
                part.restoreState(state)
            elif part.horizontalHeader().restoreState(state) and part.isSortingEnabled():
                head = part.horizontalHeader()
                part.sortByColumn(head.sortIndicatorSection(), head.sortIndicatorOrder())

    def note_parts(self, name: str, page: QWidget) -> None:
        """Note the widths of the tables and parts of a page."""
        for key, part in _parts(name, page):
            kept = part if isinstance(part, QSplitter) else part.horizontalHeader()
            self._file.setValue(key, kept.saveState())

    def settle(self) -> None:
        """Write everything into the file now."""
        self._file.sync()

    def _list(self, key: str) -> list[str]:
        kept = self._file.value(key, [])
        return [one for one in (kept if isinstance(kept, list) else [kept]) if isinstance(one, str) and one]

    def _keep_recent(self, stores: list[Path]) -> None:
        self._file.setValue(_RECENT, [str(one) for one in stores])


def _key(store: Path) -> str:
    """Return the section of a store; its path has characters that such a file would have to escape."""
    return f"store-{sha256(str(store.absolute()).encode(errors='surrogateescape')).hexdigest()[:16]}"


def _parts(name: str, page: QWidget) -> Iterator[tuple[str, QSplitter | QTableView]]:
    """Yield what of a page can be made wider, each with a key that changes with its shape."""
    for place, splitter in enumerate(page.findChildren(QSplitter)):
        yield f"{name}/splitter-{place}-of-{splitter.count()}", splitter
    for place, table in enumerate(page.findChildren(QTableView)):
        columns = table.horizontalHeader().count()
        if columns:
            yield f"{name}/table-{place}-of-{columns}", table


def _bytes(value: object) -> QByteArray | None:
    return value if isinstance(value, QByteArray) and not value.isEmpty() else None
