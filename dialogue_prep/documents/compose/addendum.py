"""An addendum: what a late change replaces in a paper that is out already, so that nobody has to read it all again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from dialogue_prep.documents.compose.frame import GAP, ComposedPaper, framed
from dialogue_prep.documents.compose.request import PaperRequest
from dialogue_prep.documents.compose.shared_round import SharedRound
from dialogue_prep.documents.model import Document, Role, Row, Table, cell, paragraph
from dialogue_prep.documents.snapshot import KeptLine, Snapshot, lines_of, read_snapshot, snapshot
from dialogue_prep.documents.wording import Phrases
from dialogue_prep.domain.draft import Audience, PaperKind
from dialogue_prep.domain.errors import UserError

_WIDTHS = (34, 64, 64)
_WIDTHS_WITHOUT_PLACE = (81, 81)


@dataclass(frozen=True, slots=True)
class Replaced:
    """One line of a paper that is another now: `where` is the heading it stands under; empty words: it is not there."""

    where: str
    was: str
    now: str


def compose_addendum(
    number: int, kind: PaperKind, audience: Audience, base: Snapshot, now: Document, shared: SharedRound
) -> Document:
    """Return the addendum with this number to a paper: what it said (`base`) against what it says `now`.

    Both are of one audience, so that nothing stands in it that the paper could not say. Raises UserError where they
    say the same.
    """
    if not (changes := replaced(base, now)):
        raise UserError("Nothing has changed in this paper since it was last written, so there is nothing to add.")
    phrases = Phrases(now.language)
    title = phrases.say(
        "Addendum {number} to paper {round}/{paper}, version {version}",
        number=number,
        round=shared.ordinal,
        paper=kind.number,
        version=now.version,
    )
    about = phrases.say(
        "This addendum changes the paper “{title}”. What it does not name stands as it was.", title=now.title
    )
    heads = (phrases.say("Where"), phrases.say("Before"), phrases.say("Now"))
    shown = slice(None if any(change.where for change in changes) else 1, None)
    table = Table(
        caption=phrases.say("What is replaced"),
        widths=_WIDTHS if shown.start is None else _WIDTHS_WITHOUT_PLACE,
        header=tuple(cell(head, Role.COLUMN_HEAD) for head in heads[shown]),
        rows=tuple(_row(change, phrases)[shown] for change in changes),
    )
    paper = ComposedPaper(
        kind=kind,
        audience=audience,
        title=title,
        blocks=(paragraph(about), table),
        short_title=phrases.say("Addendum {number}", number=number),
    )
    request = PaperRequest(language=now.language, written_on=now.written_on, version=now.version)
    document = framed(paper, shared, now.marking, request, phrases)
    return replace(document, key=f"{now.key}/addendum-{number}", colophon=now.colophon)


def replaced(base: Snapshot, now: Document) -> tuple[Replaced, ...]:
    """Return every line that is another, new or gone; of a base without lines, every unit."""
    before, after = _comparable(base, now)
    old, new = ([" ".join(line.text.split()) for line in lines] for lines in (before, after))
    return tuple(
        Replaced(where, was, now_)
        for change, first, last, start, end in SequenceMatcher(a=old, b=new, autojunk=False).get_opcodes()
        if change != "equal"
        for where, was, now_ in _pairs(before, after, range(first, last), range(start, end))
        if was or now_
    )


def _comparable(base: Snapshot, now: Document) -> tuple[Sequence[KeptLine], Sequence[KeptLine]]:
    if base.lines:
        return _with_whole_rows(base.lines), _with_whole_rows(lines_of(now))
    present = read_snapshot(snapshot(now))
    kept = (base.units, present.units if present else ())
    before, after = ([KeptLine(unit.text, unit.unit_class, -1) for unit in units] for units in kept)
    return before, after


def _with_whole_rows(lines: Iterable[KeptLine]) -> list[KeptLine]:
    """Return the lines with each row of a table as one: a cell alone says nothing."""
    found: list[KeptLine] = []
    for line in lines:
        if found and line.row >= 0 and (found[-1].block, found[-1].row) == (line.block, line.row):
            found[-1] = replace(found[-1], text=GAP.join(part for part in (found[-1].text, line.text) if part))
        else:
            found.append(line)
    return found


def _pairs(
    before: Sequence[KeptLine], after: Sequence[KeptLine], old: range, new: range
) -> Iterator[tuple[str, str, str]]:
    """Yield where a line stands with its old and its new words; lines of one stretch are paired in their order."""
    both = min(len(old), len(new))
    for was, now in zip(old[:both], new[:both], strict=True):
        yield _where(after, now), before[was].text, after[now].text
    yield from ((_where(before, was), before[was].text, "") for was in old[both:])
    yield from ((_where(after, now), "", after[now].text) for now in new[both:])


def _where(lines: Sequence[KeptLine], place: int) -> str:
    """Return the heading above a line, nothing where it stands at the top of the paper."""
    return next((one.text for one in reversed(lines[:place]) if one.role.startswith("heading")), "")


def _row(change: Replaced, phrases: Phrases) -> Row:
    return (
        cell(change.where, Role.CELL_QUIET),
        cell(change.was or phrases.say("(new)"), Role.CELL if change.was else Role.CELL_QUIET),
        cell(change.now or phrases.say("(left out)"), Role.CELL if change.now else Role.CELL_QUIET),
    )
