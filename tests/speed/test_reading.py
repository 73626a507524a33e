"""Reading a long source must cost little more than getting its text does, and ten times the pages ten times as much."""

from __future__ import annotations

import time
from collections.abc import Callable

import pypdfium2
import pytest
from lxml import etree

from dialogue_prep.reading import html_file, pdf_file, text_file, word_file
from dialogue_prep.reading.recognise import extract_from
from dialogue_prep.reading.text_encoding import decoded
from dialogue_prep.system.guard import take_apart
from dialogue_prep.system.guard_package import open_package
from tests.reading.pdf_writing import pdf_pages
from tests.reading.writing import paragraph
from tests.reading.writing import word_file as word_of

SENTENCE = "The two sides reviewed what had been done since the last round, and agreed on the steps that follow."
LINES, PARAGRAPHS = 45, 9


def pdf_of(pages: int) -> bytes:
    """Return a PDF file of pages with 45 lines each, in nine paragraphs, between a running head and a number."""
    return pdf_pages(
        [
            [
                (72, 810, 8, "Record of the two sides"),
                *[(72, 770 - 14 * at - 8 * (at // 5), 10, f"{number} {at} {SENTENCE}"[:96]) for at in range(LINES)],
                (290, 30, 9, str(number)),
            ]
            for number in range(1, pages + 1)
        ]
    )


def words_of(pages: int) -> list[str]:
    return [f"{page} {number} {SENTENCE * 4}" for page in range(pages) for number in range(PARAGRAPHS)]


def text_of(pages: int) -> bytes:
    return "\n".join(words_of(pages)).encode()


def docx_of(pages: int) -> bytes:
    return word_of("".join(map(paragraph, words_of(pages))))


def html_of(pages: int) -> bytes:
    return f"<html><body>{''.join(f'<p>{words}</p>' for words in words_of(pages))}".encode()


def bare_pdf(data: bytes) -> None:
    document = pypdfium2.PdfDocument(data)
    for page in document:
        page.get_textpage().get_text_range()


def bare_docx(data: bytes) -> None:
    "".join(etree.fromstring(open_package(data)["word/document.xml"]).itertext())


def bare_html(data: bytes) -> None:
    text, _ = decoded(data)
    "".join(etree.fromstring(text, etree.HTMLParser()).itertext())


FORMATS: dict[str, tuple[Callable[[int], bytes], Callable[[bytes], object], Callable[[bytes], object], float]] = {
    "PDF": (pdf_of, pdf_file.paragraphs, bare_pdf, 3),
    "Word": (docx_of, word_file.paragraphs, bare_docx, 3),
    "HTML": (html_of, html_file.paragraphs, bare_html, 3),
    "text": (text_of, text_file.paragraphs, decoded, 3),
}


@pytest.mark.parametrize("name", FORMATS)
def test_a_hundred_pages_are_read_in_a_few_times_the_time_of_getting_their_text(
    race: Callable[..., None], name: str
) -> None:
    make, read, bare, limit = FORMATS[name]
    data = make(100)
    race(
        f"reading 100 pages of {name} against merely getting their text",
        limit=limit,
        ours=lambda: read(data) and None,
        floor=lambda: bare(data) and None,
    )


@pytest.mark.parametrize("name", FORMATS)
def test_ten_times_the_pages_take_about_ten_times_as_long(race: Callable[..., None], full: bool, name: str) -> None:
    make, read, *_ = FORMATS[name]
    pages = 1000 if full else 50
    few, many = make(pages // 10), make(pages)

    def ten_times() -> None:
        for _ in range(10):
            read(few)

    race(
        f"reading {pages} pages of {name} against ten times a tenth of them",
        limit=1.25,
        ours=lambda: read(many) and None,
        floor=ten_times,
    )


def test_what_ten_times_the_pages_say_is_found_in_about_ten_times_the_time(
    race: Callable[..., None], full: bool
) -> None:
    pages = 500 if full else 10
    few, many = words_of(pages // 10), words_of(pages)

    def ten_times() -> None:
        for _ in range(10):
            extract_from(few)

    race(
        f"recognising what {pages} pages say against ten times a tenth of them",
        limit=1.25,
        ours=lambda: extract_from(many) and None,
        floor=ten_times,
    )


def test_the_child_of_the_guard_starts_in_little_more_than_the_time_of_an_interpreter(
    race: Callable[..., None],
) -> None:
    def seconds(function: str) -> float:
        begun = time.perf_counter()
        take_apart("a.txt", b"a", function)
        return time.perf_counter() - begun

    race(
        "the guard's child reading a text of one letter against one that does nothing",
        limit=3,
        ours=lambda: seconds("dialogue_prep.reading.text_file:paragraphs"),
        floor=lambda: seconds("builtins:len"),
    )
