"""What a meeting discussed, as it is named: in an enumeration, in headings, else in what was agreed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dialogue_prep.reading.days import days_in
from dialogue_prep.reading.extract import Found
from dialogue_prep.reading.layout import Block, Layout, Part
from dialogue_prep.reading.lists import listed, without_examples
from dialogue_prep.reading.sentences import sentences, shielded

_ENUMERATED = re.compile(
    r"\b(?:(?:range|number|series|variety)\sof\s(?:[\w-]+\s){0,4}?(?:topics|issues|subjects|matters|areas|challenges)(?:\sof\s(?:[\w-]+\s){1,3})?,?\s(?:including|such\sas)|"
    r"(?:topics|issues|subjects|areas|matters|fields)(?:\s(?:of\sdiscussion|discussed|covered))?\s?(?:,\sincluding|included|include|were|:)|"
    r"[Dd]iscussions?\s(?:focused|centred|centered|covered|included)\s(?:on\s)?(?:ways\sto\s)?|"
    r"(?:covered|addressed)\sa\srange\sof\s[\w\s]{3,40},\sincluding)\s?:?\s*"
)
_DISCUSSED = re.compile(
    r"\b(?:discussed|exchanged\s(?:\w+\s)?(?:views|information|assessments)\s(?:on|about|regarding)|explored|reviewed|addressed|considered|discussions\s(?:on|about|of)|"
    r"discuss|focus(?:ed)?\son|acknowledged|held\s(?:\w+\s){0,3}?(?:discussions|talks|consultations)\s(?:on|about|regarding)|"
    r"had\s(?:\w+\s){0,3}?(?:discussions|exchanges)\s(?:on|about|regarding))\s"
)
_FILLER = re.compile(
    r"^(?:(?:the|a|an|our|their|its|his|her|ways\sto|how\sto|opportunities\s(?:for|to)|recent|current|key|various|new\sareas\s(?:of|for)|developments\s(?:in|on)|progress\s(?:in|on|under)|"
    r"issues\s(?:of|related\sto|concerning)|matters\s(?:of|related\sto)|situation\s(?:in|with\sregard\sto)|importance\sof|need\s(?:for|to)|a\snumber\sof|challenges\s(?:in|of|to)|cooperation\s(?:in|on)|"
    r"strength\sof|significant\scontribution\sto|next\ssteps\sin|efforts\sto|a\srange\sof|work\s(?:of|on)|benefit\sof|specific|ongoing|shared|continued|bilateral|significant|important|all\saspects\sof)\s+)+",
    re.IGNORECASE,
)
_STOP = re.compile(
    r",?\s(?:in\sorder\sto|with\sa\sview|which|that|while|where|who|underlining|noting|agreeing|stressing|recognising|recognizing|and\s(?:also\s)?(?:agreed|noted|welcomed|identified|discussed|exchanged|"
    r"reaffirmed|expressed|committed|decided|underlined|underscored|emphasi[sz]ed|stressed|its|the\simpact)|during|at\sthe|on\s\d|within\sthe\scontext|under\sthe|between\sthe|through|to\s(?:meet|improve|support|ensure|build))\b"
)
_HEADINGS_ENOUGH = 4
_TOO_LONG = 14
_MOST = 18
_NO_TOPIC = re.compile(
    r"^(?:\W*|it|them|this|these|issues?|matters?|topics?|accomplishments|views|ways|participants|ministers|annex.*|attachment|contacts?.*|media.*|.*delegation|introduction|background|conclusion|"
    r"next (?:steps|meeting|round).*|dates? and venue.*|closing|signatories|participants|summary|outcomes?|how|both|progress|.*\.html?|.*communiqu.*|.*statement|joint .*|.*forum|the hon.*|h\.?e\.? .*)$",
    re.IGNORECASE,
)


def find_topics(layout: Layout) -> tuple[Found, ...]:
    """Return the topics of a joint record."""
    spans = list(_enumerated(layout))
    if len(spans) < 3:
        headings = list(_headings(layout))
        spans = headings if len(headings) >= _HEADINGS_ENOUGH else [*spans, *_discussed(layout)]
    return _distinct(layout, spans)


def _distinct(layout: Layout, spans: list[tuple[int, int]]) -> tuple[Found, ...]:
    found: dict[str, Found] = {}
    for start, end in spans:
        start, end = _trim(layout.plain, start, end)
        words = layout.plain[start:end]
        if start >= end or _NO_TOPIC.match(words) or len(words.split()) > _TOO_LONG:
            continue
        found.setdefault(words.casefold(), layout.text.found(start, end))
    return tuple(found.values())[:_MOST]


def _enumerated(layout: Layout) -> Iterator[tuple[int, int]]:
    for start, end in _sentences(layout):
        sentence = shielded(layout.plain[start:end])
        match = _ENUMERATED.search(sentence)
        if match is None:
            continue
        for begin, stop in listed(sentence, match.end(), _reach(sentence, match.end())):
            yield start + begin, start + without_examples(sentence, begin, stop)


def _reach(sentence: str, start: int) -> int:
    telling = re.search(
        r",?\sand\s(?:also\s)?(?:agreed|identified|noted|decided|expressed|reaffirmed|committed)\b", sentence[start:]
    )
    return start + telling.start() if telling else len(sentence)


def _headings(layout: Layout) -> Iterator[tuple[int, int]]:
    body = False
    for block in layout.blocks:
        if block.part is Part.PROSE and len(layout.words(block).split()) > 25:
            body = True
        words = layout.words(block).strip()
        if re.match(r"(?:Annex|ANNEX|Appendix|Attachment)\b", words):
            return
        short = (
            block.part is Part.PROSE and len(words.split()) <= 8 and words[-1:] not in ".:;," and words[:1].isupper()
        )
        if (
            body
            and (block.part is Part.HEADING or short)
            and next(days_in(layout.plain, block.start, block.end), None) is None
        ):
            number = re.match(r"(?:[IVX]+|[A-Z]|\d+)[.)]\s+", words)
            yield block.start + (number.end() if number else 0), block.end


def _discussed(layout: Layout) -> Iterator[tuple[int, int]]:
    for start, end in _sentences(layout):
        sentence = shielded(layout.plain[start:end])
        for match in _DISCUSSED.finditer(sentence):
            stop = _STOP.search(sentence, match.end())
            limit = stop.start() if stop else len(sentence)
            following = _DISCUSSED.search(sentence, match.end())
            limit = min(limit, following.start()) if following else limit
            for begin, finish in listed(sentence, match.end(), limit):
                yield start + begin, start + without_examples(sentence, begin, finish)


def _sentences(layout: Layout) -> Iterator[tuple[int, int]]:
    for block in layout.blocks:
        if block.part in (Part.PROSE, Part.ITEM):
            yield from sentences(layout.plain, block.start, block.end)


def _trim(plain: str, start: int, end: int) -> tuple[int, int]:
    words = plain[start:end]
    filler = _FILLER.match(words)
    start += filler.end() if filler else 0
    return start, start + len(plain[start:end].rstrip(" .,;:\n"))


def first_lines(layout: Layout, blocks: list[Block]) -> list[tuple[int, int]]:
    """Return the offsets of the blocks' words without the mark at their end."""
    return [(block.start, block.start + len(layout.words(block).rstrip(" .,;:\n"))) for block in blocks]
