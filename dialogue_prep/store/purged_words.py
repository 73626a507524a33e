"""Words that are to be nowhere any more, and whether they are still somewhere: in a text, in another store's file."""

from __future__ import annotations

import json
import sqlite3
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from dialogue_prep.store.cipher import is_plain
from dialogue_prep.store.encrypted_pages import decrypted
from dialogue_prep.store.faults import faults
from dialogue_prep.store.plain_reading import opened_to_read, rows_of, tables_of
from dialogue_prep.store.search import fold
from dialogue_prep.store.store_key import StoreKey

# A line of one letter stands everywhere, and says nothing; one of so many bytes can be looked for in a file.
_FEWEST, _FEWEST_BYTES = 2, 8


@dataclass(frozen=True, slots=True)
class Lines:
    """Lines of text, each as it was written by how it is folded: without case, accents and signs."""

    written: dict[str, str]

    @classmethod
    def of(cls, texts: Iterable[str]) -> Lines:
        return cls({folded: line for text in texts for folded, line in lines_in(text)})

    def without(self, others: Lines) -> Lines:
        """Return those that are not among others."""
        return Lines({folded: line for folded, line in self.written.items() if folded not in others.written})

    def any_of(self, text: str) -> bool:
        """Say whether one of these is a line of a text."""
        return any(folded in self.written for folded, _line in lines_in(text))

    def within(self, text: str) -> bool:
        """Say whether one of these stands anywhere in a text, between words."""
        whole = f" {' '.join(fold(text).split())} "
        return any(f" {folded} " in whole for folded in self.written)

    def in_bytes(self, content: bytes) -> bool:
        """Say whether one of these stands in the bytes of a file, be it in a page that is free."""
        sought = (line.encode() for line in self.written.values())
        return any(line in content for line in sought if len(line) >= _FEWEST_BYTES)


def lines_in(text: str) -> Iterator[tuple[str, str]]:
    """Yield the lines of a text, folded and as they are written."""
    for line in text.splitlines():
        folded = " ".join(fold(line).split())
        if len(folded) >= _FEWEST:
            yield folded, line.strip()


def unpacked(base: bytes) -> str:
    """Return the words of what is kept of a paper as it was written; none where nothing is kept."""
    try:
        content = json.loads(zlib.decompress(base).decode(errors="replace"))
    except (zlib.error, ValueError):
        return ""
    return "\n".join(_strings(content))


def holds_any(store: Path, lines: Lines, *, key: StoreKey | None = None) -> bool:
    """Say whether any of the lines stands in a store of whatever version; one that cannot be read may hold them all."""
    try:
        content = store.read_bytes()
        if lines.in_bytes(decrypted(content, key) if key is not None and not is_plain(store) else content):
            return True
        with opened_to_read(store, key=key) as connection:
            return any(_holds(content, lines) for content in _contents(connection))
    except faults(OSError):
        return True


def _contents(connection: sqlite3.Connection) -> Iterator[object]:
    for table in tables_of(connection):
        if table != "search":  # what is folded there stands in the records
            for row in rows_of(connection, table):
                yield from row.values()


def _holds(content: object, lines: Lines) -> bool:
    if isinstance(content, bytes):
        return lines.within(unpacked(content))
    if not isinstance(content, str):
        return False
    if not content.startswith("{"):
        return lines.any_of(content)
    try:
        strings = list(_strings(json.loads(content)))
    except ValueError:
        strings = [content]
    return any(lines.any_of(one) for one in strings)


def _strings(content: object) -> Iterator[str]:
    if isinstance(content, str):
        yield content
    elif isinstance(content, dict | list):
        for one in content.values() if isinstance(content, dict) else content:
            yield from _strings(one)
