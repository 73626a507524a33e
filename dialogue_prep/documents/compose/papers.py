"""Every kind of paper, and what composes it for whom."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from dialogue_prep.documents.compose.agenda import compose_agenda
from dialogue_prep.documents.compose.annotated_agenda import compose_annotated_agenda
from dialogue_prep.documents.compose.biographies import compose_biographies
from dialogue_prep.documents.compose.book import compose_book, papers_in_book
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
from dialogue_prep.documents.compose.shared_round import shared_round
from dialogue_prep.documents.compose.shared_schedule import shared_schedule
from dialogue_prep.documents.compose.speaking_notes import compose_speaking_notes
from dialogue_prep.documents.compose.steering_brief import compose_steering_brief
from dialogue_prep.documents.compose.topic_briefs import compose_topic_briefs
from dialogue_prep.documents.model import Document
from dialogue_prep.domain.dossier import Dossier
from dialogue_prep.domain.draft import Audience, PaperKind
from dialogue_prep.domain.errors import UserError

Composer = Callable[[Dossier, PaperRequest], Document]


# In these functions the dossier ends: the composer of a shared paper gets only what may be shared.
def _agenda(dossier: Dossier, request: PaperRequest) -> Document:
    return compose_agenda(shared_round(dossier), request)


def _delegation(dossier: Dossier, request: PaperRequest) -> Document:
    return compose_shared_delegation(shared_round(dossier), shared_delegation(dossier, dossier.home), request)


def _report(dossier: Dossier, request: PaperRequest) -> Document:
    return compose_shared_report(shared_round(dossier), shared_commitments(dossier), request)


def _communique(dossier: Dossier, request: PaperRequest) -> Document:
    return compose_shared_communique(shared_round(dossier), shared_communique(dossier), request)


def _schedule(dossier: Dossier, request: PaperRequest) -> Document:
    schedule = shared_schedule(dossier, request.written_on, request.language)
    return compose_shared_schedule(shared_round(dossier), schedule, request)


def _outcomes(dossier: Dossier, request: PaperRequest) -> Document:
    return compose_outcomes(shared_round(dossier), shared_outcomes(dossier), request)


def _letters(dossier: Dossier, request: PaperRequest) -> Document:
    return compose_letters(shared_round(dossier), shared_outcomes(dossier), request)


def _note_verbale(dossier: Dossier, request: PaperRequest) -> Document:
    return compose_note_verbale(shared_round(dossier), request)


def _guest_note(dossier: Dossier, request: PaperRequest) -> Document:
    return compose_guest_note(shared_round(dossier), request)


def _seating(dossier: Dossier, request: PaperRequest) -> Document:
    guest = dossier.away if dossier.host.id == dossier.home.id else dossier.home
    guests, hosts = shared_delegation(dossier, guest), shared_delegation(dossier, dossier.host)
    return compose_seating(shared_round(dossier), guests, hosts, request)


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
    }
)


def compose(kind: PaperKind, audience: Audience, dossier: Dossier, request: PaperRequest) -> Document:
    """Return a paper of this kind for these readers as a document; UserError where the request cannot be met."""
    if audience not in kind.audiences:
        raise UserError(
            "The paper “{kind}” is {audiences} only.", kind=kind.value, audiences=" / ".join(kind.audiences)
        )
    if kind is PaperKind.BOOK:
        parts = [compose(*part, dossier, request) for part in papers_in_book(dossier)]
        return compose_book(parts, dossier, request)
    composers = _SHARED if audience is Audience.SHARED else _INTERNAL
    return composers[kind](dossier, request)
