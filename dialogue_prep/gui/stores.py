"""The store that is open: found, made, opened and closed, beside the window."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from dialogue_prep.gui.jobs import Jobs, Refusal
from dialogue_prep.services.keyring import Keyring
from dialogue_prep.services.opening import Opening, open_as_allowed, open_to_read
from dialogue_prep.services.workspace import Workspace
from dialogue_prep.store.server_address import ServerAddress
from dialogue_prep.system.settings import Settings, read_settings

if TYPE_CHECKING:
    from dialogue_prep.services.backups import BackupWatch

Place = Path | ServerAddress

ASK = "ask"
"""The setting by which the user is asked at the start which store to open."""
_BUSY_MILLISECONDS = 200


@dataclass(frozen=True, slots=True)
class OpenStore:
    """A store that is open, as it was asked for, and what closes it; it is closed on the thread that opened it."""

    opening: Opening
    workspace: Workspace
    stack: ExitStack


class Stores:
    """At most one store is open. `opening_of` says which; it may raise a Problem and is called in a job.

    A store that the user has chosen takes the place of that one; where it cannot be opened, one can go back. Where
    nobody has named or chosen one, it is the `last` that was open, as far as it is there, or the user is asked.
    """

    def __init__(self, jobs: Jobs, opening_of: Callable[[], Opening], last: Path | None = None) -> None:
        self._jobs = jobs
        self._opening_of = opening_of
        self._last = last
        self._keyring: Keyring | None = None
        self._chosen: Place | None = None
        self._asked_for: Path | None = None
        self._former: Place | None = None
        self._open: OpenStore | None = None
        self._watch: BackupWatch | None = None
        self._only_look = self._damaged = False
        self.settings_read = Settings()
        self.asks = False
        self.missed: Path | None = None
        self.busy = False

    @property
    def workspace(self) -> Workspace | None:
        """The store that is open."""
        return self._open.workspace if self._open else None

    @property
    def name(self) -> str:
        """The name of the store that is open, empty while none is."""
        return self._open.workspace.database.path.stem if self._open else ""

    @property
    def path(self) -> Path | None:
        """The store that was last asked for."""
        return self._asked_for

    @property
    def folder(self) -> Path | None:
        """The folder of the store that the user has chosen."""
        return self._chosen.parent if isinstance(self._chosen, Path) else None

    @property
    def server(self) -> ServerAddress | None:
        """The server on which the open store is."""
        return self._open.opening.server if self._open else None

    def settings(self) -> Path:
        """Return where the settings of the user are kept; called in a job."""
        return self._opening_of().folders.settings

    def unlock(self, words: str) -> None:
        """Take a passphrase or a recovery code; UserError where it does not open the store. Called in a job."""
        opening = self.which()
        opening.keyring.unlock(opening.store, words)

    def choose(self, place: Place) -> None:
        """Have another store opened next, in a file or on a server."""
        self._former = self._open.opening.place if self._open else None
        self._chosen = place
        self.forget_damage()

    def only_look(self) -> None:
        """Have the store opened next to be looked at, until another is chosen."""
        self._only_look = True

    def note_damage(self) -> None:
        """Have no more copies made of the store: it is damaged, and they would be."""
        self._damaged = True

    def forget_damage(self) -> None:
        """Have the store taken for sound again: a backup is in its place."""
        self._damaged = self._only_look = False

    def go_back(self) -> bool:
        """Have the store opened next that was open before the last choice; say whether there was one."""
        if self._former is None:
            return False
        self._chosen, self._former = self._former, None
        return True

    def open(self, then: Callable[[Workspace], None], absent: Callable[[Path], None], refused: Refusal) -> None:
        """Open the store and hand it on; where none is there yet, or it is to be asked for, say where it would be."""

        def opened_if_there() -> OpenStore | Path:
            opening = self.which()
            if self.asks:
                return opening.store
            there = opening.server is not None or (opening.store.is_file() and opening.store.stat().st_size > 0)
            return _opened(opening, only_look=self._only_look) if there else opening.store

        self._try(opened_if_there, then, absent, refused)

    def make(self, then: Callable[[Workspace], None], refused: Refusal) -> None:
        """Open the store and hand it on; where none is there yet, it is made."""
        self._try(lambda: _opened(self.which()), then, None, refused)

    def back_up(self) -> None:
        """Have the store backed up where it is time for that; to be called now and then."""
        if self._open is None or self._damaged or self._open.workspace.read_only or self._open.opening.server:
            return  # whoever keeps a server backs it up, and not every machine that uses it
        if self._watch is None:
            # Imported here: the first backup is due some time after the start.
            from dialogue_prep.services.backups import BackupWatch

            self._watch = BackupWatch(self._open.opening)
        self._watch.every = timedelta(minutes=self.settings_read.backup_minutes)
        self._jobs.run(self._watch.look)

    def close(self) -> None:
        """Close the store, after what is running has come to its next step."""
        if self._open is not None:
            self._jobs.run(self._open.stack.close)
            self._open = self._watch = None

    def _try(
        self,
        task: Callable[[], OpenStore | Path],
        then: Callable[[Workspace], None],
        absent: Callable[[Path], None] | None,
        refused: Refusal,
    ) -> None:
        def when_tried(opened: OpenStore | Path) -> None:
            self.busy, self._former = False, None
            if isinstance(opened, OpenStore):
                self._open = opened
                then(opened.workspace)
            elif absent is not None:
                absent(opened)

        def when_refused(error: BaseException) -> None:
            self.busy = False
            refused(error)

        self.busy = True
        self._jobs.run(task, when_tried, when_refused)

    def which(self) -> Opening:
        """Return how the store is opened; called in a job."""
        opening = self._opening_of()
        # What was typed once is known until the window closes, whichever store is open meanwhile.
        self._keyring = self._keyring or opening.keyring
        opening = replace(opening, busy_milliseconds=_BUSY_MILLISECONDS, keyring=self._keyring)
        self.settings_read = read_settings(opening.folders.settings)
        if self._chosen:
            opening = opening.at(self._chosen)
        last = None if opening.named else self._last
        self.asks = last is not None and self.settings_read.at_start == ASK
        self.missed = last if last is not None and not last.is_file() else None
        if last is not None and not self.asks and self.missed is None:
            opening = replace(opening, store=last)
        self._asked_for = None if self.asks else opening.store
        return opening


def _opened(opening: Opening, *, only_look: bool = False) -> OpenStore:
    """Open a store, read-only where it is or is to be, and make it if it is not there; MachineError where it cannot."""
    stack = ExitStack()
    opened = open_to_read(opening) if only_look else open_as_allowed(opening)
    return OpenStore(opening, stack.enter_context(opened), stack)
