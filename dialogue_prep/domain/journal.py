"""The journal: who changed what, when, from what to what."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from dialogue_prep.domain.identity import Identified

Fields = Mapping[str, object]


class Deed(StrEnum):
    """What a step did: something new, or taking a former one back or bringing it again."""

    REQUEST = "request"
    UNDO = "undo"
    REDO = "redo"


@dataclass(frozen=True, slots=True)
class Change:
    """One value added (no `before`), replaced, or removed (no `after`)."""

    before: Identified | None
    after: Identified | None

    @property
    def subject(self) -> Identified:
        """The value the change is about, whichever side has it."""
        subject = self.after if self.after is not None else self.before
        assert subject is not None
        return subject


@dataclass(frozen=True, slots=True)
class Step:
    """What one request of the user changed, in order.

    A step is `foreign` where somebody else made it, in a store that several share; what it changed stands in the
    history.
    """

    label: str
    changes: tuple[Change, ...]
    deed: Deed = Deed.REQUEST
    foreign: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class JournalEntry:
    """One change as the journal keeps it.

    `before` and `after` hold only the fields that differ, by name; each language of a text is a field of its own, such
    as `title.fr`. An added value has no `before`, a removed one no `after`.
    """

    step: int
    label: str
    deed: Deed
    at: datetime
    who: str
    kind: str
    value_id: str
    before: Fields | None
    after: Fields | None
