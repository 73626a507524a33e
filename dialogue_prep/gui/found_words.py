"""Where the words that are searched for stand in a text, whatever their case and accents."""

from __future__ import annotations

import unicodedata

_BEFORE, _LENGTH = 32, 140


def found_ranges(text: str, words: str) -> list[tuple[int, int]]:
    """Return where searched words begin and end in a text, in order; a word is found where it begins one.

    Chinese words are found anywhere, as nothing parts them there.
    """
    folded, places = _folded(text)
    found = set()
    for word in _folded(words)[0].split():
        at = folded.find(word)
        while at >= 0:
            if at == 0 or not folded[at - 1].isalnum() or _wide(word[0]):
                found.add((places[at], places[at + len(word) - 1] + 1))
            at = folded.find(word, at + 1)
    return _joined(sorted(found))


def excerpt_around(text: str, words: str) -> str:
    """Return a piece of a text in which the first of the words is seen; the beginning where none is there."""
    text = " ".join(text.split())
    ranges = found_ranges(text, words)
    begin = max(0, ranges[0][0] - _BEFORE) if ranges and ranges[0][1] > _LENGTH else 0
    if begin:
        begin = text.find(" ", begin, ranges[0][0]) + 1 or begin
    piece = text[begin : begin + _LENGTH]
    return f"{'… ' if begin else ''}{piece}{' …' if begin + _LENGTH < len(text) else ''}"


def _folded(text: str) -> tuple[str, list[int]]:
    """Return a text without case and accents, and for each of its characters where it stands in the text."""
    characters, places = [], []
    for place, character in enumerate(text):
        for part in unicodedata.normalize("NFKD", character.casefold()):
            if not unicodedata.combining(part):
                characters.append(part)
                places.append(place)
    return "".join(characters), places


def _wide(character: str) -> bool:
    return unicodedata.east_asian_width(character) in "WF"


def _joined(ranges: list[tuple[int, int]]) -> list[tuple[int, int]]:
    joined: list[tuple[int, int]] = []
    for begin, end in ranges:
        if joined and begin <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((begin, end))
    return joined
