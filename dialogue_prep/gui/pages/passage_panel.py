"""One paragraph of the draft communiqué: how it stands, the options of each side, the next step, how far we can go."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from dialogue_prep.domain.communique import Passage, PassageState
from dialogue_prep.domain.dossier import Dossier
from dialogue_prep.domain.identity import Identified
from dialogue_prep.gui.colours import Tone
from dialogue_prep.gui.communique_terms import passage_state_name, passage_state_tone
from dialogue_prep.gui.context import Context
from dialogue_prep.gui.days import day_in_words
from dialogue_prep.gui.kit.cards import Card, rule
from dialogue_prep.gui.kit.labels import PlainLabel, Size
from dialogue_prep.gui.kit.language_picker import LanguagePicker
from dialogue_prep.gui.kit.record_form import FieldKind, FieldShape, RecordForm
from dialogue_prep.gui.kit.saved_fields import SavedText
from dialogue_prep.gui.pages.passage_options import PassageOptions
from dialogue_prep.gui.pages.passage_step_form import PassageStepForm
from dialogue_prep.gui.words import _
from dialogue_prep.services.records import Records


class PassagePanel(Card):
    """Shows one paragraph and keeps what the user changes in it; nothing while none is chosen."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        self.language = LanguagePicker(context.language)
        super().__init__(_("The paragraph"), aside=self.language, parent=parent)
        self._context = context
        self._records = Records(context.workspace)
        self.standing = PlainLabel(size=Size.STRONG, wrap=True)
        self.agreed = PlainLabel(wrap=True)
        self.options, self.step = PassageOptions(context), PassageStepForm(context)
        self.about, self.limits = (RecordForm(context.jobs, context.workspace.new_id, self._keep) for _part in range(2))
        self._nothing = PlainLabel(_("Choose a paragraph to draft it, or add one."), tone=Tone.MUTED, wrap=True)
        self._ours_alone = PlainLabel(
            _("Internal: never in what the other side sees"), size=Size.HEADING, tone=Tone.BAD, wrap=True
        )
        self._scroll = self._lay_out()
        self.show_nothing()

    def show_nothing(self) -> None:
        """Show that no paragraph is chosen."""
        self._scroll.hide()
        self._nothing.show()
        self.language.hide()

    def show_passage(self, dossier: Dossier, passage: Passage, number: str) -> None:
        """Show a paragraph of the draft, with its number."""
        self.setAccessibleName(_("Paragraph {number}").format(number=number))
        language, reading = self.language.language, (self._context.language, "en")
        self._nothing.hide()
        self._scroll.show()
        self.language.show()
        self.language.show_records([passage, *dossier.options_of(passage)])
        self.standing.say(self._told(passage, number), passage_state_tone(passage.state))
        self.agreed.say(passage.words.read(language, *reading))
        self.agreed.setVisible(passage.state in (PassageState.AGREED, PassageState.DROPPED) and bool(passage.words))
        self.options.setVisible(passage.state in (PassageState.BRACKETED, PassageState.AD_REFERENDUM))
        self.options.show_options(dossier, passage, language)
        self.step.show_passage(dossier, passage, language)
        self.about.show_record(passage, _about_shapes(dossier, self._context.language), language, reading)
        self.limits.show_record(passage, _limit_shapes(), language, reading)

    def option(self, place: int) -> SavedText:
        """Return the editor of what one side proposes: 0 for ours, 1 for theirs."""
        return self.options.editor(place)

    def begin(self) -> None:
        """Let the user type what the paragraph says."""
        self.option(0).setFocus()

    def _told(self, passage: Passage, number: str) -> str:
        """Return how a paragraph stands, since when, and why."""
        language = self._context.language
        state = passage_state_name(passage.state)
        since = _("since {day}").format(day=day_in_words(passage.state_on, language)) if passage.state_on else ""
        why = passage.reason.read(language, "en")
        named = _("Paragraph {number}").format(number=number) if number.isdecimal() else ""
        return " · ".join(filter(None, (named, state, since, why)))

    def _lay_out(self) -> QScrollArea:
        scroll, body = QScrollArea(), QWidget()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setAccessibleName(_("The paragraph"))
        scroll.setWidget(body)
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(12)
        for widget in (self.standing, self.agreed, self.options, rule(), self.step, rule(), self.about, rule()):
            column.addWidget(widget)
        column.addWidget(self._ours_alone)
        column.addWidget(self.limits)
        column.addStretch(1)
        self.body.addWidget(self._nothing)
        self.body.addWidget(scroll, 1)
        self.body.addStretch(0)
        return scroll

    def _keep(self, record: Identified, change: Callable[[Any], Any], visit: str) -> object:
        return self._records.edit(record, change, label="Change a paragraph of the communiqué", visit=visit)


def _about_shapes(dossier: Dossier, language: str) -> list[FieldShape]:
    topics = ((topic.id, f"{topic.number}  {topic.title.read(language, 'en')}") for topic in dossier.topics)
    taken_up = ((one.id, f"{one.code}  {one.action.read(language, 'en')}") for one in dossier.commitments)
    nothing: tuple[Any, str] = (None, _("None"))
    return [
        FieldShape(name="topic_id", label=_("Topic"), kind=FieldKind.CHOICE, choices=(nothing, *topics)),
        FieldShape(name="commitment_id", label=_("Takes up"), kind=FieldKind.CHOICE, choices=(nothing, *taken_up)),
    ]


def _limit_shapes() -> list[FieldShape]:
    return [
        FieldShape(name="fall_back", label=_("What we could fall back on"), kind=FieldKind.LONG, lines=2),
        FieldShape(name="red_line", label=_("What we cannot accept"), kind=FieldKind.LONG, lines=2),
    ]
