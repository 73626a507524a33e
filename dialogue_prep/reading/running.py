"""The running text of a source: its paragraphs in one string, in which every offset can be told as a span."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from string import ascii_letters, digits

from dialogue_prep.domain.source import Span
from dialogue_prep.reading.extract import Found

# One character for one, so that offsets in the plain text are offsets in the running text.
_PLAIN = str.maketrans(
    {"’": "'", "‘": "'", "´": "'", "ʼ": "'", "‐": "-", "‑": "-", "−": "-", "\u00a0": " ", "\t": " "}
    # Figures and Latin letters as wide as Chinese signs.
    | {chr(0xFEE0 + ord(sign)): sign for sign in digits + ascii_letters},
)


@dataclass(frozen=True, slots=True)
class RunningText:
    """`words` are the paragraphs, one newline between them; `plain` is as long, with plain apostrophes and hyphens."""

    paragraphs: tuple[str, ...]
    words: str
    plain: str
    starts: tuple[int, ...]

    @classmethod
    def of(cls, paragraphs: Sequence[str]) -> RunningText:
        words = "\n".join(paragraphs)
        starts, position = [], 0
        for paragraph in paragraphs:
            starts.append(position)
            position += len(paragraph) + 1
        return cls(tuple(paragraphs), words, words.translate(_PLAIN), tuple(starts))

    def paragraph_at(self, offset: int) -> int:
        """Return the number, from 1, of the paragraph in which an offset lies."""
        return bisect_right(self.starts, offset)

    def span(self, start: int, end: int) -> Span:
        """Return the span between two offsets of the running text."""
        paragraph = self.paragraph_at(start)
        first = self.starts[paragraph - 1]
        return Span(paragraph, start - first, end - first)

    def trimmed(self, start: int, end: int) -> tuple[int, int]:
        """Return the offsets without the white space at either end."""
        part = self.words[start:end]
        return start + len(part) - len(part.lstrip()), end - (len(part) - len(part.rstrip()))

    def said(self, start: int, end: int) -> str:
        """Return the words between two offsets with white space collapsed."""
        return " ".join(self.words[start:end].split())

    def found(self, start: int, end: int) -> Found:
        """Return the words between two offsets and their place, without white space at either end."""
        start, end = self.trimmed(start, end)
        return Found(self.said(start, end), self.span(start, end))
