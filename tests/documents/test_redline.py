"""A redline: with all changes accepted it is the new text, with all of them rejected the old one."""

from __future__ import annotations

import zipfile
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from docx_revisions import RevisionDocument
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from openxml_audit import OpenXmlValidator

from dialogue_prep.documents.model import (
    Block,
    Document,
    Field,
    FieldKind,
    Heading,
    ListItem,
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
from dialogue_prep.documents.redline import Question, Redline, redline_of
from dialogue_prep.documents.word.foreign import W
from dialogue_prep.documents.word.lint import findings
from dialogue_prep.documents.word.redline.made import made
from dialogue_prep.documents.word.redline.views import View, said
from dialogue_prep.documents.word.writer import write_word
from dialogue_prep.domain.draft import Profile
from tests.reading.writing import word_file

DAY = "2032-02-06"


def document(*blocks: Block) -> Document:
    return Document(
        key="r/k/en",
        title="A paper",
        language="en",
        marking="M",
        version=2,
        written_on=date(2032, 2, 6),
        blocks=blocks,
        footer=(Paragraph((Run("page "), Field(FieldKind.PAGE)), Role.PAGE_FOOT),),
    )


def written(*blocks: Block, profile: Profile = Profile.WORD) -> bytes:
    return write_word(document(*blocks), profile)


def unit(words: str, name: str) -> Paragraph:
    key = UnitKey("speaking_point", name, "words", "en")
    return Paragraph((Unit(key, UnitClass.HELD, (Run(words),), "[to be entered]"),))


def table(*rows: tuple[str, ...]) -> Table:
    head, *others = rows
    cells = tuple(tuple(cell(words) for words in row) for row in others)
    return Table("T", (40.0,) * len(head), cells, tuple(cell(words, Role.COLUMN_HEAD) for words in head))


def redline(old: bytes, new: bytes) -> Redline:
    found = redline_of(made(Question(old=old, new=new, author="Ada Example", day=DAY).written()))
    assert found.proven
    assert findings(found.word) == ()
    return found


def body_of(word: bytes) -> etree._Element:
    with zipfile.ZipFile(BytesIO(word)) as package:
        return etree.fromstring(package.read("word/document.xml"))[0]


def both(word: bytes) -> tuple[Any, Any]:
    """Return what a redline says with all changes rejected, and with all accepted."""
    return said(body_of(word), View.REJECTED), said(body_of(word), View.ACCEPTED)


def marked(word: bytes, kind: str) -> list[str]:
    """Return the words of each insertion or deletion."""
    found = ("".join(str(text) for text in node.itertext()) for node in body_of(word).iter(W + kind))
    return [words for words in found if words]


def of_body(*paragraphs: str, around: str = "") -> bytes:
    texts = "".join(f'<w:p><w:r><w:t xml:space="preserve">{words}</w:t></w:r></w:p>' for words in paragraphs)
    return word_file(f"{texts}{around}")


def test_words_are_marked_one_by_one() -> None:
    old, new = of_body("The experts meet in the spring."), of_body("The experts of both sides meet in the autumn.")
    word = redline(old, new).word
    assert marked(word, "ins") == ["of both sides ", "autumn"]
    assert marked(word, "del") == ["spring"]
    assert both(word) == (["The experts meet in the spring."], ["The experts of both sides meet in the autumn."])


def test_chinese_is_marked_by_character() -> None:
    word = redline(of_body("双方同意继续磋商。"), of_body("双方同意恢复磋商。")).word
    assert (marked(word, "del"), marked(word, "ins")) == (["继续"], ["恢复"])


def test_every_change_has_a_number_of_its_own_the_author_and_the_day() -> None:
    word = redline(of_body("a b", "c", "d"), of_body("a x", "e f g", "d", "h")).word
    changes = list(body_of(word).iter(W + "ins", W + "del"))
    assert len({node.get(W + "id") for node in changes}) == len(changes) > 4
    assert {(node.get(W + "author"), node.get(W + "date")[:10]) for node in changes} == {("Ada Example", DAY)}


def test_changes_that_meet_at_the_end_of_a_paragraph_are_two_for_libreoffice_too() -> None:
    word = redline(of_body("They met.", "They will meet."), of_body("They met. Again", "And they will meet.")).word
    one, other = (node.get(W + "date") for node in body_of(word).iter(W + "ins"))
    assert one != other


def test_the_same_files_give_the_same_redline_and_the_same_text_gives_no_change() -> None:
    old, new = written(paragraph("One."), table(("A", "B"), ("1", "2"))), written(paragraph("Two."))
    assert redline(old, new).word == redline(old, new).word
    same = redline(old, old)
    assert (same.changes, same.changed) == (0, ())


def test_what_stayed_keeps_its_look() -> None:
    old = written(Paragraph((Run("They "), Run("agreed", strong=True), Run(" on a date."))))
    new = written(Paragraph((Run("They "), Run("agreed", strong=True), Run(" on a place."))))
    bold = [
        "".join(run.itertext())
        for run in body_of(redline(old, new).word).iter(W + "r")
        if run.find(f"{W}rPr/{W}b") is not None
    ]
    assert bold == ["agreed"]


def test_a_paragraph_comes_and_goes_with_its_mark() -> None:
    word = redline(of_body("First one.", "Gone entirely.", "Last."), of_body("First one.", "Last.")).word
    (mark,) = body_of(word).iterfind(f"{W}p/{W}pPr/{W}rPr/{W}del")
    assert "".join(mark.getparent().getparent().getparent().itertext()) == "Gone entirely."
    word = redline(of_body("First one.", "Last."), of_body("First one.", "Quite new.", "Last.")).word
    assert len(list(body_of(word).iterfind(f"{W}p/{W}pPr/{W}rPr/{W}ins"))) == 1


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (("Kept.",), ("Kept.", "Added at the end.")),
        (("Kept.", "Removed at the end."), ("Kept.",)),
        (("Kept.", "Removed.", "Removed too."), ("Kept.", "Another.")),
        (("Nothing alike.",), ("Wholly other words", "and more")),
        (("",), ("Words.",)),
        (("Words.",), ("",)),
    ],
)
def test_the_last_mark_of_a_text_neither_comes_nor_goes(before: tuple[str, ...], after: tuple[str, ...]) -> None:
    word = redline(of_body(*before), of_body(*after)).word
    last = body_of(word)[-1]
    assert last.find(f"{W}pPr/{W}rPr/{W}ins") is None
    assert last.find(f"{W}pPr/{W}rPr/{W}del") is None
    assert both(word) == (list(before), list(after))


