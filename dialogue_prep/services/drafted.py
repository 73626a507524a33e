"""A paper, or an addendum to it, that was written once: how it is composed once more."""

from __future__ import annotations

from collections.abc import Iterable

from dialogue_prep.documents.compose.addendum import compose_addendum
from dialogue_prep.documents.compose.request import Drafter, PaperRequest
from dialogue_prep.documents.compose.shared_round import shared_round
from dialogue_prep.documents.model import Document, Unit, units
from dialogue_prep.documents.snapshot import read_snapshot
from dialogue_prep.documents.staff_copy import StaffCopy
from dialogue_prep.domain.dossier import Dossier
from dialogue_prep.domain.draft import Draft, PaperKind
from dialogue_prep.domain.errors import UserError
from dialogue_prep.domain.template import Template
from dialogue_prep.services.staff_papers import composed

NOBODY = Drafter()


def request_of(draft: Draft, drafter: Drafter = NOBODY) -> PaperRequest:
    """Return the request for the paper of a draft, as of its version and its day."""
    return PaperRequest(
        language=draft.language,
        second_language=draft.second_language,
        copy_for=draft.copy_for or "",
        version=draft.version,
        written_on=draft.written_on,
        drafter=drafter,
    )


def composed_again(
    draft: Draft, dossier: Dossier, templates: Iterable[Template], drafter: Drafter = NOBODY
) -> tuple[Document, StaffCopy | None]:
    """Return the paper of a draft as it would be written now, into the template that the draft was written into.

    A paper that has lost its template is composed without; one of its own then cannot be: UserError.
    """
    template = next((one for one in templates if one.id == draft.template_id), None)
    if draft.kind is PaperKind.OWN and template is None:
        raise UserError("The template that made this paper is no longer in this store; write it again with another.")
    return composed(draft.kind, draft.audience, dossier, request_of(draft, drafter), template)


def units_now(draft: Draft, dossier: Dossier, template: Template | None) -> dict[str, Unit]:
    """Return the units of the paper of a draft, by key, as it would be written now; none of an addendum.

    `template` is the one it was written into; where that is gone, nobody can tell.
    """
    if draft.addendum or (draft.template_id and template is None):
        return {}
    document, _copy = composed(draft.kind, draft.audience, dossier, request_of(draft), template)
    return {str(unit.key): unit for unit in units(document)}


def addendum_to(base: Draft, now: Document, dossier: Dossier) -> Document:
    """Return the addendum that follows a draft: the paper itself, or the addendum before."""
    kept = read_snapshot(base.snapshot)
    if kept is None:
        raise UserError("What this paper said when it was written can no longer be read; write it again instead.")
    shared = shared_round(dossier, copy_for=base.copy_for or "")
    return compose_addendum(base.addendum + 1, base.kind, base.audience, kept, now, shared)
