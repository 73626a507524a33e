"""What the first bytes of a file say: whether it is a store of ours, and of which version, without opening it."""

from __future__ import annotations

import struct
from pathlib import Path

from dialogue_prep.domain.errors import MachineError
from dialogue_prep.store.cipher import MAGIC
from dialogue_prep.store.keys_file import keys_path
from dialogue_prep.system.reasons import reason_why

APPLICATION_ID = int.from_bytes(b"DPre")
_VERSION_AT, _APPLICATION_AT, _HEADER_BYTES, _PAGE = 60, 68, 100, 4096


def version_of(path: Path, newest: int) -> int:
    """Return the version of the store in a file; 0 for a new or empty one.

    Raise MachineError where the file is of another program, or of a newer version of this one; it is not touched.
    """
    head = _head(path)
    if not head:
        return 0
    if not head.startswith(MAGIC) and path.stat().st_size % _PAGE == 0 and not keys_path(path).exists():
        raise MachineError(
            "{path} is not a store of this program, or it is protected and {keys} is not beside it: choose another "
            "file, put that one there, or go back to a backup.",
            path=path,
            keys=keys_path(path).name,
        )
    if len(head) < _HEADER_BYTES or not head.startswith(MAGIC):
        raise MachineError("{path} is not a store of this program; choose another file.", path=path)
    return checked_version(path, _number(head, _APPLICATION_AT), _number(head, _VERSION_AT), newest)


def checked_version(path: Path, application: object, version: object, newest: int) -> int:
    """Return the version of a store, refused where it is of another program or newer than that."""
    if application != APPLICATION_ID:
        raise MachineError("{path} belongs to another program; choose another file.", path=path)
    assert isinstance(version, int)
    if version > newest:
        raise MachineError(
            "{path} was made by a newer version of this program; install that version to open it.", path=path
        )
    return version


def left_torn(path: Path) -> bool:
    """Say whether a file is a store of ours that a process which was killed left half written, or is still writing."""
    head = _head(path)
    ours = len(head) == _HEADER_BYTES and _number(head, _APPLICATION_AT) == APPLICATION_ID
    journal = path.with_name(f"{path.name}-journal")
    return ours and journal.is_file() and journal.stat().st_size > 0


def _head(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(_HEADER_BYTES)
    except FileNotFoundError:
        return b""
    except OSError as error:
        raise MachineError("{path} cannot be read: {reason}.", path=path, reason=reason_why(error)) from error


def _number(head: bytes, at: int) -> int:
    (number,) = struct.unpack_from(">i", head, at)
    return int(number)
