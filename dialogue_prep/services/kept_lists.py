"""What is kept whole, as a scale is or a plan: nobody puts one in the place of what somebody else made of it."""

from __future__ import annotations

from dialogue_prep.domain.errors import Conflict


def check_as_seen(kept: object, seen: object, wanted: object) -> None:
    """Raise Conflict, `found` what is kept, where that is neither as the user has seen it nor as the user wants it."""
    if kept not in (seen, wanted):
        text = "Somebody else has changed this meanwhile; look at it before you put yours in its place."
        raise Conflict(text, wanted=wanted, found=kept)
