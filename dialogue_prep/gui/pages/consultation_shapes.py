"""Which fields the form of each kind of record of the consultation has."""

from __future__ import annotations

from dialogue_prep.domain.consultation import GuidanceRequest, Subgroup, TopicProposal
from dialogue_prep.gui.kit.record_form import FieldKind, FieldShape
from dialogue_prep.gui.words import _
from dialogue_prep.services.dialogues import TermsOfReference


def consultation_shapes(
    record: TopicProposal | GuidanceRequest | Subgroup, terms: TermsOfReference, language: str
) -> list[FieldShape]:
    """Return the fields of a record; an answer, a reason and an end are among them once a step has given them."""
    if isinstance(record, TopicProposal):
        return _of_proposal(record, terms, language)
    if isinstance(record, GuidanceRequest):
        return _of_request(record, terms, language)
    return _of_subgroup(record, terms, language)


def _of_proposal(proposal: TopicProposal, terms: TermsOfReference, language: str) -> list[FieldShape]:
    sides = tuple((side.id, side.name.read(language, "en")) for side in terms.sides)
    return [
        FieldShape(name="title", label=_("Title"), kind=FieldKind.LONG, lines=2),
        FieldShape(name="proposed_by", label=_("Proposed by"), kind=FieldKind.CHOICE, choices=sides),
        *([_reason()] if proposal.reason else []),
    ]


def _of_request(request: GuidanceRequest, terms: TermsOfReference, language: str) -> list[FieldShape]:
    mechanisms = tuple((one.id, one.name.read(language, "en")) for one in terms.mechanisms)
    rounds = tuple((one.id, _("Round {number}").format(number=one.ordinal)) for one in terms.rounds)
    answer = FieldShape(name="answer", label=_("Answer"), kind=FieldKind.LONG)
    return [
        FieldShape(name="question", label=_("Question"), kind=FieldKind.LONG, lines=3),
        FieldShape(name="mechanism_id", label=_("Asked by"), kind=FieldKind.CHOICE, choices=mechanisms),
        FieldShape(name="raised_on", label=_("Raised on"), kind=FieldKind.DAY),
        FieldShape(name="round_id", label=_("Put at"), kind=FieldKind.CHOICE, choices=((None, _("no round")), *rounds)),
        *([answer] if request.answer else []),
        *([_reason()] if request.reason else []),
    ]


def _of_subgroup(subgroup: Subgroup, terms: TermsOfReference, language: str) -> list[FieldShape]:
    ended = FieldShape(name="ended_on", label=_("Ended on"), kind=FieldKind.DAY)
    topics = tuple((one.id, f"{one.number}  {one.title.read(language, 'en')}") for one in terms.topics)
    return [
        FieldShape(name="name", label=_("Name"), kind=FieldKind.LONG, lines=2),
        FieldShape(name="purpose", label=_("Purpose"), kind=FieldKind.LONG, lines=3),
        FieldShape(name="topic_id", label=_("Topic"), kind=FieldKind.CHOICE, choices=((None, _("no topic")), *topics)),
        FieldShape(name="set_up_on", label=_("Set up on"), kind=FieldKind.DAY),
        *([ended] if subgroup.ended_on else []),
    ]


def _reason() -> FieldShape:
    return FieldShape(name="reason", label=_("Why, or how one knows"), kind=FieldKind.LONG, lines=2)
