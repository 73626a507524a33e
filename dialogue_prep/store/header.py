"""What the first bytes of a file say: whether it is a store of ours, and of which version, without opening it."""

from __future__ import annotations

import struct
from pathlib import Path

from dialogue_prep.domain.errors import MachineError

APPLICATION_ID = int.from_bytes(b"DPre")
_MAGIC = b"SQLite format 3\x00"
_VERSION_AT, _APPLICATION_AT, _HEADER_BYTES = 60, 68, 100


def version_of(path: Path, newest: int) -> int:
    """Return the version of the store in a file; 0 for a new or empty one.

    Raise MachineError where the file is of another program, or of a newer version of this one; it is not touched.
    """
    try:
        with path.open("rb") as file:
            head = file.read(_HEADER_BYTES)
    except FileNotFoundError:
        return 0
    except OSError as error:
        raise MachineError("{path} cannot be read: {reason}.", path=path, reason=error.strerror) from error
    if not head:
        return 0
    if len(head) < _HEADER_BYTES or not head.startswith(_MAGIC):
        raise MachineError("{path} is not a store of this program; choose another file.", path=path)
    (version,) = struct.unpack_from(">i", head, _VERSION_AT)
    (application,) = struct.unpack_from(">i", head, _APPLICATION_AT)
    if application != APPLICATION_ID:
        raise MachineError("{path} belongs to another program; choose another file.", path=path)
    if version > newest:
        raise MachineError(
            "{path} was made by a newer version of this program; install that version to open it.", path=path
        )
    return int(version)
