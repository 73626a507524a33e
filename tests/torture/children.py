"""Children of a warm process, which do one task each and can be killed at any moment."""

from __future__ import annotations

import json
import os
import select
import signal
import subprocess
import sys
from pathlib import Path
from time import monotonic
from types import TracebackType
from typing import Self

ROOT = Path(__file__).resolve().parents[2]


class Children:
    """Has tasks of `tests.torture.nursery` done, one after the other; `within` is a command that starts another."""

    def __init__(self, *within: str) -> None:
        self._nursery = subprocess.Popen(
            [*within, sys.executable, "-m", "tests.torture.nursery"],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )
        self._rest = b""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        assert self._nursery.stdin is not None
        self._nursery.stdin.close()
        self._nursery.wait(timeout=60)
        assert self._nursery.stdout is not None
        self._nursery.stdout.close()

    def do(self, task: str, *arguments: object, killed_after: float | None = None) -> tuple[int, list[str]]:
        """Have a task done and return how it ended with what was said; -9 where it was killed after so many seconds."""
        assert self._nursery.stdin is not None
        self._nursery.stdin.write(json.dumps([task, *arguments]).encode() + b"\n")
        self._nursery.stdin.flush()
        said: list[str] = []
        child, deadline = 0, None
        while True:
            line = self._line(None if deadline is None else max(0, deadline - monotonic()))
            if line is None:
                os.kill(child, signal.SIGKILL)  # it stays known until its end is told, so it can be no other
                deadline = None
            elif line.startswith("began "):
                child = int(line.removeprefix("began "))
                deadline = None if killed_after is None else monotonic() + killed_after
            elif line.startswith("ended "):
                return int(line.removeprefix("ended ")), said
            else:
                said.append(line)

    def _line(self, seconds: float | None) -> str | None:
        """Return the next line, None where there is none in so many seconds."""
        assert self._nursery.stdout is not None
        handle = self._nursery.stdout.fileno()
        end = None if seconds is None else monotonic() + seconds
        while b"\n" not in self._rest:
            ready, _w, _x = select.select([handle], [], [], None if end is None else max(0, end - monotonic()))
            if not ready:
                return None
            more = os.read(handle, 65536)
            assert more, "the nursery has ended"
            self._rest += more
        line, self._rest = self._rest.split(b"\n", 1)
        return line.decode()


def last_kept(said: list[str]) -> int:
    """Return the last number of which somebody said that it is kept; 0 for none."""
    return max((int(line.removeprefix("kept ")) for line in said if line.startswith("kept ")), default=0)
