"""Lays out the agenda of a round: usual items, standing topics by weight, breaks, commitments to follow up."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import time
from itertools import cycle, islice

from dialogue_prep.domain.agenda import Agenda, AgendaItem, AgendaItemCommitment, ItemKind
from dialogue_prep.domain.commitment import Commitment, CommitmentKind
from dialogue_prep.domain.dossier import Dossier
from dialogue_prep.domain.identity import AgendaId, AgendaItemId, Identified, SideId
from dialogue_prep.domain.text import Text
from dialogue_prep.domain.topic import Topic


@dataclass(frozen=True, slots=True, kw_only=True)
class UsualItem:
    """An item that every agenda has."""

    kind: ItemKind
    title: Text
    minutes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaLayout:
    """How agendas are laid out: what comes before the topics and after them, and how the time is shared out.

    A break comes once `break_after` minutes have passed since the last one, lunch not before `lunch_from`.
    """

    begins: time
    minutes_available: int
    before: tuple[UsualItem, ...]
    after: tuple[UsualItem, ...]
    pause: UsualItem
    break_after: int
    lunch: UsualItem
    lunch_from: time
    day_end: UsualItem
    least_minutes: int
    step_minutes: int
    own_weight: int


def laid_out(dossier: Dossier, layout: AgendaLayout, new_id: Callable[[], str]) -> tuple[Identified, ...]:
    """Return a first agenda for the round of a dossier: the agenda, its items and their commitments, in this order."""
    agenda = Agenda(
        id=AgendaId(new_id()),
        round_id=dossier.round.id,
        begins=layout.begins,
        minutes_available=layout.minutes_available,
    )
    items = _with_positions(_items(dossier, layout, agenda, new_id))
    return agenda, *items, *_followed_up(dossier, items, new_id)


def shared_out(minutes: int, weights: Sequence[int], least: int, step: int) -> list[int]:
    """Share minutes out by weight in whole steps, nobody below the least; what is left goes to the heaviest first.

    Weights are 1 or more, the least is so many whole steps. The shares exceed the minutes only where there is not even
    the least for everybody.
    """
    shares = [least] * len(weights)
    sharing, left = list(range(len(weights))), minutes
    while low := [place for place in sharing if left * weights[place] < least * sum(weights[p] for p in sharing)]:
        sharing, left = [place for place in sharing if place not in low], left - least * len(low)
    for place in sharing:
        shares[place] = left * weights[place] // sum(weights[p] for p in sharing) // step * step
    heaviest_first = sorted(range(len(weights)), key=lambda place: (-weights[place], place))
    steps_left = max(0, (minutes - sum(shares)) // step)
    for place in islice(cycle(heaviest_first), steps_left):
        shares[place] += step
    return shares


def _items(dossier: Dossier, layout: AgendaLayout, agenda: Agenda, new_id: Callable[[], str]) -> Iterator[AgendaItem]:
    """Yield the items in order, their positions still to be given."""

    def made(usual: UsualItem, speaks_first: SideId | None = None) -> AgendaItem:
        return AgendaItem(
            id=AgendaItemId(new_id()),
            agenda_id=agenda.id,
            position=0,
            kind=usual.kind,
            title=usual.title,
            minutes=usual.minutes,
            speaks_first_id=speaks_first,
        )

    def on_topic(topic: Topic, minutes: int, speaks_first: SideId) -> AgendaItem:
        item = made(UsualItem(kind=ItemKind.TOPIC, title=topic.title, minutes=minutes), speaks_first)
        return replace(item, topic_id=topic.id)

    host, guest = dossier.host, next(side for side in dossier.sides if side.id != dossier.round.host_id)
    clock = since_break = 0
    for usual in layout.before:
        yield made(usual, host.id if usual.kind is ItemKind.OPENING else None)
        clock += usual.minutes
    since_break, lunch_at = clock, _minutes(layout.lunch_from) - _minutes(layout.begins)
    lunched = False
    for place, (topic, minutes) in enumerate(_topics(dossier, layout)):
        if not lunched and clock >= lunch_at:
            yield made(layout.lunch)
            clock, since_break, lunched = clock + layout.lunch.minutes, 0, True
        elif since_break >= layout.break_after and (lunched or clock + layout.break_after // 2 < lunch_at):
            yield made(layout.pause)
            clock, since_break = clock + layout.pause.minutes, 0
        yield on_topic(topic, minutes, (host, guest)[place % 2].id)
        clock, since_break = clock + minutes, since_break + minutes
    for usual in layout.after:
        yield made(usual, host.id if usual.kind is ItemKind.CLOSING else None)


def _topics(dossier: Dossier, layout: AgendaLayout) -> Iterator[tuple[Topic, int]]:
    """Yield the standing topics and the minutes of each; the time of two breaks and lunch is kept back."""
    if not dossier.topics:
        return
    usual = sum(item.minutes for item in (*layout.before, *layout.after))
    minutes = layout.minutes_available - usual - layout.lunch.minutes - 2 * layout.pause.minutes
    followed_up = [commitment.topic_id for commitment in dossier.live_commitments]
    weights = [layout.own_weight + followed_up.count(topic.id) for topic in dossier.topics]
    shares = shared_out(max(minutes, 0), weights, layout.least_minutes, layout.step_minutes)
    yield from zip(dossier.topics, shares, strict=True)


def _followed_up(
    dossier: Dossier, items: Sequence[AgendaItem], new_id: Callable[[], str]
) -> Iterator[AgendaItemCommitment]:
    """Put every live commitment under the item of its topic, else under the one that takes what has none."""
    by_topic: dict[str | None, AgendaItem] = {item.topic_id: item for item in items if item.topic_id}
    by_kind = {item.kind: item for item in items}
    for commitment in dossier.live_commitments:
        item = by_topic.get(commitment.topic_id) or _without_topic(commitment, by_kind)
        if item is not None:
            yield AgendaItemCommitment(id=new_id(), agenda_item_id=item.id, commitment_id=commitment.id)


def _without_topic(commitment: Commitment, by_kind: Mapping[ItemKind, AgendaItem]) -> AgendaItem | None:
    scheduling = commitment.kind is CommitmentKind.SCHEDULING
    return (by_kind.get(ItemKind.NEXT_ROUND) if scheduling else None) or by_kind.get(ItemKind.FOLLOW_UP)


def _with_positions(items: Iterator[AgendaItem]) -> tuple[AgendaItem, ...]:
    return tuple(replace(item, position=place) for place, item in enumerate(items, start=1))


def _minutes(moment: time) -> int:
    return moment.hour * 60 + moment.minute
