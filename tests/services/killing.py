"""Kills a forked process at any step that it takes with files, counted from its beginning."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable


def steps_of(act: Callable[[], object]) -> int:
    """Return how often a process that acts so is about to ask the system for something about files."""
    reading, writing = os.pipe()
    if not (child := os.fork()):
        counted = [0]
        sys.addaudithook(lambda name, told: count_up(counted) if about_files(name, told) else None)
        act()
        os.write(writing, str(counted[0]).encode())
        os._exit(0)
    os.waitpid(child, 0)
    os.close(writing)
    with os.fdopen(reading) as told:
        return int(told.read())


def kill_at(step: int, act: Callable[[], object]) -> None:
    """Act in a process that is killed when it is about to take that step, and make sure that it was."""
    if not (child := os.fork()):
        counted = [0]

        def kill(name: str, told: tuple[object, ...]) -> None:
            if about_files(name, told) and count_up(counted) == step:
                os.kill(os.getpid(), 9)

        sys.addaudithook(kill)
        act()
        os._exit(0)
    _child, status = os.waitpid(child, 0)
    assert os.waitstatus_to_exitcode(status) == -9


def count_up(counted: list[int]) -> int:
    counted[0] += 1
    return counted[0]


def about_files(event: str, told: tuple[object, ...]) -> bool:
    """Return whether an event is a step with files: not one with a module, which only the first process compiles.

    Giving an open file to Python names no path and asks the system for nothing: that is no step, either.
    """
    if event == "open" and isinstance(told[0], int):
        return False
    if told and isinstance(told[0], str) and (told[0].endswith(".py") or "__pycache__" in told[0]):
        return False
    return event in ("open", "shutil.rmtree") or event.startswith(("os.re", "os.ch", "os.mk", "tempfile", "sqlite3"))
