"""Templates of a staff, as several programs save them: filled right, valid, and without a trace of who made them."""

from __future__ import annotations

import importlib.util
import re
import sys
import zipfile
from base64 import b64decode
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from io import BytesIO
from pathlib import Path

import docx
import pytest
from docx.section import Section
from lxml import etree
from openxml_audit import OpenXmlValidator

from dialogue_prep.documents.canonical import content_hash
from dialogue_prep.documents.compose.in_template import fields_of, in_template, own_paper
from dialogue_prep.documents.compose.papers import compose
from dialogue_prep.documents.compose.placeholders import PLACEHOLDERS
from dialogue_prep.documents.compose.request import PaperRequest
from dialogue_prep.documents.compose.template_parts import PARTS
from dialogue_prep.documents.model import Document, units
from dialogue_prep.documents.plain import write_plain
from dialogue_prep.documents.staff_copy import StaffCopy
from dialogue_prep.documents.word.lint import findings
from dialogue_prep.documents.word.staff.outline import outline_of
from dialogue_prep.documents.word.staff.survey import surveyed
from dialogue_prep.documents.word.writer import write_word
from dialogue_prep.domain.dossier import Dossier
from dialogue_prep.domain.draft import Audience, PaperKind, Profile
from dialogue_prep.domain.errors import UserError
from dialogue_prep.domain.identity import MarkingId
from dialogue_prep.system.resources import resource_file
from tests.documents.staff_templates import (
    OFFICE,
    PNG,
    SECTION,
    TYPE,
    chinese_dot,
    field,
    french_dotx,
    header,
    libreoffice_template,
    p,
    picture,
    related_to_crest,
    split,
    style,
    styles,
    table,
    word_file,
    word_like,
)

Asked = Callable[..., PaperRequest]
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
PARTS_BY_NAME = frozenset(PARTS)


@dataclass(frozen=True)
class Filled:
    """A paper in a template: the document that says what it says, and the file."""

    document: Document
    word: bytes

    @property
    def parts(self) -> Mapping[str, bytes]:
        with zipfile.ZipFile(BytesIO(self.word)) as package:
            return {name: package.read(name) for name in package.namelist()}

    def lines(self, part: str = "word/document.xml") -> list[str]:
        """Return what each paragraph of a part says."""
        root = etree.fromstring(self.parts[part])
        found = [
            "".join({f"{W}t": one.text or "", f"{W}br": "\n", f"{W}tab": "\t"}.get(one.tag, "") for one in line.iter())
            for line in root.iter(f"{W}p")
        ]
        return [line for line in found if line.strip()]

    def all_pages(self, kind: str) -> list[list[str]]:
        return [self.lines(name) for name in self.parts if re.fullmatch(f"word/{kind}[0-9]+.xml", name)]


def fill(
    template: bytes,
    dossier: Dossier,
    request: PaperRequest,
    kind: PaperKind = PaperKind.AGENDA,
    audience: Audience = Audience.SHARED,
    profile: Profile = Profile.WORD,
) -> Filled:
    content = b64decode(str(surveyed(template)["content"]))
    if kind is PaperKind.OWN:
        document = own_paper("Cover letter", "t1", audience, dossier, request)
    else:
        document = compose(kind, audience, dossier, request)
    placed = in_template(document, outline_of(content, PARTS_BY_NAME), kind, audience, dossier, request)
    staff = StaffCopy(content=content, fields=placed.fields, parts=placed.parts)
    return Filled(placed.document, write_word(placed.document, profile, staff))


def faults(filled: Filled, folder: Path) -> list[str]:
    path = folder / "paper.docx"
    path.write_bytes(filled.word)
    return [*findings(filled.word), *(str(error) for error in OpenXmlValidator().validate(path).errors)]


def test_a_template_as_word_splits_it_is_filled_everywhere(dossier: Dossier, asked: Asked, tmp_path: Path) -> None:
    filled = fill(word_like(), dossier, asked())
    lines = filled.lines()
    assert lines[:3] == [
        "Ministry of Examples",
        "To the 3rd round in Belport, 1 to 2 June 2032",
        "Provisional agenda of the 3rd round (Paper 3/1)",
    ]
    assert lines.count("Box: Arvonia–Belmara Strategic Dialogue on Justice") == 2, "both forms of a text box"
    assert "Nested: Belmara" in lines
    assert filled.lines("word/footnotes.xml") == ["See Joint Communiqué of the 2nd Strategic Dialogue on Justice."]
    assert "{{" not in "".join(
        "".join(filled.lines(name)) for name in filled.parts if name.startswith("word/") and name.endswith(".xml")
    )
    assert faults(filled, tmp_path) == []


