"""Saved web pages: what the page is about is read, and what stands around it is not."""

from __future__ import annotations

import pytest

from dialogue_prep.reading.file_format import HTML, TEXT, format_of
from dialogue_prep.reading.html_file import paragraphs
from dialogue_prep.system.refusal import Refused

WORDS = "The two sides agreed to build a weir across the fjord, and to exchange maps of it every year."
MENU = "".join(f"<li><a href='/{n}'>Place {n}</a></li>" for n in range(8))


def lines(body: str, encoding: str = "utf-8", head: str = "") -> list[str]:
    told = paragraphs(f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>".encode(encoding))
    found = told["paragraphs"]
    assert isinstance(found, list)
    return found


def test_paragraphs_headings_items_and_cells_are_lines() -> None:
    body = (
        "<h1>Joint\n Statement</h1><p>Tarn,<br>3&nbsp;May</p><ul><li>first<ul><li>inner</ul><li>second</ul>"
        "<ol start=4><li>four<li><p>five</p></ol><ol type=a><li>letter</ol>"
        "<table><tr><th>Topic<td>Lead</tr></table><pre>kept\n  as it is</pre><div>loose <b>bold</b> end</div>"
    )
    assert lines(body) == [
        "Joint Statement", "Tarn,", "3 May", "- first", "- inner", "- second", "4. four", "5. five", "a. letter",
        "Topic", "Lead", "kept", "as it is", "loose bold end",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "around",
    [
        f"<nav><ul>{MENU}</ul></nav>",
        f"<ul>{MENU}</ul>",
        "<footer><p>All rights reserved by the ministry of pages.</p></footer>",
        "<aside>More of what others read.</aside>",
        "<header><p>Ministry of Pages</p></header>",
        "<div role='banner'>Ministry of Pages</div>",
        "<div class='site-cookieNotice'>We keep small files on your machine. Accept?</div>",
        "<div id='breadcrumb'>Home / News / Records</div>",
        "<script>var a = '<p>no</p>';</script><style>p{}</style><noscript>Switch scripts on.</noscript>",
        "<p hidden>not shown</p><p style='color:red; display: none'>not shown</p><p aria-hidden=true>icon</p>",
        "<form><input value=x><button>Search</button><select><option>One</select></form>",
        "<template><p>later</p></template><iframe>frame</iframe><svg><text>drawn</text></svg>",
    ],
)
def test_what_stands_around_the_text_is_left_out(around: str) -> None:
    text = f"<h1>Statement</h1><p>{WORDS}</p><p>{WORDS}</p>"
    assert lines(f"{around}<div>{text}</div>{around}") == ["Statement", WORDS, WORDS]


def test_the_main_part_is_read_with_the_heading_that_stands_above_it() -> None:
    body = f"<header><h1>Statement</h1></header><p>Advice on travel.</p><main><p>{WORDS}</p></main><p>Follow us.</p>"
    assert lines(body) == ["Statement", WORDS]


def test_marks_that_programs_put_around_words_do_not_end_a_line() -> None:
    body = "<p>Officials of <st1:place w:st='on'>Norvia</st1:place> and the <acronym>EU</acronym> met.<o:p></o:p></p>"
    assert lines(body) == ["Officials of Norvia and the EU met."]


def test_text_that_stands_behind_an_open_notice_is_read() -> None:
    body = f"<div aria-hidden='true'><p>{WORDS}</p><p>{WORDS}</p></div><div role='dialog'>Small files. Accept?</div>"
    assert lines(body) == [WORDS, WORDS]


def test_several_articles_of_one_page_are_all_read() -> None:
    teasers = "".join(f"<article><p>News {n}</p></article>" for n in range(3))
    body = f"<div>Home</div><article><p>1. {WORDS}</p></article><article><p>2. {WORDS}</p></article>{teasers}"
    assert lines(body) == [f"1. {WORDS}", f"2. {WORDS}"]


def test_the_head_of_an_article_is_part_of_it() -> None:
    body = f"<article><header><h2>Statement</h2><p>Tarn, 3 May</p></header><p>{WORDS}</p><p>{WORDS}</p></article>"
    assert lines(body) == ["Statement", "Tarn, 3 May", WORDS, WORDS]


def test_a_section_that_has_the_name_of_its_heading_is_read() -> None:
    body = "<section id='information-sharing'><h2>Information sharing</h2><p>Both agreed to share maps.</p></section>"
    assert lines(f"<main><p>{WORDS}</p><p>{WORDS}</p>{body}</main>")[2:] == [
        "Information sharing",
        "Both agreed to share maps.",
    ]


def test_a_list_of_agreements_with_links_is_part_of_the_text() -> None:
    titles = [f"Agreement between Norvia and Estmark on the Sharing of Maps, number {n}" for n in range(4)]
    body = f"<p>{WORDS}</p><ul>" + "".join(f"<li><a href='#{n}'>{title}</a></li>" for n, title in enumerate(titles))
    assert lines(body) == [WORDS, *[f"- {title}" for title in titles]]


def test_a_text_named_like_something_around_it_is_read_all_the_same() -> None:
    assert lines(f"<div class='share'><p>{WORDS}</p><p>{WORDS}</p></div><p>Home</p>") == [WORDS, WORDS, "Home"]


def test_struck_words_are_left_out_inserted_ones_kept_and_both_counted() -> None:
    told = paragraphs(
        b"<html><body><p>agreed to <del>sell</del><ins>build</ins> a weir<sup><a href='#1'>1</a></sup>.</p>"
    )
    assert told["paragraphs"] == ["agreed to build a weir."]
    assert (told["insertions"], told["deletions"]) == (1, 1)


def test_a_line_end_within_chinese_is_no_space() -> None:
    assert lines("<p>双方同意继续\n  就引渡条约进行讨论。</p>") == ["双方同意继续就引渡条约进行讨论。"]


@pytest.mark.parametrize(
    ("encoding", "declared"),
    [
        ("utf-8", "utf-8"),
        ("utf-8", "iso-8859-1"),
        ("utf-8-sig", ""),
        ("utf-16", ""),
        ("cp1252", "iso-8859-1"),
        ("cp1252", "utf-8"),
        ("cp1252", ""),
    ],
)
def test_the_encoding_is_what_it_is_and_not_what_the_page_says(encoding: str, declared: str) -> None:
    head = f"<meta charset='{declared}'>" if declared else ""
    assert lines("<p>La déclaration a été adoptée à Évian.</p>", encoding, head) == [
        "La déclaration a été adoptée à Évian."
    ]


def test_a_declared_encoding_settles_what_could_be_two() -> None:
    assert lines("<p>Совместное заявление</p>", "koi8-r", "<meta charset=koi8-r>") == ["Совместное заявление"]
    assert lines(
        "<p>联合公报</p>", "gb18030", "<meta http-equiv=Content-Type content='text/html; charset=gb2312'>"
    ) == ["联合公报"]
    assert lines("<p>بيان مشترك</p>", "cp1256", "<meta charset=windows-1256>") == ["بيان مشترك"]
    assert lines("<p>แถลงการณ์ร่วม</p>", "cp874", "<meta charset=windows-874>") == ["แถลงการณ์ร่วม"]


def test_an_encoding_that_is_no_way_to_write_text_is_not_believed() -> None:
    assert lines("<p>Évian \\u0041</p>", "cp1252", "<meta charset=unicode_escape>") == ["Évian \\u0041"]


def test_a_page_that_is_nested_without_end_is_refused_and_not_cut_short() -> None:
    with pytest.raises(Refused, match="nested too deeply"):
        lines(f"<p>{WORDS}</p>" + "<div>" * 3000 + WORDS)


@pytest.mark.parametrize(
    ("data", "form"),
    [
        (b"<!DOCTYPE html><html>", HTML),
        (b"\xef\xbb\xbf  <!-- saved from url --> <!-- x --><HTML lang=en>", HTML),
        (b"<?xml version='1.0'?><!DOCTYPE html PUBLIC '-//W3C//DTD XHTML'>", HTML),
        ("<html>".encode("utf-16"), HTML),
        (b"<p>A fragment</p>", HTML),
        (b"<div class=a>", HTML),
        (b"<pledge> is a word", TEXT),
        (b"A text that speaks of <html>", TEXT),
    ],
)
def test_a_page_is_told_from_a_text_by_its_beginning(data: bytes, form: object) -> None:
    assert format_of("a file", data) == form
