"""The review of a draft of the other side: each paragraph beside ours, what to take of it, and taking it in."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from dialogue_prep.domain.errors import Problem
from dialogue_prep.domain.text import worded
from dialogue_prep.gui.colours import Tone
from dialogue_prep.gui.context import Context
from dialogue_prep.gui.kit.cards import Card, row
from dialogue_prep.gui.kit.difference_text import DifferenceText
from dialogue_prep.gui.kit.finding_list import FindingList
from dialogue_prep.gui.kit.folding_split import FoldingSplit
from dialogue_prep.gui.kit.holding import Holding
from dialogue_prep.gui.kit.key_acts import KeyAct, KeyActs
from dialogue_prep.gui.kit.labels import ElidedLabel, OptionalLabel, PlainLabel, Size
from dialogue_prep.gui.kit.undoable import OwnUndo, Undoable
from dialogue_prep.gui.pages.communique_lines import passage_numbers
from dialogue_prep.gui.pages.counter_draft_lines import counterpart_lines, differing, effect, in_numbers
from dialogue_prep.gui.words import _, sentence_in_words

if TYPE_CHECKING:
    from dialogue_prep.documents.counter_draft import Counterpart
    from dialogue_prep.services.counter_drafts import CounterDraft


class CounterDraftView(QWidget):
    """Shows one draft; nothing is stored before it is taken in. `ended` carries what to tell, if anything."""

    ended = Signal(str)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._draft: CounterDraft | None = None
        self._choosing: Undoable[frozenset[str]] = Undoable(frozenset())
        self.title, self.unread = ElidedLabel(size=Size.LARGE), OptionalLabel(tone=Tone.WARN, wrap=True)
        self.list = FindingList(_("Their paragraphs"))
        self.words, self.effect = DifferenceText(_("What differs")), PlainLabel(tone=Tone.MUTED, wrap=True)
        self.summary, self.problem = PlainLabel(wrap=True), OptionalLabel(tone=Tone.BAD, wrap=True)
        self.leave, self.take = QPushButton(_("Leave it")), QPushButton(_("Take in"))
        self.take.setProperty("main", "true")
        self.acts = KeyActs(
            (
                KeyAct(_("Take"), (Qt.Key.Key_A,), partial(self._decide, take=True)),
                KeyAct(_("Leave"), (Qt.Key.Key_R,), partial(self._decide, take=False)),
            ),
            (self.list, self.words),
            lambda: self._here() is not None,
            self,
        )
        OwnUndo(self, lambda: self._choose(self._choosing.undone()), lambda: self._choose(self._choosing.redone()))
        self._holding = self._lay_out()
        self.list.chosen.connect(lambda _id: self._show_here())
        self.leave.clicked.connect(lambda: self.put_away(""))
        self.take.clicked.connect(self.take_in)

    @property
    def draft(self) -> CounterDraft | None:
        """The draft that is reviewed; None while there is none."""
        return self._draft

    def begin(self, draft: CounterDraft) -> None:
        """Show a draft that was laid beside ours."""
        self._draft, self._choosing = draft, Undoable(draft.usual())
        self._holding.give_back()
        self.title.say(draft.name)
        self.unread.say(sentence_in_words(draft.warning) if draft.warning else "")
        self.problem.say("")
        self._show()
        here = next((one.id for one in draft.counterparts if one.id in self._choosing.now), "")
        self.list.choose(here or next((one.id for one in draft.counterparts), ""))
        self._show_here()
        self.list.setFocus()

    def put_away(self, told: str) -> None:
        """Go back to our draft, with something to tell."""
        self._draft = None
        self.ended.emit(told)

    def take_in(self) -> None:
        """Store what was chosen, as one undo step."""
        draft, chosen = self._draft, self._choosing.now
        if draft is None or not chosen:
            return
        self._holding.hold()
        workspace, language = self._context.workspace, self._context.language
        reason = worded(language, _("In their draft “{name}”").format(name=draft.name))

        def take() -> None:
            # Imported here, as what reads files takes long to import.
            from dialogue_prep.services.counter_drafts import CounterDrafts

            CounterDrafts(workspace).take(draft, chosen, reason)

        told = _("“{name}” is taken in; one undo takes it back.").format(name=draft.name)
        self._context.jobs.run(take, lambda _none: self.put_away(told), self._when_refused, by=self)

    def _here(self) -> Counterpart | None:
        here = self.list.here()
        return next((one for one in self._draft.counterparts if one.id == here), None) if self._draft else None

    def _decide(self, *, take: bool) -> None:
        here, draft = self._here(), self._draft
        if here is None or draft is None:
            return
        chosen = self._choosing.now - {here.id}
        if take and draft.can_be_taken(here):
            chosen |= {here.id}
        self._choose(self._choosing.acted(chosen))
        self.list.step(1)

    def _choose(self, choosing: Undoable[frozenset[str]]) -> None:
        if self._draft is not None and not self._holding.held:
            self._choosing = choosing
            self._show()

    def _show(self) -> None:
        draft, chosen = self._draft, self._choosing.now
        assert draft is not None
        self.list.show_findings(counterpart_lines(draft, chosen, passage_numbers(draft.passages)))
        self.summary.say(in_numbers(draft, chosen))
        self.take.setEnabled(bool(chosen))

    def _show_here(self) -> None:
        here, draft = self._here(), self._draft
        self.words.show_differences((differing(here),) if here is not None else ())
        self.effect.say(effect(draft, here) if draft is not None and here is not None else "")

    def _when_refused(self, error: BaseException) -> None:
        self._holding.give_back()
        if isinstance(error, Problem):
            self.problem.say(sentence_in_words(error.sentence, self._context.language))
        else:
            self._context.jobs.refuse(error)

    def _lay_out(self) -> Holding:
        """Lay the parts out, and return what holds them."""
        there = Card(_("Their draft, paragraph by paragraph"))
        there.body.addWidget(self.list, 1)
        there.body.addLayout(row(*self.acts.buttons(), None, spacing=4))
        beside = Card()
        beside.body.addWidget(self.title)
        beside.body.addWidget(self.unread)
        beside.body.addWidget(self.words, 1)
        beside.body.addWidget(self.effect)
        split = FoldingSplit(there, beside, sizes=(560, 480))
        foot = Card()
        foot.body.setContentsMargins(20, 12, 20, 12)
        said = QVBoxLayout()
        said.addWidget(self.summary)
        said.addWidget(self.problem)
        across = row(spacing=16)
        across.addLayout(said, 1)
        across.addWidget(self.leave)
        across.addWidget(self.take)
        foot.body.addLayout(across)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(16)
        layout.addWidget(split, 1)
        layout.addWidget(foot)
        return Holding(self, split, foot)
