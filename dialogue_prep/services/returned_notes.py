"""What the user can do with notes from edited copies: see what was remarked on which words, and put a note away."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from dialogue_prep.documents.snapshot import read_snapshot
from dialogue_prep.domain.draft import Draft
from dialogue_prep.domain.returned import UnitNote
from dialogue_prep.services.returned_places import places_of
from dialogue_prep.services.workspace import Workspace


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedNote:
    """A note, the draft of whose copy it came from, and where its unit stands there; unknown where that is gone."""

    note: UnitNote
    draft: Draft | None
    place: str


class ReturnedNotes:
    """Requests about notes."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    def of_round(self, round_id: str) -> tuple[PlacedNote, ...]:
        """Return the notes on papers of a round, paper by paper, in reading order."""
        with self._workspace.look() as work:
            notes = work.find(UnitNote, round_id=round_id)
            ids = sorted({note.draft_id for note in notes if note.draft_id})
            drafts = [draft for id_ in ids if (draft := work.look_up(Draft, id_)) is not None]
        drafts.sort(key=lambda draft: (draft.kind.number, draft.version, draft.id))
        placed: list[PlacedNote] = []
        for draft in drafts:
            places = _places(draft)
            at = {key: number for number, key in enumerate(places)}
            own = [note for note in notes if note.draft_id == draft.id]
            own.sort(key=lambda note: (at.get(_key(note), len(at)), note.id))
            placed += [PlacedNote(note=note, draft=draft, place=places.get(_key(note), "")) for note in own]
        known = {one.note.id for one in placed}
        return (*placed, *(PlacedNote(note=note, draft=None, place="") for note in notes if note.id not in known))

    def put_away(self, note: UnitNote) -> None:
        """Remove a note that was dealt with; as anything, that can be undone."""
        with self._workspace.request("Put a note away") as work:
            work.remove(work.get(UnitNote, note.id))


def _key(note: UnitNote) -> str:
    return f"{note.unit}/{note.language}"


def _places(draft: Draft) -> Mapping[str, str]:
    kept = read_snapshot(draft.snapshot)
    return places_of(kept) if kept is not None else {}
