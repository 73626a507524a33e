"""Waiting for what a window will show, without missing the moment by much."""

from __future__ import annotations

from collections.abc import Callable
from itertools import chain, repeat
from time import sleep

from PySide6.QtCore import QCoreApplication, QDeadlineTimer, QEvent

# What is mostly there at once is looked for often at first; what takes longer is not held up by looking.
_PAUSES = (0.001, 0.001, 0.002, 0.002, 0.004, 0.004)
_LONGEST_PAUSE = 0.01


def wait_until(until: Callable[[], bool], milliseconds: int) -> None:
    """Let the window go on until something is so; fail when that takes too long.

    Python sleeps in between, not Qt: while `QTest.qWait` sleeps, no other thread can work.
    """
    deadline = QDeadlineTimer(milliseconds)
    pauses = chain(_PAUSES, repeat(_LONGEST_PAUSE))
    while not until():
        assert not deadline.hasExpired(), f"it is not so after {milliseconds} milliseconds"
        QCoreApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        sleep(next(pauses))
