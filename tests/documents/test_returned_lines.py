"""The paragraphs of an edited copy: none runs into what is beside it, and nothing that stands in one is passed over."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from io import BytesIO

import pytest

from dialogue_prep.documents.word.returned_file import look
from dialogue_prep.documents.word.tags import bookmark_of, tag_of_written
from dialogue_prep.system.refusal import Refused
from tests.documents.staff_templates import p, word_file

CHANGE = 'w:id="1" w:author="Bo Sample" w:date="2032-02-05T10:00:00Z"'
AWAY = (-1, -1, -1)


def marked(kind: str, words: str) -> str:
    """Return a paragraph whose mark was deleted or moved elsewhere."""
    mark = f"<w:pPr><w:rPr><w:{kind} {CHANGE}/></w:rPr></w:pPr>"
    return f"<w:p>{mark}<w:r><w:t>{words}</w:t></w:r></w:p>"


def table(*cells: str, between: str = "") -> str:
    return f"<w:tbl><w:tr>{between.join(f'<w:tc>{cell}</w:tc>' for cell in cells)}</w:tr></w:tbl>"


def lines(body: str) -> list[tuple[str, tuple[int, int, int]]]:
    return [(text, tuple(place)) for text, _units, _looks, place, _item in look(word_file(body))["lines"]]


def with_main(data: bytes, change: Callable[[bytes], bytes]) -> bytes:
    """Return a Word file whose main part is changed."""
    target = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as package, zipfile.ZipFile(target, "w") as changed:
        for name in package.namelist():
            part = package.read(name)
            changed.writestr(name, change(part) if name == "word/document.xml" else part)
    return target.getvalue()


def test_words_before_a_deleted_end_of_paragraph_stay_in_their_cell() -> None:
    body = table(p("One.") + marked("del", "Two."), p("Three.")) + p("Four.")
    assert lines(body) == [("One.", (0, 0, 0)), ("Two.", (0, 0, 0)), ("Three.", (0, 0, 1)), ("Four.", AWAY)]


def test_words_before_a_deleted_end_of_paragraph_do_not_go_into_a_table() -> None:
    assert lines(marked("del", "One.") + table(p("Two."))) == [("One.", AWAY), ("Two.", (0, 0, 0))]


def test_words_before_a_deleted_end_of_paragraph_stay_in_their_text_box() -> None:
    box = f"<w:drawing><w:txbxContent>{marked('del', 'Boxed.')}</w:txbxContent></w:drawing>"
    body = f"<w:p><w:r>{box}</w:r><w:r><w:t>Around it.</w:t></w:r></w:p>"
    assert lines(body) == [("Boxed.", AWAY), ("Around it.", AWAY)]


@pytest.mark.parametrize("kind", ["del", "moveFrom"])
def test_a_paragraph_whose_end_went_goes_on_in_the_next_one(kind: str) -> None:
    assert lines(marked(kind, "One, ") + p("two.")) == [("One, two.", AWAY)]


def test_a_table_in_a_cell_leaves_the_places_of_the_table_around_it() -> None:
    inner = table(p("Inner."), p("Beside."))
    assert lines(table(p("First."), inner + p("Below."), p("Last."))) == [
        ("First.", (0, 0, 0)),
        ("Inner.", (1, 0, 0)),
        ("Beside.", (1, 0, 1)),
        ("Below.", (0, 0, 1)),
        ("Last.", (0, 0, 2)),
    ]


def test_rows_and_cells_within_controls_are_rows_and_cells() -> None:
    cell = f"<w:sdt><w:sdtContent><w:tc>{p('B')}</w:tc></w:sdtContent></w:sdt>"
    row = f"<w:sdt><w:sdtContent><w:tr><w:tc>{p('A')}</w:tc>{cell}</w:tr></w:sdtContent></w:sdt>"
    assert lines(f"<w:tbl>{row}{row}</w:tbl>") == [
        ("A", (0, 0, 0)),
        ("B", (0, 0, 1)),
        ("A", (0, 1, 0)),
        ("B", (0, 1, 1)),
    ]


def test_a_bookmark_that_ends_between_two_cells_ends_there() -> None:
    tag = tag_of_written("one")
    begin = f'<w:bookmarkStart w:id="7" w:name="{bookmark_of(tag)}"/>'
    cell = p("One.").replace("<w:p>", f"<w:p>{begin}", 1)
    read = look(word_file(table(cell, p("Two."), between='<w:bookmarkEnd w:id="7"/>')))["lines"]
    assert [[span[1] for span in spans if span[4] > span[3]] for _text, spans, *_rest in read] == [[tag], []]


def test_special_hyphens_and_formulas_are_characters() -> None:
    formula = '<m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><m:r><m:t>x=1</m:t></m:r></m:oMath>'
    body = f"<w:p><w:r><w:t>a</w:t><w:noBreakHyphen/><w:t>b</w:t><w:softHyphen/><w:t>c </w:t></w:r>{formula}</w:p>"
    assert lines(body) == [("a\N{NON-BREAKING HYPHEN}b\N{SOFT HYPHEN}c x=1", AWAY)]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_long_text_is_read_whole_wherever_a_piece_of_it_ends(encoding: str) -> None:
    words = [f"第{number}点：双方回顾了上一轮对话。" * (1 + number % 7) for number in range(1500)]
    body = "".join(
        table(p(one), p(f"{one} Beside.")) if number % 5 == 0 else f"<!-- {number} -->{p(one)}\n"
        for number, one in enumerate(words)
    )
    data = with_main(word_file(body), lambda part: part.decode().replace("UTF-8", encoding).encode(encoding))
    expected = [
        said for number, one in enumerate(words) for said in ([one, f"{one} Beside."] if number % 5 == 0 else [one])
    ]
    assert [text for text, *_rest in look(data)["lines"]] == expected


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (lambda part: part[: len(part) * 3 // 4], "it is damaged; open it in Word and save it again"),
        (lambda part: part + b"<more/>", "it is damaged; open it in Word and save it again"),
        (lambda part: part.replace(b"w:body>", b"w:elsewhere>"), "it is damaged, its text is missing"),
        (
            lambda part: part.replace(b"<w:body>", b"<w:x><w:body>").replace(b"</w:body>", b"</w:body></w:x>"),
            "it is damaged, its text is missing",
        ),
    ],
    ids=["torn", "more behind it", "without a body", "a body elsewhere"],
)
def test_a_long_text_that_is_damaged_somewhere_is_refused(change: Callable[[bytes], bytes], reason: str) -> None:
    with pytest.raises(Refused, match=reason):
        look(with_main(word_file(p("One more point.") * 4000), change))
