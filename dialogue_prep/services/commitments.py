"""What the user can do with commitments: say what became of them, put them under a topic, give them leads."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from dialogue_prep.domain.commitment import Commitment, CommitmentLead, CommitmentState, StatusEntry, Voice, check_state
from dialogue_prep.domain.errors import UserError
from dialogue_prep.domain.identity import EntityId, TopicId
from dialogue_prep.domain.text import NOTHING, Text
from dialogue_prep.services.workspace import Workspace


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
            present = work.find(CommitmentLead, commitment_id=commitment.id)
            for lead in present:
                if lead.entity_id not in wanted:
                    work.remove(lead)
            for entity_id in sorted(wanted - {lead.entity_id for lead in present}):
                lead = CommitmentLead(id=self._workspace.new_id(), commitment_id=commitment.id, entity_id=entity_id)
                work.put(lead)
