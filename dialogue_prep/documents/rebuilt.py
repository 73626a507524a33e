"""A document built again from what was kept of it: its words, what each is for, and which of them are units."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from dialogue_prep.documents.model import (
    Block,
    Cell,
    Columns,
    Document,
    Heading,
    Inline,
    Line,
    ListItem,
    Paragraph,
    Role,
    Row,
    Run,
    Table,
    Unit,
    UnitClass,
    UnitKey,
)
from dialogue_prep.documents.snapshot import KeptLine, KeptUnit, Snapshot
from dialogue_prep.domain.draft import Draft

_WIDTH = 162.0
"""Of a table, in millimetres: how wide its columns were was not kept, so all are alike."""
_HEADING = "heading "
_LIST_ROLES = frozenset((Role.POINT, Role.PROPOSAL, Role.BULLET))
_ROLES = frozenset(Role)


def rebuilt(kept: Snapshot, draft: Draft) -> Document:
    """Return the document of a draft; it says what was kept, and knows nothing of widths, captions and page breaks."""
    units = {unit.key: unit for unit in kept.units}
    return Document(
        key=kept.key,
        title=kept.title,
        language=draft.language,
        second_language=draft.second_language,
        marking=draft.marking,
        version=draft.version,
        written_on=draft.written_on,
        blocks=tuple(
            block
            for _place, lines in groupby(kept.lines, key=lambda line: line.block)
            for block in _blocks(tuple(lines), units)
        ),
    )


def _blocks(lines: Sequence[KeptLine], units: dict[str, KeptUnit]) -> Iterator[Block]:
    if lines[0].row >= 0:
        yield _table(lines, units)
    elif len(lines) > 1 and (rows := _pairs(lines)):
        yield Columns(tuple((_lines(left, units), _lines(right, units)) for left, right in rows))
    else:
        yield from _lines(lines, units)


def _pairs(lines: Sequence[KeptLine]) -> list[tuple[Sequence[KeptLine], Sequence[KeptLine]]]:
    """Return the lines of two columns row by row: on the right stands what is for the same as on the left."""
    rows: list[tuple[Sequence[KeptLine], Sequence[KeptLine]]] = []
    place = 0
    while place < len(lines):
        roles = [line.role for line in lines[place:]]
        size = next((n for n in range(1, len(roles) // 2 + 1) if roles[:n] == roles[n : 2 * n]), 0)
        if not size:
            return []
        rows.append((lines[place : place + size], lines[place + size : place + 2 * size]))
        place += 2 * size
    return rows


def _table(lines: Sequence[KeptLine], units: dict[str, KeptUnit]) -> Table:
    rows: list[Row] = []
    for _number, of_row in groupby(lines, key=lambda line: line.row):
        cells = groupby(of_row, key=lambda line: line.column)
        rows.append(tuple(Cell(tuple(_paragraph(line, units) for line in cell)) for _column, cell in cells))
    columns = len(rows[0])
    return Table("", (_WIDTH / columns,) * columns, tuple(row for row in rows if len(row) == columns))


def _lines(lines: Iterable[KeptLine], units: dict[str, KeptUnit]) -> tuple[Line, ...]:
    return tuple(_line(line, units) for line in lines)


def _line(line: KeptLine, units: dict[str, KeptUnit]) -> Line:
    if line.role.startswith(_HEADING):
        return Heading(_inlines(line, units), int(line.role.removeprefix(_HEADING)))
    if line.role in _LIST_ROLES:
        return ListItem(_inlines(line, units), Role(line.role))
    return _paragraph(line, units)


def _paragraph(line: KeptLine, units: dict[str, KeptUnit]) -> Paragraph:
    return Paragraph(_inlines(line, units), Role(line.role) if line.role in _ROLES else Role.PART_TITLE)


def _inlines(line: KeptLine, units: dict[str, KeptUnit]) -> tuple[Inline, ...]:
    """Return the words of a line as its unit, where it is one and nothing else."""
    unit = units.get(line.units[0]) if len(line.units) == 1 else None
    if unit is not None and unit.text == line.text:
        record, record_id, field, language = unit.key.split("/", 3)
        key = UnitKey(record, record_id, field, language)
        return (Unit(key, UnitClass(unit.unit_class), (Run(line.text),)),)
    return (Run(line.text),)
