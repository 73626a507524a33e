"""What the user can do between rounds: propose topics, put questions to the co-chairs, set sub-groups up."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from dialogue_prep.domain.consultation import GuidanceRequest, GuidanceState, ProposalState, Subgroup, TopicProposal
from dialogue_prep.domain.dialogue import Dialogue, Side
from dialogue_prep.domain.errors import UserError
from dialogue_prep.domain.identity import RoundId, TopicId
from dialogue_prep.domain.special_meeting import MeetingKind, SpecialMeeting
from dialogue_prep.domain.text import NOTHING, Text
from dialogue_prep.domain.topic import Topic
from dialogue_prep.services.topics import add_topic
from dialogue_prep.services.workspace import Workspace
from dialogue_prep.store.work import Work


class Consultation:
    """Requests about proposals, guidance and sub-groups. Each step has its day, which is never still to come.

    A step raises Conflict where somebody else has said since it was read how far a matter has come; consents add up.
    """

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    def propose(self, proposal: TopicProposal) -> TopicProposal:
        """Keep a topic that one side proposes."""
        self._check_day(proposal.state_on)
        with self._workspace.request("Propose a topic") as work:
            work.get(Dialogue, proposal.dialogue_id)
            return work.put(proposal)

    def consult(self, proposal: TopicProposal, on: date, reason: Text = NOTHING) -> TopicProposal:
        """Say that the sides have begun to consult on a proposal."""
        return self._step(proposal, ProposalState.IN_CONSULTATION, on, reason, "Consult on a proposed topic")

    def decline(self, proposal: TopicProposal, on: date, reason: Text) -> TopicProposal:
        """Say that a proposal was declined, and why."""
        return self._step(proposal, ProposalState.DECLINED, on, reason, "Decline a proposed topic")

    def withdraw(self, proposal: TopicProposal, on: date, reason: Text) -> TopicProposal:
        """Say that a proposal was withdrawn, and why."""
        return self._step(proposal, ProposalState.WITHDRAWN, on, reason, "Withdraw a proposed topic")

    def consent(self, proposal: TopicProposal, side_id: str, on: date, reason: Text = NOTHING) -> TopicProposal:
        """Say that a side consents. With the consent of both, the topic is added in the same step."""
        self._check_day(on)
        with self._workspace.request("Consent to a proposed topic") as work:
            present = work.get(TopicProposal, proposal.id)
            given = present.consented(ours=_is_ours(work, present, side_id), on=on, reason=reason)
            return work.put(self._with_topic(work, given, on) if given.state is ProposalState.ADDED else given)

    def add(self, proposal: TopicProposal, on: date, reason: Text = NOTHING) -> TopicProposal:
        """Say that both sides agreed on this day, as at a round, and add the topic; a consent given before stays."""
        self._check_day(on)
        with self._workspace.request("Add a proposed topic") as work:
            present = work.get(TopicProposal, proposal.id)
            agreed = replace(
                present, our_consent=present.our_consent or on, their_consent=present.their_consent or on
            ).stepped(ProposalState.ADDED, on, reason)
            return work.put(self._with_topic(work, agreed, on))

    def raise_question(self, request: GuidanceRequest) -> GuidanceRequest:
        """Keep a question on which a mechanism asks for guidance."""
        self._check_day(request.raised_on)
        with self._workspace.request("Ask for guidance") as work:
            work.get(Dialogue, request.dialogue_id)
            return work.put(request)

    def put_to_the_co_chairs(
        self, request: GuidanceRequest, round_id: RoundId | None, on: date, reason: Text = NOTHING
    ) -> GuidanceRequest:
        """Say that the co-chairs have the question, and at which round it is put if it is put at one."""
        self._check_day(on)
        with self._workspace.request("Put a question to the co-chairs") as work:

            def put(kept: GuidanceRequest) -> GuidanceRequest:
                stepped = kept.stepped(GuidanceState.WITH_THE_CO_CHAIRS, on, reason)
                return replace(stepped, round_id=round_id or stepped.round_id)

            return work.revise(request, put)

    def answer(
        self, request: GuidanceRequest, answer: Text, on: date, *, jointly: bool, reason: Text = NOTHING
    ) -> GuidanceRequest:
        """Say what the co-chairs answered, both of them or one alone."""
        self._check_day(on)
        state = GuidanceState.ANSWERED_JOINTLY if jointly else GuidanceState.ANSWERED_BY_ONE
        with self._workspace.request("Answer a request for guidance") as work:
            return work.revise(request, lambda kept: kept.stepped(state, on, reason, answer))

    def close(self, request: GuidanceRequest, on: date, reason: Text = NOTHING) -> GuidanceRequest:
        """Say that nothing more is to be done about a question; one without an answer needs a reason."""
        self._check_day(on)
        with self._workspace.request("Close a request for guidance") as work:
            return work.revise(request, lambda kept: kept.stepped(GuidanceState.CLOSED, on, reason))

    def subgroups(self, dialogue_id: str) -> tuple[Subgroup, ...]:
        """Return the sub-groups of a dialogue in the order in which they were kept."""
        with self._workspace.look() as work:
            return work.find(Subgroup, dialogue_id=dialogue_id)

    def set_up(self, subgroup: Subgroup) -> Subgroup:
        """Keep a sub-group that the sides set up."""
        self._check_day(subgroup.set_up_on)
        with self._workspace.request("Set up a sub-group") as work:
            work.get(Dialogue, subgroup.dialogue_id)
            return work.put(subgroup)

    def end(self, subgroup: Subgroup, on: date) -> Subgroup:
        """Say that a sub-group has ended."""
        self._check_day(on)
        with self._workspace.request("End a sub-group") as work:
            present = work.get(Subgroup, subgroup.id)
            if present.ended_on is not None:
                raise UserError("This sub-group ended already, on {day}.", field="on", day=present.ended_on)
            return work.put(replace(present, ended_on=on))

    def meet(self, subgroup: Subgroup, reason: Text) -> SpecialMeeting:
        """Add a meeting of a sub-group, still without days."""
        with self._workspace.request("Add a meeting of a sub-group") as work:
            present = work.get(Subgroup, subgroup.id)
            if present.ended_on is not None:
                raise UserError("This sub-group ended already, on {day}.", day=present.ended_on)
            return work.put(
                SpecialMeeting(
                    id=self._workspace.new_id(),
                    dialogue_id=present.dialogue_id,
                    kind=MeetingKind.SUBGROUP,
                    title=present.name,
                    reason=present.purpose or reason,
                    subgroup_id=present.id,
                )
            )

    def _step(self, proposal: TopicProposal, state: ProposalState, on: date, reason: Text, label: str) -> TopicProposal:
        self._check_day(on)
        with self._workspace.request(label) as work:
            return work.revise(proposal, lambda kept: kept.stepped(state, on, reason))

    def _with_topic(self, work: Work, proposal: TopicProposal, on: date) -> TopicProposal:
        """Add the topic of a proposal, numbered after the last one, and name it in the proposal."""
        numbers = (topic.number for topic in work.find(Topic, dialogue_id=proposal.dialogue_id))
        topic = Topic(
            id=TopicId(self._workspace.new_id()),
            dialogue_id=proposal.dialogue_id,
            number=max(numbers, default=0) + 1,
            title=proposal.title,
            added_on=on,
        )
        return replace(proposal, topic_id=add_topic(work, topic, self._workspace.new_id).id)

    def _check_day(self, on: date | None) -> None:
        if on is not None and on > self._workspace.today():
            raise UserError("This is of a day that is still to come ({day}).", field="on", day=on)


def _is_ours(work: Work, proposal: TopicProposal, side_id: str) -> bool:
    """Say whether a side is ours; the first one is where nobody has said which."""
    side = work.get(Side, side_id)
    if side.dialogue_id != proposal.dialogue_id:
        raise UserError("{side} is no side of this dialogue.", side=side.name)
    sides = sorted(work.find(Side, dialogue_id=proposal.dialogue_id), key=lambda one: (not one.home, one.position))
    return sides[0].id == side_id
