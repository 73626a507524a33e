"""What the user can do with the agenda of a round."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from dialogue_prep.domain.agenda import Agenda, AgendaItem, AgendaItemCommitment, AgendaItemLead, ItemKind
from dialogue_prep.domain.dossier import Dossier
from dialogue_prep.domain.errors import UserError
from dialogue_prep.domain.identity import AgendaId, AgendaItemId, CommitmentId, EntityId, TopicId
from dialogue_prep.domain.planning import UsualItem
from dialogue_prep.domain.speaking import PointKind, SpeakingPoint
from dialogue_prep.domain.text import Text
from dialogue_prep.services.agenda_layout import agenda_layout
from dialogue_prep.services.paragraphs import put_paragraphs
from dialogue_prep.services.ties import put_ties
from dialogue_prep.services.workspace import Workspace
from dialogue_prep.store.work import Work


class Agendas:
    """Requests about agenda items, their order, their leads and what is said under them."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    def add(
        self,
        agenda_id: AgendaId,
        kind: ItemKind,
        title: Text,
        minutes: int,
        *,
        after: AgendaItem | None,
        topic_id: TopicId | None = None,
    ) -> AgendaItem:
        """Add an item behind another one, or at the beginning where there is none; one on a standing topic names it."""
        with self._workspace.request("Add an agenda item") as work:
            check_current(work, agenda_id)
            items = in_order(work, agenda_id)
            item = AgendaItem(
                id=AgendaItemId(self._workspace.new_id()),
                agenda_id=agenda_id,
                position=0,
                kind=kind,
                title=title,
                minutes=minutes,
                topic_id=topic_id,
            )
            place = next((at for at, other in enumerate(items, start=1) if after and other.id == after.id), 0)
            number(work, [*items[:place], item, *items[place:]])
            return work.get(AgendaItem, item.id)

    def move(self, item: AgendaItem, place: int, *, parked: bool = False) -> None:
        """Move an item to a place in the order, counted from 0 among those that are parked, or that are not."""
        with self._workspace.request("Move an agenda item") as work:
            check_current(work, item.agenda_id)
            others = [other for other in in_order(work, item.agenda_id) if other.id != item.id]
            among = [other for other in others if other.parked is parked]
            among.insert(max(0, min(place, len(among))), replace(work.get(AgendaItem, item.id), parked=parked))
            rest = [other for other in others if other.parked is not parked]
            number(work, [*rest, *among] if parked else [*among, *rest])

    def park(self, items: Iterable[AgendaItem]) -> None:
        """Keep items for later, at the end of the parking lot."""
        chosen = {item.id for item in items}
        with self._workspace.request("Park agenda items") as work:
            for agenda_id in {work.get(AgendaItem, id_).agenda_id for id_ in chosen}:
                check_current(work, agenda_id)
                ordered = in_order(work, agenda_id)
                kept = [item for item in ordered if item.id not in chosen]
                parked = [replace(item, parked=True) for item in ordered if item.id in chosen]
                number(work, [*kept, *parked])

    def lead(self, item: AgendaItem, added: Iterable[EntityId], dropped: Iterable[EntityId] = ()) -> None:
        """Say which entities lead on an item from now on, and which no longer do."""
        with self._workspace.request("Change the leads of an agenda item") as work:
            check_current(work, item.agenda_id)
            self._tie(work, item, AgendaItemLead, "entity_id", added, dropped)

    def follow_up(self, item: AgendaItem, added: Iterable[CommitmentId], dropped: Iterable[CommitmentId] = ()) -> None:
        """Say which commitments are followed up under an item from now on, and which no longer are.

        Each stands under one item of an agenda only.
        """
        wanted = tuple(added)
        with self._workspace.request("Change what is followed up under an agenda item") as work:
            check_current(work, item.agenda_id)
            for other in in_order(work, item.agenda_id):
                if other.id != item.id:
                    self._tie(work, other, AgendaItemCommitment, "commitment_id", (), wanted)
            self._tie(work, item, AgendaItemCommitment, "commitment_id", wanted, dropped)

    def say(
        self,
        item: AgendaItem,
        kind: PointKind,
        language: str,
        paragraphs: Iterable[str],
        *,
        seen: Sequence[str] | None = None,
        visit: str = "",
    ) -> None:
        """Put these paragraphs in the place of the speaking points of one kind in one language, in order.

        A point that is only moved or reworded keeps its identity, so that edits made in Word still find it. With
        `seen`, raise Conflict where somebody else has put other points there since these were read.
        """

        def made(position: int, words: Text) -> SpeakingPoint:
            return SpeakingPoint(
                id=self._workspace.new_id(), agenda_item_id=item.id, kind=kind, position=position, words=words
            )

        with self._workspace.request("Change speaking points", visit=visit) as work:
            present = [point for point in work.find(SpeakingPoint, agenda_item_id=item.id) if point.kind is kind]
            put_paragraphs(work, present, language, paragraphs, made, seen=seen, visit=visit)

    def _tie(
        self,
        work: Work,
        item: AgendaItem,
        kind: type[AgendaItemLead | AgendaItemCommitment],
        field: str,
        added: Iterable[str],
        dropped: Iterable[str],
    ) -> None:
        new_id, here = self._workspace.new_id, ("agenda_item_id", item.id)
        put_ties(work, kind, here, field, added=added, dropped=dropped, new_id=new_id)


def usual_items(dossier: Dossier) -> tuple[UsualItem, ...]:
    """Return the items that agendas usually have, in their order and worded for the round of a dossier."""
    layout = agenda_layout(dossier)
    return (*layout.before, layout.pause, layout.lunch, layout.day_end, *layout.after)


def check_current(work: Work, agenda_id: str) -> None:
    """Refuse to change a version of an agenda that another has followed: it is kept as it was."""
    agenda = work.get(Agenda, agenda_id)
    newest = max(one.version for one in work.find(Agenda, round_id=agenda.round_id))
    if agenda.version != newest:
        raise UserError("Version {number} is kept as it was; change the newest one.", number=agenda.version)


def in_order(work: Work, agenda_id: str) -> list[AgendaItem]:
    """Return the items of an agenda in their order."""
    return sorted(work.find(AgendaItem, agenda_id=agenda_id), key=lambda item: (item.position, item.id))


def number(work: Work, items: Iterable[AgendaItem]) -> None:
    """Store items with their places as positions."""
    for position, item in enumerate(items, start=1):
        work.put(replace(item, position=position))
