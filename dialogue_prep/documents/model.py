"""A document as a tree of frozen blocks: what a paper says and what each part of it is for, never how it looks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import TypeVar


class Role(StrEnum):
    """What a paragraph is for; each writer decides how that looks."""

    TITLE = "title"
    OVERLINE = "overline"
    PART_TITLE = "part title"
    DETAILS = "details"
    BODY = "body"
    QUOTATION = "quotation"
    REMARK = "remark"
    POINT = "point"
    PROPOSAL = "proposal"
    BULLET = "bullet"
    NUMBERED = "numbered"
    """A paragraph that begins with its number and a tab."""
    ITEM_LINE = "item line"
    """What stands above the heading of an item that does not begin a page."""
    PROMPT = "prompt"
    COLUMN_HEAD = "column head"
    CELL = "cell"
    CELL_QUIET = "cell quiet"
    CELL_REMARK = "cell remark"
    SIGNATURE = "signature"
    """A place to sign, with room above its line."""
    PICTURE_LABEL = "picture label"
    PAGE_MARKING = "page marking"
    PAGE_FOOT = "page foot"


class UnitClass(StrEnum):
    """What an edit of a unit means once a file comes back."""

    HELD = "held"
    """It is a field; an edit goes to that field."""
    COMPOSED = "composed"
    """The program wrote it from its data; an edit becomes a text of its own that stands in its place."""
    FIXED = "fixed"
    """Agreed wording, headings, numbers; an edit is reported, never taken."""


@dataclass(frozen=True, slots=True)
class UnitKey:
    """Where the words of a unit come from: the kind of record, which one, its field, and the language of the words.

    `record` is the kind as the store names it (`agenda_item`, `speaking_point` ...).
    """

    record: str
    record_id: str
    field: str
    language: str

    def __str__(self) -> str:
        return f"{self.record}/{self.record_id}/{self.field}/{self.language}"

    @classmethod
    def read(cls, written: str) -> UnitKey:
        """Return the key that is written so; ValueError where none is."""
        record, record_id, rest = written.split("/", 2)
        field, language = rest.rsplit("/", 1)
        return cls(record, record_id, field, language)

    @property
    def place(self) -> str:
        """The key without its language, as own words and notes name a unit."""
        return f"{self.record}/{self.record_id}/{self.field}"


@dataclass(frozen=True, slots=True)
class Run:
    """Words of one kind; `language` (BCP 47) is empty where it is that of the document, a newline breaks the line.

    `underline`, `superscript` and `link` (an address) come from the staff alone; the program writes none of its own.
    `missing` words are not the paper's: they say which ones are still to be written.
    """

    text: str
    strong: bool = False
    emphasis: bool = False
    language: str = ""
    underline: bool = False
    superscript: bool = False
    link: str = ""
    missing: bool = False


class FieldKind(StrEnum):
    """A number that whoever lays out the pages fills in."""

    PAGE = "page"
    PAGES = "pages"


@dataclass(frozen=True, slots=True)
class Field:
    """A number of pages, within a line of words."""

    kind: FieldKind


@dataclass(frozen=True, slots=True)
class Unit:
    """Words with an identity of their own; `prompt` is what stands there while there are none.

    `composed` is what the program put together where words of the staff stand in its place, else None.
    """

    key: UnitKey
    unit_class: UnitClass
    runs: tuple[Run, ...]
    prompt: str = ""
    composed: str | None = None

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)

    @property
    def editable(self) -> bool:
        """Whether an edit of it is ever taken."""
        return self.unit_class is not UnitClass.FIXED


Inline = Run | Field | Unit


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of running text."""

    inlines: tuple[Inline, ...]
    role: Role = Role.BODY


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading that the navigation of a reader lists; level 1 is the highest below the title."""

    inlines: tuple[Inline, ...]
    level: int = 1

    def __post_init__(self) -> None:
        if self.level not in (1, 2, 3):
            raise ValueError(f"there is no heading of level {self.level}")


@dataclass(frozen=True, slots=True)
class ListItem:
    """One item of a list; `role` is POINT, PROPOSAL or BULLET."""

    inlines: tuple[Inline, ...]
    role: Role = Role.BULLET


class Tone(StrEnum):
    """What the ground of a cell means; it never says anything that words do not say as well."""

    NONE = "none"
    GOOD = "good"
    CAUTION = "caution"
    DONE = "done"
    QUIET = "quiet"


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table: one paragraph or more."""

    paragraphs: tuple[Paragraph, ...]
    tone: Tone = Tone.NONE

    def __post_init__(self) -> None:
        if not self.paragraphs:
            raise ValueError("a cell holds at least one paragraph")


Row = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table; `widths` are in millimetres, one a column. The caption is read out, not shown.

    One with a `description` is a picture that can be edited; the description says what is to be seen in it. One that
    stands `together` is not parted by the end of a page, as far as it fits on one.
    """

    caption: str
    widths: tuple[float, ...]
    rows: tuple[Row, ...]
    header: Row = ()
    description: str = ""
    together: bool = False

    def __post_init__(self) -> None:
        for row in (*self.rows, *((self.header,) if self.header else ())):
            if len(row) != len(self.widths):
                raise ValueError(f"the table “{self.caption}” has a row of {len(row)} cells, not {len(self.widths)}")


Line = Paragraph | Heading | ListItem


@dataclass(frozen=True, slots=True)
class Columns:
    """The same words in two languages, side by side; each row holds what belongs together, and is not parted."""

    rows: tuple[tuple[tuple[Line, ...], tuple[Line, ...]], ...]

    @property
    def lines(self) -> Iterator[Line]:
        """Every line in the order in which it is read: row by row, on the left before on the right."""
        return (line for left, right in self.rows for line in (*left, *right))


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows begins on a new page."""


