"""Calls whoever has a store open to come forward: a file beside the store, which is taken away by who has heard it."""

from __future__ import annotations

import time
from pathlib import Path

from dialogue_prep.domain.errors import MachineError
from dialogue_prep.system.lock import beside
from dialogue_prep.system.reasons import reason_why

# Seconds for which a caller waits, and between two looks.
_PATIENCE, _PAUSE = 3.0, 0.05


def call(store: Path, patience: float = _PATIENCE) -> bool:
    """Call whoever has the store open, and say whether it was heard within so many seconds.

    A command that is running hears nothing; a window does.
    """
    said = call_file(store)
    try:
        said.touch(mode=0o600)
        end = time.monotonic() + patience
        while said.exists() and time.monotonic() < end:
            time.sleep(_PAUSE)
        heard = not said.exists()
        said.unlink(missing_ok=True)
    except OSError as error:
        raise MachineError("{path} cannot be written: {reason}.", path=said, reason=reason_why(error)) from error
    return heard


def hear_call(store: Path) -> bool:
    """Say whether somebody calls, and let them know that it was heard."""
    said = call_file(store)
    try:
        said.unlink()
    except OSError:
        return False
    return True


def call_file(store: Path) -> Path:
    """Return the file that is there while somebody calls."""
    return beside(store, ".call")