def test_rows_come_and_go_as_rows_and_cells_change_by_words() -> None:
    old = written(table(("Start", "Item"), ("09:00", "Opening remarks"), ("09:15", "Adoption of the agenda")))
    new = written(table(("Start", "Item"), ("09:00", "Opening remarks by both"), ("10:00", "Organized crime")))
    found = redline(old, new)
    rows = list(body_of(found.word).iter(W + "tr"))
    fates = [[etree.QName(mark).localname for mark in row.iterfind(f"{W}trPr/*")][1:] for row in rows]
    assert fates == [["tblHeader"], [], ["del"], ["ins"]]
    assert [(line.place.read("en"), line.old, line.new) for line in found.changed] == [
        ("table 1, row 2, column 2", "Opening remarks", "Opening remarks by both"),
        ("table 1, row 3", "09:15 | Adoption of the agenda", ""),
        ("table 1, row 3", "", "10:00 | Organized crime"),
    ]


def test_a_table_with_other_columns_is_another_table() -> None:
    old = written(paragraph("a"), table(("A", "B"), ("1", "2")), paragraph("z"))
    new = written(paragraph("a"), table(("A", "B", "C"), ("1", "2", "3")), paragraph("z"))
    tables = list(body_of(redline(old, new).word).iter(W + "tbl"))
    fates = [{etree.QName(mark).localname for mark in one.iterfind(f"{W}tr/{W}trPr/*")} for one in tables]
    assert ["del" in fates[0], "ins" in fates[1]] == [True, True]


def test_a_unit_is_found_again_by_its_key_however_it_was_rewritten() -> None:
    old = written(unit("Thank them for the lists.", "w1"), unit("Propose a date.", "w2"), paragraph("end"))
    new = written(unit("Wholly other words here", "w1"), unit("Propose a place.", "w2"), paragraph("end"))
    assert [(line.unit, line.old) for line in redline(old, new).changed] == [
        ("speaking_point/w1/words/en", "Thank them for the lists."),
        ("speaking_point/w2/words/en", "Propose a date."),
    ]


def test_a_place_is_counted_as_a_reader_counts_it() -> None:
    changed = redline(of_body("One.", "", "The two sides met."), of_body("One.", "", "The two sides meet.")).changed
    assert [(line.place.read("en"), line.unit) for line in changed] == [("paragraph 2", "")]


