"""What is done with a store as a file: going back to a backup, mending damage, purging, moving it to another folder."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from dialogue_prep.domain.errors import MachineError
from dialogue_prep.gui.jobs import Jobs
from dialogue_prep.gui.stores import Stores
from dialogue_prep.gui.travelling import Travelling
from dialogue_prep.gui.window.frame import Frame
from dialogue_prep.gui.words import _, count, sentence_in_words, together, window_language
from dialogue_prep.system.lock import InUse

if TYPE_CHECKING:
    from pathlib import Path

    from dialogue_prep.domain.sentence import Sentence
    from dialogue_prep.gui.kit.notice import Offer
    from dialogue_prep.services.backups import Backups
    from dialogue_prep.services.damage import Damage
    from dialogue_prep.services.purging import PurgePlan, Purging
    from dialogue_prep.store.backup import Backup
    from dialogue_prep.store.repair import Repair


class Keeping(QObject):
    """Shows the boxes and does what they say.

    `open` opens the store again, `leave` closes it, `look_again` has everything read anew, `at_rest` says that nothing
    is running and nobody is in the middle of something. `say` tells something, and can offer what helps. Boxes and
    services are imported when they are asked for: most days none of this is.
    """

    def __init__(
        self,
        frame: Frame,
        jobs: Jobs,
        stores: Stores,
        open: Callable[[], None],  # noqa: A002 - it is what it does
        leave: Callable[[], None],
        look_again: Callable[[], None],
        say: Callable[[str, Offer | None], None],
        at_rest: Callable[[], bool],
    ) -> None:
        super().__init__(frame)
        self._frame, self._jobs, self._stores = frame, jobs, stores
        self._open, self._leave, self._look_again, self._say = open, leave, look_again, say
        self._at_rest = at_rest
        self.examining = False
        self.travelling = Travelling(frame, jobs, stores, lambda words: say(words, None))

    @property
    def offered(self) -> bool:
        """Whether there is an open store in a file of its own that can be written, and nothing is under way."""
        workspace = self._stores.workspace
        return workspace is not None and workspace.alone and self._at_rest()

    @property
    def on_server(self) -> bool:
        """Whether the open store is on a server, where much is not done that is done with a file."""
        return self._stores.server is not None

    @property
    def offered_anywhere(self) -> bool:
        """Whether there is an open store that can be written, in a file or on a server, and nothing is under way."""
        workspace = self._stores.workspace
        return workspace is not None and not workspace.read_only and self._at_rest()

    def go_back(self, otherwise: Callable[[], object] = bool) -> None:
        """Show the backups, and go back to the one that the user chooses; else do something else."""
        from dialogue_prep.gui.boxes.going_back_box import GoingBackBox

        box = GoingBackBox(self._jobs, self._backups, window_language(), self._frame)
        box.accepted.connect(lambda: self._restore(box.chosen()))
        box.rejected.connect(otherwise)
        box.open()

    def examine(self, error: BaseException, otherwise: Callable[[], object], left: Callable[[], object] = bool) -> None:
        """See whether a store is damaged about which there was an error, and offer what can be done.

        `otherwise` is done where it is not, `left` where the user leaves it.
        """
        about_store = isinstance(error, MachineError) and self._stores.path in dict(error.sentence.values).values()
        if not about_store or isinstance(error, InUse):
            otherwise()
            return
        self.examining = True

        def show(damage: Damage | None) -> None:
            if damage is None or len(damage.choices) < 2:  # nothing but to cancel
                self.examining = False
                otherwise()
            else:
                self._show_damage(damage, left)

        self._jobs.run(self._damage, show, lambda _error: show(None))

    def purge(self, record_id: str = "") -> None:
        """Ask what is to be purged; `record_id` is a record whose past can be chosen."""
        from dialogue_prep.gui.boxes.purge_box import PurgeBox

        def ask(title: str) -> None:
            record = (record_id, title) if title else None
            box = PurgeBox(self._jobs, self._purging, self._stores.name, record, self._frame)
            box.accepted.connect(lambda: self._carry_out(box.plan))
            box.open()

        self._jobs.run(lambda: self._title(record_id), ask)

    def relocate(self) -> None:
        """Ask where the store is to be moved, and move it."""
        from dialogue_prep.gui.boxes.store_files import ask_for_place

        self._jobs.run(
            lambda: self._stores.which().folders.data / self._stores.which().store.name,
            lambda proposed: self._relocate_to(ask_for_place(self._frame, _("Move the store"), proposed)),
        )

    def warn_of_place(self) -> None:
        """Say where the store lies if other machines write there, too, and offer to move it."""
        from dialogue_prep.services.opening import warning_of_place

        def warn(sentence: Sentence | None) -> None:
            if sentence is not None:
                self._say(sentence_in_words(sentence), (_("Move it …"), self.relocate))

        self._jobs.run(lambda: warning_of_place(self._stores.which()), warn)

    def _restore(self, backup: Backup | None) -> None:
        assert backup is not None
        name = backup.path.name
        self._leave()

        def told(kept: Path | None) -> None:
            self._reopen()
            said = _("The store is as it was in {backup}.").format(backup=name)
            aside = _("What was there before is kept as {name}.").format(name=kept.name) if kept else ""
            self._say(f"{said} {aside}".strip(), None)

        self._jobs.run(lambda: self._backups().restore(backup), told, self._refused)

    def _show_damage(self, damage: Damage, left: Callable[[], object]) -> None:
        from dialogue_prep.gui.boxes.damage_box import DamageBox
        from dialogue_prep.services.damage import Choice

        self._stores.note_damage()
        box = DamageBox(damage, self._frame)
        acts: dict[Choice, Callable[[], object]] = {
            Choice.REPAIR: lambda: self._repair(damage.store, left),
            Choice.RESTORE: lambda: self.go_back(left),
            Choice.READ_ONLY: self._open_to_look,
            Choice.CANCEL: left,
        }

        def act(_result: int) -> None:
            self.examining = False
            acts[box.choice]()

        box.finished.connect(act)
        box.open()

    def _repair(self, damaged: Path, otherwise: Callable[[], object]) -> None:
        from dialogue_prep.gui.boxes.store_files import ask_for_place
        from dialogue_prep.services.damage import repair_into

        proposed = damaged.with_name(f"{damaged.stem}-{_('repaired')}{damaged.suffix}")
        if (target := ask_for_place(self._frame, _("Repair into a new store"), proposed)) is None:
            otherwise()
            return
        self._leave()

        def told(repair: Repair) -> None:
            self._stores.choose(target)
            self._open()
            self._tell_repair(repair)

        self._jobs.run(lambda: repair_into(self._stores.which(), target), told, self._refused)

    def _tell_repair(self, repair: Repair) -> None:
        saved, missing = sum(repair.saved.values()) + sum(repair.rebuilt.values()), sum(repair.missing.values())
        told = [count("{number} record was saved.", "{number} records were saved.", saved)]
        if missing:
            told.append(count("{number} is missing.", "{number} are missing.", missing))
        if not repair.whole:
            told.append(_("Some pages could not be read at all; more may be missing than is known."))
        told.append(_("The damaged file is where it was."))
        self._say(together(told), None)

    def _open_to_look(self) -> None:
        self._leave()
        self._stores.only_look()
        self._open()

    def _carry_out(self, plan: PurgePlan | None) -> None:
        assert plan is not None

        def told(_made: Path) -> None:
            self._look_again()
            self._say(_("It was purged, and a new backup was made."), None)

        self._jobs.run(lambda: self._purging().carry_out(plan), told)

    def _relocate_to(self, target: Path | None) -> None:
        from dialogue_prep.services.relocating import relocate

        if target is None:
            return
        self._leave()

        def told(_nothing: None) -> None:
            self._stores.choose(target)
            self._open()
            self._say(_("The store is now in {folder}.").format(folder=target.parent), None)

        self._jobs.run(lambda: relocate(self._stores.which(), target, datetime.now(UTC)), told, self._refused)

    def _refused(self, error: BaseException) -> None:
        self._open()
        self._jobs.refuse(error)

    def _reopen(self) -> None:
        self._stores.forget_damage()
        self._open()

    def _damage(self) -> Damage | None:
        from dialogue_prep.services.damage import damage_of

        return damage_of(self._stores.which())

    def _backups(self) -> Backups:
        from dialogue_prep.services.shared_backups import backups_for

        return backups_for(self._stores.which())

    def _purging(self) -> Purging:
        from dialogue_prep.services.purging import Purging

        workspace = self._stores.workspace
        assert workspace is not None
        return Purging(workspace, self._stores.which().folders.backups)

    def _title(self, record_id: str) -> str:
        """Return what a record is called; empty where none is meant or it is gone."""
        from dialogue_prep.gui.records import record_title
        from dialogue_prep.services.history import History

        workspace = self._stores.workspace
        assert workspace is not None
        named = History(workspace).named({record_id} - {""})
        return record_title(named[record_id], window_language()) if record_id in named else ""
