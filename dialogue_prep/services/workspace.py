"""A workspace: one open store and what every request has in common."""

from __future__ import annotations

from collections.abc import Callable, Generator
from contextlib import contextmanager
from datetime import UTC, date, datetime

from dialogue_prep.domain.errors import MachineError
from dialogue_prep.domain.identity import new_id
from dialogue_prep.domain.journal import Deed, JournalEntry, Step
from dialogue_prep.domain.setting import REFERENCE_DAY, StoreSetting
from dialogue_prep.store.engines import AnyDatabase
from dialogue_prep.store.work import Work

Listener = Callable[[Step], None]


def _clock() -> datetime:
    return datetime.now(UTC)


class Workspace:
    """Carries out the user's requests, each one transaction, one undo step and one announcement.

    `who` stands in the journal; `today` overrides the reference day of the store and the clock; time and new
    identifiers come in as functions. `copy_before` makes a backup; requests after which much is otherwise call it.
    `read_only` says that the store can be looked at and not changed.
    """

    def __init__(
        self,
        database: AnyDatabase,
        *,
        who: str = "",
        today: date | None = None,
        now: Callable[[], datetime] = _clock,
        new_id: Callable[[], str] = new_id,
        copy_before: Callable[[], object] = bool,
        read_only: bool = False,
    ) -> None:
        self.database = database
        self.who = who
        self.now = now
        self.new_id = new_id
        self.read_only = read_only
        self._copy_before = copy_before
        self._today = today
        self._listeners: list[Listener] = []

    @property
    def alone(self) -> bool:
        """Whether nobody else can change the store while it is open here: it is in a file, and open to be changed."""
        return self.database.in_file and not self.read_only

    def subscribe(self, listener: Listener) -> None:
        """Have every step told to a function, after it is kept."""
        self._listeners.append(listener)

    def unsubscribe(self, listener: Listener) -> None:
        """Tell a function of no more steps."""
        self._listeners.remove(listener)

    def today(self) -> date:
        """Return the day that was asked for, else the reference day of the store, else that of the clock."""
        if self._today is not None:
            return self._today
        with self.look() as work:
            setting = work.look_up(StoreSetting, REFERENCE_DAY)
        return date.fromisoformat(setting.value) if setting else self.now().date()

    @contextmanager
    def request(
        self, label: str, *, undoable: bool = True, visit: str = "", copied_before: bool = False
    ) -> Generator[Work, None, None]:
        """Carry out one request of the user, completely or not at all; its label names it in the undo menu.

        Requests with the same `visit` that follow each other are one undo step: saves of one field while it is edited.
        With `copied_before` the store is backed up first, or the request is not begun.
        """
        self._check_writable()
        if copied_before:
            self._copy_before()
        step = None
        with self.database.work() as work:
            yield work
            if work.changes:
                step = work.record(label, who=self.who, at=self.now(), undoable=undoable, visit=visit)
        self._announce(step)

    @contextmanager
    def look(self) -> Generator[Work, None, None]:
        """Read, all at one moment."""
        with self.database.look() as work:
            yield work

    def undo(self) -> Step | None:
        """Take the last step back that nobody has taken back; None if there is none."""
        return self._replay(Deed.UNDO)

    def redo(self) -> Step | None:
        """Bring the step again that was last taken back; None if there is none."""
        return self._replay(Deed.REDO)

    def next_label(self, deed: Deed) -> str | None:
        """Return the label of what undo or redo would do now."""
        with self.look() as work:
            return work.next_label(deed)

    def history(self, value_id: str | None = None, limit: int = 200) -> tuple[JournalEntry, ...]:
        """Return the journal of one value, or of everything, newest first."""
        with self.look() as work:
            return work.history(value_id, limit)

    def announce_of_others(self, number: int) -> None:
        """Tell whoever has subscribed of a step that somebody else has made meanwhile."""
        with self.look() as work:
            entries = work.history_of_step(number)
        self._announce(Step(entries[0].label, (), entries[0].deed, foreign=True) if entries else None)

    def _check_writable(self) -> None:
        if self.read_only:
            raise MachineError("{path} is open to be looked at; nothing in it can be changed.", path=self.database.path)

    def _replay(self, deed: Deed) -> Step | None:
        self._check_writable()
        with self.database.work() as work:
            step = work.replay(deed, who=self.who, at=self.now())
        self._announce(step)
        return step

    def _announce(self, step: Step | None) -> None:
        if step is not None:
            for listener in tuple(self._listeners):
                listener(step)
