"""While a hostile file is read, the window goes on: its thread is never held up for a tenth of a second."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer

from dialogue_prep.gui.pages.sources_page import SourcesPage
from tests.gui.conftest import Open
from tests.reading.test_hostile_files import ALL, FILES

SECONDS = 0.1
ONE = ("html", "400,000 entities")


@pytest.fixture
def page(opened: Open) -> SourcesPage:
    return opened.show(SourcesPage(opened.context))


@contextmanager
def longest_turn(page: SourcesPage) -> Iterator[list[float]]:
    """Note for how many seconds of the processor the thread of the window was away from its loop."""
    turns, before = [0.0], [time.thread_time()]

    def turn() -> None:
        now = time.thread_time()
        turns[0] = max(turns[0], now - before[0])
        before[0] = now

    timer = QTimer(page)
    timer.timeout.connect(turn)
    timer.start(0)
    yield turns
    timer.stop()


@pytest.mark.shows("I1 hostile files that hold the window up for 0.1 s")
@pytest.mark.parametrize(
    ("ending", "name"), [ONE, *(pytest.param(*one, marks=pytest.mark.torture) for one in ALL if one != ONE)]
)
def test_the_window_goes_on_while_a_hostile_file_is_read(
    opened: Open, page: SourcesPage, tmp_path: Path, guarded: None, ending: str, name: str
) -> None:
    path = tmp_path / f"hostile.{ending}"
    path.write_bytes(FILES[ending][name][0]())
    with longest_turn(page) as turns:
        page.read_in([path])
        opened.bot.waitUntil(lambda: page.reviewing or any("“hostile." in said for said in opened.said), timeout=60_000)
    opened.settle()
    assert turns[0] < SECONDS
