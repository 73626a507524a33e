"""What the user can do with commitments: say what became of them, put them under a topic, give them leads."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import Enum, auto
from typing import Any

from dialogue_prep.domain.commitment import Commitment, CommitmentLead, CommitmentState, StatusEntry, Voice, check_state
from dialogue_prep.domain.dialogue import Entity
from dialogue_prep.domain.errors import UserError
from dialogue_prep.domain.identity import EntityId, MechanismId, SideId, TopicId
from dialogue_prep.domain.text import NOTHING, Text
from dialogue_prep.services.ties import put_ties
from dialogue_prep.services.workspace import Workspace
from dialogue_prep.store.work import Work


class Leave(Enum):
    """What stands in the place of a value that is to stay as it is."""

    AS_IT_IS = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Together:
    """What several commitments get alike; None takes a value away.

    `leads` are the entities that lead, by side; the leads of a side that is not named stay.
    """

    topic_id: TopicId | Leave | None = Leave.AS_IT_IS
    mechanism_id: MechanismId | Leave | None = Leave.AS_IT_IS
    due: date | Leave | None = Leave.AS_IT_IS
    leads: Mapping[SideId, tuple[EntityId, ...]] = field(default_factory=dict)


class Commitments:
    """Requests about commitments. Their wording never changes; their status does, by new entries only."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    def say_status(
        self,
        commitment: Commitment,
        voice: Voice,
        state: CommitmentState,
        on: date,
        evidence: Text = NOTHING,
        next_step: Text = NOTHING,
    ) -> StatusEntry:
        """Add what became of a commitment, in the words of one voice.

        Raise UserError for a state that is not on the ladder of its kind, and for a day that is still to come.
        """
        check_state(commitment.kind, state)
        if on > self._workspace.today():
            raise UserError("A status cannot be of a day that is still to come ({day}).", field="on", day=on)
        with self._workspace.request("Add a status") as work:
            return work.put(
                StatusEntry(
                    id=self._workspace.new_id(),
                    commitment_id=commitment.id,
                    voice=voice,
                    state=state,
                    on=on,
                    evidence=evidence,
                    next_step=next_step,
                )
            )

    def put_under(self, commitments: Iterable[Commitment], topic_id: TopicId | None) -> None:
        """Put commitments under a topic, or under none; that confirms what was only proposed.

        Raise Conflict where somebody else has put one of them under another since it was read.
        """
        with self._workspace.request("Put commitments under a topic") as work:
            for commitment in commitments:
                work.revise(commitment, lambda kept: replace(kept, topic_id=topic_id, topic_confirmed=True))

    def lead(self, commitment: Commitment, added: Iterable[EntityId], dropped: Iterable[EntityId] = ()) -> None:
        """Say which entities lead on a commitment from now on, and which no longer do."""
        with self._workspace.request("Change the leads of a commitment") as work:
            self._put_leads(work, commitment, added, dropped)

    def change_together(
        self, commitments: Iterable[Commitment], together: Together, led: Iterable[CommitmentLead] = ()
    ) -> None:
        """Change several commitments alike, as one step; a topic that is given is thereby confirmed.

        `led` are the leads that the user sees in their places: one that somebody else has added meanwhile stays. Raise
        Conflict where somebody else has changed the same of one of them since it was read.
        """
        given = (("topic_id", together.topic_id), ("mechanism_id", together.mechanism_id), ("due", together.due))
        fields: dict[str, Any] = {name: value for name, value in given if value is not Leave.AS_IT_IS}
        if "topic_id" in fields:
            fields["topic_confirmed"] = True
        wanted = [entity_id for entities in together.leads.values() for entity_id in entities]
        with self._workspace.request("Change commitments together") as work:
            sides = {entity.id: entity.side_id for entity in work.find(Entity)} if together.leads else {}
            others = [
                lead for lead in led if lead.entity_id not in wanted and sides.get(lead.entity_id) in together.leads
            ]
            for commitment in commitments:
                work.revise(commitment, lambda kept: replace(kept, **fields))
                dropped = [lead.entity_id for lead in others if lead.commitment_id == commitment.id]
                self._put_leads(work, commitment, wanted, dropped)

    def _put_leads(
        self, work: Work, commitment: Commitment, added: Iterable[EntityId], dropped: Iterable[EntityId]
    ) -> None:
        put_ties(
            work,
            CommitmentLead,
            ("commitment_id", commitment.id),
            "entity_id",
            added=added,
            dropped=dropped,
            new_id=self._workspace.new_id,
        )
