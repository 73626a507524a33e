"""The box that asks what Word files are that do not say so themselves: sources, or edited copies of papers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QWidget

from dialogue_prep.gui.kit.box_column import box_column
from dialogue_prep.gui.kit.choice_box import ChoiceBox
from dialogue_prep.gui.kit.labels import PlainLabel, Size
from dialogue_prep.gui.terms import paper_name
from dialogue_prep.gui.words import _

if TYPE_CHECKING:
    from dialogue_prep.services.returned_copies import Arrived

_WIDTH = 520


class ReturnQuestionBox(QDialog):
    """Asks once for all files; `answered` carries those that are edited copies, and the paths of the sources."""

    answered = Signal(object, object)

    def __init__(self, unsure: Sequence[Arrived], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._unsure = tuple(unsure)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("What is this?"))
        self.choices: list[ChoiceBox] = []
        about = _("What is chosen here is what the file is most like; it does not say itself what it is.")
        layout = box_column(self, _("A source to read in, or an edited copy?"), about, width=_WIDTH)
        for one in self._unsure:
            layout.addWidget(PlainLabel(one.path.name, size=Size.STRONG, wrap=True))
            self.choices.append(self._choice(one))
            layout.addWidget(self.choices[-1])
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.do = buttons.addButton(_("Go on"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.do.setProperty("main", "true")
        buttons.accepted.connect(self._answer)
        buttons.rejected.connect(self.reject)
        layout.addWidget(buttons)

    def _choice(self, one: Arrived) -> ChoiceBox:
        assert one.draft is not None
        named = _("An edited copy of: {paper}, version {number}")
        copy = named.format(paper=paper_name(one.draft.kind), number=one.draft.version)
        box = ChoiceBox(_("What {file} is").format(file=one.path.name))
        box.offer([(True, copy), (False, _("A source to read in"))])
        box.choose(True)
        return box

    def _answer(self) -> None:
        told = list(zip(self._unsure, (box.thing() for box in self.choices), strict=True))
        copies = tuple(one for one, is_copy in told if is_copy)
        sources = tuple(one.path for one, is_copy in told if not is_copy)
        self.accept()
        self.answered.emit(copies, sources)