def test_a_placeholder_keeps_the_look_of_its_first_letter(dossier: Dossier, asked: Asked) -> None:
    root = etree.fromstring(fill(word_like(), dossier, asked()).parts["word/document.xml"])
    run = next(one.getparent() for one in root.iter(f"{W}t") if one.text == "3rd")
    assert run is not None
    assert [child.tag for child in run.find(f"{W}rPr")] == [f"{W}b", f"{W}lang"]


def test_the_marking_stands_at_the_top_and_foot_of_each_kind_of_page(dossier: Dossier, asked: Asked) -> None:
    filled = fill(word_like(), dossier, asked())
    root = etree.fromstring(filled.parts["word/document.xml"])
    kinds = [
        (one.tag.removeprefix(W), one.get(f"{W}type"))
        for one in root.iter(f"{W}headerReference", f"{W}footerReference")
    ]
    assert set(kinds) == {
        (f"{place}Reference", page) for place in ("header", "footer") for page in ("default", "first", "even")
    }
    assert all("OPEN" in " ".join(lines) for lines in (*filled.all_pages("header"), *filled.all_pages("footer")))
    own = next(lines for lines in filled.all_pages("header") if "Ministry of Examples, Registry" in lines)
    assert own[0] == "OPEN"


def test_a_french_dotx_is_found_by_the_names_of_its_styles(dossier: Dossier, asked: Asked, tmp_path: Path) -> None:
    filled = fill(french_dotx(), dossier, asked("fr"), PaperKind.ANNOTATED_AGENDA, Audience.INTERNAL)
    root = etree.fromstring(filled.parts["word/document.xml"])
    used = {one.get(f"{W}val") for one in root.iter(f"{W}pStyle")}
    assert {"Titre1", "Corpsdetexte"} <= used
    assert "Heading1" not in used
    assert "La 3e session se tient à Belport." in filled.lines()
    assert b"template.main" not in filled.parts["[Content_Types].xml"]
    styles_part = filled.parts["word/styles.xml"].decode()
    assert 'w:asciiTheme="minorHAnsi"' in styles_part
    assert 'w:styleId="Cell"' in styles_part
    assert faults(filled, tmp_path) == []


def test_supplied_lists_are_numbered_beside_those_of_the_template(dossier: Dossier, asked: Asked) -> None:
    word = fill(french_dotx(), dossier, asked("fr"), PaperKind.SPEAKING_NOTES, Audience.INTERNAL).word
    opened = docx.Document(BytesIO(word))
    numbers = [one.get(f"{W}numId") for one in opened.part.numbering_part.element.iter(f"{W}num")]
    assert numbers == ["1", "2", "3", "4"], "one of the template, three of ours"
    point = opened.styles["Point"]
    assert point.element.find(f"{W}pPr/{W}numPr/{W}numId").get(f"{W}val") == "2"


def test_a_chinese_template_sets_chinese_as_chinese(dossier: Dossier, asked: Asked, tmp_path: Path) -> None:
    filled = fill(chinese_dot(), dossier, asked("zh-Hans"), PaperKind.NOTE_VERBALE)
    assert "第三轮会议" in filled.lines()
    root = etree.fromstring(filled.parts["word/document.xml"])
    run = next(one.getparent() for one in root.iter(f"{W}t") if one.text == "第三")
    assert run is not None
    assert run.find(f"{W}rPr/{W}rFonts").get(f"{W}hint") == "eastAsia"
    ids = {one.get(f"{W}val") for one in root.iter(f"{W}pStyle")}
    assert "a0" in ids, "the style of running text, by its name"
    cell = docx.Document(BytesIO(filled.word)).styles["Cell"].element
    assert cell.find(f"{W}basedOn").get(f"{W}val") == "a"
    assert cell.find(f"{W}pPr/{W}ind").get(f"{W}firstLineChars") == "0", "cells are not indented as the text is"
    assert faults(filled, tmp_path) == []


