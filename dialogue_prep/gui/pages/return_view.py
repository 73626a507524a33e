"""The review of edited copies: what each brings beside what was written and what is here, taking them in or not."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from dialogue_prep.gui.colours import Tone
from dialogue_prep.gui.context import Context
from dialogue_prep.gui.kit.cards import Card, row
from dialogue_prep.gui.kit.difference_text import DifferenceText
from dialogue_prep.gui.kit.finding_list import FindingList
from dialogue_prep.gui.kit.folding_split import FoldingSplit
from dialogue_prep.gui.kit.holding import Holding
from dialogue_prep.gui.kit.key_acts import KeyAct, KeyActs
from dialogue_prep.gui.kit.keys import on_keys
from dialogue_prep.gui.kit.labels import ElidedLabel, PlainLabel, Size, plain_hint
from dialogue_prep.gui.kit.refusals import at_field
from dialogue_prep.gui.kit.segments import Segments
from dialogue_prep.gui.kit.undoable import OwnUndo
from dialogue_prep.gui.pages.return_editor import ReturnEditor
from dialogue_prep.gui.pages.return_foot import ReturnFoot
from dialogue_prep.gui.pages.returned_details import comes_to, details_of, why
from dialogue_prep.gui.pages.returned_lines import (
    after_taking,
    entry_lines,
    in_numbers,
    papers_of,
    place_of,
    title_of,
    warnings_of,
)
from dialogue_prep.gui.pages.returning import Entry, Returning, ReviewPart, choices_of, decidable, taking
from dialogue_prep.gui.words import _, count
from dialogue_prep.services.returned_agenda import AgendaChange
from dialogue_prep.services.returned_combining import put_together
from dialogue_prep.services.returned_report import Addition, Choice, UnitChange

if TYPE_CHECKING:
    from dialogue_prep.domain.journal import Step
    from dialogue_prep.services.returned_report import ReturnReport

_TAKE_IN = "Ctrl+Return"
_DECIDING = 4
"""So many of the acts decide on an entry; the others lead to another one, and stand below the list."""
_WARNINGS, _COPIES = 2, 9
"""So many warnings are shown above; copies up to this number have a key of their own."""


class ReturnView(QWidget):
    """Shows edited copies under review. Nothing is stored before they are taken in.

    `taken` carries what to say once they were taken in, `left` tells that they were put away.
    """

    taken = Signal(str)
    left = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._state: Returning | None = None
        self._shown = ""
        self._wordless = False
        self.title = ElidedLabel(size=Size.LARGE)
        self.papers = ElidedLabel(tone=Tone.MUTED)
        self.warnings = PlainLabel(tone=Tone.WARN, wrap=True)
        self.segments = Segments((_("To decide"), _("Clean"), _("Notes"), _("Copies")))
        self.list = FindingList(_("What the copies bring"))
        self.all_clean = QPushButton(_("Take all clean ones"))
        self.all_clean.setObjectName("quiet")
        self.place = ElidedLabel(size=Size.HEADING)
        self.why = PlainLabel(tone=Tone.MUTED, wrap=True)
        self.details = DifferenceText(_("What it says in each copy"))
        self.editor = ReturnEditor()
        self.foot = ReturnFoot()
        self.acts = KeyActs(self._list_acts(), (self.list, self.details), lambda: self._state is not None, self)
        self._buttons = self.acts.buttons()
        self._holding = self._lay_out()
        self._connect()

    @property
    def state(self) -> Returning | None:
        """The copies and every decision so far; None while there are none."""
        return self._state

    @property
    def decided(self) -> bool:
        """Whether there is anything that would be lost if the copies were put away."""
        return self._state is not None and (bool(self._state.choices) or self.editor.typed)

    def begin(self, returning: Returning) -> None:
        """Show copies that have been read, what there is to decide first."""
        self._state = None
        self._holding.give_back()
        self.foot.say_problem("")
        self.title.say(title_of(returning))
        self.papers.say(papers_of(returning))
        self._say_warnings(warnings_of(returning))
        self._state = returning
        part = next((part for part in ReviewPart if returning.in_part(part)), ReviewPart.COPIES)
        self.segments.pick(part)
        self.list.step(-len(self.list.findings()))
        self.list.setFocus()

    def take_in(self) -> None:
        """Store what was decided, as one undo step."""
        self.editor.flush()
        wordless, self._wordless = self._wordless, False
        if (state := self._state) is None or wordless or not self.foot.take.isEnabled():
            return
        self._holding.hold()
        context = self._context
        paths = [copy.path for copy in state.report.copies]
        said = after_taking(paths, in_numbers(state))

        def take() -> None:
            # Imported here: what composes papers takes long to import, and is needed only once copies came back.
            from dialogue_prep.services.returns import Returns

            Returns(context.workspace).take_in(state.report, state.choices)

        context.jobs.run(take, lambda _nothing: self._when_taken(said), self._when_refused)

    def put_away(self) -> None:
        """Leave the copies; what was decided would be lost, so that is asked first."""
        self.editor.flush()
        if not self.decided:
            self._leave()
            return
        # Imported here: it is asked rarely.
        from dialogue_prep.gui.boxes.question_box import QuestionBox

        box = QuestionBox(
            _("Leave these copies?"),
            [_("The files stay as they are. What you have decided here is lost.")],
            _("Leave them"),
            self.window(),
        )
        box.accepted.connect(self._leave)
        box.open()

    def take(self, number: int = 0) -> None:
        """Take what the user is at, in the words of the copy of this number (from 1; 0: as it comes), and go on."""
        if (entry := self._at()) is None:
            return
        if number > choices_of(entry):
            self.foot.say_problem(_("There are not so many copies that change this."))
        elif decidable(entry):
            self._decide(entry, taking(entry, number))
        elif isinstance(entry.subject, UnitChange | Addition):
            self._decide(entry, None)
        else:
            self._say_told()

    def keep_ours(self) -> None:
        """Leave what the user is at as it is here, and go on."""
        if (entry := self._at()) is None:
            return
        if isinstance(entry.subject, UnitChange | Addition | AgendaChange):
            self._decide(entry, Choice(taken=False))
        else:
            self._say_told()

    def combine(self) -> None:
        """Put all wordings of a unit together, for the user to finish."""
        entry = self._at()
        if entry is not None and isinstance(entry.subject, UnitChange) and decidable(entry):
            self.foot.say_problem("")
            self.editor.propose(put_together(entry.subject.merged))
        else:
            self._say_told()

    def edit(self) -> None:
        """Let the user word what he or she is at."""
        if self.editor.text.isVisible() and not self.editor.text.isReadOnly():
            self.editor.edit()
        else:
            self._say_told()

    def step(self, by: int) -> None:
        """Go on to the next entry, or back; from the end of a part into the next one."""
        before = self.list.here()
        self.list.step(by)
        here = self.segments.here()
        if self.list.here() == before and self._state is not None:
            order = range(here + 1, ReviewPart.COPIES) if by > 0 else range(here - 1, -1, -1)
            part = next((part for part in order if self._state.in_part(ReviewPart(part))), None)
            if part is not None:
                self.segments.pick(part)
                self.list.step(-len(self.list.findings()) if by > 0 else len(self.list.findings()))

    def take_all_clean(self) -> None:
        """Take everything clean as it came, whatever was decided on it."""
        if self._state is not None:
            self._act(self._state.all_clean_taken())

    def undo(self) -> None:
        """Take the last decision back."""
        if self._state is not None:
            self._act(self._state.undone())

    def redo(self) -> None:
        """Decide again what was taken back last."""
        if self._state is not None:
            self._act(self._state.redone())

    def _list_acts(self) -> tuple[KeyAct, ...]:
        return (
            KeyAct(_("Take"), (Qt.Key.Key_A,), self.take),
            KeyAct(_("Ours"), (Qt.Key.Key_O, Qt.Key.Key_R), self.keep_ours),
            KeyAct(_("Combine"), (Qt.Key.Key_C,), self.combine),
            KeyAct(_("Edit"), (Qt.Key.Key_E, Qt.Key.Key_F2), self.edit),
            KeyAct(_("Next"), (Qt.Key.Key_N,), partial(self.step, 1)),
            KeyAct(_("Previous"), (Qt.Key.Key_P,), partial(self.step, -1)),
        )

    def _lay_out(self) -> Holding:
        """Lay the parts out, and return what holds them."""
        head = Card()
        head.body.setSpacing(4)
        for widget in (self.title, self.papers, self.warnings):
            head.body.addWidget(widget)
        there = Card()
        there.body.addWidget(self.segments)
        there.body.addWidget(self.list, 1)
        there.body.addLayout(row(*self._buttons[_DECIDING:], None, self.all_clean, spacing=4))
        beside = Card()
        beside.body.addWidget(self.place)
        beside.body.addWidget(self.why)
        beside.body.addWidget(self.details, 1)
        beside.body.addLayout(row(*self._buttons[:_DECIDING], None, spacing=4))
        beside.body.addWidget(self.editor)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 16, 24, 16)
        layout.setSpacing(16)
        split = FoldingSplit(there, beside, sizes=(440, 592))
        layout.addWidget(head)
        layout.addWidget(split, 1)
        layout.addWidget(self.foot)
        return Holding(self, split, self.foot)

    def _connect(self) -> None:
        self.segments.picked.connect(self._when_part_picked)
        self.list.chosen.connect(self._when_come_to)
        self.all_clean.clicked.connect(self.take_all_clean)
        self.editor.reworded.connect(self._when_reworded)
        self.editor.left.connect(self._when_editor_left)
        self.foot.leave_chosen.connect(self.put_away)
        self.foot.take_chosen.connect(self.take_in)
        self._context.changed.connect(self._when_store_moved)
        OwnUndo(self, self.undo, self.redo)
        on_keys(self, _TAKE_IN, self.take_in)
        self.foot.take.setToolTip(plain_hint(_("{what}: key {key}").format(what=_("Take in"), key=_TAKE_IN)))
        for number in range(1, _COPIES + 1):
            for widget in (self.list, self.details):
                on_keys(widget, str(number), partial(self.take, number))

    def _at(self) -> Entry | None:
        """Return what the user is at."""
        return self._entry(self.list.here())

    def _entry(self, id_: str) -> Entry | None:
        return next((one for one in self._state.entries if one.id == id_), None) if self._state else None

    def _decide(self, entry: Entry, choice: Choice | None) -> None:
        if self._state is not None:
            self._act(self._state.decided(entry, choice))
            self.step(1)

    def _act(self, state: Returning) -> None:
        if self._holding.held:
            return  # the keys of undo are heard all the same
        self.foot.say_problem("")
        self._state = state
        self._show()

    def _show(self) -> None:
        assert self._state is not None
        state, language = self._state, self._context.language
        self.segments.show_numbers([len(state.in_part(part)) for part in ReviewPart])
        part = ReviewPart(self.segments.here())
        self.list.show_findings(entry_lines(state, part, language))
        self.all_clean.setVisible(part is ReviewPart.CLEAN)
        self.foot.show_summary(in_numbers(state), can_be_taken=not state.report.empty)
        self._show_entry()

    def _show_entry(self) -> None:
        entry, state = self._at(), self._state
        self._shown = entry.id if entry is not None else ""
        if entry is None or state is None:
            self.place.say("")
            self.why.say(_("There is nothing of this kind."))
            self.details.show_differences(())
            self.editor.show_words(None, "")
            return
        self.place.say(place_of(state, entry.subject))
        self.place.setVisible(bool(self.place.text()))
        self.why.say(why(entry))
        self.why.setVisible(bool(self.why.text()))
        self.details.show_differences(details_of(state, entry, self._context.language))
        self.editor.show_words(state.words(entry), comes_to(state, entry))
        self.editor.text.setReadOnly(not decidable(entry))
        self._allow(entry)

    def _allow(self, entry: Entry) -> None:
        """Offer what can be done with an entry; going on is always possible."""
        decided = isinstance(entry.subject, UnitChange | Addition | AgendaChange)
        worded = decidable(entry) and isinstance(entry.subject, UnitChange | Addition)
        combined = decidable(entry) and isinstance(entry.subject, UnitChange)
        for button, there in zip(self._buttons, (decided, decided, combined, worded), strict=False):
            button.setEnabled(there)

    def _say_warnings(self, warnings: tuple[str, ...]) -> None:
        shown = list(warnings[:_WARNINGS])
        if more := len(warnings) - len(shown):
            shown.append(count("{number} more is said under “Copies”.", "{number} more are said under “Copies”.", more))
        self.warnings.say("\n".join(shown))
        self.warnings.setVisible(bool(shown))

    def _say_told(self) -> None:
        self.foot.say_problem(_("There is nothing to decide on this: it is told, or kept as a note."))

    def _when_part_picked(self, _part: int) -> None:
        if self._state is not None:
            self._show()

    def _when_editor_left(self) -> None:
        self._wordless = False
        self.list.setFocus()

    def _when_come_to(self, _id: str) -> None:
        self.editor.flush()
        self._wordless = False
        self.foot.say_problem("")
        self._show_entry()

    def _when_reworded(self, words: str) -> None:
        # What was typed belongs to what was shown, though the user may have come to another entry by now.
        if (entry := self._entry(self._shown)) is None or self._state is None:
            return
        if words:
            self._act(self._state.decided(entry, Choice(taken=True, words=words)))
        else:
            self._show_entry()
            self._wordless = True  # the button that took the focus from here may be that of taking in
            self.foot.say_problem(_("Without words it cannot stand; say what is to be there, or leave it as it is."))

    def _when_store_moved(self, step: Step | None) -> None:
        """See what the copies come to now that the store has moved, as long as they are under review."""
        if step is None or self._state is None:
            return
        context, report = self._context, self._state.report

        def again() -> ReturnReport:
            from dialogue_prep.services.returns import Returns

            return Returns(context.workspace).again(report)

        context.jobs.run(again, self._when_read_again, at_field(context, self._refuse))

    def _when_read_again(self, report: ReturnReport) -> None:
        if self._state is None or report == self._state.report:
            return
        typed, about = self.editor.hand_over(), self._shown
        lost = len(self._state.choices) + bool(typed)
        self._state = self._state.anew(report)
        lost -= len(self._state.choices)
        self._show()
        if typed and (entry := self._entry(about)) is not None:
            self.segments.pick(entry.part)
            self.list.choose(about)
            self.editor.put_back(typed)
        said = _("What is here has moved; {number} of your decisions are to be made again.")
        self.foot.say_problem(said.format(number=lost) if lost else "")

    def _when_taken(self, said: str) -> None:
        self._state = None
        self.taken.emit(said)

    def _leave(self) -> None:
        self._state = None
        self.left.emit()

    def _when_refused(self, error: BaseException) -> None:
        self._holding.give_back()
        at_field(self._context, self._refuse)(error)

    def _refuse(self, _field: str, sentence: str) -> None:
        self.foot.say_problem(sentence)
