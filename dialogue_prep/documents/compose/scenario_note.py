"""The scenario note: step by step through the day, who leads, whether the press is in, what is said to open."""

from __future__ import annotations

from dialogue_prep.documents.compose.courtesies import courtesies
from dialogue_prep.documents.compose.days import by_day, hours_of
from dialogue_prep.documents.compose.frame import ComposedPaper, framed
from dialogue_prep.documents.compose.markings import paper_marking
from dialogue_prep.documents.compose.request import PaperRequest
from dialogue_prep.documents.compose.shared_round import SharedRound, shared_round
from dialogue_prep.documents.compose.shown import ITEM, composed, held
from dialogue_prep.documents.model import (
    Block,
    Cell,
    Document,
    Inline,
    Paragraph,
    Role,
    Row,
    Run,
    Table,
    Unit,
    UnitClass,
    UnitKey,
    cell,
    paragraph,
)
from dialogue_prep.documents.wording import Phrases
from dialogue_prep.domain.agenda import ItemKind, Slot
from dialogue_prep.domain.dossier import Dossier
from dialogue_prep.domain.draft import Audience, PaperKind

_WIDTHS = (29, 42, 28, 22, 41)
_PERHAPS_WITH_PRESS = (ItemKind.OPENING, ItemKind.CLOSING)


def compose_scenario_note(dossier: Dossier, request: PaperRequest) -> Document:
    """Return the scenario of a round: a row for each step of its agenda."""
    phrases = Phrases(request.language)
    shared = shared_round(dossier)
    heads = (
        phrases.say("Time"),
        phrases.say("Step"),
        phrases.say("Who leads"),
        phrases.say("Press"),
        phrases.say("Script"),
    )
    blocks: list[Block] = []
    for heading, slots in by_day(dossier.slots, lambda slot: slot.day, shared, 2, phrases):
        blocks += heading
        blocks.append(
            Table(
                caption=phrases.say("Step by step"),
                widths=_WIDTHS,
                header=tuple(cell(head, Role.COLUMN_HEAD) for head in heads),
                rows=tuple(_row(dossier, slot, shared, phrases) for slot in slots),
            )
        )
    paper = ComposedPaper(
        kind=PaperKind.SCENARIO,
        audience=Audience.INTERNAL,
        title=phrases.say("Scenario note for the {ordinal} round", ordinal=phrases.ordinal(shared.ordinal)),
        blocks=tuple(blocks)
        or (paragraph(phrases.say("No agenda has been drawn up for this round yet."), Role.PROMPT),),
        with_hours=True,
    )
    return framed(paper, shared, paper_marking(dossier, Audience.INTERNAL).read(request.language), request, phrases)


def _row(dossier: Dossier, slot: Slot, shared: SharedRound, phrases: Phrases) -> Row:
    title = held(UnitKey(ITEM, slot.item.id, "title", phrases.language), slot.item.title, phrases)
    number = (Run(f"{slot.number}\N{EM SPACE}", strong=True),) if slot.number else ()
    return (
        cell(hours_of(slot, phrases), Role.CELL_QUIET),
        Cell((Paragraph((*number, *title), Role.CELL),)),
        Cell((Paragraph(_who_leads(dossier, slot, phrases), Role.CELL),)),
        Cell((Paragraph(_press(slot, phrases), Role.CELL),)),
        Cell(_script(dossier, slot, shared, phrases)),
    )


def _who_leads(dossier: Dossier, slot: Slot, phrases: Phrases) -> tuple[Inline, ...]:
    if slot.item.kind is ItemKind.BREAK:
        return (Run(phrases.say("Host: {side}", side=dossier.host.name)),)
    if slot.item.speaks_first_id:
        return (Run(dossier.side(slot.item.speaks_first_id).name.read(phrases.language)),)
    return (Run(phrases.say("Both co-chairs")),)


def _press(slot: Slot, phrases: Phrases) -> tuple[Inline, ...]:
    if slot.item.kind in _PERHAPS_WITH_PRESS:
        key = UnitKey(ITEM, slot.item.id, "press", phrases.language)
        return (Unit(key, UnitClass.COMPOSED, (), phrases.say("[in or out, and for how long]")),)
    return (composed(slot.item.id, "press", phrases.say("Out"), phrases),)


def _script(dossier: Dossier, slot: Slot, shared: SharedRound, phrases: Phrases) -> tuple[Paragraph, ...]:
    sentences = courtesies(dossier, slot, shared, phrases) if slot.item.kind is not ItemKind.BREAK else ()
    lines = tuple(
        Paragraph((composed(slot.item.id, f"script {number}", sentence, phrases),), Role.CELL_REMARK)
        for number, sentence in enumerate(sentences, start=1)
    )
    return lines or (paragraph("", Role.CELL_REMARK),)
