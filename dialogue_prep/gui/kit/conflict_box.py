"""The box that shows what two people wrote in the same place, and lets the second choose."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from dialogue_prep.gui.colours import Tone
from dialogue_prep.gui.kit.box_column import box_column
from dialogue_prep.gui.kit.labels import PlainLabel, Size
from dialogue_prep.gui.words import _

_WIDTH, _HEIGHT = 640, 360


class ConflictBox(QDialog):
    """`ours_stand` says that the user's own words are to stand, `theirs_taken` that the user gives way.

    Where neither is said, the words stay in their field and are not kept yet. Both texts can be copied.
    """

    def __init__(self, name: str, ours: str, theirs: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ours_stand = self.theirs_taken = False
        self.setWindowTitle(_("Changed by two people"))
        self.resize(_WIDTH, _HEIGHT)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.ours, self.theirs = _shown(_("Yours"), ours), _shown(_("Kept meanwhile"), theirs)
        buttons = QDialogButtonBox()
        self.keep = buttons.addButton(_("Keep mine"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.take = buttons.addButton(_("Take theirs"), QDialogButtonBox.ButtonRole.ActionRole)
        self.later = buttons.addButton(_("Decide in the field"), QDialogButtonBox.ButtonRole.RejectRole)
        for button in (self.keep, self.take):
            button.setAutoDefault(False)
        self.later.setDefault(True)
        buttons.accepted.connect(self._stand)
        buttons.rejected.connect(self.reject)
        self.take.clicked.connect(self._give_way)
        heading = _("Somebody else has changed “{field}” meanwhile").format(field=name)
        about = _("What they wrote stays in the history of the record, and can be put back from there.")
        layout = box_column(self, heading, about)
        beside = QHBoxLayout()
        beside.setSpacing(16)
        for shown in (self.ours, self.theirs):
            column = QVBoxLayout()
            column.setSpacing(4)
            column.addWidget(PlainLabel(shown.accessibleName(), size=Size.SMALL, tone=Tone.MUTED))
            column.addWidget(shown, 1)
            beside.addLayout(column, 1)
        layout.addLayout(beside, 1)
        layout.addWidget(buttons)
        self.later.setFocus()

    def _stand(self) -> None:
        self.ours_stand = True
        self.accept()

    def _give_way(self) -> None:
        self.theirs_taken = True
        self.reject()


def let_decide(
    name: str,
    ours: Sequence[str],
    theirs: Sequence[str],
    parent: QWidget,
    *,
    keep: Callable[[], object],
    take: Callable[[], object],
) -> None:
    """Show what two people made of the same lines; `keep` is called where the user’s are to stand, `take` where theirs.

    Of many lines those are shown that only one of them has, where there are any.
    """
    box = ConflictBox(name, _own_lines(ours, theirs), _own_lines(theirs, ours), parent)

    def decided(_result: int) -> None:
        if box.ours_stand:
            keep()
        elif box.theirs_taken:
            take()

    box.finished.connect(decided)
    box.open()


def _own_lines(lines: Sequence[str], others: Sequence[str]) -> str:
    return "\n".join([line for line in lines if line not in others] or lines)


def _shown(name: str, words: str) -> QPlainTextEdit:
    shown = QPlainTextEdit(words)
    shown.setReadOnly(True)
    shown.setTabChangesFocus(True)
    shown.setAccessibleName(name)
    return shown
