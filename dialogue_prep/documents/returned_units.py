"""Where the units of a line stand in an edited copy, with what was typed just outside their marks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from dialogue_prep.documents.alignment import mapped_extent
from dialogue_prep.documents.lists import parts_of
from dialogue_prep.documents.looks import Look, Marks, joined, read_marks, seen_in
from dialogue_prep.documents.merge import same_words
from dialogue_prep.documents.returned import ReturnedLine
from dialogue_prep.documents.snapshot import KeptLine, KeptUnit


class Extent(NamedTuple):
    """The characters of a line, from `start` up to `end`, that are the words of a unit."""

    key: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Laid:
    """The units of a line; it `fits` where nothing but their words is another than it was written."""

    extents: tuple[Extent, ...]
    fits: bool


def laid_by_marks(
    line: str,
    marked: Sequence[Extent],
    old: KeptLine | None,
    homes: Mapping[str, KeptLine],
    kept: Mapping[str, KeptUnit],
) -> Laid:
    """Return the units of a line by their marks; what was added beside them, as an editor lets it happen, is theirs.

    `old` is what the line was, if it was there; `homes` are the lines in which its units stood, by key.
    """
    if old is None or tuple(extent.key for extent in marked) != old.units:
        return _laid_together(line, marked, homes, kept)
    if len(marked) == 1 and marked[0].end - marked[0].start == len(line) and _shown(kept[marked[0].key]) == old.text:
        return Laid(tuple(marked), fits=True)
    expected = around_units(old, kept)
    edges = [0, *(edge for extent in marked for edge in (extent.start, extent.end)), len(line)]
    found = list(marked)
    fits = True
    for place, wanted in enumerate(expected):
        start, end = edges[2 * place], edges[2 * place + 1]
        there = line[start:end]
        if there == wanted or same_words(there, wanted):
            continue
        if place and there.endswith(wanted):
            found[place - 1] = found[place - 1]._replace(end=end - len(wanted))
        elif place < len(marked) and there.startswith(wanted):
            found[place] = found[place]._replace(start=start + len(wanted))
        else:
            fits = False
    return Laid(tuple(found), fits)


def laid_by_likeness(line: str, old: KeptLine, kept: Mapping[str, KeptUnit]) -> Laid:
    """Return the units of a line that bears no marks, from what the line was."""
    between = around_units(old, kept)
    found: list[Extent] = []
    at = 0
    for key, before in zip(old.units, between, strict=False):
        start = at + len(before)
        at = start + len(_shown(kept[key]))
        found.append(Extent(key, *_extent(line, old.text, start, at, between)))
    edges = [0, *(edge for extent in found for edge in (extent.start, extent.end)), len(line)]
    pieces = [line[edges[n] : edges[n + 1]] for n in range(0, len(edges), 2)]
    return Laid(tuple(found), all(same_words(*pair) for pair in zip(pieces, between, strict=True)))


def words_of(extent: Extent, line: ReturnedLine, kept: KeptUnit, *, prompt: str = "") -> tuple[str, Marks]:
    """Return the words of a unit and their look; a prompt that nobody has replaced is no words.

    `prompt` is what a control shows while nothing is typed in it; a program may have put its own in the place of ours.
    """
    said = line.text[extent.start : extent.end]
    if said == kept.text and not line.marks:
        return said, ()
    prompt = prompt or ("" if kept.text else kept.prompt)
    if prompt and same_words(said, prompt):
        return "", ()
    begins = extent.start
    if prompt and prompt in said:
        begins += len(prompt) * said.startswith(prompt)
        said = said.replace(prompt, "", 1)
    start = begins + len(said) - len(said.lstrip())
    words = said.strip()
    end = start + len(words)
    marks = (
        replace(mark, start=max(mark.start, start) - start, end=min(mark.end, end) - start)
        for mark in line.marks
        if mark.start < end and mark.end > start
    )
    return words, own_look(kept, words, marks=joined(marks))


def copy_words(line: str, start: int, end: int, home: str, kept: KeptUnit) -> str:
    """Return the words of a copy of a unit, from `start` up to `end`, with what was typed beside it.

    What stands beside the unit in the line that is its `home` is not typed.
    """
    shown = _shown(kept)
    at = max(home.find(shown), 0)
    first = start if same_words(line[:start], home[:at]) else 0
    last = end if same_words(line[end:], home[at + len(shown) :]) else len(line)
    return line[first:last]


def own_look(kept: KeptUnit, words: str, *, marks: Marks | None = None) -> Marks:
    """Return how words look beyond what the paper itself has; without `marks`, as they were written."""
    if marks == ():
        return ()
    written = read_marks(kept.marks)
    bold = any(mark.look is Look.BOLD and mark.start == 0 and mark.end >= len(kept.text) for mark in written)
    seen = seen_in(written if marks is None else marks, words)
    return tuple(mark for mark in seen if not (bold and mark.look is Look.BOLD))


def _laid_together(
    line: str, marked: Sequence[Extent], homes: Mapping[str, KeptLine], kept: Mapping[str, KeptUnit]
) -> Laid:
    """Return the units of a line put together of several, or cut off one; what their lines say was not typed."""
    if any(extent.key not in homes for extent in marked):
        return Laid(tuple(marked), fits=True)
    around = [around_units(homes[extent.key], kept) for extent in marked]
    leads = [pieces[homes[one.key].units.index(one.key)] for one, pieces in zip(marked, around, strict=True)]
    said = {piece.strip() for pieces in around for piece in pieces} - {""}
    found = list(marked)
    for place in range(len(marked) + 1):
        start = marked[place - 1].end if place else 0
        end = marked[place].start if place < len(marked) else len(line)
        there = line[start:end]
        if not _is_typed(there, said):
            continue
        lead = leads[place] if place < len(marked) else ""
        if place:
            found[place - 1] = found[place - 1]._replace(end=end - len(lead) * there.endswith(lead))
        else:
            found[0] = found[0]._replace(start=len(lead) * there.startswith(lead))
    return Laid(tuple(found), fits=True)


def _is_typed(words: str, said: Iterable[str]) -> bool:
    """Say whether there is more in words than what the paper itself said."""
    for piece in sorted(said, key=len, reverse=True):
        words = words.replace(piece, "", 1)
    return any(map(str.isalnum, words))


def _extent(line: str, old: str, start: int, end: int, between: Sequence[str]) -> tuple[int, int]:
    if len(between) == 2 and line.startswith(between[0]) and line[len(between[0]) :].endswith(between[1]):
        return len(between[0]), len(line) - len(between[1])
    return mapped_extent(old, line, start, end)


def around_units(old: KeptLine, kept: Mapping[str, KeptUnit]) -> list[str]:
    """Return what stood before the first unit of a line, between any two, and after the last."""
    pieces: list[str] = []
    at = 0
    for key in old.units:
        shown = _shown(kept[key])
        if not shown and len(old.units) == 1:
            shown = old.text  # a prompt of which nothing more is known
        elif shown not in old.text:
            shown = next((part for part in parts_of(shown) if part and old.text.endswith(part)), shown)
        begins = max(old.text.find(shown, at), at)
        pieces.append(old.text[at:begins])
        at = begins + len(shown)
    return [*pieces, old.text[at:]]


def _shown(kept: KeptUnit) -> str:
    return kept.text or kept.prompt
