"""Going from page to page of a store with thousands of commitments keeps up with whoever clicks."""

from __future__ import annotations

import gettext
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from time import perf_counter

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QApplication, QStackedWidget, QTableView
from pytestqt.qtbot import QtBot

from dialogue_prep.domain.commitment import Commitment
from dialogue_prep.domain.identity import Identified, SourceId
from dialogue_prep.domain.source import Source, SourceKind, SourceParagraph
from dialogue_prep.domain.text import in_english
from dialogue_prep.gui.dress import speak
from dialogue_prep.gui.start import Start
from dialogue_prep.gui.window.interior import Interior, places
from dialogue_prep.services.opening import Opening
from dialogue_prep.services.records import Records
from dialogue_prep.system.folders import user_folders
from tests.invented import made_store
from tests.invented_dialogue import LAST_ROUND, invented_dialogue, said
from tests.speed.test_commitments import agreed
from tests.waiting import wait_until

KEPT = 5_000
IN_A_SOURCE = 50
PATIENCE = 300_000

Race = Callable[..., None]


def recorded(number: int) -> Iterator[Identified]:
    """Yield so many commitments, and the joint records that state them, fifty in each."""
    for place, commitment in enumerate(agreed(number)):
        source_id, paragraph = SourceId(f"record-{place // IN_A_SOURCE}"), place % IN_A_SOURCE + 1
        if paragraph == 1:
            yield Source(
                id=source_id,
                dialogue_id="dialogue",
                kind=SourceKind.JOINT_RECORD,
                title=said(f"Joint Communiqué {place // IN_A_SOURCE}"),
                dated=LAST_ROUND - timedelta(days=1 + place // IN_A_SOURCE),
                sha256="0" * 64,
            )
        words = commitment.wording.read("en")
        yield SourceParagraph(id=f"words-{place}", source_id=source_id, number=paragraph, words=words)
        yield replace(commitment, source_id=source_id, paragraph=paragraph)


class Opened:
    """The window on a store, every page of it seen once; `first_visit` is in how many seconds the slowest was there."""

    def __init__(self, bot: QtBot, application: QApplication, store: Path) -> None:
        self._bot = bot
        self._application = application
        opening = Opening(store=store, named=True, folders=user_folders())
        self.started = Start(application, lambda: opening, None)
        self.started.frame.resize(1280, 800)
        self.started.frame.show()
        bot.waitUntil(lambda: self.started.parts is not None and bool(self.interior.here()), timeout=PATIENCE)
        self.first_visit = max(self.go(place.name) for place in places())

    @property
    def interior(self) -> Interior:
        assert self.started.parts is not None
        return self.started.parts.interior

    def go(self, name: str) -> float:
        """Go to a page, and wait until it shows what it has read; return the seconds until it was there, painted."""
        start = perf_counter()
        self.interior.go(name)
        wait_until(lambda: self.interior.here() == name, PATIENCE)
        self._application.processEvents()
        seconds = perf_counter() - start
        self.settle()
        return seconds

    def change_one_commitment(self) -> None:
        """Change one commitment of the dialogue that is shown, and wait until what is seen has been read anew."""
        assert self.started.program is not None
        context = self.started.program.context
        assert context is not None
        workspace, ended = context.workspace, list[None]()

        def change() -> None:
            with workspace.look() as work:
                (one, *_others) = work.find(Commitment, dialogue_id=context.choices.dialogue_id)
            reworded = f"{len(one.action.read('en'))} measures"
            Records(workspace).edit(one, lambda kept: replace(kept, action=in_english(reworded)), label="Reword")

        context.jobs.run(change, ended.append)
        wait_until(lambda: bool(ended), PATIENCE)
        context.look_again()
        self.settle()

    def settle(self) -> None:
        """Wait until everything that was asked for is done and shown."""
        assert self.started.parts is not None
        done: list[bool] = []
        for turn in range(5):
            self.started.parts.jobs.run(lambda: True, done.append)
            self._bot.waitUntil(lambda turns=turn + 1: len(done) == turns, timeout=PATIENCE)  # type: ignore[misc]

    def tour(self) -> None:
        """Go to every page, each painted before the next."""
        for place in places():
            self.interior.go(place.name)
            self._application.processEvents()

    def longest_hold_up(self) -> float:
        """Have every page read and shown anew; return for how many seconds at most nothing else could be done."""
        assert self.started.program is not None
        context = self.started.program.context
        assert context is not None
        context.look_again()
        with held_up() as gaps:
            for place in places():
                self.go(place.name)
        return max(gaps)

    def close(self) -> None:
        self.started.close()
        self.started.frame.close()
        self.started.frame.deleteLater()


@contextmanager
def held_up() -> Iterator[list[float]]:
    """Yield a list that gets the seconds between one turn of the event loop and the next."""
    gaps, last = [0.0], perf_counter()

    def tick() -> None:
        nonlocal last
        now = perf_counter()
        gaps.append(now - last)
        last = now

    timer = QTimer(interval=1)
    timer.timeout.connect(tick)
    timer.start()
    yield gaps
    tick()
    timer.stop()


@pytest.fixture(scope="module")
def opened(
    request: pytest.FixtureRequest, qapp: QApplication, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Callable[[int], Opened]]:
    """Return a function that returns the window on a store with so many commitments, one window for all tests."""
    speak(qapp, gettext.NullTranslations(), "en")
    windows: dict[int, Opened] = {}
    folder = tmp_path_factory.mktemp("opened")

    def open_(number: int) -> Opened:
        if number not in windows:
            values = (*invented_dialogue(), *recorded(number))
            store = made_store(folder / f"{number}.store", values)
            windows[number] = Opened(QtBot(request), qapp, store)
        return windows[number]

    yield open_
    for window in windows.values():
        window.close()


def filled_table(bot: QtBot, number: int) -> QTableView:
    """Return Qt's own table with so many rows of five words."""
    table, model = QTableView(), QStandardItemModel()
    bot.addWidget(table)
    model.setParent(table)
    for place in range(number):
        model.appendRow([QStandardItem(f"R2-{place:05} {column}") for column in range(5)])
    table.setModel(model)
    table.resize(1096, 680)
    return table


@pytest.fixture
def kept(full: bool) -> int:
    """Return how many commitments a store has, where others have ten times as many; the short form has fewer."""
    return KEPT if full else KEPT // 50


def test_going_to_a_page_costs_little_more_than_going_to_qts_own_table(
    race: Race, opened: Callable[[int], Opened], kept: int, qtbot: QtBot, qapp: QApplication
) -> None:
    plain = QStackedWidget()
    qtbot.addWidget(plain)
    for _place in places():
        plain.addWidget(filled_table(qtbot, kept))
    plain.resize(1280, 800)
    plain.show()

    def tour() -> None:
        for place in range(plain.count()):
            plain.setCurrentIndex(place)
            qapp.processEvents()

    name = f"{len(places())} changes of page at {kept} commitments against Qt's tables"
    race(name, limit=4, ours=opened(kept).tour, floor=tour)


def test_nothing_holds_the_window_up_longer_than_filling_qts_own_table(
    race: Race, opened: Callable[[int], Opened], kept: int, qtbot: QtBot, qapp: QApplication
) -> None:
    def fill() -> None:
        filled_table(qtbot, KEPT).show()
        qapp.processEvents()

    name = f"the longest hold-up while pages of {kept} commitments are filled against Qt's table of {KEPT}"
    race(name, limit=1, ours=opened(kept).longest_hold_up, floor=fill)


def test_going_to_a_page_does_not_grow_with_the_store(race: Race, opened: Callable[[int], Opened], kept: int) -> None:
    small, large = opened(kept), opened(10 * kept)
    race(f"changes of page at {10 * kept} commitments against {kept}", limit=1.5, ours=large.tour, floor=small.tour)
