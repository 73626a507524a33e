"""The institutions and the co-chair posts that terms of reference name, by side."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dialogue_prep.reading.extract import FoundCoChair, FoundEntity
from dialogue_prep.reading.layout import BlockKind, Layout
from dialogue_prep.reading.offices import people_in
from dialogue_prep.reading.sentences import sentences
from dialogue_prep.reading.sides import Sides

_FROM_SIDE = re.compile(
    r"\b(?:from|of|on|for|by)\sthe\s(?P<side>[A-Z][\w.' -]{2,40}?)\s(?:side|delegation|government|"
    r"Government)(?:\s(?:are|is|will|shall)(?:\sto)?)?\s?(?:be\s)?"
    r"(?:include[sd]?|comprise[sd]?|consists?\sof|including|are|is)?[:,]?\s+(?=(?:\([a-z]\)\s)?(?:the\s)?[A-Z])|"
    r"\b(?:[Ff]or|[Bb]y|[Ff]rom)\s(?:the\s)?"
    r"(?P<named>[A-Z][\w.' -]{2,40}?)\s?[:,]\s+(?=(?:\([a-z]\)\s)?(?:the\s)?[A-Z])"
)
_CONSISTS = re.compile(r"\b(?:consist\sof|comprise|be\scomposed\sof|include)\s?:\s*$")
_CHAIRED = re.compile(r"\b(?:co-?chaired|chaired)\s(?:jointly\s)?by\s|\bco-?chairs?\s(?:will|shall|are\sto)\sbe:?\s")
_NEXT_LIST = re.compile(
    r"[,;]?\s(?:and|while),?\s*$|,?\s(?:and|while)\s(?:the\s)?(?:participating\s)?(?:entities|those|participants|members|"
    r"representatives)(?:\s\w+){0,2}\s*$"
)
_BETWEEN_ENTITIES = re.compile(
    r",\s+(?:and\s+)?(?:the\s+)?|;\s+(?:and\s+)?(?:\([a-z]\)\s+)?(?:the\s+)?|\s+and\s+(?:\([a-z]\)\s+)?the\s+"
)
_AND = re.compile(r"\s+and\s+(?=[A-Z])")
_SHORT = 12
_RUN_TOGETHER = re.compile(r"(?:(?<=^)|(?<=\s))The\s(?=[A-Z])")


def find_entities(layout: Layout, sides: Sides) -> tuple[FoundEntity, ...]:
    """Return the participating entities of each side in the order of the text."""
    found: list[FoundEntity] = []
    for block in layout.blocks:
        if block.kind not in (BlockKind.PROSE, BlockKind.ITEM):
            continue
        for start, end in sentences(layout.plain, block.start, block.end):
            found += _in_sentence(layout, sides, start, end)
    if not found:
        found += _under_headings(layout, sides) or _members(layout, sides)
    return tuple(found)


def find_posts(layout: Layout, sides: Sides) -> tuple[FoundCoChair, ...]:
    """Return the co-chair posts: offices, and names where there are any."""
    for block in layout.blocks:
        if block.kind not in (BlockKind.PROSE, BlockKind.ITEM):
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
        place = _without_article(layout, begin, stop)
        side = sides.only_side(layout.plain[slice(*place)])
        yield FoundCoChair(name=None, office=layout.text.said(*place), side=side, span=layout.text.span(*place))


def _two_offices(plain: str, start: int, end: int, sides: Sides) -> list[tuple[int, int]]:
    """Return the two parts of “A of China and B of Canada”: the “and” on either side of which one side is named."""
    for match in re.finditer(r",?\sand\s", plain[start:end]):
        before, after = plain[start : start + match.start()], plain[start + match.end() : end]
        one, other = sides.mentioned(before), sides.mentioned(after)
        if len(one) == 1 and len(other) == 1 and one != other:
            return [(start, start + match.start()), (start + match.end(), end)]
    return [(start, end)]


def _in_sentence(layout: Layout, sides: Sides, start: int, end: int) -> Iterator[FoundEntity]:
    heads = [
        match
        for match in _FROM_SIDE.finditer(layout.plain, start, end)
        if sides.only_side(match["side"] or "") or sides.is_side(match["named"] or "")
    ]
    for index, head in enumerate(heads):
        stop = heads[index + 1].start() if index + 1 < len(heads) else end
        cut = _NEXT_LIST.search(layout.plain[head.end() : stop])
        parts = _institutions(layout, head.end(), head.end() + cut.start() if cut else stop)
        side = sides.only_side(head["side"] or head["named"]) or ""
        if len(parts) > 1:
            yield from (_entity(layout, part, side) for part in parts)


def _institutions(layout: Layout, start: int, end: int) -> list[tuple[int, int]]:
    """Return the institutions of a list; the “and” within a name (“Trade and Industry”) does not part it."""
    part = layout.plain[start:end]
    edges = [match.span() for match in _BETWEEN_ENTITIES.finditer(part)]
    last = edges[-1][1] if edges else 0
    if not any(part[edge[0] : edge[1]].lstrip().startswith("and") or ", and" in part[slice(*edge)] for edge in edges):
        edges += [(last + match.start(), last + match.end()) for match in _AND.finditer(part[last:])][-1:]
    begins, stops = [0, *(edge[1] for edge in edges)], [*(edge[0] for edge in edges), len(part)]
    places = [_without_article(layout, start + a, start + b) for a, b in zip(begins, stops, strict=True)]
    return [place for place in places if layout.plain[place[0]].isupper()]


def _under_headings(layout: Layout, sides: Sides) -> list[FoundEntity]:
    """Return the items under a line that names a side and nothing else (“Norvia:”)."""
    found: list[FoundEntity] = []
    side: str | None = None
    for block in layout.blocks:
        words = layout.words(block).strip()
        if block.kind is BlockKind.ITEM and side is not None:
            found.append(_entity(layout, _without_article(layout, block.start, block.end), side))
        else:
            named = block.kind is BlockKind.HEADING or (len(words.split()) <= _SHORT and words.endswith(":"))
            side = sides.only_side(words) if named else None
    return found


def _members(layout: Layout, sides: Sides) -> list[FoundEntity]:
    """Return the members of a body of one side: the lines after “will consist of:”, run together or not."""
    found: list[FoundEntity] = []
    side = sides.names[0].name if sides.names else ""
    open_list = False
    for block in layout.blocks:
        words = layout.words(block)
        if open_list and block.kind is BlockKind.PROSE:
            found += (_entity(layout, place, side) for place in _run_together(layout, words, block.start))
        else:
            open_list = _CONSISTS.search(words) is not None
    return found


def _run_together(layout: Layout, words: str, start: int) -> Iterator[tuple[int, int]]:
    """Yield the members of a line, each of which begins with “The”; what is told of one in brackets is left out."""
    marks = list(_RUN_TOGETHER.finditer(words))
    begins = [mark.end() for mark in marks] or [0]
    stops = [*(mark.start() for mark in marks[1:]), len(words)]
    for begin, stop in zip(begins, stops, strict=True):
        bare = re.match(r"[^(]*[^(\s]", words[begin:stop])
        yield _without_article(layout, start + begin, start + (begin + bare.end() if bare else stop))


def _entity(layout: Layout, place: tuple[int, int], side: str) -> FoundEntity:
    return FoundEntity(name=layout.text.said(*place), side=side, span=layout.text.span(*place))


def _without_article(layout: Layout, start: int, end: int) -> tuple[int, int]:
    """Return the offsets of a name without its article and the mark at its end."""
    article = re.match(r"\s*(?:\([a-z]\)\s+)?(?:[Tt]he\s+)?", layout.plain[start:end])
    begin = start + (article.end() if article else 0)
    return layout.text.trimmed(begin, start + len(layout.plain[start:end].rstrip(" .,;\n")))
