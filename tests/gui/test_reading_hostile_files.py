"""While a hostile file is read, the window goes on: its thread is never held up for a tenth of a second."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QTimer

from dialogue_prep.gui.pages.sources_page import SourcesPage
from dialogue_prep.reading import read
from dialogue_prep.system import guard
from tests.gui.conftest import Open
from tests.reading.test_hostile_files import ALL, FILES

SECONDS = 0.1
ONE = ("html", "400,000 entities")


@pytest.fixture
def page(opened: Open) -> SourcesPage:
    return opened.show(SourcesPage(opened.context))


@dataclass(slots=True)
class Turns:
    """Turns of the event loop: how many there were, and the most seconds of the processor from one to the next."""

    number: int = 0
    longest: float = 0.0


@contextmanager
def turns_of(page: SourcesPage) -> Iterator[Turns]:
    """Count the turns of the event loop of a page from now on."""
    turns, before = Turns(), [time.thread_time()]

    def turn() -> None:
        now = time.thread_time()
        turns.number += 1
        turns.longest = max(turns.longest, now - before[0])
        before[0] = now

    timer = QTimer(page)
    timer.timeout.connect(turn)
    timer.start(0)
    yield turns
    timer.stop()


def note_waits(patch: pytest.MonkeyPatch, turns: Turns) -> list[tuple[float, int]]:
    """Return a list that gets the seconds for which each child of the guard was waited for, and the turns meanwhile."""
    waits: list[tuple[float, int]] = []
    take_apart = guard.take_apart

    def noted(*asked: Any, **named: Any) -> Any:
        begun, before = time.monotonic(), turns.number
        try:
            return take_apart(*asked, **named)
        finally:
            waits.append((time.monotonic() - begun, turns.number - before))

    patch.setattr(read, "take_apart", noted)
    return waits


@pytest.mark.shows("I1 hostile files that hold the window up for 0.1 s")
@pytest.mark.parametrize(
    ("ending", "name"), [ONE, *(pytest.param(*one, marks=pytest.mark.torture) for one in ALL if one != ONE)]
)
def test_the_window_goes_on_while_a_hostile_file_is_read(
    opened: Open,
    page: SourcesPage,
    tmp_path: Path,
    guarded: None,
    monkeypatch: pytest.MonkeyPatch,
    ending: str,
    name: str,
) -> None:
    path = tmp_path / f"hostile.{ending}"
    path.write_bytes(FILES[ending][name][0]())
    with turns_of(page) as turns:
        waits = note_waits(monkeypatch, turns)
        page.read_in([path])
        opened.bot.waitUntil(lambda: page.reviewing or any("“hostile." in said for said in opened.said), timeout=60_000)
    opened.settle()
    assert turns.longest < SECONDS
    assert all(meanwhile >= seconds / SECONDS - 1 for seconds, meanwhile in waits), "the window waited for the child"
