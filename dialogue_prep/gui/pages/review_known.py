"""What the store knows that bears on a source under review, as the page of the review needs it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from dialogue_prep.domain.dialogue import Dialogue
from dialogue_prep.domain.identity import DialogueId
from dialogue_prep.domain.source import Span
from dialogue_prep.domain.subjects import Suggestion
from dialogue_prep.reading.extract import FoundCommitment
from dialogue_prep.services.bearing import Bearing


@dataclass(frozen=True, slots=True)
class Known:
    """What can be chosen and what is suggested; by places in the source, the codes of commitments in the store.

    `between` are the dialogues of the store between the same two sides, the one of the likest name first; `dialogue_id`
    is the one into which the source would be taken, empty: a new one, None: nobody can say.
    """

    bearing: Bearing = field(default_factory=Bearing)
    codes: Mapping[Span, str] = field(default_factory=dict)
    between: tuple[Dialogue, ...] = ()
    dialogue_id: DialogueId | None = None

    def suggestion(self, found: FoundCommitment) -> Suggestion | None:
        """Return the suggested topic for a commitment, if there is one."""
        return self.bearing.suggested.get(found.span)
