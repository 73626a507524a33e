"""The box that asks on which day something went one step further, why, and what else the step needs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLineEdit, QPlainTextEdit, QWidget

from dialogue_prep.domain.errors import UserError
from dialogue_prep.domain.text import NOTHING, Text, worded
from dialogue_prep.gui.context import Context
from dialogue_prep.gui.days import EXAMPLE_DAY
from dialogue_prep.gui.kit.box_column import box_column
from dialogue_prep.gui.kit.choice_box import ChoiceBox
from dialogue_prep.gui.kit.day_line import DayLine
from dialogue_prep.gui.kit.refusals import at_field
from dialogue_prep.gui.kit.saved_fields import Field
from dialogue_prep.gui.terms import language_name
from dialogue_prep.gui.words import _, sentence_in_words

_WIDTH, _ANSWER_LINES = 480, 4


@dataclass(frozen=True, slots=True, kw_only=True)
class StepGiven:
    """What the user said of a step; `place` is what was chosen where there was a choice."""

    on: date
    reason: Text = NOTHING
    answer: Text = NOTHING
    place: Any = None


@dataclass(frozen=True, slots=True, kw_only=True)
class StepAsked:
    """What a step is called, what follows from it, and what it asks for beside the day.

    `places` are pairs of a thing and its words, of which one may be chosen, under `place_label`; `place` is the first.
    """

    title: str
    about: str = ""
    reason: bool = True
    answer: bool = False
    place_label: str = ""
    places: tuple[tuple[Any, str], ...] = ()
    place: Any = None


class StepBox(QDialog):
    """Stays open, with the sentence at its field, until `send` has been carried out in a job."""

    def __init__(
        self,
        context: Context,
        asked: StepAsked,
        today: date,
        send: Callable[[StepGiven], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._asked = asked
        self._send_step = send
        self.setWindowTitle(asked.title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.answer, self.reason, self.day = QPlainTextEdit(), QLineEdit(), DayLine(today)
        self.answer.setTabChangesFocus(True)
        self.answer.setFixedHeight(_ANSWER_LINES * self.fontMetrics().lineSpacing() + 24)
        self.place = ChoiceBox()
        self.place.offer(asked.places)
        self.place.choose(asked.place)
        self.fields = dict(self._fields())
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setProperty("main", "true")
        self.buttons.accepted.connect(self.send)
        self.buttons.rejected.connect(self.reject)
        layout = box_column(self, asked.title, asked.about, width=_WIDTH)
        for field in self.fields.values():
            layout.addWidget(field)
        layout.addWidget(self.buttons)

    def send(self) -> None:
        """Have the step taken as it is described; where that is refused, say why at the field."""
        try:
            day = self.day.day("on")
            if day is None:
                raise UserError("Say on which day, such as {day}.", field="on", day=EXAMPLE_DAY)
        except UserError as error:
            self._refuse("on", sentence_in_words(error.sentence))
            return
        given = StepGiven(
            on=day,
            reason=self._text(self.reason.text()),
            answer=self._text(self.answer.toPlainText()),
            place=self.place.thing(),
        )
        self._context.jobs.run(
            lambda: self._send_step(given), lambda _done: self.accept(), at_field(self._context, self._refuse), by=self
        )

    def _fields(self) -> list[tuple[str, Field]]:
        asked, language = self._asked, language_name(self._context.language)
        fields = [("on", Field(_("Day"), self.day))]
        if asked.places:
            fields.append(("place", Field(asked.place_label, self.place)))
        if asked.answer:
            fields.append(("answer", Field(_("Answer ({language})").format(language=language), self.answer)))
        if asked.reason:
            fields.append(
                ("reason", Field(_("Why, or how one knows ({language})").format(language=language), self.reason))
            )
        return fields

    def _text(self, words: str) -> Text:
        return worded(self._context.language, words.strip()) if words.strip() else NOTHING

    def _refuse(self, field: str, sentence: str) -> None:
        for name, shown in self.fields.items():
            shown.refuse(sentence if name == (field if field in self.fields else "on") else "")
