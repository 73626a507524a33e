"""Treaties, agreements and memoranda that a French text names, and the texts that it rests on."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dialogue_prep.domain.instrument import InstrumentKind
from dialogue_prep.reading.extract import Found, FoundInstrument
from dialogue_prep.reading.french.verbs import PARTICIPLE
from dialogue_prep.reading.layout import BlockKind, Layout

_KEY = r"(?:Traité|Accord|Convention|Protocole|Mémorandum\sd'(?:entente|accord)|Entente|Arrangement|Projet\spilote)"
# Only these go on with the title; a verb, a date or a place does not.
_STOP = (
    r"(?:en\s\d{4}|à\s|avant\b|d'ici|lors\b|qui\b|dont\b|a\s|ont\s|est\s|sont\s|sera|seront|devra|"
    r"doit|afin|en\svue|dans\b|par\b|se\s|"
    r"s'|ne\b|y\scompris|tout\b|ainsi\b|au\scours|signée?\b|dès\b|ce\squi|le\splus|constitue|reste|"
    r"demeure|entrera|entré|mis\s|conclue?\b|"
    r"il\b|elles?\b|ils\b|les\sdeux\sparties|pour\sle\s\d)"
)
# Without a capital, only what tells what the instrument is about makes a title of it.
_COMMON = (
    r"(?<!d'un\scommun\s)(?<!mises\sd')(?<!mis\sd')(?:traité|accord|convention|protocole\s"
    r"d'(?:entente|accord)|protocole|"
    r"mémorandum\sd'entente)(?=\s(?:d'|de\s(?!la\s|l')|sur\s(?:le\s|la\s|les\s|l')|relati\w+\s|en\s"
    r"matière\s|portant\s))"
)
_NAMED = re.compile(rf"\b(?P<title>(?:{_KEY}|{_COMMON})(?:\s(?!{_STOP})[\w’'-]+(?:'[\w-]+)?){{0,18}})")
_QUOTED = re.compile(rf"«\s?(?P<title>[^«»]{{0,40}}{_KEY}[^«»]{{5,240}}?)\s?»")
_TRAILING = re.compile(
    r"\s(?:de|du|des|la|le|les|l'|d'|et|sur|en|entre|pour|contre|à|au|aux|relatif|relative|concernant|"
    r"un|une|leur|leurs)$"
)
_ADDED = re.compile(r"\set\s(?:de\s|d'|à\s)?(?:[a-zà-ÿ]+(?:er|ir|re)\b).*$")
# What was done “par” somebody, behind a title; most nouns in “-ité” are none.
_DONE = re.compile(rf"\s(?!\w+ité\b){PARTICIPLE}$")
_KINDS = (
    (re.compile(r"mémorandum", re.IGNORECASE), InstrumentKind.MEMORANDUM),
    (re.compile(r"traité|convention|protocole", re.IGNORECASE), InstrumentKind.TREATY),
    (re.compile(r"accord|entente|arrangement", re.IGNORECASE), InstrumentKind.AGREEMENT),
)
_BASIS = re.compile(
    r"\b(?:[Rr]appelant|[Ss]ur\sla\sbase\s(?:de\s|du\s|des\s|d')|[Cc]onformément\s(?:à\s|au\s|aux\s)|"
    r"[Ee]n\sapplication\s(?:de\s|du\s|des\s)|"
    r"[Dd]ans\sle\sprolongement\s(?:de\s|du\s)|[Ff]aisant\ssuite\s(?:à\s|au\s)|[Aa]u\stitre\s(?:de\s|"
    r"du\s)|[Ss]'appuyant\ssur)\s?"
    r"(?P<words>[^;.:]{5,260}?)(?=,\s|[.;]|\s\(|$)"
)
_RECORD = re.compile(
    rf"{_KEY}|\b(?:communiqué|déclaration|feuille\sde\sroute|plan|charte|stratégie|relevé)\b", re.IGNORECASE
)
_ARTICLE = re.compile(r"(?:l'|le\s|la\s|les\s|leur\s|un\s|une\s)", re.IGNORECASE)
_FEWEST = 2


def find_instruments(layout: Layout) -> tuple[FoundInstrument, ...]:
    """Return the instruments that a source names, each once, where it is first named in full."""
    found: dict[str, FoundInstrument] = {}
    for start, end in _titles(layout):
        title = layout.text.said(start, end)
        if len(title.split()) >= _FEWEST:
            kind = next((kind for pattern, kind in _KINDS if pattern.search(title)), InstrumentKind.OTHER)
            found.setdefault(
                title.casefold(), FoundInstrument(title=title, kind=kind, span=layout.text.span(start, end))
            )
    return tuple(sorted(found.values(), key=lambda item: (item.span.paragraph, item.span.start)))


def _titles(layout: Layout) -> Iterator[tuple[int, int]]:
    for block in layout.blocks:
        if block.kind not in (BlockKind.PROSE, BlockKind.ITEM):
            continue
        quoted = [match.span("title") for match in _QUOTED.finditer(layout.plain, block.start, block.end)]
        yield from quoted
        for match in _NAMED.finditer(layout.plain, block.start, block.end):
            start = match.start("title")
            if any(begin <= start < stop for begin, stop in quoted):
                continue
            title = _ADDED.sub("", match["title"])
            if layout.plain.startswith(" par ", start + len(title)):
                title = _DONE.sub("", title)
            while (trailing := _TRAILING.search(title)) is not None:
                title = title[: trailing.start()]
            yield start, start + len(title)


def find_basis(layout: Layout) -> tuple[Found, ...]:
    """Return the documents on whose basis something was agreed or said."""
    found: dict[str, Found] = {}
    for block in layout.blocks:
        if block.kind not in (BlockKind.PROSE, BlockKind.ITEM):
            continue
        for match in _BASIS.finditer(layout.plain, block.start, block.end):
            if _RECORD.search(match["words"]):
                article = _ARTICLE.match(match["words"])
                start = match.start("words") + (article.end() if article else 0)
                found.setdefault(
                    layout.text.said(start, match.end("words")).casefold(), layout.text.found(start, match.end("words"))
                )
    return tuple(found.values())
