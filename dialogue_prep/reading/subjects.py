"""The matter that a phrase is about: “piracy” of “to continue to strengthen cooperation on piracy”."""

from __future__ import annotations

import re

from dialogue_prep.reading.english import PARTY_NOUNS, VERBS, words
from dialogue_prep.reading.verbs import base_of

_FRAME_NOUNS = words("""
    ability access advancement agreement aim approach approaches aspects assistance benefit benefits challenge
    challenges collaboration commitment commitments completion conclusion consultation consultations contribution
    cooperation co-operation coordination decision desire development developments dialogue discussion discussions
    effort efforts engagement enhancement establishment exchange exchanges expansion field fields goal goals impact
    implementation importance improvement initiatives intention interest issue issues matter matters means measures
    methodologies mutual need needs number opportunities opportunity partnership policy process progress proposal
    proposals question questions range renewal report review role scope set signing situation state status steps
    strength support talks threat threats tools topic topics understanding update use value views vision ways
    willingness work resolve rate application significance purpose response responses resilience security
    announcement readiness determination concern concerns progress joint launch area areas
    """)
# Nouns that lead to a matter as those above do, but can be part of a phrase that names one.
_LEADING_NOUNS = (
    *_FRAME_NOUNS,
    *words("""
    acceptance appreciation centrality circumstances commencement contribution event events gratitude links maintenance
    negotiations peace prospects provision renewal signing stability ties trends
    """),
)
_LIGHT = re.compile(
    r"(?:the|a|an|our|their|its|his|her|both|all|any|such|these|this|those|also|and|further|jointly|closely|"
    r"together|actively|more|most|less|"
    r"recent|current|key|various|new|shared|common|mutual|bilateral|joint|continued|continuing|ongoing|enhanced|"
    r"increased|strengthened|important|significant|"
    r"specific|possible|potential|additional|good|strong|steadfast|close|closer|growing|necessary|existing|"
    r"respective|successful|excellent|positive|considerable|"
    r"constructive|fruitful|regular|practical|concrete|vital|critical|\w+ly|not|to|on|in|of|for|with|about|"
    r"regarding|concerning|towards?|against|at|by|from|into|how|what|"
    r"each|other|others|two|three|four|five|full|future|next|first|ambitious|comprehensive|appropriate|relevant|"
    r"effective|greater|better)\b\s*",
    re.IGNORECASE,
)
_LEADING = "|".join(sorted(set(_LEADING_NOUNS), key=len, reverse=True))
# “Enhanced cooperation on”, “the progress made on”, “peace and stability across”.
_FRAME = re.compile(
    r"(?:(?:new|enhanced|greater|closer|further|continued|continuing|increased|strengthened|shared|joint|mutual|"
    r"bilateral|close|strong|important|significant|ongoing|recent|current)\s)?"
    rf"(?:{_LEADING})(?:\s(?:and|or)\s(?:{_LEADING}))?\s(?:(?:made|achieved|facing|shaping|placed|taken)\s)?"
    r"(?P<with>of|on|in|for|to|with|about|regarding|concerning|between|among|towards?|related\sto|"
    r"against|by|under|across|throughout)\b\s*",
    re.IGNORECASE,
)
_DETERMINER = re.compile(
    r"(?:the|a|an|our|their|its|his|her|both|all|any|such|these|this|those|each|other)\b\s*", re.IGNORECASE
)
_PREPOSITION = re.compile(
    r"(?:of|on|in|for|with|about|regarding|concerning|between|among|towards?|against|by|under|across)\s*$",
    re.IGNORECASE,
)
# “Joint Fisheries Commission”: a light word that is part of a name.
_NAME_BEGINS = re.compile(r"(?!The\b)[A-Z]\w+\s(?=[A-Z])")
_OBJECT_FOLLOWS = re.compile(r"(?:the|a|an|our|their|its)\s")
# Words that name no matter, not even together.
_NAMES_NOTHING = frozenset(
    (
        *_LEADING_NOUNS,
        *PARTY_NOUNS,
        *words("""
        allies articles communities countries delegations friends leaders mechanism mechanisms ministers nations
        officials outcomes participants partners partnerships people peoples region services sides technologies world
        """),
    )
)
_END = re.compile(
    r"[,;:]|\((?![A-Z][\w&]{1,7}\))|(?<!\b[A-Z])\.|\s(?:in\sorder|so\sthat|that|which|who|where|when|while|including|"
    r"such\sas|by|through|during|after|"
    r"before|between|within|without|under|set\sforth|"
    r"with\s(?:the|a|an)|as\swell|from|at\sthe|to\s(?:\w+)|following|into|using|throughout|across|is|are|was|were|"
    r"has|have|had|will|would|should|could|can|may)\b"
)
_WORD = re.compile(r"[\w'’-]+")
_EMPTY = re.compile(
    r"(?:it|them|they|this|these|issues?|matters?|topics?|accomplishments|views|ways|participants|ministers|both|"
    r"progress|dialogue|cooperation|meeting|us|each|other|next|that|contact|way|touch)$",
    re.IGNORECASE,
)
_MOST_WORDS = 11


