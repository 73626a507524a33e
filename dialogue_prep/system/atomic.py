"""Writing a file so that, whatever happens, the old one or the new one is there whole."""

from __future__ import annotations

import errno
import hashlib
import os
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from dialogue_prep.domain.errors import MachineError
from dialogue_prep.domain.sentence import Sentence
from dialogue_prep.system.reasons import reason_why

_IN_WRITING: Mapping[int, Sentence] = MappingProxyType(
    {
        errno.EACCES: Sentence.of(
            "it is open in another program, or you may not write there; close it or choose another folder"
        ),
        errno.EPERM: Sentence.of("you may not write there; choose another folder"),
    }
)
"""What the system means by it where a file is written."""


def write_whole(path: Path, content: bytes) -> None:
    """Put a file with this content at the path, in place of what is there.

    Raise MachineError naming file and remedy, with the former file untouched and nothing left beside it.
    """
    beside: Path | None = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".part")
        beside = Path(name)
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if beside.stat().st_size != len(content):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        beside.chmod(_mode(path))
        beside.replace(path)
        beside = None
        _settle(path.parent)
    except OSError as error:
        reason = _IN_WRITING.get(error.errno or 0) or reason_why(error)
        raise MachineError("{path} could not be written: {reason}.", path=path, reason=reason) from error
    finally:
        if beside is not None:
            beside.unlink(missing_ok=True)


def hash_of(path: Path) -> str | None:
    """Return the SHA-256 of a file, or None if there is none."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise MachineError("{path} cannot be read: {reason}.", path=path, reason=reason_why(error)) from error


def _mode(path: Path) -> int:
    """Keep the mode of the file that is replaced; a new one is for this user only."""
    try:
        return path.stat().st_mode & 0o777
    except FileNotFoundError:
        return 0o600


def _settle(folder: Path) -> None:
    """Make the new name last through a loss of power; Windows has no such call and needs none."""
    if sys.platform == "win32":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
