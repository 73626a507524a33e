"""Word files: everything that stands in them is read, in the order in which it stands."""

from __future__ import annotations

from time import thread_time

import pytest

from dialogue_prep.reading.word_file import paragraphs
from dialogue_prep.system.refusal import Refused
from tests.reading.writing import paragraph, word_file, word_part


def lines(body: str, parts: dict[str, str] | None = None) -> list[str]:
    found = paragraphs(word_file(body, parts))["paragraphs"]
    assert isinstance(found, list)
    return found


@pytest.mark.shows("I3 what Word files hold, read in order and counted")
def test_insertions_are_kept_deletions_left_out_and_both_counted() -> None:
    body = (
        "<w:p><w:r><w:t xml:space='preserve'>agreed to </w:t></w:r><w:ins w:id='1'><w:r><w:t>build</w:t></w:r></w:ins>"
        "<w:del w:id='2'><w:r><w:delText>sell</w:delText></w:r></w:del><w:r><w:t xml:space='preserve'> a "
        "weir</w:t></w:r></w:p>"
    )
    read = paragraphs(word_file(body))
    assert read["paragraphs"] == ["agreed to build a weir"]
    assert (read["insertions"], read["deletions"]) == (1, 1)


@pytest.mark.shows("I3 what Word files hold, read in order and counted")
def test_moved_text_is_read_where_it_went() -> None:
    body = (
        "<w:moveFrom w:id='1'><w:p><w:r><w:t>gone</w:t></w:r></w:p></w:moveFrom>"
        + paragraph("stays")
        + "<w:p><w:moveTo w:id='2'><w:r><w:t>here</w:t></w:r></w:moveTo></w:p>"
    )
    assert lines(body) == ["stays", "here"]


@pytest.mark.shows("I3 what Word files hold, read in order and counted")
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


@pytest.mark.shows("I3 what Word files hold, read in order and counted")
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


def list_of(form: str, text: str, more: str = "") -> str:
    return word_part(
        "numbering",
        f"<w:abstractNum w:abstractNumId='0'><w:lvl w:ilvl='0'><w:start w:val='1'/><w:numFmt w:val='{form}'/>"
        f"<w:lvlText w:val='{text}'/></w:lvl></w:abstractNum>"
        f"<w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num>{more}",
    )


def item_of(properties: str, words: str = "x") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{words}</w:t></w:r></w:p>"


NUMBERED = "<w:numPr><w:ilvl w:val='0'/><w:numId w:val='{}'/></w:numPr>"


def test_chinese_numbers_are_written_as_word_shows_them() -> None:
    parts = {"word/numbering.xml": list_of("chineseCountingThousand", "%1、")}
    marks = [line.split("、")[0] for line in lines(item_of(NUMBERED.format(1)) * 121, parts)]
    assert [marks[at - 1] for at in (1, 10, 11, 20, 34, 100, 101, 110, 121)] == [
        "一", "十", "十一", "二十", "三十四", "一百", "一百零一", "一百一十", "一百二十一",
    ]  # fmt: skip


def test_a_style_made_from_the_style_of_a_list_has_its_numbers() -> None:
    styles = (
        "<w:style w:styleId='List'><w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr></w:style>"
        "<w:style w:styleId='Own'><w:basedOn w:val='Between'/></w:style>"
        "<w:style w:styleId='Between'><w:basedOn w:val='List'/></w:style>"
        "<w:style w:styleId='Round'><w:basedOn w:val='Round'/></w:style>"
        "<w:style w:styleId='None'><w:basedOn w:val='List'/><w:pPr><w:numPr><w:numId w:val='0'/></w:numPr></w:pPr>"
        "</w:style>"
    )
    parts = {"word/numbering.xml": list_of("decimal", "%1."), "word/styles.xml": word_part("styles", styles)}
    body = "".join(item_of(f"<w:pStyle w:val='{name}'/>", name) for name in ("List", "Own", "Round", "None"))
    body += item_of("<w:pStyle w:val='Own'/><w:numPr><w:ilvl w:val='0'/></w:numPr>", "level")
    assert lines(body, parts) == ["1. List", "2. Own", "Round", "None", "3. level"]


def test_a_list_that_is_begun_again_counts_from_where_it_says_and_one_that_is_not_goes_on() -> None:
    again = (
        "<w:num w:numId='2'><w:abstractNumId w:val='0'/><w:lvlOverride w:ilvl='0'><w:startOverride w:val='5'/>"
        "</w:lvlOverride></w:num><w:num w:numId='3'><w:abstractNumId w:val='0'/></w:num>"
    )
    parts = {"word/numbering.xml": list_of("decimal", "%1.", again)}
    body = "".join(item_of(NUMBERED.format(number)) for number in (1, 1, 3, 2, 2, 1))
    assert [line.split(".")[0] for line in lines(body, parts)] == ["1", "2", "3", "5", "6", "7"]


def test_line_breaks_tabs_and_symbols_are_read() -> None:
    body = (
        "<w:p><w:r><w:t>one</w:t><w:br/><w:t>two</w:t><w:tab/><w:t>three</w:t><w:noBreakHyphen/><w:t>x</w:t>"
        "<w:sym w:font='Symbol' w:char='2014'/></w:r></w:p>"
    )
    assert lines(body) == ["one", "two\tthree-x—"]


@pytest.mark.shows("I3 what Word files hold, read in order and counted")
def test_links_and_fields_give_what_is_seen() -> None:
    body = (
        "<w:p><w:hyperlink w:anchor='x'><w:r><w:t>link</w:t></w:r></w:hyperlink><w:r><w:instrText>"
        "PAGE</w:instrText></w:r>"
        "<w:fldSimple w:instr='DATE'><w:r><w:t>today</w:t></w:r></w:fldSimple></w:p>"
    )
    assert lines(body) == ["linktoday"]