@pytest.fixture(scope="module")
def from_libreoffice(office: Path, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """Return a template as LibreOffice saves it."""
    return libreoffice_template(office, tmp_path_factory.mktemp("template"))


def test_a_template_made_in_libreoffice_is_filled(
    from_libreoffice: bytes, dossier: Dossier, asked: Asked, tmp_path: Path
) -> None:
    filled = fill(from_libreoffice, dossier, asked(), PaperKind.DELEGATION_LIST)
    assert filled.lines()[:2] == ["Cabinet of Examples", "Arvonia receives in Belport"]
    assert any("Arvonia–Belmara Strategic Dialogue on Justice" in lines for lines in filled.all_pages("header"))
    assert faults(filled, tmp_path) == []


def test_an_office_program_opens_what_was_written_into_each(
    from_libreoffice: bytes, dossier: Dossier, asked: Asked, as_pages: Callable[..., list[list[Path]]]
) -> None:
    written = [
        fill(from_libreoffice, dossier, asked(), PaperKind.DELEGATION_LIST),
        fill(word_like(), dossier, asked()),
        fill(french_dotx(), dossier, asked("fr"), PaperKind.COMMITMENTS_REPORT),
        fill(chinese_dot(), dossier, asked("zh-Hans")),
    ]
    assert [len(pages) for pages in as_pages(*(one.word for one in written))] == [1, 1, 1, 1]


def test_the_same_paper_in_the_same_template_is_the_same_file(dossier: Dossier, asked: Asked) -> None:
    assert fill(word_like(), dossier, asked()).word == fill(word_like(), dossier, asked()).word
    assert surveyed(word_like())["content"] == surveyed(word_like())["content"]


def test_nothing_tells_who_made_the_template_or_where(dossier: Dossier, asked: Asked) -> None:
    filled = fill(word_like(), dossier, asked(), profile=Profile.READING)
    everything = b"\n".join(filled.parts.values()).decode("utf-8", "replace")
    said = re.findall(
        "rsid|paraId|E. Drafter|Examples Ltd|Letterhead[.]dotm|drafters|C:.Users|thumbnail|vbaProject", everything
    )
    assert said == []
    assert not re.search("documentProtection|attachedTemplate|w:comment|w:ins |w:del |AUTHOR|FILENAME", everything)
    assert sorted(name for name in filled.parts if name.startswith(("docProps", "customXml"))) == ["docProps/core.xml"]


def test_units_in_a_template_are_those_of_the_paper(dossier: Dossier, asked: Asked) -> None:
    filled = fill(word_like(), dossier, asked())
    tags = re.findall('<w:tag w:val="(u[a-z2-7]{20})"', filled.parts["word/document.xml"].decode())
    keys = [one for one in units(filled.document) if one.editable]
    assert len(tags) == len(keys) == len(set(tags)) > 0


def test_values_with_reserved_characters_and_lines_are_kept(dossier: Dossier, asked: Asked) -> None:
    venue = replace(dossier.round.venue.wordings[0], words="Hall <A> & B\n“upstairs”")
    awkward = replace(dossier, round=replace(dossier.round, venue=type(dossier.round.venue)((venue,))))
    filled = fill(word_file(p("At {{round.venue}}!")), awkward, asked())
    assert filled.lines()[0] == "At Hall <A> & B\n“upstairs”!"


def test_what_is_not_known_yet_is_said_to_be_to_enter(unfilled: Dossier, asked: Asked) -> None:
    unknown = replace(unfilled, round=replace(unfilled.round, venue=type(unfilled.round.venue)()))
    assert fill(word_file(p("At {{round.venue}}")), unknown, asked()).lines()[0] == "At [to be entered]"


@pytest.mark.parametrize(
    "written", ["{{ Round.City }}", "{{ROUND.CITY}}", "｛｛round．city｝｝", "{{\u200fround.city\u200b}}"]
)
def test_names_may_be_written_as_people_type_them(written: str, dossier: Dossier, asked: Asked) -> None:
    assert fill(word_file(p(written)), dossier, asked()).lines()[0] == "Belport"


def test_without_a_place_for_it_the_paper_follows_the_words(dossier: Dossier, asked: Asked) -> None:
    lines = fill(word_file(p("Letterhead")), dossier, asked()).lines()
    assert lines[0] == "Letterhead"
    assert "Provisional agenda of the 3rd round" in lines
    assert lines[-1] == "Co-chair"


def test_breaks_of_page_and_section_at_a_placeholder_are_kept(dossier: Dossier, asked: Asked, tmp_path: Path) -> None:
    landscape = '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>' + SECTION.split("/>", 1)[1]
    body = (
        p("Cover")
        + p("{{agenda}}", f"<w:pageBreakBefore/><w:sectPr>{landscape}</w:sectPr>")
        + p("{{delegations}}")
        + p("{{topics}}")
    )
    filled = fill(word_file(body), dossier, asked(), PaperKind.OWN)
    sections = docx.Document(BytesIO(filled.word)).sections
    assert [round(section.page_width.mm) for section in sections if section.page_width] == [297, 210]
    assert b'w:type="page"' in filled.parts["word/document.xml"]
    assert faults(filled, tmp_path) == []


def test_tables_are_as_narrow_as_the_page_asks(dossier: Dossier, asked: Asked) -> None:
    narrow = '<w:pgSz w:w="8391" w:h="11906"/><w:pgMar w:top="700" w:right="700" w:bottom="700" w:left="700"/>'
    filled = fill(word_file(p("{{agenda}}"), section=narrow), dossier, asked(), PaperKind.OWN)
    root = etree.fromstring(filled.parts["word/document.xml"])
    widths = [int(one.get(f"{W}w", "0")) for one in root.iter(f"{W}tblW")]
    assert widths
    assert max(widths) <= 8391 - 1400


def test_a_paper_of_its_own_says_what_its_template_says(dossier: Dossier, asked: Asked, tmp_path: Path) -> None:
    template = word_file(p("Dear colleague,") + p("{{home.name}} sends you:") + p("{{agenda}}") + p("{{delegations}}"))
    filled = fill(template, dossier, asked(), PaperKind.OWN)
    said = write_plain(filled.document)
    assert "Arvonia sends you:" in said
    assert "Organized crime" in said
    assert "Delegation of Arvonia" not in said, "parts stand without the titles of their papers"
    assert filled.document.title == "Cover letter"
    assert filled.document.key == "r3/own-t1/shared/en"
    assert faults(filled, tmp_path) == []


def test_a_unit_in_two_parts_can_be_edited_in_the_first(dossier: Dossier, asked: Asked) -> None:
    template = word_file(p("{{agenda}}") + p("{{annotated-agenda}}") + p("{{speaking-notes}}"))
    filled = fill(template, dossier, asked(), PaperKind.OWN, Audience.INTERNAL)
    keys = [one.key for one in units(filled.document)]
    assert len(keys) == len(set(keys)) > 10


def test_a_paper_bears_the_strictest_marking_of_its_parts(dossier: Dossier, asked: Asked) -> None:
    points = tuple(replace(one, marking_id=MarkingId("closed")) if one.id == "w1" else one for one in dossier.points)
    strict = replace(dossier, points=points)
    filled = fill(word_file(p("{{speaking-notes}}")), strict, asked(), PaperKind.OWN, Audience.INTERNAL)
    assert filled.document.marking == "CLOSED"
    assert all("CLOSED" in " ".join(lines) for lines in (*filled.all_pages("header"), *filled.all_pages("footer")))


def test_what_changes_in_any_part_changes_the_content(dossier: Dossier, asked: Asked) -> None:
    template = word_file(p("{{round.city}}") + p("{{agenda}}"))
    city = replace(dossier.round.city.wordings[0], words="Elsewhere")
    moved = replace(dossier, round=replace(dossier.round, city=type(dossier.round.city)((city,))))
    hashes = {content_hash(fill(template, one, asked(), PaperKind.OWN).document) for one in (dossier, moved)}
    assert len(hashes) == 2


def test_a_shared_paper_never_gets_what_is_internal(dossier: Dossier, asked: Asked) -> None:
    for written in ("{{home.co-chair}}", "{{speaking-notes}}"):
        with pytest.raises(UserError, match="take it out of the template"):
            fill(word_file(p(f"x {written}" if "." in written else written)), dossier, asked())


def test_every_field_is_filled_from_what_its_readers_may_have(dossier: Dossier, asked: Asked) -> None:
    document = compose(PaperKind.AGENDA, Audience.SHARED, dossier, asked())
    for audience in Audience:
        fields = fields_of(document, PaperKind.AGENDA, audience, dossier, asked())
        allowed = {one.name for one in PLACEHOLDERS if not one.part and (one.shared or audience is Audience.INTERNAL)}
        assert set(fields) == allowed
        assert all(fields.values())


def test_in_two_languages_a_field_is_said_in_both(dossier: Dossier, asked: Asked) -> None:
    request = replace(asked("en"), second_language="fr")
    lines = fill(word_file(p("{{round.ordinal}}") + p("{{paper}}")), dossier, request).lines()
    assert lines[0] == "3rd / 3e"


def pictures_in(section: Section) -> list[str]:
    name = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}embed"
    return [str(one.get(name)) for one in section.header.part.element.iter() if one.get(name)]


