"""Which template of the staff serves a paper, and the paper as it is written into it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from hashlib import sha256

from dialogue_prep.documents.canonical import content_hash
from dialogue_prep.documents.compose.in_template import in_template, own_paper
from dialogue_prep.documents.compose.papers import compose
from dialogue_prep.documents.compose.request import PaperRequest
from dialogue_prep.documents.compose.template_parts import PARTS
from dialogue_prep.documents.model import Document
from dialogue_prep.documents.staff_copy import StaffCopy
from dialogue_prep.domain.dossier import Dossier
from dialogue_prep.domain.draft import Audience, PaperKind
from dialogue_prep.domain.setting import OUR_TEMPLATE, TEMPLATE_OF, StoreSetting
from dialogue_prep.domain.template import Template, TemplateUse


def templates_serving(
    templates: Iterable[Template], kind: PaperKind, audience: Audience, language: str
) -> tuple[Template, ...]:
    """Return the templates that a paper of ours can be written into, the one first that is taken unless one is chosen.

    One for its kind comes before one for every paper, one for its language before one for any. A template for internal
    papers is never taken for the other side's.
    """
    serving = (
        one
        for one in templates
        if one.serves(kind, language) and (audience is Audience.INTERNAL or one.audience is Audience.SHARED)
    )
    return tuple(sorted(serving, key=lambda one: (one.kind is None, not one.language, one.name.casefold(), one.id)))


def template_for(
    templates: Iterable[Template], kind: PaperKind, audience: Audience, language: str, chosen: str = ""
) -> Template | None:
    """Return the template that a paper of ours is written into; None where it is ours.

    It is the one that was `chosen` for papers of its kind, by its identifier, as far as it serves this one.
    """
    if chosen == OUR_TEMPLATE:
        return None
    serving = templates_serving(templates, kind, audience, language)
    return next((one for one in serving if one.id == chosen), serving[0] if serving else None)


def templates_chosen(settings: Iterable[StoreSetting]) -> Mapping[PaperKind, str]:
    """Return which template was chosen for each kind of paper: its identifier, or OUR_TEMPLATE."""
    known = {kind.value: kind for kind in PaperKind}
    named = ((one.id.removeprefix(TEMPLATE_OF), one) for one in settings if one.id.startswith(TEMPLATE_OF))
    return {known[kind]: one.value for kind, one in named if kind in known}


def composed(
    kind: PaperKind,
    audience: Audience,
    dossier: Dossier,
    request: PaperRequest,
    template: Template | None = None,
) -> tuple[Document, StaffCopy | None]:
    """Return a paper as it would be written, and what the writer needs besides where a template serves it.

    A paper of its own (PaperKind.OWN) is made by the template alone. Raises UserError where the request cannot be met,
    or the template holds what these readers may not have.
    """
    if template is None:
        return compose(kind, audience, dossier, request), None
    # Imported here: most papers are written into our own template.
    from dialogue_prep.documents.word.staff.outline import outline_of

    if template.use is TemplateUse.OWN:
        document = own_paper(template.name, template.id, audience, dossier, request)
    else:
        document = compose(kind, audience, dossier, request)
    outline = outline_of(template.content, frozenset(PARTS))
    placed = in_template(document, outline, kind, audience, dossier, request)
    return placed.document, StaffCopy(content=template.content, fields=placed.fields, parts=placed.parts)


def hash_of_paper(document: Document, staff: StaffCopy | None) -> str:
    """Return the SHA-256 (hex) of what a paper says and, where a template serves it, of that: another is a change."""
    says = content_hash(document)
    if staff is None:
        return says
    return sha256(says.encode() + sha256(staff.content).digest()).hexdigest()
