"""The one guard for every foreign file: it is read here and taken apart in a child process that can be stopped.

The child gets the bytes of the file and the name of one function, may open nothing else, has a limit of memory, of
processor time and of time by the clock, and answers in JSON. Whatever it does, this process gets a value or an error.
"""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from dialogue_prep.domain.errors import MachineError, UserError
from dialogue_prep.system.guard_child import CHILD, OUT_OF_MEMORY
from dialogue_prep.system.reasons import reason_why
from dialogue_prep.system.refusal import reason_of

_CHILD = (
    "import sys, json; sys.path[:] = json.loads(sys.argv[1]); "
    "from dialogue_prep.system.guard_child import main; main(sys.argv[2], sys.argv[3])"
)
_MEGABYTE = 1024 * 1024
_POLL = 0.02
_NO_ANSWER = 64 * _MEGABYTE


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What a foreign file may cost: bytes of the file, bytes of memory, seconds of processor, seconds by the clock.

    Seconds of processor are counted from when the child has loaded what it needs. The clock is there for a machine
    that cannot count them, and for one that is so busy that the child hardly gets on. Memory is counted beyond what the
    interpreter and its libraries take: with them it stays under 200 MB.
    """

    file: int = 20 * _MEGABYTE
    memory: int = 170 * _MEGABYTE
    processor: float = 1.2
    clock: float = 10.0

    def with_seconds(self, more: float) -> Limits:
        """Return limits for a larger task: so many more seconds of processor, and four times as many by the clock."""
        return Limits(
            file=self.file,
            memory=self.memory,
            processor=self.processor + more,
            clock=self.clock + 4 * more,
        )


def never() -> bool:
    """Stand for the answer of somebody who cannot cancel."""
    return False


def read_bytes(path: Path, limits: Limits | None = None) -> bytes:
    """Return the bytes of a file.

    Raises UserError, naming the file and what to do, for one that is missing, a folder, empty or too large, and
    MachineError for one that cannot be read.
    """
    if path.is_dir():
        raise UserError("“{name}” is a folder; choose a file in it.", name=path.name or str(path))
    if not path.exists():
        raise UserError("“{name}” is not there; check the path {path}.", name=path.name, path=path)
    if not path.is_file():
        raise UserError("“{name}” is no ordinary file; choose another.", name=path.name)
    try:
        with path.open("rb") as file:
            return read_stream(path.name, file, limits)
    except OSError as error:
        raise MachineError("“{name}” cannot be read: {reason}.", name=path.name, reason=reason_why(error)) from error


def read_stream(name: str, stream: IO[bytes], limits: Limits | None = None) -> bytes:
    """Return the bytes of an open file, never more than are let in; raises UserError where there are more, or none."""
    limits = limits or Limits()
    data = stream.read(limits.file + 1)
    if len(data) > limits.file:
        raise UserError(
            "“{name}” is larger than {most} MB; cut it down to the text that matters.",
            name=name,
            most=limits.file // _MEGABYTE,
        )
    if not data:
        raise UserError("“{name}” is empty; choose the file that holds the text.", name=name)
    return data


def take_apart(
    name: str,
    data: bytes,
    function: str,
    limits: Limits | None = None,
    cancelled: Callable[[], bool] = never,
) -> Any:
    """Return what a function makes of the bytes of a file, as JSON values, run in a child process.

    `function` is written “package.module:function”; it takes bytes and returns what `json.dumps` takes, or raises
    Refused. `cancelled` is asked every 20 ms. Raises UserError naming the file (`name`) and the reason.
    """
    limits = limits or Limits()
    with tempfile.TemporaryFile() as question, tempfile.TemporaryFile() as answer:
        question.write(data)
        question.seek(0)
        child = _start(function, limits, question, answer)
        try:
            status = _wait(child, limits, cancelled)
        finally:
            child.kill()
            child.wait()
        answer.seek(0)
        return _answered(name, status, answer.read(_NO_ANSWER))


def _start(function: str, limits: Limits, question: IO[bytes], answer: IO[bytes]) -> subprocess.Popen[bytes]:
    try:
        return subprocess.Popen(  # noqa: S603 - this program, and no shell
            [*_command(), function, json.dumps({"memory": limits.memory, "processor": limits.processor})],
            stdin=question,
            stdout=answer,
            stderr=subprocess.DEVNULL,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except OSError as error:
        raise MachineError("No process can be started to read the file: {reason}.", reason=reason_why(error)) from error


def _command() -> list[str]:
    """Return the beginning of the command that starts a child.

    It is started without the site module: it takes this process's search path and starts in a few hundredths. In a
    frozen build the program itself is the only interpreter there is.
    """
    if getattr(sys, "frozen", False):
        return [sys.executable, CHILD]
    return [sys.executable, "-I", "-S", "-B", "-X", "utf8", "-c", _CHILD, json.dumps(sys.path)]


def _wait(child: subprocess.Popen[bytes], limits: Limits, cancelled: Callable[[], bool]) -> str:
    """Return how the child ended: “done”, “cancelled”, “late”, “full” or “broken”."""
    until = time.monotonic() + limits.clock
    while True:
        try:
            return _ending(child.wait(_POLL))
        except subprocess.TimeoutExpired:
            if cancelled():
                return "cancelled"
            if time.monotonic() > until:
                return "late"


def _ending(code: int) -> str:
    endings = {0: "done", OUT_OF_MEMORY: "full", -getattr(signal, "SIGPROF", 0) or None: "late"}
    return endings.get(code, "broken")


def _answered(name: str, status: str, answer: bytes) -> Any:
    if status == "cancelled":
        raise UserError("Reading “{name}” was cancelled; nothing was changed.", name=name)
    if status == "late":
        raise UserError("“{name}” cannot be read in a reasonable time; save its text as .txt and read that.", name=name)
    try:
        told = json.loads(answer)
    except ValueError:
        told = {}
    if status == "done" and "value" in told:
        return told["value"]
    if reason := told.get("refused"):
        raise UserError("“{name}” cannot be read because {reason}.", name=name, reason=reason_of(reason))
    if status == "full":
        raise UserError("“{name}” takes too much memory to read; save its text as .txt and read that.", name=name)
    raise UserError(
        "“{name}” cannot be read: it is damaged or too complicated; save its text as .txt and read that.", name=name
    )
