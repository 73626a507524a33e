"""The institutions and the co-chair posts that terms of reference name, by side."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dialogue_prep.reading.extract import FoundCoChair, FoundEntity
from dialogue_prep.reading.layout import Layout, Part
from dialogue_prep.reading.lists import listed
from dialogue_prep.reading.offices import people_in
from dialogue_prep.reading.sentences import sentences
from dialogue_prep.reading.sides import Sides

_FROM_SIDE = re.compile(
    r"\b(?:from|of|on|for|by)\sthe\s(?P<side>[A-Z][\w.' -]{2,40}?)\s(?:side|delegation|government|"
    r"Government)(?:\s(?:are|is|will|shall)(?:\sto)?)?\s?(?:be\s)?"
    r"(?:include[sd]?|comprise[sd]?|consists?\sof|including|are|is)?:?\s+(?=(?:the\s)?[A-Z])"
)
_CONSISTS = re.compile(r"\b(?:consist\sof|comprise|be\scomposed\sof|include)\s?:\s*$")
_CHAIRED = re.compile(r"\b(?:co-?chaired|chaired)\s(?:jointly\s)?by\s|\bco-?chairs?\s(?:will|shall|are\sto)\sbe:?\s")
_RUN_TOGETHER = re.compile(r"(?:(?<=^)|(?<=\s))The\s(?=[A-Z])")


def find_entities(layout: Layout, sides: Sides) -> tuple[FoundEntity, ...]:
    """Return the participating entities of each side in the order of the text."""
    found: list[FoundEntity] = []
    for block in layout.blocks:
        if block.part not in (Part.PROSE, Part.ITEM):
            continue
        for start, end in sentences(layout.plain, block.start, block.end):
            found += _in_sentence(layout, sides, start, end)
    if not found:
        found += _under_headings(layout, sides) or _members(layout, sides)
    return tuple(found)


def find_posts(layout: Layout, sides: Sides) -> tuple[FoundCoChair, ...]:
    """Return the co-chair posts: offices, and names where there are any."""
    for block in layout.blocks:
        if block.part not in (Part.PROSE, Part.ITEM):
            continue
        for start, end in sentences(layout.plain, block.start, block.end):
            match = _CHAIRED.search(layout.plain, start, end)
            if match:
                return tuple(_posts(layout, sides, match.end(), end))
    chair = re.search(
        r"(?:^|\n|\s)(?:The\s)?(?P<office>[A-Z][\w-]+(?:\s(?:of|the|[A-Z][\w-]+)){0,6})\s\(in\sthe\sChair\)",
        layout.plain,
    )
    if chair:
        span = layout.text.span(*chair.span("office"))
        side = sides.names[0].name if sides.names else None
        return (FoundCoChair(name=None, office=layout.text.said(*chair.span("office")), side=side, span=span),)
    return ()


def _posts(layout: Layout, sides: Sides, start: int, end: int) -> Iterator[FoundCoChair]:
    named = [person for person in people_in(layout.plain, start, end) if person.name]
    if named:
        for person in named:
            office = layout.text.said(*person.office) if person.office else None
            side = sides.only_side(layout.plain[person.start : person.end])
            name = layout.text.said(*person.name) if person.name else None
            yield FoundCoChair(name=name, office=office, side=side, span=layout.text.span(person.start, person.end))
        return
    for begin, stop in _two_offices(layout.plain, start, end, sides):
        article = re.match(r"the\s+", layout.plain[begin:stop])
        begin += article.end() if article else 0
        begin, stop = layout.text.trimmed(begin, begin + len(layout.plain[begin:stop].rstrip(" .,;")))
        side = sides.only_side(layout.plain[begin:stop])
        yield FoundCoChair(
            name=None, office=layout.text.said(begin, stop), side=side, span=layout.text.span(begin, stop)
        )


def _two_offices(plain: str, start: int, end: int, sides: Sides) -> list[tuple[int, int]]:
    """Return the two parts of “A of China and B of Canada”: the “and” on either side of which one side is named."""
    for match in re.finditer(r",?\sand\s", plain[start:end]):
        before, after = plain[start : start + match.start()], plain[start + match.end() : end]
        one, other = sides.mentioned(before), sides.mentioned(after)
        if len(one) == 1 and len(other) == 1 and one != other:
            return [(start, start + match.start()), (start + match.end(), end)]
    return [(start, end)]


def _in_sentence(layout: Layout, sides: Sides, start: int, end: int) -> Iterator[FoundEntity]:
    heads = [match for match in _FROM_SIDE.finditer(layout.plain, start, end) if sides.only_side(match["side"])]
    for index, head in enumerate(heads):
        stop = heads[index + 1].start() if index + 1 < len(heads) else end
        part = layout.plain[head.end() : stop]
        cut = re.search(
            r",?\s(?:and|while)\s(?:the\s)?(?:participating\s)?(?:entities|those|the\sentities|participants|"
            r"members|representatives)(?:\s\w+){0,2}\s*$",
            part,
        )
        stop = head.end() + cut.start() if cut else stop
        parts = _institutions(layout.plain, head.end(), stop)
        if len(parts) < 2:
            continue
        for begin, finish in parts:
            side = sides.only_side(head["side"])
            yield FoundEntity(
                name=layout.text.said(begin, finish), side=side or "", span=layout.text.span(begin, finish)
            )


def _institutions(plain: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the institutions of a list; “and” within a name (“Immigration and Citizenship”) does not part it."""
    parts = [part for part in listed(plain, start, end) if plain[part[0]].isupper()]
    return [(begin, begin + len(plain[begin:stop].rstrip(" .,;"))) for begin, stop in parts]


def _under_headings(layout: Layout, sides: Sides) -> list[FoundEntity]:
    """Return the items under a line that names a side and nothing else (“Norvia:”)."""
    found: list[FoundEntity] = []
    side: str | None = None
    for block in layout.blocks:
        words = layout.words(block).strip()
        if block.part is Part.ITEM and side is not None:
            stop = block.start + len(layout.words(block).rstrip(" .,;"))
            article = re.match(r"[Tt]he\s+", words)
            begin = block.start + (article.end() if article else 0)
            found.append(FoundEntity(name=layout.text.said(begin, stop), side=side, span=layout.text.span(begin, stop)))
        else:
            named = (
                sides.only_side(words)
                if (len(words.split()) <= 12 and words.endswith(":")) or block.part is Part.HEADING
                else None
            )
            side = named
    return found


def _members(layout: Layout, sides: Sides) -> list[FoundEntity]:
    """Return the members of a body of one side: the lines after “will consist of:”, run together or not."""
    found: list[FoundEntity] = []
    open_list = False
    for block in layout.blocks:
        words = layout.words(block)
        if open_list and block.part is Part.PROSE:
            for begin, stop in _run_together(words, block.start):
                name = re.sub(r"\s*\([^)]*\)", "", layout.text.said(begin, stop)).rstrip(" .,;")
                stop = begin + len(layout.plain[begin:stop].split(" (")[0].rstrip(" .,;\n"))
                side = sides.names[0].name if sides.names else ""
                found.append(FoundEntity(name=name, side=side, span=layout.text.span(begin, stop)))
            continue
        open_list = _CONSISTS.search(words) is not None
    return found


def _run_together(words: str, start: int) -> Iterator[tuple[int, int]]:
    edges = [match.end() for match in _RUN_TOGETHER.finditer(words)]
    if not edges:
        edges = [0]
    stops = [match.start() for match in _RUN_TOGETHER.finditer(words)][1:] + [len(words)]
    for begin, stop in zip(edges, stops, strict=True):
        yield start + begin, start + stop
