"""What the user can do with dialogues: see which there are, begin one."""

from __future__ import annotations

from dialogue_prep.domain.dialogue import Dialogue, Side
from dialogue_prep.domain.errors import UserError
from dialogue_prep.domain.marking import Marking
from dialogue_prep.domain.setting import REFERENCE_DAY, StoreSetting
from dialogue_prep.services.starter import marking_preset, starter_values
from dialogue_prep.services.workspace import Workspace
from dialogue_prep.store.work import Work


class Dialogues:
    """Requests about the dialogues of a store."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    def all(self) -> tuple[Dialogue, ...]:
        """Return the dialogues by their designations."""
        with self._workspace.look() as work:
            return tuple(sorted(work.find(Dialogue), key=lambda dialogue: dialogue.designation.read("en").casefold()))

    def one(self, name: str = "") -> Dialogue:
        """Return the dialogue whose designation contains the name; the only one where no name is given."""
        found = self.all()
        if not found:
            raise UserError("There is no dialogue in this store yet: read its terms of reference or a communiqué in.")
        wanted = name.strip().casefold()
        matching = [d for d in found if any(wanted in wording.words.casefold() for wording in d.designation)]
        if len(matching) == 1:
            return matching[0]
        names = "; ".join(dialogue.designation.read("en") for dialogue in matching or found)
        if not matching:
            raise UserError("No dialogue is named “{name}”; there are: {names}.", name=name, names=names)
        raise UserError("Say which dialogue is meant (--dialogue): {names}.", names=names)

    def sides(self, dialogue_id: str) -> tuple[Side, ...]:
        """Return the two sides of a dialogue in their order."""
        with self._workspace.look() as work:
            return tuple(sorted(work.find(Side, dialogue_id=dialogue_id), key=lambda side: side.position))

    def begin_with_starter(self) -> Dialogue:
        """Put the starter dialogue into the store, with its reference day and its scale of markings."""
        starter = starter_values()
        with self._workspace.request("Open the starter dialogue") as work:
            work.put(StoreSetting(id=REFERENCE_DAY, value=starter.reference_day.isoformat()))
            put_markings(work, starter.marking_preset)
            for value in starter.values:
                work.put(value)
        return starter.of(Dialogue)[0]


def put_markings(work: Work, preset: str) -> None:
    """Give a store a scale of markings, if it has none."""
    if not work.find(Marking):
        for marking in marking_preset(preset):
            work.put(marking)
