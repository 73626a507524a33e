"""Speaking notes for our co-chair: an overview in front, then one page an item."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dialogue_prep.documents.compose.days import by_day
from dialogue_prep.documents.compose.frame import ComposedPaper, framed
from dialogue_prep.documents.compose.item_page import ItemPage, item_page
from dialogue_prep.documents.compose.markings import paper_marking
from dialogue_prep.documents.compose.request import PaperRequest
from dialogue_prep.documents.compose.shared_round import SharedRound, shared_round
from dialogue_prep.documents.compose.shown import cell_of, joined, runs_of, worded
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
    cell,
    paragraph,
)
from dialogue_prep.documents.wording import Phrases, phrase
from dialogue_prep.domain.agenda import ItemKind
from dialogue_prep.domain.dialogue import Side
from dialogue_prep.domain.dossier import Dossier
from dialogue_prep.domain.draft import Audience, PaperKind

_OVERVIEW_WIDTHS = (8, 17, 67, 26, 26, 18)
_CO_CHAIR_WIDTHS = (32, 130)


def compose_speaking_notes(dossier: Dossier, request: PaperRequest) -> Document:
    """Return the speaking notes for every item of a round's agenda but its breaks."""
    phrases = Phrases(request.language)
    shared = shared_round(dossier)
    slots = dossier.slots
    following = (*slots[1:], None)
    pages = (
        [
            item_page(dossier, slot, after, shared, phrases)
            for slot, after in zip(slots, following, strict=True)
            if slot.item.kind is not ItemKind.BREAK
        ]
        if slots
        else []
    )
    paper = ComposedPaper(
        kind=PaperKind.SPEAKING_NOTES,
        audience=Audience.INTERNAL,
        title=phrases.say("Speaking notes for the {ordinal} round", ordinal=phrases.ordinal(shared.ordinal)),
        blocks=(*_front(dossier, pages, shared, phrases), *(block for page in pages for block in page.blocks)),
        with_hours=True,
    )
    marking = paper_marking(dossier, Audience.INTERNAL, (point.marking_id for point in dossier.points))
    return framed(paper, shared, marking.read(request.language), request, phrases)


def _front(dossier: Dossier, pages: Sequence[ItemPage], shared: SharedRound, phrases: Phrases) -> Iterator[Block]:
    if co_chairs := [row for side in (dossier.home, dossier.away) for row in _co_chair(dossier, side, phrases)]:
        yield Heading((Run(phrases.say("Co-chairs")),), 2)
        yield Table(caption=phrases.say("Co-chairs"), widths=_CO_CHAIR_WIDTHS, rows=tuple(co_chairs))
    if not pages:
        yield paragraph(phrases.say("No agenda has been drawn up for this round yet."), Role.PROMPT)
        return
    yield Heading((Run(phrases.say("At a glance")),), 2)
    heads = (
        "",
        phrases.say("Time"),
        phrases.say("Item"),
        phrases.say("Speaks first"),
        phrases.say("Points"),
        phrases.say("To write"),
    )
    for heading, of_day in by_day(pages, lambda page: page.slot.day, shared, 3, phrases):
        yield from heading
        yield Table(
            caption=phrases.say("At a glance"),
            widths=_OVERVIEW_WIDTHS,
            header=tuple(cell(head, Role.COLUMN_HEAD) for head in heads),
            rows=tuple(_overview_row(dossier, page, phrases) for page in of_day),
        )
    if missing := sum(len(page.missing) for page in pages):
        words = phrases.count(
            "{number} part of these notes is not yet written; the page of its item names it.",
            "{number} parts of these notes are not yet written; the page of each item names them.",
            missing,
        )
        yield paragraph(words, Role.PROMPT)


def _co_chair(dossier: Dossier, side: Side, phrases: Phrases) -> Iterator[Row]:
    post = dossier.co_chair(side)
    if post is None:
        return
    words = runs_of(post.title, phrases)
    holder = dossier.holder(post)
    if holder is not None:
        person, tenure = holder
        words = joined(phrases.line, (person.name.read(phrases.language), words))
        if not tenure.confirmed:
            day = phrases.day(tenure.as_of) if tenure.as_of else ""
            known = phrases.say("as of {day}, to be confirmed", day=day) if day else phrases.say("to be confirmed")
            words = worded(phrase("{words} ({remark})"), phrases, words=words, remark=known)
    yield cell(side.name.read(phrases.language), Role.CELL_QUIET), Cell((Paragraph(words, Role.CELL),))


def _overview_row(dossier: Dossier, page: ItemPage, phrases: Phrases) -> Row:
    slot = page.slot
    first = dossier.side(slot.item.speaks_first_id).name.read(phrases.language) if slot.item.speaks_first_id else ""
    points = str(page.points) if page.points else ""
    if page.proposed:
        points = phrases.count("{number} proposed", "{number} proposed", page.proposed)
    return (
        cell(str(slot.number or ""), Role.CELL_QUIET),
        cell(phrases.hour(slot.begins), Role.CELL_QUIET),
        cell_of(slot.item.title, phrases),
        cell(first, Role.CELL_QUIET),
        cell(points, Role.CELL_QUIET),
        cell(str(len(page.missing) or ""), Role.CELL_QUIET),
    )
