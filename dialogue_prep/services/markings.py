"""What the user can do with the markings of a store: their scale, and where on the page they stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dialogue_prep.domain.errors import UserError
from dialogue_prep.domain.identity import MarkingId
from dialogue_prep.domain.marking import Marking
from dialogue_prep.domain.setting import MARKING_PLACE, MarkingPlace, StoreSetting
from dialogue_prep.domain.text import Text
from dialogue_prep.services.workspace import Workspace
from dialogue_prep.store.work import Work


class Markings:
    """Requests about the scale of markings."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    def all(self) -> tuple[Marking, ...]:
        """Return the levels, the least strict first."""
        with self._workspace.look() as work:
            return tuple(sorted(work.find(Marking), key=lambda level: (level.rank, level.id)))

    def keep(self, levels: Sequence[Marking], place: MarkingPlace) -> None:
        """Make these the scale, the least strict first, and say where on the page the marking stands; one step.

        A level that is left out is gone, and nothing bears it any more. Raises UserError where nobody says which level
        papers bear, or where one of those is above the ceiling.
        """
        ranked = [replace(level, rank=rank) for rank, level in enumerate(levels, start=1)]
        _check(ranked)
        kept = {level.id for level in ranked}
        with self._workspace.request("Change the markings") as work:
            for level in work.find(Marking):
                if level.id not in kept:
                    work.remove_whole(level)
            for level in ranked:
                work.put(level)
            if place is not _place(work):
                work.put(StoreSetting(id=MARKING_PLACE, value=place.value))

    def new_level(self, name: Text, rank: int) -> Marking:
        """Return a new level, to be kept with the others; nothing is stored."""
        return Marking(id=MarkingId(self._workspace.new_id()), rank=rank, name=name)

    def place(self) -> MarkingPlace:
        """Return where on the page the marking stands."""
        with self._workspace.look() as work:
            return _place(work)


def _place(work: Work) -> MarkingPlace:
    kept = work.look_up(StoreSetting, MARKING_PLACE)
    return MarkingPlace(kept.value) if kept else MarkingPlace.BOTH


def preset_names() -> tuple[str, ...]:
    """Return the names of the scales that come with the program."""
    # Imported here, as below: the scales that come with the program are rarely asked for.
    from dialogue_prep.services.starter import marking_presets

    return marking_presets()


def preset(name: str) -> tuple[Marking, ...]:
    """Return the levels of a scale that comes with the program."""
    from dialogue_prep.services.starter import marking_preset

    return marking_preset(name)


def _check(levels: Sequence[Marking]) -> None:
    if not levels:
        return
    for field, text in (
        ("shared", "Say of one level that papers for both sides bear it."),
        ("internal", "Say of one level that internal papers bear it."),
        ("ceiling", "Say of one level that nothing above it is written here."),
    ):
        if sum(bool(getattr(level, field)) for level in levels) != 1:
            raise UserError(text, field=field)
    ceiling = next(level for level in levels if level.ceiling)
    for field in ("shared", "internal"):
        level = next(level for level in levels if getattr(level, field))
        if level.rank > ceiling.rank:
            text = "Papers would bear {level}, which is above {ceiling}, and so never be written."
            raise UserError(text, field=field, level=level.name, ceiling=ceiling.name)