def test_a_paragraph_whose_end_is_deleted_goes_on_in_the_next_one() -> None:
    mark = "<w:pPr><w:rPr><w:del w:id='1'/></w:rPr></w:pPr>"
    first = f"<w:p>{mark}<w:r><w:t xml:space='preserve'>agreed to </w:t></w:r></w:p>"
    read = paragraphs(word_file(first + paragraph("build a weir") + first))
    assert read["paragraphs"] == ["agreed to build a weir", "agreed to "]
    assert read["deletions"] == 2


def test_a_paragraph_whose_end_is_deleted_before_a_table_stays_one() -> None:
    above = item_of("<w:rPr><w:del w:id='1'/></w:rPr>", "above")
    assert lines(f"{above}<w:tbl><w:tr><w:tc>{paragraph('cell')}</w:tc></w:tr></w:tbl>") == ["above", "cell"]


@pytest.mark.shows("I3 what Word files hold, read in order and counted")
def test_a_deleted_row_is_left_out_and_an_inserted_one_kept() -> None:
    def row(name: str, words: str) -> str:
        return f"<w:tr><w:trPr><w:{name} w:id='1'/></w:trPr><w:tc>{paragraph(words)}</w:tc></w:tr>"

    read = paragraphs(word_file(f"<w:tbl>{row('del', 'gone')}{row('ins', 'new')}</w:tbl>"))
    assert read["paragraphs"] == ["new"]
    assert (read["insertions"], read["deletions"]) == (1, 1)


@pytest.mark.shows("I3 what Word files hold, read in order and counted")
def test_hidden_words_and_what_a_control_asks_for_are_not_read() -> None:
    body = (
        "<w:p><w:r><w:rPr><w:b/><w:vanish/></w:rPr><w:t>hidden</w:t></w:r>"
        "<w:r><w:rPr><w:vanish w:val='0'/></w:rPr><w:t>seen</w:t></w:r>"
        "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:r><w:t>Click</w:t></w:r></w:sdtContent></w:sdt>"
        "<w:sdt><w:sdtContent><w:r><w:t> and chosen</w:t></w:r></w:sdtContent></w:sdt></w:p>"
    )
    assert lines(body) == ["seen and chosen"]


@pytest.mark.shows("I3 what Word files hold, read in order and counted")
def test_formulas_endnotes_and_notes_in_the_order_of_their_marks_are_read() -> None:
    body = (
        "<w:p xmlns:m='http://schemas.openxmlformats.org/officeDocument/2006/math'><w:r><w:t>area </w:t></w:r>"
        "<m:oMath><m:r><m:t>a+b</m:t></m:r></m:oMath><w:r><w:endnoteReference w:id='1'/></w:r>"
        "<w:r><w:footnoteReference w:id='9'/></w:r><w:r><w:footnoteReference w:id='2'/></w:r></w:p>"
    )
    notes = "".join(f"<w:footnote w:id='{n}'>{paragraph(f'foot {n}')}</w:footnote>" for n in (2, 9))
    parts = {
        "word/footnotes.xml": word_part("footnotes", notes),
        "word/endnotes.xml": word_part("endnotes", f"<w:endnote w:id='1'>{paragraph('end')}</w:endnote>"),
    }
    assert lines(body, parts) == ["area a+b", "end", "foot 9", "foot 2"]


@pytest.mark.parametrize(
    ("kind", "reason"),
    [
        ("application/vnd.ms-word.document.macroEnabled.main+xml", "macros; save it as .docx"),
        (
            "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
            "template; save it as .docx",
        ),
        ("application/vnd.ms-word.template.macroEnabledTemplate.main+xml", "template; save it as .docx"),
    ],
)
def test_macros_and_templates_have_to_be_saved_as_a_document(kind: str, reason: str) -> None:
    space = "http://schemas.openxmlformats.org/package/2006/content-types"
    types = f"<Types xmlns='{space}'><Override PartName='/word/document.xml' ContentType='{kind}'/></Types>"
    with pytest.raises(Refused, match=reason):
        paragraphs(word_file(paragraph("a"), {"[Content_Types].xml": types}))


def test_a_control_that_shows_what_was_chosen_is_read() -> None:
    control = "<w:sdt><w:sdtPr><w:showingPlcHdr w:val='0'/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
    assert lines(control.format(paragraph("chosen"))) == ["chosen"]


def test_formulas_of_the_strict_kind_are_read() -> None:
    body = "<w:p><m:oMath xmlns:m='http://purl.oclc.org/ooxml/officeDocument/math'><m:r><m:t>a+b</m:t></m:r></m:oMath></w:p>"
    assert lines(body) == ["a+b"]


def test_many_paragraphs_whose_ends_are_deleted_cost_no_more_each_than_a_few() -> None:
    joined = "<w:p><w:pPr><w:rPr><w:del w:id='1'/></w:rPr></w:pPr><w:r><w:t>" + "x" * 100 + "</w:t></w:r></w:p>"

    def seconds(count: int) -> float:
        data = word_file(joined * count)
        begun = thread_time()
        assert len(paragraphs(data)["paragraphs"][0]) == 100 * count
        return thread_time() - begun

    assert min(seconds(8000) for _ in range(2)) < 32 * min(seconds(500) for _ in range(3))


def test_deep_nesting_is_refused() -> None:
    body = "<w:tbl><w:tr><w:tc>" * 90 + paragraph("deep") + "</w:tc></w:tr></w:tbl>" * 90
    with pytest.raises(Refused):
        paragraphs(word_file(body))
