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
        """Put commitments under a topic, or under none; that confirms what was only proposed."""
        with self._workspace.request("Put commitments under a topic") as work:
            for commitment in commitments:
                present = work.get(Commitment, commitment.id)
                work.put(replace(present, topic_id=topic_id, topic_confirmed=True))

    def lead(self, commitment: Commitment, entity_ids: Iterable[EntityId]) -> None:
        """Say which entities lead on a commitment, on both sides."""
        wanted = set(entity_ids)
        with self._workspace.request("Change the leads of a commitment") as work:
            self._put_leads(work, commitment, work.find(CommitmentLead, commitment_id=commitment.id), wanted)

    def change_together(self, commitments: Iterable[Commitment], together: Together) -> None:
        """Change several commitments alike, as one step; a topic that is given is thereby confirmed."""
        given = (("topic_id", together.topic_id), ("mechanism_id", together.mechanism_id), ("due", together.due))
        fields: dict[str, Any] = {name: value for name, value in given if value is not Leave.AS_IT_IS}
        if "topic_id" in fields:
            fields["topic_confirmed"] = True
        with self._workspace.request("Change commitments together") as work:
            sides = {entity.id: entity.side_id for entity in work.find(Entity)} if together.leads else {}
            wanted = {entity_id for led in together.leads.values() for entity_id in led}
            for commitment in commitments:
                present = work.put(replace(work.get(Commitment, commitment.id), **fields))
                if together.leads:
                    leads = work.find(CommitmentLead, commitment_id=present.id)
                    of_these = [lead for lead in leads if sides[lead.entity_id] in together.leads]
                    self._put_leads(work, present, of_these, wanted)

    def _put_leads(
        self, work: Work, commitment: Commitment, present: Iterable[CommitmentLead], wanted: set[EntityId]
    ) -> None:
        """Have exactly the entities that are wanted lead, in the place of those that do now."""
        there = {lead.entity_id: lead for lead in present}
        for entity_id, lead in there.items():
            if entity_id not in wanted:
                work.remove(lead)
        for entity_id in sorted(wanted - set(there)):
            id_ = self._workspace.new_id()
            work.put(CommitmentLead(id=id_, commitment_id=commitment.id, entity_id=entity_id))
