"""Searching and filtering thousands of commitments keeps up with whoever types."""

from __future__ import annotations

import gettext
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QSortFilterProxyModel, QStringListModel
from PySide6.QtWidgets import QApplication, QListView
from pytestqt.qtbot import QtBot

from dialogue_prep.domain.commitment import Commitment
from dialogue_prep.domain.identity import Identified
from dialogue_prep.gui.context import Context
from dialogue_prep.gui.dress import speak
from dialogue_prep.gui.jobs import Jobs
from dialogue_prep.gui.kit.filtered_table import FilteredTable
from dialogue_prep.gui.pages.commitment_columns import commitment_columns
from dialogue_prep.gui.pages.commitments_lines import CommitmentFilter, CommitmentRow, commitment_rows
from dialogue_prep.gui.pages.commitments_page import BOARD, CommitmentsPage
from dialogue_prep.store.database import Database
from tests.invented import NOON, made_store, workspace_of
from tests.invented_dialogue import dossier_of, invented_dialogue, said

KEPT, KEPT_IN_SHORT = 5_000, 2_500

# What somebody types and takes away again: each of them is one answer of the table.
TYPED = ("w", "waters", "waters 12", "nothing has this", "")


def agreed(number: int) -> Iterator[Commitment]:
    """Yield so many commitments, two in three about waters."""
    first = next(value for value in invented_dialogue() if isinstance(value, Commitment))
    for place in range(number):
        matter = ("waters", "Écluses", "waters")[place % 3]
        yield replace(
            first,
            id=f"kept-{place}",
            code=f"R2-{place + 10:05}",
            wording=said(f"The sides agreed to go on with measure {place} on the {matter} of both states."),
            action=said(f"Go on with measure {place} on {matter}"),
        )


@pytest.fixture(scope="module")
def kept(full: bool) -> int:
    """Return how many commitments are searched; the short form has fewer."""
    return KEPT if full else KEPT_IN_SHORT


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory, kept: int) -> Path:
    """Return a store with so many commitments."""
    values: tuple[Identified, ...] = (*invented_dialogue(), *agreed(kept))
    return made_store(tmp_path_factory.mktemp("kept") / "many.store", values)


@pytest.fixture
def page(qtbot: QtBot, qapp: QApplication, store: Path, kept: int) -> Iterator[CommitmentsPage]:
    """Yield the page on that store, as the user sees it."""
    speak(qapp, gettext.NullTranslations(), "en")
    failed: list[BaseException] = []
    jobs, database = Jobs(failed.append), Database(store)
    context = Context(workspace_of(database), jobs, lambda: pytest.fail("no paper is written"), "en", lambda: NOON)
    page = CommitmentsPage(context)
    qtbot.addWidget(page)
    page.resize(1096, 680)
    context.look_again()
    page.show()
    qtbot.waitUntil(lambda: page.table.rows.rowCount() > kept, timeout=60_000)
    yield page
    jobs.close()
    database.close()
    assert failed == []


def seen(application: QApplication) -> None:
    """Have everything painted that waits for it."""
    application.processEvents()


def least(qtbot: QtBot, application: QApplication, words: list[str]) -> Callable[[], None]:
    """Return the least there can be: Qt's own filter on one string a row, in its lightest list."""
    shown, passing, strings = QListView(), QSortFilterProxyModel(), QStringListModel(words)
    qtbot.addWidget(shown)
    passing.setParent(shown)
    strings.setParent(shown)
    passing.setSourceModel(strings)
    shown.setUniformItemSizes(True)
    shown.setModel(passing)
    shown.resize(640, 480)
    shown.show()

    def run() -> None:
        for typed in TYPED:
            passing.setFilterFixedString(typed)
            shown.scrollToTop()
            seen(application)

    return run


def test_searching_thousands_of_commitments_costs_little_more_than_qts_own_filter(
    race: Callable[..., None], page: CommitmentsPage, kept: int, qtbot: QtBot, qapp: QApplication
) -> None:
    floor = least(qtbot, qapp, [row.folded for row in page.table.rows.all_rows()])

    def search() -> None:
        for typed in TYPED:
            page.filters.search.setText(typed)
            seen(qapp)

    search()
    assert page.table.rows.rowCount() == len(page.table.rows.all_rows())
    race(
        f"searching {kept} commitments {len(TYPED)} times against Qt's filter of strings",
        limit=4,
        ours=search,
        floor=floor,
    )


def test_filtering_thousands_of_commitments_costs_little_more_than_qts_own_filter(
    race: Callable[..., None], page: CommitmentsPage, kept: int, qtbot: QtBot, qapp: QApplication
) -> None:
    floor = least(qtbot, qapp, [row.folded for row in page.table.rows.all_rows()])
    wanted = (
        CommitmentFilter(round_id="round-2"),
        CommitmentFilter(topic_id="water"),
        CommitmentFilter(kind="norm"),
        CommitmentFilter(quiet=True),
        CommitmentFilter(),
    )

    def filter_all() -> None:
        for one in wanted:
            page.filters.want(one)
            seen(qapp)

    race(
        f"filtering {kept} commitments {len(wanted)} times against Qt's filter of strings",
        limit=4,
        ours=filter_all,
        floor=floor,
    )


def test_searching_the_board_costs_little_more_than_qts_own_filter(
    race: Callable[..., None], page: CommitmentsPage, kept: int, qtbot: QtBot, qapp: QApplication
) -> None:
    floor = least(qtbot, qapp, [row.folded for row in page.table.rows.all_rows()])
    page.views.pick(BOARD)

    def search() -> None:
        for typed in TYPED:
            page.filters.search.setText(typed)
            seen(qapp)

    search()
    assert sum(column.cards.rowCount() for column in page.board.columns) == len(page.table.rows.all_rows())
    race(
        f"searching {kept} cards of the board {len(TYPED)} times against Qt's filter of strings",
        limit=6,
        ours=search,
        floor=floor,
    )


def test_ten_times_the_commitments_take_about_ten_times_as_long(
    race: Callable[..., None], full: bool, qtbot: QtBot, qapp: QApplication
) -> None:
    few = KEPT if full else KEPT // 5
    speak(qapp, gettext.NullTranslations(), "en")

    def searching(number: int) -> Callable[[], None]:
        dossier = dossier_of((*invented_dialogue(), *agreed(number)))
        table: FilteredTable[CommitmentRow] = FilteredTable("Commitments", commitment_columns())
        qtbot.addWidget(table)
        table.rows.show_rows(commitment_rows(dossier, "en"))
        table.resize(640, 480)
        table.show()

        def run() -> None:
            for typed in TYPED:
                table.rows.filter_rows(CommitmentFilter(words=tuple(typed.split())).passes)
                seen(qapp)

        return run

    small, large = searching(few), searching(10 * few)
    race(f"searching {10 * few} commitments against {few}", limit=10, ours=large, floor=small)
