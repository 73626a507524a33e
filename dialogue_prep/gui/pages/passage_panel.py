"""One paragraph of the draft communiqué: its words and state, the options of each side, and how far we can go."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from dialogue_prep.domain.communique import Passage, PassageState
from dialogue_prep.domain.dossier import Dossier
from dialogue_prep.domain.identity import Identified
from dialogue_prep.gui.colours import Tone
from dialogue_prep.gui.context import Context
from dialogue_prep.gui.kit.cards import Card, rule
from dialogue_prep.gui.kit.labels import PlainLabel, Size
from dialogue_prep.gui.kit.language_picker import LanguagePicker
from dialogue_prep.gui.kit.record_form import FieldKind, FieldShape, RecordForm
from dialogue_prep.gui.kit.saved_fields import Field, SavedText
from dialogue_prep.gui.pages.communique_lines import passage_state_name
from dialogue_prep.gui.words import _
from dialogue_prep.services.records import Records
from dialogue_prep.services.passages import Passages

_LINES = 3


class PassagePanel(Card):
    """Shows one paragraph and keeps what the user changes in it; nothing while none is chosen."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        self.language = LanguagePicker(context.language)
        super().__init__(_("The paragraph"), aside=self.language, parent=parent)
        self._context = context
        self._texts, self._records = Passages(context.workspace), Records(context.workspace)
        self.shared, self.limits = (
            RecordForm(context.jobs, context.workspace.new_id, self._keep) for _part in range(2)
        )
        self.options = tuple(Field("", self._editor()) for _side in range(2))
        self._nothing = PlainLabel(_("Choose a paragraph to draft it, or add one."), tone=Tone.MUTED, wrap=True)
        self._ours_alone = PlainLabel(
            _("Internal: never in what the other side sees"), size=Size.HEADING, tone=Tone.BAD, wrap=True
        )
        self._body = self._lay_out()
        self.show_nothing()

    def show_nothing(self) -> None:
        """Show that no paragraph is chosen."""
        self._body.hide()
        self._nothing.show()
        self.language.hide()

    def show_passage(self, dossier: Dossier, passage: Passage, number: str) -> None:
        """Show a paragraph of the draft, with its number."""
        self.setAccessibleName(_("Paragraph {number}").format(number=number))
        language, reading = self.language.language, (self._context.language, "en")
        self._nothing.hide()
        self._body.show()
        self.language.show()
        self.language.show_records([passage, *dossier.options_of(passage)])
        self.shared.show_record(passage, _shared_shapes(dossier, self._context.language), language, reading)
        self.limits.show_record(passage, _limit_shapes(), language, reading)
        for field, side in zip(self.options, (dossier.home, dossier.away), strict=True):
            words = [one.words for one in dossier.options_of(passage) if one.side_id == side.id]
            field.rename(_("What {side} would have it say").format(side=side.name.read(*reading)))
            editor = self.option(self.options.index(field))
            editor.setPlaceholderText("\n".join(text.read(*reading) for text in words if not text.words(language)))
            editor.saving.show_value(
                f"{passage.id}/{side.id}/{language}",
                tuple(said for text in words if (said := text.words(language))),
                partial(_propose, self._texts, passage, side.id, language),
            )

    def option(self, place: int) -> SavedText:
        """Return the editor of what one side proposes: 0 for ours, 1 for theirs."""
        editor = self.options[place].editor
        assert isinstance(editor, SavedText)
        return editor

    def begin(self) -> None:
        """Let the user type what the paragraph says."""
        self.option(0).setFocus()

    def _editor(self) -> SavedText:
        return SavedText(self._context.jobs, self._context.workspace.new_id, _LINES)

    def _lay_out(self) -> QWidget:
        scroll, body = QScrollArea(), QWidget()
        scroll.setWidgetResizable(True)
        scroll.setAccessibleName(_("The paragraph"))
        scroll.setWidget(body)
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(12)
        column.addWidget(self.shared)
        for field in self.options:
            assert isinstance(field.editor, SavedText)
            field.editor.saving.problem.connect(field.refuse)
            column.addWidget(field)
        hint = _("Each paragraph is one option; in the paper they stand in brackets, with who proposes them.")
        column.addWidget(PlainLabel(hint, size=Size.SMALL, tone=Tone.MUTED, wrap=True))
        column.addWidget(rule())
        column.addWidget(self._ours_alone)
        column.addWidget(self.limits)
        column.addStretch(1)
        self.body.setContentsMargins(20, 16, 8, 16)
        self.body.addWidget(self._nothing)
        self.body.addWidget(scroll, 1)
        return body

    def _keep(self, record: Identified, change: Callable[[Any], Any], visit: str) -> object:
        return self._records.edit(record, change, label="Change a paragraph of the communiqué", visit=visit)


def _propose(
    texts: Passages, passage: Passage, side_id: str, language: str, said: tuple[str, ...], visit: str
) -> None:
    texts.propose(passage, side_id, language, said, visit=visit)


def _shared_shapes(dossier: Dossier, language: str) -> list[FieldShape]:
    topics = ((topic.id, f"{topic.number}  {topic.title.read(language, 'en')}") for topic in dossier.topics)
    earlier = {one.id: one for one in dossier.commitments}
    taken_up = ((id_, f"{one.code}  {one.action.read(language, 'en')}") for id_, one in earlier.items())
    states = tuple((state, passage_state_name(state)) for state in PassageState)
    nothing: tuple[Any, str] = (None, _("None"))
    return [
        FieldShape(name="state", label=_("State"), kind=FieldKind.CHOICE, choices=states),
        FieldShape(name="topic_id", label=_("Topic"), kind=FieldKind.CHOICE, choices=(nothing, *topics)),
        FieldShape(name="commitment_id", label=_("Takes up"), kind=FieldKind.CHOICE, choices=(nothing, *taken_up)),
        FieldShape(name="words", label=_("Text on which both agree"), kind=FieldKind.LONG, lines=3),
    ]


def _limit_shapes() -> list[FieldShape]:
    return [
        FieldShape(name="fall_back", label=_("What we could fall back on"), kind=FieldKind.LONG, lines=2),
        FieldShape(name="red_line", label=_("What we cannot accept"), kind=FieldKind.LONG, lines=2),
    ]
