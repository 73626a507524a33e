"""Two hundred dialogues, 8,000 rounds, 240,000 commitments: the window is as quick with them as with a few.

The short form has a twentieth of them. Where growth is measured, a tenth of them is beside them.
"""

from __future__ import annotations

import gettext
import json
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from time import perf_counter, sleep

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from dialogue_prep.gui.dress import speak
from dialogue_prep.gui.pages.commitments_page import CommitmentsPage
from dialogue_prep.gui.window.interior import places
from dialogue_prep.services.search import Search
from dialogue_prep.store.database import Database
from tests.invented import workspace_of
from tests.speed.conftest import Race
from tests.speed.large_store import IN_A_ROUND, ROUNDS, large_store
from tests.speed.starts import OURS, Bare, Starts, Told, run_in_child
from tests.speed.test_pages import Opened

DIALOGUES = 200
PAGE_SECONDS, KEYSTROKE_SECONDS, FILTER_SECONDS = 0.1, 0.05, 0.1
TYPED = ("m", "me", "measure", "measure 12", "waters go", "state 7", "nothing has this")
FILTERED = ("w", "waters", "waters 12", "nothing has this", "")
FOUND = 50


@pytest.fixture(scope="module")
def dialogues(full: bool) -> int:
    """Return how many dialogues the large store has; the short form has a twentieth of them."""
    return DIALOGUES if full else DIALOGUES // 20


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory, dialogues: int) -> Path:
    return large_store(tmp_path_factory.mktemp("large") / "large.store", dialogues)


