"""Puts wordings of one unit together for a person to finish, where they touch and no program may choose."""

from __future__ import annotations

from dialogue_prep.documents.merge import Merged, combined
from dialogue_prep.domain.differences import differences


def put_together(merged: Merged) -> str:
    """Return what is here now with the changes of every copy; where changes touch, both wordings stand side by side."""
    said = merged.base if merged.ours is None else merged.ours
    for version in merged.versions:
        both = combined(merged.base, [said, version.words]) if version.words else said
        said = _side_by_side(said, version.words) if both is None else both
    return said


def _side_by_side(one: str, other: str) -> str:
    """Return every word of two texts in order; of those in whose place others stand, theirs follow ours."""
    found = ""
    for piece in differences(one, other):
        apart = found and piece.words and found[-1].isalnum() and piece.words[0].isalnum()
        latin = found[-1:].isascii() and piece.words[:1].isascii()
        found += f" {piece.words}" if apart and latin else piece.words
    return found
