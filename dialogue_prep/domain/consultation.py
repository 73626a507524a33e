"""What the two sides consult on between rounds: new topics, questions to the co-chairs, sub-groups."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
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
        if self.state in (ProposalState.DECLINED, ProposalState.WITHDRAWN) and not self.reason:
            raise UserError("Say why.", field="reason")

    @property
    def is_open(self) -> bool:
        """Whether the sides still have to settle it."""
        return bool(_PROPOSAL_STEPS[self.state])

    def stepped(self, state: ProposalState, on: date, reason: Text = NOTHING) -> TopicProposal:
        """Return it one step further; raise UserError for a step that does not follow, or goes back in time."""
        _check_step(self.state, state, _PROPOSAL_STEPS[self.state], self.state_on, on)
        return replace(self, state=state, state_on=on, reason=reason)

    def consented(self, *, ours: bool, on: date, reason: Text = NOTHING) -> TopicProposal:
        """Return it with the consent of our side, or of theirs; with that of both it is added."""
        former = self.our_consent if ours else self.their_consent
        if former is not None:
            raise UserError("This side consented already, on {day}.", field="on", day=former)
        both = self.their_consent if ours else self.our_consent
        given = replace(self, our_consent=on) if ours else replace(self, their_consent=on)
        return given.stepped(ProposalState.ADDED if both else ProposalState.CONSENT_OF_ONE, on, reason)


_PROPOSAL_STEPS: dict[ProposalState, frozenset[ProposalState]] = {
    ProposalState.PROPOSED: frozenset(ProposalState) - {ProposalState.PROPOSED},
    ProposalState.IN_CONSULTATION: frozenset(ProposalState) - {ProposalState.PROPOSED, ProposalState.IN_CONSULTATION},
    ProposalState.CONSENT_OF_ONE: frozenset((ProposalState.ADDED, ProposalState.DECLINED, ProposalState.WITHDRAWN)),
    ProposalState.ADDED: frozenset(),
    ProposalState.DECLINED: frozenset(),
    ProposalState.WITHDRAWN: frozenset(),
}


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
        if self.state in _ANSWERS and not self.answer:
            raise UserError("Say what the answer is.", field="answer")

        if self.state is GuidanceState.CLOSED and not self.answer and not self.reason:
            raise UserError("Say why it is closed without an answer.", field="reason")

    @property
    def is_open(self) -> bool:
        """Whether the co-chairs still have to answer."""
        return self.state in (GuidanceState.RAISED, GuidanceState.WITH_THE_CO_CHAIRS)

    def waits_at(self, round_id: str) -> bool:
        """Say whether the co-chairs still have to answer it at a round: one put at it, or at no round yet."""
        return self.is_open and self.round_id in (None, round_id)

    def stepped(
        self, state: GuidanceState, on: date, reason: Text = NOTHING, answer: Text = NOTHING
    ) -> GuidanceRequest:
        """Return it one step further; raise UserError for a step that does not follow, or goes back in time.

        No answer leaves the one that was given before.
        """
        _check_step(self.state, state, _GUIDANCE_STEPS[self.state], self.state_on or self.raised_on, on)
        return replace(self, state=state, state_on=on, reason=reason, answer=answer or self.answer)


_ANSWERS = (GuidanceState.ANSWERED_JOINTLY, GuidanceState.ANSWERED_BY_ONE)
_GUIDANCE_STEPS: dict[GuidanceState, frozenset[GuidanceState]] = {
    GuidanceState.RAISED: frozenset((GuidanceState.WITH_THE_CO_CHAIRS, *_ANSWERS, GuidanceState.CLOSED)),
    GuidanceState.WITH_THE_CO_CHAIRS: frozenset((*_ANSWERS, GuidanceState.CLOSED)),
    GuidanceState.ANSWERED_BY_ONE: frozenset((GuidanceState.ANSWERED_JOINTLY, GuidanceState.CLOSED)),
    GuidanceState.ANSWERED_JOINTLY: frozenset((GuidanceState.CLOSED,)),
    GuidanceState.CLOSED: frozenset(),
}


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


def _check_step(present: StrEnum, wanted: StrEnum, allowed: Collection[StrEnum], since: date | None, on: date) -> None:
    if wanted not in allowed:
        raise UserError("What is “{present}” cannot become “{wanted}”.", present=present.value, wanted=wanted.value)
    if since is not None and on < since:
        raise UserError("The step before it was on {day}; this one cannot be earlier.", field="on", day=since)
