"""Where a record is used: what names it, the sources that speak of it, the papers in which it stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dialogue_prep.documents.snapshot import read_snapshot
from dialogue_prep.domain.draft import Draft
from dialogue_prep.domain.identity import Identified
from dialogue_prep.domain.readiness import Place
from dialogue_prep.domain.round import Round
from dialogue_prep.services.record_places import RecordPlace, shown_in
from dialogue_prep.services.workspace import Workspace
from dialogue_prep.store.kinds import KINDS
from dialogue_prep.store.work import Work


@dataclass(frozen=True, slots=True, kw_only=True)
class Usage:
    """One place: the record, or the draft of a paper, that is shown there, and the round it belongs to, if it does."""

    value: Identified
    place: RecordPlace
    round: Round | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Used:
    """A record, and where it is used, in the order of the kinds of the store."""

    record: Identified
    usages: tuple[Usage, ...]


class Usages:
    """Finds where records of a store are used."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    def of(self, record_id: str) -> Used | None:
        """Return where a record is used; None where no record bears this identifier."""
        with self._workspace.look() as work:
            record = next((one for kind in KINDS if (one := work.look_up(kind, record_id)) is not None), None)
            if record is None:
                return None
            naming = work.naming(record)
            ids = frozenset(one.id for one in (record, *naming))
            found: dict[tuple[Place, str], Usage] = {}
            for usage in (*_shown(work, record, naming), *_papers(work, ids)):
                found.setdefault((usage.place.place, usage.place.record_id + usage.place.round_id), usage)
        usages = sorted(found.values(), key=lambda usage: KINDS.index(type(usage.value)))
        return Used(record=record, usages=tuple(usages))


def _shown(work: Work, record: Identified, naming: Iterable[Identified]) -> Iterator[Usage]:
    """Yield what names a record, or what that belongs to, where a page shows it; not parts of the record itself."""
    for one in naming:
        shown = shown_in(work, one)
        if shown is not None and shown[1].record_id != record.id:
            value, place = shown
            yield Usage(value=value, place=place, round=work.look_up(Round, place.round_id))


def _papers(work: Work, ids: frozenset[str]) -> Iterator[Usage]:
    """Yield the last version of each written paper in which words of these records stand."""
    for draft in _last_versions(work.find(Draft)):
        kept = read_snapshot(draft.snapshot)
        if kept is not None and any(not ids.isdisjoint(unit.key.split("/")) for unit in kept.units):
            round_ = work.get(Round, draft.round_id)
            place = RecordPlace(
                place=Place.PAPERS, record_id=draft.kind.value, dialogue_id=round_.dialogue_id, round_id=round_.id
            )
            yield Usage(value=draft, place=place, round=round_)


def _last_versions(drafts: Iterable[Draft]) -> Iterable[Draft]:
    last = {(one.round_id, one.paper): one for one in sorted(drafts, key=lambda draft: draft.version)}
    return last.values()
