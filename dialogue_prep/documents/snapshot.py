"""What is kept of a document as it was written: the base of a merge, of an addendum, of a comparison."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, replace
from typing import Any

from dialogue_prep.documents.canonical import canonical_json, unit_hash
from dialogue_prep.documents.lists import parted
from dialogue_prep.documents.looks import marks_of, written_marks
from dialogue_prep.documents.model import (
    Block,
    Columns,
    Contents,
    Divider,
    Document,
    Field,
    Heading,
    Inline,
    Line,
    NewSection,
    PageBreak,
    Run,
    Table,
    Unit,
    units,
)

FORMAT = 3
"""Raised when the form changes; a snapshot says which one it is in.

Format 1 held units alone; format 2 neither prompts nor looks of units, nor what stands around the lines.
"""


@dataclass(frozen=True, slots=True)
class KeptUnit:
    """A unit as it was written; `key` as it reads in a manifest, `hash` the SHA-256 (hex) of its words.

    `prompt` is what stood there while there were no words; `marks` are its look, as `written_marks` has it.
    """

    key: str
    unit_class: str
    text: str
    hash: str
    prompt: str = ""
    marks: str = ""


@dataclass(frozen=True, slots=True)
class KeptLine:
    """One paragraph as it was read, units and all: prompts where there was nothing, “…” for a number of a page.

    `block` counts the blocks of the document from 0; a line of a table is in a `row` (0 is the head, where there is
    one) and a `column`, both -1 elsewhere. `role` is “heading 1” ... or a role; `units` are the keys of its units.
    """

    text: str
    role: str
    block: int
    row: int = -1
    column: int = -1
    units: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A document as it was written; one of format 1 has no lines.

    `around` are the words of lines that are no part of what it says: contents, dividers, who wrote it.
    """

    key: str
    title: str
    units: tuple[KeptUnit, ...]
    lines: tuple[KeptLine, ...]
    around: tuple[str, ...] = ()


def snapshot(document: Document) -> bytes:
    """Return every unit and every line of a document, in reading order, as compressed JSON."""
    content = {
        "format": FORMAT,
        "document": document.key,
        "title": document.title,
        "units": [_unit(unit) for unit in units(document)],
        "lines": [asdict(line) for line in lines_of(document)],
        "around": list(_around(document)),
    }
    return zlib.compress(canonical_json(content), 9)


def read_snapshot(kept: bytes) -> Snapshot | None:
    """Return what was kept, of any format so far; None where it cannot be read."""
    try:
        content: dict[str, Any] = json.loads(zlib.decompress(kept).decode(errors="surrogatepass"))
        return Snapshot(
            content["document"],
            content.get("title", ""),
            tuple(_kept_unit(unit) for unit in content["units"]),
            tuple(KeptLine(**{**line, "units": tuple(line["units"])}) for line in content.get("lines", ())),
            tuple(content.get("around", ())),
        )
    except (zlib.error, ValueError, KeyError, TypeError):
        return None


def _unit(unit: Unit) -> dict[str, str]:
    told = {"key": str(unit.key), "class": unit.unit_class, "text": unit.text, "hash": unit_hash(unit)}
    beside = {"prompt": unit.prompt, "marks": written_marks(marks_of(unit.runs))}
    return told | {name: words for name, words in beside.items() if words}


def _kept_unit(unit: dict[str, str]) -> KeptUnit:
    return KeptUnit(
        unit["key"], unit["class"], unit["text"], unit["hash"], unit.get("prompt", ""), unit.get("marks", "")
    )


def _around(document: Document) -> Iterator[str]:
    for block in document.blocks:
        if isinstance(block, Divider):
            yield from (block.overline, block.note)
        elif isinstance(block, Contents):
            yield from (part.title for part in block.parts)
    yield from (line.text for block in document.colophon for line in _block(block, 0))


def lines_of(document: Document) -> tuple[KeptLine, ...]:
    """Return the lines of a document in reading order; those of the colophon are about the file and not among them."""
    return tuple(line for place, block in enumerate(document.blocks) for line in _block(block, place))


def _block(block: Block, place: int) -> Iterator[KeptLine]:
    match block:
        case Table():
            for number, row in enumerate((block.header, *block.rows) if block.header else block.rows):
                for column, cell in enumerate(row):
                    for paragraph in cell.paragraphs:
                        yield _line(paragraph, place, number, column)
        case Columns():
            for line in block.lines:
                yield from _lines(line, place)
        case Divider():
            yield KeptLine(block.title, "divider", place)
        case PageBreak() | NewSection() | Contents():
            return
        case _:
            yield from _lines(block, place)


def _lines(line: Line, place: int) -> Iterator[KeptLine]:
    """Yield a line as it is shown; all lines of a unit that holds a list are its own."""
    whole = _line(line, place)
    for part in parted(line):
        yield replace(_line(part, place), units=whole.units)


def _line(line: Line, place: int, row: int = -1, column: int = -1) -> KeptLine:
    role = f"heading {line.level}" if isinstance(line, Heading) else str(line.role)
    keys = tuple(str(inline.key) for inline in line.inlines if isinstance(inline, Unit))
    return KeptLine(_words(line.inlines), role, place, row, column, keys)


def _words(inlines: Iterable[Inline]) -> str:
    return "".join(_inline(inline) for inline in inlines)


def _inline(inline: Inline) -> str:
    match inline:
        case Run():
            return inline.text
        case Unit():
            return inline.text or inline.prompt
        case Field():
            return "…"
