"""Word files: valid, the same each time, and with what a later reading needs to find each unit again."""

from __future__ import annotations

import importlib.util
import re
import sys
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import cache
from hashlib import sha256
from io import BytesIO
from pathlib import Path

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from openxml_audit import OpenXmlValidator

from dialogue_prep.documents.canonical import unit_hash
from dialogue_prep.documents.compose.papers import compose
from dialogue_prep.documents.compose.request import PaperRequest
from dialogue_prep.documents.model import (
    Block,
    Columns,
    Document,
    Field,
    FieldKind,
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
from dialogue_prep.documents.word.lint import findings
from dialogue_prep.documents.word.styles import style_ids
from dialogue_prep.documents.word.tags import LONGEST_TAG, NAMESPACE, PROPERTY, tag_of
from dialogue_prep.documents.word.writer import TEMPLATE, write_word
from dialogue_prep.domain.dossier import Dossier
from dialogue_prep.domain.draft import Audience, PaperKind, Profile
from dialogue_prep.domain.errors import UserError
from dialogue_prep.system.resources import resource_file
from tests.conftest import Tally

Asked = Callable[..., PaperRequest]

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
PAPERS = [(kind, audience) for kind in PaperKind for audience in kind.audiences]
IN_LANGUAGES = [("zh-Hans", ""), ("en", "fr")]
IN_OTHERS = [("en", ""), ("fr", ""), ("zh-Hans", "en")]


def document(*blocks: Block, language: str = "en") -> Document:
    return Document(
        key="r/k/en",
        title="A & B <c>",
        language=language,
        marking="M",
        version=2,
        written_on=date(2032, 2, 6),
        blocks=blocks,
        header=(paragraph("M", Role.PAGE_MARKING),),
        footer=(Paragraph((Run("page "), Field(FieldKind.PAGE), Run(" of "), Field(FieldKind.PAGES)), Role.PAGE_FOOT),),
    )


def unit(*runs: Run, unit_class: UnitClass = UnitClass.HELD, field: str = "title", prompt: str = "") -> Unit:
    return Unit(UnitKey("topic", "t1", field, "en"), unit_class, runs, prompt)


def parts(word: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(word)) as package:
        return {name: package.read(name) for name in package.namelist()}


def body(*blocks: Block, profile: Profile = Profile.WORD, language: str = "en") -> etree._Element:
    return etree.fromstring(parts(write_word(document(*blocks, language=language), profile))["word/document.xml"])


def runs(element: etree._Element) -> list[tuple[str, dict[str, str], bool]]:
    """Return text, languages and whether it is set in the East Asian font, of every run."""
    found = []
    for run in element.iter(f"{W}r"):
        language, fonts = run.find(f"{W}rPr/{W}lang"), run.find(f"{W}rPr/{W}rFonts")
        tags = {} if language is None else {name.removeprefix(W): str(value) for name, value in language.attrib.items()}
        found.append(("".join(run.itertext()), tags, fonts is not None and fonts.get(f"{W}hint") == "eastAsia"))
    return found


@cache
def validator() -> OpenXmlValidator:
    """Return the validator: that it reads the whole schema takes longer than a paper."""
    return OpenXmlValidator()


def audit(word: bytes, folder: Path) -> list[str]:
    path = folder / "paper.docx"
    path.write_bytes(word)
    return [str(error) for error in validator().validate(path).errors]


@pytest.mark.shows("O3 papers written twice, the same and with nothing in them")
@pytest.mark.parametrize(("kind", "audience"), PAPERS)
@pytest.mark.parametrize(
    ("language", "second"), [*IN_LANGUAGES, *(pytest.param(*each, marks=pytest.mark.torture) for each in IN_OTHERS)]
)
def test_every_paper_is_the_same_each_time_and_nothing_is_found_in_it(
    dossier: Dossier, asked: Asked, kind: PaperKind, audience: Audience, language: str, second: str
) -> None:
    request = asked(language, second_language=second)
    word = write_word(compose(kind, audience, dossier, request), Profile.WORD)
    assert findings(word) == ()
    assert word == write_word(compose(kind, audience, dossier, request), Profile.WORD)


# A validator of the whole schema takes its time: what stands in papers of one language stands in one of two as well,
# and what stands in the papers stands in the book.
@pytest.mark.parametrize(
    ("kind", "audience", "profile"),
    [
        *((*paper, Profile.WORD) for paper in PAPERS),
        *((PaperKind.AGENDA, Audience.SHARED, each) for each in Profile if each is not Profile.WORD),
    ],
)
def test_every_paper_is_valid(
    dossier: Dossier, asked: Asked, tmp_path: Path, kind: PaperKind, audience: Audience, profile: Profile
) -> None:
    request = asked("fr", second_language="" if kind is PaperKind.BOOK else "zh-Hans")
    assert audit(write_word(compose(kind, audience, dossier, request), profile), tmp_path) == []


def test_the_template_is_what_its_script_makes() -> None:
    path = resource_file("templates/make_plain.py")
    found = importlib.util.spec_from_file_location("make_plain", path)
    assert found is not None
    assert found.loader is not None
    module = importlib.util.module_from_spec(found)
    sys.modules["make_plain"] = module  # its dataclass looks for its module there
    try:
        found.loader.exec_module(module)
        assert module.make() == resource_file(TEMPLATE).read_bytes()
    finally:
        del sys.modules["make_plain"]


def test_a_template_without_a_style_is_refused_by_its_name() -> None:
    template = docx.Document(str(resource_file(TEMPLATE)))
    template.styles["Quote"].delete()
    with pytest.raises(UserError, match="Quote"):
        style_ids(template)


def test_a_working_copy_holds_a_control_and_a_bookmark_for_each_unit() -> None:
    held, fixed = unit(Run("words")), unit(Run("agreed"), unit_class=UnitClass.FIXED, field="wording")
    found = body(Paragraph((held, fixed)))
    (tag,) = (node.get(f"{W}val") for node in found.iter(f"{W}tag"))
    names = [node.get(f"{W}name") for node in found.iter(f"{W}bookmarkStart")]
    assert tag == tag_of(held.key)
    assert names == [f"_{tag_of(held.key)}", f"_{tag_of(fixed.key)}"]


def test_a_copy_for_libreoffice_holds_bookmarks_only() -> None:
    found = body(Paragraph((unit(Run("words")),)), profile=Profile.LIBREOFFICE)
    assert not list(found.iter(f"{W}sdt"))
    assert len(list(found.iter(f"{W}bookmarkStart"))) == 1


def test_a_reading_copy_holds_the_words_alone(dossier: Dossier, asked: Asked) -> None:
    paper = compose(PaperKind.SPEAKING_NOTES, Audience.INTERNAL, dossier, asked())
    found = parts(write_word(paper, Profile.READING))
    assert not [name for name in found if name.startswith("customXml") or name == "docProps/custom.xml"]
    everything = b"\n".join(found.values()).decode()
    assert not re.search("<w:sdt>|<w:bookmarkStart|" + re.escape(NAMESPACE), everything)
    assert not any(tag_of(one.key) in everything or str(one.key) in everything for one in units(paper))


def test_the_manifest_names_every_unit_with_the_hash_of_its_words(dossier: Dossier, asked: Asked) -> None:
    paper = compose(PaperKind.AGENDA, Audience.SHARED, dossier, asked())
    found = parts(write_word(paper, Profile.WORD))
    manifest = etree.fromstring(found["customXml/item1.xml"])
    assert manifest.get("paper") == paper.key
    assert manifest.get("template") == sha256(resource_file(TEMPLATE).read_bytes()).hexdigest()
    told = [(node.get("tag"), node.get("key"), node.get("class"), node.get("base")) for node in manifest]
    assert told == [(tag_of(one.key), str(one.key), one.unit_class, unit_hash(one)) for one in units(paper)]
    assert f'name="{PROPERTY}"'.encode() in found["docProps/custom.xml"]


def test_an_empty_unit_shows_its_prompt_as_a_placeholder() -> None:
    found = body(Paragraph((unit(prompt="[to be entered]"),)))
    assert next(found.iter(f"{W}showingPlcHdr"), None) is not None
    assert "[to be entered]" in "".join(found.itertext())


@given(st.text(min_size=1), st.text(min_size=1))
def test_tags_are_short_and_differ(one: str, other: str) -> None:
    tags = {tag_of(UnitKey("topic", id_, "title", "en")) for id_ in (one.encode("utf-8", "replace").decode(), other)}
    assert all(re.fullmatch(r"u[a-z2-7]{20}", tag) and len(tag) <= LONGEST_TAG for tag in tags)
    assert len(tags) == len({one.encode("utf-8", "replace").decode(), other})


def test_chinese_is_set_in_its_own_font_and_language() -> None:
    found = runs(body(paragraph("The treaty 《引渡条约》, signed")))
    assert found == [
        ("The treaty ", {}, False),
        ("《引渡条约》", {"eastAsia": "zh-CN"}, True),
        (", signed", {}, False),
    ]


def test_quotation_marks_belong_to_the_script_around_them() -> None:
    within = runs(body(paragraph("引渡“条约”等")))
    assert [text for text, _, _ in within] == ["引渡“条约”等"]
    latin = runs(body(paragraph("“引渡”")))
    assert [text for text, _, _ in latin] == ["“", "引渡", "”"]
    chinese = runs(body(Paragraph((Run("“引渡”", language="zh-Hans"),))))
    assert [text for text, _, _ in chinese] == ["“引渡”"]


def test_words_of_another_language_say_which() -> None:
    found = runs(body(Paragraph((Run("lutte contre", language="fr"), Run(" now")))))
    assert found == [("lutte contre", {"val": "fr-FR"}, False), (" now", {}, False)]
    assert runs(body(paragraph("מילים here")))[0] == ("מילים", {"bidi": "ar"}, False)
    assert runs(body(Paragraph((Run("漢字", language="ja"),))))[0] == ("漢字", {"eastAsia": "ja-JP"}, True)


def test_no_break_spaces_breaks_and_tabs_are_kept() -> None:
    found = body(paragraph("Hôte\N{NO-BREAK SPACE}: ici\nline\ttab"))
    assert [node.text for node in found.iter(f"{W}t")] == ["Hôte\N{NO-BREAK SPACE}: ici", "line", "tab"]
    assert [len(list(found.iter(f"{W}{name}"))) for name in ("br", "tab")] == [1, 1]


@given(text=st.text(alphabet=st.characters(), max_size=60))
def test_any_text_can_be_written_and_stays_what_it_is(text: str, tally: Tally) -> None:
    word = write_word(
        document(Paragraph((unit(Run(text)), Run(text, strong=True))), Table(text, (20,), ((cell(text),),))),
        Profile.WORD,
    )
    found = etree.fromstring(parts(word)["word/document.xml"])
    kept = re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff\r\n\t]", "", text)
    first = found.find(f"{W}body/{W}p")
    assert first is not None
    tally("I5 texts written into a paper and read back", tries=1, lost=int("".join(first.itertext()) != kept * 2))
    assert "".join(first.itertext()) == kept * 2
    assert findings(word) == ()