@pytest.fixture(scope="module")
def smaller_store(tmp_path_factory: pytest.TempPathFactory, dialogues: int) -> Path:
    return large_store(tmp_path_factory.mktemp("smaller") / "smaller.store", dialogues // 10)


@pytest.fixture(scope="module")
def commitments(dialogues: int) -> str:
    """Return how many commitments are in the store, to be told."""
    return f"{dialogues * ROUNDS * IN_A_ROUND:,}"


@pytest.fixture(scope="module")
def open_on(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[Callable[[Path], Opened]]:
    """Return a function that opens a window on a store, every page of it seen once."""
    speak(qapp, gettext.NullTranslations(), "en")
    windows: list[Opened] = []

    def open_(store: Path) -> Opened:
        windows.append(Opened(QtBot(request), qapp, store))
        return windows[-1]

    yield open_
    for window in windows:
        window.close()


@pytest.fixture(scope="module")
def opened(open_on: Callable[[Path], Opened], store: Path) -> Opened:
    return open_on(store)


@pytest.fixture(scope="module")
def opened_smaller(open_on: Callable[[Path], Opened], smaller_store: Path) -> Opened:
    return open_on(smaller_store)


@pytest.fixture(scope="module")
def our_starts(store: Path) -> Starts[Told]:
    return Starts(lambda: json.loads(run_in_child(OURS, store)))


@pytest.fixture(scope="module")
def smaller_starts(smaller_store: Path) -> Starts[Told]:
    return Starts(lambda: json.loads(run_in_child(OURS, smaller_store)))


def test_it_is_seen_nearly_as_soon_as_a_bare_window(
    race: Race, our_starts: Starts[Told], bare_starts: Starts[Bare], commitments: str
) -> None:
    mine, least = our_starts.from_the_first(), bare_starts.from_the_first()
    name = f"first paint with {commitments} commitments against a bare window"
    race(name, limit=1.6, ours=lambda: mine()["painted"][0], floor=lambda: least()[0])


def test_one_can_work_with_it_within_six_times_a_bare_window(
    race: Race, our_starts: Starts[Told], bare_starts: Starts[Bare], commitments: str
) -> None:
    mine, least = our_starts.from_the_first(), bare_starts.from_the_first()
    name = f"usable with {commitments} commitments against a bare window"
    race(name, limit=6, ours=lambda: mine()["usable"][0], floor=lambda: least()[0])


@pytest.mark.in_full_alone
@pytest.mark.parametrize(("seen", "told"), [("first paint", "painted"), ("usable", "usable")])
def test_a_start_does_not_grow_with_the_store(
    race: Race, our_starts: Starts[Told], smaller_starts: Starts[Told], commitments: str, seen: str, told: str
) -> None:
    mine, least = our_starts.from_the_first(), smaller_starts.from_the_first()
    name = f"{seen} with {commitments} commitments against a tenth of them"
    race(name, limit=1.5, ours=lambda: mine()[told][0], floor=lambda: least()[told][0])


@pytest.mark.skipif(sys.platform != "linux", reason="the most memory that a process had is told by Linux alone")
def test_every_page_seen_takes_at_most_four_times_the_memory_of_a_bare_window(
    store: Path,
    bare_starts: Starts[Bare],
    commitments: str,
    record_property: Callable[[str, object], None],
) -> None:
    told: Told = json.loads(run_in_child(OURS, store, "every page"))
    mine, least = told["kilobytes"] / 1024, bare_starts.from_the_first()()[1] / 1024
    name = f"memory with {commitments} commitments against a bare window, MB"
    record_property("race", [name, f"{mine / least:.2f}", "4", f"{mine:.0f}", f"{least:.0f}"])
    assert mine <= 4 * least


def test_a_page_is_there_within_a_tenth_of_a_second(race: Race, opened: Opened, commitments: str) -> None:
    def tour() -> float:
        return _longest(opened, [place.name for place in places()])

    name = f"the slowest change of page with {commitments} commitments against 100 ms"
    race(name, limit=1, ours=tour, floor=lambda: sleep(PAGE_SECONDS))


@pytest.mark.in_full_alone
def test_the_first_visit_to_a_page_is_there_within_two_tenths_of_a_second(
    race: Race, qtbot: QtBot, qapp: QApplication, opened: Opened, store: Path, tmp_path: Path, commitments: str
) -> None:
    """A page is made when one goes there first; it has been imported by then, while one looked at the overview."""
    copy = Path(shutil.copy(store, tmp_path))

    def visits() -> float:
        window = Opened(qtbot, qapp, copy)
        window.close()
        return window.first_visit

    name = f"the slowest first visit to a page with {commitments} commitments against 100 ms"
    race(name, limit=2, ours=visits, floor=lambda: sleep(PAGE_SECONDS))


def test_a_page_is_there_within_a_tenth_of_a_second_after_a_change(
    race: Race, opened: Opened, commitments: str
) -> None:
    def tour() -> float:
        longest = 0.0
        for place in reversed(places()):
            opened.change_one_commitment()
            longest = max(longest, opened.go(place.name))
        return longest

    name = f"the slowest page after a change with {commitments} commitments against 100 ms"
    race(name, limit=1, ours=tour, floor=lambda: sleep(PAGE_SECONDS))


@pytest.mark.in_full_alone
def test_going_to_a_page_does_not_grow_with_the_store(
    race: Race, opened: Opened, opened_smaller: Opened, commitments: str
) -> None:
    name = f"changes of page with {commitments} commitments against a tenth of them"
    race(name, limit=1.5, ours=opened.tour, floor=opened_smaller.tour)


def _longest(opened: Opened, names: list[str]) -> float:
    """Return the seconds that the slowest of these changes of page took, painted."""
    longest = 0.0
    for name in names:
        start = perf_counter()
        opened.interior.go(name)
        QApplication.processEvents()
        longest = max(longest, perf_counter() - start)
    return longest


def filtering(opened: Opened) -> Callable[[], float]:
    """Return what types everything once into the filter, and returns the seconds that the slowest answer took."""
    opened.go("commitments")
    page = opened.interior.findChild(CommitmentsPage)
    assert page.table.rows.rowCount() == ROUNDS * IN_A_ROUND

    def run() -> float:
        longest = 0.0
        for words in FILTERED:
            start = perf_counter()
            page.filters.search.setText(words)
            QApplication.processEvents()
            longest = max(longest, perf_counter() - start)
        return longest

    return run


def test_a_filter_answers_within_a_tenth_of_a_second(race: Race, opened: Opened, commitments: str) -> None:
    name = f"a filter with {commitments} commitments against 100 ms"
    race(name, limit=1, ours=filtering(opened), floor=lambda: sleep(FILTER_SECONDS))


@pytest.mark.in_full_alone
def test_a_filter_does_not_grow_with_the_store(
    race: Race, opened: Opened, opened_smaller: Opened, commitments: str
) -> None:
    name = f"a filter with {commitments} commitments against a tenth of them"
    race(name, limit=1.5, ours=filtering(opened), floor=filtering(opened_smaller))


def searching(store: Path, stack: list[Database]) -> Callable[[], float]:
    """Return what types everything once, and returns the seconds that the slowest answer took."""
    stack.append(Database(store))
    search = Search(workspace_of(stack[-1]))

    def run() -> float:
        longest = 0.0
        for words in TYPED:
            start = perf_counter()
            found = search.find(words, "en", limit=FOUND)
            longest = max(longest, perf_counter() - start)
            assert bool(found) is not words.startswith("nothing")
        return longest

    return run


@pytest.fixture
def databases() -> Iterator[list[Database]]:
    stack: list[Database] = []
    yield stack
    for database in stack:
        database.close()


def test_each_letter_typed_is_answered_within_a_twentieth_of_a_second(
    race: Race, store: Path, databases: list[Database], commitments: str
) -> None:
    name = f"the slowest answer of search in {commitments} commitments against 50 ms"
    race(name, limit=1, ours=searching(store, databases), floor=lambda: sleep(KEYSTROKE_SECONDS))


def test_search_grows_more_slowly_than_the_store(
    race: Race, store: Path, smaller_store: Path, databases: list[Database], commitments: str
) -> None:
    name = f"search in {commitments} commitments against a tenth of them"
    race(name, limit=6, ours=searching(store, databases), floor=searching(smaller_store, databases))
