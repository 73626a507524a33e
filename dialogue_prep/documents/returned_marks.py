"""The marks of units in an edited copy: which one of several is trusted, and which are copies or strays."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from dialogue_prep.documents.merge import same_words
from dialogue_prep.documents.returned import ReturnedLine, Span, Via
from dialogue_prep.documents.snapshot import KeptUnit


class Marked(NamedTuple):
    """A piece of a unit in a line, by its mark."""

    key: str
    span: Span


class UnitMarks:
    """The marks in the lines of a file; `keys` are the units of the paper by their tag."""

    def __init__(self, lines: Sequence[ReturnedLine], keys: Mapping[str, str], kept: Mapping[str, KeptUnit]) -> None:
        self.by_line: dict[int, list[Marked]] = {}
        self.copies: dict[int, Marked] = {}
        self.strays: dict[int, Span] = {}
        self.found: dict[str, list[tuple[int, Span]]] = {}
        marks: dict[str, dict[Via, dict[int, list[tuple[int, Span]]]]] = {}
        for place, line in enumerate(lines):
            for span in line.spans:
                if (key := keys.get(span.tag)) is None:
                    self.strays.setdefault(place, span)
                else:
                    marks.setdefault(key, {}).setdefault(span.via, {}).setdefault(span.number, []).append((place, span))
        for key, by_via in marks.items():
            self._choose(key, by_via[Via.TAG] if Via.TAG in by_via else by_via[Via.BOOKMARK], lines, kept[key])
        for pieces in self.by_line.values():
            pieces.sort(key=lambda piece: (piece.span.start, piece.span.end))

    def _choose(
        self,
        key: str,
        marks: Mapping[int, Sequence[tuple[int, Span]]],
        lines: Sequence[ReturnedLine],
        kept: KeptUnit,
    ) -> None:
        """Take the mark around the words that were written, else the first; what bears another one is a copy."""

        def alike(pieces: Sequence[tuple[int, Span]]) -> bool:
            words = "\n".join(lines[place].text[span.start : span.end] for place, span in pieces)
            return same_words(words, kept.text or kept.prompt)

        first = next(iter(marks))
        chosen = first if len(marks) == 1 else next((n for n, pieces in marks.items() if alike(pieces)), first)
        pieces = [piece for piece in marks[chosen] if piece[1].end > piece[1].start] or list(marks[chosen][:1])
        self.found[key] = pieces
        for place, span in pieces:
            self.by_line.setdefault(place, []).append(Marked(key, span))
        for number, others in marks.items():
            if number != chosen:
                self.copies |= {place: Marked(key, span) for place, span in others if span.end > span.start}
