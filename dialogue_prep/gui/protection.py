"""Protecting the open store by a passphrase: asked for, changed, taken off a copy, and the lock of the window."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from dialogue_prep.domain.errors import Problem
from dialogue_prep.gui.jobs import Jobs, Refusal
from dialogue_prep.gui.lock import Lock
from dialogue_prep.gui.stores import Stores
from dialogue_prep.gui.window.frame import Frame
from dialogue_prep.gui.words import _, in_a_row, sentence_in_words
from dialogue_prep.services.keyring import PassphraseNeeded
from dialogue_prep.system.settings import read_settings, write_settings

if TYPE_CHECKING:
    from dialogue_prep.gui.boxes.passphrase_box import PassphraseBox, Question, Send
    from dialogue_prep.services.encryption import Encryption, Protected
    from dialogue_prep.services.workspace import Workspace


class Protection(QObject):
    """Shows the boxes and sends what was typed.

    `open` opens the store again, `leave` closes it, `say` tells something; `at_rest` says that nothing is running and
    nobody is in the middle of something that is not kept yet. Boxes and the service are imported when they are asked
    for: most stores are plain.
    """

    def __init__(
        self,
        frame: Frame,
        jobs: Jobs,
        stores: Stores,
        open: Callable[[], None],  # noqa: A002 - it is what it does
        leave: Callable[[], None],
        say: Callable[[str], None],
        at_rest: Callable[[], bool],
    ) -> None:
        super().__init__(frame)
        self._frame, self._jobs, self._stores = frame, jobs, stores
        self._open, self._leave, self._say, self._at_rest = open, leave, say, at_rest
        self.lock = Lock(frame)
        self.lock.answered.connect(self._unlock)

    @property
    def on(self) -> bool:
        """Whether the open store is protected."""
        workspace = self._stores.workspace
        return workspace is not None and workspace.database.key is not None

    @property
    def offered(self) -> bool:
        """Whether the open store could be protected."""
        workspace = self._stores.workspace
        return workspace is not None and workspace.alone and workspace.database.key is None and self._at_rest()

    @property
    def on_server(self) -> bool:
        """Whether the open store is on a server, which nobody protects from here."""
        return self._stores.server is not None

    def lock_now(self) -> None:
        """Lock the window."""
        self.lock.lock()

    def watch(self, workspace: Workspace | None) -> None:
        """Lock the window after a while if this store is protected; to be called when another is open, or none."""
        if workspace is None or workspace.database.key is None:
            self.lock.watch(0)
            return
        self._jobs.run(lambda: read_settings(self._stores.settings()).lock_minutes, self.lock.watch)

    def asks(self, error: BaseException, given_up: Callable[[], None]) -> bool:
        """Ask for the passphrase if that is what a refused store lacks; say whether it is."""
        if not isinstance(error, PassphraseNeeded):
            return False
        from dialogue_prep.gui.boxes.passphrase_questions import PRESENT, to_open

        def send(typed: Mapping[str, str], taken: Callable[[], None], refused: Refusal) -> None:
            self._jobs.run(lambda: self._stores.unlock(typed[PRESENT]), lambda _none: taken(), refused)

        box = self._ask(to_open(str(self._stores.path)), send)
        box.accepted.connect(self._open)
        box.rejected.connect(given_up)
        return True

    def protect(self) -> None:
        """Ask for a passphrase, encrypt the store, and show its recovery code."""
        from dialogue_prep.gui.boxes.passphrase_questions import NEW, to_protect
        from dialogue_prep.store.keys_file import check_passphrase

        chosen: list[str] = []

        def send(typed: Mapping[str, str], taken: Callable[[], None], refused: Refusal) -> None:
            try:
                check_passphrase(typed[NEW])
            except Problem as problem:
                refused(problem)
                return
            chosen.append(typed[NEW])
            taken()

        self._ask(to_protect(), send).accepted.connect(lambda: self._encrypt(chosen[-1]))

    def change(self) -> None:
        """Ask for another passphrase."""
        from dialogue_prep.gui.boxes.passphrase_questions import NEW, PRESENT, to_change

        def send(typed: Mapping[str, str], taken: Callable[[], None], refused: Refusal) -> None:
            def change() -> None:
                self._encryption().change_passphrase(typed[PRESENT], typed[NEW])

            self._jobs.run(change, lambda _none: taken(), refused)

        self._ask(to_change(), send).accepted.connect(lambda: self._say(_("The passphrase was changed.")))

    def renew(self) -> None:
        """Make another recovery code and show it."""
        from dialogue_prep.gui.boxes.passphrase_questions import PRESENT, to_renew

        made: list[str] = []

        def send(typed: Mapping[str, str], taken: Callable[[], None], refused: Refusal) -> None:
            def show(code: str) -> None:
                made.append(code)
                taken()

            self._jobs.run(lambda: self._encryption().new_recovery_code(typed[PRESENT]), show, refused)

        self._ask(to_renew(), send).accepted.connect(lambda: self._show_code(made[-1], self._stores.name))

    def copy(self) -> None:
        """Have a copy that anybody can read confirmed by the name of the store, and write it."""
        from dialogue_prep.gui.boxes.passphrase_questions import CONFIRMED, to_copy
        from dialogue_prep.gui.boxes.store_files import ask_for_copy

        if (target := ask_for_copy(self._frame)) is None:
            return

        def send(typed: Mapping[str, str], taken: Callable[[], None], refused: Refusal) -> None:
            self._jobs.run(
                lambda: self._encryption().copy_unprotected(target, typed[CONFIRMED]), lambda _none: taken(), refused
            )

        said = _("Anybody can read {path}.").format(path=target)
        self._ask(to_copy(self._stores.name), send).accepted.connect(lambda: self._say(said))

    def ask_minutes(self) -> None:
        """Ask after how many minutes without use the window locks."""
        self._jobs.run(lambda: read_settings(self._stores.settings()).lock_minutes, self._show_minutes)

    def _show_minutes(self, minutes: int) -> None:
        from dialogue_prep.gui.boxes.lock_box import LockBox

        box = LockBox(minutes, self._frame)
        box.accepted.connect(lambda: self._keep_minutes(box.chosen()))
        box.open()

    def _keep_minutes(self, minutes: int) -> None:
        def keep() -> None:
            folder = self._stores.settings()
            write_settings(folder, replace(read_settings(folder), lock_minutes=minutes))

        self._jobs.run(keep, lambda _none: self.watch(self._stores.workspace))

    def _unlock(self, words: str) -> None:
        def refused(error: BaseException) -> None:
            if isinstance(error, Problem):
                self.lock.refuse(sentence_in_words(error.sentence))
            else:
                self._jobs.refuse(error)

        self._jobs.run(lambda: self._stores.unlock(words), lambda _none: self.lock.unlock(), refused)

    def _encrypt(self, passphrase: str) -> None:
        name = self._stores.name
        self._leave()

        def show(protected: Protected) -> None:
            self._open()
            self._show_code(protected.recovery_code, name)
            if protected.left_plain:
                names = in_a_row(path.name for path in protected.left_plain)
                self._say(_("Damaged backups can still be read by anybody; remove them: {names}").format(names=names))

        def refused(error: BaseException) -> None:
            self._open()
            self._jobs.refuse(error)

        self._jobs.run(lambda: self._encryption().protect(passphrase), show, refused)

    def _encryption(self) -> Encryption:
        """Return the service for the store; called in a job."""
        from dialogue_prep.services.encryption import Encryption

        return Encryption(self._stores.which())

    def _show_code(self, code: str, name: str) -> None:
        from dialogue_prep.gui.boxes.recovery_box import RecoveryBox

        RecoveryBox(code, name, self._frame).open()

    def _ask(self, question: Question, send: Send) -> PassphraseBox:
        from dialogue_prep.gui.boxes.passphrase_box import PassphraseBox

        box = PassphraseBox(question, send, self._jobs.refuse, self._frame)
        box.open()
        return box