@dataclass(frozen=True, slots=True)
class NewSection:
    """What follows begins on a new page, and other words stand on each page from there on."""

    header: tuple[Paragraph, ...]
    footer: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class Divider:
    """The words on the page that begins a part of a book; the part is entered in the contents under its title."""

    number: int
    overline: str
    title: str
    note: str = ""

    @property
    def entry(self) -> str:
        """Its title as the contents list it: numbers below ten stand under the units of those above."""
        return self.title if self.number > 9 else f"\N{FIGURE SPACE}{self.title}"


@dataclass(frozen=True, slots=True)
class Contents:
    """The list of the parts of a book, and the `pages` on which they begin.

    Where the pages are not known they are filled in by whoever lays them out. They are of one layout of a file, and no
    part of what the book says.
    """

    parts: tuple[Divider, ...]
    pages: tuple[int, ...] = ()

    def __post_init__(self) -> None:
        if self.pages and len(self.pages) != len(self.parts):
            raise ValueError("each part of the contents begins on one page")


Block = Line | Columns | Table | PageBreak | NewSection | Divider | Contents


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One paper, in one language or, where there is a `second_language`, in two.

    `key` names the paper across its files. `header` and `footer` stand on each page. `colophon` stands at the end and
    says who wrote it: like the version and the day, it is about the file, and a change of it is no change of content.
    """

    key: str
    title: str
    language: str
    marking: str
    version: int
    written_on: date
    blocks: tuple[Block, ...]
    colophon: tuple[Block, ...] = ()
    subject: str = ""
    header: tuple[Paragraph, ...] = ()
    footer: tuple[Paragraph, ...] = ()
    second_language: str = ""

    def __post_init__(self) -> None:
        keys = [unit.key for unit in units(self)]
        if len(set(keys)) != len(keys):
            twice = sorted({str(key) for key in keys if keys.count(key) > 1})
            raise ValueError(f"a unit stands once in a document: {', '.join(twice)}")


def units(document: Document) -> Iterator[Unit]:
    """Yield every unit in the order in which it is read."""
    for block in (*document.blocks, *document.colophon):
        for inline in inlines(block):
            if isinstance(inline, Unit):
                yield inline


def inlines(block: Block) -> Iterator[Inline]:
    """Yield everything that stands in the lines of a block; in a table row by row, from the head down."""
    match block:
        case Table():
            for row in (block.header, *block.rows):
                for cell in row:
                    for paragraph in cell.paragraphs:
                        yield from paragraph.inlines
        case Columns():
            for line in block.lines:
                yield from line.inlines
        case PageBreak() | NewSection() | Divider() | Contents():
            return
        case _:
            yield from block.inlines


def rewritten(block: Block, change: Callable[[Inline], Iterable[Inline]]) -> Block:
    """Return a block in which everything that stands in its lines is replaced by what `change` makes of it."""
    match block:
        case Table():
            rows = tuple(_rewritten_row(row, change) for row in block.rows)
            return replace(block, rows=rows, header=_rewritten_row(block.header, change))
        case Columns():
            return Columns(tuple((_rewritten(left, change), _rewritten(right, change)) for left, right in block.rows))
        case PageBreak() | NewSection() | Divider() | Contents():
            return block
        case _:
            return _rewritten((block,), change)[0]


def _rewritten_row(row: Row, change: Callable[[Inline], Iterable[Inline]]) -> Row:
    return tuple(replace(cell, paragraphs=_rewritten(cell.paragraphs, change)) for cell in row)


L = TypeVar("L", Paragraph, Heading, ListItem, Line)


def _rewritten(lines: tuple[L, ...], change: Callable[[Inline], Iterable[Inline]]) -> tuple[L, ...]:
    return tuple(
        replace(line, inlines=tuple(one for inline in line.inlines for one in change(inline))) for line in lines
    )


def words_alone(inline: Inline) -> tuple[Inline, ...]:
    """Return an inline without an identity: the words of a unit, or its prompt where it has none."""
    if not isinstance(inline, Unit):
        return (inline,)
    return inline.runs if inline.text else (Run(inline.prompt, emphasis=True, missing=True),)


def words_of_line(line: Line) -> str:
    """Return what a line shows: its words, prompts where there are none, and NUL for a number of pages."""
    shown = (word for inline in line.inlines for word in words_alone(inline))
    return "".join(word.text if isinstance(word, Run) else "\0" for word in shown)


def paragraph(text: str, role: Role = Role.BODY) -> Paragraph:
    """Return a paragraph of plain words."""
    return Paragraph((Run(text),), role)


def cell(text: str, role: Role = Role.CELL, tone: Tone = Tone.NONE) -> Cell:
    """Return a cell of plain words."""
    return Cell((paragraph(text, role),), tone)
