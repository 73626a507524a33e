"""What the two sides consult on between rounds: new topics, questions to the co-chairs, sub-groups."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from dialogue_prep.domain.errors import UserError
from dialogue_prep.domain.identity import DialogueId, Identified, MechanismId, RoundId, SideId, SubgroupId, TopicId
from dialogue_prep.domain.text import NOTHING, Text


class ProposalState(StrEnum):
    """How far a proposal of a topic has come."""

    PROPOSED = "proposed"
    IN_CONSULTATION = "in consultation"
    CONSENT_OF_ONE = "consent of one side"
    ADDED = "added"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicProposal(Identified):
    """A topic that one side proposes; it becomes a topic, `topic_id`, only with the consent of both.

    `our_consent` and `their_consent` are the days on which each side agreed; `state_on` and `reason` say when and why
    the proposal came to where it stands.
    """

    dialogue_id: DialogueId
    title: Text
    proposed_by: SideId
    state: ProposalState = ProposalState.PROPOSED
    our_consent: date | None = None
    their_consent: date | None = None
    state_on: date | None = None
    reason: Text = NOTHING
    topic_id: TopicId | None = None

    def __post_init__(self) -> None:
        if not self.title:
            raise UserError("A proposed topic needs a title.", field="title")
        if self.state is ProposalState.ADDED and not (self.our_consent and self.their_consent):
            raise UserError("A topic is added only with the consent of both sides.", field="state")


class GuidanceState(StrEnum):
    """How far a question to the co-chairs has come."""

    RAISED = "raised"
    WITH_THE_CO_CHAIRS = "with the co-chairs"
    ANSWERED_JOINTLY = "answered jointly"
    ANSWERED_BY_ONE = "answered by one side"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True, kw_only=True)
class GuidanceRequest(Identified):
    """A question on which a mechanism asks the co-chairs for guidance; `round_id` is the round at which it is put."""

    dialogue_id: DialogueId
    mechanism_id: MechanismId
    question: Text
    state: GuidanceState = GuidanceState.RAISED
    raised_on: date | None = None
    state_on: date | None = None
    reason: Text = NOTHING
    answer: Text = NOTHING
    round_id: RoundId | None = None

    def __post_init__(self) -> None:
        if not self.question:
            raise UserError("A request for guidance needs its question.", field="question")
        answered = self.state in (GuidanceState.ANSWERED_JOINTLY, GuidanceState.ANSWERED_BY_ONE)
        if answered and not self.answer:
            raise UserError("Say what the answer is.", field="answer")

    @property
    def is_open(self) -> bool:
        """Whether the co-chairs still have to answer."""
        return self.state in (GuidanceState.RAISED, GuidanceState.WITH_THE_CO_CHAIRS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Subgroup(Identified):
    """A body for a special topic, set up by consultation on the basis of need."""

    id: SubgroupId
    dialogue_id: DialogueId
    name: Text
    purpose: Text = NOTHING
    topic_id: TopicId | None = None
    set_up_on: date | None = None
    ended_on: date | None = None

    def __post_init__(self) -> None:
        if not self.name:
            raise UserError("A sub-group needs a name.", field="name")
        if self.set_up_on and self.ended_on and self.ended_on < self.set_up_on:
            raise UserError("A sub-group cannot end before it is set up.", field="ended_on")
