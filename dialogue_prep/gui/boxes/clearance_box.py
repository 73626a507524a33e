"""The box in which the user says who was consulted on a kind of paper, who approved it and when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLineEdit, QWidget

from dialogue_prep.domain.clearance import Clearance
from dialogue_prep.domain.errors import Conflict, UserError
from dialogue_prep.gui.colours import Tone
from dialogue_prep.gui.context import Context
from dialogue_prep.gui.kit.box_column import box_column
from dialogue_prep.gui.kit.day_line import DayLine, written_day
from dialogue_prep.gui.kit.labels import OptionalLabel
from dialogue_prep.gui.kit.refusals import at_field, refuse_at
from dialogue_prep.gui.kit.saved_fields import Field
from dialogue_prep.gui.words import _, sentence_in_words
from dialogue_prep.services.clearances import Clearances

if TYPE_CHECKING:
    from dialogue_prep.services.paper import Paper

_WIDTH = 480


class ClearanceBox(QDialog):
    """Three fields, kept together by “Keep”; empty ones take back what was said."""

    def __init__(self, context: Context, round_id: str, paper: Paper, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._round_id = round_id
        self._paper = paper
        self._clearances = Clearances(context.workspace)
        self._seen: Clearance | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Clearance"))
        self.consulted, self.approved, self.approved_on = QLineEdit(), QLineEdit(), DayLine()
        self._editors = {"consulted": self.consulted, "approved": self.approved, "approved_on": self.approved_on}
        self.fields = {
            "consulted": Field(_("Consulted"), self.consulted),
            "approved": Field(_("Approved by"), self.approved),
            "approved_on": Field(_("Approved on"), self.approved_on),
        }
        self._problem = OptionalLabel(tone=Tone.BAD, wrap=True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.keep = buttons.addButton(_("Keep"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.keep.setProperty("main", "true")
        self._allow(allowed=False)
        about = _("This stands at the end of the paper, for all languages and copies of it in this round.")
        layout = box_column(self, name, about, width=_WIDTH)
        for field in self.fields.values():
            layout.addWidget(field)
        layout.addWidget(self._problem)
        layout.addWidget(buttons)
        buttons.accepted.connect(self._keep)
        buttons.rejected.connect(self.reject)
        clearances = self._clearances
        context.jobs.run(lambda: clearances.of(round_id, paper.kind, paper.audience), self._show)

    def _show(self, kept: Clearance | None) -> None:
        self._take_over(kept)
        self._allow(allowed=True)
        self.consulted.setFocus()

    def _take_over(self, kept: Clearance | None) -> None:
        """Show what is kept in the fields in which the user has written nothing else."""
        before, now = _lines(self._seen), _lines(kept)
        for name, line in self._editors.items():
            if line.text() == before[name]:
                line.setText(now[name])
        self._seen = kept

    def _allow(self, *, allowed: bool) -> None:
        """Take words only once it is known what was said before, for that takes their place."""
        for widget in (*self.fields.values(), self.keep):
            widget.setEnabled(allowed)

    def _keep(self) -> None:
        consulted, approved = self.consulted.text(), self.approved.text()
        try:
            day = self.approved_on.day()
        except UserError as error:
            self._refuse("approved_on", sentence_in_words(error.sentence, self._context.language))
            return
        clearances, round_id, paper, seen = self._clearances, self._round_id, self._paper, self._seen
        said = {"consulted": consulted, "approved": approved}
        self._context.jobs.run(
            lambda: clearances.set(round_id, paper.kind, paper.audience, seen=seen, approved_on=day, **said),
            lambda _kept: self.accept(),
            self._when_refused,
            by=self,
        )

    def _when_refused(self, error: BaseException) -> None:
        """Say why at its field; what somebody else has said is known then, and may be replaced."""
        if isinstance(error, Conflict) and isinstance(error.found, Clearance):
            self._take_over(error.found)
        at_field(self._context, self._refuse)(error)

    def _refuse(self, name: str, sentence: str) -> None:
        refuse_at(self.fields, name, sentence, self._problem)
        if name in self.fields:
            self.fields[name].editor.setFocus()


def _lines(kept: Clearance | None) -> dict[str, str]:
    """Return what the fields say of a clearance."""
    if kept is None:
        return dict.fromkeys(("consulted", "approved", "approved_on"), "")
    return {"consulted": kept.consulted, "approved": kept.approved, "approved_on": written_day(kept.approved_on)}
