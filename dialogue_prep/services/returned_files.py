"""Papers that were edited where they were written: once their edits are taken in, they can be written anew."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from dialogue_prep.domain.draft import Draft, DraftState, draft_state
from dialogue_prep.domain.returned import ReturnedCopy
from dialogue_prep.system.atomic import write_whole

_TOLD = 8
"""So many characters of its hash tell one edited file from another in its name."""


def came_back(file_hash: str, returned: Iterable[ReturnedCopy]) -> bool:
    """Say whether a file with this hash (SHA-256) is one of the copies that came back."""
    return any(copy.file_hash == file_hash for copy in returned)


def state_with_returned(
    draft: Draft, content_hash: str, file_hash: str | None, returned: Iterable[ReturnedCopy]
) -> DraftState:
    """Return how a file stands; one that came back is only behind what the paper would say now, written anew."""
    state = draft_state(draft, content_hash, file_hash)
    edited = state in (DraftState.BOTH, DraftState.EDITED_OUTSIDE)
    returned_already = edited and file_hash is not None and came_back(file_hash, returned)
    return DraftState.DATA_CHANGED if returned_already else state


def put_aside(path: Path, file_hash: str) -> Path:
    """Keep an edited file beside its place, under a name of its own, and return where it is."""
    aside = path.with_name(f"{path.stem}-edited-{file_hash[:_TOLD]}{path.suffix}")
    write_whole(aside, path.read_bytes())
    return aside
