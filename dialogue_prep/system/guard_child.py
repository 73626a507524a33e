"""What runs in the child process of the guard: one function over the bytes of a foreign file, within limits."""

from __future__ import annotations

import importlib
import json
import os
import sys

# Plain functions over paths: what the hook asks must not itself open anything or import more.
from os.path import abspath, basename, dirname, join
from typing import Any, NoReturn

from dialogue_prep.system.refusal import Refused

# The word with which a frozen build starts itself as a child; a user has no use for it.
CHILD = "--read-a-foreign-file"
OUT_OF_MEMORY = 12

_FORBIDDEN = (
    "open",
    "os.",
    "socket.",
    "subprocess.",
    "shutil.",
    "ctypes.dl",
    "urllib.",
    "http.",
    "winreg.",
    "tempfile.",
)
_TO_WRITE = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
_CODE = (".py", ".pyc", ".so", ".pyd")


def main(function: str, limits: str) -> NoReturn:
    """Read a file's bytes from standard input, run the function over them, and write a JSON object to standard output.

    The object holds `value`, or `refused` with a reason. The process ends with 0 after `value`, with OUT_OF_MEMORY
    where that is the reason, else with 1: without tidying up, for what a damaged file left behind could only fail once
    more, and without a word, for in a windowed program that would be a box.
    """
    code = 1
    try:
        answer = _answer(function, limits)
        _write(json.dumps(answer).encode("ascii"))
        code = 0 if "value" in answer else 1
    except MemoryError:
        code = OUT_OF_MEMORY
    finally:
        os._exit(code)


def _answer(function: str, limits: str) -> dict[str, Any]:
    module, _, name = function.partition(":")
    run = getattr(importlib.import_module(module), name)
    data = _read()
    _limit(**json.loads(limits))
    _shut_in()
    try:
        return {"value": run(data)}
    except Refused as refusal:
        return {"refused": str(refusal)}
    except RecursionError:
        return {"refused": "it is too complicated; save its text as .txt and read that"}


def _read() -> bytes:
    # By number: a windowed program of a frozen build has no sys.stdin.
    with open(0, "rb", closefd=False) as stream:
        return stream.read()


def _write(answer: bytes) -> None:
    view = memoryview(answer)
    while view:
        view = view[os.write(1, view) :]


def _limit(memory: int, processor: float) -> None:
    """Limit memory and processor time where the system can; the parent's clock holds everywhere."""
    try:
        import resource
        import signal
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (memory + _in_use(), memory + _in_use()))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    signal.signal(signal.SIGPROF, signal.SIG_DFL)
    signal.setitimer(signal.ITIMER_PROF, processor)


def _in_use() -> int:
    """Return the address space that the interpreter and its libraries take before anything is read."""
    try:
        with open("/proc/self/statm", encoding="ascii") as file:
            return int(file.read().split()[0]) * 4096
    except (OSError, ValueError):
        return 512 * 1024 * 1024


def _shut_in() -> None:
    """From here on refuse every file, socket and process: what is read is already in memory."""
    searched = tuple(abspath(place) for place in sys.path)
    own = _own_folders()

    def refuse(event: str, arguments: tuple[Any, ...]) -> None:
        if event.startswith(_FORBIDDEN) and not _own(event, arguments, searched, own):
            raise PermissionError(event)

    sys.addaudithook(refuse)


def _own_folders() -> tuple[str, ...]:
    """Return the folders of the interpreter, of its libraries and of the data that comes with the program."""
    package = dirname(dirname(abspath(__file__)))
    libraries = (place for place in sys.path if basename(place) in ("site-packages", "dist-packages"))
    data = (join(dirname(package), "data"), join(dirname(package), "resources"))
    return tuple(abspath(folder) + os.sep for folder in (package, *data, *libraries, sys.prefix, sys.base_prefix))


def _own(event: str, arguments: tuple[Any, ...], searched: tuple[str, ...], own: tuple[str, ...]) -> bool:
    """Say whether the program reads itself: a module or a table is loaded only when it is first needed."""
    if event in ("os.listdir", "os.scandir"):
        folder = abspath(str(arguments[0]))
        return folder in searched or (folder + os.sep).startswith(own)
    if event != "open" or not isinstance(arguments[0], str) or arguments[2] & _TO_WRITE:
        return False
    path = abspath(arguments[0])
    return path.startswith(own) or (path.endswith(_CODE) and path.startswith(searched))
