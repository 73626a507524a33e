"""Documents refuse what no writer could write, and their canonical form does not change by chance."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from dialogue_prep.documents.canonical import content_hash
from dialogue_prep.documents.model import (
    Block,
    Document,
    Heading,
    Paragraph,
    Run,
    Table,
    Unit,
    UnitClass,
    UnitKey,
    cell,
    paragraph,
    units,
)


def unit(text: str = "words", field: str = "title", unit_class: UnitClass = UnitClass.HELD) -> Unit:
    return Unit(UnitKey("topic", "t1", field, "en"), unit_class, (Run(text),))


def document(*blocks: Block) -> Document:
    return Document(
        key="r/agenda/en", title="T", language="en", marking="M", version=1, written_on=date(2032, 1, 1), blocks=blocks
    )


def test_a_unit_stands_only_once_in_a_document() -> None:
    with pytest.raises(ValueError, match="topic/t1/title/en"):
        document(Paragraph((unit(),)), Paragraph((unit(),)))


def test_a_row_has_as_many_cells_as_there_are_columns() -> None:
    with pytest.raises(ValueError, match="2 cells"):
        Table("T", (10,), ((cell("a"), cell("b")),))


def test_there_is_no_heading_of_level_four() -> None:
    with pytest.raises(ValueError, match="level 4"):
        Heading((Run("x"),), 4)


def test_units_are_found_in_reading_order_even_in_tables() -> None:
    inside = Table("T", (10, 10), ((cell("a"), replace(cell("b"), paragraphs=(Paragraph((unit(field="b"),)),))),))
    found = units(document(Paragraph((unit(field="a"),)), inside, Heading((unit(field="c"),))))
    assert [found_unit.key.field for found_unit in found] == ["a", "b", "c"]


def test_another_version_or_drafter_is_no_change_of_content() -> None:
    first = document(Paragraph((unit(),)))
    second = replace(first, version=2, written_on=date(2032, 2, 2), colophon=(paragraph("somebody else"),))
    assert content_hash(first) == content_hash(second)


@pytest.mark.parametrize(
    "changed",
    [
        document(Paragraph((unit("other"),))),
        document(Paragraph((unit(unit_class=UnitClass.FIXED),))),
        document(Heading((unit(),))),
        replace(document(Paragraph((unit(),))), marking="N"),
        document(Paragraph((unit(),)), paragraph("more")),
    ],
)
def test_every_change_of_what_is_said_changes_the_hash(changed: Document) -> None:
    assert content_hash(changed) != content_hash(document(Paragraph((unit(),))))


def test_half_a_character_can_be_hashed() -> None:
    assert len(content_hash(document(paragraph("\ud800")))) == 64
