"""Treaties, agreements and memoranda that a text names, and the texts that it rests on."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dialogue_prep.domain.instrument import InstrumentKind
from dialogue_prep.reading import states
from dialogue_prep.reading.extract import Found, FoundInstrument
from dialogue_prep.reading.layout import BlockKind, Layout

_KEY = (
    r"(?:Treaty|Treaties|Agreement|Memorandum\sof\s(?:Understanding|Cooperation)|MOU|MoU|Convention|Protocol|"
    r"Arrangement|Pilot\sProject)"
)
# Nothing of a word is given back, and a name begins where a word does: a run of letters without end costs no more.
_CAPITAL = r"[A-Z0-9][\w'’&+/-]*+(?:\.\w[\w-]*+)*+"
_SMALL = (
    r"(?:of|and|on|for|the|in|to|with|between|concerning|regarding|against|relating\sto|under|as|"
    r"at(?=\s(?:Sea|Work)\b))"
)
_TAIL = rf"(?:\s(?:{_SMALL}\s){{0,2}}{_CAPITAL})*"
_NAMED = re.compile(
    rf"(?<!\w)(?P<before>(?:{_CAPITAL}\s(?:(?:of|and|on|for)\s(?:the\s)?"
    rf"(?={_CAPITAL}))?){{0,9}}?)(?P<key>\b{_KEY})(?P<after>{_TAIL})"
)
_QUOTED = re.compile(r"[“\"](?P<title>[^“”\"]{8,300}?)[,.]?[”\"]")
_PLAIN = re.compile(
    r"\b(?:an?|the|any|their)\s(?P<title>(?:(?!and|or|of|on|the|that|this|future|any)[a-z-]+\s){1,3}(?:treaty|"
    r"memorandum of understanding|convention)|"
    r"(?:agreement|treaty|memorandum of understanding)\son\s[a-z-]+"
    r"(?:\s(?!(?:by|at|to|before|after|during|within|until|as|no|which|that|is|are|was|will|shall|should)\b|in\s\d)"
    r"[a-z-]+){0,3})(?=[\s,.;])"
)
_KINDS = (
    (re.compile(r"\bmemorand|\bmou\b", re.IGNORECASE), InstrumentKind.MEMORANDUM),
    (re.compile(r"\btreat(?:y|ies)\b|\bconvention\b|\bprotocol\b", re.IGNORECASE), InstrumentKind.TREATY),
    (re.compile(r"\bagreement\b|\barrangement\b", re.IGNORECASE), InstrumentKind.AGREEMENT),
)
_BASIS = re.compile(
    r"(?:\bon\sthe\sbasis\sof|\b[Bb]uilding\s(?:up)?on|\b[Rr]ecalling|\bpursuant\sto|\bin\saccordance\swith|"
    r"\b[Ii]n\sline\swith|\b[Ff]urther\sto|\b[Ii]n\simplementation\sof|"
    r"\b[Uu]nderpinned\sby|\b[Gg]uided\sby|\bas\sagreed\s(?:in|under))\s+(?P<words>(?:the\s|a\s|an\s|our\s|"
    r"their\s)?[^;.:]{5,260}?)(?=,\s(?:to|the|and\s|which|both|as|we|participants|ministers)|[.;]|\s\(|$)"
)
_RECORD = re.compile(
    rf"\b{_KEY}\b|\b(?:Communiqu[eé]|Declaration|Statement|Charter|Strategy|Framework|Accord|Joint|Resolution|"
    rf"Plan|Law)\b"
)
_ARTICLE = re.compile(r"^(?:the|a|an|our|their|its|any)\s+", re.IGNORECASE)
_NO_TITLE = re.compile(rf"^(?:{_KEY}|Treaties|The\s{_KEY}|This\s{_KEY})$")


def find_instruments(layout: Layout) -> tuple[FoundInstrument, ...]:
    """Return the instruments that a source names, each once, where it is first named in full."""
    found: dict[str, FoundInstrument] = {}
    for block in layout.blocks:
        if block.kind not in (BlockKind.PROSE, BlockKind.ITEM):
            continue
        for named in _titles(layout, block.start, block.end):
            start, end = _without_article(layout, *named)
            title = layout.text.said(start, end)
            if _NO_TITLE.match(title) or len(title) < 6:
                continue
            instrument = FoundInstrument(title=title, kind=_kind(title), span=layout.text.span(start, end))
            found.setdefault(title.casefold(), instrument)
    return tuple(sorted(found.values(), key=lambda item: (item.span.paragraph, item.span.start)))


def find_basis(layout: Layout) -> tuple[Found, ...]:
    """Return the documents on whose basis something was agreed or said."""
    found: dict[str, Found] = {}
    for block in layout.blocks:
        if block.kind not in (BlockKind.PROSE, BlockKind.ITEM):
            continue
        for match in _BASIS.finditer(layout.plain, block.start, block.end):
            if _RECORD.search(match["words"]):
                start, end = _without_article(layout, match.start("words"), match.end("words"))
                found.setdefault(layout.text.said(start, end).casefold(), layout.text.found(start, end))
    return tuple(found.values())


def _titles(layout: Layout, start: int, end: int) -> Iterator[tuple[int, int]]:
    quoted = [
        match.span("title")
        for match in _QUOTED.finditer(layout.plain, start, end)
        if re.search(rf"\b{_KEY}\b", match["title"]) and match["title"][:1].isupper()
    ]
    yield from quoted
    for match in _NAMED.finditer(layout.plain, start, end):
        if any(begin <= match.start() < stop or begin < match.end() <= stop for begin, stop in quoted):
            continue
        yield from _named(layout.plain, match)
    for match in _PLAIN.finditer(layout.plain, start, end):
        if not any(begin <= match.start() < stop for begin, stop in quoted):
            yield match.span("title")


def _named(plain: str, match: re.Match[str]) -> Iterator[tuple[int, int]]:
    begin, stop = match.span()
    between = re.compile(rf"\s(?:between|on)\s(?:the\s)?(?={_CAPITAL})")
    if not match["after"] and not match["before"].strip():
        later = between.match(plain, stop)
        if later is None:
            return
    words = plain[begin:stop]
    # A state before the word is an adjective of the instrument (“Canada-China Agreement”); alone it tells nothing.
    bare = words
    for mention in states.mentions(words):
        bare = bare.replace(words[mention.start : mention.end], " ")
    if re.fullmatch(rf"[\W]*(?:Bilateral\s)?{_KEY}[\W]*", bare.strip()) and not match["after"]:
        return
    yield begin, stop


def _without_article(layout: Layout, start: int, end: int) -> tuple[int, int]:
    start, end = layout.text.trimmed(start, end)
    article = _ARTICLE.match(layout.plain[start:end])
    return start + (article.end() if article else 0), end


def _kind(title: str) -> InstrumentKind:
    return next((kind for pattern, kind in _KINDS if pattern.search(title)), InstrumentKind.OTHER)