def test_changes_that_were_there_already_count_as_accepted() -> None:
    change = 'w:id="1" w:author="B" w:date="2031-01-01T00:00:00Z"'
    edited = word_file(
        f"<w:p><w:r><w:t>They </w:t></w:r><w:del {change}><w:r><w:delText>may</w:delText></w:r></w:del>"
        f"<w:ins {change}><w:r><w:t>will</w:t></w:r></w:ins><w:r><w:t> go</w:t></w:r></w:p>"
        f"<w:p><w:pPr><w:rPr><w:del {change}/></w:rPr></w:pPr><w:r><w:t>joined</w:t></w:r></w:p>"
        "<w:p><w:r><w:t> to this</w:t></w:r></w:p>"
    )
    word = redline(of_body("They may go", "joined to this"), edited).word
    assert (marked(word, "del"), marked(word, "ins")) == (["may"], ["will"])


def test_a_change_without_a_number_is_one_too() -> None:
    edited = word_file("<w:p><w:del><w:r><w:delText>Not </w:delText></w:r></w:del><w:r><w:t>so</w:t></w:r></w:p>")
    word = redline(of_body("No", "so"), edited).word
    assert both(word) == (["No", "so"], ["so"])


def test_a_paragraph_that_was_deleted_before_a_table_is_gone() -> None:
    deleted = "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:del><w:r><w:delText>Gone</w:delText></w:r></w:del></w:p>"
    rows = "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc></w:tr></w:tbl><w:p/>"
    for between in ("", '<w:bookmarkStart w:id="1" w:name="x"/><w:bookmarkEnd w:id="1"/>'):
        assert both(redline(of_body("No"), word_file(f"{deleted}{between}{rows}")).word) == (["No"], [[[["a"]]], ""])


@pytest.mark.parametrize(
    "left",
    [
        '<w:bookmarkStart w:id="1" w:name="x"/><w:bookmarkEnd w:id="1"/>',
        '<w:sdt><w:sdtContent><w:del w:id="1"><w:r><w:delText>Gone</w:delText></w:r></w:del></w:sdtContent></w:sdt>',
        '<w:commentRangeStart w:id="0"/><w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>',
        "<w:r><w:rPr/></w:r>",
    ],
    ids=["a bookmark", "an empty control", "a comment", "an empty run"],
)
def test_a_deleted_paragraph_before_a_table_is_gone_whatever_is_left_of_it(left: str) -> None:
    rows = "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc></w:tr></w:tbl><w:p/>"
    deleted = f"<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{left}</w:p>"
    assert both(redline(of_body("No"), word_file(f"{deleted}{rows}")).word) == (["No"], [[[["a"]]], ""])


def test_a_paragraph_whose_end_was_deleted_goes_on_in_a_control_and_out_of_one() -> None:
    deleted = "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>One, </w:t></w:r></w:p>"
    last = "<w:p><w:r><w:t>two.</w:t></w:r></w:p>"
    for before, after in (("", deleted), (deleted, "")):
        control = f"<w:sdt><w:sdtContent>{after or last}</w:sdtContent></w:sdt>"
        edited = word_file(f"{before}{control}{'' if before else last}")
        assert both(redline(of_body("One."), edited).word) == (["One."], ["One, two."])


def test_paragraphs_whose_ends_were_deleted_go_on_in_their_order() -> None:
    deleted = "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>{}</w:t></w:r></w:p>"
    several = "".join(deleted.format(words) for words in ("One", "Two", "Three"))
    edited = word_file(f"{several}<w:p><w:r><w:t>Four</w:t></w:r></w:p>")
    assert both(redline(of_body("No"), edited).word) == (["No"], ["OneTwoThreeFour"])


def test_a_paragraph_within_a_line_is_refused() -> None:
    nested = word_file("<w:p><w:hyperlink><w:p><w:r><w:t>a</w:t></w:r></w:p></w:hyperlink></w:p>")
    answer = made(Question(old=of_body("a"), new=nested, author="A", day=DAY).written())
    assert answer["refused"] == ["new", "it has paragraphs within paragraphs; open it in Word and save it again"]


def test_controls_fields_links_and_bookmarks_are_left_aside_and_their_words_stay() -> None:
    around = (
        '<w:p><w:bookmarkStart w:id="0" w:name="a"/><w:hyperlink w:anchor="a"><w:r><w:t>See </w:t></w:r></w:hyperlink>'
        '<w:bookmarkEnd w:id="0"/><w:sdt><w:sdtContent><w:r><w:t>the list</w:t></w:r></w:sdtContent></w:sdt>'
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> DATE </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t> of 3 May</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    )
    word = redline(of_body("See the list of 2 May"), word_file(around)).word
    assert both(word) == (["See the list of 2 May"], ["See the list of 3 May"])
    left = {etree.QName(node).localname for node in body_of(word).iter(etree.Element)}
    assert not left & {"sdt", "hyperlink", "bookmarkStart", "fldChar", "instrText"}


