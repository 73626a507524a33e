"""Waiting for what a window will show, without missing the moment by much."""

from __future__ import annotations

from collections.abc import Callable
from itertools import chain, repeat

from PySide6.QtCore import QDeadlineTimer
from PySide6.QtTest import QTest

# What is mostly there at once is looked for often at first; what takes longer is not held up by looking.
_PAUSES = (1, 1, 2, 2, 4, 4)
_LONGEST_PAUSE = 10


def wait_until(until: Callable[[], bool], milliseconds: int) -> None:
    """Let the window go on until something is so; fail when that takes too long."""
    deadline = QDeadlineTimer(milliseconds)
    pauses = chain(_PAUSES, repeat(_LONGEST_PAUSE))
    while not until():
        assert not deadline.hasExpired(), f"it is not so after {milliseconds} milliseconds"
        QTest.qWait(next(pauses))
