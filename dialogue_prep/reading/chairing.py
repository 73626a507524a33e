"""Where a record tells who chaired: the stretches of text in which the chairs are named."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum

from dialogue_prep.reading.layout import BlockKind, Layout
from dialogue_prep.reading.offices import PARTICLE
from dialogue_prep.reading.sentences import sentences
from dialogue_prep.reading.sides import Sides


class Rank(IntEnum):
    """How surely the people of a stretch chaired; only those of the highest rank with anybody in it count."""

    MET = 1
    REPRESENTED = 2
    CHAIRED = 3


@dataclass(frozen=True, slots=True)
class Stretch:
    """Where in the text people are named, for which side if the words before say one, and how surely they chaired."""

    start: int
    end: int
    side: str | None
    rank: Rank


_CHAIRED = re.compile(r"\b(?:co-?chaired|chaired|co-?convened|convened|led|co-?led|co-?hosted|headed|presided)\b")
_BY = re.compile(
    r"\b(?P<verb>co-?chaired|chaired|led|headed|co-?led|presided\sover|represented|co-?convened|convened|co-?hosted)"
    r"(?:\sjointly)?(?:,[^,]{3,60},)?\sby:?\s|"
    r"\bunder\sthe\s(?:joint\s)?(?:co-)?(?:chairmanship|chairpersonship|leadership|presidency)\sof\s",
    re.IGNORECASE,
)
_DELEGATION = re.compile(r"(?P<before>.{0,60})\b(?:delegations?|team)\b(?P<after>.{0,90})$", re.DOTALL)
# “... led the Norvian side while Minister Z led the Estmarkian side”.
_AND_CHAIRED = re.compile(
    r"(?:,\s|\s)(?:and|while|whereas)\s(?P<who>[^;]{4,160}?)\s(?:led|headed|chaired)\sthe\s"
    r"(?P<side>[A-Z][\w.' ]{1,40}?)\s(?:side|delegation|team)\b"
)
# “X, who co-chaired it with Y”.
_TOGETHER_WITH = re.compile(r"\s(?:it|(?:the|this)\s[\w-]+)\s(?:(?:jointly|together)\s)?with\s")
# “... was headed by X, and the Estmarkian delegation by Y”.
_AND_THEN = re.compile(r"\s(?:delegation|side|team),?\s(?:and|while)\s")
_AND_DELEGATION = re.compile(
    r",?\s(?:and|while)\s(?:the|that\sof(?:\sthe)?)\s(?P<side>[A-Z][\w.' ]{1,40}?)(?:\s(?:delegation|side|team))?\sby\s"
)
_AFTER_PEOPLE = re.compile(
    r"\s(?:and|which)\s(?:included|comprised)\b|,\s(?:participants|the\s(?:two|sides|dialogue|meeting)|both|"
    rf"and\sthe\s(?:two|sides))|\.\s(?=[A-Z][a-z]+\s(?!{PARTICLE}\s)[a-z])"
)
_REPRESENTATIVE = re.compile(
    r"\brepresentatives?\s(?:from|of|for)\sthe\s(?P<side>[\w.' ]{2,40}?)\s(?:side|delegation)(?:\s(?:for|"
    r"at)\s(?:this|the)\s\w+)?\s(?:was|were)\s"
)
_NEXT_REPRESENTATIVE = re.compile(r",?\sand\sthe\srepresentative")
_FOR_SIDE = re.compile(r"\b(?:for|on behalf of)\s(?:the\s)?(?P<side>[A-Z][\w.' ]{1,40}?)(?=[.,;]|\sand\b|$)")
_BETWEEN = re.compile(
    r"\b(?:held|meeting|met|talks|consultations|discussions)\b[^.;]{0,160}?\bbetween\s(?=(?:[^.;]*\b[A-Z]))"
)
_MET = re.compile(
    r"\b(?:met|gathered|paid|visited|agreed|held|issued|received|(?:warmly\s)?welcomed|hosted|convened|launched|"
    r"(?:have|"
    r"had)\s(?:[\w ,]{0,60}?\s)?(?:talks|discussions|consultations))\b"
)
_WITH = re.compile(
    r"\b(?:met|talks|discussions|consultations|meeting|dialogue)\s(?:\w+\s){0,3}?with\s|\b(?:received|welcomed|"
    r"hosted)\s"
)
_VISIT = re.compile(r"\bvisit\s(?:of|by)\s")
_TO_PLACE = re.compile(r"\s(?:to|in|at|on)\s(?:[A-Z\d]|the\s)|\band\shis\s|\band\sher\s|\band\saccompany")
_FUTURE = re.compile(r"\b(?:will be|is to be|are to be|shall be|to be)\s(?:\w+ly\s)?$")
_CHAIRS_ARE = re.compile(r"(?:Co-)?[Cc]hair(?:s|ed\sby|persons?|men)?\s?:\s")
_FIRST_SENTENCES = 12
_OPENING_SENTENCES = 3


def stretches(layout: Layout, sides: Sides) -> Iterator[Stretch]:
    """Yield the stretches of a record in which its chairs may be named."""
    seen = 0
    for block in layout.blocks:
        if block.kind not in (BlockKind.PROSE, BlockKind.ITEM):
            continue
        for start, end in sentences(layout.plain, block.start, block.end):
            seen += 1
            sentence = layout.plain[start:end]
            named = _CHAIRS_ARE.match(sentence)
            if named is not None:
                yield Stretch(start + named.end(), end, None, Rank.CHAIRED)
            if seen <= _FIRST_SENTENCES or "chaired" in sentence:
                found = [*_chaired_by(sentence, sides), *_chaired(sentence, sides)]
                if seen <= _OPENING_SENTENCES:
                    found += _met(sentence)
            else:
                found = []
            found += _representatives(sentence, sides)
            for stretch in found:
                yield Stretch(start + stretch.start, start + stretch.end, stretch.side, stretch.rank)


def _chaired_by(sentence: str, sides: Sides) -> Iterator[Stretch]:
    """Yield the people after “co-chaired by”, “was led by”."""
    matches = [match for match in _BY.finditer(sentence) if not _FUTURE.search(sentence[: match.start()])]
    for index, match in enumerate(matches):
        stop = matches[index + 1].start() if index + 1 < len(matches) else len(sentence)
        cut = _AFTER_PEOPLE.search(sentence, match.end(), stop)
        before = sentence[: match.start()]
        delegation = _DELEGATION.search(before)
        side = None
        if delegation:
            side = sides.only_side(delegation["after"]) or sides.only_side(delegation["before"])
        rank = Rank.CHAIRED
        if (match["verb"] or "").lower() == "represented":
            side, rank = sides.only_side(before[-60:]), Rank.REPRESENTED
        other = _AND_DELEGATION.search(sentence, match.end(), stop) if delegation else None
        if other is not None:
            yield Stretch(match.end(), other.start(), side, rank)
            yield Stretch(other.end(), cut.start() if cut else stop, sides.only_side(other["side"]), rank)
            continue
        yield Stretch(match.end(), cut.start() if cut else stop, side, rank)
        if host := re.search(r"\b(?:received|hosted|welcomed)\b", before):
            yield Stretch(0, host.start(), None, rank)


def _chaired(sentence: str, sides: Sides) -> Iterator[Stretch]:
    """Yield the people before “co-chaired”, “chaired the meeting for ...”."""
    match = _CHAIRED.search(sentence)
    if match is None or re.match(r"\s(?:discussions|by)\b", sentence[match.end() :]):
        return
    by = _BY.search(sentence)
    if by is not None and not _AND_THEN.search(sentence, match.end(), max(match.end(), by.start())):
        return
    said = _FOR_SIDE.search(sentence, match.end())
    yield Stretch(0, match.start(), sides.only_side(said["side"]) if said else None, Rank.CHAIRED)
    together = _TOGETHER_WITH.match(sentence, match.end())
    if together is not None:
        yield Stretch(together.end(), len(sentence), None, Rank.CHAIRED)
    for other in _AND_CHAIRED.finditer(sentence, match.end()):
        yield Stretch(*other.span("who"), sides.only_side(other["side"]), Rank.CHAIRED)


def _representatives(sentence: str, sides: Sides) -> Iterator[Stretch]:
    for match in _REPRESENTATIVE.finditer(sentence):
        stop = _NEXT_REPRESENTATIVE.search(sentence, match.end())
        end = stop.start() if stop else len(sentence)
        yield Stretch(match.end(), end, sides.only_side(match["side"]), Rank.CHAIRED)


def _met(sentence: str) -> Iterator[Stretch]:
    """Yield the people who met, where nobody is said to have chaired."""
    between = _BETWEEN.search(sentence)
    if between:
        yield Stretch(between.end(), len(sentence), None, Rank.MET)
    met = _MET.search(sentence)
    if met and not between:
        yield Stretch(0, met.start(), None, Rank.MET)
        other = _WITH.search(sentence, met.start())
        if other:
            place = _TO_PLACE.search(sentence, other.end())
            yield Stretch(other.end(), place.start() if place else len(sentence), None, Rank.MET)
    visit = _VISIT.search(sentence)
    if visit:
        place = _TO_PLACE.search(sentence, visit.end())
        yield Stretch(visit.end(), place.start() if place else len(sentence), None, Rank.MET)