def test_what_stands_on_each_page_is_that_of_the_new_file_and_nothing_says_which_paper_it_is() -> None:
    word = redline(written(paragraph("a b c")), written(paragraph("a b d"))).word
    with zipfile.ZipFile(BytesIO(word)) as package:
        names = package.namelist()
        feet = b"".join(package.read(name) for name in names if "footer" in name and name.endswith(".xml"))
    assert b"page" in feet
    assert b"PAGE" in feet
    assert not [name for name in names if name.startswith("customXml")]


def test_signs_that_are_no_letters_come_and_go_too() -> None:
    tab, line = "<w:r><w:tab/></w:r>", "<w:r><w:br/></w:r>"
    words = "<w:r><w:t>one</w:t></w:r>{}<w:r><w:t>two</w:t></w:r>"
    old, new = (word_file(f"<w:p>{words.format(sign)}</w:p>") for sign in (tab, line))
    assert both(redline(old, new).word) == (["one\ttwo"], ["one\ntwo"])


def test_a_picture_that_is_gone_is_named_by_a_sign() -> None:
    picture = "<w:r><w:pict/></w:r>"
    old = word_file(f"<w:p><w:r><w:t>Before </w:t></w:r>{picture}</w:p>")
    word = redline(old, of_body("Before ")).word
    assert marked(word, "del") == ["[…]"]
    assert next(body_of(redline(of_body("Before "), old).word).iter(W + "pict"), None) is not None


def test_a_foreign_text_is_aligned_with_ours() -> None:
    ours = written(
        Heading((Run("Joint statement"),)),
        paragraph("The two sides reviewed what was done since the last round."),
        paragraph("They agreed to meet in the spring."),
        ListItem((Run("A list of names."),), Role.BULLET),
    )
    theirs = of_body(
        "Joint statement",
        "The two sides welcomed what was done since the last round.",
        "They stressed mutual respect.",
        "They agreed to meet in the autumn.",
        "A list of names.",
    )
    changed = redline(ours, theirs).changed
    assert [(line.old, line.new) for line in changed][1:] == [
        ("", "They stressed mutual respect."),
        ("They agreed to meet in the spring.", "They agreed to meet in the autumn."),
    ]


def test_a_validator_finds_nothing_in_it(tmp_path: Path) -> None:
    old = written(
        Heading((Run("Agenda"),)), unit("Thank them.", "w1"), table(("A", "B"), ("1", "2"), ("3", "4")), paragraph("z")
    )
    new = written(
        Heading((Run("An agenda"),)), unit("Thank them all.", "w1"), table(("A", "B"), ("1", "x"), ("5", "6")),
        paragraph("引渡条约"), paragraph("y"),
    )  # fmt: skip
    path = tmp_path / "redline.docx"
    path.write_bytes(redline(old, new).word)
    assert [str(error) for error in OpenXmlValidator().validate(path).errors] == []


WORDS = st.text(alphabet=" abcé双方,.\t", max_size=12)
SENTENCES = st.lists(st.sampled_from(["both", "sides", "met", "引渡", "agreed", "on", "and", ", "]), max_size=6).map(
    " ".join
)
LINES = st.one_of(WORDS, SENTENCES).map(paragraph)
TABLES = st.integers(1, 3).flatmap(
    lambda columns: st.lists(st.tuples(*[SENTENCES] * columns), min_size=1, max_size=4).map(lambda rows: table(*rows))
)
BLOCKS = st.lists(st.one_of(LINES, LINES, LINES, TABLES), max_size=7)


@st.composite
def edited(draw: st.DrawFn) -> tuple[list[Block], list[Block]]:
    """Return a text, and the same after random edits: blocks dropped, moved, rewritten, put in."""
    before: list[Block] = list(draw(BLOCKS))
    after = [block for block in before if draw(st.integers(0, 4))]
    for block in draw(BLOCKS):
        after.insert(draw(st.integers(0, len(after))), block)
    if len(after) > 1 and draw(st.booleans()):
        after.append(after.pop(draw(st.integers(0, len(after) - 1))))
    return before, after


@given(edited())
def test_accepting_gives_the_new_text_and_rejecting_the_old_as_another_library_finds_too(
    texts: tuple[list[Block], list[Block]],
) -> None:
    old, new = (written(*blocks) for blocks in texts)
    word = redline(old, new).word
    assert both(word) == (said(body_of(old), View.ACCEPTED), said(body_of(new), View.ACCEPTED))
    independent = RevisionDocument(BytesIO(word)).all_paragraphs
    for file, found in ((old, [p.original_text for p in independent]), (new, [p.accepted_text for p in independent])):
        expected = [p.accepted_text for p in RevisionDocument(BytesIO(file)).all_paragraphs]
        assert [words for words in found if words] == [words for words in expected if words]