def test_each_part_of_a_book_bears_its_own_marking_under_the_head_of_the_template(
    dossier: Dossier, asked: Asked, tmp_path: Path
) -> None:
    template = word_file(
        p("Book of {{dialogue.name}}") + p("{{paper}}"),
        section='<w:headerReference w:type="default" r:id="rId_header1"/>'
        '<w:headerReference w:type="first" r:id="rId_header2"/>' + SECTION + "<w:titlePg/>",
        parts={
            "header1.xml": header(picture("rId_crest") + p("Registry – {{paper.marking}}")),
            "header2.xml": header(p("First page")),
        },
        beside={"word/media/crest.png": PNG, "word/_rels/header1.xml.rels": related_to_crest()},
    )
    filled = fill(template, dossier, asked(), PaperKind.BOOK, Audience.INTERNAL)
    sections = docx.Document(BytesIO(filled.word)).sections
    heads = [section.header.paragraphs[1].text for section in sections]
    assert heads[:3] == ["Registry – INTERNAL", "Registry – OPEN", "Registry – INTERNAL"]
    assert [section.different_first_page_header_footer for section in sections][:3] == [True, False, False]
    assert [paragraph.text for paragraph in sections[0].first_page_header.paragraphs] == ["INTERNAL", "First page"]
    assert (
        len({section.header.part.related_parts[one].partname for section in sections for one in pictures_in(section)})
        == 1
    )
    assert faults(filled, tmp_path) == []


