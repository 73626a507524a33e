"""Rows of any table are copied, and a page is printed as what it shows."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QTableView, QTextBrowser, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from dialogue_prep.gui.kit.finding_list import Finding, FindingList
from dialogue_prep.gui.kit.menu_acts import MenuAct
from dialogue_prep.gui.kit.plain_table import plain_table
from dialogue_prep.gui.kit.table_model import Column
from dialogue_prep.gui.kit.table_ways import teach_views
from dialogue_prep.gui.printing import printed_document


@dataclass(frozen=True)
class Line:
    id: str
    words: str


@pytest.fixture
def asked() -> list[str]:
    """Return what was asked for from menus."""
    return []


@pytest.fixture
def page(qtbot: QtBot, asked: list[str]) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    acts = (
        MenuAct("Put under", acts=(MenuAct("Rivers", lambda: asked.append("rivers")),)),
        MenuAct("Move", allowed=False),
    )
    columns: list[Column[Line]] = [Column("Number", lambda line: line.id), Column("Words", lambda line: line.words)]
    table, model = plain_table("Lines", columns, 1)
    model.show_rows([Line("1", "a <b> & c"), Line("2", "两国")])
    QVBoxLayout(made).addWidget(table)
    teach_views(made, lambda _view: acts, lambda id_: (MenuAct("History …", lambda: asked.append(f"history {id_}")),))
    teach_views(made, lambda _view: (), lambda _id: (MenuAct("Twice"),))
    made.show()
    return made


def test_selected_rows_are_copied_as_text_and_as_a_table(page: QWidget) -> None:
    table = page.findChild(QTableView)
    table.selectRow(1)
    QTest.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    copied = QGuiApplication.clipboard().mimeData()
    assert copied.text() == "Number\tWords\n2\t两国"
    assert "<td>两国</td>" in copied.html()


def test_a_table_without_a_menu_gets_one(page: QWidget, qapp: QApplication, asked: list[str]) -> None:
    table = page.findChild(QTableView)
    table.selectRow(0)
    at = QPoint(4, 4)
    qapp.sendEvent(table.viewport(), QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, table.mapToGlobal(at)))
    menu = table.findChild(QMenu)
    acts = {action.text(): action for action in menu.actions()}
    acts["Copy"].trigger()
    assert QGuiApplication.clipboard().text() == "1"
    acts["History …"].trigger()
    inner = acts["Put under"].menu()
    assert isinstance(inner, QMenu)
    inner.actions()[0].trigger()
    assert asked == ["history 1", "rivers"]
    assert not acts["Move"].isEnabled()
    assert not acts["Select all\tCtrl+A"].isEnabled()
    assert not {"Open", "Twice"} & acts.keys(), "nothing is opened by Enter here, and what is taught is taught once"
    menu.close()


def test_a_list_has_the_same_menu(qtbot: QtBot, qapp: QApplication, asked: list[str]) -> None:
    shown = FindingList("Findings")
    shown.show_findings([Finding(id="7", words="Rivers", note="a note")])
    shown.activated.connect(lambda _index: asked.append("open"))
    page = QWidget()
    qtbot.addWidget(page)
    QVBoxLayout(page).addWidget(shown)
    teach_views(page, lambda _view: (), lambda id_: (MenuAct(id_),))
    page.show()
    at = QPoint(4, 4)
    qapp.sendEvent(shown.viewport(), QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, shown.mapToGlobal(at)))
    menu = shown.findChild(QMenu)
    acts = {action.text().partition("\t")[0]: action for action in menu.actions()}
    acts["Open"].trigger()
    acts["Copy as a table"].trigger()
    assert asked == ["open"]
    assert "7" in acts
    assert QGuiApplication.clipboard().text() == "Findings\nRivers"
    menu.close()


def test_a_list_is_printed_as_a_table_and_a_paper_as_its_preview(page: QWidget, tmp_path: Path) -> None:
    document = printed_document(page, "Lines & more")
    words = document.toPlainText()
    assert all(said in words for said in ("Lines & more", "a <b> & c", "两国"))
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "page.pdf"))
    document.print_(printer)
    assert (tmp_path / "page.pdf").read_bytes().startswith(b"%PDF")
    preview = QTextBrowser(page)
    preview.setHtml("<p>What the paper says</p>")
    preview.show()
    assert printed_document(page, "Papers").toPlainText() == "What the paper says"
