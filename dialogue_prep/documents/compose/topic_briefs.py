"""Topic briefs: two pages for each topic on the agenda, for whoever has to speak on it without having followed it."""

from __future__ import annotations

from collections.abc import Iterator

from dialogue_prep.documents.compose.frame import GAP, ComposedPaper, framed
from dialogue_prep.documents.compose.markings import paper_marking
from dialogue_prep.documents.compose.points import listed_points, to_write
from dialogue_prep.documents.compose.proposals import proposals
from dialogue_prep.documents.compose.request import PaperRequest
from dialogue_prep.documents.compose.shared_round import shared_round
from dialogue_prep.documents.compose.shown import ITEM, held
from dialogue_prep.documents.compose.standing import where_we_stand
from dialogue_prep.documents.model import (
    Block,
    Document,
    Heading,
    PageBreak,
    Paragraph,
    Role,
    Run,
    UnitKey,
    paragraph,
)
from dialogue_prep.documents.wording import Phrases
from dialogue_prep.domain.agenda import ItemKind, Slot
from dialogue_prep.domain.dossier import Dossier
from dialogue_prep.domain.draft import Audience, PaperKind
from dialogue_prep.domain.speaking import PointKind

_TO_SAY = (
    PointKind.ARGUMENT,
    PointKind.THEIR_OBJECTIVE,
    PointKind.THEIR_LINE,
    PointKind.RESPONSE,
    PointKind.PRESS_LINE,
)


def compose_topic_briefs(dossier: Dossier, request: PaperRequest) -> Document:
    """Return the briefs on every topic item of a round's agenda, each beginning on a page of its own."""
    phrases = Phrases(request.language)
    shared = shared_round(dossier)
    topics = [slot for slot in dossier.slots if slot.item.kind is ItemKind.TOPIC]
    briefs = [block for slot in topics for block in _brief(dossier, slot, first=slot is topics[0], phrases=phrases)]
    paper = ComposedPaper(
        kind=PaperKind.TOPIC_BRIEFS,
        audience=Audience.INTERNAL,
        title=phrases.say("Topic briefs for the {ordinal} round", ordinal=phrases.ordinal(shared.ordinal)),
        blocks=tuple(briefs)
        or (paragraph(phrases.say("There is no topic on the agenda of this round yet."), Role.PROMPT),),
    )
    marking = paper_marking(dossier, Audience.INTERNAL, (point.marking_id for point in dossier.points))
    return framed(paper, shared, marking.read(request.language), request, phrases)


def _brief(dossier: Dossier, slot: Slot, *, first: bool, phrases: Phrases) -> Iterator[Block]:
    if not first:
        yield PageBreak()
    parts = [phrases.say("Brief on item {number}", number=slot.number), phrases.minutes(slot.item.minutes)]
    if slot.item.speaks_first_id:
        parts.append(phrases.say("{side} speaks first", side=dossier.side(slot.item.speaks_first_id).name))
    yield paragraph(GAP.join(parts), Role.OVERLINE)
    yield Heading(held(UnitKey(ITEM, slot.item.id, "title", phrases.language), slot.item.title, phrases), 1)
    yield from _our_objective(slot, phrases)
    yield from _points(dossier, slot, phrases)
    for kind in _TO_SAY:
        yield from listed_points(dossier, slot.item, kind, phrases)
    yield from _others(dossier, slot, phrases)
    yield from where_we_stand(dossier, slot, phrases)
    for kind in (PointKind.USABLE, PointKind.UNDISCLOSED):
        yield from listed_points(dossier, slot.item, kind, phrases)


def _our_objective(slot: Slot, phrases: Phrases) -> Iterator[Block]:
    head = phrases.say("Our objectives")
    key = UnitKey(ITEM, slot.item.id, "objective", phrases.language)
    yield Heading((Run(head),), 2)
    if slot.item.objective:
        yield Paragraph(held(key, slot.item.objective, phrases))
    else:
        yield to_write(key, head, phrases)


def _points(dossier: Dossier, slot: Slot, phrases: Phrases) -> Iterator[Block]:
    proposed = () if dossier.points_of(slot.item, PointKind.POINT) else proposals(dossier, slot, phrases)
    if not proposed:
        yield from listed_points(dossier, slot.item, PointKind.POINT, phrases)
        return
    yield Heading((Run(phrases.say("Points to make: proposals, to be confirmed or replaced")),), 2)
    yield from proposed


def _others(dossier: Dossier, slot: Slot, phrases: Phrases) -> Iterator[Block]:
    """Yield what not every topic has, so that it is not asked for."""
    for kind in (PointKind.QUESTION, PointKind.IF_RAISED, PointKind.DO_NOT_VOLUNTEER):
        if dossier.points_of(slot.item, kind):
            yield from listed_points(dossier, slot.item, kind, phrases)
