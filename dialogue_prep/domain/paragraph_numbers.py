"""By which number a paragraph of a source is cited: by its own, where the source numbers its paragraphs itself."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

# “4.”, “4)”, “(4)”, “4、”; but not “4.1” and not “4.5 million”.
_NUMBER = re.compile(r"\s*(?:(\d{1,3})[.)．、）](?!\d)|[(（](\d{1,3})[)）])")
BEGINNING = 8
"""So many characters of a paragraph are enough to tell its number."""
_FEWEST = 3


@dataclass(frozen=True, slots=True)
class ParagraphNumbers:
    """The numbers of the paragraphs of one source, in order; none where it does not number them itself."""

    own: tuple[int, ...] = ()

    def of(self, paragraph: int) -> int:
        """Return by which number the paragraph at a place, counted from 1, is cited."""
        return self.own[paragraph - 1] if 0 < paragraph <= len(self.own) else paragraph


def paragraph_numbers(paragraphs: Iterable[tuple[str, int]]) -> ParagraphNumbers:
    """Return how the paragraphs of a source are numbered, from the beginning and the length of each.

    It numbers them itself where numbers run from 1 on and most of its words stand in such paragraphs: a list of a few
    items does not make a numbered text. What bears no number belongs to the one before it; what stands above the first
    is cited as that.
    """
    own: list[int] = []
    reached = numbered = length_of_all = 0
    for beginning, length in paragraphs:
        if _number(beginning) == reached + 1:
            reached += 1
            numbered += length
        own.append(max(reached, 1))
        length_of_all += length
    return ParagraphNumbers(tuple(own) if reached >= _FEWEST and 2 * numbered > length_of_all else ())


def numbers_of_words(paragraphs: Iterable[str]) -> ParagraphNumbers:
    """Return how paragraphs are numbered whose words are at hand."""
    return paragraph_numbers((words[:BEGINNING], len(words)) for words in paragraphs)


def _number(beginning: str) -> int:
    found = _NUMBER.match(beginning)
    return int(found[1] or found[2]) if found else 0
