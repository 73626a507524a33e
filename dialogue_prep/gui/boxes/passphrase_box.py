"""The box that asks for a passphrase: to open a store, to protect one, to change what opens it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QDialog, QDialogButtonBox, QLineEdit, QPushButton, QWidget

from dialogue_prep.domain.errors import Problem
from dialogue_prep.gui.jobs import Refusal
from dialogue_prep.gui.kit.box_column import box_column
from dialogue_prep.gui.kit.saved_fields import Field
from dialogue_prep.gui.words import _, sentence_in_words

_WIDTH = 480
AGAIN = "again"

Send = Callable[[Mapping[str, str], Callable[[], None], Refusal], None]


@dataclass(frozen=True, slots=True)
class Asked:
    """One field: the name by which errors know it, how it is called, whether what is typed is hidden, what is given."""

    name: str
    called: str
    hidden: bool = True
    given: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What a box asks for: heading, explanation, fields, the word on its button.

    `by_code` offers to type the recovery code in the place of the passphrase.
    """

    heading: str
    about: str
    fields: tuple[Asked, ...]
    do: str
    by_code: bool = False


class PassphraseBox(QDialog):
    """Stays open, with the sentence at its field, until what was typed has been taken.

    `send` is given what was typed by field, and what is to be called when it was taken or refused. A field `again`
    has to hold the same as the one before it.
    """

    def __init__(self, question: Question, send: Send, failed: Refusal, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._question, self._send_to, self._failed = question, send, failed
        self.setWindowTitle(question.do)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.lines = {asked.name: QLineEdit(asked.given) for asked in question.fields}
        self.fields = {asked.name: Field(asked.called, self.lines[asked.name]) for asked in question.fields}
        self.shown = QCheckBox(_("Show what is typed"))
        self.shown.toggled.connect(lambda _shown: self._hide_or_show())
        self.by_code = QPushButton(_("Use the recovery code"))
        self.by_code.setObjectName("link")
        self.by_code.setAutoDefault(False)
        self.by_code.clicked.connect(self._take_code)
        self.by_code.setVisible(question.by_code)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.do = buttons.addButton(question.do, QDialogButtonBox.ButtonRole.AcceptRole)
        self.do.setProperty("main", "true")
        self.do.setDefault(True)
        buttons.accepted.connect(self._send)
        buttons.rejected.connect(self.reject)
        self._lay_out(buttons)
        self._hide_or_show()
        next((line for line in self.lines.values() if not line.text()), self.do).setFocus()

    def reject(self) -> None:
        """Close the box, unless what was typed is being taken: what comes of that has to be seen."""
        if self.do.isEnabled():
            super().reject()

    def _lay_out(self, buttons: QDialogButtonBox) -> None:
        layout = box_column(self, self._question.heading, self._question.about, width=_WIDTH)
        for field in self.fields.values():
            layout.addWidget(field)
        if any(asked.hidden for asked in self._question.fields):
            layout.addWidget(self.shown)
        layout.addWidget(self.by_code, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addSpacing(8)
        layout.addWidget(buttons)

    def _hide_or_show(self) -> None:
        for asked in self._question.fields:
            hidden = asked.hidden and not self.shown.isChecked()
            echo = QLineEdit.EchoMode.Password if hidden else QLineEdit.EchoMode.Normal
            self.lines[asked.name].setEchoMode(echo)

    def _take_code(self) -> None:
        name = next(iter(self.fields))
        self.fields[name].rename(_("Recovery code"))
        self.by_code.hide()
        self.shown.setChecked(True)
        self.lines[name].setPlaceholderText("XXXX-XXXX-XXXX-XXXX-XXXX-XXXX-XXXX-XXXX")
        self.lines[name].setFocus()

    def _send(self) -> None:
        typed = {name: line.text() for name, line in self.lines.items()}
        names = list(typed)
        if AGAIN in typed and typed[AGAIN] != typed[names[names.index(AGAIN) - 1]]:
            self._say(AGAIN, _("The two are not the same."))
            return
        self.do.setEnabled(False)
        self._send_to(typed, self.accept, self._refuse)

    def _refuse(self, error: BaseException) -> None:
        self.do.setEnabled(True)
        if isinstance(error, Problem):
            self._say(error.field, sentence_in_words(error.sentence))
        else:
            self._failed(error)

    def _say(self, name: str, sentence: str) -> None:
        wrong = name if name in self.fields else next(iter(self.fields))
        for one, field in self.fields.items():
            field.refuse(sentence if one == wrong else "")
        self.lines[wrong].setFocus()
        self.lines[wrong].selectAll()
