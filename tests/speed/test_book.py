"""Writing a long book must cost little more than packing the finished XML does."""

from __future__ import annotations

import zipfile
from base64 import b64decode
from collections.abc import Callable
from datetime import date
from io import BytesIO

from lxml import etree

from dialogue_prep.documents.compose.template_fields import SHARED_FIELDS
from dialogue_prep.documents.model import (
    Block,
    Document,
    Heading,
    Paragraph,
    Role,
    Run,
    Table,
    Unit,
    UnitClass,
    UnitKey,
    cell,
    inlines,
)
from dialogue_prep.documents.staff_copy import StaffCopy
from dialogue_prep.documents.word.staff.survey import surveyed
from dialogue_prep.documents.word.writer import write_word
from dialogue_prep.domain.draft import Profile
from dialogue_prep.system.resources import resource_file

SENTENCE = "The two sides reviewed what had been done since the last round, and agreed on the steps that follow. "


def book() -> Document:
    """Return some 300 pages: 3,030 paragraphs of three sentences, half of them units, and 150 tables of ten rows."""
    blocks: list[Block] = []
    for chapter in range(150):
        blocks.append(Heading((Run(f"Chapter {chapter}"),)))
        blocks += [_paragraph(chapter, number) for number in range(19)]
        blocks.append(_table(chapter))
    blocks += [_paragraph(150, number) for number in range(30)]
    return Document(
        key="book",
        title="A book",
        language="en",
        marking="",
        version=1,
        written_on=date(2032, 1, 1),
        blocks=tuple(blocks),
    )


def _paragraph(chapter: int, number: int) -> Paragraph:
    run = Run(SENTENCE * 3)
    if number % 2:
        return Paragraph((run,))
    key = UnitKey("speaking_point", f"{chapter}-{number}", "words", "en")
    return Paragraph((Unit(key, UnitClass.HELD, (run,)),))


def _table(chapter: int) -> Table:
    rows = tuple(tuple(cell(f"{chapter} {row} {column}") for column in range(4)) for row in range(10))
    header = tuple(cell(f"Column {column}", Role.COLUMN_HEAD) for column in range(4))
    return Table(f"Table {chapter}", (40, 40, 40, 40), rows, header)


def test_the_book_is_as_long_as_it_says() -> None:
    blocks = book().blocks
    paragraphs = [block for block in blocks if isinstance(block, Paragraph | Heading)]
    assert len(paragraphs) == 3030
    assert sum(isinstance(block, Table) for block in blocks) == 150
    assert (
        sum(len(inline.text) for block in paragraphs for inline in inlines(block) if isinstance(inline, Unit)) > 400_000
    )


def packing(finished: bytes) -> Callable[[], None]:
    """Return the least that writing a file can be: its XML is made a text again, and all of it packed."""
    with zipfile.ZipFile(BytesIO(finished)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    body = etree.fromstring(parts.pop("word/document.xml"))

    def pack() -> None:
        with zipfile.ZipFile(BytesIO(), "w", zipfile.ZIP_DEFLATED) as package:
            package.writestr("word/document.xml", etree.tostring(body, xml_declaration=True, encoding="UTF-8"))
            for name, part in parts.items():
                package.writestr(name, part)

    return pack


def test_writing_a_long_book_takes_at_most_four_times_as_long_as_packing_it(race: Callable[..., None]) -> None:
    document = book()
    pack = packing(write_word(document, Profile.WORD))

    def write() -> None:
        write_word(document, Profile.WORD)

    race("writing a book of 300 pages against packing its XML", limit=4, ours=write, floor=pack)


def test_writing_it_into_a_template_takes_no_more_than_that(race: Callable[..., None]) -> None:
    document = book()
    formal = resource_file("templates/formal.docx").read_bytes()
    fields = dict.fromkeys(SHARED_FIELDS, "words")
    content = b64decode(str(surveyed(formal)["content"]))
    staff = StaffCopy(content=content, fields=fields, parts=(document.blocks,))
    pack = packing(write_word(document, Profile.WORD, staff))

    def write() -> None:
        write_word(document, Profile.WORD, staff)

    race("writing a book of 300 pages into a template against packing its XML", limit=4, ours=write, floor=pack)
