"""The review of a source: its text with what was found marked in it, the proposals beside it, taking it in or not."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from dialogue_prep.domain.errors import Problem, UserError
from dialogue_prep.gui.colours import Tone
from dialogue_prep.gui.context import Context
from dialogue_prep.gui.kit.cards import Card, row
from dialogue_prep.gui.kit.facts import Facts
from dialogue_prep.gui.kit.finding_list import FindingList
from dialogue_prep.gui.kit.folding_split import FoldingSplit
from dialogue_prep.gui.kit.holding import Holding
from dialogue_prep.gui.kit.key_acts import KeyAct, KeyActs
from dialogue_prep.gui.kit.keyed_button import keyed_button
from dialogue_prep.gui.kit.keys import on_keys
from dialogue_prep.gui.kit.labels import Chip, ElidedLabel, OptionalLabel, Size
from dialogue_prep.gui.kit.marked_text import MarkedText
from dialogue_prep.gui.kit.segments import Segments
from dialogue_prep.gui.kit.undoable import OwnUndo
from dialogue_prep.gui.pages.comparing import Compared, Comparing, take_in
from dialogue_prep.gui.pages.places import Places, id_of
from dialogue_prep.gui.pages.review_changes import ReviewChanges
from dialogue_prep.gui.pages.review_foot import ReviewFoot
from dialogue_prep.gui.pages.review_form import ReviewForm
from dialogue_prep.gui.pages.review_known import Known
from dialogue_prep.gui.pages.review_lines import (
    also_found,
    facts,
    found_lines,
    proposal_places,
    proposals,
    side_names,
)
from dialogue_prep.gui.pages.reviewing import Reviewing
from dialogue_prep.gui.pages.source_lines import how_read
from dialogue_prep.gui.terms import source_kind_name
from dialogue_prep.gui.words import _, sentence_in_words

if TYPE_CHECKING:
    from dialogue_prep.domain.journal import Step
    from dialogue_prep.reading.extract import FoundCommitment
    from dialogue_prep.reading.review import ReadAs, Review
    from dialogue_prep.services.joining.join import Proposal
    from dialogue_prep.services.sources import ReadSource

COMMITMENTS, FOUND, CHANGES = range(3)


class ReviewView(QWidget):
    """Shows one source under review. Nothing is stored before it is taken in.

    `taken` carries the Proposal that was carried out; `left` tells that the source was put away; `reading_asked`
    carries the ReadAs as which it has to be read again.
    """

    taken = Signal(object)
    left = Signal()
    reading_asked = Signal(object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._comparing = Comparing(context, self)
        self._state: Reviewing | None = None
        self._known = Known()
        self._names: dict[str, str] = {}
        self.title = ElidedLabel(size=Size.LARGE)
        self.kind = Chip()
        self.facts = Facts(2)
        self.how_read = ElidedLabel(size=Size.SMALL, tone=Tone.MUTED)
        self.unread = OptionalLabel(tone=Tone.WARN, wrap=True)
        what = _("Put right the title, the dialogue, the kind, the round, the co-chairs or the next round")
        self.correct = keyed_button(_("Put right …"), what, "F")
        self.text = MarkedText(_("Source"))
        self.segments = Segments((_("Commitments"), _("Also found"), _("Changes")))
        self.proposals = FindingList(_("Commitments"))
        self.found = FindingList(_("Also found"))
        self.changes = ReviewChanges()
        self.form = ReviewForm()
        self.foot = ReviewFoot()
        self.acts = KeyActs(self._list_acts(), (self.proposals, self.text), lambda: self._at() is not None, self)
        self._lists = QStackedWidget()
        self._taking = False
        self._holding = self._lay_out()
        self._connect()

    @property
    def state(self) -> Reviewing | None:
        """The source and every act of the reviewer so far; None while there is no source."""
        return self._state

    def begin(self, source: ReadSource) -> None:
        """Show a source that has been read."""
        self._holding.give_back()
        extract = source.review.extract
        self._state, self._known, self._names = Reviewing.begun(source), Known(), {}
        self.title.say(source.path.name)
        self.how_read.say(how_read(source.text))
        warning = source.text.warning if source.text else None
        self.unread.say(sentence_in_words(warning) if warning else "")
        self.text.show_paragraphs(extract.paragraphs)
        self.changes.show_proposal(None, self._context.language)
        self.foot.begin()
        self._show()
        self.segments.pick(COMMITMENTS if source.review.commitments else FOUND)
        (self.proposals if source.review.commitments else self.found).setFocus()
        self._compare()

    def put_right(self) -> None:
        """Let the user put right what was found above the source."""
        from dialogue_prep.gui.boxes.source_facts_box import SourceFactsBox

        if self._state is not None and not self._holding.held:
            known, language = self._known, self._context.language
            kept = [(one.id, one.designation.read(language, "en")) for one in known.between]
            box = SourceFactsBox(self._state.review, self._names, kept, known.dialogue_id, self)
            box.corrected.connect(self._when_edited)
            box.reading_asked.connect(self._when_reading_asked)
            box.open()

    def show_again(self, source: ReadSource) -> None:
        """Show the source as it was read again; what was done before can be undone back to."""
        if self._state is not None:
            self._act(self._state.acted(source.review))

    def wait_for_reading(self, *, going_on: bool) -> None:
        """Have everything wait while the source is read again: it would be decided on what it no longer says."""
        if going_on:
            self._holding.hold()
        elif not self._taking:
            self._holding.give_back()

    def put_away(self) -> None:
        """Leave the source; nothing of it was stored."""
        self._comparing.forget()
        self._state = None
        self.left.emit()

    def take_in(self) -> None:
        """Store what was accepted, as one undo step."""
        if self._state is None or self._holding.held:
            return
        self._holding.hold()
        if self.form.problem():
            self._holding.give_back()
            self.segments.pick(COMMITMENTS)
            self.form.edit()
            return
        self._taking = True
        context, source, home = self._context, self._state.source, self.foot.home_name()
        context.jobs.run(lambda: take_in(context, source, home), self._when_taken, self._when_refused)

    def accept(self) -> None:
        """Accept the commitment that the user is at and go on to the next."""
        self._decide(lambda review, found: review.accept(found))

    def reject(self) -> None:
        """Reject the commitment that the user is at and go on to the next."""
        self._decide(lambda review, found: review.reject(found))

    def split(self) -> None:
        """Make two commitments of the one that the user is at, where the cursor is in the text."""
        if (at := self._at()) is None:
            return
        found, state = at
        begin = Places(state.review.extract.paragraphs).offset(found.span)
        try:
            review = state.review.split(found, self.text.cursor_at() - begin)
        except UserError as error:
            self.foot.say_problem(sentence_in_words(error.sentence))
            return
        place = state.review.commitments.index(found)
        self._act(state.acted(review), go_to=id_of(review.commitments[place].span))

    def merge(self) -> None:
        """Make one commitment of the one that the user is at and the next."""
        if (at := self._at()) is None:
            return
        found, state = at
        place = state.review.commitments.index(found)
        if place + 1 == len(state.review.commitments):
            self.foot.say_problem(_("There is no next commitment with which to merge this one."))
            return
        review = state.review.merge(found, state.review.commitments[place + 1])
        self._act(state.acted(review), go_to=id_of(review.commitments[place].span))

    def undo(self) -> None:
        """Take the reviewer's last act back."""
        if self._state is not None:
            self._act(self._state.undone())

    def redo(self) -> None:
        """Do again what was taken back last."""
        if self._state is not None:
            self._act(self._state.redone())

    def _list_acts(self) -> tuple[KeyAct, ...]:
        return (
            KeyAct(_("Accept"), (Qt.Key.Key_A,), self.accept),
            KeyAct(_("Reject"), (Qt.Key.Key_R,), self.reject),
            KeyAct(_("Edit"), (Qt.Key.Key_E, Qt.Key.Key_F2), self.form.edit),
            KeyAct(_("Topic"), (Qt.Key.Key_T,), self.form.choose_topic),
            KeyAct(_("Split"), (Qt.Key.Key_S,), self.split),
            KeyAct(_("Merge"), (Qt.Key.Key_M,), self.merge),
        )

    def _lay_out(self) -> Holding:
        """Lay the parts out, and return what holds them."""
        head = Card()
        heading = row(spacing=16)
        heading.addWidget(self.title, 1)
        heading.addWidget(self.how_read, 1)
        heading.addWidget(self.correct)
        heading.addWidget(self.kind)
        head.body.addLayout(heading)
        head.body.addWidget(self.unread)
        head.body.addWidget(self.facts)
        source = Card(_("Source"))
        source.body.addWidget(self.text, 1)
        beside = Card()
        beside.body.addWidget(self.segments)
        beside.body.addWidget(self._lists, 1)
        for widget in (self._agreed(), self.found, self.changes):
            self._lists.addWidget(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 16, 24, 16)
        layout.setSpacing(16)
        split = FoldingSplit(source, beside, sizes=(520, 520))
        layout.addWidget(head)
        layout.addWidget(split, 1)
        layout.addWidget(self.foot)
        return Holding(self, head, split, self.foot)

    def _agreed(self) -> QWidget:
        held = QWidget()
        column = QVBoxLayout(held)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.proposals, 1)
        column.addLayout(row(*self.acts.buttons(), None, spacing=4))
        column.addWidget(self.form)
        return held

    def _connect(self) -> None:
        self.segments.picked.connect(self._when_part_picked)
        self.proposals.chosen.connect(partial(self._when_come_to, COMMITMENTS))
        self.found.chosen.connect(partial(self._when_come_to, FOUND))
        self.text.place_entered.connect(self._when_place_entered)
        self.form.changed.connect(self._when_edited)
        self.form.left.connect(self.proposals.setFocus)
        self.correct.clicked.connect(self.put_right)
        on_keys(self, "F", self.put_right)
        self.changes.name_decided.connect(self._when_name_decided)
        self.foot.home_said.connect(self._compare)
        self.foot.facts_asked.connect(self.put_right)
        self.foot.leave_chosen.connect(self.put_away)
        self.foot.take_chosen.connect(self.take_in)
        self._comparing.compared.connect(self._when_compared)
        self._context.changed.connect(self._when_store_moved)
        OwnUndo(self, self.undo, self.redo)

    def _at(self) -> tuple[FoundCommitment, Reviewing] | None:
        """Return the commitment that the user is at."""
        if self._state is None or self.segments.here() != COMMITMENTS:
            return None
        found = self._commitment(self._state.review)
        return (found, self._state) if found is not None else None

    def _commitment(self, review: Review) -> FoundCommitment | None:
        here = self.proposals.here()
        return next((one for one in review.commitments if id_of(one.span) == here), None)

    def _decide(self, decided: Callable[[Review, FoundCommitment], Review]) -> None:
        if (at := self._at()) is not None:
            found, state = at
            self._act(state.acted(decided(state.review, found)))
            self.proposals.step(1)

    def _act(self, state: Reviewing, go_to: str = "") -> None:
        if self._holding.held:
            return  # the keys of undo are heard all the same
        self.foot.say_problem("")
        if state is self._state:
            return
        self._state = state
        self._show()
        if go_to:
            self.proposals.choose(go_to)
        self._compare()

    def _compare(self) -> None:
        if self._state is not None:
            self.foot.say_problem("")
            self._comparing.ask(self._state.source, self.foot.home_name())

    def _show(self) -> None:
        assert self._state is not None
        review, language = self._state.review, self._context.language
        found = also_found(review.extract, self._names, self._context.language)
        self.kind.say(source_kind_name(review.extract.kind))
        self.facts.show_facts(facts(review.extract, self._names, language))
        self.text.show_places(proposal_places(review, found))
        self.proposals.show_findings(proposals(review, self._known, language))
        self.found.show_findings(found_lines(found, review.extract.paragraphs))
        self.segments.offer(COMMITMENTS, there=bool(review.commitments))
        if not review.commitments and self.segments.here() == COMMITMENTS:
            self.segments.pick(FOUND)
        accepted = len(review.accepted().commitments)
        self.segments.show_numbers((accepted, len(found), len(self.changes.list.findings())))
        self._show_form(review)

    def _show_form(self, review: Review) -> None:
        sides = side_names(review.extract, self._names)
        self.form.show_commitment(review, self._commitment(review), self._known, sides, self._context.language)

    def _when_part_picked(self, part: int) -> None:
        self._lists.setCurrentIndex(part)
        self.text.choose((self.proposals, self.found, self.changes.list)[part].here())

    def _when_come_to(self, part: int, id_: str) -> None:
        if self._state is not None and part == self.segments.here():
            self.foot.say_problem("")
            self.text.choose(id_)
            self._show_form(self._state.review)

    def _when_place_entered(self, id_: str) -> None:
        part = COMMITMENTS if any(finding.id == id_ for finding in self.proposals.findings()) else FOUND
        if self.segments.here() != part:
            self.segments.pick(part)
        (self.proposals if part == COMMITMENTS else self.found).choose(id_)

    def _when_edited(self, review: Review) -> None:
        if self._state is not None:
            self._act(self._state.acted(review))

    def _when_reading_asked(self, read_as: ReadAs) -> None:
        """Keep what was put right before the source is read again: it may be that it cannot be."""
        self._when_edited(read_as.review)
        self.reading_asked.emit(read_as)

    def _when_name_decided(self, name: str, kept: bool) -> None:
        if self._state is not None:
            review = self._state.review
            self._act(self._state.acted(review.accept_name(name) if kept else review.refuse_name(name)))

    def _when_compared(self, compared: Compared) -> None:
        if self._state is None:
            return
        self._known, language, proposal = compared.known, self._context.language, compared.proposal
        if proposal is None:
            assert compared.problem is not None
            self.foot.show_refusal(sentence_in_words(compared.problem.sentence))
        else:
            self._name_sides(proposal)
            self.foot.show_proposal(proposal, language)
        self.changes.show_proposal(proposal, language)
        self._show()

    def _name_sides(self, proposal: Proposal) -> None:
        named = {wording.words: side for side in proposal.sides for wording in side.name}
        language = self._context.language
        found = [side.name for side in proposal.extract.sides]
        self._names = {name: named[name].name.read(language, "en") for name in found if name in named}

    def _when_store_moved(self, step: Step | None) -> None:
        """Say anew what taking the source in would do, now that the store has moved."""
        if step is not None:
            self._compare()

    def _when_taken(self, proposal: Proposal) -> None:
        self._taking = False
        self._state = None
        self.taken.emit(proposal)

    def _when_refused(self, error: BaseException) -> None:
        self._taking = False
        self._holding.give_back()
        if isinstance(error, Problem):
            self.foot.say_problem(sentence_in_words(error.sentence))
        else:
            self._context.jobs.refuse(error)
