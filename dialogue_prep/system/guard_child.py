"""What runs in the child process of the guard: one function over the bytes of a foreign file, within limits."""

from __future__ import annotations

import importlib
import json
import sys
from typing import Any

from dialogue_prep.system.refusal import Refused

_FORBIDDEN = ("open", "os.", "socket.", "subprocess.", "shutil.", "ctypes.", "urllib.", "http.", "winreg.", "tempfile.")


def main(function: str, limits: str) -> None:
    """Read a file's bytes from standard input, run the function over them, and write a JSON object to standard output.

    The object holds `value`, or `refused` with a reason. Exits with 0 after `value`, else with 1.
    """
    module, _, name = function.partition(":")
    run = getattr(importlib.import_module(module), name)
    data = sys.stdin.buffer.read()
    _limit(**json.loads(limits))
    _shut_in()
    try:
        answer: dict[str, Any] = {"value": run(data)}
    except Refused as refusal:
        answer = {"refused": str(refusal)}
    except (MemoryError, RecursionError):
        answer = {"refused": "it is too complicated; save its text as .txt and read that"}
    sys.stdout.buffer.write(json.dumps(answer).encode("ascii"))
    sys.stdout.buffer.flush()
    if "value" not in answer:
        sys.exit(1)


def _limit(memory: int, processor: int) -> None:
    """Limit memory and processor time where the system can; the parent's clock holds everywhere."""
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (memory + _in_use(), memory + _in_use()))
    resource.setrlimit(resource.RLIMIT_CPU, (processor, processor + 1))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _in_use() -> int:
    """Return the address space that the interpreter and its libraries take before anything is read."""
    try:
        with open("/proc/self/statm", encoding="ascii") as file:  # noqa: PTH123 - pathlib would cost more than the child
            return int(file.read().split()[0]) * 4096
    except (OSError, ValueError):
        return 512 * 1024 * 1024


def _shut_in() -> None:
    """From here on refuse every file, socket and process: what is read is already in memory."""

    def refuse(event: str, arguments: tuple[Any, ...]) -> None:
        if event.startswith(_FORBIDDEN) and not _own_code(event, arguments):
            raise PermissionError(event)

    sys.addaudithook(refuse)


def _own_code(event: str, arguments: tuple[Any, ...]) -> bool:
    """Say whether a module of the interpreter is being loaded: some are only when they are first needed."""
    if event in ("os.listdir", "os.scandir"):
        return str(arguments[0]) in sys.path
    if event != "open" or not isinstance(arguments[0], str):
        return False
    path, mode = arguments[0], arguments[1]
    return mode in (None, "r", "rb") and path.endswith((".py", ".pyc", ".so", ".pyd"))
