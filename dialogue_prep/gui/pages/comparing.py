"""Compares a source under review with the store, beside the window; what is asked meanwhile is compared next."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from dialogue_prep.domain.dialogue import Dialogue
from dialogue_prep.domain.errors import Problem
from dialogue_prep.domain.identity import DialogueId
from dialogue_prep.gui.context import Context
from dialogue_prep.gui.pages.review_known import Known

if TYPE_CHECKING:
    from dialogue_prep.services.joining.join import Proposal
    from dialogue_prep.services.sources import ReadSource


@dataclass(frozen=True, slots=True)
class Compared:
    """What came of it: what the store knows already, and what taking the source in would do, or why it cannot be."""

    known: Known
    proposal: Proposal | None
    problem: Problem | None = None


class Comparing(QObject):
    """Answers with `compared` for the last thing that was asked; of what was asked before it, nothing is heard."""

    compared = Signal(object)

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._asked: tuple[ReadSource, str] | None = None
        self._busy = False

    def ask(self, source: ReadSource, home: str) -> None:
        """Compare a source with the store; `home` names our side, empty where nobody has said it."""
        self._asked = (source, home)
        if not self._busy:
            self._begin()

    def forget(self) -> None:
        """Answer nothing more to what was asked."""
        self._asked = None

    def _begin(self) -> None:
        assert self._asked is not None
        self._busy = True
        context, asked = self._context, self._asked
        context.jobs.run(lambda: compare(context, *asked), lambda found: self._when_done(asked, found), self._refused)

    def _when_done(self, asked: tuple[ReadSource, str], found: Compared) -> None:
        self._busy = False
        if asked is self._asked:
            self.compared.emit(found)
        elif self._asked is not None:
            self._begin()

    def _refused(self, error: BaseException) -> None:
        self._busy = False
        self._context.jobs.refuse(error)


def compare(context: Context, source: ReadSource, home: str) -> Compared:
    """Return how a source stands to the store; reads the store."""
    # Imported here: what reads sources takes long to import, and is needed only once there is one.
    from dialogue_prep.services.sources import Sources

    sources = Sources(context.workspace)
    known = Known(sources.bearing(source))
    try:
        proposal = sources.propose(_with_suggestions(source, known), home)
        into = DialogueId("") if proposal.added()[Dialogue] else proposal.dialogue.id
        known = replace(known, codes=proposal.present, between=proposal.between, dialogue_id=into)
        return Compared(known, proposal)
    except Problem as problem:
        return Compared(known, None, problem)


def take_in(context: Context, source: ReadSource, home: str) -> Proposal:
    """Take a source in as it is reviewed and return what that did; writes to the store."""
    from dialogue_prep.services.sources import Sources

    sources = Sources(context.workspace)
    proposal = sources.propose(_with_suggestions(source, Known(sources.bearing(source))), home)
    sources.take_in(proposal)
    return proposal


def _with_suggestions(source: ReadSource, known: Known) -> ReadSource:
    """Return a source with what is suggested for its commitments, as the window shows it."""
    return replace(source, review=known.bearing.taken(source.review))
