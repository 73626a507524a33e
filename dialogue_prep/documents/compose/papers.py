"""Every kind of paper, and what composes it for whom."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from types import MappingProxyType

from dialogue_prep.documents.compose.agenda import compose_agenda
from dialogue_prep.documents.compose.annotated_agenda import compose_annotated_agenda
from dialogue_prep.documents.compose.bilingual import book_in_both, in_both
from dialogue_prep.documents.compose.biographies import compose_biographies
from dialogue_prep.documents.compose.book import compose_book, papers_in_book
from dialogue_prep.documents.compose.colophon import colophon
from dialogue_prep.documents.compose.commitments_report import compose_internal_report, compose_shared_report
from dialogue_prep.documents.compose.communique import compose_internal_communique, compose_shared_communique
from dialogue_prep.documents.compose.delegation_list import compose_internal_delegations, compose_shared_delegation
from dialogue_prep.documents.compose.discussion_record import compose_record
from dialogue_prep.documents.compose.hosting_papers import compose_checklist, compose_guest_note
from dialogue_prep.documents.compose.hosting_schedule import compose_internal_schedule, compose_shared_schedule
from dialogue_prep.documents.compose.note_verbale import compose_note_verbale
from dialogue_prep.documents.compose.outcomes import compose_letters, compose_outcomes
from dialogue_prep.documents.compose.request import PaperRequest
from dialogue_prep.documents.compose.scenario_note import compose_scenario_note
from dialogue_prep.documents.compose.seating_plan import compose_seating
from dialogue_prep.documents.compose.shared_commitments import shared_commitments
from dialogue_prep.documents.compose.shared_communique import shared_communique
from dialogue_prep.documents.compose.shared_delegation import shared_delegation
from dialogue_prep.documents.compose.shared_outcomes import shared_outcomes
from dialogue_prep.documents.compose.shared_round import SharedRound, shared_round
from dialogue_prep.documents.compose.shared_schedule import shared_schedule
from dialogue_prep.documents.compose.silence_paper import compose_silence
from dialogue_prep.documents.compose.speaking_notes import compose_speaking_notes
from dialogue_prep.documents.compose.steering_brief import compose_steering_brief
from dialogue_prep.documents.compose.topic_briefs import compose_topic_briefs
from dialogue_prep.documents.looks import with_looks
from dialogue_prep.documents.model import Document
from dialogue_prep.documents.own_words import with_own_words
from dialogue_prep.domain.dossier import Dossier
from dialogue_prep.domain.draft import Audience, PaperKind
from dialogue_prep.domain.errors import UserError

Composer = Callable[[Dossier, PaperRequest], Document]


# In these functions the dossier ends: the composer of a shared paper gets only what may be shared.
def _shared(dossier: Dossier, request: PaperRequest) -> SharedRound:
    return shared_round(dossier, copy_for=request.copy_for)


def _agenda(dossier: Dossier, request: PaperRequest) -> Document:
    return compose_agenda(_shared(dossier, request), request)


def _delegation(dossier: Dossier, request: PaperRequest) -> Document:
    return compose_shared_delegation(_shared(dossier, request), shared_delegation(dossier, dossier.home), request)


def _report(dossier: Dossier, request: PaperRequest) -> Document:
    return compose_shared_report(_shared(dossier, request), shared_commitments(dossier), request)


def _communique(dossier: Dossier, request: PaperRequest) -> Document:
    return compose_shared_communique(_shared(dossier, request), shared_communique(dossier), request)


def _schedule(dossier: Dossier, request: PaperRequest) -> Document:
    shared = _shared(dossier, request)
    sides = shared.in_order(dossier.home, dossier.away)
    schedule = shared_schedule(dossier, request.written_on, request.language, sides)
    return compose_shared_schedule(shared, schedule, request)


def _outcomes(dossier: Dossier, request: PaperRequest) -> Document:
    return compose_outcomes(_shared(dossier, request), shared_outcomes(dossier), request)


def _letters(dossier: Dossier, request: PaperRequest) -> Document:
    return compose_letters(_shared(dossier, request), shared_outcomes(dossier), request)


def _note_verbale(dossier: Dossier, request: PaperRequest) -> Document:
    return compose_note_verbale(_shared(dossier, request), request)


def _guest_note(dossier: Dossier, request: PaperRequest) -> Document:
    return compose_guest_note(_shared(dossier, request), request)


def _seating(dossier: Dossier, request: PaperRequest) -> Document:
    guest = dossier.away if dossier.host.id == dossier.home.id else dossier.home
    guests, hosts = shared_delegation(dossier, guest), shared_delegation(dossier, dossier.host)
    return compose_seating(_shared(dossier, request), guests, hosts, request)


_SHARED: Mapping[PaperKind, Composer] = MappingProxyType(
    {
        PaperKind.AGENDA: _agenda,
        PaperKind.DELEGATION_LIST: _delegation,
        PaperKind.COMMITMENTS_REPORT: _report,
        PaperKind.COMMUNIQUE: _communique,
        PaperKind.OUTCOMES: _outcomes,
        PaperKind.LETTERS: _letters,
        PaperKind.NOTE_VERBALE: _note_verbale,
        PaperKind.HOSTING_SCHEDULE: _schedule,
        PaperKind.GUEST_NOTE: _guest_note,
        PaperKind.SEATING: _seating,
    }
)
_INTERNAL: Mapping[PaperKind, Composer] = MappingProxyType(
    {
        PaperKind.ANNOTATED_AGENDA: compose_annotated_agenda,
        PaperKind.SPEAKING_NOTES: compose_speaking_notes,
        PaperKind.TOPIC_BRIEFS: compose_topic_briefs,
        PaperKind.STEERING_BRIEF: compose_steering_brief,
        PaperKind.DELEGATION_LIST: compose_internal_delegations,
        PaperKind.COMMITMENTS_REPORT: compose_internal_report,
        PaperKind.COMMUNIQUE: compose_internal_communique,
        PaperKind.SCENARIO: compose_scenario_note,
        PaperKind.HOSTING_SCHEDULE: compose_internal_schedule,
        PaperKind.BIOGRAPHIES: compose_biographies,
        PaperKind.HOST_CHECKLIST: compose_checklist,
        PaperKind.RECORD: compose_record,
        PaperKind.SILENCE: compose_silence,
    }
)


def compose(kind: PaperKind, audience: Audience, dossier: Dossier, request: PaperRequest) -> Document:
    """Return a paper of this kind for these readers as a document; UserError where the request cannot be met.

    The copy of the other side has the languages of a bilingual paper in the other order.
    """
    if audience not in kind.audiences:
        raise UserError(
            "The paper “{kind}” is {audiences} only.", kind=kind.value, audiences=" / ".join(kind.audiences)
        )
    _check_copy(audience, dossier, request)
    if not request.second_language:
        return _in_one_language(kind, audience, dossier, request)
    if request.second_language == request.language:
        raise UserError("A paper in two languages needs two different ones.", field="second_language")
    languages = (request.language, request.second_language)
    if request.copy_for == dossier.away.id:
        languages = (request.second_language, request.language)
    first, second = (
        _in_one_language(kind, audience, dossier, replace(request, language=language, second_language=""))
        for language in languages
    )
    if kind is PaperKind.BOOK:
        return book_in_both(first, second, [part for part, _audience in papers_in_book(dossier)])
    return in_both(first, second, kind)


def _check_copy(audience: Audience, dossier: Dossier, request: PaperRequest) -> None:
    if request.copy_for and audience is Audience.INTERNAL:
        raise UserError("Only papers for both sides have a copy for each side.", field="copy_for")
    if request.copy_for and request.copy_for not in {side.id for side in dossier.sides}:
        raise UserError("A paper has a copy for each of its two sides, and for no other.", field="copy_for")


def _in_one_language(kind: PaperKind, audience: Audience, dossier: Dossier, request: PaperRequest) -> Document:
    if audience is Audience.SHARED:
        return _as_edited(_SHARED[kind](dossier, request), dossier, audience)
    if kind is PaperKind.BOOK:
        parts = [_in_one_language(*part, dossier, request) for part in papers_in_book(dossier)]
        document = compose_book(parts, dossier, request)
    else:
        document = _as_edited(_INTERNAL[kind](dossier, request), dossier, audience)
    return replace(document, colophon=colophon(kind, dossier, request))


def _as_edited(document: Document, dossier: Dossier, audience: Audience) -> Document:
    """Return a paper as the staff made it read and look in edited copies."""
    return with_looks(with_own_words(document, dossier, audience), dossier)
