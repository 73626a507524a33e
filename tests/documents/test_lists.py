"""Lists and tables that staff add to words of the program come back, and stand in the paper again as what they are."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import replace
from datetime import date

import pytest
from lxml import etree

from dialogue_prep.documents.html import write_html
from dialogue_prep.documents.lists import parted
from dialogue_prep.documents.model import (
    Document,
    Heading,
    ListItem,
    Paragraph,
    Role,
    Run,
    Unit,
    UnitClass,
    UnitKey,
)
from dialogue_prep.documents.plain import write_plain
from dialogue_prep.documents.read_back import read_back
from dialogue_prep.documents.returned import returned_file
from dialogue_prep.documents.returned_document import ReturnedDocument
from dialogue_prep.documents.snapshot import Snapshot, read_snapshot, snapshot
from dialogue_prep.documents.word.lint import findings
from dialogue_prep.documents.word.returned_file import look
from dialogue_prep.documents.word.writer import write_word
from dialogue_prep.domain.draft import Profile
from tests.documents.word_edits import SPACE, EditedCopy, W, run

KEY = UnitKey("agenda_item", "i1", "standing", "en")
NEXT = UnitKey("agenda_item", "i1", "bridge", "en")
LISTED = "Two lists were handed over:\n• that of March,\n• that of April, 四月的名单。\nA third one is to come."


def paper(words: str) -> Document:
    """Return a paper with a unit of these words behind a heading and a word that stands fast, and another unit."""
    return Document(
        key="k",
        title="T",
        language="en",
        marking="",
        version=1,
        written_on=date(2032, 1, 1),
        blocks=(
            Heading((Run("Where we stand"),)),
            Paragraph((Run("In short: "), Unit(KEY, UnitClass.COMPOSED, (Run(words),)))),
            Paragraph((Unit(NEXT, UnitClass.COMPOSED, (Run("This leads to the next item."),)),)),
        ),
    )


def kept(document: Document) -> Snapshot:
    base = read_snapshot(snapshot(document))
    assert base is not None
    return base


def came_back(word: bytes, document: Document) -> ReturnedDocument:
    returned = read_back(returned_file(look(word)), kept(document))
    assert (returned.new, returned.fixed, returned.left_out) == ((), (), ())
    return returned


def item(words: str) -> etree._Element:
    """Return an item of a list, as Word makes one of a paragraph."""
    node = etree.fromstring(
        f'<w:p xmlns:w="{SPACE}"><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr></w:p>'
    )
    node.append(run(words))
    return node


def table(*rows: tuple[str, ...]) -> etree._Element:
    node = etree.Element(W + "tbl")
    for row in rows:
        line = etree.SubElement(node, W + "tr")
        for words in row:
            etree.SubElement(etree.SubElement(line, W + "tc"), W + "p").append(run(words))
    return node


@pytest.mark.parametrize("profile", [*Profile])
def test_words_that_hold_a_list_are_written_as_one_and_read_as_they_were(profile: Profile) -> None:
    document = paper(LISTED)
    word = write_word(document, profile)
    assert findings(word) == ()
    returned = came_back(word, document)
    assert {key: unit.words for key, unit in returned.units.items()} == {
        str(KEY): LISTED,
        str(NEXT): "This leads to the next item.",
    }
    items = [line.text for line in returned.file.lines if line.item]
    assert items == ["that of March,", "that of April, 四月的名单。"]


@pytest.mark.parametrize("profile", [Profile.WORD, Profile.LIBREOFFICE])
def test_a_list_added_behind_words_of_the_program_is_theirs_and_its_items_keep_their_look(profile: Profile) -> None:
    document = paper("Two lists were handed over:")
    copy = EditedCopy(write_word(document, profile))
    first = item("that of March,")
    etree.SubElement(first[1], W + "rPr").append(etree.Element(W + "b"))
    first[1].insert(0, first[1][-1])
    copy.paragraph(KEY).addnext(first)
    first.addnext(item("that of April, 四月的名单。"))
    unit = came_back(copy.saved(), document).units[str(KEY)]
    assert unit.words == "Two lists were handed over:\n• that of March,\n• that of April, 四月的名单。"
    assert [unit.words[mark.start : mark.end] for mark in unit.look] == ["that of March,"]


def test_a_table_added_behind_words_of_the_program_is_theirs_row_by_row() -> None:
    document = paper("Two lists were handed over:")
    copy = EditedCopy(write_word(document, Profile.WORD))
    copy.paragraph(KEY).addnext(table(("March", "12"), ("April", "九")))
    unit = came_back(copy.saved(), document).units[str(KEY)]
    assert unit.words == "Two lists were handed over:\nMarch\t12\nApril\t九"
    again = paper(unit.words)
    assert came_back(write_word(again, Profile.WORD), again).units[str(KEY)].words == unit.words


@pytest.mark.parametrize("profile", [Profile.WORD, Profile.LIBREOFFICE])
def test_items_are_edited_added_and_taken_out(profile: Profile) -> None:
    document = paper(LISTED)
    copy = EditedCopy(write_word(document, profile))
    march, april = (node for node in copy.root.iter(W + "p") if "that of" in "".join(node.itertext()))
    march.find(f"{W}r/{W}t").text = "that of early March,"
    another = deepcopy(march)
    another.find(f"{W}r/{W}t").text = "that of May,"
    april.addnext(another)
    april.getparent().remove(april)
    words = came_back(copy.saved(), document).units[str(KEY)].words
    assert words == ("Two lists were handed over:\n• that of early March,\n• that of May,\nA third one is to come.")


def test_a_list_before_points_is_left_to_them() -> None:
    point = Paragraph((Unit(UnitKey("speaking_point", "p1", "words", "en"), UnitClass.HELD, (Run("We value it."),)),))
    whole = paper("Two lists were handed over.")
    document = replace(whole, blocks=(*whole.blocks[:2], point))
    copy = EditedCopy(write_word(document, Profile.WORD))
    copy.paragraph(KEY).addnext(item("Ask for a third."))
    returned = read_back(returned_file(look(copy.saved())), kept(document))
    assert [(new.words, new.before) for new in returned.new] == [("Ask for a third.", "speaking_point/p1/words/en")]


def test_a_list_is_shown_as_one_wherever_a_paper_is() -> None:
    document = paper(LISTED)
    (_title, line, _next) = document.blocks
    assert [type(part) for part in parted(line)] == [Paragraph, ListItem, ListItem, Paragraph]
    plain = write_plain(document)
    assert "In short: Two lists were handed over:\n- that of March,\n- that of April" in plain
    assert "• " not in plain
    assert "that of March,</td>" in write_html(document)


def test_a_list_alone_begins_with_its_first_item_and_other_units_hold_none() -> None:
    unit = Unit(KEY, UnitClass.COMPOSED, (Run("• one\n• "), Run("two", strong=True)))
    first, second = parted(Paragraph((unit,)))
    assert [part.role for part in (first, second)] == [Role.BULLET, Role.BULLET]
    assert second.inlines == (Run("two", strong=True),)
    held = Paragraph((Unit(KEY, UnitClass.HELD, unit.runs),))
    assert parted(held) == (held,)
