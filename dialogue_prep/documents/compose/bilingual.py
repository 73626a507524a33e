"""A paper in two languages, made of the same paper in each: side by side, or one after the other.

Both come from one composition and so are built alike; what stands in the same place says the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from dialogue_prep.documents.model import (
    Block,
    Cell,
    Columns,
    Contents,
    Divider,
    Document,
    Heading,
    Inline,
    Line,
    NewSection,
    PageBreak,
    Paragraph,
    Role,
    Row,
    Run,
    Table,
    Unit,
    UnitKey,
    rewritten,
    units,
    words_alone,
    words_of_line,
)
from dialogue_prep.domain.draft import PaperKind

IN_TURN = frozenset({PaperKind.SPEAKING_NOTES, PaperKind.SCENARIO, PaperKind.NOTE_VERBALE, PaperKind.LETTERS})
"""Papers whose languages stand one after the other.

Half a page is too narrow for the large type of speaking notes and for the five columns of a scenario; a note or a
letter is read as one text, with the other language as its translation.
"""

_BETWEEN = " / "
_BEGINNING_OF_A_PART = (NewSection, Divider, PageBreak)
_KEPT_WITH_THE_NEXT = (Role.OVERLINE, Role.ITEM_LINE, Role.QUOTATION)
_LINE_BY_LINE = (Role.SIGNATURE, Role.PICTURE_LABEL)

Weave = Callable[[Sequence[Block], Sequence[Block]], Iterator[Block]]


def in_both(first: Document, second: Document, kind: PaperKind) -> Document:
    """Return a paper in both languages, that of `first` in front."""
    other = _second(second, {unit.key for unit in units(first)})
    return _framed(first, other, tuple(_weave_of(kind)(first.blocks, other.blocks)))


def book_in_both(first: Document, second: Document, kinds: Sequence[PaperKind]) -> Document:
    """Return a book in both languages; each part, of these kinds, as a paper of its kind is laid out."""
    other = _second(second, set())
    ways = (side_by_side, *(_weave_of(kind) for kind in kinds))
    sections = zip(_sections(first.blocks), _sections(other.blocks), ways, strict=True)
    return _framed(first, other, tuple(block for ours, theirs, weave in sections for block in weave(ours, theirs)))


def _weave_of(kind: PaperKind) -> Weave:
    return in_turn if kind in IN_TURN else side_by_side


def in_turn(first: Sequence[Block], second: Sequence[Block]) -> Iterator[Block]:
    """Yield the blocks of the one language and then, on a new page, those of the other; a divider stands but once."""
    begun = len(_BEGINNING_OF_A_PART) if isinstance(first[0], NewSection) else 0
    yield from side_by_side(first[:begun], second[:begun])
    yield from first[begun:]
    yield PageBreak()
    yield from second[begun:]


def side_by_side(first: Sequence[Block], second: Sequence[Block]) -> Iterator[Block]:
    """Yield each block once with the words of both: lines in two columns, tables with both in each cell."""
    if [type(block) for block in first] != [type(block) for block in second]:
        raise ValueError("the languages of a paper are not built alike")
    pending: list[tuple[Line, Line]] = []
    for one, other, bound in zip(first, second, _bound(first), strict=True):
        if isinstance(one, Line) and isinstance(other, Line) and not bound:
            pending.append((one, other))
            continue
        yield from _columns(pending)
        pending.clear()
        yield _both(one, other)
    yield from _columns(pending)


def _bound(blocks: Sequence[Block]) -> Sequence[bool]:
    """Return of each block whether it stands across the columns.

    Headings of items do, or Word would not list them. So does what keeps with such a heading or with a table: what
    stands in columns would be left behind at the foot of a page.
    """
    found: list[bool] = []
    after = False
    for block in reversed(blocks):
        keeps = isinstance(block, Heading) or (isinstance(block, Paragraph) and block.role in _KEPT_WITH_THE_NEXT)
        across = not isinstance(block, Line) or (isinstance(block, Heading) and block.level == 1) or (keeps and after)
        found.append(across)
        after = across and (keeps or isinstance(block, Table))
    return found[::-1]


def _columns(pending: Sequence[tuple[Line, Line]]) -> Iterator[Columns]:
    """Yield the lines in rows, each heading in one row with what follows it."""
    rows, begun = [], 0
    for place, (line, _other) in enumerate(pending):
        if not isinstance(line, Heading) or place == len(pending) - 1:
            left, right = zip(*pending[begun : place + 1], strict=True)
            rows.append((tuple(left), tuple(right)))
            begun = place + 1
    if rows:
        yield Columns(tuple(rows))


def _both(one: Block, other: Block) -> Block:
    match one, other:
        case Table(), Table():
            return _table(one, other)
        case NewSection(), NewSection():
            return NewSection(_marking(one.header, other.header), _feet(one.footer, other.footer))
        case Divider(), Divider():
            return _divider(one, other)
        case Contents(), Contents():
            return Contents(tuple(_divider(*parts) for parts in zip(one.parts, other.parts, strict=True)))
        case Heading(), Heading():
            return replace(one, inlines=_joined_lines(one, other, _BETWEEN if one.level == 2 else "\n"))
        case Paragraph(), Paragraph():
            return replace(one, inlines=_joined_lines(one, other, "\n"))
        case _:
            return one


def _joined_lines(one: Line, other: Line, between: str) -> tuple[Inline, ...]:
    """Return two lines as one; only once what both say."""
    return one.inlines if words_of_line(one) == words_of_line(other) else (*one.inlines, Run(between), *other.inlines)


def _table(one: Table, other: Table) -> Table:
    return replace(
        one,
        caption=_joined(one.caption, other.caption),
        description=_joined(one.description, other.description),
        header=_row(one.header, other.header),
        rows=tuple(_row(*rows) for rows in zip(one.rows, other.rows, strict=True)),
    )


def _divider(one: Divider, other: Divider) -> Divider:
    title = _joined(one.title, other.title.removeprefix(f"{other.number}\N{EM SPACE}"))
    return replace(one, overline=_joined(one.overline, other.overline), title=title, note=_joined(one.note, other.note))


def _row(first: Row, second: Row) -> Row:
    return tuple(_cell(*cells) for cells in zip(first, second, strict=True))


def _cell(one: Cell, other: Cell) -> Cell:
    """Return a cell with the words of both; a number or a name that is the same in both stands there once.

    In a picture, and where somebody signs, each line of the one stands with the same line of the other.
    """
    first, second = one.paragraphs, other.paragraphs
    if [words_of_line(line) for line in first] == [words_of_line(line) for line in second]:
        return one
    if len(first) == len(second) and any(line.role in _LINE_BY_LINE for line in first):
        pairs = zip(first, second, strict=True)
        return replace(one, paragraphs=tuple(line for pair in pairs for line in _once(*pair)))
    return replace(one, paragraphs=(*first, *second))


def _once(one: Paragraph, other: Paragraph) -> tuple[Paragraph, ...]:
    return (one,) if words_of_line(one) == words_of_line(other) else (one, other)


def _joined(one: str, other: str) -> str:
    return one if one == other else _BETWEEN.join(part for part in (one, other) if part)


def _marking(one: tuple[Paragraph, ...], other: tuple[Paragraph, ...]) -> tuple[Paragraph, ...]:
    return tuple(
        replace(mine, inlines=_joined_lines(mine, theirs, _BETWEEN)) for mine, theirs in zip(one, other, strict=True)
    )


def _feet(one: tuple[Paragraph, ...], other: tuple[Paragraph, ...]) -> tuple[Paragraph, ...]:
    shown = {words_of_line(paragraph) for paragraph in one}
    return (*one, *(paragraph for paragraph in other if words_of_line(paragraph) not in shown))


def _sections(blocks: Sequence[Block]) -> Iterator[Sequence[Block]]:
    """Yield the cover of a book and then each of its parts."""
    begins = [0, *(place for place, block in enumerate(blocks) if isinstance(block, NewSection)), len(blocks)]
    for first, last in pairwise(begins):
        yield blocks[first:last]


def _second(document: Document, taken: set[UnitKey]) -> Document:
    """Return the second half of a paper: each run says its language, no unit stands in the paper a second time."""

    def change(inline: Inline) -> Iterable[Inline]:
        if isinstance(inline, Unit):
            key = inline.key
            if key in taken and not inline.editable:
                key = replace(key, language=document.language)
            if key in taken:
                return (told(word) for word in words_alone(inline))
            return (replace(inline, key=key, runs=tuple(told_run(run) for run in inline.runs)),)
        return (told(inline),)

    def told(inline: Inline) -> Inline:
        return told_run(inline) if isinstance(inline, Run) else inline

    def told_run(run: Run) -> Run:
        return run if run.language else replace(run, language=document.language)

    def of_page(paragraphs: tuple[Paragraph, ...]) -> tuple[Paragraph, ...]:
        return tuple(replace(p, inlines=tuple(told(inline) for inline in p.inlines)) for p in paragraphs)

    def block(one: Block) -> Block:
        if isinstance(one, NewSection):
            return NewSection(of_page(one.header), of_page(one.footer))
        return rewritten(one, change)

    return replace(
        document,
        blocks=tuple(block(one) for one in document.blocks),
        colophon=tuple(block(one) for one in document.colophon),
        header=of_page(document.header),
        footer=of_page(document.footer),
    )


def _framed(first: Document, second: Document, blocks: tuple[Block, ...]) -> Document:
    return replace(
        first,
        key=f"{first.key}+{second.language}",
        title=_joined(first.title, second.title),
        subject=_joined(first.subject, second.subject),
        marking=_joined(first.marking, second.marking),
        second_language=second.language,
        blocks=blocks,
        colophon=tuple(side_by_side(first.colophon, second.colophon)),
        header=_marking(first.header, second.header),
        footer=_feet(first.footer, second.footer),
    )
