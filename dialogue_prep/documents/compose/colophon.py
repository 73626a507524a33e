"""Who drafted an internal paper, who was consulted, who approved it and when."""

from __future__ import annotations

from dialogue_prep.documents.compose.request import PaperRequest
from dialogue_prep.documents.model import Block, Cell, Heading, Paragraph, Role, Run, Table, cell
from dialogue_prep.documents.wording import Phrases
from dialogue_prep.domain.dossier import Dossier
from dialogue_prep.domain.draft import Audience, PaperKind

_WIDTHS = (32, 130)


def colophon(kind: PaperKind, dossier: Dossier, request: PaperRequest) -> tuple[Block, ...]:
    """Return what stands at the end of an internal paper; what nobody has said yet is entered by hand."""
    phrases = Phrases(request.language)
    drafter = phrases.line((request.drafter.name, request.drafter.entity))
    missing = Run(phrases.say("[to be entered]"), emphasis=True, missing=True)
    consulted, approved = _clearance(kind, dossier, phrases)
    rows = (
        (phrases.say("Drafted"), drafter),
        (phrases.say("Consulted"), consulted),
        (phrases.say("Approved"), approved),
    )
    table = Table(
        caption=phrases.say("Who drafted, was consulted and approved"),
        widths=_WIDTHS,
        together=True,
        rows=tuple(
            (cell(head, Role.CELL_QUIET), Cell((Paragraph((Run(words) if words else missing,), Role.CELL),)))
            for head, words in rows
        ),
    )
    return Heading((Run(phrases.say("Drafting")),), 2), table


def _clearance(kind: PaperKind, dossier: Dossier, phrases: Phrases) -> tuple[str, str]:
    """Return who was consulted on an internal paper of a kind, and who approved it on which day."""
    for one in dossier.clearances:
        if (one.kind, one.audience) == (kind, Audience.INTERNAL):
            day = phrases.day(one.approved_on) if one.approved and one.approved_on else ""
            return one.consulted, phrases.line((one.approved, day))
    return "", ""
