"""The body of a Word file, written as WordprocessingML directly: to build it node by node takes ten times as long."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import assert_never

from dialogue_prep.documents.lists import parted
from dialogue_prep.documents.model import (
    Block,
    Cell,
    Columns,
    Contents,
    Divider,
    Heading,
    Line,
    ListItem,
    NewSection,
    PageBreak,
    Paragraph,
    Role,
    Row,
    Run,
    Table,
    Tone,
)
from dialogue_prep.documents.word.characters import escaped
from dialogue_prep.documents.word.contents import anchor, contents_lines, entry_field
from dialogue_prep.documents.word.heights import fits
from dialogue_prep.documents.word.runs import LineWriter
from dialogue_prep.documents.word.styles import CONTENTS, HEADINGS, PICTURE, STYLE_NAMES, TABLE

TWIPS_A_MILLIMETRE = 1440 / 25.4
COLUMN = 81.0
"""The width of one of two columns, in millimetres: half of what is between the margins of a page of A4."""

_GROUNDS = {Tone.GOOD: "CFE6D8", Tone.CAUTION: "F6DFB2", Tone.DONE: "D3DDEB", Tone.QUIET: "E7E9ED"}
"""Grounds light enough for black words, and apart from each other in print without colour."""


_RULE = "C9CED6"
_NO_MARGINS = '<w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar>'


# Word wants a paragraph after the last table; one that is all but invisible does not begin a page of its own. Where
# even that has no room, the last row goes with it, so that no page is empty.
_AFTER_THE_LAST_TABLE = (
    '<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="1" w:lineRule="exact"/><w:rPr><w:sz w:val="2"/></w:rPr>'
    "</w:pPr></w:p>"
)


class BodyWriter:
    """Writes blocks one after the other; `styles` gives the id of each style by its name."""

    def __init__(self, lines: LineWriter, styles: Mapping[str, str]) -> None:
        self.room = 2 * COLUMN
        """How wide tables may be, in millimetres; a wider one is narrowed."""
        self._lines = lines
        self._roles = {role: styles[name] for role, name in STYLE_NAMES.items()}
        self._headings = [styles[name] for name in HEADINGS]
        self._contents = styles[CONTENTS]
        self._table, self._picture = styles[TABLE], styles[PICTURE]
        self._new_page = False
        self._sections: Iterator[str] = iter(())

    def write(self, blocks: Iterable[Block], sections: Iterable[str] = ()) -> str:
        """Return the blocks as WordprocessingML; `sections` are the properties of those that end within, in order."""
        self._sections = iter(sections)
        parts: list[str] = []
        after_table = False
        blocks = tuple(blocks)
        for place, block in enumerate(blocks, start=1):
            if after_table and isinstance(block, Table | Columns):
                # Two tables with nothing between them would be one.
                parts.append(self._paragraph("", self._roles[Role.CELL_REMARK], keep=True))
            if after_table and isinstance(block, NewSection):
                after_table = False
            if not isinstance(block, PageBreak):
                after_table = isinstance(block, Table | Columns)
            parts.append(self._block(block, ends=place == len(blocks)))
        if after_table:
            parts.append(_AFTER_THE_LAST_TABLE)
        return "".join(parts)

    def _block(self, block: Block, *, ends: bool) -> str:
        match block:
            case PageBreak():
                self._new_page = True
                return ""
            case Heading() | Paragraph() | ListItem():
                return self._line(block)
            case Columns():
                return self._columns(block)
            case NewSection():
                # The properties of a section stand at its end.
                style = f'<w:pStyle w:val="{self._roles[Role.CELL_REMARK]}"/>'
                return f"<w:p><w:pPr>{style}{next(self._sections)}</w:pPr></w:p>"
            case Divider():
                return self._divider(block)
            case Contents():
                return "".join(self._paragraph(line, self._contents) for line in contents_lines(block))
            case Table():
                return self._write_table(block, ends=ends)
            case _:
                assert_never(block)

    def _line(self, line: Line, *, keep: bool | None = None) -> str:
        parts = parted(line)
        if len(parts) > 1:
            contents = self._lines.write_parts([part.inlines for part in parts])
            styled = zip(contents, map(self._style, parts), strict=True)
            return "".join(self._paragraph(content, style, keep=keep) for content, style in styled)
        (line,) = parts
        slanted = isinstance(line, Paragraph) and line.role is Role.PROMPT
        return self._paragraph(self._lines.write(line.inlines, slanted=slanted), self._style(line), keep=keep)

    def _style(self, line: Line) -> str:
        return self._headings[line.level - 1] if isinstance(line, Heading) else self._roles[line.role]

    def _columns(self, columns: Columns) -> str:
        width = round(min(COLUMN, self.room / 2) * TWIPS_A_MILLIMETRE)
        *first, last = columns.rows
        # A row holds together by itself; only the last one has to keep with what follows the columns.
        rows = "".join(self._pair(row, width, keep=False) for row in first) + self._pair(last, width, keep=None)
        return (
            f'<w:tbl><w:tblPr><w:tblW w:w="{2 * width}" w:type="dxa"/><w:tblInd w:w="0" w:type="dxa"/><w:tblBorders>'
            f'<w:insideV w:val="single" w:sz="4" w:space="0" w:color="{_RULE}"/></w:tblBorders>'
            f'<w:tblLayout w:type="fixed"/>{_NO_MARGINS}</w:tblPr>'
            f'<w:tblGrid><w:gridCol w:w="{width}"/><w:gridCol w:w="{width}"/></w:tblGrid>{rows}</w:tbl>'
        )

    def _pair(self, row: tuple[tuple[Line, ...], tuple[Line, ...]], width: int, *, keep: bool | None) -> str:
        cells = "".join(
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/><w:tcMar><w:{inner} w:w="170" w:type="dxa"/>'
            f"</w:tcMar></w:tcPr>{''.join(self._line(line, keep=keep) for line in side)}</w:tc>"
            for side, inner in zip(row, ("right", "left"), strict=True)
        )
        return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{cells}</w:tr>"

    def _divider(self, divider: Divider) -> str:
        title = entry_field(divider) + self._lines.write((Run(divider.title),))
        return (
            self._paragraph(self._lines.anchored(anchor(divider.number), title), self._roles[Role.PART_TITLE])
            + self._paragraph(self._lines.write((Run(divider.overline),)), self._roles[Role.OVERLINE])
            + self._paragraph(self._lines.write((Run(divider.note),)), self._roles[Role.DETAILS])
        )

    def _paragraph(self, content: str, style: str, *, keep: bool | None = None) -> str:
        """Return a paragraph; where `keep` says nothing, its style says whether it keeps with the next one."""
        # A break as a property of what begins the page leaves no empty line at its top.
        new_page = "<w:pageBreakBefore/>" if self._new_page else ""
        self._new_page = False
        next_too = {True: "<w:keepNext/>", False: '<w:keepNext w:val="0"/>', None: ""}[keep]
        return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{next_too}{new_page}</w:pPr>{content}</w:p>'

    def _write_table(self, table: Table, *, ends: bool) -> str:
        scale = min(1, self.room / sum(table.widths))
        widths = [round(width * scale * TWIPS_A_MILLIMETRE) for width in table.widths]
        grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
        header = self._row(table.header, widths, "<w:tblHeader/>") if table.header else ""
        *first, last = table.rows or ((),)
        keep = True if table.together and fits(table) else None
        rows = "".join(self._row(row, widths, "", keep=keep) for row in first)
        rows += self._row(last, widths, "", keep=True if ends else None) if last else ""
        style = self._picture if table.description else self._table
        description = f'<w:tblDescription w:val="{escaped(table.description)}"/>' if table.description else ""
        return (
            f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
            f'<w:tblLayout w:type="fixed"/><w:tblLook w:val="0420" w:firstRow="1" w:lastRow="0" w:firstColumn="0"'
            f' w:lastColumn="0" w:noHBand="0" w:noVBand="1"/><w:tblCaption w:val="{escaped(table.caption)}"/>'
            f"{description}</w:tblPr>"
            f"<w:tblGrid>{grid}</w:tblGrid>{header}{rows}</w:tbl>"
        )

    def _row(self, row: Row, widths: list[int], header: str, *, keep: bool | None = None) -> str:
        cells = "".join(self._cell(cell, width, keep=keep) for cell, width in zip(row, widths, strict=True))
        return f"<w:tr><w:trPr><w:cantSplit/>{header}</w:trPr>{cells}</w:tr>"

    def _cell(self, cell: Cell, width: int, *, keep: bool | None) -> str:
        content = "".join(
            self._paragraph(self._lines.write(paragraph.inlines), self._roles[paragraph.role], keep=keep)
            for paragraph in cell.paragraphs
        )
        ground = _GROUNDS.get(cell.tone)
        shading = f'<w:shd w:val="clear" w:color="auto" w:fill="{ground}"/>' if ground else ""
        return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{shading}</w:tcPr>{content}</w:tc>'
