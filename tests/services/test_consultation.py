"""Topics are proposed and added with both consents, questions put and answered, sub-groups set up and ended."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from dialogue_prep.domain.consultation import GuidanceRequest, GuidanceState, ProposalState, Subgroup, TopicProposal
from dialogue_prep.domain.errors import UserError
from dialogue_prep.domain.special_meeting import MeetingKind, SpecialMeeting
from dialogue_prep.domain.text import NOTHING, in_english
from dialogue_prep.domain.topic import Topic
from dialogue_prep.services.consultation import Consultation
from dialogue_prep.services.dialogues import Dialogues
from dialogue_prep.services.workspace import Workspace
from tests.invented_dialogue import TODAY

EARLIER, TOMORROW = date(2032, 1, 30), date(2032, 2, 7)
BRIDGES = in_english("Tunnels")


@pytest.fixture
def consultation(workspace: Workspace) -> Consultation:
    return Consultation(workspace)


@pytest.fixture
def proposal(consultation: Consultation) -> TopicProposal:
    made = TopicProposal(id="new", dialogue_id="dialogue", title=BRIDGES, proposed_by="ostrava", state_on=EARLIER)
    return consultation.propose(made)


@pytest.fixture
def question(workspace: Workspace) -> GuidanceRequest:
    with workspace.look() as work:
        return work.get(GuidanceRequest, "guidance")


@pytest.fixture
def subgroup(workspace: Workspace) -> Subgroup:
    with workspace.look() as work:
        return work.get(Subgroup, "lock-group")


def topics(workspace: Workspace) -> list[Topic]:
    with workspace.look() as work:
        return sorted(work.find(Topic, dialogue_id="dialogue"), key=lambda topic: topic.number)


def test_the_second_consent_adds_the_topic_in_the_same_step(
    workspace: Workspace, consultation: Consultation, proposal: TopicProposal
) -> None:
    before = topics(workspace)
    consultation.consult(proposal, EARLIER)
    half = consultation.consent(proposal, "lumen", EARLIER)
    assert (half.state, half.our_consent, half.their_consent) == (ProposalState.CONSENT_OF_ONE, None, EARLIER)
    assert topics(workspace) == before
    whole = consultation.consent(proposal, "ostrava", TODAY, in_english("Agreed by letter."))
    added = topics(workspace)[-1]
    assert (whole.state, whole.topic_id) == (ProposalState.ADDED, added.id)
    assert (added.title, added.number, added.added_on) == (BRIDGES, before[-1].number + 1, TODAY)
    workspace.undo()
    assert topics(workspace) == before


def test_both_sides_agree_at_once_and_a_consent_that_was_given_keeps_its_day(
    consultation: Consultation, proposal: TopicProposal
) -> None:
    consultation.consent(proposal, "ostrava", EARLIER)
    added = consultation.add(proposal, TODAY)
    assert (added.our_consent, added.their_consent, added.state) == (EARLIER, TODAY, ProposalState.ADDED)


def test_the_consents_change_places_with_the_sides(
    workspace: Workspace, consultation: Consultation, proposal: TopicProposal
) -> None:
    consultation.consent(proposal, "ostrava", EARLIER)
    Dialogues(workspace).choose_home("dialogue", "lumen")
    with workspace.look() as work:
        turned = work.get(TopicProposal, proposal.id)
    assert (turned.our_consent, turned.their_consent) == (None, EARLIER)
    Dialogues(workspace).choose_home("dialogue", "lumen")
    with workspace.look() as work:
        assert work.get(TopicProposal, proposal.id) == turned


@pytest.mark.parametrize(
    ("step", "sentence"),
    [
        (lambda c, p: c.consent(p, "lumen", TOMORROW), "This is of a day that is still to come (2032-02-07)."),
        (
            lambda c, p: c.consult(p, date(2032, 1, 1)),
            "The step before it was on 2032-01-30; this one cannot be earlier.",
        ),
        (lambda c, p: c.decline(p, TODAY, NOTHING), "Say why."),
        (
            lambda c, p: (c.withdraw(p, TODAY, in_english("Not now.")), c.add(p, TODAY)),
            "What is “withdrawn” cannot become “added”.",
        ),
        (
            lambda c, p: (c.consent(p, "lumen", TODAY), c.consent(p, "lumen", TODAY)),
            "This side consented already, on 2032-02-06.",
        ),
        (lambda c, p: c.consent(p, "elsewhere", TODAY), "This side is no longer there."),
    ],
    ids=["a day to come", "a day before", "no reason", "after it was withdrawn", "twice", "no such side"],
)
def test_a_step_of_a_proposal_that_cannot_be_is_refused_in_one_sentence(
    workspace: Workspace,
    consultation: Consultation,
    proposal: TopicProposal,
    step: Callable[[Consultation, TopicProposal], object],
    sentence: str,
) -> None:
    before = topics(workspace)
    with pytest.raises(UserError) as refused:
        step(consultation, proposal)
    assert refused.value.sentence.read() == sentence
    assert topics(workspace) == before


def test_a_question_is_put_answered_by_one_then_by_both_and_closed(
    consultation: Consultation, question: GuidanceRequest
) -> None:
    put = consultation.put_to_the_co_chairs(question, None, EARLIER)
    assert (put.state, put.round_id, put.is_open) == (GuidanceState.WITH_THE_CO_CHAIRS, "round-3", True)
    one = consultation.answer(put, in_english("The warden."), EARLIER, jointly=False)
    both = consultation.answer(one, in_english("Both wardens."), TODAY, jointly=True)
    closed = consultation.close(both, TODAY)
    assert [step.answer.read("en") for step in (one, both, closed)] == ["The warden.", "Both wardens.", "Both wardens."]
    assert (one.is_open, closed.state, closed.state_on) == (False, GuidanceState.CLOSED, TODAY)


@pytest.mark.parametrize(
    ("step", "sentence"),
    [
        (lambda c, q: c.answer(q, NOTHING, TODAY, jointly=True), "Say what the answer is."),
        (lambda c, q: c.close(q, TODAY), "Say why it is closed without an answer."),
        (lambda c, q: c.raise_question(replace(q, raised_on=TOMORROW)), "This is of a day that is still to come"),
        (
            lambda c, q: c.put_to_the_co_chairs(q, None, date(2032, 1, 1)),
            "The step before it was on 2032-01-20; this one cannot be earlier.",
        ),
    ],
    ids=["no answer", "closed for no reason", "raised tomorrow", "put before it was raised"],
)
def test_a_step_of_a_question_that_cannot_be_is_refused_in_one_sentence(
    consultation: Consultation,
    question: GuidanceRequest,
    step: Callable[[Consultation, GuidanceRequest], object],
    sentence: str,
) -> None:
    with pytest.raises(UserError) as refused:
        step(consultation, question)
    assert refused.value.sentence.read().startswith(sentence)


def test_a_sub_group_meets_until_it_has_ended(
    workspace: Workspace, consultation: Consultation, subgroup: Subgroup
) -> None:
    made = consultation.meet(subgroup, in_english("to be said"))
    assert (made.kind, made.subgroup_id, made.title) == (MeetingKind.SUBGROUP, subgroup.id, subgroup.name)
    ended = consultation.end(subgroup, TODAY)
    assert ended.ended_on == TODAY
    for again in (
        lambda: consultation.end(subgroup, TODAY),
        lambda: consultation.meet(subgroup, in_english("to be said")),
    ):
        with pytest.raises(UserError, match="ended already"):
            again()
    with workspace.look() as work:
        assert {one.id for one in work.find(SpecialMeeting, subgroup_id=subgroup.id)} == {"locks", made.id}


def test_a_new_sub_group_is_found_among_the_terms_of_reference(
    workspace: Workspace, consultation: Consultation
) -> None:
    made = consultation.set_up(Subgroup(id="ferries", dialogue_id="dialogue", name=in_english("Ferries")))
    terms = Dialogues(workspace).terms("dialogue")
    assert terms.find("ferries") == made
    assert [one.id for one in terms.proposals] == ["proposal"]
    assert [one.id for one in terms.requests] == ["guidance"]
    assert [one.id for one in terms.meetings] == ["locks"]
