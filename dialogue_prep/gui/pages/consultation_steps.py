"""What can be done next with a proposal, a request for guidance or a sub-group, and how it stands, in words."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from dialogue_prep.domain.consultation import GuidanceRequest, GuidanceState, ProposalState, Subgroup, TopicProposal
from dialogue_prep.domain.dialogue import Side
from dialogue_prep.domain.identity import Identified, RoundId
from dialogue_prep.domain.text import worded
from dialogue_prep.gui.boxes.step_box import StepAsked, StepGiven
from dialogue_prep.gui.consultation_terms import guidance_state_name, proposal_state_name
from dialogue_prep.gui.days import day_in_words
from dialogue_prep.gui.words import _
from dialogue_prep.services.consultation import Consultation
from dialogue_prep.services.dialogues import TermsOfReference


@dataclass(frozen=True, slots=True, kw_only=True)
class NextStep:
    """One thing to do: the words of its button, what it asks for, and the request that does it.

    A step that asks for nothing is done at once.
    """

    id: str
    words: str
    send: Callable[[StepGiven], object]
    asked: StepAsked | None = None


def facts_of(record: Identified, terms: TermsOfReference, language: str) -> tuple[tuple[str, str], ...]:
    """Return how a record of the consultation stands, as pairs of a name and words; none for other records."""
    match record:
        case TopicProposal():
            return tuple(_proposal_facts(record, terms, language))
        case GuidanceRequest():
            stands = guidance_state_name(record.state)
            return ((_("State"), _dated(stands, record.state_on or record.raised_on, language)),)
        case _:
            return ()


def steps_of(
    record: Identified, terms: TermsOfReference, consultation: Consultation, language: str
) -> tuple[NextStep, ...]:
    """Return what can be done next with a record; nothing with one that is settled, or of another kind."""
    match record:
        case TopicProposal() if record.is_open:
            return tuple(_proposal_steps(record, terms, consultation, language))
        case GuidanceRequest() if record.state is not GuidanceState.CLOSED:
            return tuple(_request_steps(record, terms, consultation))
        case Subgroup() if record.ended_on is None:
            return tuple(_subgroup_steps(record, consultation, language))
        case _:
            return ()


def _proposal_facts(proposal: TopicProposal, terms: TermsOfReference, language: str) -> Iterator[tuple[str, str]]:
    yield _("State"), _dated(proposal_state_name(proposal.state), proposal.state_on, language)
    for side in terms.sides:
        day = _consent_of(proposal, side, terms)
        said = day_in_words(day, language) if day else _("not given")
        yield _("Consent of {side}").format(side=side.name.read(language, "en")), said
    topic = next((topic for topic in terms.topics if topic.id == proposal.topic_id), None)
    if topic is not None:
        yield _("Topic"), f"{topic.number}  {topic.title.read(language, 'en')}"


def _proposal_steps(
    proposal: TopicProposal, terms: TermsOfReference, consultation: Consultation, language: str
) -> Iterator[NextStep]:
    if proposal.state is ProposalState.PROPOSED:
        yield NextStep(
            id="consult",
            words=_("Consultation begins …"),
            asked=StepAsked(title=_("The sides begin to consult")),
            send=lambda given: consultation.consult(proposal, given.on, given.reason),
        )
    other_consents = proposal.our_consent or proposal.their_consent
    follows = _("With the consent of both sides, the topic is added in the same step.")
    for side in terms.sides:
        if _consent_of(proposal, side, terms) is None:
            name = side.name.read(language, "en")
            yield NextStep(
                id=f"consent/{side.id}",
                words=_("{side} consents …").format(side=name),
                asked=StepAsked(title=_("{side} consents").format(side=name), about=follows if other_consents else ""),
                send=_consenting(proposal, side, consultation),
            )
    yield NextStep(
        id="add",
        words=_("Both agree: add …"),
        asked=StepAsked(
            title=_("Add the topic"), about=_("Both sides agreed on this day; a consent given before keeps its day.")
        ),
        send=lambda given: consultation.add(proposal, given.on, given.reason),
    )
    yield NextStep(
        id="decline",
        words=_("Declined …"),
        asked=StepAsked(title=_("The proposal is declined")),
        send=lambda given: consultation.decline(proposal, given.on, given.reason),
    )
    yield NextStep(
        id="withdraw",
        words=_("Withdrawn …"),
        asked=StepAsked(title=_("The proposal is withdrawn")),
        send=lambda given: consultation.withdraw(proposal, given.on, given.reason),
    )


def _request_steps(request: GuidanceRequest, terms: TermsOfReference, consultation: Consultation) -> Iterator[NextStep]:
    if request.state is GuidanceState.RAISED:
        rounds = tuple((one.id, _("Round {number}").format(number=one.ordinal)) for one in terms.rounds)
        coming = next((one.id for one in terms.rounds if one.status.ahead), None)
        yield NextStep(
            id="put",
            words=_("Put to the co-chairs …"),
            asked=StepAsked(
                title=_("The co-chairs have the question"),
                place_label=_("Put at"),
                places=((None, _("no round")), *rounds),
                place=request.round_id or coming,
            ),
            send=lambda given: consultation.put_to_the_co_chairs(request, _round(given), given.on, given.reason),
        )
    if request.state is not GuidanceState.ANSWERED_JOINTLY:
        yield NextStep(
            id="jointly",
            words=_("Answered jointly …"),
            asked=StepAsked(title=_("Both co-chairs answer"), answer=True),
            send=lambda given: consultation.answer(request, given.answer, given.on, jointly=True, reason=given.reason),
        )
    if request.is_open:
        yield NextStep(
            id="one",
            words=_("Answered by one side …"),
            asked=StepAsked(title=_("One co-chair answers"), answer=True),
            send=lambda given: consultation.answer(request, given.answer, given.on, jointly=False, reason=given.reason),
        )
    yield NextStep(
        id="close",
        words=_("Close …"),
        asked=StepAsked(title=_("Close the request")),
        send=lambda given: consultation.close(request, given.on, given.reason),
    )


def _subgroup_steps(subgroup: Subgroup, consultation: Consultation, language: str) -> Iterator[NextStep]:
    reason = worded(language, _("to be said"))
    yield NextStep(id="meet", words=_("Add a meeting"), send=lambda _given: consultation.meet(subgroup, reason))
    yield NextStep(
        id="end",
        words=_("Ended …"),
        asked=StepAsked(title=_("The sub-group has ended"), reason=False),
        send=lambda given: consultation.end(subgroup, given.on),
    )


def _consent_of(proposal: TopicProposal, side: Side, terms: TermsOfReference) -> date | None:
    return proposal.our_consent if side.id == terms.home.id else proposal.their_consent


def _consenting(proposal: TopicProposal, side: Side, consultation: Consultation) -> Callable[[StepGiven], object]:
    return lambda given: consultation.consent(proposal, side.id, given.on, given.reason)


def _round(given: StepGiven) -> RoundId | None:
    return RoundId(given.place) if given.place else None


def _dated(words: str, day: date | None, language: str) -> str:
    return _("{state}, {day}").format(state=words, day=day_in_words(day, language)) if day else words
