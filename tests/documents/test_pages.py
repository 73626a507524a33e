"""The preview and plain text say the same as the paper."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from html.parser import HTMLParser

import pytest

from dialogue_prep.documents.compose.papers import compose
from dialogue_prep.documents.compose.request import PaperRequest
from dialogue_prep.documents.html import write_html
from dialogue_prep.documents.model import (
    Block,
    Columns,
    Document,
    Heading,
    ListItem,
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
    units,
)
from dialogue_prep.documents.plain import write_plain
from dialogue_prep.domain.dossier import Dossier
from dialogue_prep.domain.draft import Audience, PaperKind

Asked = Callable[..., PaperRequest]


def document(*blocks: Block) -> Document:
    return Document(
        key="k", title="T <t>", language="en", marking="SECRET", version=1, written_on=date(2032, 1, 1), blocks=blocks
    )


class Words(HTMLParser):
    """Collects the words of a page, and checks that what is opened is closed."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:
        if tag not in {"meta", "br", "hr"}:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "style" not in self.open:
            self.words.append(data)


@pytest.mark.parametrize(("kind", "audience"), [(kind, audience) for kind in PaperKind for audience in kind.audiences])
@pytest.mark.parametrize(("language", "second"), [("en", ""), ("fr", ""), ("zh-Hans", "fr")])
def test_every_unit_is_in_the_preview_and_in_plain_text(
    dossier: Dossier, asked: Asked, kind: PaperKind, audience: Audience, language: str, second: str
) -> None:
    paper = compose(kind, audience, dossier, asked(language, second_language=second))
    page = Words()
    page.feed(write_html(paper))
    assert page.open == []
    in_page, in_text = "".join(page.words), write_plain(paper)
    for unit in units(paper):
        assert unit.text in in_page
        assert unit.text in in_text


def test_what_people_wrote_cannot_become_markup() -> None:
    page = write_html(document(paragraph("<img src=file:///x> & <b>")))
    assert "<img" not in page
    assert "&lt;img src=file:///x&gt; &amp; &lt;b&gt;" in page
    assert "<title>T &lt;t&gt;</title>" in page


def test_a_prompt_is_marked_in_the_preview() -> None:
    empty = Unit(UnitKey("topic", "t", "title", "en"), UnitClass.HELD, (), "[to be entered]")
    assert '">[to be entered]</a>' in write_html(document(Paragraph((empty,))))
    assert "[to be entered]" in write_plain(document(Paragraph((empty,))))


def test_the_preview_names_no_colour_that_one_of_the_two_themes_would_hide() -> None:
    def brightness(colour: str) -> float:
        red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
        return 0.2126 * red**2.2 + 0.7152 * green**2.2 + 0.0722 * blue**2.2

    def contrast(one: float, other: float) -> float:
        return (max(one, other) + 0.05) / (min(one, other) + 0.05)

    found = set(re.findall(r"#[0-9a-fA-F]{6}", write_html(document(paragraph("x")))))
    assert found
    for colour in found:
        assert contrast(brightness(colour), brightness("#ffffff")) >= 3.4
        assert contrast(brightness(colour), brightness("#1c2026")) >= 3.4


def test_plain_text_lays_out_every_kind_of_block() -> None:
    table = Table("T", (1, 1), ((cell("one"), cell("two\nlines")),), (cell("A"), cell("Second")))
    said = write_plain(
        document(
            paragraph("The paper", Role.TITLE),
            Heading((Run("Head"),), 2),
            ListItem((Run("point"),), Role.POINT),
            ListItem((Run("perhaps"),), Role.PROPOSAL),
            table,
            PageBreak(),
            paragraph("end"),
        )
    )
    assert said == (
        "SECRET\n\nThe paper\n#########\n\nHead\n----\n• point\n○ perhaps\n\nA    Second\n---  ---------\n"
        "one  two lines\n\n" + "─" * 72 + "\n\nend\n"
    )


def test_columns_of_plain_text_stand_below_each_other_in_chinese_too() -> None:
    table = Table("T", (1, 1), ((cell("议程"), cell("x")), (cell("abcd"), cell("y"))), (cell("文"), cell("B")))
    assert write_plain(document(table)).splitlines()[2:] == ["文    B", "----  -", "议程  x", "abcd  y"]


def test_two_languages_stand_side_by_side_in_the_preview() -> None:
    columns = Columns((((paragraph("left"),), (paragraph("right"),)),))
    page = write_html(document(columns))
    assert re.search(r'<td width="50%"><p class="body">left</p></td><td width="50%"><p class="body">right', page)
    assert write_plain(document(columns)) == "SECRET\n\nleft\n\nright\n"


def test_emphasis_and_lines_are_kept_in_the_preview() -> None:
    page = write_html(document(Paragraph((Run("a\nb", strong=True), Run("c", emphasis=True)))))
    assert "<b>a<br>b</b><i>c</i>" in page
