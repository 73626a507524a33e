"""What the user can do with the markings of a store: their scale, and where on the page they stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from dialogue_prep.domain.errors import UserError
from dialogue_prep.domain.identity import MarkingId
from dialogue_prep.domain.marking import Marking
from dialogue_prep.domain.setting import MARKING_PLACE, MarkingPlace, StoreSetting
from dialogue_prep.domain.text import Text
from dialogue_prep.services.kept_lists import check_as_seen
from dialogue_prep.services.workspace import Workspace
from dialogue_prep.store.work import Work


@dataclass(frozen=True, slots=True)
class MarkingScale:
    """The levels of a store, the least strict first, and where on the page the marking stands."""

    levels: tuple[Marking, ...]
    place: MarkingPlace


class Markings:
    """Requests about the scale of markings."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    def scale(self) -> MarkingScale:
        """Return the scale as it is kept."""
        with self._workspace.look() as work:
            return _scale(work)

    def keep(self, scale: MarkingScale, *, seen: MarkingScale) -> None:
        """Make this the scale, its levels ranked in their order; one step.

        A level that is left out is gone, and nothing bears it any more. Raises UserError where nobody says which level
        papers bear, or where one of those is above the ceiling; Conflict where somebody else has changed the scale
        since it was `seen`.
        """
        ranked = tuple(replace(level, rank=rank) for rank, level in enumerate(scale.levels, start=1))
        _check(ranked)
        ids = {level.id for level in ranked}
        with self._workspace.request("Change the markings") as work:
            kept = _scale(work)
            check_as_seen(kept, seen, replace(scale, levels=ranked))
            for level in kept.levels:
                if level.id not in ids:
                    work.remove_whole(level)
            for level in ranked:
                work.put(level)
            if scale.place is not kept.place:
                work.put(StoreSetting(id=MARKING_PLACE, value=scale.place.value))

    def new_level(self, name: Text, rank: int) -> Marking:
        """Return a new level, to be kept with the others; nothing is stored."""
        return Marking(id=MarkingId(self._workspace.new_id()), rank=rank, name=name)


def _scale(work: Work) -> MarkingScale:
    levels = tuple(sorted(work.find(Marking), key=lambda level: (level.rank, level.id)))
    place = work.look_up(StoreSetting, MARKING_PLACE)
    return MarkingScale(levels, MarkingPlace(place.value) if place else MarkingPlace.BOTH)


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
