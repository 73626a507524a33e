"""The box in which the user says in which language and on which day the joint communiqué was adopted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QWidget

from dialogue_prep.domain.errors import UserError
from dialogue_prep.gui.colours import Tone
from dialogue_prep.gui.context import Context
from dialogue_prep.gui.kit.box_column import box_column
from dialogue_prep.gui.kit.choice_box import ChoiceBox
from dialogue_prep.gui.kit.day_line import DayLine
from dialogue_prep.gui.kit.labels import OptionalLabel
from dialogue_prep.gui.kit.refusals import at_field, refuse_at
from dialogue_prep.gui.kit.saved_fields import Field
from dialogue_prep.gui.terms import language_name
from dialogue_prep.gui.words import _, sentence_in_words

if TYPE_CHECKING:
    from dialogue_prep.services.sources import ReadSource

_WIDTH = 480


class AdoptBox(QDialog):
    """Two fields; `read` carries the adopted text as a source to be reviewed. Nothing is stored by it."""

    read = Signal(object)

    def __init__(self, context: Context, round_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._round_id = round_id
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Adopt the joint communiqué"))
        self.language, self.on = ChoiceBox(), DayLine(otherwise=_("today"))
        self.fields = {
            "language": Field(_("Language in which it is read"), self.language),
            "on": Field(_("Adopted on"), self.on),
        }
        self._problem = OptionalLabel(tone=Tone.BAD, wrap=True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.go_on = buttons.addButton(_("Review what it says"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.go_on.setProperty("main", "true")
        about = _(
            "The adopted text becomes a source, and what both sides undertake in it becomes commitments of this round,"
            " with their leads and mechanisms. You see all of it before anything is stored."
        )
        layout = box_column(self, _("Adopt the joint communiqué"), about, width=_WIDTH)
        for field in self.fields.values():
            layout.addWidget(field)
        layout.addWidget(self._problem)
        layout.addWidget(buttons)
        buttons.accepted.connect(self._read)
        buttons.rejected.connect(self.reject)
        context.jobs.run(self._languages, self._offer)

    def problem(self) -> str:
        """Return what is wrong, empty where nothing is."""
        said = [field.problem() for field in self.fields.values()]
        return next(filter(None, (*said, self._problem.text())), "")

    def _languages(self) -> tuple[str, ...]:
        # Imported here, as what reads sources takes long to import.
        from dialogue_prep.services.adopting import Adopting

        return Adopting(self._context.workspace).languages(self._round_id)

    def _offer(self, languages: tuple[str, ...]) -> None:
        self.language.offer([(language, language_name(language)) for language in languages])
        self.language.choose(next(iter(languages), None))

    def _read(self) -> None:
        self._refuse("", "")
        workspace, round_id, language = self._context.workspace, self._round_id, self.language.thing()
        try:
            on = self.on.day()
        except UserError as error:
            self._refuse("on", sentence_in_words(error.sentence))
            return

        def read() -> ReadSource:
            from dialogue_prep.services.adopting import Adopting

            return Adopting(workspace).read(round_id, language or self._context.language, on or workspace.today())

        self._context.jobs.run(read, self._when_read, at_field(self._context, self._refuse), by=self)

    def _when_read(self, source: ReadSource) -> None:
        self.read.emit(source)
        self.accept()

    def _refuse(self, name: str, sentence: str) -> None:
        refuse_at(self.fields, name, sentence, self._problem)
