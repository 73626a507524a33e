"""Who chaired a meeting, for which side: names and offices in the order of English."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from dialogue_prep.reading import states
from dialogue_prep.reading.extract import FoundCoChair
from dialogue_prep.reading.layout import Layout, Part
from dialogue_prep.reading.offices import Person, people_in
from dialogue_prep.reading.sentences import sentences
from dialogue_prep.reading.sides import Sides


@dataclass(frozen=True, slots=True)
class _Region:
    """Where in the text the chairs are named, for which side if one side is said, and how surely they are chairs."""

    start: int
    end: int
    side: str | None
    rank: int


_CHAIRED = re.compile(r"\b(?:co-?chaired|chaired|convened|led|hosted|headed|presided over)\b")
_BY = re.compile(
    r"\b(?:co-?chaired|chaired(?:\sjointly)?|jointly\schaired|led|headed|co-?led|presided\sover|represented|co-?convened|co-?hosted)(?:,[^,]{3,60},)?\sby\s"
)
_LED_FIRST = re.compile(r"^(?:Co-?chaired|Chaired|Led|Co-?led|Headed)\sby\s")
_BETWEEN = re.compile(r"\b(?:held|meeting|met|talks|consultations|discussions)\b[^.;]{0,160}?\bbetween\s")
_WITH = re.compile(
    r"\b(?:met|held\s(?:talks|discussions|consultations|a\smeeting)|had\sdiscussions|have\b[^.;]{0,60}\bhad\sdiscussions)\s(?:\w+\s){0,3}?with\s"
)
_REPRESENTED = re.compile(
    r"\brepresentatives?\s(?:from|of|for)\sthe\s(?P<side>[\w.' ]{2,40}?)\s(?:side|delegation)\s(?:for|at)\sthis\s(?:meeting|round)\s(?:was|were)\s"
)
_FOR = re.compile(
    r"\b(?:for|on behalf of|on the)\s(?:the\s)?(?P<side>[A-Z][\w.' ]{1,40}?)(?:\sside)?(?=[.,;]|\sby\b|\sand\b|$)"
)
_DELEGATION = re.compile(
    r"\b(?P<side>[A-Z][\w.' -]{1,40}?)\s(?:interagency\s)?(?:\w+\s){0,2}?(?:delegation|side|team)\b"
)
_HEADS = re.compile(r"\b(?:Prime Ministers?|Presidents?|Ministers?|Leaders)\b")
_MET = re.compile(r"\b(?:met|agreed|held|issued|received|welcomed|co-?chaired)\b")
_FUTURE = re.compile(r"\b(?:will be|is to be|are to be|shall be)\b[^.;]{0,20}$")
_REMARKS = re.compile(r"\b(?:gave|delivered|attended|witnessed|accompanied|joined)\b")
_FIRST_SENTENCES = 12


def find_co_chairs(layout: Layout, sides: Sides) -> tuple[FoundCoChair, ...]:
    """Return who chaired, convened, led or headed each side; people who only attended are left out."""
    regions = sorted(_regions(layout, sides), key=lambda region: (-region.rank, region.start))
    if not regions:
        return ()
    rank = regions[0].rank
    found: list[FoundCoChair] = []
    for region in sorted((region for region in regions if region.rank == rank), key=lambda region: region.start):
        for person in people_in(layout.plain, region.start, region.end):
            if any(_same(person, other) for other in found):
                continue
            side = region.side or _side_of(layout, sides, person)
            name = layout.text.said(*person.name) if person.name else None
            office = layout.text.said(*person.office) if person.office else None
            found.append(
                FoundCoChair(name=name, office=office, side=side, span=layout.text.span(person.start, person.end))
            )
    return tuple(_other_side(found, sides))


def _regions(layout: Layout, sides: Sides) -> Iterator[_Region]:
    seen = 0
    for block in layout.blocks:
        if block.part not in (Part.PROSE, Part.ITEM):
            continue
        for start, end in sentences(layout.plain, block.start, block.end):
            seen += 1
            if seen > _FIRST_SENTENCES and not re.search(
                r"co-?chaired|\brepresentatives?\sfrom\sthe\b", layout.plain[start:end]
            ):
                continue
            yield from _in_sentence(layout.plain, start, end, seen, sides)


def _in_sentence(plain: str, start: int, end: int, seen: int, sides: Sides) -> Iterator[_Region]:
    sentence = plain[start:end]
    for match in _REPRESENTED.finditer(sentence):
        stop = re.search(r",?\sand\sthe\srepresentative", sentence[match.end() :])
        yield _Region(
            start + match.end(),
            start + (match.end() + stop.start() if stop else len(sentence)),
            sides.only_side(match["side"]),
            3,
        )
    passive = [match for match in _BY.finditer(sentence) if not _FUTURE.search(sentence[: match.start()])]
    for index, match in enumerate(passive):
        stop = passive[index + 1].start() if index + 1 < len(passive) else len(sentence)
        before = sentence[: match.start()]
        side = None
        if match.group().startswith(("led", "headed", "represented")) and (named := list(_DELEGATION.finditer(before))):
            side = sides.only_side(named[-1]["side"])
        if match.group().startswith("represented") and not side:
            continue
        ranked = 2 if match.group().startswith("represented") else 3
        if "led discussions" in sentence:
            continue
        cut = re.search(
            r"\s(?:and|which)\sincluded\b|,\s(?:participants|the\stwo|and\sthe\s(?:two|sides))|\.\s",
            sentence[match.end() : stop],
        )
        yield _Region(start + match.end(), start + (match.end() + cut.start() if cut else stop), side, ranked)
        received = re.search(r"\b(?:received|hosted|welcomed)\b", before)
        if received and seen <= 3:
            yield _Region(start, start + received.start(), None, ranked)
    active = _CHAIRED.search(sentence)
    if active and not passive and not re.match(r"\s(?:discussions|by)\b", sentence[active.end() :]):
        side_said = _FOR.search(sentence, active.end())
        yield _Region(start, start + active.start(), sides.only_side(side_said["side"]) if side_said else None, 3)
    if seen > 3:
        return
    between = _BETWEEN.search(sentence)
    if between:
        yield _Region(start + between.end(), end, None, 1)
    met = _MET.search(sentence)
    if met and not between:
        stop = _WITH.search(sentence)
        yield _Region(start, start + met.start(), None, 1)
        if stop:
            yield _Region(start + stop.end(), end, None, 1)
    visit = re.search(r"\b(?:during|on the occasion of)\s(?:the\s)?(?:\w+\s){0,2}visit\s(?:of|by)\s", sentence)
    if visit:
        yield _Region(start + visit.end(), end, None, 1)


def _same(person: Person, other: FoundCoChair) -> bool:
    return person.words == (other.name or other.office)


def _side_of(layout: Layout, sides: Sides, person: Person) -> str | None:
    """Return the side that a person's office names, else the one that the words just around the person name."""
    near = [layout.plain[slice(*person.office)] if person.office else ""]
    near += [
        layout.plain[person.end : person.end + 60].split(".")[0].split(",")[0]
        if re.match(r"(?:'s|\sof|\sfor)\s", layout.plain[person.end : person.end + 5])
        else ""
    ]
    near += [layout.plain[max(0, person.start - 40) : person.start]]
    for index, words in enumerate(near):
        if index == 2:
            last = re.search(
                r"(?:on\sthe\s|for\s(?:the\s)?|from\s(?:the\s)?)(?P<side>[\w.' -]+?)(?:\sside)?(?:\sby)?\s*$", words
            )
            words = last["side"] if last else ""
        side = sides.only_side(words) or _first_state(words, sides)
        if side is not None:
            return side
    return None


def _first_state(words: str, sides: Sides) -> str | None:
    """Return the state of “Secretary-General of the ... of China” where the sides do not name it."""
    named = list(dict.fromkeys(mention.state.name for mention in states.mentions(words)))
    known = {side.name for side in sides.names}
    if len(named) == 1 and named[0] not in known:
        return named[0]
    return None


def _other_side(found: list[FoundCoChair], sides: Sides) -> list[FoundCoChair]:
    """Give those whose side is not said the side that is left over, where just two sides and one of them is said."""
    names = [side.name for side in sides.names]
    said = {chair.side for chair in found if chair.side}
    left = [name for name in names if name not in said]
    if len(names) == 2 and len(left) == 1 and len(said) == 1:
        return [chair if chair.side else replace(chair, side=left[0]) for chair in found]
    if len(names) == 2 and not said and len(found) == 2:
        return [replace(chair, side=name) for chair, name in zip(found, names, strict=True)]
    return found
