"""How well what somebody types fits the name of a command."""

from __future__ import annotations

import unicodedata

_BEGINS, _WITHIN, _SCATTERED = 0, 4, 9


def fit(name: str, typed: str) -> int | None:
    """Return how far a name is from what is typed, 0 for the best; None where it does not fit.

    Each typed word begins a word of the name, stands within it, or has its letters in it in this order. Case and
    accents count for nothing.
    """
    name = folded(name)
    distances = [_distance(name, word) for word in folded(typed).split()]
    return None if None in distances else sum(one for one in distances if one is not None)


def folded(words: str) -> str:
    """Return words without case and accents."""
    apart = unicodedata.normalize("NFKD", words.casefold())
    return "".join(character for character in apart if not unicodedata.combining(character))


def _distance(name: str, word: str) -> int | None:
    words = name.split()
    for place, one in enumerate(words):
        if one.startswith(word):
            return _BEGINS + min(place, 3)
    if word in name:
        return _WITHIN
    rest = iter(name)
    return _SCATTERED if all(letter in rest for letter in word) else None