def test_a_style_of_another_sort_makes_room_for_ours(dossier: Dossier, asked: Asked) -> None:
    odd = styles(style("Normal", "Normal", default=True), style("Zitat", "Quote", "character"))
    names = {
        one.name: one.type
        for one in docx.Document(BytesIO(fill(word_file(p("x"), style_part=odd), dossier, asked()).word)).styles
    }
    assert str(names["Quote"]).startswith("PARAGRAPH")
    assert "Quote (character)" in names


def test_pictures_lose_what_cameras_write_into_them(dossier: Dossier, asked: Asked) -> None:
    noted = PNG[:33] + b"\0\0\0\x0dtEXtAuthor\0E. Dra\0\0\0\0" + PNG[33:]
    template = word_like(noted)
    pictures = [part for name, part in fill(template, dossier, asked()).parts.items() if name.startswith("word/media/")]
    assert pictures == [PNG]


def test_main_parts_of_other_names_are_read(dossier: Dossier, asked: Asked) -> None:
    filled = fill(word_file(p("{{round.city}}"), main="word/document2.xml"), dossier, asked())
    assert filled.lines()[0] == "Belport"
    assert "word/document2.xml" not in filled.parts


ODD = {
    "styles without a name": word_file(
        p("{{round.city}}"), style_part=styles('<w:style w:type="paragraph" w:styleId="x"/>', style("", ""))
    ),
    "a field that never ends": word_file('<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r></w:p>'),
    "a size in another unit": word_file(p("x"), section='<w:pgSz w:w="21cm" w:h="29cm"/><w:pgMar w:left="2cm"/>'),
    "no sections": word_file(p("{{round.city}}"), section=None),
    "a list without a number": word_file(
        p("x"),
        parts={
            "numbering.xml": (
                f"{TYPE}.numbering+xml",
                f'<w:numbering xmlns:w="{W[1:-1]}"><w:num w:numId="one"/></w:numbering>',
            )
        },
    ),
}


