"""What differs between two versions of an agenda: which items came, went, moved or changed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from dialogue_prep.domain.agenda import AgendaItem, Slot
from dialogue_prep.domain.agenda_versions import AgendaVersion, origin


class ItemPart(StrEnum):
    """What of an item differs."""

    TITLE = "title"
    MINUTES = "minutes"
    LEADS = "leads"
    COMMITMENTS = "commitments"


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemDifference:
    """One item in two versions: where it stood and stands, what differs. `before` or `after` is None where it is not.

    `parked` tells that it went to the parking lot, `moved` that it changed its place among those in both versions.
    """

    before: Slot | None
    after: Slot | None
    moved: bool = False
    parked: bool = False
    parts: tuple[ItemPart, ...] = ()

    @property
    def same(self) -> bool:
        """Whether nothing of the item differs but its hour."""
        return self.before is not None and self.after is not None and not self.moved and not self.parts

    @property
    def slot(self) -> Slot:
        """The item where it stands now, or stood last."""
        slot = self.after or self.before
        assert slot is not None
        return slot


def agenda_difference(before: AgendaVersion, after: AgendaVersion) -> tuple[ItemDifference, ...]:
    """Return every item of both versions: those of the later in its order, what went behind what it stood behind."""
    old = {origin(slot.item.id): slot for slot in before.slots}
    new = {origin(slot.item.id): slot for slot in after.slots}
    parked = {origin(item.id) for item in after.items if item.parked}
    staying = _in_place([id_ for id_ in old if id_ in new], [id_ for id_ in new if id_ in old])
    order = list(new)
    behind = -1
    for id_ in old:
        if id_ not in new:
            order.insert(behind + 1, id_)
        behind = order.index(id_)
    return tuple(
        ItemDifference(
            before=old.get(id_),
            after=new.get(id_),
            moved=id_ in old and id_ in new and id_ not in staying,
            parked=id_ not in new and id_ in parked,
            parts=_parts(before, old[id_].item, after, new[id_].item) if id_ in old and id_ in new else (),
        )
        for id_ in order
    )


def _in_place(old: Sequence[str], new: Sequence[str]) -> set[str]:
    """Return the items that follow each other as they did."""
    blocks = SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks()
    return {id_ for block in blocks for id_ in old[block.a : block.a + block.size]}


def _parts(before: AgendaVersion, old: AgendaItem, after: AgendaVersion, new: AgendaItem) -> tuple[ItemPart, ...]:
    differs = {
        ItemPart.TITLE: old.title != new.title,
        ItemPart.MINUTES: old.minutes != new.minutes,
        ItemPart.LEADS: set(before.leads.get(old.id, ())) != set(after.leads.get(new.id, ())),
        ItemPart.COMMITMENTS: set(before.commitments.get(old.id, ())) != set(after.commitments.get(new.id, ())),
    }
    return tuple(part for part, one in differs.items() if one)
