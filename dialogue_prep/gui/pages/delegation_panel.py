"""The panel of the delegations page: what is selected, or what is being added."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QScrollArea, QVBoxLayout, QWidget

from dialogue_prep.domain.biography import Biography
from dialogue_prep.domain.delegation import Delegate, DelegateRole
from dialogue_prep.domain.identity import Identified, PostId
from dialogue_prep.domain.text import NOTHING, worded
from dialogue_prep.gui.colours import Tone
from dialogue_prep.gui.context import Context
from dialogue_prep.gui.kit.cards import Card, row
from dialogue_prep.gui.kit.labels import PlainLabel, Size
from dialogue_prep.gui.kit.language_picker import LanguagePicker
from dialogue_prep.gui.kit.record_form import FieldKind, FieldShape, RecordForm
from dialogue_prep.gui.kit.saved_fields import Field, SavedLine
from dialogue_prep.gui.kit.snug_stack import SnugStack
from dialogue_prep.gui.kit.suggestions import suggest
from dialogue_prep.gui.pages.delegation_forms import NewAbsenceForm, NewDelegateForm
from dialogue_prep.gui.pages.delegations_lines import BothDelegations, DelegateLine, DelegationLines, EntityLine
from dialogue_prep.gui.pages.entity_field import entity_field
from dialogue_prep.gui.terms import delegate_role_name
from dialogue_prep.gui.words import _
from dialogue_prep.services.delegations import Delegations
from dialogue_prep.services.records import Records
from dialogue_prep.services.round_texts import RoundTexts


class DelegationPanel(Card):
    """Shows one delegate or one absence, each field kept as it is left; or asks for a new one."""

    remove_asked = Signal(str)
    present_again = Signal(str)
    history_asked = Signal(str)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._context = context
        self._record_id = ""
        self._line: DelegateLine | None = None
        self._entity: EntityLine | None = None
        self.setAccessibleName(_("What is selected"))
        self.heading = PlainLabel(size=Size.LARGE, wrap=True)
        self.language = LanguagePicker(context.language)
        self.language.chosen.connect(lambda _language: self._show_again())
        self.history, self.history_of_person = QPushButton(_("History …")), QPushButton(_("History of the person …"))
        for button in (self.history, self.history_of_person):
            button.setObjectName("quiet")
        self.history.clicked.connect(lambda: self.history_asked.emit(self._record_id))
        self.history_of_person.clicked.connect(
            lambda: self.history_asked.emit(self._line.person.id if self._line else "")
        )
        self.new_delegate, self.new_absence = NewDelegateForm(), NewAbsenceForm()
        self.person, self.delegate, self.absence = (self._form(label) for label in _LABELS)
        self._texts = RoundTexts(context.workspace)
        self.biography = RecordForm(context.jobs, context.workspace.new_id, self._keep_biography)
        # A title that is half written would be a post of its own.
        self.stands_in_for = SavedLine(context.jobs, context.workspace.new_id, while_typing=False)
        self.stands_in_for_field = Field(_("Stands in for"), self.stands_in_for)
        self.stands_in_for.setPlaceholderText(_("nobody: comes in his or her own right"))
        self.stands_in_for.saving.problem.connect(self.stands_in_for_field.refuse)
        self.remove = QPushButton(_("Remove"))
        self.remove.clicked.connect(lambda: self.remove_asked.emit(self._line.id if self._line else ""))
        self.again = QPushButton(_("Somebody comes after all"))
        self.again.clicked.connect(lambda: self.present_again.emit(self._entity.id if self._entity else ""))
        self.nothing = PlainLabel(
            _("Choose a delegate to see and change what is known, or an entity to say who comes from it."),
            tone=Tone.MUTED,
            wrap=True,
        )
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._stack = SnugStack()
        self._lay_out()
        self.show_nothing()

    def show_nothing(self) -> None:
        """Say what can be shown here."""
        self._turn_to(self.nothing, "")

    def show_delegate(self, both: BothDelegations, line: DelegateLine) -> None:
        """Show a delegate, or bring the one that is shown in step."""
        self._line, self._record_id = line, line.id
        self._turn_to(self._delegate_page, line.name)
        known = next((one for one in both.dossier.biographies if one.person_id == line.person.id), None)
        self.language.show_records([line.person, line.delegate, *([known] if known else [])])
        language, reading = self.language.language, (self._context.language, "en")
        self.person.show_record(line.person, _person_shapes(), language, reading)
        self.delegate.show_record(
            line.delegate, _delegate_shapes(both, line, self._context.language), language, reading
        )
        biography = known or Biography(id=f"biography of {line.person.id}", person_id=line.person.id)
        self.biography.show_record(biography, _biography_shapes(), language, reading)
        posts = [post for post in both.dossier.posts if post.side_id == line.delegate.side_id]
        titles = {post.id: post.title.read(language, *reading) for post in posts}
        post_id = line.delegate.stands_in_for_id
        shown = titles.get(post_id, "") if post_id else ""
        meant = {title: id_ for id_, title in titles.items()} | {shown: post_id}
        keep = partial(self._designate, line.delegate, meant, language)
        self.stands_in_for.saving.show_value(f"{line.id}/{language}", shown, keep)
        if not self.stands_in_for.hasFocus():
            suggest(self.stands_in_for, list(titles.values()))

    def show_absence(self, line: EntityLine) -> None:
        """Show why an entity sends nobody."""
        assert line.absence is not None
        self._entity, self._record_id = line, line.absence.id
        self._turn_to(self._absence_page, line.name)
        self.language.show_records([line.absence])
        shapes = [FieldShape(name="reason", label=_("Why nobody comes"), kind=FieldKind.LONG)]
        self.absence.show_record(line.absence, shapes, self.language.language, (self._context.language, "en"))

    def ask_delegate(self, both: BothDelegations, side: DelegationLines, entity_id: str = "") -> None:
        """Ask who comes from an entity, or from the first that has nobody."""
        self._turn_to(self.new_delegate, _("Add a delegate: {side}").format(side=side.heading))
        self.new_delegate.ask(both, side, entity_id, self._context.language)

    def ask_absence(self, side: DelegationLines, entity_id: str = "") -> None:
        """Ask why nobody comes from an entity."""
        self._turn_to(self.new_absence, _("Record an absence: {side}").format(side=side.heading))
        self.new_absence.ask(side, entity_id)

    def asking(self) -> bool:
        """Say whether something is being added."""
        return self._stack.currentWidget() in (self.new_delegate, self.new_absence)

    def flush(self) -> None:
        """Keep what is not kept yet."""
        for form in (self.person, self.delegate, self.biography, self.absence):
            form.flush()
        self.stands_in_for.saving.flush()

    def _form(self, label: str) -> RecordForm:
        context = self._context
        records = Records(context.workspace)

        def keep(record: Identified, change: Callable[[Identified], Identified], visit: str) -> object:
            return records.edit(record, change, label=label, visit=visit)

        return RecordForm(context.jobs, context.workspace.new_id, keep)

    def _lay_out(self) -> None:
        self._delegate_page, self._absence_page = QWidget(), QWidget()
        of_delegate = (self.person, self.delegate, self.stands_in_for_field, self.biography)
        for page, widgets, buttons in (
            (self._delegate_page, of_delegate, (self.remove, None, self.history_of_person)),
            (self._absence_page, (self.absence,), (self.again, None)),
        ):
            layout = QVBoxLayout(page)
            layout.setContentsMargins(0, 0, 8, 0)
            layout.setSpacing(12)
            for widget in widgets:
                layout.addWidget(widget)
            layout.addLayout(row(*buttons))
            layout.addStretch(1)
        for page in (self.nothing, self.new_delegate, self.new_absence, self._delegate_page, self._absence_page):
            self._stack.addWidget(page)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setWidget(self._stack)
        scroll.setAccessibleName(_("What is selected"))
        self.body.addWidget(self.heading)
        self.body.addLayout(row(self.language, None, self.history))
        self.body.addWidget(scroll, 1)

    def _turn_to(self, page: QWidget, heading: str) -> None:
        if self._stack.currentWidget() is not page:
            self.flush()
        self.heading.say(heading)
        self.heading.setVisible(bool(heading))
        self.language.setVisible(page is not self.nothing)
        self.history.setVisible(page in (self._delegate_page, self._absence_page))
        self._stack.setCurrentWidget(page)

    def _show_again(self) -> None:
        self._context.look_again()

    def _designate(
        self, delegate: Delegate, meant: Mapping[str, PostId | None], language: str, title: str, seen: str, visit: str
    ) -> object:
        said, before = title.strip(), replace(delegate, stands_in_for_id=meant.get(seen))
        designated = worded(language, said) if said else NOTHING
        return Delegations(self._context.workspace).designate(before, designated, visit=visit)

    def _keep_biography(self, shown: Identified, change: Callable[[Biography], Biography], visit: str) -> object:
        assert isinstance(shown, Biography)
        return self._texts.describe(shown, change, visit=visit)


_LABELS = ("Change a person", "Change a delegate", "Change an absence")


def _person_shapes() -> list[FieldShape]:
    return [
        FieldShape(name="name", label=_("Name", "of a person")),
        FieldShape(name="form_of_address", label=_("Form of address")),
    ]


def _biography_shapes() -> list[FieldShape]:
    return [
        FieldShape(name="career", label=_("Career"), kind=FieldKind.LONG, lines=3),
        FieldShape(name="languages", label=_("Languages spoken")),
        FieldShape(name="last_met", label=_("When and where we last met"), kind=FieldKind.LONG, lines=2),
        FieldShape(name="courtesy", label=_("What to say first"), kind=FieldKind.LONG, lines=2),
    ]


def _delegate_shapes(both: BothDelegations, line: DelegateLine, language: str) -> list[FieldShape]:
    dossier = both.dossier
    entities = dossier.entities_of(dossier.side(line.delegate.side_id))
    return [
        FieldShape(
            name="role",
            label=_("Role"),
            kind=FieldKind.CHOICE,
            choices=tuple((role, delegate_role_name(role)) for role in DelegateRole),
        ),
        entity_field(entities, language),
        FieldShape(name="office", label=_("Office"), kind=FieldKind.LONG, lines=2),
        FieldShape(name="note", label=_("Note, for our eyes alone"), kind=FieldKind.LONG),
    ]
