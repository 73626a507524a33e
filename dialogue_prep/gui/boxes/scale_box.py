"""The box in which the scale of wordings is edited: name and phrases of each rung; or the usual one is back."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLineEdit, QPlainTextEdit, QPushButton, QWidget

from dialogue_prep.domain.errors import Conflict
from dialogue_prep.domain.lineage import WordingGrade
from dialogue_prep.gui.boxes.question_box import leave_unkept
from dialogue_prep.gui.colours import Tone
from dialogue_prep.gui.context import Context
from dialogue_prep.gui.kit.box_column import box_column
from dialogue_prep.gui.kit.cards import row
from dialogue_prep.gui.kit.finding_list import Finding, FindingList
from dialogue_prep.gui.kit.labels import PlainLabel, Size
from dialogue_prep.gui.kit.language_picker import LanguagePicker
from dialogue_prep.gui.kit.refusals import at_field
from dialogue_prep.gui.kit.saved_fields import Field
from dialogue_prep.gui.words import _, in_a_row
from dialogue_prep.services.lineage import Lineage

_SIZE = (560, 560)


class ScaleBox(QDialog):
    """The rung one is at is kept by its button; whoever goes on without that is asked first."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._lineage = Lineage(context.workspace)
        self._grades: tuple[WordingGrade, ...] = ()
        self._at, self._shown = ("", context.language), ("", "")
        self.setWindowTitle(_("Scale of wordings"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(*_SIZE)
        self.rungs = FindingList(_("Rungs, the weakest first"))
        self.language = LanguagePicker(context.language)
        self.name, self.phrases = QLineEdit(), QPlainTextEdit()
        self.phrases.setTabChangesFocus(True)
        self.fields = {
            "name": Field(_("Name of the rung"), self.name),
            "phrases": Field(_("Verbs and phrases on it, one a line"), self.phrases),
        }
        self.keep = QPushButton(_("Keep this rung"))
        self.usual = QPushButton(_("Back to the usual scale"))
        self._lay_out()
        self.rungs.chosen.connect(lambda _id: self._when_come())
        self.language.chosen.connect(lambda _language: self._when_come())
        self.keep.clicked.connect(self.keep_rung)
        self.usual.clicked.connect(lambda: self._leave(self.reset))
        self._read()

    def keep_rung(self) -> None:
        """Keep name and phrases of the rung; where that is refused, say why at the field."""
        grade, lineage = self._grade(self._at[0]), self._lineage
        if grade is None:
            return
        self._refuse("", "")
        language, (name, phrases) = self._at[1], self._written()
        self._context.jobs.run(
            lambda: lineage.reword_grade(grade, language, name, phrases),
            lambda _grade: self._read(),
            self._when_refused,
            by=self,
        )

    def reset(self) -> None:
        """Go back to the usual scale; that can be undone."""
        lineage, seen = self._lineage, self._grades
        self._context.jobs.run(
            lambda: lineage.reset_scale(seen), lambda _nothing: self._read(), self._when_refused, by=self
        )

    def reject(self) -> None:
        """Close the box; where a rung was changed and is not kept, once the user has said that this is to be left."""
        self._leave(lambda: self.done(QDialog.DialogCode.Rejected))

    def _leave(self, go_on: Callable[[], None]) -> None:
        """Go on to what takes the place of what is written here, once nothing is lost by it unseen."""
        if self._written() == self._shown:
            go_on()
        else:
            leave_unkept(self, go_on)

    def _when_come(self) -> None:
        """Show the rung that was come to, in the language that was taken, once what is written here can be left."""
        here, language = self.rungs.here(), self.language.language
        if (here, language) != self._at and self._written() != self._shown:
            self.rungs.choose(self._at[0])
            self.language.choose(self._at[1])
            leave_unkept(self, lambda: self._go(here, language))
        elif (here, language) != self._at:
            self._go(here, language)

    def _when_refused(self, error: BaseException) -> None:
        """Say why; what somebody else has made of a rung, or of all, is seen then, and no reason to refuse it again."""
        if isinstance(error, Conflict):
            found = error.found if isinstance(error.found, tuple) else (error.found,)
            positions = {grade.position: grade for grade in (*self._grades, *found)}
            self._list(tuple(positions[position] for position in sorted(positions)))
        at_field(self._context, self._refuse)(error)

    def _lay_out(self) -> None:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        about = _("The phrase that comes first in a wording says on which rung it stands; the weakest is above.")
        layout = box_column(self, _("Scale of wordings"), about)
        layout.addWidget(self.rungs, 2)
        layout.addLayout(row(PlainLabel(_("Language"), size=Size.SMALL, tone=Tone.MUTED), self.language, None))
        layout.addWidget(self.fields["name"])
        layout.addWidget(self.fields["phrases"], 1)
        layout.addLayout(row(self.usual, None, self.keep))
        layout.addWidget(buttons)

    def _read(self) -> None:
        self._context.jobs.run(self._lineage.scale, self._show)

    def _show(self, grades: tuple[WordingGrade, ...]) -> None:
        self._list(grades)
        self._go(self.rungs.here(), self.language.language)

    def _list(self, grades: tuple[WordingGrade, ...]) -> None:
        self._grades = grades
        self.language.show_records(grades)
        language = self._context.language
        self.rungs.show_findings(
            [
                Finding(
                    id=str(grade.position),
                    words=f"{grade.position} {grade.name.read(language, 'en')}",
                    note=in_a_row(grade.phrases.read(language, "en").splitlines()),
                )
                for grade in grades
            ]
        )

    def _go(self, here: str, language: str) -> None:
        """Show a rung in a language."""
        self._at = here, language
        self.rungs.choose(here)
        self.language.choose(language)
        grade = self._grade(here)
        self._refuse("", "")
        self.name.setText(grade.name.words(language) if grade else "")
        self.phrases.setPlainText(grade.phrases.words(language) if grade else "")
        self._shown = self._written()

    def _written(self) -> tuple[str, str]:
        """Return name and phrases as they are written, one phrase a line."""
        lines = (" ".join(line.split()) for line in self.phrases.toPlainText().splitlines())
        return self.name.text().strip(), "\n".join(line for line in lines if line)

    def _grade(self, here: str) -> WordingGrade | None:
        return next((grade for grade in self._grades if str(grade.position) == here), None)

    def _refuse(self, field: str, sentence: str) -> None:
        for name, shown in self.fields.items():
            shown.refuse(sentence if name == (field if field in self.fields else "name") else "")