@pytest.mark.parametrize("template", ODD.values(), ids=ODD)
def test_what_is_odd_but_can_be_read_is_filled_under_its_marking(
    template: bytes, dossier: Dossier, asked: Asked
) -> None:
    filled = fill(template, dossier, asked())
    assert findings(filled.word) == ()
    assert [lines[0] for lines in filled.all_pages("header")] == ["OPEN"]


def test_a_paragraph_whose_end_was_deleted_goes_on_in_the_next_and_a_deleted_one_is_gone(
    dossier: Dossier, asked: Asked
) -> None:
    by = 'w:author="E. Drafter"'
    deleted_end = f'<w:pPr><w:rPr><w:del w:id="1" {by}/></w:rPr></w:pPr>'
    gone = f'<w:p>{deleted_end}<w:del w:id="2" {by}><w:r><w:delText>gone</w:delText></w:r></w:del></w:p>'
    begun = f'<w:p>{deleted_end}<w:r><w:t xml:space="preserve">In {{{{round.</w:t></w:r></w:p>'
    filled = fill(word_file(p("Top") + gone + begun + p("city}} we meet") + gone + table(p("x"))), dossier, asked())
    assert filled.lines()[:3] == ["Top", "In Belport we meet", "x"]
    said = etree.fromstring(filled.parts["word/document.xml"])[0]
    assert [child.tag for child in said[:3]] == [f"{W}p", f"{W}p", f"{W}tbl"]


def test_tracked_changes_without_a_number_are_accepted_too(dossier: Dossier, asked: Asked) -> None:
    by = 'w:author="E. Drafter"'
    changed = f"<w:del {by}><w:r><w:delText>old</w:delText></w:r></w:del><w:ins {by}><w:r><w:t>new</w:t></w:r></w:ins>"
    filled = fill(word_file(f"<w:p>{changed}</w:p>"), dossier, asked())
    assert filled.lines()[0] == "new"
    assert b"E. Drafter" not in filled.parts["word/document.xml"]


def test_words_in_two_forms_stand_once_and_are_filled(dossier: Dossier, asked: Asked) -> None:
    def forms(content: str) -> str:
        choice = f'<mc:Choice Requires="wps">{content % "newer"}</mc:Choice>'
        return f"<mc:AlternateContent>{choice}<mc:Fallback>{content % 'older'}</mc:Fallback></mc:AlternateContent>"

    in_line = f"<w:p>{forms('<w:r><w:t>{{round.city}} %s</w:t></w:r>')}</w:p>"
    filled = fill(word_file(in_line + forms(p("{{round.year}} %s"))), dossier, asked())
    assert filled.lines()[:2] == ["Belport older", "2032 older"]
    said = [line for line in write_plain(filled.document).splitlines() if line.endswith(("newer", "older"))]
    assert said == ["Belport older", "2032 older"]


def test_a_head_that_two_kinds_of_page_share_bears_the_marking_once(dossier: Dossier, asked: Asked) -> None:
    shared = (
        f'<w:headerReference w:type="default" r:id="rId_header1"/><w:headerReference w:type="first" r:id="rId_too"/>'
        f"{SECTION}<w:titlePg/>"
    )
    too = f'<Relationship Id="rId_too" Type="{OFFICE}/header" Target="header1.xml"/>'
    for words, said in (("Letterhead", ["OPEN", "Letterhead"]), ("{{paper.marking}}", ["OPEN"])):
        filled = fill(
            word_file(p("x"), section=shared, parts={"header1.xml": header(p(words))}, relations=too), dossier, asked()
        )
        assert filled.all_pages("header") == [said]


def test_how_a_word_is_read_aloud_is_no_word_of_the_line(dossier: Dossier, asked: Asked) -> None:
    ruby = (
        "<w:ruby><w:rt><w:r><w:t>yindu</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>引渡</w:t></w:r></w:rubyBase></w:ruby>"
    )
    filled = fill(word_file(f"<w:p><w:r>{ruby}</w:r></w:p>"), dossier, asked())
    assert "引渡" in write_plain(filled.document).splitlines()


