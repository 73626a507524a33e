"""Texts in capitals, as telegrams and old records are: their words as they would stand in ordinary letters."""

from __future__ import annotations

import re
from functools import cache

from dialogue_prep.reading import states
from dialogue_prep.reading.english import MONTHS, SERIES

_SENTENCE = re.compile(r"(?:(?<=[.!?:]\s)|(?<=\n)|^)[^\w\n]*\w")
_NAMED = re.compile(r"\b(?:" + "|".join((*MONTHS, *SERIES, "council", "treaty", "agreement")) + r")\b", re.IGNORECASE)
_MOSTLY = 0.8


@cache
def _capitals() -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(re.escape(state.capital.upper()) for state in states.all_states()) + r")\b")


def recast(plain: str) -> str:
    """Return a text of which most is capitals in small letters, as long as before; any other text as it is.

    Sentences, states, their capitals, months, and what a meeting or an instrument is called begin with a capital.
    """
    letters = sum(map(str.isalpha, plain))
    if not letters or sum(map(str.isupper, plain)) < _MOSTLY * letters:
        return plain
    small = [sign.lower() if len(sign.lower()) == 1 else sign for sign in plain]
    for pattern in (_SENTENCE, _NAMED):
        for match in pattern.finditer(plain):
            at = match.end() - 1 if pattern is _SENTENCE else match.start()
            small[at] = plain[at]
    named = [(mention.start, mention.end) for mention in states.mentions(plain)]
    named += [match.span() for match in _capitals().finditer(plain)]
    for start, end in named:
        for word in re.finditer(r"[^\W\d_]+", plain[start:end]):
            small[start + word.start()] = plain[start + word.start()]
    return "".join(small)
