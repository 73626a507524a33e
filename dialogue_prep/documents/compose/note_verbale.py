"""The note verbale that proposes the round: in the third person, with its courtesies, dates, agenda and enclosures."""

from __future__ import annotations

from collections.abc import Iterator

from dialogue_prep.documents.compose.frame import ComposedPaper, dialogue_name, framed, place_and_days
from dialogue_prep.documents.compose.request import PaperRequest
from dialogue_prep.documents.compose.shared_round import SharedRound, SharedSide
from dialogue_prep.documents.compose.shown import composed_of_round, filled, held
from dialogue_prep.documents.model import (
    Block,
    Document,
    Heading,
    Inline,
    ListItem,
    Paragraph,
    Role,
    Run,
    Unit,
    UnitClass,
    UnitKey,
    paragraph,
)
from dialogue_prep.documents.wording import Phrases, phrase
from dialogue_prep.domain.agenda import ItemKind
from dialogue_prep.domain.draft import Audience, PaperKind


def compose_note_verbale(shared: SharedRound, request: PaperRequest) -> Document:
    """Return the note; nothing that is not in `shared` can stand in it."""
    phrases = Phrases(request.language)
    paper = ComposedPaper(
        kind=PaperKind.NOTE_VERBALE,
        audience=Audience.SHARED,
        title=phrases.say("Note verbale"),
        blocks=tuple(_blocks(shared, phrases)),
    )
    return framed(paper, shared, shared.marking.read(request.language), request, phrases)


def _blocks(shared: SharedRound, phrases: Phrases) -> Iterator[Block]:
    yield Paragraph((_blank(shared, "number", phrases.say("[number of the note]"), phrases),))
    sender = _blank(shared, "sender", phrases.say("[sending institution, with its article]"), phrases)
    receiver = _blank(shared, "receiver", phrases.say("[receiving institution, with its article]"), phrases)
    proposal = phrases.say(
        "and has the honour to propose the following for the {ordinal} round of the {dialogue}.",
        ordinal=phrases.ordinal(shared.ordinal),
        dialogue=dialogue_name(shared, phrases),
    )
    opening = filled(
        phrase("{sender} presents its compliments to {receiver} {proposal}"),
        phrases,
        sender=sender,
        receiver=receiver,
        proposal=_composed(shared, "proposal", proposal, phrases),
    )
    yield Paragraph(opening)
    where = phrases.say(
        "Place and dates: {where}. Host: {host}.",
        where=place_and_days(shared, phrases),
        host=_long_name(shared.host, phrases),
    )
    yield Paragraph((_composed(shared, "place", where, phrases),))
    yield from _agenda(shared, phrases)
    answer = filled(
        phrase("An answer on dates and agenda, and the list of the other delegation, would be welcome by {day}."),
        phrases,
        day=_blank(shared, "answer by", phrases.say("[day]"), phrases),
    )
    yield Paragraph(answer)
    assurances = filled(
        phrase(
            "{sender} avails itself of this opportunity to renew the assurances of its highest consideration"
            " to {receiver}."
        ),
        phrases,
        sender=_blank(shared, "sender again", phrases.say("[sending institution, with its article]"), phrases),
        receiver=_blank(shared, "receiver again", phrases.say("[receiving institution, with its article]"), phrases),
    )
    yield Paragraph(assurances)
    yield Paragraph((_blank(shared, "place and day", phrases.say("[place and day]"), phrases),))
    yield from _enclosures(shared, phrases)


def _agenda(shared: SharedRound, phrases: Phrases) -> Iterator[Block]:
    topics = [item for item in shared.items if item.kind is ItemKind.TOPIC]
    if not topics:
        yield paragraph(phrases.say("No agenda has been drawn up for this round yet."), Role.PROMPT)
        return
    yield Paragraph((Run(phrases.say("Topics proposed for the agenda:")),))
    for item in topics:
        key = UnitKey("agenda_item", item.id, "title", phrases.language)
        yield ListItem(held(key, item.title, phrases))


def _enclosures(shared: SharedRound, phrases: Phrases) -> Iterator[Block]:
    name = phrases.say("Provisional agenda") if shared.provisional else phrases.say("Agenda")
    yield Heading((Run(phrases.say("Enclosures")),), 2)
    number = PaperKind.AGENDA.number
    words = phrases.say("{paper} (paper {round}/{number})", paper=name, round=shared.ordinal, number=number)
    yield ListItem((Run(words),))


def _long_name(side: SharedSide, phrases: Phrases) -> str:
    return (side.long_name or side.name).read(phrases.language)


def _composed(shared: SharedRound, field: str, words: str, phrases: Phrases) -> Unit:
    return composed_of_round(shared.round_id, f"note {field}", words, phrases)


def _blank(shared: SharedRound, field: str, prompt: str, phrases: Phrases) -> Inline:
    return Unit(UnitKey("round", shared.round_id, f"note {field}", phrases.language), UnitClass.COMPOSED, (), prompt)
