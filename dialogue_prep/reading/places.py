"""Where a meeting was held: a city in its title, beside its day, or on the line that dates the source."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dialogue_prep.reading import states
from dialogue_prep.reading.days import MEETING, RECITAL, days_in
from dialogue_prep.reading.english import MONTHS, SERIES_WORD
from dialogue_prep.reading.extract import Found
from dialogue_prep.reading.layout import BlockKind, Layout
from dialogue_prep.reading.sentences import sentences
from dialogue_prep.reading.sides import Sides

NAME = r"(?:St\.?\s|New\s|San\s|Port\s|Nay\sPyi\s)?[A-Z][\w'’-]+(?:\s[A-Z][\w'’-]+){0,2}(?:,?\sD\.?C\.?)?"
_IN = re.compile(
    rf"\b(?:in|at|to|visited)\s(?:the\s(?:historic\s)?(?:capital(?:\scity)?|city|"
    rf"town)(?:\sof\s(?:[A-Z]\w+),)?\s(?:of\s)?)?(?P<place>{NAME})"
)
_VIDEO = re.compile(
    r"\b(?:video\s?-?\s?conference|videoconference|by video|virtually|(?:met|held|convened|"
    r"took\splace)\s(?:\w+\s)?online|online\s(?:meeting|format|session|talks)|teleconference|"
    r"(?:secure\s)?video\s(?:link|call))\b",
    re.IGNORECASE,
)
# What sort of town a place is: “the Norvian port of Holm”.
TOWN = r"(?:capital(?:\scity)?|(?:[a-z]+\s)?(?:city|port|town)(?:\scity)?)(?:\sof|,)?\s"
_NO_PLACE = re.compile(
    r"^(?:"
    + "|".join(MONTHS)
    + r"|The|A|Asia|Africa|Europe|America|Indo|Pacific|North|South|East|West|Latin|Central|Middle|"
    r"English|French|Chinese|January|Article|Annex|Executive|Announcement|President|Prime|Minister|Secretary|Joint)\b"
)
_DAY_FOLLOWS = re.compile(r",?\s(?:[A-Z]\w+,?\s)?(?:on|today|yesterday|between|from)\b")
_VERB_BEFORE = re.compile(
    r"\b(?:met|meet|held|convened|reconvened|co-?chaired|chaired|took\splace|gathered|visit|consultations|discussions|"
    r"talks|meeting|dialogue|event)\b[^.;]{0,90}$|\b(?:hosted|received|welcomed)\b[^;]{0,260}$",
    re.IGNORECASE,
)
_LATER = re.compile(
    r"\b(?:next|will|should|would|again)\b[^.;]{0,80}$|\b(?:signed|adopted|launched|agreed|reaffirmed)\s$"
)
_HOSTED = re.compile(
    r"\b(?:hosted\sby|invitation\s(?:of|from|by)|guests?\sof)\s(?:the\s)?(?P<by>[^,.;\n]{2,80})|"
    r"(?:^|\.\s|\n)(?P<who>[^,.;\n]{2,60}?)\s(?:hosted|was\sthe\shost)\b"
)
_THANKED = re.compile(
    r"\bthank(?:ed|s)?\s(?:the\s)?(?P<by>[^,.;\n]{2,80}?)\sfor\s(?:(?:its|their|the|his|her)\s)?"
    r"(?:[\w-]+\s){0,4}?(?:hospitality|hosting|welcome|reception)\b"
)
# “Joint statement, Holm, 3 May 2031”, “(Done at) Holm, 3 May 2031”.
_RECORD_BEFORE = (
    r"(?:(?:[\w'’-]+\s){0,8}?(?i:statement|declaration|communiqu[eé]|minutes|record|summary|release|conclusions|"
    r"document)"
    r"(?:,|:|\s[-–—|])?\s(?:(?:at|in)\s)?|(?i:done|signed|adopted|issued|held)\s(?i:at|in)\s|\()?"
)
_FIRST_SENTENCES = 6
_OPENING = 2500
_BY_VIDEO = -100


def title_place(title: str) -> str | None:
    """Return the city with which a title ends, as in “... Meeting in Geneva”."""
    match = re.search(rf"\bin\s(?P<place>{NAME})\s*(?:,[^,]*)?$", title)
    return match["place"] if match and _is_place(match["place"]) else None


def meeting_place(layout: Layout) -> Found | None:
    """Return where the meeting was held; None for a meeting by video and where the text does not say."""
    title = layout.title()
    if title is not None:
        match = re.search(rf"\bin\s(?P<place>{NAME})\s*(?:,[^,]*)?$", layout.words(title).rstrip())
        if match and _is_place(match["place"]):
            return layout.text.found(title.start + match.start("place"), title.start + match.end("place"))
    best: tuple[int, int, int] | None = None
    for score, start, end in _candidates(layout):
        if score == _BY_VIDEO:
            return None
        if best is None or score > best[0]:
            best = (score, start, end)
    return layout.text.found(best[1], best[2]) if best and best[0] >= 3 else None


def host_of(place: str, plain: str, sides: Sides) -> str | None:
    """Return the side in which a place lies: by its own name, as one of its capitals, or by what stands after it."""
    city = re.sub(r",?\sD\.?C\.?$", "", place)
    names = {side.name for side in sides.names}
    for state in (states.by_capital(city.split(",")[0]), states.by_name(city)):
        if state is not None and state.name in names:
            return state.name
    if (named := sides.only_side(place)) is not None:
        return named
    for match in re.finditer(
        rf"\b{re.escape(city)}\b,?\s(?:(?:the\s)?capital\sof\s|in\s|\()?(?:the\s)?"
        r"(?P<after>[A-Z][\w'-]+(?:\s[A-Z]\w+)*)",
        plain,
    ):
        if sides.is_side(match["after"]):
            return sides.only_side(match["after"])
    before = re.search(rf"\b(?P<before>[A-Z][\w'’-]+(?:\s[A-Z][\w'’-]+)*)\s{TOWN}{re.escape(city)}\b", plain)
    return sides.only_side(before["before"]) if before else None


def host_of_meeting(layout: Layout, place: Found | None, sides: Sides) -> str | None:
    """Return the side that hosted: where the place lies, else whom the opening calls the host, else who was thanked."""
    if place is not None and (host := host_of(place.words, layout.plain, sides)) is not None:
        return host
    for match in _HOSTED.finditer(layout.plain, 0, _OPENING):
        if (named := sides.only_side(match["by"] or match["who"])) is not None:
            return named
    thanked = _THANKED.search(layout.plain)
    return sides.only_side(thanked["by"]) if thanked else None


def _candidates(layout: Layout) -> Iterator[tuple[int, int, int]]:
    """Yield scores and offsets; the score of a meeting by video says that there was no place."""
    seen = 0
    for block in layout.blocks:
        words = layout.words(block)
        if block.kind in (BlockKind.HEADING, BlockKind.TITLE) or (
            block.kind is BlockKind.PROSE and len(words.split()) <= 8
        ):
            yield from _dateline(layout, block.start, block.end)
            continue
        if block.kind is not BlockKind.PROSE and block.kind is not BlockKind.ITEM:
            continue
        for start, end in sentences(layout.plain, block.start, block.end):
            seen += 1
            sentence = layout.plain[start:end]
            if seen > _FIRST_SENTENCES or not MEETING.search(sentence) or RECITAL.match(sentence):
                continue
            if seen <= 3 and _VIDEO.search(sentence):
                yield _BY_VIDEO, start, end
            yield from _in_sentence(sentence, start, seen)


def _in_sentence(sentence: str, start: int, seen: int) -> Iterator[tuple[int, int, int]]:
    for match in _IN.finditer(sentence):
        before, after = sentence[: match.start()], sentence[match.end() :]
        if not _is_place(match["place"]) or _LATER.search(before):
            continue
        verb = _VERB_BEFORE.search(before) is not None
        if match.group().startswith("to ") and not re.search(r"\b(?:visit|welcomed)\b", before):
            continue
        day = _DAY_FOLLOWS.match(after) is not None
        capital = states.by_capital(match["place"].split(",")[0].replace(" DC", "")) is not None
        score = 3 * verb + 3 * day + 2 * capital + max(0, 3 - seen) - 3 * (not verb)
        yield score, start + match.start("place"), start + match.end("place")


def _dateline(layout: Layout, start: int, end: int) -> Iterator[tuple[int, int, int]]:
    """Yield the city of a line such as “Ottawa, Ontario - June 22, 2017”."""
    for day in days_in(layout.plain, start, end):
        place = re.match(
            rf"{_RECORD_BEFORE}(?P<place>{NAME}|"
            rf"[A-Z]{{4,}}(?:\s[A-Z]+)?)(?:,\s[\w .]+?)?\s*[,–—-]?\s*(?:[A-Z]\w+day,?\s)?$",
            layout.plain[start : day.start],
        )
        if place is None:
            place = re.search(rf",\s(?P<place>{NAME}),?\s(?:[A-Z]\w+day,?\s)?$", layout.plain[start : day.start])
        alone = day.end == end and place is not None and not place.start("place")
        if place and (day.year or alone) and _is_place(place["place"]) and "day" not in place["place"].lower():
            yield 5 if day.year else 4, start + place.start("place"), start + place.end("place")


def _is_place(name: str) -> bool:
    first = name.partition(" ")[0]
    if _NO_PLACE.match(name) or SERIES_WORD.search(name) or first.endswith("day"):
        return False
    if first in ("Letter", "Date", "Published", "Media", "Press"):
        return False
    return states.by_name(name) is None or states.by_capital(name) is not None
