"""The pages of a paper in the window: as they would be printed, at the width there is, or why there are none."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from dialogue_prep.documents.compose.request import Drafter
from dialogue_prep.documents.page_pictures import number_of_pages, picture_of_page
from dialogue_prep.domain.errors import UserError
from dialogue_prep.gui.pages.paper_view import PAGES, WORDS
from dialogue_prep.gui.pages.paper_zoom import LINE, fitting, stepped
from dialogue_prep.gui.pages.papers_page import PapersPage
from dialogue_prep.services.papers import Papers
from tests.gui.conftest import Open
from tests.reading.pdf_writing import pdf_pages

PDF = pdf_pages([[(72, 700, 20, "First")], [(72, 700, 20, "Second")]])


@pytest.fixture
def page(opened: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> PapersPage:
    context = opened.context
    context.papers = lambda: Papers(opened.workspace, Drafter("Ada Example", ""), None, context.dossiers.of)
    monkeypatch.setattr(Papers, "pages", lambda *_asked: PDF)
    page = opened.show(PapersPage(context))
    page._chosen_folder = page._folder = tmp_path / "papers"
    opened.settle()
    return page


def test_a_page_is_drawn_as_wide_as_it_is_wanted() -> None:
    assert number_of_pages(PDF) == 2
    picture = picture_of_page(PDF, 2, 300)
    assert (picture.width, picture.height) == (300, 425)
    assert len(picture.pixels) == 300 * 425 * 4
    assert min(picture.pixels) < 128 < max(picture.pixels)


def test_pages_are_turned_by_keys_and_fit_the_width(opened: Open, page: PapersPage) -> None:
    view = page.view
    view.parts.pick(PAGES)
    opened.wait(lambda: view.gaps.text() == "Page 1 of 2")
    opened.settle()
    wide = view.pages._sheet.pixmap().width()
    assert view.pages.area.viewport().width() - 40 < wide <= view.pages.area.viewport().width()
    view.pages.area.verticalScrollBar().setValue(view.pages.area.verticalScrollBar().maximum())
    opened.bot.keyClick(view.pages.area, Qt.Key.Key_PageDown)
    assert view.gaps.text() == "Page 2 of 2"
    assert not view.on.isEnabled()
    opened.bot.keyClick(view.pages.area, Qt.Key.Key_PageUp, Qt.KeyboardModifier.ControlModifier)
    assert view.gaps.text() == "Page 1 of 2"
    opened.bot.keyClick(view.pages.area, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    opened.settle()
    assert view.as_on_paper.text() == "100 %"
    assert view.pages._sheet.pixmap().width() > wide
    view.fit.click()
    opened.settle()
    assert view.pages._sheet.pixmap().width() == wide
    page.list.table.selectRow(3)
    opened.wait(lambda: view.parts.here() == WORDS)


def test_one_sentence_says_why_there_are_no_pages(
    opened: Open, page: PapersPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing(*_asked: object) -> bytes:
        raise UserError("No LibreOffice was found.")

    monkeypatch.setattr(Papers, "pages", missing)
    page.view.parts.pick(PAGES)
    opened.wait(lambda: page.view.pages.words.text() == "No LibreOffice was found.")
    assert not page.view.larger.isEnabled()
    page.view.parts.pick(WORDS)
    assert page.preview.isVisible()


def test_laying_out_pages_that_is_cancelled_leads_back_to_the_words(opened: Open, page: PapersPage) -> None:
    page.view.parts.pick(PAGES)
    opened.context.jobs.cancel()
    opened.wait(lambda: page.view.parts.here() == WORDS)
    assert page.preview.isVisible()


def test_the_lines_of_the_preview_fit_the_width(opened: Open, page: PapersPage) -> None:
    before = page.preview.toHtml()
    page.preview.setFocus()
    opened.bot.keyClick(page.preview, Qt.Key.Key_9, Qt.KeyboardModifier.ControlModifier)
    opened.wait(lambda: page.preview.toHtml() != before)
    assert page.view.as_on_paper.text() != "100 %"
    assert fitting(1224, 96, LINE) == pytest.approx(2, rel=0.001)
    assert [stepped(0.83, by) for by in (-1, 0, 1)] == [0.8, 1.0, 0.9]
