"""How the staff made words look, as marks over the words of a unit: bold, italic, underlined, raised, linked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import pairwise

from dialogue_prep.documents.canonical import unit_hash
from dialogue_prep.documents.model import Block, Document, Inline, Run, Unit, rewritten
from dialogue_prep.domain.dossier import Dossier
from dialogue_prep.domain.returned import UnitLook


class Look(StrEnum):
    """What a mark says of its words."""

    BOLD = "bold"
    ITALIC = "italic"
    UNDERLINE = "underline"
    SUPERSCRIPT = "superscript"
    LINK = "link"


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """A look of the characters from `start` up to `end`, which is not among them; `target` is where a link leads."""

    start: int
    end: int
    look: Look
    target: str = ""


Marks = tuple[Mark, ...]


def marks_of(runs: Iterable[Run]) -> Marks:
    """Return the look of runs; what goes on from one run to the next is one mark."""
    found: list[Mark] = []
    at = 0
    for run in runs:
        end = at + len(run.text)
        found += (Mark(at, end, look, target) for look, target in _looks(run)) if run.text else ()
        at = end
    return joined(found)


def joined(marks: Iterable[Mark]) -> Marks:
    """Return marks in order, with those that touch made one."""
    if not (marks := tuple(marks)):
        return ()
    ordered = sorted(marks, key=lambda mark: (mark.look, mark.target, mark.start))
    found: list[Mark] = []
    for mark in ordered:
        last = found[-1] if found else None
        if last and (last.look, last.target) == (mark.look, mark.target) and last.end >= mark.start:
            found[-1] = replace(last, end=max(last.end, mark.end))
        else:
            found.append(mark)
    return tuple(sorted(found))


def written_marks(marks: Iterable[Mark]) -> str:
    """Return marks as lines of first character, last, what it is, and for a link its address, apart by tabs."""
    parts = ((str(mark.start), str(mark.end - 1), mark.look, mark.target) for mark in marks)
    return "\n".join("\t".join(part for part in line if part) for line in parts)


def read_marks(written: str) -> Marks:
    """Return marks as they were written; lines that nobody can read are left out."""
    return tuple(mark for line in written.splitlines() for mark in _read(line))


def seen_in(marks: Iterable[Mark], words: str) -> Marks:
    """Return the marks that can be seen: Chinese is never slanted, and what goes round blanks is no look."""
    found: list[Mark] = []
    for mark in marks:
        if mark.look is not Look.ITALIC or words.isascii():
            found += [mark] if words[mark.start : mark.end].strip() else []
            continue
        start = mark.start
        for at in range(mark.start, min(mark.end, len(words)) + 1):
            unseen = at == min(mark.end, len(words)) or (mark.look is Look.ITALIC and _is_chinese(words[at]))
            if unseen:
                found += [replace(mark, start=start, end=at)] if words[start:at].strip() else []
                start = at + 1
    return joined(_trimmed(mark, words) for mark in found)


def with_marks(runs: Sequence[Run], marks: Iterable[Mark]) -> tuple[Run, ...]:
    """Return runs that look as the marks say, beside what they look like already."""
    marks = tuple(marks)
    edges = sorted({edge for mark in marks for edge in (mark.start, mark.end)})
    found: list[Run] = []
    at = 0
    for run in runs:
        end = at + len(run.text)
        cuts = [at, *(edge for edge in edges if at < edge < end), end]
        for start, stop in pairwise(cuts):
            if start < stop:
                look = {mark.look: mark for mark in marks if mark.start <= start and stop <= mark.end}
                found.append(_looking(replace(run, text=run.text[start - at : stop - at]), look))
        at = end
    return tuple(found)


def with_looks(document: Document, dossier: Dossier) -> Document:
    """Return a document whose units look as the staff made them look, as long as they still have the same words."""
    looks = {(look.unit, look.language): look for look in dossier.unit_looks}
    if not looks:
        return document

    def change(inline: Inline) -> Iterable[Inline]:
        if isinstance(inline, Unit) and (look := looks.get((inline.key.place, inline.key.language))):
            yield _with_look(inline, look)
        else:
            yield inline

    blocks: tuple[Block, ...] = tuple(rewritten(block, change) for block in document.blocks)
    return replace(document, blocks=blocks)


def _with_look(unit: Unit, look: UnitLook) -> Unit:
    if unit_hash(unit) != look.words_hash:
        return unit
    return replace(unit, runs=with_marks(unit.runs, read_marks(look.marks)))


def _looks(run: Run) -> Iterator[tuple[Look, str]]:
    for look, there in (
        (Look.BOLD, run.strong),
        (Look.ITALIC, run.emphasis),
        (Look.UNDERLINE, run.underline),
        (Look.SUPERSCRIPT, run.superscript),
    ):
        if there:
            yield look, ""
    if run.link:
        yield Look.LINK, run.link


def _looking(run: Run, look: dict[Look, Mark]) -> Run:
    return replace(
        run,
        strong=run.strong or Look.BOLD in look,
        emphasis=run.emphasis or Look.ITALIC in look,
        underline=run.underline or Look.UNDERLINE in look,
        superscript=run.superscript or Look.SUPERSCRIPT in look,
        link=look[Look.LINK].target if Look.LINK in look else run.link,
    )


def _read(line: str) -> Iterator[Mark]:
    parts = line.split("\t")
    if len(parts) >= 3 and parts[0].isdecimal() and parts[1].isdecimal() and parts[2] in set(Look):
        yield Mark(int(parts[0]), int(parts[1]) + 1, Look(parts[2]), parts[3] if len(parts) > 3 else "")


def _trimmed(mark: Mark, words: str) -> Mark:
    said = words[mark.start : mark.end]
    start = mark.start + len(said) - len(said.lstrip())
    return replace(mark, start=start, end=start + len(said.strip()))


def _is_chinese(character: str) -> bool:
    return "\u2e80" <= character <= "\ua4cf" or "\uf900" <= character <= "\ufaff" or "\uff00" <= character <= "\uffef"
