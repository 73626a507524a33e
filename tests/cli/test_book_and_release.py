"""The book as one file, as a PDF too where LibreOffice is there; a paper that leaves is looked through first."""

from __future__ import annotations

import re
import zipfile
from functools import cache
from pathlib import Path

import pytest

from dialogue_prep.domain.draft import Profile
from dialogue_prep.domain.errors import MachineError
from dialogue_prep.services.paper import Paper, Written, fields_of
from dialogue_prep.services.papers import Papers
from dialogue_prep.system import office as office_module
from dialogue_prep.system.office import Office


def contents_of(book: Path) -> list[str]:
    """Return what stands as the page of each part in the contents of a book."""
    with zipfile.ZipFile(book) as package:
        body = package.read("word/document.xml").decode()
    return re.findall(r"PAGEREF _Toc\d+ \\h </w:instrText></w:r><w:r>.*?</w:r><w:r><w:t>(\d*)</w:t>", body)


def test_the_book_has_the_pages_of_its_parts_and_a_pdf_beside_it(
    give, demonstrated: Path, office: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(office_module, "_places", lambda: iter((office,)))
    monkeypatch.setattr(Office, "pdf", cache(Office.pdf))  # its pages are counted for the file, and again for the PDF
    answer = give("book", "--round", 3, "--out", "book.docx", "--pdf", "--json").json
    assert (answer["kind"], answer["audience"], answer["version"]) == ("book", "internal", 1)
    assert Path(answer["pdf"]).read_bytes().startswith(b"%PDF-")
    pages = [int(page) for page in contents_of(Path(answer["file"]))]
    assert len(pages) >= 13
    assert pages[0] == 3
    assert pages == sorted(set(pages))


def test_a_book_that_gave_way_is_said_to_be_kept_by_another_name(
    give, demonstrated: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def written(_papers: Papers, _round_id: str, paper: Paper, path: Path, _profile: Profile) -> Written:
        return Written(**fields_of(paper), path=path, version=2, file_hash="", aside=path.with_name("book (2).docx"))

    monkeypatch.setattr(Papers, "write", written)
    said = give("book", "--out", "book.docx").said
    assert said == "book.docx was edited and its edits were taken in; it is kept as book (2).docx.\n"


def test_without_libreoffice_word_fills_the_pages_in(give, demonstrated: Path) -> None:
    assert give("book", "--out", "book.docx").code == 0
    assert set(contents_of(Path("book.docx"))) == {""}
    refused = give("book", "--out", "other.docx", "--pdf")
    assert refused.code == 1
    assert "PDF files are made by LibreOffice, and none was found" in refused.said
    assert not Path("other.docx").exists()
    assert give("draft", "agenda", "--out", "agenda.pdf").code == 1
    assert not Path("agenda.pdf").exists()


def test_where_counting_fails_the_book_is_written_all_the_same(
    give, demonstrated: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def late(*_others: object) -> bytes:
        raise MachineError("LibreOffice took longer than 90 seconds and was stopped; no PDF was made.")

    monkeypatch.setattr(Office, "pdf", late)
    monkeypatch.setattr("dialogue_prep.cli.book_command.find_office", lambda _named: Office(Path("soffice")))
    assert give("book", "--out", "book.docx").code == 0
    assert set(contents_of(Path("book.docx"))) == {""}


def test_a_paper_can_be_written_as_pdf_again_but_never_over_another_file(
    give, demonstrated: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dialogue_prep.cli.draft_command.find_office", lambda _named: Office(Path("soffice")))
    monkeypatch.setattr(Office, "pdf", lambda _self, word, *_others: b"%PDF-" + word[:4])
    written = give("draft", "agenda", "--out", "agenda.pdf", "--json")
    assert (written.code, written.json["parts"], Path("agenda.pdf").read_bytes()) == (0, {}, b"%PDF-PK\x03\x04")
    assert give("draft", "agenda", "--out", "agenda.pdf").code == 0
    Path("agenda.pdf").write_bytes(b"theirs")
    assert give("draft", "agenda", "--out", "agenda.pdf").code == 1
    assert Path("agenda.pdf").read_bytes() == b"theirs"


def test_a_paper_that_passes_is_released_as_a_clean_copy(give, demonstrated: Path) -> None:
    give("draft", "agenda", "--out", "agenda.docx")
    answer = give("release", "agenda.docx", "--out", "out/agenda.docx", "--json")
    assert answer.code == 0
    assert set(answer.json) == {"passed", "findings", "left_out", "file"}
    assert (answer.json["passed"], answer.json["findings"]) == (True, [])
    with zipfile.ZipFile(answer.json["file"]) as package:
        assert not [name for name in package.namelist() if name.startswith("customXml") or "custom" in name]


def test_edits_leave_only_with_consent(give, demonstrated: Path) -> None:
    give("draft", "agenda", "--out", "agenda.docx")
    with zipfile.ZipFile("agenda.docx") as package:
        parts = {name: package.read(name) for name in package.namelist()}
    parts["word/document.xml"] = parts["word/document.xml"].replace(b"Closing remarks", b"Farewell", 1)
    with zipfile.ZipFile("agenda.docx", "w") as package:
        for name, part in parts.items():
            package.writestr(name, part)
    refused = give("release", "agenda.docx", "--out", "out.docx")
    assert refused.code == 1
    assert "“Closing remarks” was changed into “Farewell”." in refused.answer
    assert "If what is named is meant to leave like this, say --yes." in refused.said
    assert not Path("out.docx").exists()
    assert give("release", "agenda.docx", "--out", "out.docx", "--yes").code == 0
    assert Path("out.docx").exists()


def test_an_internal_paper_is_not_released_even_with_consent(give, demonstrated: Path) -> None:
    give("draft", "steering-brief", "--out", "brief.docx")
    refused = give("release", "brief.docx", "--out", "out.docx", "--yes")
    assert refused.code == 1
    assert "It is an internal paper" in refused.answer
    assert not Path("out.docx").exists()
