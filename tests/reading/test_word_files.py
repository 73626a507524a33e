"""Word files: everything that stands in them is read, in the order in which it stands."""

from __future__ import annotations

import pytest

from dialogue_prep.reading.word_file import paragraphs
from dialogue_prep.system.refusal import Refused
from tests.reading.writing import paragraph, word_file, word_part


def lines(body: str, parts: dict[str, str] | None = None) -> list[str]:
    found = paragraphs(word_file(body, parts))["paragraphs"]
    assert isinstance(found, list)
    return found


def test_insertions_are_kept_deletions_left_out_and_both_counted() -> None:
    body = (
        "<w:p><w:r><w:t xml:space='preserve'>agreed to </w:t></w:r><w:ins w:id='1'><w:r><w:t>build</w:t></w:r></w:ins>"
        "<w:del w:id='2'><w:r><w:delText>sell</w:delText></w:r></w:del><w:r><w:t xml:space='preserve'> a "
        "weir</w:t></w:r></w:p>"
    )
    read = paragraphs(word_file(body))
    assert read["paragraphs"] == ["agreed to build a weir"]
    assert (read["insertions"], read["deletions"]) == (1, 1)


def test_moved_text_is_read_where_it_went() -> None:
    body = (
        "<w:moveFrom w:id='1'><w:p><w:r><w:t>gone</w:t></w:r></w:p></w:moveFrom>"
        + paragraph("stays")
        + "<w:p><w:moveTo w:id='2'><w:r><w:t>here</w:t></w:r></w:moveTo></w:p>"
    )
    assert lines(body) == ["stays", "here"]


def test_content_controls_tables_and_text_boxes_stand_in_reading_order() -> None:
    body = (
        paragraph("first")
        + f"<w:sdt><w:sdtContent>{paragraph('control')}</w:sdtContent></w:sdt>"
        + f"<w:tbl><w:tr><w:tc>{paragraph('left')}</w:tc><w:tc>{paragraph('right')}</w:tc></w:tr></w:tbl>"
        + "<w:p><w:r><w:t>anchor</w:t></w:r><w:r><w:pict><w:txbxContent>"
        + paragraph("box")
        + "</w:txbxContent></w:pict></w:r></w:p>"
        + paragraph("last")
    )
    assert lines(body) == ["first", "control", "left", "right", "anchor", "box", "last"]


def test_an_alternative_for_older_programs_is_not_read_twice() -> None:
    space = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    box = "<w:txbxContent>" + paragraph("box") + "</w:txbxContent>"
    body = (
        f"<w:p><w:r><mc:AlternateContent xmlns:mc='{space}'><mc:Choice Requires='wps'>{box}</mc:Choice>"
        f"<mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )
    assert lines(body) == ["box"]


def test_notes_and_comments_follow_the_text() -> None:
    body = (
        "<w:p><w:r><w:t>text</w:t></w:r><w:r><w:footnoteReference w:id='2'/></w:r>"
        "<w:r><w:commentReference w:id='0'/></w:r></w:p>"
    )
    parts = {
        "word/footnotes.xml": word_part(
            "footnotes",
            f"<w:footnote w:id='2'>{paragraph('note')}</w:footnote><w:footnote w:id='3'>"
            f"{paragraph('unused')}</w:footnote>",
        ),
        "word/comments.xml": word_part("comments", f"<w:comment w:id='0'>{paragraph('remark')}</w:comment>"),
    }
    assert lines(body, parts) == ["text", "note", "remark"]


def test_list_numbers_that_word_makes_are_written_out() -> None:
    numbering = word_part(
        "numbering",
        "<w:abstractNum w:abstractNumId='0'><w:lvl w:ilvl='0'><w:start w:val='1'/><w:numFmt w:val='decimal'/>"
        "<w:lvlText w:val='%1.'/></w:lvl><w:lvl w:ilvl='1'><w:numFmt w:val='lowerRoman'/><w:lvlText "
        "w:val='(%2)'/></w:lvl>"
        "</w:abstractNum><w:abstractNum w:abstractNumId='1'><w:lvl w:ilvl='0'><w:numFmt w:val='bullet'/>"
        "<w:lvlText w:val='x'/></w:lvl></w:abstractNum><w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num>"
        "<w:num w:numId='2'><w:abstractNumId w:val='1'/></w:num>",
    )

    def item(words: str, number: int, level: int) -> str:
        return (
            f"<w:p><w:pPr><w:numPr><w:ilvl w:val='{level}'/><w:numId w:val='{number}'/></w:numPr></w:pPr>"
            f"<w:r><w:t>{words}</w:t></w:r></w:p>"
        )

    body = item("one", 1, 0) + item("one one", 1, 1) + item("one two", 1, 1) + item("two", 1, 0) + item("dot", 2, 0)
    assert lines(body, {"word/numbering.xml": numbering}) == [
        "1. one",
        "(i) one one",
        "(ii) one two",
        "2. two",
        "- dot",
    ]


def test_line_breaks_tabs_and_symbols_are_read() -> None:
    body = (
        "<w:p><w:r><w:t>one</w:t><w:br/><w:t>two</w:t><w:tab/><w:t>three</w:t><w:noBreakHyphen/><w:t>x</w:t>"
        "<w:sym w:font='Symbol' w:char='2014'/></w:r></w:p>"
    )
    assert lines(body) == ["one", "two\tthree-x—"]


def test_links_and_fields_give_what_is_seen() -> None:
    body = (
        "<w:p><w:hyperlink w:anchor='x'><w:r><w:t>link</w:t></w:r></w:hyperlink><w:r><w:instrText>"
        "PAGE</w:instrText></w:r>"
        "<w:fldSimple w:instr='DATE'><w:r><w:t>today</w:t></w:r></w:fldSimple></w:p>"
    )
    assert lines(body) == ["linktoday"]


def test_deep_nesting_is_refused() -> None:
    body = "<w:tbl><w:tr><w:tc>" * 90 + paragraph("deep") + "</w:tc></w:tr></w:tbl>" * 90
    with pytest.raises(Refused):
        paragraphs(word_file(body))
