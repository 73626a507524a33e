"""What the user can do about a store that somebody else holds: call that window, or take the store over."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from dialogue_prep.gui.jobs import Jobs
from dialogue_prep.gui.words import _, sentence_in_words
from dialogue_prep.system.calling import call
from dialogue_prep.system.lock import InUse, forget_holder_elsewhere


class HeldStore(QObject):
    """Offers what helps: `say` shows a sentence in the place of the former one, `leave` ends this window."""

    def __init__(
        self,
        jobs: Jobs,
        window: QWidget,
        say: Callable[[str], None],
        open_again: Callable[[], None],
        leave: Callable[[], None],
    ) -> None:
        super().__init__(window)
        self._jobs = jobs
        self._window = window
        self._say = say
        self._open_again = open_again
        self._leave = leave
        self._refused: InUse | None = None

    def refused(self, error: BaseException) -> tuple[bool, bool]:
        """Note why a store was not opened; say whether its holder can be called, and whether it can be taken."""
        self._refused = error if isinstance(error, InUse) else None
        holder = self._refused.holder if self._refused else None
        elsewhere = holder is not None and holder.elsewhere
        return self._refused is not None and not elsewhere, elsewhere

    def call(self) -> None:
        """Call the window that has the store open; where it is heard, this one is needed no longer."""
        assert self._refused is not None
        store = self._refused.store
        self._jobs.run(lambda: call(store), self._when_called)

    def take(self) -> None:
        """Take the store from another machine, after the user has said that it is open there no longer."""
        assert self._refused is not None
        store, holder = self._refused.store, self._refused.holder
        # Imported here, like every box: few starts of the window ever ask for it.
        from dialogue_prep.gui.boxes.question_box import QuestionBox

        sentences = (
            _("It is in use by {holder}.").format(holder=sentence_in_words(holder.sentence) if holder else ""),
            _("If it is still open there, what you write from now on and what is written there can damage each other."),
        )
        box = QuestionBox(_("Is the store open on that machine no longer?"), sentences, _("Take it"), self._window)
        box.accepted.connect(
            lambda: self._jobs.run(lambda: forget_holder_elsewhere(store), lambda _holder: self._open_again())
        )
        box.open()

    def _when_called(self, heard: bool) -> None:
        if heard:
            self._leave()
        else:
            self._say(_("Nobody answers: the store may be in use by a command, which will soon be done."))
