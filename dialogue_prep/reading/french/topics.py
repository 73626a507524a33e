"""What a meeting discussed, by a French source: what it lists, else its headings, else “s'agissant de ...”."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from dialogue_prep.reading.extract import Found, FoundCommitment
from dialogue_prep.reading.french.days import days_in
from dialogue_prep.reading.french.enumeration import listed
from dialogue_prep.reading.layout import Layout
from dialogue_prep.reading.sentences import shielded
from dialogue_prep.reading.table_cells import headings_below_title
from dialogue_prep.reading.told import told

_DISCUSSED = re.compile(
    r"\b(?:échanges?(?:\s(?:de\svues|d'informations))?(?:\s[a-zà-ÿ]+){0,3}?\s(?:sur|concernant|au\s"
    r"sujet\s(?:de|du|des)|à\spropos\s(?:de|du|des))|"
    r"échangé\s(?:leurs\svues\s|des\svues\s|des\sinformations\s)?(?:sur|concernant)|discuté\s(?:de|d'|"
    r"du|des)|entretenus?\s(?:de|d'|du|des)|"
    r"discussions\s(?:ont\s)?(?:porté\ssur|sur)|travaux\sont\sporté\ssur|porté\s(?:principalement\s|notamment\s)?sur|"
    r"(?:examiné|évoqué|abordé|passé\sen\srevue|traité)(?:\sde|\sdes)?|fait\sle\spoint\s(?:sur|de|des|du))"
    r"(?:\s(?:les\s(?:sujets|thèmes|questions|points|domaines)\ssuivants\s?:))?\s"
)
_REACH = re.compile(
    r"\set\s(?:(?:se\s|s')?[a-zà-ÿ]+(?:é|i|u)e?s?\s(?:de\s|d'|du\s|la\s|le\s|les\s|l'|que\s|qu'|à\s|"
    r"leur))|,?\s(?:et\s)?(?:ont|se\ssont|sont|elles|ils|en\svue|afin|dans\sle\scadre|lors\sde|au\s"
    r"cours|ce\squi|qui)\b|\.\s|$"
)
# What tells when, how or why is no matter of its own.
_NO_MATTER = re.compile(
    r"(?:en|depuis|lors|dans|au\scours|avec|par|afin|pour|ainsi|notamment|y\scompris|sans|après|avant)\b"
)
_ON_TOPIC = re.compile(
    r"(?:S'agissant\s(?:de\s|d'|du\s|des\s)|En\sce\squi\sconcerne\s|Concernant\s|Au\ssujet\s(?:de\s|"
    r"du\s|des\s)|En\smatière\s(?:de\s|d')|"
    r"Dans\sle\sdomaine\s(?:de\s|d'|du\s|des\s)|Quant\s(?:à|au|aux)\s|À\spropos\s(?:de\s|du\s|des\s)|"
    r"Sur\s)(?P<what>[^,;:.]{4,90}),\s"
)
_NO_HEADING = re.compile(
    r"(?:prochaine?s?\b|suite\sdes\stravaux|suites\b|introduction|conclusions?|préambule|annexe|"
    r"participants|ouverture|clôture|divers|"
    r"autres\squestions|délégation|remerciements|communiqué|déclaration|relevé|fait\sà|résultats|"
    r"dispositions\sfinales|quatrième|cinquième)",
    re.IGNORECASE,
)
_MOST = 18
_MOST_WORDS = 16
_ENOUGH = 3


def find_topics(layout: Layout, _commitments: Sequence[FoundCommitment], _people: frozenset[str]) -> tuple[Found, ...]:
    """Return the topics of a record: three matters or more that it lists, else its headings, else what it turns to."""
    together = list(_listed_together(layout))
    headings = list(_headings(layout))
    turned = [*_on_topic(layout), *_discussed(layout)]
    spans = together or (headings if len(headings) > 1 else []) or sorted(turned)
    found: dict[str, Found] = {}
    for start, end in spans:
        found.setdefault(layout.plain[start:end].casefold(), layout.text.found(start, end))
    return tuple(found.values())[:_MOST]


def _listed_together(layout: Layout) -> Iterator[tuple[int, int]]:
    for start, end in islice(told(layout), 12):
        parts = _matters(layout, start, end)
        if len(parts) >= _ENOUGH:
            yield from parts
            return


def _matters(layout: Layout, start: int, end: int) -> list[tuple[int, int]]:
    sentence = shielded(layout.plain[start:end])
    match = _DISCUSSED.search(sentence)
    if match is None:
        return []
    reach = _REACH.search(sentence, match.end())
    parts = listed(sentence, match.end(), reach.start() if reach else len(sentence))
    named = [sentence[slice(*part)] for part in parts]
    if any(len(words.split()) > _MOST_WORDS or _NO_MATTER.match(words) for words in named):
        return []
    return [(start + begin, start + stop) for begin, stop in parts]


def _headings(layout: Layout) -> Iterator[tuple[int, int]]:
    for block in headings_below_title(layout):
        words = layout.words(block).strip()
        dated = next(days_in(layout.plain, block.start, block.end), None) is not None
        if words and not dated and not _NO_HEADING.match(words):
            yield layout.text.trimmed(block.start, block.end)


def _on_topic(layout: Layout) -> Iterator[tuple[int, int]]:
    for start, end in told(layout):
        if match := _ON_TOPIC.match(layout.plain, start, end):
            yield match.span("what")


def _discussed(layout: Layout) -> Iterator[tuple[int, int]]:
    for start, end in told(layout):
        yield from _matters(layout, start, end)
