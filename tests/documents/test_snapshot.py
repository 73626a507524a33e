"""What is kept of a paper as it was written can be read again, whatever form it was kept in."""

from __future__ import annotations

import json
import zlib
from datetime import date

from dialogue_prep.documents.canonical import unit_hash
from dialogue_prep.documents.model import (
    Block,
    Columns,
    Document,
    Field,
    FieldKind,
    Heading,
    PageBreak,
    Paragraph,
    Role,
    Run,
    Table,
    Unit,
    UnitClass,
    UnitKey,
    cell,
    paragraph,
)
from dialogue_prep.documents.snapshot import KeptLine, KeptUnit, Snapshot, lines_of, read_snapshot, snapshot

KEY = "topic/t1/title/zh-Hans"
TITLE = Unit(UnitKey("topic", "t1", "title", "zh-Hans"), UnitClass.HELD, (Run("引渡"),))


def document(*blocks: Block) -> Document:
    return Document(
        key="k", title="T", language="en", marking="", version=1, written_on=date(2032, 1, 1), blocks=blocks
    )


def test_every_unit_and_every_line_is_read_again() -> None:
    kept = read_snapshot(snapshot(document(Heading((Run("On "), TITLE)))))
    assert kept == Snapshot(
        "k",
        "T",
        (KeptUnit(KEY, "held", "引渡", unit_hash(TITLE)),),
        (KeptLine("On 引渡", "heading 1", 0, units=(KEY,)),),
    )


def test_lines_say_where_they_stand() -> None:
    table = Table("T", (1, 1), ((cell("a"), cell("b")),), (cell("A"), cell("B")))
    columns = Columns((((paragraph("left"),), (paragraph("right"),)),))
    numbered = Paragraph((Run("page "), Field(FieldKind.PAGE)), Role.REMARK)
    found = lines_of(document(numbered, PageBreak(), table, columns))
    assert [(line.text, line.block, line.row, line.column) for line in found] == [
        ("page …", 0, -1, -1),
        ("A", 2, 0, 0),
        ("B", 2, 0, 1),
        ("a", 2, 1, 0),
        ("b", 2, 1, 1),
        ("left", 3, -1, -1),
        ("right", 3, -1, -1),
    ]
    assert found[0].role == "remark"


def test_a_unit_without_words_is_a_line_of_its_prompt() -> None:
    empty = Unit(UnitKey("topic", "t", "title", "en"), UnitClass.HELD, (), "[to be entered]")
    (line,) = lines_of(document(Paragraph((empty,))))
    assert line.text == "[to be entered]"


def test_the_first_form_held_units_alone() -> None:
    unit = {"key": KEY, "class": "held", "text": "引渡", "hash": "0"}
    first = zlib.compress(json.dumps({"format": 1, "document": "k", "units": [unit]}).encode())
    assert read_snapshot(first) == Snapshot("k", "", (KeptUnit(KEY, "held", "引渡", "0"),), ())


def test_what_cannot_be_read_is_nothing() -> None:
    assert read_snapshot(b"\x00\x01\xff") is None
    assert read_snapshot(zlib.compress(b"{}")) is None


def test_the_same_paper_gives_the_same_snapshot() -> None:
    assert snapshot(document(Paragraph((TITLE,)))) == snapshot(document(Paragraph((TITLE,))))