@pytest.mark.parametrize(
    "awkward",
    ["", " ", "]]>", "<w:p/>", "&amp;", "\x00\x1f\x7f", "\ud800", "a\r\nb\rc", "e\u0301", "\u202eabc", "😀" * 40],
)
def test_awkward_strings_do_no_harm(awkward: str, tmp_path: Path) -> None:
    blocks = (
        Heading((Run(awkward),)),
        Paragraph((unit(Run(awkward), prompt=awkward),)),
        ListItem((Run(awkward),)),
        Table(awkward, (30, 30), ((cell(awkward), cell(awkward)),), (cell(awkward), cell("b"))),
    )
    paper = replace(document(*blocks), title=awkward)
    word = write_word(paper, Profile.WORD)
    assert findings(word) == ()
    assert audit(word, tmp_path) == []


def test_a_page_break_leaves_no_empty_paragraph() -> None:
    found = body(paragraph("one"), PageBreak(), paragraph("two"))
    paragraphs = list(found.iter(f"{W}p"))
    assert ["".join(one.itertext()) for one in paragraphs] == ["one", "two"]
    assert [one.find(f"{W}pPr/{W}pageBreakBefore") is not None for one in paragraphs] == [False, True]


def test_tables_repeat_their_head_keep_rows_whole_and_have_a_caption() -> None:
    table = Table("What it shows", (20, 40), ((cell("a"), cell("b")),), (cell("A"), cell("B")))
    found = body(PageBreak(), table, table)
    first, second = found.iter(f"{W}tbl")
    assert [len(list(first.iter(f"{W}{name}"))) for name in ("tblHeader", "cantSplit")] == [1, 2]
    assert next(first.iter(f"{W}tblCaption")).get(f"{W}val") == "What it shows"
    assert [column.get(f"{W}w") for column in first.iter(f"{W}gridCol")] == ["1134", "2268"]
    between = second.getprevious()
    assert between is not None
    assert between.tag == f"{W}p"


