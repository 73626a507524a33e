"""The dialogue page: the terms of reference as data, in an outline, and one record of them at a time to change."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from zoneinfo import available_timezones

from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QScrollArea, QWidget

from dialogue_prep.domain.consultation import GuidanceRequest, Subgroup, TopicProposal
from dialogue_prep.domain.dialogue import Dialogue, Side
from dialogue_prep.domain.errors import Problem
from dialogue_prep.domain.identity import Identified, ObjectiveId
from dialogue_prep.domain.instrument import Instrument, ObjectiveInstrument
from dialogue_prep.domain.post import Post
from dialogue_prep.domain.readiness import Mending, Place
from dialogue_prep.domain.source import Alias, Subject
from dialogue_prep.domain.text import worded
from dialogue_prep.domain.topic import Objective, ObjectiveTopic, Topic
from dialogue_prep.gui.boxes.holder_box import HolderBox
from dialogue_prep.gui.boxes.question_box import QuestionBox
from dialogue_prep.gui.context import Context
from dialogue_prep.gui.following import Following
from dialogue_prep.gui.kit.cards import Card
from dialogue_prep.gui.kit.flow import Flow
from dialogue_prep.gui.kit.keys import on_keys
from dialogue_prep.gui.kit.labels import PlainLabel, Size, plain_action
from dialogue_prep.gui.kit.language_picker import LanguagePicker
from dialogue_prep.gui.kit.menu_acts import MenuAct
from dialogue_prep.gui.kit.menu_button import MenuButton
from dialogue_prep.gui.kit.outline import Outline
from dialogue_prep.gui.kit.refusals import at_field
from dialogue_prep.gui.kit.snug_stack import SnugStack
from dialogue_prep.gui.pages.dialogue_lines import going_words, home_changes, outline
from dialogue_prep.gui.pages.dialogue_removal import ask_to_remove_dialogue
from dialogue_prep.gui.pages.new_record_form import NewKind, NewRecordForm, new_kinds
from dialogue_prep.gui.pages.page import Page
from dialogue_prep.gui.pages.record_detail import CONFIRM, RecordDetail
from dialogue_prep.gui.records import record_title
from dialogue_prep.gui.terms import kind_name
from dialogue_prep.gui.words import _, sentence_in_words
from dialogue_prep.services.consultation import Consultation
from dialogue_prep.services.dialogues import TermsOfReference
from dialogue_prep.services.posts import Posts
from dialogue_prep.services.records import Records
from dialogue_prep.services.topics import Topics


@dataclass(frozen=True, slots=True, kw_only=True)
class _Read:
    terms: TermsOfReference
    zones: tuple[str, ...]


class DialoguePage(Page):
    """The outline at the left, the record that is chosen at the right."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._records = Records(context.workspace)
        self._posts = Posts(context.workspace)
        self._consultation = Consultation(context.workspace)
        self._topics = Topics(context.workspace)
        self._read_now: _Read | None = None
        self._wanted = ""
        self.outline = Outline(_("Terms of reference"))
        self.add = MenuButton(_("Add"))
        self.kind = PlainLabel(size=Size.HEADING)
        self.language = LanguagePicker(context.language)
        self.detail = RecordDetail(context)
        self.new_record = NewRecordForm()
        self._stack = SnugStack()
        self._lay_out()
        self._connect()
        self._following = Following(self, context, self._read, self._show)

    def choose_record(self, id_: str) -> None:
        """Lead to a record of the terms of reference."""
        self._wanted = id_
        if self._read_now is not None:
            self._go_where_wanted()

    def mended_at(self, mending: Mending) -> QWidget | None:
        if self._read_now is None or self._wanted:
            return None
        places = {
            Mending.HOME: self.detail.home,
            Mending.POST: self.add,
            Mending.HOLDER: self.detail.holders.first_button(),
            Mending.STEP: self.detail.consultation.first_button(),
        }
        return places.get(mending, self.outline)

    def record_id(self) -> str:
        """Return the identifier of the record that is chosen."""
        return self.outline.chosen_id()

    def acts_on(self, view: QAbstractItemView) -> tuple[MenuAct, ...]:
        if view is not self.outline:
            return ()
        if isinstance(self._record(), Dialogue):
            return (MenuAct(_("Remove the dialogue …"), self._ask_to_remove_dialogue),)
        return () if self.detail.remove.isHidden() else (MenuAct(_("Remove …"), self._ask_to_remove, "Del"),)

    def terms(self) -> TermsOfReference | None:
        """Return what is shown, None before it is read."""
        return self._read_now.terms if self._read_now else None

    def _lay_out(self) -> None:
        left = Card(_("Terms of reference"), aside=self.add)
        left.body.addWidget(self.outline, 1)
        right = Card()
        right.setAccessibleName(_("What is selected"))
        right.body.addLayout(Flow(self.kind, self.language, apart=True))
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setAccessibleName(_("What is selected"))
        self._stack.addWidget(self.detail)
        self._stack.addWidget(self.new_record)
        scroll.setWidget(self._stack)
        right.body.addWidget(scroll, 1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(24, 16, 24, 16)
        layout.setSpacing(16)
        layout.addWidget(left, 4)
        layout.addWidget(right, 5)

    def _connect(self) -> None:
        self.outline.chosen.connect(self._when_chosen)
        self.language.chosen.connect(lambda _language: self._show_detail())
        self.new_record.given.connect(self._add)
        self.new_record.left.connect(self._leave_form)
        detail = self.detail
        detail.remove_asked.connect(self._ask_to_remove)
        detail.home_asked.connect(self._ask_for_home)
        detail.holder_taken.connect(self._when_holder_taken)
        detail.tied.connect(self._tie)
        detail.objectives_tied.connect(self._tie_to_objectives)
        detail.alias_added.connect(self._add_alias)
        detail.alias_removed.connect(self._remove_alias)
        detail.consultation.said.connect(self.said)
        detail.consultation.meeting_asked.connect(lambda id_: self.place_asked.emit(Place.HOSTING, id_))
        on_keys(self.outline, "Del", self._ask_to_remove)
        on_keys(self, "Ctrl+N", self.add.showMenu)

    def _read(self) -> Callable[[], _Read | None]:
        context, dialogue_id = self._context, self._context.choices.dialogue_id

        def read() -> _Read | None:
            if not dialogue_id:
                return None
            zones = tuple(sorted(zone for zone in available_timezones() if "/" in zone or zone == "UTC"))
            return _Read(terms=context.dialogues.terms(dialogue_id), zones=zones)

        return read

    def _show(self, read: _Read | None) -> None:
        self._read_now = read
        if read is not None:
            self.outline.show_lines(outline(read.terms, self._context.language))
            self._offer_kinds(read.terms)
            if self._wanted:
                self._go_where_wanted()
            if self._record() is None:  # as at first, and where what was chosen is gone
                self.outline.choose(read.terms.dialogue.id)
            if self._stack.currentWidget() is self.detail:
                self._show_detail()
        self.shown.emit()

    def _offer_kinds(self, terms: TermsOfReference) -> None:
        menu = self.add.menu()
        menu.clear()
        for new in new_kinds(terms):
            action = menu.addAction(plain_action(new.words(self._context.language)))
            action.triggered.connect(partial(self._ask_new, new))

    def _go_where_wanted(self) -> None:
        wanted, self._wanted = self._wanted, ""
        self._stack.setCurrentWidget(self.detail)
        self.outline.choose(wanted)
        self.outline.setFocus()

    def _record(self) -> Identified | None:
        return self._read_now.terms.find(self.outline.chosen_id()) if self._read_now else None

    def _when_chosen(self, _id: str) -> None:
        self._stack.setCurrentWidget(self.detail)
        self._show_detail()

    def _show_detail(self) -> None:
        record, read = self._record(), self._read_now
        if record is None or read is None:
            return
        self.kind.say(kind_name(type(record).__name__))
        self.language.show_records([record])
        self.detail.show_record(record, read.terms, read.zones, self.language.language)

    def _ask_new(self, new: NewKind) -> None:
        assert self._read_now is not None
        self._stack.setCurrentWidget(self.new_record)
        self.kind.say(_("Add: {what}").format(what=new.words(self._context.language)))
        self.new_record.ask(new, self._read_now.terms, self._context.language)

    def _leave_form(self) -> None:
        self._stack.setCurrentWidget(self.detail)
        self._show_detail()
        self.outline.setFocus()

    def _add(self) -> None:
        try:
            record = self.new_record.record(self._context.workspace.new_id, self.language.language)
        except Problem as problem:
            self.new_record.refuse(problem.field, sentence_in_words(problem.sentence))
            return
        refused = at_field(self._context, self.new_record.refuse)
        added = partial(self._when_added, record.id)
        self._context.jobs.run(lambda: self._keep_new(record), added, refused, by=self.new_record)

    def _when_added(self, id_: str, _none: None) -> None:
        """Show what was just added as soon as it is read."""
        self._wanted = id_
        self._leave_form()

    def _keep_new(self, record: Identified) -> None:
        """Keep a new record, in a job; what the sides consult on has rules of its own."""
        match record:
            case TopicProposal():
                self._consultation.propose(record)
            case GuidanceRequest():
                self._consultation.raise_question(record)
            case Subgroup():
                self._consultation.set_up(record)
            case Topic():
                self._topics.add(record)
            case _:
                self._records.add(record, label=_ADDED[type(record).__name__])

    def _ask_to_remove_dialogue(self) -> None:
        ask_to_remove_dialogue(self._context, self.said.emit, self.window())

    def _ask_to_remove(self) -> None:
        record, context = self._record(), self._context
        if record is None or self.detail.remove.isHidden():
            return
        context.jobs.run(lambda: context.dialogues.goes_with(record), lambda going: self._tell_going(record, going))

    def _tell_going(self, record: Identified, going: dict[type[Identified], int]) -> None:
        if not going:
            self._remove(record)
            return
        title = record_title(record, self._context.language)
        box = QuestionBox(
            _("Remove “{title}”?").format(title=title),
            [
                _("With it go: {what}.").format(what=going_words(going)),
                _("What merely names it is kept. The whole can be undone."),
            ],
            _("Remove"),
            self.window(),
        )
        box.accepted.connect(lambda: self._remove(record))
        box.open()

    def _remove(self, record: Identified) -> None:
        self._send(lambda: self._records.remove(record, label=_REMOVED[type(record).__name__]))

    def _ask_for_home(self) -> None:
        side, context = self._record(), self._context
        if isinstance(side, Side):
            dialogue_id = side.dialogue_id
            context.jobs.run(
                lambda: context.dialogues.one_sided_entries(dialogue_id), partial(self._tell_home_changes, side)
            )

    def _tell_home_changes(self, side: Side, one_sided_entries: int) -> None:
        read, context = self._read_now, self._context
        if read is None:
            return
        box = QuestionBox(
            _("Make {side} our side?").format(side=side.name.read(context.language, "en")),
            home_changes(read.terms, side, one_sided_entries, context.language),
            _("This is our side"),
            self.window(),
        )
        box.accepted.connect(lambda: self._send(lambda: context.dialogues.choose_home(side.dialogue_id, side.id)))
        box.open()

    def _when_holder_taken(self, tenure_id: str, way: str) -> None:
        post, read, context = self._record(), self._read_now, self._context
        if not isinstance(post, Post) or read is None:
            return
        if way == CONFIRM:
            tenure = next(tenure for tenure in read.terms.tenures if tenure.id == tenure_id)
            self._send(lambda: self._posts.confirm(tenure))
            return
        names = [p.name.read(context.language, "en") for p in read.terms.people if p.side_id == post.side_id]
        context.jobs.run(
            context.workspace.today, lambda today: HolderBox(context, post, names, today, self.window()).open()
        )

    def _tie(
        self, kind: type[ObjectiveTopic | ObjectiveInstrument], added: Sequence[str], dropped: Sequence[str]
    ) -> None:
        objective, dialogues = self._record(), self._context.dialogues
        if isinstance(objective, Objective):
            self._send(lambda: dialogues.tie_objective(objective, kind, added, dropped))

    def _tie_to_objectives(self, added: Sequence[str], dropped: Sequence[str]) -> None:
        subject, dialogues = self._record(), self._context.dialogues
        if isinstance(subject, Topic | Instrument):
            objectives = [ObjectiveId(id_) for id_ in added], [ObjectiveId(id_) for id_ in dropped]
            self._send(lambda: dialogues.tie_to_objectives(subject, *objectives))

    def _add_alias(self, words: str) -> None:
        record, language = self._record(), self.language.language
        if record is not None:
            subject = Subject(type(record).__name__.lower())
            alias = Alias(
                id=self._context.workspace.new_id(),
                subject=subject,
                subject_id=record.id,
                name=worded(language, words),
            )
            names = self.detail.aliases
            self._send(
                lambda: self._records.add(alias, label="Add another name"), lambda _done: names.empty(words), by=names
            )

    def _remove_alias(self, id_: str) -> None:
        assert self._read_now is not None
        alias = next(alias for alias in self._read_now.terms.aliases if alias.id == id_)
        self._send(lambda: self._records.remove(alias, label="Remove another name"))

    def _send(
        self,
        request: Callable[[], object],
        then: Callable[[object], None] | None = None,
        by: QWidget | None = None,
    ) -> None:
        """Carry a request out; a refusal is said above the page."""
        refused = at_field(self._context, lambda _field, sentence: self.said.emit(sentence))
        self._context.jobs.run(request, then, refused, by=by)


_ADDED = {
    "Entity": "Add an entity",
    "Post": "Add a post",
    "Mechanism": "Add a mechanism",
    "Objective": "Add an objective",
    "Instrument": "Add an instrument",
}
_REMOVED = {
    "Entity": "Remove an entity",
    "Post": "Remove a post",
    "Topic": "Remove a topic",
    "Mechanism": "Remove a mechanism",
    "Objective": "Remove an objective",
    "Instrument": "Remove an instrument",
    "TopicProposal": "Remove a proposed topic",
    "GuidanceRequest": "Remove a request for guidance",
    "Subgroup": "Remove a sub-group",
}
