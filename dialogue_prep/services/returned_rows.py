"""Puts changes of the rows of an agenda into the agenda."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from dialogue_prep.domain.agenda import Agenda, AgendaItem, AgendaItemLead, ItemKind
from dialogue_prep.domain.dialogue import Entity
from dialogue_prep.domain.errors import NotFound
from dialogue_prep.domain.identity import AgendaId, AgendaItemId
from dialogue_prep.domain.text import worded
from dialogue_prep.services.agendas import in_order, number
from dialogue_prep.services.returned_agenda import AgendaChange, RowDeed
from dialogue_prep.store.work import Work


def put_row(work: Work, agenda_id: AgendaId, change: AgendaChange, new_id: Callable[[], str]) -> None:
    """Carry out one change within a request; an item that is left out is parked, not lost."""
    match change.deed:
        case RowDeed.MOVED:
            _order(work, agenda_id, change.order)
        case RowDeed.ADDED:
            _add(work, agenda_id, change, new_id)
        case RowDeed.LEFT_OUT:
            work.put(replace(work.get(AgendaItem, change.item_id), parked=True))
        case RowDeed.BEGINS:
            work.put(replace(work.get(Agenda, agenda_id), begins=change.begins))
        case RowDeed.MINUTES:
            work.put(replace(work.get(AgendaItem, change.item_id), minutes=change.minutes))
        case RowDeed.LEADS:
            _lead(work, change.item_id, change, new_id)


def _order(work: Work, agenda_id: AgendaId, order: tuple[str, ...]) -> None:
    """Put the items of the copy in its order; those that it does not know stay where they are."""
    items = in_order(work, agenda_id)
    named: dict[str, AgendaItem] = {item.id: item for item in items}
    coming = iter([named[id_] for id_ in order if id_ in named])
    number(work, [next(coming) if item.id in order else item for item in items])


def _add(work: Work, agenda_id: AgendaId, change: AgendaChange, new_id: Callable[[], str]) -> None:
    items = in_order(work, agenda_id)
    ids: list[str] = [item.id for item in items]
    place = ids.index(change.item_id) + 1 if change.item_id in ids else 0
    item = AgendaItem(
        id=AgendaItemId(new_id()),
        agenda_id=agenda_id,
        position=0,
        kind=ItemKind.TOPIC,
        title=worded(change.draft.language, change.title),
        minutes=change.minutes,
    )
    number(work, [*items[:place], item, *items[place:]])
    _lead(work, item.id, change, new_id)


def _lead(work: Work, item_id: str, change: AgendaChange, new_id: Callable[[], str]) -> None:
    """Have the entities named lead on an item for their sides; those of the other side stay."""
    if work.look_up(AgendaItem, item_id) is None:
        raise NotFound("This agenda item is no longer there.")
    for side_id, entities in change.entities:
        own = {entity.id for entity in work.find(Entity, side_id=side_id)}
        for lead in work.find(AgendaItemLead, agenda_item_id=item_id):
            if lead.entity_id in own and lead.entity_id not in entities:
                work.remove(lead)
        led = {lead.entity_id for lead in work.find(AgendaItemLead, agenda_item_id=item_id)}
        for entity_id in entities:
            if entity_id not in led:
                work.put(AgendaItemLead(id=new_id(), agenda_item_id=AgendaItemId(item_id), entity_id=entity_id))
