"""The dossier that was read last, kept for the pages to share until something in the store changes."""

from __future__ import annotations

from dialogue_prep.domain.dossier import Dossier
from dialogue_prep.domain.journal import Step
from dialogue_prep.services.rounds import Rounds
from dialogue_prep.services.workspace import Workspace


class Dossiers:
    """Reads dossiers in jobs; with thousands of records, reading one takes longer than all that pages do with it."""

    def __init__(self, workspace: Workspace) -> None:
        self._rounds = Rounds(workspace)
        self._changes = 0
        self._kept: tuple[int, Dossier] | None = None
        self._workspace = workspace
        workspace.subscribe(self._when_changed)

    def of(self, round_id: str) -> Dossier:
        """Return the dossier of a round as the store is now; raise NotFound if there is no such round."""
        changes, kept = self._changes, self._kept
        if kept is not None and kept[0] == changes and kept[1].round.id == round_id:
            return kept[1]
        dossier = self._rounds.dossier(round_id)
        # What changed while it was read may not be in it: it is then kept as of before, and read again next time.
        self._kept = (changes, dossier)
        return dossier

    def forget(self) -> None:
        """Read the next dossier from the store, whatever was kept: somebody else has changed it."""
        self._changes += 1

    def leave(self) -> None:
        """Hear of nothing any more."""
        self._workspace.unsubscribe(self._when_changed)

    def _when_changed(self, _step: Step) -> None:
        self.forget()
