"""The briefing book: every paper of a round, each in a section with its own marking, under the strictest of them."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO

import docx
import pytest

from dialogue_prep.documents.compose.book import papers_in_book
from dialogue_prep.documents.compose.papers import compose
from dialogue_prep.documents.compose.request import PaperRequest
from dialogue_prep.documents.html import write_html
from dialogue_prep.documents.model import Contents, Divider, Document, NewSection, Run, inlines, units
from dialogue_prep.documents.plain import write_plain
from dialogue_prep.documents.word.lint import findings
from dialogue_prep.documents.word.writer import write_word
from dialogue_prep.domain.dossier import Dossier
from dialogue_prep.domain.draft import Audience, PaperKind, Profile
from dialogue_prep.domain.identity import MarkingId
from dialogue_prep.domain.round import RoundStatus

Asked = Callable[..., PaperRequest]


@pytest.fixture
def book(dossier: Dossier, asked: Asked) -> Document:
    return compose(PaperKind.BOOK, Audience.INTERNAL, dossier, asked())


def test_the_book_has_our_paper_of_each_kind_that_makes_sense_by_now(dossier: Dossier) -> None:
    kinds = [kind for kind, _audience in papers_in_book(dossier)]
    assert kinds == sorted(kinds, key=lambda kind: kind.number)
    assert set(PaperKind) - set(kinds) == {
        PaperKind.BOOK,
        PaperKind.OWN,
        PaperKind.GUEST_NOTE,
        PaperKind.RECORD,
        PaperKind.OUTCOMES,
        PaperKind.LETTERS,
    }
    assert dict(papers_in_book(dossier))[PaperKind.COMMUNIQUE] is Audience.INTERNAL


def test_after_a_round_at_home_all_kinds_are_in_it(dossier: Dossier) -> None:
    over = replace(dossier, round=replace(dossier.round, status=RoundStatus.HELD, host_id=dossier.home.id))
    assert {kind for kind, _audience in papers_in_book(over)} == set(PaperKind) - {PaperKind.BOOK, PaperKind.OWN}


def test_parts_are_numbered_once_and_all_stand_in_the_contents(dossier: Dossier, book: Document) -> None:
    dividers = [block for block in book.blocks if isinstance(block, Divider)]
    (contents,) = (block for block in book.blocks if isinstance(block, Contents))
    assert list(contents.parts) == dividers
    assert [one.number for one in dividers] == list(range(1, len(papers_in_book(dossier)) + 1))


def test_each_part_bears_its_own_marking_and_the_book_the_strictest(dossier: Dossier, asked: Asked) -> None:
    strict = tuple(replace(p, marking_id=MarkingId("closed")) if p.id == "w1" else p for p in dossier.points)
    book = compose(PaperKind.BOOK, Audience.INTERNAL, replace(dossier, points=strict), asked())
    heads = [
        "".join(getattr(i, "text", "") for p in block.header for i in p.inlines)
        for block in book.blocks
        if isinstance(block, NewSection)
    ]
    assert book.marking == "CLOSED"
    assert heads[:5] == ["OPEN", "INTERNAL", "CLOSED", "CLOSED", "INTERNAL"]


def test_the_book_holds_words_alone(book: Document) -> None:
    assert list(units(book)) == []
    assert "Thank the other side for the lists of March." in write_plain(book)
    assert "[To be written: press line]" in write_html(book)


def test_what_is_still_to_be_written_is_marked_in_the_book_as_in_each_paper(book: Document) -> None:
    missing = [
        inline.text for block in book.blocks for inline in inlines(block) if isinstance(inline, Run) and inline.missing
    ]
    assert {"[to be named]", "[To be written: press line]"} <= set(missing)
    assert '<span class="gap"><i>[to be named]</i></span>' in write_html(book)
    with zipfile.ZipFile(BytesIO(write_word(book, Profile.READING))) as package:
        assert package.read("word/document.xml").count(b"PlaceholderText") >= len(missing)


def test_numbers_in_the_contents_stand_under_each_other(book: Document) -> None:
    (contents,) = (block for block in book.blocks if isinstance(block, Contents))
    assert [one.entry[0] for one in contents.parts[7:11]] == ["\N{FIGURE SPACE}", "\N{FIGURE SPACE}", "1", "1"]


def test_in_word_each_part_is_a_section_and_the_contents_are_a_field(book: Document) -> None:
    word = write_word(book, Profile.WORD)
    parts = sum(isinstance(block, Divider) for block in book.blocks)
    sections = docx.Document(BytesIO(word)).sections
    assert len(sections) == parts + 1
    assert [section.header.paragraphs[0].text for section in sections][:3] == ["INTERNAL", "OPEN", "INTERNAL"]
    with zipfile.ZipFile(BytesIO(word)) as package:
        body, settings = (package.read(f"word/{name}.xml").decode() for name in ("document", "settings"))
    assert len(re.findall("PAGEREF _Toc", body)) == len(re.findall(r" TC &quot;| TC \"", body)) == parts
    assert len(re.findall(r" TOC \\f \\h \\z ", body)) == 1
    assert len(re.findall('w:name="_Toc[0-9]{8}"', body)) == parts
    assert "<w:updateFields" in settings
    assert findings(word) == ()


def test_a_paper_without_contents_asks_for_nothing_on_opening(dossier: Dossier, asked: Asked) -> None:
    word = write_word(compose(PaperKind.AGENDA, Audience.SHARED, dossier, asked()), Profile.WORD)
    with zipfile.ZipFile(BytesIO(word)) as package:
        assert b"updateFields" not in package.read("word/settings.xml")


def test_the_book_in_french(dossier: Dossier, asked: Asked) -> None:
    said = write_plain(compose(PaperKind.BOOK, Audience.INTERNAL, dossier, asked("fr")))
    assert "Dossier d’information pour la 3e session" in said
    assert "Table des matières" in said
    assert "Partie 1" in said
