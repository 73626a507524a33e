"""The box that shows a recovery code, once, to be printed, saved or written down."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontDatabase, QTextDocument
from PySide6.QtWidgets import QCheckBox, QDialog, QDialogButtonBox, QFileDialog, QPushButton, QWidget

from dialogue_prep.domain.errors import Problem
from dialogue_prep.gui.colours import Tone
from dialogue_prep.gui.kit.box_column import box_column
from dialogue_prep.gui.kit.cards import row
from dialogue_prep.gui.kit.labels import PlainLabel, Size
from dialogue_prep.gui.words import _, sentence_in_words
from dialogue_prep.system.atomic import write_whole

_WIDTH = 560


class RecoveryBox(QDialog):
    """Closes when the user says that the code is kept; it is nowhere else and not shown again."""

    def __init__(self, code: str, store: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._code, self._store = code, store
        self.setWindowTitle(_("Recovery code"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.code = PlainLabel(code, size=Size.LARGE)
        self.code.setFont(_of_one_width(self.code))
        self.code.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.code.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.said = PlainLabel(tone=Tone.MUTED, wrap=True)
        self.said.hide()
        self.kept = QCheckBox(_("I have it on paper, or keep it apart from this computer"))
        buttons = QDialogButtonBox()
        self.print, self.save = QPushButton(_("Print …")), QPushButton(_("Save as a text …"))
        for button, act in ((self.print, self._print), (self.save, self._save)):
            button.clicked.connect(act)
            button.setAutoDefault(False)
        self.done_with = buttons.addButton(_("Done"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.done_with.setProperty("main", "true")
        self.done_with.setEnabled(False)
        self.kept.toggled.connect(self.done_with.setEnabled)
        buttons.accepted.connect(self.accept)
        self._lay_out(buttons)

    def reject(self) -> None:
        """Stay open until the code is kept: there is no other way to see it."""
        if self.kept.isChecked():
            super().reject()

    def _lay_out(self, buttons: QDialogButtonBox) -> None:
        about = _(
            "It opens the store when the passphrase is forgotten. It is shown this once: print it or write it down, "
            "and keep it where this computer is not."
        )
        layout = box_column(self, _("Keep this recovery code"), about, width=_WIDTH)
        layout.addSpacing(8)
        layout.addWidget(self.code)
        layout.addLayout(row(None, self.print, self.save, None))
        layout.addWidget(self.said)
        layout.addSpacing(8)
        layout.addWidget(self.kept)
        layout.addSpacing(8)
        layout.addWidget(buttons)

    def _sheet(self) -> str:
        return "\n\n".join((_("Recovery code of {store}").format(store=self._store), self._code)) + "\n"

    def _print(self) -> None:
        # Imported here: printing brings a library of its own, and a code is made once.
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        printer = QPrinter()
        asked = QPrintDialog(printer, self)
        if asked.exec() == QDialog.DialogCode.Accepted:
            sheet = QTextDocument(self._sheet())
            sheet.print_(printer)

    def _save(self) -> None:
        kinds = _("Texts (*.txt)")
        named, _kind = QFileDialog.getSaveFileName(self, _("Save the recovery code"), "recovery-code.txt", kinds)
        if named:
            self.save_to(Path(named))

    def save_to(self, path: Path) -> None:
        """Write the code into a file, and say where it is or why that was not possible."""
        try:
            write_whole(path, self._sheet().encode())
        except Problem as problem:
            self.said.say(sentence_in_words(problem.sentence), Tone.BAD)
        else:
            self.said.say(_("Saved as {path}. Move it to where this computer is not.").format(path=path), Tone.MUTED)
        self.said.show()


def _of_one_width(label: PlainLabel) -> QFont:
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    font.setPointSizeF(label.font().pointSizeF())
    font.setWeight(label.font().weight())
    return font
