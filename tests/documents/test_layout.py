"""Pages as an office program lays them out: none is empty, no heading is left behind at the foot of one."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from dialogue_prep.documents.compose.papers import compose
from dialogue_prep.documents.compose.request import PaperRequest
from dialogue_prep.documents.model import Block, Columns, Document, Heading, words_of_line
from dialogue_prep.documents.word.writer import write_word
from dialogue_prep.domain.dossier import Dossier
from dialogue_prep.domain.draft import Audience, PaperKind, Profile

Asked = Callable[..., PaperRequest]
Pages = list[list[str]]

ONE_PAGE = (PaperKind.AGENDA, PaperKind.STEERING_BRIEF, PaperKind.NOTE_VERBALE)


@pytest.fixture(scope="module")
def papers(unfilled: Dossier, asked: Asked) -> dict[str, Document]:
    """Return every kind of paper in one language or another, and the book in two."""
    languages = ("fr", "zh-Hans", "en")
    made = {
        f"{kind}-{audience}": compose(kind, audience, unfilled, asked(languages[place % 3]))
        for place, (kind, audience) in enumerate((kind, audience) for kind in PaperKind for audience in kind.audiences)
        if kind is not PaperKind.BOOK
    }
    in_two = asked("en", second_language="zh-Hans")
    return made | {"book-internal": compose(PaperKind.BOOK, Audience.INTERNAL, unfilled, in_two)}


@pytest.fixture(scope="module")
def laid_out(papers: dict[str, Document], as_pdfs: Callable[..., list[Path]]) -> dict[str, Pages]:
    """Return the lines on each page of each paper."""
    pdfs = as_pdfs(*(write_word(paper, Profile.WORD) for paper in papers.values()))
    return {name: _pages(pdf) for name, pdf in zip(papers, pdfs, strict=True)}


def _pages(pdf: Path) -> Pages:
    found = subprocess.run(["pdftotext", "-layout", pdf, "-"], check=True, capture_output=True, timeout=60)
    *pages, _end = found.stdout.decode().split("\f")
    return [[line.strip() for line in page.splitlines() if line.strip()] for page in pages]


def test_every_paper_is_opened_and_has_pages(papers: dict[str, Document], laid_out: dict[str, Pages]) -> None:
    assert all(laid_out[name] for name in papers)


def test_no_page_is_empty(papers: dict[str, Document], laid_out: dict[str, Pages]) -> None:
    for name, pages in laid_out.items():
        on_each = len(papers[name].header) + len(papers[name].footer)
        empty = [number for number, lines in enumerate(pages, start=1) if len(lines) <= on_each]
        assert empty == [], name


def test_no_heading_stands_alone_at_the_foot_of_a_page(papers: dict[str, Document], laid_out: dict[str, Pages]) -> None:
    for name, pages in laid_out.items():
        headings = {line for block in papers[name].blocks for line in _headings(block)}
        foot = len(papers[name].footer)
        last = {lines[-1 - foot] for lines in pages if len(lines) > foot + 1}
        assert last & headings == set(), name


def test_what_is_to_fit_on_one_page_does(laid_out: dict[str, Pages]) -> None:
    for kind in ONE_PAGE:
        assert len(laid_out[f"{kind}-{kind.audiences[0]}"]) == 1, kind


def _headings(block: Block) -> list[str]:
    lines = list(block.lines) if isinstance(block, Columns) else [block]
    return [words_of_line(line).split("\n")[-1].strip() for line in lines if isinstance(line, Heading)]
