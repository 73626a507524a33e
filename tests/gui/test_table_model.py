"""The table model keeps Qt's rules, and tells only what differs."""

from __future__ import annotations

from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester, QSignalSpy
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from dialogue_prep.gui.kit.plain_table import plain_table
from dialogue_prep.gui.kit.table_model import Column, TableModel


@dataclass(frozen=True)
class Line:
    id: str
    title: str


def model() -> TableModel[Line]:
    return TableModel([Column("Title", lambda line: line.title), Column("Key", lambda line: line.id)])


lines = st.lists(
    st.builds(Line, st.sampled_from("abcdefgh"), st.sampled_from("xyz")), max_size=8, unique_by=lambda x: x.id
)


@given(st.lists(lines, min_size=1, max_size=5))
def test_whatever_is_shown_after_whatever_the_model_keeps_the_rules(
    qapp: QApplication, steps: list[list[Line]]
) -> None:
    shown = model()
    tester = QAbstractItemModelTester(shown, QAbstractItemModelTester.FailureReportingMode.Fatal)
    for rows in steps:
        watched = {row.id: QPersistentModelIndex(shown.index(n, 0)) for n, row in enumerate(shown.rows())}
        shown.show_rows(rows)
        assert list(shown.rows()) == rows
        for id_, index in watched.items():
            assert index.isValid() == (id_ in {row.id for row in rows})
            assert not index.isValid() or shown.row_at(index).id == id_
    assert tester.model() is shown


def test_a_row_that_stays_the_same_is_not_told(qapp: QApplication) -> None:
    shown = model()
    shown.show_rows([Line("a", "one"), Line("b", "two")])
    changed, inserted, removed = (
        QSignalSpy(shown.dataChanged),
        QSignalSpy(shown.rowsInserted),
        QSignalSpy(shown.rowsRemoved),
    )
    shown.show_rows([Line("a", "one"), Line("b", "other")])
    assert (changed.count(), inserted.count(), removed.count()) == (1, 0, 0)
    assert changed.at(0)[0].row() == 1


def test_headings_and_words_are_given_and_nothing_else(qapp: QApplication) -> None:
    shown = model()
    shown.show_rows([Line("a", "one")])
    across = Qt.Orientation.Horizontal
    assert [shown.headerData(n, across) for n in range(2)] == ["Title", "Key"]
    assert shown.headerData(7, across) is None
    assert shown.index(0, 0).data() == "one"
    assert shown.index(0, 0).data(Qt.ItemDataRole.DecorationRole) is None


def test_columns_are_as_wide_as_what_is_read_in_once_they_are_seen(qtbot: QtBot) -> None:
    columns: list[Column[Line]] = [Column("Title", lambda line: line.title), Column("Key", lambda line: line.id)]
    table, shown = plain_table("Lines", columns, 0)
    qtbot.addWidget(table)
    table.show()
    shown.show_rows([Line("a key that is longer than its heading", "x")])
    assert table.columnWidth(1) == table.sizeHintForColumn(1) > table.horizontalHeader().sectionSizeHint(1)
