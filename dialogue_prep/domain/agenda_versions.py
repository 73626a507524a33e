"""Versions of an agenda: how far one can go, how earlier ones are kept beside it, what is taken over by another round.

The version that is worked on keeps its identity and that of its items, so that edited papers still find them. What it
was before is kept as a copy of its own, whose items are named after those they were.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from dialogue_prep.domain.agenda import (
    Agenda,
    AgendaItem,
    AgendaItemCommitment,
    AgendaItemLead,
    AgendaState,
    ItemKind,
    Slot,
    timetable,
)
from dialogue_prep.domain.errors import UserError
from dialogue_prep.domain.identity import AgendaId, AgendaItemId, CommitmentId, EntityId, Identified
from dialogue_prep.domain.text import Text

_MARK = "~"
_ORDER = tuple(AgendaState)
# What only the round taken over to may have: it is not parked where the other agenda knows nothing of it.
_MAY_BE_PARKED = (ItemKind.TOPIC, ItemKind.BREAK, ItemKind.GUIDANCE)


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaVersion:
    """One version of an agenda with its items, and by item the entities that lead and the commitments under it."""

    agenda: Agenda
    items: tuple[AgendaItem, ...]
    leads: Mapping[str, tuple[EntityId, ...]] = field(default_factory=dict)
    commitments: Mapping[str, tuple[CommitmentId, ...]] = field(default_factory=dict)

    @property
    def slots(self) -> tuple[Slot, ...]:
        """The items that are not parked, with their numbers and times."""
        return timetable(self.agenda, self.items)


def next_states(state: AgendaState) -> tuple[AgendaState, ...]:
    """Return what a version can become: anything further on; only what was adopted can be amended."""
    further = _ORDER[_ORDER.index(state) + 1 :]
    return tuple(s for s in further if s is not AgendaState.AMENDED or state is AgendaState.ADOPTED)


def stepped(agenda: Agenda, state: AgendaState) -> Agenda:
    """Return a version that came further; raise UserError for a step that does not follow."""
    if state not in next_states(agenda.state):
        text = "An agenda that is {present} cannot become {wanted}; begin a new version."
        raise UserError(text, field="state", present=agenda.state.value, wanted=state.value)
    return replace(agenda, state=state)


def origin(id_: str) -> str:
    """Return what an item was called while its version was worked on: the same in all versions of an agenda."""
    return id_.partition(_MARK)[0]


def kept_copy(version: AgendaVersion, new_id: Callable[[], str]) -> tuple[Identified, ...]:
    """Return a version as it is kept beside the next one: agenda, items, leads and commitments, in this order."""
    number = version.agenda.version
    agenda = replace(version.agenda, id=AgendaId(f"{version.agenda.id}{_MARK}{number}"))
    named = {item.id: AgendaItemId(f"{item.id}{_MARK}{number}") for item in version.items}
    items = [replace(item, id=named[item.id], agenda_id=agenda.id) for item in version.items]
    leads = [
        AgendaItemLead(id=new_id(), agenda_item_id=named[item.id], entity_id=entity_id)
        for item in version.items
        for entity_id in version.leads.get(item.id, ())
    ]
    commitments = [
        AgendaItemCommitment(id=new_id(), agenda_item_id=named[item.id], commitment_id=commitment_id)
        for item in version.items
        for commitment_id in version.commitments.get(item.id, ())
    ]
    return agenda, *items, *leads, *commitments


def begun(agenda: Agenda) -> Agenda:
    """Return the agenda as its next version, to be worked on."""
    return replace(agenda, version=agenda.version + 1, state=AgendaState.DRAFT)


def taken_over(
    earlier: AgendaVersion, present: AgendaVersion, titles: Mapping[Text, Text], new_id: Callable[[], str]
) -> tuple[Identified, ...]:
    """Return what the agenda of another round becomes when it takes an earlier one over: agenda, items, new leads.

    Order, titles, minutes and leads come from the earlier one; `titles` says what titles of its round are called in
    the other. Items on the same topic, or of the same kind, stay the same items with all that was written for them.
    A topic or a break that the earlier one does not have is parked; whatever else it does not have stays in its place.
    """
    waiting: defaultdict[tuple[ItemKind, str | None], deque[AgendaItem]] = defaultdict(deque)
    for item in _ordered(present.items):
        waiting[item.kind, item.topic_id].append(item)
    found: list[tuple[AgendaItem, AgendaItem]] = []
    for source in _ordered(earlier.items):
        same = waiting[source.kind, source.topic_id]
        kept = same.popleft() if same else _anew(source, present.agenda, new_id)
        title = titles.get(source.title, source.title)
        found.append((source, replace(kept, title=title, minutes=source.minutes, parked=source.parked)))
    left: set[str] = {item.id for items in waiting.values() for item in items}
    items = _with_left([item for _source, item in found], present.items, left)
    agenda = replace(present.agenda, begins=earlier.agenda.begins, minutes_available=earlier.agenda.minutes_available)
    leads = [
        AgendaItemLead(id=new_id(), agenda_item_id=item.id, entity_id=entity_id)
        for source, item in found
        if not present.leads.get(item.id)
        for entity_id in earlier.leads.get(source.id, ())
    ]
    return agenda, *(replace(item, position=place) for place, item in enumerate(items, start=1)), *leads


def _anew(source: AgendaItem, agenda: Agenda, new_id: Callable[[], str]) -> AgendaItem:
    """Return an item as another round begins with it: what was wanted of it, and who spoke first, was of its round."""
    return AgendaItem(
        id=AgendaItemId(new_id()),
        agenda_id=agenda.id,
        position=source.position,
        kind=source.kind,
        title=source.title,
        minutes=source.minutes,
        topic_id=source.topic_id,
    )


def _with_left(items: list[AgendaItem], present: Sequence[AgendaItem], left: set[str]) -> list[AgendaItem]:
    """Return items with those that only the present agenda has: parked, or behind the item that they stood behind."""
    before: AgendaItem | None = None
    for item in _ordered(present):
        if item.id in left:
            if item.kind in _MAY_BE_PARKED:
                items.append(replace(item, parked=True))
                continue
            places = [place for place, one in enumerate(items, start=1) if before and one.id == before.id]
            items.insert(places[0] if places else 0, item)
        before = item
    return items


def _ordered(items: Iterable[AgendaItem]) -> list[AgendaItem]:
    return sorted(items, key=lambda item: (item.position, item.id))
