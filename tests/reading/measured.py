"""What reading a file comes to: its first paragraph or the sentence that refuses it, with time and memory."""

from __future__ import annotations

import re
import resource
import subprocess
import threading
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from dialogue_prep.domain.errors import UserError
from dialogue_prep.reading.read import read_text, recognised
from dialogue_prep.system import guard

_PEAK = re.compile(r"^VmHWM:\s*(\d+) kB", re.MULTILINE)


@dataclass(frozen=True)
class Reading:
    """What came of a file: `=` and its first paragraph, or the sentence; and what it cost.

    `seconds` are those of the processor, here and in the children, `clock` those that went by; `megabytes` is what the
    largest child had at most.
    """

    outcome: str
    seconds: float
    clock: float
    megabytes: int


def measured(path: Path, patch: pytest.MonkeyPatch) -> Reading:
    """Read a file and watch the processes that are started for that."""
    watch = _Watch()
    patch.setattr(guard.subprocess, "Popen", watch.start)
    begun, used = time.perf_counter(), _processor()
    try:
        outcome = "=" + recognised(read_text(path)).paragraphs[0][:60]
    except UserError as error:
        outcome = str(error)
    clock = time.perf_counter() - begun
    patch.undo()
    return Reading(outcome, _processor() - used, clock, watch.peak())


def _processor() -> float:
    own, children = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
    return own.ru_utime + own.ru_stime + children.ru_utime + children.ru_stime


class _Watch:
    """Starts processes and asks, again and again, how much memory each has had at most."""

    def __init__(self) -> None:
        self._most = 0
        self._threads: list[threading.Thread] = []

    def start(self, *arguments: Any, **named: Any) -> subprocess.Popen[bytes]:
        process = _POPEN(*arguments, **named)
        self._threads.append(threading.Thread(target=self._follow, args=(process,)))
        self._threads[-1].start()
        return process

    def peak(self) -> int:
        for thread in self._threads:
            thread.join()
        return self._most // 1024

    def _follow(self, process: subprocess.Popen[bytes]) -> None:
        status = Path(f"/proc/{process.pid}/status")
        while process.returncode is None:
            try:
                found = _PEAK.search(status.read_text(encoding="ascii"))
            except OSError:
                return
            self._most = max(self._most, int(found.group(1)) if found else 0)
            threading.Event().wait(0.004)


_POPEN = subprocess.Popen
