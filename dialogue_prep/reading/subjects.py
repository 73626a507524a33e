"""The matter that a phrase is about: “piracy” of “to continue to strengthen cooperation on piracy”."""

from __future__ import annotations

import re

from dialogue_prep.reading.english import VERBS, words
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
_FRAME = re.compile(
    r"(?:"
    + "|".join(_FRAME_NOUNS)
    + r")(?:\sand\s(?:"
    + "|".join(_FRAME_NOUNS)
    + r"))?\s(?:of|on|in|for|to|with|about|regarding|concerning|between|among|towards?|related\sto|"
    r"against|by|under)\b\s*",
    re.IGNORECASE,
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
    begin = _past_frame(plain, start, end)
    stop = _END.search(plain, begin + 1, end) if begin < end else None
    finish = stop.start() if stop else end
    words = list(_WORD.finditer(plain, begin, finish))
    if not words or (len(words) == 1 and _EMPTY.match(words[0].group())):
        return None
    finish = min(finish, words[min(len(words), _MOST_WORDS) - 1].end())
    last = plain[begin:finish].rstrip()
    trimmed = re.sub(r"\s(?:of|on|in|for|and|or|the|a|an|to|with|their|our|its)$", "", last)
    return (begin, begin + len(trimmed)) if len(trimmed) > 2 else None


def _past_frame(plain: str, start: int, end: int) -> int:
    """Return where the matter begins: past verbs, light words, and nouns such as “importance of”."""
    at = start
    while at < end:
        at += len(plain[at:end]) - len(plain[at:end].lstrip(" \n,"))
        frame = _FRAME.match(plain, at, end) or _LIGHT.match(plain, at, end)
        if frame is not None and frame.end() > at:
            at = frame.end()
            continue
        word = _WORD.match(plain, at, end)
        if word is None:
            return at
        verb = word.group().lower()
        ahead = plain[word.end() : end].lstrip()
        if (
            (word.group()[0].islower() or word.start() == start)
            and (verb in VERBS or base_of(verb))
            and ahead
            and not ahead.startswith((",", ".", ";", "of "))
        ):
            at = word.end()
            continue
        return at
    return at