@pytest.mark.parametrize(
    ("instruction", "stays"),
    [
        ("PAGE", True),
        ("=SUM(ABOVE)", True),
        ('HYPERLINK \\l "here"', True),
        ('HYPERLINK "https://example.org"', True),
        ('HYPERLINK "file:///C:/x"', False),
        ("USERNAME", False),
        ('INCLUDETEXT "x.docx"', False),
        ("DDEAUTO excel", False),
    ],
)
def test_fields_that_name_or_fetch_something_stay_behind(
    instruction: str, stays: bool, dossier: Dossier, asked: Asked
) -> None:
    for runs in (
        field(instruction, "shown"),
        f"<w:fldSimple w:instr='{instruction}'><w:r><w:t>shown</w:t></w:r></w:fldSimple>",
    ):
        lines = fill(word_file(f"<w:p>{runs}</w:p>"), dossier, asked()).lines()
        assert ("shown" in lines) is stays


def test_macros_stay_behind(dossier: Dossier, asked: Asked) -> None:
    macros = word_file(
        p("{{round.city}}"),
        main_type="application/vnd.ms-word.template.macroEnabledTemplate.main+xml",
        parts={"vbaProject.bin": ("application/vnd.ms-office.vbaProject", b"\xd0\xcf\x11\xe0")},
    )
    assert surveyed(macros)["macros"] is True
    assert not [name for name in fill(macros, dossier, asked()).parts if "vba" in name]


def test_the_type_of_a_template_becomes_that_of_a_document(dossier: Dossier, asked: Asked) -> None:
    dotx = word_file(p("x"), main_type=f"{TYPE}.template.main+xml")
    assert f"{TYPE}.document.main+xml".encode() in fill(dotx, dossier, asked()).parts["[Content_Types].xml"]


def test_split_is_as_word_does_it() -> None:
    assert split("{", "{a", "}}").count("<w:r ") == 3


def test_a_part_of_the_paper_without_its_title(dossier: Dossier, asked: Asked) -> None:
    template = word_file(p("{{paper.title}}", '<w:pStyle w:val="Normal"/>') + p("{{paper.body}}"))
    lines = fill(template, dossier, asked()).lines()
    assert lines[0] == "Provisional agenda of the 3rd round"
    assert lines.count("Provisional agenda of the 3rd round") == 1


def test_the_drafting_block_stands_where_the_template_wants_it(dossier: Dossier, asked: Asked) -> None:
    template = word_file(p("{{drafting}}") + p("{{paper}}"))
    lines = fill(template, dossier, asked(), PaperKind.STEERING_BRIEF, Audience.INTERNAL).lines()
    assert lines[0] == "Drafting"
    assert lines.count("Drafting") == 1


def test_every_kind_of_ours_can_be_a_part_of_a_paper() -> None:
    assert {part.kind for part in PARTS.values() if part.kind} == set(PaperKind) - {PaperKind.BOOK, PaperKind.OWN}


def test_the_formal_template_is_what_its_script_makes() -> None:
    found = importlib.util.spec_from_file_location("make_formal", resource_file("templates/make_formal.py"))
    assert found is not None
    assert found.loader is not None
    module = importlib.util.module_from_spec(found)
    sys.modules["make_formal"] = module  # its dataclass looks for its module there
    try:
        found.loader.exec_module(module)
        assert module.make() == resource_file("templates/formal.docx").read_bytes()
    finally:
        del sys.modules["make_formal"]


@pytest.mark.parametrize(
    ("kind", "audience"), [(PaperKind.AGENDA, Audience.SHARED), (PaperKind.SPEAKING_NOTES, Audience.INTERNAL)]
)
def test_the_formal_template_serves_any_paper(
    kind: PaperKind, audience: Audience, dossier: Dossier, asked: Asked, tmp_path: Path
) -> None:
    filled = fill(resource_file("templates/formal.docx").read_bytes(), dossier, asked("fr"), kind, audience)
    assert filled.lines()[1] == filled.document.title
    assert faults(filled, tmp_path) == []