def test_headings_are_real_and_roles_are_styles() -> None:
    word = docx.Document(
        BytesIO(write_word(document(Heading((Run("H"),), 2), paragraph("P", Role.REMARK)), Profile.WORD))
    )
    assert [one.style.name for one in word.paragraphs if one.style] == ["Heading 2", "Remark"]


def test_marking_and_page_numbers_stand_on_each_page(dossier: Dossier, asked: Asked) -> None:
    found = parts(write_word(compose(PaperKind.AGENDA, Audience.SHARED, dossier, asked(version=3)), Profile.WORD))
    header, footer = found["word/header1.xml"].decode(), found["word/footer1.xml"].decode()
    assert ">OPEN<" in header
    assert "OPEN" in footer
    assert "Provisional agenda, version 3, 6 February 2032" in footer
    assert re.findall(r'w:instr="( \w+ )"', footer) == [" PAGE ", " NUMPAGES "]


def test_the_language_of_the_paper_is_that_of_the_file() -> None:
    french = parts(write_word(document(paragraph("x"), language="fr"), Profile.WORD))
    assert b'<w:lang w:val="fr-FR"' in french["word/styles.xml"]
    assert b"<dc:language>fr-FR</dc:language>" in french["docProps/core.xml"]


@pytest.mark.shows("O3 papers that say who made them")
def test_a_file_says_nothing_about_who_made_it_or_with_what(dossier: Dossier, asked: Asked) -> None:
    found = parts(write_word(compose(PaperKind.AGENDA, Audience.SHARED, dossier, asked()), Profile.WORD))
    everything = b"\n".join(found.values()).decode()
    assert "compatibilityMode" in everything
    assert not re.search("dc:creator|lastModifiedBy|python-docx|rsid|<Application>|thumbnail|plain.docx", everything)
    with zipfile.ZipFile(BytesIO(write_word(document(paragraph("x")), Profile.WORD))) as package:
        assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}


