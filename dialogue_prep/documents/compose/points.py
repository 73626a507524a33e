"""Speaking points as papers show them, and the prompt where there are none."""

from __future__ import annotations

from collections.abc import Iterator

from dialogue_prep.documents.compose.shown import ITEM, POINT, held, runs_of
from dialogue_prep.documents.model import (
    Block,
    Heading,
    ListItem,
    Paragraph,
    Role,
    Run,
    Unit,
    UnitClass,
    UnitKey,
)
from dialogue_prep.documents.wording import Phrases, phrase, uncapitalised
from dialogue_prep.domain.agenda import AgendaItem
from dialogue_prep.domain.dossier import Dossier
from dialogue_prep.domain.speaking import PointKind, SpeakingPoint

HEADINGS = {
    PointKind.POINT: phrase("Points to make"),
    PointKind.QUESTION: phrase("Questions"),
    PointKind.THEIR_LINE: phrase("Their likely line"),
    PointKind.RESPONSE: phrase("Our response"),
    PointKind.IF_RAISED: phrase("If raised"),
    PointKind.DO_NOT_VOLUNTEER: phrase("Do not volunteer"),
    PointKind.ARGUMENT: phrase("Tactical arguments"),
    PointKind.THEIR_OBJECTIVE: phrase("Their objectives"),
    PointKind.PRESS_LINE: phrase("Press line"),
    PointKind.USABLE: phrase("Background that may be used"),
    PointKind.UNDISCLOSED: phrase("Background not to be disclosed"),
}


def point_key(point: SpeakingPoint, phrases: Phrases) -> UnitKey:
    """Return the key of the words of a point in the language of a paper."""
    return UnitKey(POINT, point.id, "words", phrases.language)


def point_item(point: SpeakingPoint, role: Role, phrases: Phrases) -> ListItem:
    """Return a point as an item of a list, after whom or what it is about."""
    about = (*runs_of(point.about, phrases, strong=True), Run(phrases.say(": "))) if point.about else ()
    return ListItem((*about, *held(point_key(point, phrases), point.words, phrases)), role)


def listed_points(dossier: Dossier, item: AgendaItem, kind: PointKind, phrases: Phrases) -> Iterator[Block]:
    """Yield the heading of a kind and the points of that kind under an item, or a prompt to write them."""
    head = phrases.say(HEADINGS[kind])
    yield Heading((Run(head),), 2)
    points = dossier.points_of(item, kind)
    yield from (point_item(point, Role.BULLET, phrases) for point in points)
    if not points:
        yield to_write(UnitKey(ITEM, item.id, kind, phrases.language), head, phrases)


def to_write(key: UnitKey, head: str, phrases: Phrases) -> Paragraph:
    """Return a place for words that nobody has written yet; what is to be written there is what the heading says."""
    return Paragraph((prompt_for(key, head, phrases),), Role.PROMPT)


def prompt_for(key: UnitKey, head: str, phrases: Phrases) -> Unit:
    """Return an empty unit that asks for what the heading says."""
    prompt = phrases.say("[To be written: {part}]", part=uncapitalised(head))
    return Unit(key, UnitClass.HELD, (), prompt)
