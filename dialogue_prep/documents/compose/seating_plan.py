"""The seating plan: a picture of the table with both sides, who sits behind, and a card for each place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dialogue_prep.documents.compose.frame import Paper, framed
from dialogue_prep.documents.compose.request import PaperRequest
from dialogue_prep.documents.compose.shared_delegation import SharedDelegate, SharedDelegation
from dialogue_prep.documents.compose.shared_round import SharedRound
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
from dialogue_prep.domain.seating import SeatedSide, seated_by_role

_WIDTH, _NAME_WIDTH = 162.0, 26.0


def compose_seating(
    shared: SharedRound, guests: SharedDelegation, hosts: SharedDelegation, request: PaperRequest
) -> Document:
    """Return the plan; nothing that is not in the first three arguments can stand in it.

    The hosts sit with the door behind them, so that the guests face it.
    """
    phrases = Phrases(request.language)
    paper = Paper(
        kind=PaperKind.SEATING,
        audience=Audience.SHARED,
        title=phrases.say("Seating plan for the {ordinal} round", ordinal=phrases.ordinal(shared.ordinal)),
        blocks=tuple(_blocks(shared, guests, hosts, phrases)),
    )
    return framed(paper, shared, shared.marking.read(request.language), request, phrases)


def _blocks(
    shared: SharedRound, guests: SharedDelegation, hosts: SharedDelegation, phrases: Phrases
) -> Iterator[Block]:
    across, near = seated_by_role(guests.delegates), seated_by_role(hosts.delegates)
    if not across.seats and not near.seats:
        yield paragraph(phrases.say("Nobody has been put on a delegation list yet."), Role.PROMPT)
        return
    yield _picture(guests, hosts, across, near, phrases)
    first, _second = shared.in_order(shared.home, shared.away)
    sides = ((guests, across), (hosts, near)) if guests.side == first else ((hosts, near), (guests, across))
    for delegation, side in sides:
        yield from _behind(delegation, side, phrases)
    yield PageBreak()
    yield Heading((Run(phrases.say("Place cards")),), 1)
    yield _cards([(delegation, one) for delegation, side in sides for one in side.seats], phrases)


def _picture(
    guests: SharedDelegation,
    hosts: SharedDelegation,
    across: SeatedSide[SharedDelegate],
    near: SeatedSide[SharedDelegate],
    phrases: Phrases,
) -> Table:
    # Who sits across the table has the right hand where we see the left.
    mirrored = tuple(reversed(across.seats))
    rows = ((guests, mirrored), (hosts, near.seats))
    left = max(_place_of_the_head(seats) for _side, seats in rows)
    right = max(len(seats) - _place_of_the_head(seats) for _side, seats in rows)
    top, bottom = (
        _row(delegation, seats, left - _place_of_the_head(seats), left + right, phrases) for delegation, seats in rows
    )
    edge = (cell(""), *(cell("", Role.PICTURE_LABEL, Tone.DONE),) * (left + right))
    door = (
        cell(""),
        *(cell(phrases.say("Door") if n == left else "", Role.PICTURE_LABEL) for n in range(left + right)),
    )
    told = [
        phrases.say(
            "{side}, from left to right: {listed}.",
            side=delegation.side.name,
            listed=phrases.listed(one.name.read(phrases.language) for one in seats) or phrases.say("nobody yet"),
        )
        for delegation, seats in rows
    ]
    return Table(
        caption=phrases.say("Seating plan"),
        description=phrases.together((*told, phrases.say("The door is behind the hosts."))),
        widths=(_NAME_WIDTH, *(round((_WIDTH - _NAME_WIDTH) / (left + right), 2),) * (left + right)),
        rows=(top, edge, bottom, door),
        together=True,
    )


def _place_of_the_head(seats: Sequence[SharedDelegate]) -> int:
    """Return where the head sits; the middle where there is none."""
    heads = (place for place, one in enumerate(seats) if one.role is DelegateRole.HEAD)
    return next(heads, len(seats) // 2)


def _row(
    delegation: SharedDelegation, seats: Sequence[SharedDelegate], before: int, columns: int, phrases: Phrases
) -> Row:
    empty = cell("", Role.PICTURE_LABEL)
    cells = tuple(_seat(one, phrases) for one in seats)
    name = cell(delegation.side.name.read(phrases.language), Role.CELL_QUIET)
    return (name, *(empty,) * before, *cells, *(empty,) * (columns - before - len(cells)))


def _seat(delegate: SharedDelegate, phrases: Phrases) -> Cell:
    name = Run(delegate.name.read(phrases.language), strong=delegate.role is DelegateRole.HEAD)
    lines = [Paragraph((name,), Role.PICTURE_LABEL)]
    if delegate.role is DelegateRole.INTERPRETER:
        lines.append(paragraph(phrases.say("interpreter"), Role.PICTURE_LABEL))
    tone = Tone.GOOD if delegate.role is DelegateRole.HEAD else Tone.QUIET
    return Cell(tuple(lines), tone)


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
