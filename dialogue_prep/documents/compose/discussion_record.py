"""The record of discussion: who was there and, item by item, what we said, what they said, what was agreed."""

from __future__ import annotations

from collections.abc import Iterator

from dialogue_prep.documents.compose.days import day_name
from dialogue_prep.documents.compose.frame import GAP, ComposedPaper, framed
from dialogue_prep.documents.compose.markings import paper_marking
from dialogue_prep.documents.compose.request import PaperRequest
from dialogue_prep.documents.compose.shared_delegation import shared_delegation
from dialogue_prep.documents.compose.shared_round import SharedRound, shared_round
from dialogue_prep.documents.compose.shown import ITEM, held, joined, runs_of, words_of
from dialogue_prep.documents.model import (
    Block,
    Cell,
    Document,
    Heading,
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

_WIDTHS = (32, 130)
_WITHOUT_DISCUSSION = (ItemKind.BREAK, ItemKind.ADOPTION)


def compose_record(dossier: Dossier, request: PaperRequest) -> Document:
    """Return the record of a round with a place for each thing that was said; before the round it says so."""
    phrases = Phrases(request.language)
    shared = shared_round(dossier)
    blocks: list[Block] = []
    if not dossier.round.status.took_place:
        words = phrases.say("This round has not been recorded as held: the record is ready to be filled in.")
        blocks.append(paragraph(words, Role.PROMPT))
    blocks += _participants(dossier, phrases)
    for slot in dossier.slots:
        if slot.item.kind not in _WITHOUT_DISCUSSION:
            blocks += _item(slot, shared, phrases)
    paper = ComposedPaper(
        kind=PaperKind.RECORD,
        audience=Audience.INTERNAL,
        title=phrases.say("Record of discussion of the {ordinal} round", ordinal=phrases.ordinal(shared.ordinal)),
        blocks=tuple(blocks),
    )
    return framed(paper, shared, paper_marking(dossier, Audience.INTERNAL).read(request.language), request, phrases)


def _participants(dossier: Dossier, phrases: Phrases) -> Iterator[Block]:
    rows = []
    for side in (dossier.home, dossier.away):
        delegation = shared_delegation(dossier, side)
        people = [
            joined(phrases.line, (one.name.read(phrases.language), runs_of(one.office, phrases)))
            for one in delegation.delegates
        ] or [(Run(phrases.say("Nobody has been put on this list yet.")),)]
        lines = tuple(Paragraph(person, Role.CELL) for person in people)
        rows.append((cell(side.name.read(phrases.language), Role.CELL_QUIET), Cell(lines)))
    yield Heading((Run(phrases.say("Participants")),), 2)
    yield Table(caption=phrases.say("Participants"), widths=_WIDTHS, rows=tuple(rows))


def _item(slot: Slot, shared: SharedRound, phrases: Phrases) -> Iterator[Block]:
    parts = [phrases.say("Item {number}", number=slot.number)] if slot.number else []
    parts += filter(None, (day_name(shared, slot.day, phrases), phrases.hours(slot.begins, slot.ends)))
    yield paragraph(GAP.join(parts), Role.ITEM_LINE)
    key = UnitKey(ITEM, slot.item.id, "title", phrases.language)
    yield Heading(held(key, slot.item.title, phrases), 1)
    parts_of_record = (
        ("we said", phrases.say("We said")),
        ("they said", phrases.say("They said")),
        ("agreed", phrases.say("Agreed")),
        ("to follow up", phrases.say("To follow up")),
    )
    rows = tuple(_row(slot, field, head, phrases) for field, head in parts_of_record)
    yield Table(caption=words_of(slot.item.title, phrases), widths=_WIDTHS, rows=rows, together=True)


def _row(slot: Slot, field: str, head: str, phrases: Phrases) -> Row:
    key = UnitKey(ITEM, slot.item.id, field, phrases.language)
    unit = Unit(key, UnitClass.COMPOSED, (), phrases.say("[to be entered]"))
    return cell(head, Role.CELL_QUIET), Cell((Paragraph((unit,), Role.CELL),))
