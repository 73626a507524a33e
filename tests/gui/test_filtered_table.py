"""A filtered table keeps what is selected while it is in sight, and says once that something else is."""

from __future__ import annotations

from dataclasses import dataclass, replace

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from dialogue_prep.gui.kit.filtered_model import SortedColumn
from dialogue_prep.gui.kit.filtered_table import FilteredTable


@dataclass(frozen=True)
class Number:
    id: str
    value: int


NUMBERS = tuple(Number(f"n{value}", value) for value in (5, 3, 1, 4, 2))


@pytest.fixture
def table(qtbot: QtBot) -> FilteredTable[Number]:
    columns = (
        SortedColumn("Value", lambda row: str(row.value), order=lambda row: row.value),
        SortedColumn("Name", lambda row: row.id, order=lambda row: -row.value),
    )
    table: FilteredTable[Number] = FilteredTable("Numbers", columns)
    qtbot.addWidget(table)
    QAbstractItemModelTester(table.rows, QAbstractItemModelTester.FailureReportingMode.Warning, table)
    table.rows.show_rows(NUMBERS)
    table.show()
    return table


def values(table: FilteredTable[Number]) -> list[int]:
    return [row.value for row in table.rows.rows()]


def select(table: FilteredTable[Number], *ids: str) -> None:
    flags = QItemSelectionModel.SelectionFlag
    table.clearSelection()
    for place, row in enumerate(table.rows.rows()):
        if row.id in ids:
            table.selectionModel().select(table.rows.index(place, 0), flags.Select | flags.Rows)


def chosen(table: FilteredTable[Number]) -> list[str]:
    return [row.id for row in table.chosen()]


def test_rows_are_in_the_order_of_the_column(table: FilteredTable[Number]) -> None:
    assert values(table) == [1, 2, 3, 4, 5]
    table.sortByColumn(1, Qt.SortOrder.AscendingOrder)
    assert values(table) == [5, 4, 3, 2, 1]


def test_only_what_passes_is_shown_and_all_is_kept(table: FilteredTable[Number]) -> None:
    table.rows.filter_rows(lambda row: row.value % 2 == 1)
    assert values(table) == [1, 3, 5]
    assert len(table.rows.all_rows()) == 5
    table.rows.filter_rows(lambda row: True)
    assert values(table) == [1, 2, 3, 4, 5]


def test_what_is_selected_stays_selected_while_it_passes(table: FilteredTable[Number]) -> None:
    select(table, "n1", "n2", "n3", "n5")
    table.rows.filter_rows(lambda row: row.value != 2)
    assert chosen(table) == ["n1", "n3", "n5"]
    table.sortByColumn(1, Qt.SortOrder.AscendingOrder)
    assert chosen(table) == ["n5", "n3", "n1"]


def test_where_the_user_is_stays_while_it_passes(table: FilteredTable[Number]) -> None:
    assert table.choose("n4")
    table.rows.filter_rows(lambda row: row.value > 2)
    assert table.here() == "n4"
    assert chosen(table) == ["n4"]
    table.rows.filter_rows(lambda row: row.value < 2)
    assert chosen(table) == []
    assert not table.choose("n4")


def test_a_change_of_one_row_resets_nothing(table: FilteredTable[Number], qtbot: QtBot) -> None:
    table.choose("n4")
    changed = tuple(replace(row, value=6) if row.id == "n5" else row for row in NUMBERS)
    with qtbot.assertNotEmitted(table.rows.modelReset), qtbot.waitSignal(table.rows.dataChanged):
        table.rows.show_rows(changed)
    assert values(table) == [1, 2, 3, 4, 6]
    assert table.here() == "n4"


def test_the_same_rows_tell_nothing(table: FilteredTable[Number], qtbot: QtBot) -> None:
    before = values(table)
    with qtbot.assertNotEmitted(table.rows.modelReset), qtbot.assertNotEmitted(table.rows.dataChanged):
        table.rows.show_rows(NUMBERS)
        table.rows.filter_rows(lambda row: row.value > 0)
    assert values(table) == before


def test_several_changes_of_the_selection_are_told_once(table: FilteredTable[Number], qtbot: QtBot) -> None:
    told: list[int] = []
    table.selected.connect(lambda: told.append(len(table.chosen())))
    select(table, "n1", "n2")
    table.rows.filter_rows(lambda row: row.value != 2)
    qtbot.waitUntil(lambda: bool(told))
    assert told == [1]
