"""What each paragraph of a record is about, where it says so: the first thing that was discussed, welcomed or noted."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from dialogue_prep.reading.layout import BlockKind, Layout
from dialogue_prep.reading.sentences import sentences, shielded
from dialogue_prep.reading.subjects import matter_at, past_frame

# So many paragraphs, and so large a part of all, say what they are about where a record goes from matter to matter.
ENOUGH = 5
MOST_OF_THEM = 0.45

_SAID_OF = re.compile(
    r"\b(?:discussed|exchanged\s(?:\w+\s)?(?:views|information|assessments)\s(?:on|about|regarding)|explored|"
    r"reviewed|addressed|acknowledged|emphasi[sz]ed|underlined|underscored|welcomed|noted|highlighted|reaffirmed|"
    r"reiterated|affirmed|stressed|expressed|announced|witnessed|agreed\s(?:that|on)|recogni[sz]ed|supported|"
    r"identified|(?:held|had)\s(?:\w+\s){0,3}?(?:discussions|talks|consultations)\s(?:on|about|regarding))\s(?:that\s)?"
)
# “Ostrava's”, “both countries'”: whose it is says nothing of the matter.
_WHOSE = re.compile(
    r"(?:the\s)?(?:[A-Z][\w.-]*\s?){1,4}(?:['’]s|s['’])\s(?=[a-z])|"
    r"(?:both|the\stwo|two)\s(?:countries|sides|governments|leaders|nations)(?:['’]s?|s['’])?\s"
)
_SAYS_MORE = re.compile(
    r"\s(?:is|are|was|were|has|have|had|will|would|shall|should|could|can|may|provided?|served?|remains?|plays?|"
    r"which|that|who|based|for\s\d)\b|\s(?:as|so)\s"
)
_SECOND_MATTER = re.compile(
    r"\sand\s(?:of|in|on|to|for|its|their|our)\s|\sand\s\w+ed\s(?:the|that|its|their|to)\s|\s(?:in|of|for|on|between)\s(?:the|its|their|our|both)\s"
)
_SENTENCES = 2
_SHORTEST_PARAGRAPH = 10
_LONGEST_MATTER = 8
_WHOSE_OF_WHOSE = 6


def matters_by_paragraph(layout: Layout) -> Sequence[tuple[int, int]]:
    """Return the offsets of the matter of each paragraph that names one; none where too few paragraphs do."""
    blocks = [b for b in layout.blocks if b.kind in (BlockKind.PROSE, BlockKind.ITEM)]
    paragraphs = [(b.start, b.end) for b in blocks if len(layout.words(b).split()) >= _SHORTEST_PARAGRAPH]
    found = [matter for start, end in paragraphs for matter in _first(layout.plain, start, end)]
    return found if len(found) >= max(ENOUGH, MOST_OF_THEM * len(paragraphs)) else ()


def _first(plain: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield what the first of the opening sentences that was about something was about."""
    for number, (begin, stop) in enumerate(sentences(plain, start, end)):
        said = _SAID_OF.search(shielded(plain[begin:stop]))
        if number == _SENTENCES:
            return
        if said is not None:
            matter = _matter(plain, begin + said.end(), stop)
            if matter is not None:
                yield matter
            return


def _matter(plain: str, start: int, end: int) -> tuple[int, int] | None:
    begin = start
    for _nested in range(_WHOSE_OF_WHOSE):
        begin = past_frame(plain, start, end)
        whose = _WHOSE.match(plain, begin, end)
        if whose is None:
            break
        start = whose.end()
    more = _SAYS_MORE.search(plain, begin + 1, end)
    named = matter_at(plain, begin, more.start() if more else end)
    if named is None:
        return None
    first, last = named
    second = _SECOND_MATTER.search(plain, first, last)
    stop = second.start() if second else last
    return (first, stop) if len(plain[first:stop].split()) <= _LONGEST_MATTER else None
