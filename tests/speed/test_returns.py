"""Reading an edited book back and merging it must cost little more than its XML costs whoever reads it."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from io import BytesIO

from lxml import etree

from dialogue_prep.documents.merge import Outcome, merged_unit
from dialogue_prep.documents.model import Document, Heading, Paragraph, Run, Unit, UnitClass, UnitKey, units
from dialogue_prep.documents.read_back import read_back
from dialogue_prep.documents.returned import returned_file
from dialogue_prep.documents.snapshot import read_snapshot, snapshot
from dialogue_prep.documents.word.returned_file import look
from dialogue_prep.documents.word.writer import write_word
from dialogue_prep.domain.draft import Profile

UNITS, EDITED = 2850, 285
WORDS = (
    "On point {number} the two sides reviewed what had been done since the last round, and agreed on the steps to come."
)


def book() -> Document:
    """Return a book of 2,850 units under 150 headings."""
    blocks: list[Heading | Paragraph] = []
    for number in range(UNITS):
        if number % 19 == 0:
            blocks.append(Heading((Run(f"Chapter {number // 19}"),)))
        key = UnitKey("speaking_point", str(number), "words", "en")
        blocks.append(Paragraph((Unit(key, UnitClass.HELD, (Run(WORDS.format(number=number)),)),)))
    return Document(
        key="b", title="B", language="en", marking="", version=1, written_on=date(2032, 1, 1), blocks=tuple(blocks)
    )


def edited(document: Document) -> Document:
    """Return the book with every tenth unit edited."""

    def change(block: object) -> object:
        (unit,) = block.inlines if isinstance(block, Paragraph) else (None,)
        if unit is None or int(unit.key.record_id) % (UNITS // EDITED):
            return block
        return Paragraph((replace(unit, runs=(Run(unit.text.replace("steps", "further steps")),)),))

    return replace(document, blocks=tuple(change(block) for block in document.blocks))


def test_a_book_is_read_back_and_merged_in_at_most_three_times_what_its_xml_takes(race: Callable[..., None]) -> None:
    document = book()
    base = read_snapshot(snapshot(document))
    assert base is not None
    word = write_word(edited(document), Profile.WORD)
    written = {str(unit.key): unit.text for unit in units(document)}

    def back() -> None:
        told = read_back(returned_file(look(word)), base).words
        merged = [merged_unit(key, words, words, [(0, told[key])]) for key, words in written.items()]
        assert sum(one.outcome is Outcome.TAKEN for one in merged) == EDITED

    def parse() -> None:
        """Parse every part, and see every element of it once."""
        with zipfile.ZipFile(BytesIO(word)) as package:
            for name in package.namelist():
                if name.endswith((".xml", ".rels")):
                    for node in etree.fromstring(package.read(name)).iter():
                        assert node.tag is not None
                        assert node.text is not node.tag

    race("reading a book of 2,850 units back and merging it against parsing its XML", limit=3, ours=back, floor=parse)
