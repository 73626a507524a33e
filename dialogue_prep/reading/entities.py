"""The institutions and the co-chair posts that terms of reference name, by side."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dialogue_prep.reading.extract import FoundCoChair, FoundEntity
from dialogue_prep.reading.layout import Block, BlockKind, Layout
from dialogue_prep.reading.offices import address_before, people_in
from dialogue_prep.reading.sentences import sentences
from dialogue_prep.reading.series import NAME
from dialogue_prep.reading.sides import Sides

_FROM_SIDE = re.compile(
    r"\b(?:from|of|on|for|by)\sthe\s(?P<side>[A-Z][\w.' -]{2,40}?)\s(?:side|delegation|government|"
    r"Government)(?:\s(?:are|is|will|shall)(?:\sto)?)?\s?(?:be\s)?"
    r"(?:include[sd]?|comprise[sd]?|consists?\sof|including|are|is)?[:,]?\s+(?=(?:\([a-z]\)\s)?(?:the\s)?[A-Z])|"
    r"\b(?:[Ff]or|[Bb]y|[Ff]rom)\s(?:the\s)?"
    r"(?P<named>[A-Z][\w.' -]{2,40}?)\s?[:,]\s+(?=(?:\([a-z]\)\s)?(?:the\s)?[A-Z])"
)
# “On the side of Norvia: the ...”, “The entities of Norvia are the ...”, “Norvia shall be represented by the ...”.
_BEFORE_LIST = re.compile(
    r"(?P<head>[^:;,.]{3,90}?)(?:\s?:|\s(?:(?:shall\sbe|will\sbe|are|is|was|were)(?:\srepresented\sby)?|include[sd]?|comprise[sd]?|"
    r"consist(?:s|ed)?\sof|(?:shall|will)\s(?:include|comprise|consist\sof))(?:\sthe\sfollowing)?:?)\s+"
    r"(?:(?:the\s)?representatives\s(?:of|from)\s)?(?=(?:\([a-z]\)\s)?(?:[Tt]he\s)?[A-Z])"
)
_INSTITUTION = re.compile(
    r"\b(?:Ministr(?:y|ies)|Departments?|Agenc(?:y|ies)|Offices?|Services?|Police|Guards?|Authorit(?:y|ies)|Bureaux?|"
    r"Directorates?|Commissions?|Councils?|Institut(?:e|es|ions?)|Secretariats?|Administrations?|Boards?|Banks?|"
    r"Committees?|Inspectorates?|Cent(?:re|er)s?|Courts?|Customs|Divisions?|Academ(?:y|ies)|Forces|Corps|Chambers?|"
    r"Treasury|Cabinet|Gendarmerie|Army|Navy|Command|Units?|Regist(?:ry|rar)|Chanceller(?:y|ies)|Universit(?:y|ies))\b"
)
_PARTAKERS = re.compile(
    r"\b(?:side|delegation|participants|entities|institutions|agencies|authorities|members)\b", re.I
)
_NAME = re.compile(rf"{NAME.pattern}(?:\s(?:of|for|on|and)\s[a-z].*)?")
_COMPLEMENT = re.compile(r"\s(?:of|for|on|in|under)\s")
_CONSISTS = re.compile(r"\b(?:consist\sof|comprise|be\scomposed\sof|include)\s?:\s*$")
# “For Norvia, it shall be chaired by the Minister of Ports; for Estmark, by ...”, “on the Norvian side by ...”.
_CHAIR_OF_SIDE = re.compile(
    r"\b(?:[Ff]or|[Oo]n\sthe\spart\sof|[Oo]n\sthe)\s(?P<side>[A-Z][\w' -]{2,40}?)(?:\sside)?(?:,\s|\s)"
    r"(?:(?:[Tt]he|[Ii]t)\s[^,;]{0,80}?\bby|by)\s(?:the\s)?(?P<office>[A-Z][^,;]{3,120}?)"
    r"(?=[.;]|,?\s(?:and|while)\s(?:for|on)\s|$)"
)
_CHAIRED = re.compile(
    r"\b(?:co-?chaired|chaired)\s(?:jointly\s)?by\s|\bco-?chairs?\s(?:will|shall|are\sto)\sbe:?\s|"
    r"\b[Cc]o-?[Cc]hairs\s(?:of\s[^,;.]{3,80}?\s)?are:?\s(?=(?:the\s)?[A-Z])"
)
_NEXT_LIST = re.compile(
    r"[,;]?\s(?:and|while),?\s*$|,?\s(?:and|while)\s(?:the\s)?(?:participating\s)?(?:entities|those|participants|members|"
    r"representatives)(?:\s\w+){0,2}\s*$"
)
_BETWEEN_ENTITIES = re.compile(
    r",\s+(?:and\s+)?(?:the\s+)?|;\s+(?:and\s+)?(?:\([a-z]\)\s+)?(?:the\s+)?|\s+and\s+(?:\([a-z]\)\s+)?the\s+"
)
_AND = re.compile(r"\s+and\s+(?=[A-Z][\w'’-]*\s\w)")
_SHORT = 12
_RUN_TOGETHER = re.compile(r"(?:(?<=^)|(?<=\s))The\s(?=[A-Z])")


def find_entities(layout: Layout, sides: Sides) -> tuple[FoundEntity, ...]:
    """Return the participating entities of each side in the order of the text."""
    found: list[FoundEntity] = []
    for block in layout.blocks:
        # A line such as “Norvia: Coast Guard, Harbour Office” reads as a heading.
        if block.kind not in (BlockKind.PROSE, BlockKind.ITEM, BlockKind.HEADING):
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
            by_side = tuple(_posts_by_side(layout, sides, start, end))
            if len(by_side) > 1:
                return by_side
            if match := _CHAIRED.search(layout.plain, start, end):
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


def _posts_by_side(layout: Layout, sides: Sides, start: int, end: int) -> Iterator[FoundCoChair]:
    """Yield the offices before each of which a sentence says for which side they chair."""
    if "chaired" not in layout.plain[start:end]:
        return
    for match in _CHAIR_OF_SIDE.finditer(layout.plain, start, end):
        side, place = sides.only_side(match["side"]), match.span("office")
        if side is not None:
            yield FoundCoChair(name=None, office=layout.text.said(*place), side=side, span=layout.text.span(*place))


def _posts(layout: Layout, sides: Sides, start: int, end: int) -> Iterator[FoundCoChair]:
    named = [person for person in people_in(layout.plain, start, end) if person.name]
    if named:
        for person in named:
            office = layout.text.said(*person.office) if person.office else None
            side = sides.only_side(layout.plain[person.start : person.end])
            name = layout.text.said(*person.name) if person.name else None
            address = address_before(layout.plain, person.name[0]) if person.name else ""
            span = layout.text.span(person.start, person.end)
            yield FoundCoChair(name=name, office=office, side=side, span=span, address=address)
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
    joint = re.search(r"\sand\s(?=the\s)", plain[start:end])
    return [(start, start + joint.start()), (start + joint.end(), end)] if joint else [(start, end)]


def _in_sentence(layout: Layout, sides: Sides, start: int, end: int) -> list[FoundEntity]:
    heads = [
        match
        for match in _FROM_SIDE.finditer(layout.plain, start, end)
        if sides.only_side(match["side"] or "") or sides.is_side(match["named"] or "")
    ]
    found: list[FoundEntity] = []
    for index, head in enumerate(heads):
        stop = heads[index + 1].start() if index + 1 < len(heads) else end
        cut = _NEXT_LIST.search(layout.plain[head.end() : stop])
        parts = _institutions(layout, head.end(), head.end() + cut.start() if cut else stop)
        side = sides.only_side(head["side"] or head["named"]) or ""
        if len(parts) > 1:
            found += (_entity(layout, part, side) for part in parts)
    return found or _listed(layout, sides, start, end)


def _listed(layout: Layout, sides: Sides, start: int, end: int) -> list[FoundEntity]:
    """Return the institutions of the lists that words with one side in them lead in to, whatever those words are."""
    heads = list(_BEFORE_LIST.finditer(layout.plain, start, end))
    found: list[FoundEntity] = []
    for index, head in enumerate(heads):
        stop = heads[index + 1].start() if index + 1 < len(heads) else end
        side = sides.only_side(head["head"])
        parts = _institutions(layout, head.end(), stop) if side else []
        if side and parts and all(_is_institution(layout.plain[slice(*part)]) for part in parts):
            found += (_entity(layout, part, side) for part in parts)
    return found


def _is_institution(name: str) -> bool:
    """Say whether a name is that of an institution by its own noun: not “Director of the Coast Guard”."""
    own = _COMPLEMENT.split(name, maxsplit=1)[0]
    return _INSTITUTION.search(own) is not None and _NAME.fullmatch(name) is not None


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
    """Return the items, or the lines with institutions, under a line that names a side and nothing else (“Norvia:”)."""
    found: list[FoundEntity] = []
    side, directly_above = None, False
    for block in layout.blocks:
        one = _side_above(layout, sides, block)
        places = [_without_article(layout, block.start, block.end)] if block.kind is BlockKind.ITEM else []
        places = places or _in_line(layout, block)
        if side is not None and one is None and places:
            found += (_entity(layout, place, side) for place in places)
            directly_above = False
            continue
        # Two sides one below the other head the columns of a table, of which the lines do not say their column.
        side, directly_above = (None if directly_above else one), one is not None
    return found


def _side_above(layout: Layout, sides: Sides, block: Block) -> str | None:
    """Return the side that a line names above its institutions: “Norvia”, “For Norvia:”, “Participants of Norvia”."""
    words = layout.words(block).strip()
    short = len(words.split()) <= _SHORT and (words.endswith(":") or _PARTAKERS.search(words) is not None)
    named = (block.kind is BlockKind.HEADING or short) and not _in_line(layout, block)
    return sides.only_side(words) if named else None


def _in_line(layout: Layout, block: Block) -> list[tuple[int, int]]:
    """Return the institutions of a line that names nothing else."""
    words = layout.words(block)
    brief = len(words.split()) <= 2 * _SHORT and ":" not in words
    parts = _institutions(layout, block.start, block.end) if brief else []
    return parts if all(_is_institution(layout.plain[slice(*part)]) for part in parts) else []


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
