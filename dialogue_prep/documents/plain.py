"""Writes a document as plain text: for the terminal, for a message, for a search."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import assert_never
from unicodedata import east_asian_width

from dialogue_prep.documents.lists import shown
from dialogue_prep.documents.model import (
    Block,
    Cell,
    Columns,
    Contents,
    Divider,
    Document,
    Field,
    Heading,
    Inline,
    ListItem,
    NewSection,
    PageBreak,
    Paragraph,
    Role,
    Run,
    Table,
    Unit,
)

_BULLETS = {Role.POINT: "• ", Role.PROPOSAL: "○ ", Role.BULLET: "- "}
_UNDERLINES = {1: "=", 2: "-", 3: "."}


def write_plain(document: Document) -> str:
    """Return a document as lines of text, ended by a newline; what stands on each page stands once, at the top."""
    blocks = (*document.blocks, *document.colophon)
    lines = [document.marking] if document.marking else []
    for part in chain.from_iterable(map(shown, blocks)):
        lines.extend(_block(part))
    return "\n".join(line.rstrip() for line in lines).strip("\n") + "\n"


def _block(block: Block) -> Iterator[str]:
    match block:
        case Heading():
            words = _inlines(block.inlines)
            yield from ("", words, _UNDERLINES[block.level] * _columns(words))
        case Paragraph():
            words = _inlines(block.inlines)
            yield from ("", words, "#" * _columns(words)) if block.role is Role.TITLE else ("", words)
        case ListItem():
            yield _BULLETS[block.role] + _inlines(block.inlines).replace("\n", "\n  ")
        case Columns():
            for part in chain.from_iterable(map(shown, block.lines)):
                yield from _block(part)
        case Table() if block.description:
            yield from ("", block.description)
        case Table():
            yield from ("", *_table(block))
        case Divider() | Contents():
            yield from _of_a_book(block)
        case PageBreak() | NewSection():
            yield from ("", "\N{BOX DRAWINGS LIGHT HORIZONTAL}" * 72)
        case _:
            assert_never(block)


def _of_a_book(block: Divider | Contents) -> Iterator[str]:
    if isinstance(block, Contents):
        yield from (part.title for part in block.parts)
    else:
        yield from ("", block.title, "#" * _columns(block.title), block.overline, block.note)


def _table(table: Table) -> Iterator[str]:
    rows = [[_cell(cell) for cell in row] for row in ((table.header,) if table.header else ()) + table.rows]
    widths = [max(_columns(row[column]) for row in rows) for column in range(len(table.widths))] if rows else []
    for number, row in enumerate(rows):
        yield "  ".join(words + " " * (width - _columns(words)) for words, width in zip(row, widths, strict=True))
        if table.header and number == 0:
            yield "  ".join("-" * width for width in widths)


def _columns(words: str) -> int:
    """Return how many columns of a terminal words take up: East Asian characters two each."""
    return sum(2 if east_asian_width(character) in "WF" else 1 for character in words)


def _cell(cell: Cell) -> str:
    return " / ".join(_inlines(paragraph.inlines).replace("\n", " ") for paragraph in cell.paragraphs)


def _inlines(inlines: Iterable[Inline]) -> str:
    return "".join(_inline(inline) for inline in inlines)


def _inline(inline: Inline) -> str:
    match inline:
        case Run():
            return inline.text.replace("\t", " ")
        case Unit():
            return inline.text or inline.prompt
        case Field():
            return "…"
        case _:
            assert_never(inline)
