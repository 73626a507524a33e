"""Who chaired a meeting, and for which side."""

from __future__ import annotations

import re
from collections import defaultdict

from dialogue_prep.reading import states
from dialogue_prep.reading.chairing import Stretch, stretches
from dialogue_prep.reading.extract import FoundCoChair
from dialogue_prep.reading.layout import Layout
from dialogue_prep.reading.offices import NamedPerson, address_before, people_in
from dialogue_prep.reading.seats import one_person, with_sides
from dialogue_prep.reading.sides import Sides

# “Senior Director for China” is the other side's: a state that an office deals with is not the one it is of.
_PORTFOLIO = re.compile(r"\b(?:for|to|on)\s(?:the\s)?[A-Z][^,]*")
_OF_STATE = re.compile(r"\s?(?:of|from|for)\s(?:the\s)?(?P<side>[A-Z][\w.]*(?:\s(?:of\s)?[A-Z][\w.]*){0,4})")
_SIDE_BEFORE = re.compile(
    r"(?:on\sthe\s|for\s(?:the\s)?|"
    r"from\s(?:the\s)?)(?P<side>[A-Z][\w.']*(?:\s(?:of\s)?[A-Z][\w.']*){0,3})(?:\sside)?(?:,?\sby|\swas|"
    r"\swere)?[\s,:]*$"
)
_NEAR = 50


def find_co_chairs(layout: Layout, sides: Sides) -> tuple[FoundCoChair, ...]:
    """Return who chaired, convened, led or headed each side; people who only attended are left out."""
    found = list(stretches(layout, sides))
    for rank in sorted({stretch.rank for stretch in found}, reverse=True):
        chairs = _chairs(layout, sides, [stretch for stretch in found if stretch.rank is rank])
        if chairs:
            return with_sides(chairs, sides)
    return ()


def _chairs(layout: Layout, sides: Sides, found: list[Stretch]) -> list[FoundCoChair]:
    chairs: list[FoundCoChair] = []
    by_last_word: defaultdict[str, list[str]] = defaultdict(list)
    for stretch in sorted(found, key=lambda stretch: stretch.start):
        for person in people_in(layout.plain, stretch.start, stretch.end):
            name = layout.text.said(*person.name) if person.name else None
            alike = by_last_word[name.split()[-1]] if name else []
            if name and any(one_person(name, other) for other in alike):
                continue
            alike += [name] if name else []
            office = layout.text.said(*person.office) if person.office else None
            side = stretch.side or _side_of(layout, sides, person)
            span = layout.text.span(person.start, person.end)
            address = address_before(layout.plain, person.name[0]) if person.name else ""
            chairs.append(FoundCoChair(name=name, office=office, side=side, span=span, address=address))
    return chairs


def _side_of(layout: Layout, sides: Sides, person: NamedPerson) -> str | None:
    """Return the side that a person's office names, else the one that the words just around the person name."""
    plain = layout.plain
    if person.office:
        office = plain[slice(*person.office)]
        side = sides.only_side(_PORTFOLIO.sub("", office)) or _side_at_end(office, sides)
        if side is not None:
            return side
    after = _OF_STATE.match(plain[person.end : person.end + _NEAR])
    if after and (side := sides.only_side(after["side"]) or _state(after["side"])):
        return side
    before = _SIDE_BEFORE.search(plain[max(0, person.start - _NEAR) : person.start])
    return sides.only_side(before["side"]) if before else None


def _side_at_end(office: str, sides: Sides) -> str | None:
    """Return the side of “... Advisor to the Prime Minister of Canada”: a state after the last “of”."""
    match = re.search(r"\bof\s(?:the\s)?(?P<side>[^,]{3,50})$", office)
    return (sides.only_side(match["side"]) or _state(match["side"])) if match else _state(office)


def _state(words: str) -> str | None:
    """Return the one state that some words name, whether or not it is among the sides."""
    named = {mention.state.name for mention in states.mentions(_PORTFOLIO.sub("", words))}
    return named.pop() if len(named) == 1 else None
