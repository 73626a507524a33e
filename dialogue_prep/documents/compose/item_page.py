"""One page of speaking notes: one item of the agenda, in the order in which a co-chair needs it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dialogue_prep.documents.compose.courtesies import bridge, courtesies, next_round
from dialogue_prep.documents.compose.days import day_name
from dialogue_prep.documents.compose.frame import GAP
from dialogue_prep.documents.compose.points import HEADINGS, point_item, point_key
from dialogue_prep.documents.compose.proposals import proposals
from dialogue_prep.documents.compose.shared_round import SharedRound
from dialogue_prep.documents.compose.shown import ITEM, composed, held, runs_of
from dialogue_prep.documents.compose.standing import where_we_stand
from dialogue_prep.documents.model import (
    Block,
    Heading,
    ListItem,
    PageBreak,
    Paragraph,
    Role,
    Run,
    Unit,
    UnitClass,
    UnitKey,
    inlines,
    paragraph,
)
from dialogue_prep.documents.wording import Phrases, spoken_length, uncapitalised
from dialogue_prep.domain.agenda import ItemKind, Slot
from dialogue_prep.domain.dossier import Dossier
from dialogue_prep.domain.speaking import PointKind

SUBSTANTIVE = (ItemKind.FOLLOW_UP, ItemKind.TOPIC, ItemKind.GUIDANCE)
"""The kinds of items on which there is a line to take, so that it is missing where it is not written."""

_AFTER_THE_POINTS = (PointKind.QUESTION, PointKind.THEIR_LINE, PointKind.RESPONSE, PointKind.DO_NOT_VOLUNTEER)
_EXPECTED = (PointKind.THEIR_LINE, PointKind.RESPONSE, PointKind.IF_RAISED, PointKind.DO_NOT_VOLUNTEER)


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemPage:
    """The page of an item, and what the overview in front says of it: points written or proposed, parts missing."""

    slot: Slot
    blocks: tuple[Block, ...]
    points: int
    proposed: int
    missing: tuple[str, ...]


def item_page(dossier: Dossier, slot: Slot, following: Slot | None, shared: SharedRound, phrases: Phrases) -> ItemPage:
    """Return the page of one item; `following` is the slot after it."""
    said = tuple(_courtesy(dossier, slot, shared, phrases))
    points = tuple(_points(dossier, slot, phrases))
    proposed = () if points else proposals(dossier, slot, phrases)
    missing = _missing(dossier, slot, phrases)
    words, characters = spoken_length(_texts(points or proposed or said))
    minutes = phrases.minutes_to_say(words, characters)
    blocks = (
        *_head(dossier, slot, shared, phrases),
        *_wanted(slot, phrases),
        *said,
        *(where_we_stand(dossier, slot, phrases) if slot.item.kind in _WITH_A_PAST else ()),
        *_headed_points(slot, points, proposed, phrases),
        *_kept_ready(dossier, slot, phrases),
        *_what_is_next(slot, following, shared, phrases),
        *_foot(slot, words + characters, minutes, missing, phrases),
    )
    return ItemPage(slot=slot, blocks=blocks, points=len(points), proposed=len(proposed), missing=missing)


_WITH_A_PAST = (*SUBSTANTIVE, ItemKind.NEXT_ROUND)


def _head(dossier: Dossier, slot: Slot, shared: SharedRound, phrases: Phrases) -> Iterator[Block]:
    parts = [phrases.say("Item {number}", number=slot.number)] if slot.number else []
    parts += filter(None, (day_name(shared, slot.day, phrases), phrases.hours(slot.begins, slot.ends)))
    if slot.item.speaks_first_id:
        parts.append(phrases.say("{side} speaks first", side=dossier.side(slot.item.speaks_first_id).name))
    key = UnitKey(ITEM, slot.item.id, "title", phrases.language)
    yield PageBreak()
    yield paragraph(GAP.join(parts), Role.OVERLINE)
    yield Heading(held(key, slot.item.title, phrases), 1)


def _wanted(slot: Slot, phrases: Phrases) -> Iterator[Block]:
    for field, text, head in (
        ("objective", slot.item.objective, phrases.say("Our objective")),
        ("outcome", slot.item.outcome, phrases.say("Outcome wanted")),
    ):
        if text:
            yield Heading((Run(head),), 2)
            yield Paragraph(held(UnitKey(ITEM, slot.item.id, field, phrases.language), text, phrases))


def _courtesy(dossier: Dossier, slot: Slot, shared: SharedRound, phrases: Phrases) -> Iterator[Block]:
    sentences = courtesies(dossier, slot, shared, phrases)
    if not sentences:
        return
    yield Heading((Run(phrases.say("Courtesy")),), 2)
    # At the opening and the closing the courtesies are what is said; before a topic they are a reminder.
    large = slot.item.kind in (ItemKind.OPENING, ItemKind.CLOSING)
    for number, sentence in enumerate(sentences, 1):
        unit = composed(slot.item.id, f"courtesy {number}", sentence, phrases)
        yield ListItem((unit,), Role.POINT) if large else Paragraph((unit,))


def _points(dossier: Dossier, slot: Slot, phrases: Phrases) -> Iterator[ListItem]:
    for point in dossier.points_of(slot.item, PointKind.POINT):
        yield point_item(point, Role.POINT, phrases)


def _headed_points(
    slot: Slot, points: tuple[ListItem, ...], proposed: tuple[ListItem, ...], phrases: Phrases
) -> Iterator[Block]:
    if points:
        yield Heading((Run(phrases.say(HEADINGS[PointKind.POINT])),), 2)
        yield from points
    elif proposed:
        yield Heading((Run(phrases.say("Points to make: proposals, to be confirmed or replaced")),), 2)
        yield from proposed
    elif slot.item.kind in SUBSTANTIVE:
        key = UnitKey(ITEM, slot.item.id, "points", phrases.language)
        prompt = phrases.say("[Points to make are to be entered.]")
        yield Heading((Run(phrases.say(HEADINGS[PointKind.POINT])),), 2)
        yield Paragraph((Unit(key, UnitClass.HELD, (), prompt),), Role.PROMPT)


def _kept_ready(dossier: Dossier, slot: Slot, phrases: Phrases) -> Iterator[Block]:
    """Yield what is not said unless the other side says something, in the order in which it would be needed."""
    for kind in _AFTER_THE_POINTS:
        if kind is PointKind.DO_NOT_VOLUNTEER:
            yield from _if_raised(dossier, slot, phrases)
        found = dossier.points_of(slot.item, kind)
        if found:
            yield Heading((Run(phrases.say(HEADINGS[kind])),), 2)
        for point in found:
            yield point_item(point, Role.BULLET, phrases)


def _if_raised(dossier: Dossier, slot: Slot, phrases: Phrases) -> Iterator[Block]:
    for point in dossier.points_of(slot.item, PointKind.IF_RAISED):
        head: tuple[Run, ...] = (Run(phrases.say(HEADINGS[PointKind.IF_RAISED])),)
        if point.about:
            head = (*head, Run(phrases.say(": ")), *runs_of(point.about, phrases))
        yield Heading(head, 2)
        yield Paragraph(held(point_key(point, phrases), point.words, phrases))


def _what_is_next(slot: Slot, following: Slot | None, shared: SharedRound, phrases: Phrases) -> Iterator[Block]:
    if slot.item.kind is ItemKind.NEXT_ROUND and (sentences := next_round(shared, phrases)):
        yield Heading((Run(phrases.say("The next round")),), 2)
        yield Paragraph((composed(slot.item.id, "next round", sentences[0], phrases),))
    if words := bridge(following, phrases):
        yield Paragraph((Run(phrases.say("Next: "), strong=True), composed(slot.item.id, "bridge", words, phrases)))


def _foot(slot: Slot, length: int, minutes: int, missing: tuple[str, ...], phrases: Phrases) -> Iterator[Block]:
    sentences = []
    if length:
        sentences.append(
            phrases.count(
                "{number} word, about {once}; {twice} with consecutive interpretation. The item has {all}.",
                "{number} words, about {once}; {twice} with consecutive interpretation. The item has {all}.",
                length,
                once=phrases.minutes(minutes),
                twice=phrases.minutes(minutes * 2),
                all=phrases.minutes(slot.item.minutes),
            )
        )
    if missing:
        listed = phrases.listed(missing)
        sentences.append(
            phrases.count(
                "{number} part is not yet written: {listed}.",
                "{number} parts are not yet written: {listed}.",
                len(missing),
                listed=listed,
            )
        )
    if sentences:
        yield paragraph(phrases.together(sentences), Role.REMARK)


def _missing(dossier: Dossier, slot: Slot, phrases: Phrases) -> tuple[str, ...]:
    if slot.item.kind not in SUBSTANTIVE:
        return ()
    kinds = [kind for kind in (PointKind.POINT, *_EXPECTED) if not dossier.points_of(slot.item, kind)]
    return tuple(uncapitalised(phrases.say(HEADINGS[kind])) for kind in kinds)


def _texts(blocks: tuple[Block, ...]) -> Iterator[str]:
    """Yield the words of the units of blocks."""
    return (inline.text for block in blocks for inline in inlines(block) if isinstance(inline, Unit))
