"""The log: what the program did and what failed, never what is in a store."""

from __future__ import annotations

import logging
import logging.handlers
import os
import traceback
from io import TextIOWrapper
from pathlib import Path
from types import TracebackType

_FORMAT = "%(asctime)s %(levelname)s %(name)s %(message)s"


class _PrivateFile(logging.handlers.RotatingFileHandler):
    """At most three files of a megabyte, for this user only."""

    def _open(self) -> TextIOWrapper:
        handle = os.open(self.baseFilename, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
        return TextIOWrapper(os.fdopen(handle, "ab"), encoding=self.encoding)


def start_log(folder: Path) -> Path:
    """Write the log into a folder from now on, and nowhere else, and return its path."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    path = folder / "dialogue-prep.log"
    root = logging.getLogger("dialogue_prep")
    for former in [handler for handler in root.handlers if isinstance(handler, _PrivateFile)]:
        root.removeHandler(former)
        former.close()
    handler = _PrivateFile(path, maxBytes=1_000_000, backupCount=2, encoding="utf-8", delay=True)
    handler.setFormatter(logging.Formatter(_FORMAT))
    root.addHandler(handler)
    root.setLevel(logging.INFO)
    return path


def where_it_failed(error: BaseException) -> str:
    """Return the kind of an error and the lines it passed, without its message: that could quote what is in a store."""
    return f"{type(error).__name__}\n{''.join(_lines(error.__traceback__))}"


def _lines(trace: TracebackType | None) -> list[str]:
    frames = traceback.extract_tb(trace)
    return [f"  {Path(frame.filename).name}:{frame.lineno} {frame.name}\n" for frame in frames]
