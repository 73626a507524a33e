"""The one canonical form of a document, of which its hashes are."""

from __future__ import annotations

import json
from collections.abc import Iterable
from hashlib import sha256

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
    Run,
    Table,
    Tone,
    Unit,
)


def content_hash(document: Document) -> str:
    """Return the SHA-256 (hex) of what the paper says.

    Version, day and colophon are left out: another number or another drafter is no change of content.
    """
    second = {"second language": document.second_language} if document.second_language else {}
    content = {
        "title": document.title,
        "language": document.language,
        **second,
        "marking": document.marking,
        "blocks": [_block(block) for block in document.blocks],
    }
    return sha256(canonical_json(content)).hexdigest()


def unit_hash(unit: Unit) -> str:
    """Return the SHA-256 (hex) of the words of a unit, without regard to their look."""
    return words_hash(unit.text)


def words_hash(words: str) -> str:
    """Return the SHA-256 (hex) of words."""
    return sha256(words.encode(errors="surrogatepass")).hexdigest()


def canonical_json(content: object) -> bytes:
    """Return a value as JSON, the same bytes for equal values."""
    # A text that was never cleaned may hold half a character; it must not keep the rest from being hashed.
    return json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode(errors="surrogatepass")


def _block(block: Block) -> object:
    match block:
        case PageBreak():
            return "page break"
        case NewSection():
            return {"section": [[_block(paragraph) for paragraph in part] for part in (block.header,)]}
        case Divider():
            return {"divider": [block.number, block.overline, block.title, block.note]}
        case Contents():
            return {"contents": [part.title for part in block.parts]}
        case Columns():
            return {"columns": [[[_block(line) for line in side] for side in row] for row in block.rows]}
        case Table():
            rows = [[_cell(cell) for cell in row] for row in (block.header, *block.rows)]
            told = {"description": block.description} if block.description else {}
            return {"table": block.caption, "widths": block.widths, "rows": rows, **told}
        case Heading():
            return {f"heading {block.level}": _inlines(block.inlines)}
        case Paragraph() | ListItem():
            return {block.role: _inlines(block.inlines)}


def _cell(cell: Cell) -> object:
    words = [_block(paragraph) for paragraph in cell.paragraphs]
    return words if cell.tone is Tone.NONE else {"tone": cell.tone, "words": words}


def _inlines(inlines: Iterable[Inline]) -> object:
    return [_inline(inline) for inline in inlines]


def _inline(inline: Inline) -> object:
    match inline:
        case Run():
            look = [inline.text, inline.strong, inline.emphasis, inline.language]
            own = [inline.underline, inline.superscript, inline.link]
            return look + own if any(own) else look
        case Field():
            return inline.kind
        case Unit():
            runs = _inlines(inline.runs)
            return {"unit": str(inline.key), "class": inline.unit_class, "runs": runs, "prompt": inline.prompt}
