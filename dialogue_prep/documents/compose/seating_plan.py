"""The seating plan: a picture of the table with both sides, who sits behind, and a card for each place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dialogue_prep.documents.compose.frame import ComposedPaper, framed
from dialogue_prep.documents.compose.request import PaperRequest
from dialogue_prep.documents.compose.shared_delegation import SharedDelegate, SharedDelegation
from dialogue_prep.documents.compose.shared_round import SharedRound, SharedSide
from dialogue_prep.documents.model import (
    Block,
    Cell,
    Document,
    Heading,
    ListItem,
    PageBreak,
    Paragraph,
    Role,
    Row,
    Run,
    Table,
    Tone,
    cell,
    paragraph,
)
from dialogue_prep.documents.wording import Phrases
from dialogue_prep.domain.delegation import DelegateRole
from dialogue_prep.domain.draft import Audience, PaperKind
from dialogue_prep.domain.seating import SeatedSide, SeatedTable, seated_table

_WIDTH, _NAME_WIDTH = 162.0, 26.0
# Beyond so many places side by side a name has no room in its cell.
_MOST_NAMED = 11
_DOOR = "\N{WHITE RECTANGLE}"

_Edge = tuple[SharedDelegation, SeatedSide[SharedDelegate]]


def compose_seating(
    shared: SharedRound, guests: SharedDelegation, hosts: SharedDelegation, request: PaperRequest
) -> Document:
    """Return the plan; nothing that is not in the first three arguments can stand in it."""
    phrases = Phrases(request.language)
    paper = ComposedPaper(
        kind=PaperKind.SEATING,
        audience=Audience.SHARED,
        title=phrases.say("Seating plan for the {ordinal} round", ordinal=phrases.ordinal(shared.ordinal)),
        blocks=tuple(_blocks(shared, guests, hosts, phrases)),
    )
    return framed(paper, shared, shared.marking.read(request.language), request, phrases)


def _blocks(
    shared: SharedRound, guests: SharedDelegation, hosts: SharedDelegation, phrases: Phrases
) -> Iterator[Block]:
    table = seated_table(guests.delegates, hosts.delegates, shared.seating)
    if not table.across.seats and not table.near.seats:
        yield paragraph(phrases.say("Nobody has been put on a delegation list yet."), Role.PROMPT)
        return
    across, near = (guests, hosts) if table.guests_across else (hosts, guests)
    edges = ((across, table.across), (near, table.near))
    yield _picture(edges, table, phrases)
    if _crowded(table):
        yield _who_faces_whom(edges, table, phrases)
    first, _second = shared.in_order(shared.home, shared.away)
    sides = edges if across.side == first else edges[::-1]
    for delegation, side in sides:
        yield from _behind(delegation, side, phrases)
    yield PageBreak()
    yield Heading((Run(phrases.say("Place cards")),), 1)
    yield _cards([(delegation, one) for delegation, side in sides for one in side.seats], phrases)


def _picture(edges: Sequence[_Edge], table: SeatedTable[SharedDelegate], phrases: Phrases) -> Table:
    columns = _columns(table)
    top, bottom = (
        _row(delegation.side, _spread(side, table), phrases, numbered=_crowded(table)) for delegation, side in edges
    )
    edge = (cell(""), *(cell("", Role.PICTURE_LABEL, Tone.DONE),) * columns)
    place, word = table.left + table.door, phrases.say("Door")
    # Where a name has no room in a cell, the word has none either: it stands before the row, and a sign in its place.
    before, there = (cell(word, Role.CELL_QUIET), _DOOR) if _crowded(table) else (cell(""), word)
    door = (cell(there if n == place else "", Role.PICTURE_LABEL) for n in range(columns))
    told = [
        phrases.say(
            "{side}, from left to right: {listed}.",
            side=delegation.side.name,
            listed=phrases.listed(one.name.read(phrases.language) for one in side.seats) or phrases.say("nobody yet"),
        )
        for delegation, side in edges
    ]
    _across, (near, _seated) = edges
    return Table(
        caption=phrases.say("Seating plan"),
        description=phrases.together((*told, phrases.say("The door is behind {side}.", side=near.side.name))),
        widths=(_NAME_WIDTH, *(round((_WIDTH - _NAME_WIDTH) / columns, 2),) * columns),
        rows=(top, edge, bottom, (before, *door)),
        together=True,
    )


def _who_faces_whom(edges: Sequence[_Edge], table: SeatedTable[SharedDelegate], phrases: Phrases) -> Table:
    """Return the names for the numbers of a picture that has no room for names."""
    across, near = (_spread(side, table) for _delegation, side in edges)
    return Table(
        caption=phrases.say("Who faces whom"),
        header=(cell(""), *(cell(d.side.name.read(phrases.language)) for d, _side in edges)),
        widths=(12, 75, 75),
        rows=tuple(
            (cell(str(place)), *(_seat(one, phrases) if one else cell("") for one in pair))
            for place, pair in enumerate(zip(across, near, strict=True), 1)
        ),
    )


def _columns(table: SeatedTable[SharedDelegate]) -> int:
    return table.left + 1 + table.right


def _crowded(table: SeatedTable[SharedDelegate]) -> bool:
    return _columns(table) > _MOST_NAMED


def _spread(side: SeatedSide[SharedDelegate], table: SeatedTable[SharedDelegate]) -> tuple[SharedDelegate | None, ...]:
    """Return who sits at an edge, with None where nobody does, so that the heads of both edges are in one column."""
    before = table.left - side.head
    return (*(None,) * before, *side.seats, *(None,) * (_columns(table) - before - len(side.seats)))


def _row(side: SharedSide, places: Sequence[SharedDelegate | None], phrases: Phrases, *, numbered: bool) -> Row:
    def shown(number: int, one: SharedDelegate | None) -> Cell:
        if one is None:
            return cell("", Role.PICTURE_LABEL)
        if numbered:
            return Cell((paragraph(str(number), Role.PICTURE_LABEL),), _tone(one))
        return _seat(one, phrases)

    name = cell(side.name.read(phrases.language), Role.CELL_QUIET)
    return (name, *(shown(number, one) for number, one in enumerate(places, 1)))


def _seat(delegate: SharedDelegate, phrases: Phrases) -> Cell:
    name = Run(delegate.name.read(phrases.language), strong=delegate.role is DelegateRole.HEAD)
    lines = [Paragraph((name,), Role.PICTURE_LABEL)]
    if delegate.role is DelegateRole.INTERPRETER:
        lines.append(paragraph(phrases.say("interpreter"), Role.PICTURE_LABEL))
    return Cell(tuple(lines), _tone(delegate))


def _tone(delegate: SharedDelegate) -> Tone:
    return Tone.GOOD if delegate.role is DelegateRole.HEAD else Tone.QUIET


def _behind(delegation: SharedDelegation, side: SeatedSide[SharedDelegate], phrases: Phrases) -> Iterator[Block]:
    if side.behind:
        yield Heading((Run(phrases.say("Behind the table: {side}", side=delegation.side.name)),), 2)
    for one in side.behind:
        yield ListItem((Run(one.name.read(phrases.language)),))


def _cards(places: Sequence[tuple[SharedDelegation, SharedDelegate]], phrases: Phrases) -> Table:
    cards = [_card(delegation, one, phrases) for delegation, one in places]
    if len(cards) % 2:
        cards.append(cell(""))
    rows = tuple((cards[place], cards[place + 1]) for place in range(0, len(cards), 2))
    return Table(caption=phrases.say("Place cards"), widths=(81, 81), rows=rows)


def _card(delegation: SharedDelegation, delegate: SharedDelegate, phrases: Phrases) -> Cell:
    name = phrases.addressed(delegate.form_of_address, delegate.name)
    return Cell(
        (
            paragraph((delegation.side.long_name or delegation.side.name).read(phrases.language), Role.CELL_QUIET),
            paragraph(name, Role.TITLE),
        )
    )
