"""Writing a file so that, whatever happens, the old one or the new one is there whole."""

from __future__ import annotations

import errno
import hashlib
import os
import sys
import tempfile
from pathlib import Path

from dialogue_prep.domain.errors import MachineError

_REASONS = {
    errno.ENOSPC: "there is no space left on the disk; make room and try again",
    errno.EDQUOT: "your share of the disk is used up; make room and try again",
    errno.EFBIG: "it would be larger than is allowed here",
    errno.EACCES: "it is open in another program, or you may not write there; close it or choose another folder",
    errno.EPERM: "you may not write there; choose another folder",
    errno.EROFS: "that disk is read-only; choose another folder",
}


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
        reason = _REASONS.get(error.errno or 0, error.strerror or str(error))
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
        raise MachineError("{path} cannot be read: {reason}.", path=path, reason=error.strerror) from error


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