@pytest.mark.parametrize(
    ("languages", "tags"),
    [
        (("en", "zh-Hans"), {"val": "en-GB", "eastAsia": "zh-CN"}),
        (("zh-Hans", "fr"), {"val": "fr-FR", "eastAsia": "zh-CN"}),
        (("fr", "en"), {"val": "fr-FR", "eastAsia": "zh-CN"}),
    ],
)
def test_a_paper_in_two_languages_tells_both_and_each_run_its_own(
    dossier: Dossier, asked: Asked, languages: tuple[str, str], tags: dict[str, str]
) -> None:
    first, second = languages
    paper = compose(PaperKind.COMMUNIQUE, Audience.SHARED, dossier, asked(first, second_language=second))
    found = parts(write_word(paper, Profile.READING))
    default = etree.fromstring(found["word/styles.xml"]).find(f"{W}docDefaults//{W}lang")
    assert default is not None
    assert {name: default.get(f"{W}{name}") for name in tags} == tags
    told = {text: language for text, language, _ in runs(etree.fromstring(found["word/document.xml"]))}
    french = {} if first == "fr" else {"val": "fr-FR"}
    assert told.get("Les deux parties se sont réunies à Belport.", french) == french
    assert all(language == {"eastAsia": "zh-CN"} for text, language in told.items() if "双方" in text)


def test_chinese_is_not_slanted() -> None:
    found = body(Paragraph((Run("not 引渡", emphasis=True),)))
    assert [run.find(f"{W}rPr/{W}i") is not None for run in found.iter(f"{W}r")] == [True, False]


def test_nor_is_it_where_a_style_slants_all_words() -> None:
    found = body(paragraph("not 引渡", Role.PROMPT))
    slants = [run.find(f"{W}rPr/{W}i") for run in found.iter(f"{W}r")]
    assert [None if slant is None else slant.get(f"{W}val") for slant in slants] == [None, "0"]


def test_two_languages_stand_in_two_columns_whose_rows_are_not_parted() -> None:
    pair = ((paragraph("left"), paragraph("more")), (paragraph("right"),))
    (table,) = body(Columns((pair, pair))).iter(f"{W}tbl")
    assert [["".join(cell.itertext()) for cell in row.iter(f"{W}tc")] for row in table.iter(f"{W}tr")] == [
        ["leftmore", "right"],
        ["leftmore", "right"],
    ]
    assert len(list(table.iter(f"{W}cantSplit"))) == 2


def test_a_table_that_is_longer_than_a_page_is_free_to_go_on_on_the_next() -> None:
    short, long = (
        Table("T", (20, 60), tuple((cell("a"), cell("many words " * 12)) for _row in range(rows)), together=True)
        for rows in (3, 30)
    )
    # The last row of all keeps with the paragraph that Word wants behind it.
    assert [len(list(body(table).iter(f"{W}keepNext"))) for table in (short, long)] == [4 + 2, 2]
