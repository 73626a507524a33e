"""The box in which a dialogue is made by hand: its name, the two sides, how it meets, the last round that was held."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLineEdit, QWidget

from dialogue_prep.domain.dialogue import Cadence, Dialogue, HostRule
from dialogue_prep.domain.errors import UserError
from dialogue_prep.gui.colours import Tone
from dialogue_prep.gui.context import Context
from dialogue_prep.gui.dialogue_terms import cadence_name, host_rule_name
from dialogue_prep.gui.kit.box_column import box_column
from dialogue_prep.gui.kit.cards import fields_beside
from dialogue_prep.gui.kit.choice_box import ChoiceBox
from dialogue_prep.gui.kit.labels import OptionalLabel, PlainLabel
from dialogue_prep.gui.kit.language_picker import LanguagePicker
from dialogue_prep.gui.kit.record_form import read_number
from dialogue_prep.gui.kit.refusals import at_field, refuse_at
from dialogue_prep.gui.kit.saved_fields import Field
from dialogue_prep.gui.kit.suggestions import suggest
from dialogue_prep.gui.words import _, labelled, sentence_in_words
from dialogue_prep.services.new_dialogues import NewDialogue, NewDialogues, NewSide

_WIDTH = 680


class NewDialogueBox(QDialog):
    """Stays open, with the sentence at its field, until the dialogue is in the store; `made` carries its identifier."""

    made = Signal(str)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._dialogues = NewDialogues(context.workspace)
        self.setWindowTitle(_("New dialogue"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.language = LanguagePicker(context.language)
        self.cadence, self.host_rule, self.we_host = ChoiceBox(), ChoiceBox(), ChoiceBox()
        self.fields = {
            "designation": Field(_("Designation"), QLineEdit()),
            "short_name": Field(_("Short name"), QLineEdit()),
            "language": Field(_("Language of the texts"), self.language),
            **_side_fields("our", _("Our side")),
            **_side_fields("their", _("The other side")),
            "cadence": Field(_("How often it meets"), self.cadence),
            "host_rule": Field(_("Who hosts"), self.host_rule),
            "ordinal": Field(_("Number of the last round held"), QLineEdit()),
            "year": Field(_("Its year"), QLineEdit()),
            "we_host": Field(_("Its host, or the first host"), self.we_host),
        }
        self._offer_choices()
        self._problem = OptionalLabel(tone=Tone.BAD, wrap=True)
        self._lay_out()
        context.jobs.run(lambda: self._dialogues.offered_names(context.language), self._offer_names)

    def line(self, name: str) -> QLineEdit:
        """Return the line in which a field is written."""
        editor = self.fields[name].editor
        assert isinstance(editor, QLineEdit)
        return editor

    def _offer_choices(self) -> None:
        self.cadence.offer([(cadence, cadence_name(cadence)) for cadence in Cadence])
        self.cadence.choose(Cadence.UNSAID)
        self.host_rule.offer([(rule, host_rule_name(rule)) for rule in HostRule])
        self.host_rule.choose(HostRule.ALTERNATE)
        self.we_host.offer([(None, _("not said")), (True, _("Our side")), (False, _("The other side"))])
        self.we_host.choose(None)

    def _offer_names(self, names: Sequence[str]) -> None:
        for side in ("our", "their"):
            suggest(self.line(f"{side}_name"), names)

    def _lay_out(self) -> None:
        about = _("Its name and the two states are enough. All else can be said later, on the page of the dialogue.")
        layout = box_column(self, _("New dialogue"), about, width=_WIDTH)
        for names in _LINES:
            layout.addLayout(fields_beside(*(self.fields[name] for name in names), spacing=16))
        self.language.show_records(())  # it is seen only where it has a place
        note = _("Where no round has been held yet, leave its number and year empty and say who hosts the first.")
        layout.addWidget(PlainLabel(note, tone=Tone.MUTED, wrap=True))
        layout.addWidget(self._problem)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        make = buttons.addButton(_("Make the dialogue"), QDialogButtonBox.ButtonRole.AcceptRole)
        make.setProperty("main", "true")
        buttons.accepted.connect(self._send)
        buttons.rejected.connect(self.reject)
        layout.addWidget(buttons)
        make.setDefault(True)  # said in the box, for the picker is a button as well

    def _send(self) -> None:
        self._refuse("", "")
        try:
            new = self._asked()
        except UserError as error:
            self._refuse(error.field, sentence_in_words(error.sentence))
            return
        refused = at_field(self._context, self._refuse)
        self._context.jobs.run(lambda: self._dialogues.begin(new), self._when_made, refused, by=self)

    def _asked(self) -> NewDialogue:
        return NewDialogue(
            language=self.language.language,
            designation=self.line("designation").text(),
            short_name=self.line("short_name").text(),
            ours=self._side("our"),
            theirs=self._side("their"),
            cadence=self.cadence.thing(),
            host_rule=self.host_rule.thing(),
            ordinal=self._number("ordinal"),
            year=self._number("year"),
            we_host=self.we_host.thing(),
        )

    def _side(self, side: str) -> NewSide:
        name, long_name, capital = (self.line(f"{side}_{part}").text() for part in _OF_SIDE)
        return NewSide(name=name, long_name=long_name, capital=capital)

    def _number(self, name: str) -> int | None:
        """Return the number that is written, None where none is; raise UserError for what is none."""
        words = self.line(name).text()
        try:
            return read_number(words) if words.strip() else None
        except UserError as error:
            raise UserError(error.sentence.template, field=name, **dict(error.sentence.values)) from error

    def _when_made(self, dialogue: Dialogue) -> None:
        self.made.emit(dialogue.id)
        self.accept()

    def _refuse(self, name: str, sentence: str) -> None:
        refuse_at(self.fields, name, sentence, self._problem)
        if name in self.fields:
            self.fields[name].editor.setFocus()
        # A sentence may take several lines, for which a box does not grow of itself; that is known in the next turn.
        QTimer.singleShot(0, self, lambda: self.resize(self.width(), self.heightForWidth(self.width())))


_OF_SIDE = ("name", "long_name", "capital")
_LINES = (
    ("designation",),
    ("short_name", "language"),
    ("our_name", "our_long_name", "our_capital"),
    ("their_name", "their_long_name", "their_capital"),
    ("cadence", "host_rule"),
    ("ordinal", "year", "we_host"),
)


def _side_fields(side: str, title: str) -> dict[str, Field]:
    """Return the fields of a side; only its name is labelled with which side it is, but each can be heard so."""
    labels = (title, _("Long name"), _("Capital"))
    fields = {f"{side}_{part}": Field(label, QLineEdit()) for part, label in zip(_OF_SIDE, labels, strict=True)}
    for label, field in zip(labels[1:], list(fields.values())[1:], strict=True):
        field.editor.setAccessibleName(labelled(title, label))
    return fields
