"""What is wrong with a template is said at once, all of it, so that a desk officer can mend it in Word."""

from __future__ import annotations

import zipfile
from io import BytesIO

import pytest

from dialogue_prep.documents.template_check import checked
from dialogue_prep.documents.word.staff.survey import surveyed
from dialogue_prep.domain.draft import Audience
from dialogue_prep.domain.template import TemplateUse
from dialogue_prep.system.refusal import Refused
from tests.documents.staff_templates import (
    chinese_dot,
    french_dotx,
    header,
    p,
    split,
    table,
    text_box,
    word_file,
    word_like,
)


def found(
    template: bytes, *, blocking: bool, use: TemplateUse = TemplateUse.EVERY, audience: Audience = Audience.INTERNAL
) -> list[str]:
    judged = checked(surveyed(template), use, audience)
    return [finding.sentence.read() for finding in judged.findings if finding.blocking is blocking]


def in_head(text: str) -> bytes:
    section = '<w:headerReference w:type="default" r:id="rId_header1"/>'
    return word_file(p("x"), section=section, parts={"header1.xml": header(p(text))})


BROKEN = {
    "a name that is mistyped": (
        word_file(split("In {{round.", "citty}}")),
        "“{{round.citty}}” is no placeholder. Did you mean “{{round.city}}”?",
    ),
    "a name that is none": (
        word_file(p("{{zzz}} x")),
        "“{{zzz}}” is no placeholder; take it out or choose one from the list.",
    ),
    "a part within a sentence": (
        word_file(p("Agenda: {{agenda}}")),
        (
            "“{{agenda}}” stands for a part of a paper, so nothing else can stand in its paragraph; "
            "put it into one of its "
            "own."
        ),
    ),
    "a part in the head": (
        in_head("{{paper}}"),
        (
            "“{{paper}}” stands for a part of a paper and has no room in the head of the page; put it "
            "into a paragraph of "
            "its own in the text."
        ),
    ),
    "a part in a cell": (
        word_file(table(p("{{agenda}}")) + p("")),
        (
            "“{{agenda}}” stands for a part of a paper and has no room in a cell of a table; put it "
            "into a paragraph of its "
            "own in the text."
        ),
    ),
    "a part in a text box": (
        word_file(text_box(p("{{agenda}}"))),
        (
            "“{{agenda}}” stands for a part of a paper and has no room in a text box; put it into a "
            "paragraph of its own in "
            "the text."
        ),
    ),
    "braces that are not closed": (
        word_file(split("Held in {{round", ".city} now")),
        "In “Held in {{round.city} now” a placeholder is cut short; each begins with two braces and ends with two.",
    ),
    "one brace": (
        word_file(p("In {round.city}")),
        "“{round.city}” has one brace on each side; write “{{round.city}}”.",
    ),
    "an instruction": (
        word_file(p("{% for item in agenda %}")),
        (
            "“{% for item in agenda %}” is an instruction, and none is carried out; a template has "
            "words and placeholders "
            "only."
        ),
    ),
    "the paper twice": (
        word_file(p("{{paper}}") + p("{{paper.body}}")),
        "The text of the paper would stand here 2 times; leave one place.",
    ),
}


@pytest.mark.parametrize(("template", "sentence"), BROKEN.values(), ids=BROKEN)
def test_what_has_to_be_mended_is_said_in_one_sentence(template: bytes, sentence: str) -> None:
    assert found(template, blocking=True) == [sentence]


def test_an_internal_placeholder_is_refused_where_the_other_side_reads() -> None:
    template = word_file(p("{{home.co-chair}} writes"))
    assert found(template, blocking=True) == []
    assert found(template, blocking=True, audience=Audience.SHARED) == [
        (
            "“{{home.co-chair}}” is internal, and papers for the other side would be written with this "
            "template; take it "
            "out, or add the template for internal papers only."
        )
    ]


def test_a_paper_of_its_own_has_only_what_its_template_says() -> None:
    assert found(word_file(p("{{paper}}") + p("{{paper.number}}")), blocking=True, use=TemplateUse.OWN) == [
        "“{{paper}}” belongs to our papers; a paper of its own has no such thing: take it out.",
        "“{{paper.number}}” belongs to our papers; a paper of its own has no such thing: take it out.",
    ]
    assert found(word_file(p(" ")), blocking=True, use=TemplateUse.OWN) == [
        "This template says nothing; a paper of its own has only the words and placeholders in it."
    ]


def test_all_findings_come_together() -> None:
    template = word_file(p("{{round.citty}} and {{agenda}} and {{round.city"))
    assert len(found(template, blocking=True)) == 3


@pytest.mark.parametrize("template", [word_like(), french_dotx(), chinese_dot()], ids=["word", "french", "chinese"])
def test_a_good_template_is_sound(template: bytes) -> None:
    assert found(template, blocking=True, audience=Audience.SHARED) == []


