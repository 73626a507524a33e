"""Every kind of paper, and what composes it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from dialogue_prep.documents.compose.agenda import compose_agenda
from dialogue_prep.documents.compose.request import PaperRequest
from dialogue_prep.documents.compose.shared_round import shared_round
from dialogue_prep.documents.compose.speaking_notes import compose_speaking_notes
from dialogue_prep.documents.model import Document
from dialogue_prep.domain.dossier import Dossier
from dialogue_prep.domain.draft import PaperKind

Composer = Callable[[Dossier, PaperRequest], Document]


def _agenda(dossier: Dossier, request: PaperRequest) -> Document:
    # The dossier ends here: the composer of a shared paper gets only what may be shared.
    return compose_agenda(shared_round(dossier), request)


_COMPOSERS: Mapping[PaperKind, Composer] = MappingProxyType(
    {PaperKind.AGENDA: _agenda, PaperKind.SPEAKING_NOTES: compose_speaking_notes}
)


def compose(kind: PaperKind, dossier: Dossier, request: PaperRequest) -> Document:
    """Return a paper of this kind as a document; UserError where the request cannot be met."""
    return _COMPOSERS[kind](dossier, request)
