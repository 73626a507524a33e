"""The box in which the scale of wordings is edited: name and phrases of each rung; or the usual one is back."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLineEdit, QPlainTextEdit, QPushButton, QWidget

from dialogue_prep.domain.lineage import WordingGrade
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
    """The rung one is at is kept by its button; leaving the box keeps nothing more."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._lineage = Lineage(context.workspace)
        self._grades: tuple[WordingGrade, ...] = ()
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
        self.rungs.chosen.connect(lambda _id: self._show_here())
        self.language.chosen.connect(lambda _language: self._show_here())
        self.keep.clicked.connect(self.keep_rung)
        self.usual.clicked.connect(self.reset)
        self._read()

    def keep_rung(self) -> None:
        """Keep name and phrases of the rung; where that is refused, say why at the field."""
        grade = self._here()
        if grade is None:
            return
        self._refuse("", "")
        language, lineage = self.language.language, self._lineage
        name = grade.name.reworded(language, self.name.text().strip())
        lines = (" ".join(line.split()) for line in self.phrases.toPlainText().splitlines())
        phrases = grade.phrases.reworded(language, "\n".join(line for line in lines if line))
        self._context.jobs.run(
            lambda: lineage.reword_grade(grade, name, phrases),
            lambda _grade: self._read(),
            at_field(self._context, self._refuse),
        )

    def reset(self) -> None:
        """Bring the usual scale back; that can be undone."""
        self._context.jobs.run(self._lineage.reset_scale, lambda _nothing: self._read())

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
        self._grades = grades
        self.language.show_records(grades)
        language = self._context.language
        self.rungs.show_findings(
            [
                Finding(
                    id=grade.id,
                    words=f"{grade.position} {grade.name.read(language, 'en')}",
                    note=in_a_row(grade.phrases.read(language, "en").splitlines()),
                )
                for grade in grades
            ]
        )
        self._show_here()

    def _show_here(self) -> None:
        grade, language = self._here(), self.language.language
        self._refuse("", "")
        self.name.setText(grade.name.words(language) if grade else "")
        self.phrases.setPlainText(grade.phrases.words(language) if grade else "")

    def _here(self) -> WordingGrade | None:
        here = self.rungs.here()
        return next((grade for grade in self._grades if grade.id == here), None)

    def _refuse(self, field: str, sentence: str) -> None:
        for name, shown in self.fields.items():
            shown.refuse(sentence if name == (field if field in self.fields else "name") else "")
