"""The language of a text, as far as the program needs to tell: English, French or Chinese."""

from __future__ import annotations

import re

from dialogue_prep.reading.english import words

_CHINESE = re.compile(r"[\u4e00-\u9fff]")
_LETTER = re.compile(r"[^\W\d_]")
_WORD = re.compile(r"[^\W\d_]+")
_ENGLISH = frozenset(words("the of and to in that is was for on with by will have has an both"))
_FRENCH = frozenset(words("le la les des du et à dans que est une pour sur par avec ont aux deux au cette"))


def language_of(text: str) -> str:
    """Return `en`, `fr` or `zh-Hans`; `und` for a text in which too little tells."""
    letters = len(_LETTER.findall(text))
    if letters and len(_CHINESE.findall(text)) > letters * 0.3:
        return "zh-Hans"
    words = [word.casefold() for word in _WORD.findall(text)]
    english, french = sum(word in _ENGLISH for word in words), sum(word in _FRENCH for word in words)
    if not english and not french:
        return "und"
    return "en" if english >= french else "fr"