def test_what_is_left_out_of_a_template_is_said() -> None:
    told = found(word_like(), blocking=False)
    assert "It holds tracked changes (2); they are accepted." in told
    assert "It holds comments (1); they are left out." in told
    assert "It is protected against editing; papers written with it are not." in told
    assert "These fields would name a person or a place and are left out: AUTHOR, FILENAME." in told
    assert "Left out: links to files." in told


def test_macros_and_objects_are_left_out_and_said() -> None:
    template = word_file(
        p("{{paper}}") + '<w:p><w:r><w:object><o:OLEObject r:id="rId_oleObject1"/></w:object></w:r></w:p>',
        main_type="application/vnd.ms-word.document.macroEnabled.main+xml",
        parts={
            "embeddings/oleObject1.bin": ("application/vnd.openxmlformats-officedocument.oleObject", b"x"),
            "vbaProject.bin": ("application/vnd.ms-office.vbaProject", b"x"),
        },
    )
    told = found(template, blocking=False)
    assert "It holds macros; they are left out, and nothing in it is run." in told
    assert "Left out: objects of other programs." in told


def test_styles_that_are_missing_are_named() -> None:
    (told,) = [one for one in found(french_dotx(), blocking=False) if "style" in one]
    assert told.startswith("It has no style of these names, so papers use ours: Overline, ")
    assert "Title" not in told.replace("Part Title", "")


def test_what_a_template_does_not_say_is_said() -> None:
    told = found(word_file(p("Letterhead")), blocking=False)
    assert "There is no placeholder in it; the paper is put after the words that it has." in told
    assert "It has no place for the marking; that is put at the top and at the foot of each page." in told
    without_paper = found(word_file(p("{{round.city}}")), blocking=False)
    assert "There is no “{{paper}}” in it; the paper is put after the words that it has." in without_paper


def without(name: str) -> bytes:
    with zipfile.ZipFile(BytesIO(word_file(p("x")))) as package:
        return zipped(**{one: package.read(one) for one in package.namelist() if one != name})


def zipped(**contents: bytes) -> bytes:
    target = BytesIO()
    with zipfile.ZipFile(target, "w") as package:
        for name, content in contents.items():
            package.writestr(name, content)
    return target.getvalue()


def strict() -> bytes:
    ours, theirs = (
        b"schemas.openxmlformats.org/wordprocessingml/2006/main",
        b"purl.oclc.org/ooxml/wordprocessingml/main",
    )
    with zipfile.ZipFile(BytesIO(word_file(p("x")))) as package:
        return zipped(**{name: package.read(name).replace(ours, theirs) for name in package.namelist()})


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
REFUSED: dict[str, tuple[bytes, str]] = {
    "old Word": (OLE + bytes(600), "it is a file of an old Word; open it in Word and save it as .docx or .dotx"),
    "a password": (
        OLE + bytes(90) + "EncryptedPackage".encode("utf-16-le"),
        "it is protected by a password; save it without one",
    ),
    "PDF": (b"%PDF-1.7", "it is a PDF file; open it in Word and save it as .docx or .dotx"),
    "RTF": (b"{\\rtf1}", "it is an RTF file; open it in Word and save it as .docx or .dotx"),
    "a web page": (b"<html>", "it is a web page or an XML file; open it in Word and save it as .docx or .dotx"),
    "a text": (b"Dear Sir", "it is no Word file; open it in Word and save it as .docx or .dotx"),
    "OpenDocument": (
        zipped(mimetype=b"application/vnd.oasis.opendocument.text"),
        "it is an OpenDocument file; save it as .docx or .dotx",
    ),
    "a workbook": (
        word_file("", main_type="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"),
        (
            "it is no text but a workbook or a presentation; choose a Word file, or open it in Word "
            "and save it as .docx "
            "or .dotx"
        ),
    ),
    "a torn file": (word_file(p("x"))[:-40], "it is damaged, or no Word file"),
    "broken XML": (word_file("<w:p>"), "it is damaged; open it in Word and save it again"),
    "without its text": (
        without("word/document.xml"),
        "it is no Word file (.docx)",
    ),
    "Strict Open XML": (
        strict(),
        "it is saved as “Strict Open XML”; save it in Word as an ordinary “Word document”",
    ),
}


@pytest.mark.parametrize(("content", "reason"), REFUSED.values(), ids=REFUSED)
def test_what_is_no_word_file_is_refused_with_the_reason(content: bytes, reason: str) -> None:
    with pytest.raises(Refused) as refused:
        surveyed(content)
    assert str(refused.value) == reason


def test_many_placeholders_are_found_in_one_pass() -> None:
    body = "".join(split("{{round", ".city}} ") for _ in range(2000))
    placeholders = surveyed(word_file(body))["placeholders"]
    assert isinstance(placeholders, list)
    assert len(placeholders) == 2000
