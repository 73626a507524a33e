"""Writing a long book must cost little more than packing the finished XML does, and little memory."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from lxml import etree

from dialogue_prep.documents.model import Heading, Paragraph, Table, Unit, inlines
from dialogue_prep.documents.word.writer import write_word
from dialogue_prep.domain.draft import Profile
from tests.speed.long_book import book

CHILD = Path(__file__).with_name("book_in_a_child.py")


def test_the_book_is_as_long_as_it_says() -> None:
    blocks = book().blocks
    paragraphs = [block for block in blocks if isinstance(block, Paragraph | Heading)]
    assert len(paragraphs) == 3030
    assert sum(isinstance(block, Table) for block in blocks) == 150
    assert (
        sum(len(inline.text) for block in paragraphs for inline in inlines(block) if isinstance(inline, Unit)) > 400_000
    )


def test_writing_a_long_book_takes_at_most_four_times_as_long_as_packing_it(race: Callable[..., None]) -> None:
    document = book()
    finished = write_word(document, Profile.WORD)
    with zipfile.ZipFile(BytesIO(finished)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    body = etree.fromstring(parts.pop("word/document.xml"))

    def pack() -> None:
        with zipfile.ZipFile(BytesIO(), "w", zipfile.ZIP_DEFLATED) as package:
            package.writestr("word/document.xml", etree.tostring(body, xml_declaration=True, encoding="UTF-8"))
            for name, part in parts.items():
                package.writestr(name, part)

    def write() -> None:
        write_word(document, Profile.WORD)

    race("writing a book of 300 pages against packing its XML", limit=4, ours=write, floor=pack)


def test_a_book_of_1000_pages_takes_at_most_four_times_one_of_300(race: Callable[..., None], full: bool) -> None:
    chapters = (500, 150) if full else (200, 60)
    long, short = map(book, chapters)
    race(
        f"writing a book of {2 * chapters[0]:,} pages against one of {2 * chapters[1]}",
        limit=4,
        ours=lambda: void(write_word(long, Profile.WORD)),
        floor=lambda: void(write_word(short, Profile.WORD)),
    )


def void(_written: bytes) -> None:
    """Take what was written: a function that is raced returns seconds, or nothing."""


@pytest.mark.skipif(sys.platform != "linux", reason="the most memory that a process had is told by Linux alone")
def test_a_long_book_takes_at_most_40_megabytes(record_property: Callable[[str, object], None]) -> None:
    empty, full = (_peak(chapters) for chapters in (0, 150))
    more = full - empty
    record_property("race", ["memory for a book of 300 pages, MB", f"{more:.1f}", "40", f"{full:.1f}", f"{empty:.1f}"])
    assert more <= 40


def _peak(chapters: int) -> float:
    """Return the megabytes that a process needs at most to write a book, the interpreter and libraries among them."""
    command = [sys.executable, str(CHILD), str(chapters)]
    said = subprocess.run(command, check=True, capture_output=True, text=True, timeout=100).stdout
    return int(said) / 1024
