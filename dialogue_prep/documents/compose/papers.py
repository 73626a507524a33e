"""Every kind of paper, and what composes it for whom."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from dialogue_prep.documents.compose.agenda import compose_agenda
from dialogue_prep.documents.compose.annotated_agenda import compose_annotated_agenda
from dialogue_prep.documents.compose.commitments_report import compose_internal_report, compose_shared_report
from dialogue_prep.documents.compose.communique import compose_internal_communique, compose_shared_communique
from dialogue_prep.documents.compose.delegation_list import compose_internal_delegations, compose_shared_delegation
from dialogue_prep.documents.compose.request import PaperRequest
from dialogue_prep.documents.compose.shared_commitments import shared_commitments
from dialogue_prep.documents.compose.shared_communique import shared_communique
from dialogue_prep.documents.compose.shared_delegation import shared_delegation
from dialogue_prep.documents.compose.shared_round import shared_round
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


_SHARED: Mapping[PaperKind, Composer] = MappingProxyType(
    {
        PaperKind.AGENDA: _agenda,
        PaperKind.DELEGATION_LIST: _delegation,
        PaperKind.COMMITMENTS_REPORT: _report,
        PaperKind.COMMUNIQUE: _communique,
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
    }
)


def compose(kind: PaperKind, audience: Audience, dossier: Dossier, request: PaperRequest) -> Document:
    """Return a paper of this kind for these readers as a document; UserError where the request cannot be met."""
    if audience not in kind.audiences:
        raise UserError(
            "The paper “{kind}” is {audiences} only.", kind=kind.value, audiences=" / ".join(kind.audiences)
        )
    composers = _SHARED if audience is Audience.SHARED else _INTERNAL
    return composers[kind](dossier, request)
