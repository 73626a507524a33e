"""Writes a document as a page for the preview: rich text as Qt's text browser understands it.

No colour of text or ground is named but that of prompts and of what is quiet, and those are of middle brightness: the
page takes the others from the window, so that it can be read in its light and in its dark form.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape
from typing import assert_never
from urllib.parse import quote

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
    Row,
    Run,
    Table,
    Tone,
    Unit,
    words_of_line,
)

QUIET, CAUTION = "#7c8594", "#b8741a"
"""Colours with a contrast of at least 3.5 to white as well as to the ground of a dark window."""

_GROUNDS = {Tone.GOOD: "#4f8f68", Tone.CAUTION: CAUTION, Tone.DONE: "#6a87b0", Tone.QUIET: QUIET}
"""Grounds on which the dark words of a light window can be read as well as the light ones of a dark window."""

_QUIET_ROLES = (
    Role.OVERLINE,
    Role.ITEM_LINE,
    Role.DETAILS,
    Role.REMARK,
    Role.PROPOSAL,
    Role.COLUMN_HEAD,
    Role.CELL_QUIET,
    Role.CELL_REMARK,
    Role.PAGE_FOOT,
)
_SIZES = {
    Role.TITLE: 16,
    Role.PART_TITLE: 18,
    Role.POINT: 13,
    Role.PROPOSAL: 12,
    Role.REMARK: 9,
    Role.COLUMN_HEAD: 9,
    Role.CELL_REMARK: 9,
    Role.PICTURE_LABEL: 9,
    Role.PAGE_MARKING: 9,
    Role.PAGE_FOOT: 9,
}
_HEADING_SIZES = {1: 14, 2: 10, 3: 10}
_BULLETS = {Role.POINT: "•", Role.PROPOSAL: "○", Role.BULLET: "•"}
_SIZE = 10


GAP_SCHEME = "gap"
"""What addresses of gaps begin with; what follows is the key of the unit that is still empty."""


def write_html(document: Document, scale: float = 1.0) -> str:
    """Return a document as a whole page; what stands on each page of the paper stands once, at the top and the foot.

    Gaps are links (`gap:` and the key of their unit). Letters are `scale` times as large as on paper.
    """
    parts = [
        "<!DOCTYPE html>",
        f'<html lang="{escape(document.language)}"><head><meta charset="utf-8"><title>{escape(document.title)}</title>',
        f"<style>{_style(scale)}</style></head><body>",
        *(_block(block) for block in document.header),
        *(_block(part) for block in (*document.blocks, *document.colophon) for part in shown(block)),
        "<hr>",
        *(_block(block) for block in document.footer),
        "</body></html>",
    ]
    return "\n".join(part for part in parts if part) + "\n"


def _style(scale: float) -> str:
    rules = ["p { margin: 3px 0 6px 0; }", "table { margin: 4px 0 10px 0; }"]
    rules += [f".{_name(role)} {{ font-size: {_SIZES.get(role, _SIZE) * scale:g}pt;{_colour(role)} }}" for role in Role]
    rules += [
        f".heading-{level} {{ font-size: {size * scale:g}pt; margin-top: 12px; }}"
        for level, size in _HEADING_SIZES.items()
    ]
    rules += [f".heading-2 {{ color: {QUIET}; }}", f".gap {{ color: {CAUTION}; font-style: italic; }}"]
    rules.append(f".ruled td {{ border-bottom: 1px solid {QUIET}; }}")
    return "\n".join(rules)


def _colour(role: Role) -> str:
    if role is Role.PROMPT:
        return f" color: {CAUTION}; font-style: italic;"
    return f" color: {QUIET};" if role in _QUIET_ROLES else ""


# Columns of at most this share of a table (per cent) hold numbers and hours.
_NARROW = 10
_ONE_WORD = 16


def _name(role: Role) -> str:
    return role.replace(" ", "-")


def _block(block: Block) -> str:
    match block:
        case Heading():
            # Qt multiplies whatever size a heading is given by one of its own, so that none would be as on paper.
            return f'<p class="heading-{block.level}"><b>{_inlines(block.inlines)}</b></p>'
        case Paragraph(role=Role.TITLE):
            return f'<p class="title"><b>{_inlines(block.inlines)}</b></p>'
        case Paragraph(role=Role.QUOTATION):
            return f'<blockquote><p class="quotation">{_inlines(block.inlines)}</p></blockquote>'
        case Paragraph(role=Role.PAGE_MARKING):
            return f'<p class="page-marking" align="right"><b>{_inlines(block.inlines)}</b></p>'
        case Paragraph():
            return _paragraph(block)
        case ListItem():
            # A table of one row hangs the second line under the first, which a list of one item does less well in Qt.
            bullet, words = _BULLETS[block.role], _inlines(block.inlines)
            cells = f'<td class="{_name(block.role)}">{bullet}&nbsp;</td><td class="{_name(block.role)}">{words}</td>'
            return f'<table border="0" cellspacing="0" cellpadding="1"><tr>{cells}</tr></table>'
        case Table():
            return "".join(_table(block))
        case Columns() | Divider() | Contents():
            return "".join(_of_its_own(block))
        case PageBreak() | NewSection():
            return "<hr>"
        case _:
            assert_never(block)


def _of_its_own(block: Columns | Divider | Contents) -> Iterator[str]:
    match block:
        case Columns():
            yield from _columns(block)
        case Contents():
            yield from (f"<p>{_inline(Run(part.title))}</p>" for part in block.parts)
        case Divider():
            yield f'<p class="part-title"><b>{_inline(Run(block.title))}</b></p>'
            yield f'<p class="overline">{escape(block.overline)}</p><p class="details">{escape(block.note)}</p>'


def _paragraph(paragraph: Paragraph) -> str:
    return f'<p class="{_name(paragraph.role)}">{_inlines(paragraph.inlines)}</p>'


def _table(table: Table) -> Iterator[str]:
    shares = [round(100 * width / sum(table.widths)) for width in table.widths]
    look = "drawn" if table.description else "ruled"
    yield f'<table class="{look}" border="0" cellspacing="0" cellpadding="4" width="100%">'
    if table.header:
        yield f"<thead>{_row(table.header, shares)}</thead>"
    yield from (_row(row, shares) for row in table.rows)
    yield "</table>"


def _columns(columns: Columns) -> Iterator[str]:
    yield '<table border="0" cellspacing="0" cellpadding="4" width="100%">'
    for row in columns.rows:
        sides = ("".join(_block(part) for line in side for part in shown(line)) for side in row)
        yield "<tr>" + "".join(f'<td width="50%">{words}</td>' for words in sides) + "</tr>"
    yield "</table>"


def _row(row: Row, shares: list[int]) -> str:
    cells = (
        f'<td width="{share}%"{_ground(cell)}>{_cell(cell, narrow=share <= _NARROW)}</td>'
        for cell, share in zip(row, shares, strict=True)
    )
    return f"<tr>{''.join(cells)}</tr>"


def _ground(cell: Cell) -> str:
    return f' bgcolor="{_GROUNDS[cell.tone]}"' if cell.tone in _GROUNDS else ""


def _cell(cell: Cell, *, narrow: bool) -> str:
    """Return the words of a cell; in a narrow column they hold together, so that an hour is not cut in two.

    So does a single word, which Qt would else break at its hyphen.
    """
    words = "".join(_paragraph(paragraph) for paragraph in cell.paragraphs)
    says = " ".join(words_of_line(paragraph) for paragraph in cell.paragraphs)
    held = narrow or (len(says) <= _ONE_WORD and not any(letter.isspace() for letter in says.strip()))
    return words.replace("<p ", '<p style="white-space: nowrap" ') if held else words


def _inlines(inlines: Iterable[Inline]) -> str:
    return "".join(_inline(inline) for inline in inlines)


def _inline(inline: Inline) -> str:
    match inline:
        case Run():
            words = (
                escape(inline.text)
                .replace("\n", "<br>")
                .replace("\N{EM SPACE}", "&nbsp;&nbsp;")
                .replace("\t", "&nbsp; ")
            )
            words = f"<b>{words}</b>" if inline.strong else words
            words = f"<u>{words}</u>" if inline.underline or inline.link else words
            words = f"<sup>{words}</sup>" if inline.superscript else words
            words = f"<i>{words}</i>" if inline.emphasis else words
            return f'<span class="gap">{words}</span>' if inline.missing else words
        case Unit():
            return _inlines(inline.runs) if inline.text else _gap(inline)
        case Field():
            return "1"  # the preview is one page without end
        case _:
            assert_never(inline)


def _gap(unit: Unit) -> str:
    return f'<a class="gap" href="{GAP_SCHEME}:{quote(str(unit.key))}">{escape(unit.prompt)}</a>' if unit.prompt else ""
