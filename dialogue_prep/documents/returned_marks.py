"""The marks of units in an edited copy: which one of several is trusted, and which are copies or strays."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

from dialogue_prep.documents.merge import plain, same_words
from dialogue_prep.documents.returned import ReturnedLine, UnitSpan, Via
from dialogue_prep.documents.returned_units import around_units
from dialogue_prep.documents.snapshot import KeptLine, KeptUnit


class Marked(NamedTuple):
    """A piece of a unit in a line, by its mark."""

    key: str
    span: UnitSpan


def leads_of(lines: Iterable[KeptLine], kept: Mapping[str, KeptUnit]) -> frozenset[str]:
    """Return, plainly, what a paper itself says before the first unit of a line."""
    return frozenset(plain(around_units(line, kept)[0]) for line in lines if line.units)


def stray_words(line: str, start: int, leads: Collection[str]) -> str:
    """Return the words of a unit of another paper with what was typed beside it; a lead or a number is not typed."""
    before = plain(line[:start])
    return line[start:] if before in leads or not any(map(str.isalpha, before)) else line


class UnitMarks:
    """The marks in the lines of a file; `keys` are the units of the paper by their tag."""

    def __init__(self, lines: Sequence[ReturnedLine], keys: Mapping[str, str], kept: Mapping[str, KeptUnit]) -> None:
        self.copies: dict[int, Marked] = {}
        self.strays: dict[int, UnitSpan] = {}
        found, by_line = defaultdict[str, list[tuple[int, UnitSpan]]](list), defaultdict[int, list[Marked]](list)
        for place, line in enumerate(lines):
            for span in line.spans:
                if (key := keys.get(span.tag)) is None:
                    self.strays.setdefault(place, span)
                else:
                    found[key].append((place, span))
        for key, spans in found.items():
            if len(spans) > 1:
                spans[:] = self._chosen(key, spans, lines, kept[key])
            for place, span in spans:
                by_line[place].append(Marked(key, span))
        for pieces in by_line.values():
            if len(pieces) > 1:
                pieces.sort(key=lambda piece: (piece.span.start, piece.span.end))
        self.found: Mapping[str, Sequence[tuple[int, UnitSpan]]] = dict(found)
        self.by_line: Mapping[int, Sequence[Marked]] = dict(by_line)

    def of_others(self, place: int) -> bool:
        """Say whether a line bears a mark that is a copy of another, or one of another paper."""
        return place in self.copies or place in self.strays

    def _chosen(
        self, key: str, spans: Sequence[tuple[int, UnitSpan]], lines: Sequence[ReturnedLine], kept: KeptUnit
    ) -> list[tuple[int, UnitSpan]]:
        """Return the mark around the words that were written, else the first; what bears another one is a copy."""
        tagged = [piece for piece in spans if piece[1].via is Via.TAG]
        marks: dict[int, list[tuple[int, UnitSpan]]] = {}
        for place, span in tagged or spans:
            marks.setdefault(span.number, []).append((place, span))

        def alike(pieces: Sequence[tuple[int, UnitSpan]]) -> bool:
            words = "\n".join(lines[place].text[span.start : span.end] for place, span in pieces)
            return same_words(words, kept.text or kept.prompt)

        # Of words that were moved with tracked changes an empty mark stays where they stood.
        filled = (number for number, pieces in marks.items() if any(span.end > span.start for _place, span in pieces))
        first = next(filled, next(iter(marks)))
        chosen = first if len(marks) == 1 else next((n for n, pieces in marks.items() if alike(pieces)), first)
        for number, others in marks.items():
            if number != chosen:
                self.copies |= {place: Marked(key, span) for place, span in others if span.end > span.start}
        return [piece for piece in marks[chosen] if piece[1].end > piece[1].start] or marks[chosen][:1]
