"""What the pages share: the open store, the dialogue and round that are looked at, and one signal that it changed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from dialogue_prep.domain.dialogue import Dialogue, Side
from dialogue_prep.domain.journal import Deed, Step
from dialogue_prep.domain.round import Round
from dialogue_prep.gui.dossiers import Dossiers
from dialogue_prep.gui.jobs import Jobs
from dialogue_prep.services.dialogues import Dialogues
from dialogue_prep.services.rounds import Plan, Rounds
from dialogue_prep.services.search import Search
from dialogue_prep.services.workspace import Workspace
from dialogue_prep.system.settings import Settings

if TYPE_CHECKING:
    from dialogue_prep.services.papers import Papers


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """What can be chosen and what is: all dialogues, the sides and rounds of the one that is looked at.

    `undo` and `redo` are the labels of the steps that those would take, None where there is none.
    """

    dialogues: tuple[Dialogue, ...] = ()
    sides: tuple[Side, ...] = ()
    rounds: tuple[Round, ...] = ()
    dialogue_id: str = ""
    round_id: str = ""
    undo: str | None = None
    redo: str | None = None

    @property
    def dialogue(self) -> Dialogue | None:
        """The dialogue that is looked at."""
        return next((dialogue for dialogue in self.dialogues if dialogue.id == self.dialogue_id), None)

    @property
    def round(self) -> Round | None:
        """The round that is looked at."""
        return next((round_ for round_ in self.rounds if round_.id == self.round_id), None)


class Context(QObject):
    """One open store as the window sees it.

    `changed` tells pages to read again, with the Step that was announced or None where only what is looked at changed.
    By then `choices` are those of now. `dossiers` are read in jobs. `papers` makes the service that writes papers; it
    may only be called in a job, for it brings everything that writes Word files. `settings` are those of the user, as
    they are now. `undone` tells that the user has taken the last step back.
    """

    changed = Signal(object)
    undone = Signal()
    _announced = Signal(object)

    def __init__(
        self,
        workspace: Workspace,
        jobs: Jobs,
        papers: Callable[[], Papers],
        language: str,
        now: Callable[[], datetime],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self.jobs = jobs
        self.papers = papers
        self.language = language
        self.dialogues = Dialogues(workspace)
        self.rounds = Rounds(workspace)
        self.dossiers = Dossiers(workspace)
        self.search = Search(workspace)
        self.choices = Choices()
        self._wanted = ("", "")
        self.saved_at: datetime | None = None
        self.settings = Settings()
        self._now = now
        self._announced.connect(self._when_announced, Qt.ConnectionType.QueuedConnection)
        self._listener = self._announced.emit
        workspace.subscribe(self._listener)

    def leave(self) -> None:
        """Hear of nothing any more, while the store stays open for others."""
        self.workspace.unsubscribe(self._listener)
        self.dossiers.leave()

    def today_if_set(self) -> date | None:
        """Return the day that stands for today, None where that is the day of the clock. Reads the store."""
        today = self.workspace.today()
        return today if today != self._now().date() else None

    def look_again(self, dialogue_id: str = "", round_id: str = "", step: Step | None = None) -> None:
        """Read what can be chosen, keep or change what is looked at, and have all pages read again.

        What was wanted last stays wanted while it is read, whoever else has everything read meanwhile.
        """
        wanted = self._wanted = dialogue_id or self._wanted[0], round_id or self._wanted[1]

        def choose(choices: Choices) -> None:
            self.choices = choices
            if self._wanted == wanted:
                self._wanted = choices.dialogue_id, choices.round_id
            self.changed.emit(step)

        self.jobs.run(lambda: self.read_choices(*wanted), choose)

    def look_again_now(self) -> None:
        """Read everything again, for something outside may have changed: somebody may have edited a paper."""
        self.look_again()

    def undo(self) -> None:
        """Take the last step back."""
        self.jobs.run(self.workspace.undo, lambda _step: self.undone.emit())

    def redo(self) -> None:
        """Bring the step again that was taken back last."""
        self.jobs.run(self.workspace.redo)

    def begin_with_starter(self) -> None:
        """Put the starter dialogue into the store and plan its next round."""

        def begin() -> None:
            self.rounds.plan(self.dialogues.begin_with_starter().id, Plan())

        self.jobs.run(begin)

    def plan_next(self) -> None:
        """Plan the next round of the dialogue that is looked at."""
        dialogue_id = self.choices.dialogue_id
        self.jobs.run(lambda: self.rounds.plan(dialogue_id, Plan()))

    def read_choices(self, dialogue_id: str = "", round_id: str = "") -> Choices:
        """Read what can be chosen; what was looked at and is gone gives way to the first dialogue, the next round."""
        dialogues = self.dialogues.all()
        can_change = not self.workspace.read_only
        undo, redo = (self.workspace.next_label(deed) if can_change else None for deed in (Deed.UNDO, Deed.REDO))
        if not dialogues:
            return Choices(undo=undo, redo=redo)
        chosen = next((dialogue for dialogue in dialogues if dialogue.id == dialogue_id), dialogues[0])
        rounds = self.rounds.all(chosen.id)
        coming = next((round_ for round_ in rounds if round_.status.ahead), None)
        looked_at = next((round_ for round_ in rounds if round_.id == round_id), coming)
        return Choices(
            dialogues=dialogues,
            sides=self.dialogues.sides(chosen.id),
            rounds=rounds,
            dialogue_id=chosen.id,
            round_id=looked_at.id if looked_at else "",
            undo=undo,
            redo=redo,
        )

    def _when_announced(self, step: Step) -> None:
        if not step.foreign:
            self.saved_at = self._now()
        self.look_again(step=step)