_FRAME_WORDS = frozenset(_FRAME_NOUNS)


def is_frame_word(word: str) -> bool:
    """Say whether a word says nothing of the matter by itself: “importance”, “efforts”, “recent”."""
    return word in _FRAME_WORDS or _LIGHT.fullmatch(word) is not None


def subject_matter(plain: str, start: int, end: int) -> tuple[int, int] | None:
    """Return the offsets of the matter in a phrase, or None where nothing is left of it."""
    return matter_at(plain, past_frame(plain, start, end), end)


def matter_at(plain: str, begin: int, end: int) -> tuple[int, int] | None:
    """Return the offsets of the matter that begins here, or None where the words say nothing of any."""
    stop = _END.search(plain, begin + 1, end) if begin < end else None
    finish = stop.start() if stop else end
    found = list(_WORD.finditer(plain, begin, finish))
    if _says_nothing([word.group() for word in found]):
        return None
    finish = min(finish, found[min(len(found), _MOST_WORDS) - 1].end())
    last = plain[begin:finish].rstrip()
    trimmed = re.sub(r"\s(?:of|on|in|for|and|or|the|a|an|to|with|their|our|its)$", "", last)
    return (begin, begin + len(trimmed)) if len(trimmed) > 2 else None


def past_frame(plain: str, start: int, end: int) -> int:
    """Return where the matter begins: past verbs, light words, and nouns such as “importance of”.

    After a preposition it has begun but for its article: “critical and emerging” belongs to “technologies” then.
    """
    at, begun = start, False
    while at < end:
        at += len(plain[at:end]) - len(plain[at:end].lstrip(" \n,"))
        if (frame := _FRAME.match(plain, at, end)) is not None:
            at, begun = frame.end(), frame["with"].lower() != "to"
            continue
        light = (_DETERMINER if begun else _LIGHT).match(plain, at, end)
        if light is not None and light.end() > at and not _NAME_BEGINS.match(plain, at, end):
            at, begun = light.end(), begun or _PREPOSITION.match(light.group()) is not None
            continue
        word = _WORD.match(plain, at, end)
        if word is None or not _leads_on(word, plain[word.end() : end].lstrip(), begun=begun, first=at == start):
            return at
        at = word.end()
    return at


def _leads_on(word: re.Match[str], ahead: str, *, begun: bool, first: bool) -> bool:
    """Say whether a word is a verb whose object follows."""
    said = word.group()
    if not ahead or ahead.startswith((",", ".", ";", "of ")) or not (said[0].islower() or first):
        return False
    if begun and not (said.endswith("ing") and _OBJECT_FOLLOWS.match(ahead)):
        return False
    return said.lower() in VERBS or base_of(said.lower()) is not None


def _says_nothing(said: list[str]) -> bool:
    telling = [word.lower() for word in said if not _LIGHT.fullmatch(word) and word.lower() not in ("and", "or")]
    return all(word in _NAMES_NOTHING for word in telling) or (len(said) == 1 and _EMPTY.match(said[0]) is not None)
