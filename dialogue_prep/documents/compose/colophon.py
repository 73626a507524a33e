"""Who drafted an internal paper, who was consulted, who approved it."""

from __future__ import annotations

from dialogue_prep.documents.compose.request import PaperRequest
from dialogue_prep.documents.model import Block, Heading, Role, Run, Table, cell
from dialogue_prep.documents.wording import Phrases

_WIDTHS = (32, 130)


def colophon(request: PaperRequest, phrases: Phrases) -> tuple[Block, ...]:
    """Return what stands at the end of an internal paper; who was consulted and who approved is entered by hand."""
    drafter = phrases.line((request.drafter.name, request.drafter.entity))
    entered = phrases.say("[to be entered]")
    rows = (
        (phrases.say("Drafted"), drafter or entered),
        (phrases.say("Consulted"), entered),
        (phrases.say("Approved"), entered),
    )
    table = Table(
        caption=phrases.say("Who drafted, was consulted and approved"),
        widths=_WIDTHS,
        together=True,
        rows=tuple((cell(head, Role.CELL_QUIET), cell(words)) for head, words in rows),
    )
    return Heading((Run(phrases.say("Drafting")),), 2), table
