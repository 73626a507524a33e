"""The box in which a file for the other side is looked through, and its clean copy saved."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QLineEdit,
    QPushButton,
    QWidget,
)

from dialogue_prep.domain.clearance import Release
from dialogue_prep.gui.colours import Tone
from dialogue_prep.gui.context import Context
from dialogue_prep.gui.days import day_in_words
from dialogue_prep.gui.icons import Icon
from dialogue_prep.gui.kit.box_column import box_column
from dialogue_prep.gui.kit.cards import row
from dialogue_prep.gui.kit.gap_list import GapList, SentenceLine
from dialogue_prep.gui.kit.labels import OptionalLabel, PlainLabel, Size
from dialogue_prep.gui.kit.refusals import at_field
from dialogue_prep.gui.kit.saved_fields import Field
from dialogue_prep.gui.words import _, listed, sentence_in_words
from dialogue_prep.services.releases import Checked, Releases

_WIDTH, _HEIGHT = 640, 520
_FOLDER = "released"


class ReleaseBox(QDialog):
    """Looks the file through at once; `released` carries what to tell the user when a copy was saved."""

    released = Signal(str)

    def __init__(self, context: Context, path: Path, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._releases = Releases(context.workspace)
        self._checked: Checked | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Release"))
        self.resize(_WIDTH, _HEIGHT)
        self.verdict = PlainLabel(_("Looking the file through …"), size=Size.HEADING, wrap=True)
        self.findings = GapList(_("What was found"))
        self.left_out = OptionalLabel(tone=Tone.MUTED, wrap=True)
        self.meant = QCheckBox(_("What is named is meant to leave like this"))
        self.meant.hide()
        self.out = QLineEdit(str(folder / _FOLDER / path.name))
        self.out.setCursorPosition(0)
        self.field = Field(_("Where to save the clean copy"), self.out)
        self.choose = QPushButton(_("Choose …"))
        self.log = PlainLabel(size=Size.SMALL, tone=Tone.MUTED, wrap=True)
        self.log.hide()
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.do = buttons.addButton(_("Release"), QDialogButtonBox.ButtonRole.ActionRole)
        self.do.setProperty("main", "true")
        self.do.setEnabled(False)
        layout = box_column(self, path.name)
        layout.addWidget(self.verdict)
        layout.addWidget(self.findings, 1)
        for widget in (self.left_out, self.meant, self.field):
            layout.addWidget(widget)
        layout.addLayout(row(self.choose, None))
        layout.addWidget(self.log)
        layout.addStretch()  # takes what is left where nothing was found
        layout.addWidget(buttons)
        buttons.rejected.connect(self.reject)
        self.meant.toggled.connect(lambda _on: self._allow())
        self.choose.clicked.connect(self._choose)
        self.do.clicked.connect(self._release)
        releases = self._releases
        refused = at_field(context, lambda _field, sentence: self.verdict.say(sentence, Tone.BAD))
        context.jobs.run(lambda: releases.check(path), self._show, refused)

    def _show(self, checked: Checked) -> None:
        self._checked = checked
        language = self._context.language
        told = [(one, sentence_in_words(one.sentence, language)) for one in checked.findings]
        self.findings.show_lines(
            [
                SentenceLine(
                    id=str(place),
                    sentence=sentence,
                    icon=Icon.MISSING if one.edit else Icon.BLOCKING,
                    tone=Tone.WARN if one.edit else Tone.BAD,
                    weight=_("To be confirmed") if one.edit else _("To be mended"),
                    way="",
                )
                for place, (one, sentence) in enumerate(told)
            ]
        )
        self.findings.setVisible(bool(told))
        self.meant.setVisible(checked.can_be_confirmed)
        if checked.passed:
            self.verdict.say(_("Nothing stands against its release."), Tone.GOOD)
        elif checked.can_be_confirmed:
            self.verdict.say(_("Look at each of these, and say whether it is meant."), Tone.WARN)
        else:
            self.verdict.say(_("It cannot leave like this; mend what is named, then try again."), Tone.BAD)
        names = listed(sentence_in_words(one, language) for one in checked.left_out)
        left = _("Left out of the copy: {names}.").format(names=names)
        self.left_out.say(left if checked.left_out else "")
        self._allow()
        if checked.draft is not None:
            round_id, releases = checked.draft.round_id, self._releases
            self._context.jobs.run(lambda: releases.log(round_id), self._show_log)

    def _show_log(self, log: tuple[Release, ...]) -> None:
        passed = [entry for entry in log if entry.passed]
        if passed:
            said = _("Last released in this round: {file}, {day}, {who}")
            last, who = passed[0], passed[0].by or _("nobody is named")
            day = day_in_words(last.on, self._context.language)
            self.log.say(said.format(file=Path(last.path).name, day=day, who=who))
            self.log.show()

    def _allow(self) -> None:
        checked = self._checked
        self.do.setEnabled(checked is not None and (checked.passed or self.meant.isChecked()))

    def _choose(self) -> None:
        title, kinds = _("Where to save the clean copy"), _("Word files (*.docx)")
        path, _filter = QFileDialog.getSaveFileName(self, title, self.out.text(), kinds)
        if path:
            self.out.setText(path)

    def _release(self) -> None:
        checked, releases, out = self._checked, self._releases, Path(self.out.text().strip())
        assert checked is not None
        confirmed = self.meant.isChecked()
        self.do.setEnabled(False)
        self._context.jobs.run(
            lambda: releases.release(checked, out, confirmed=confirmed),
            self._when_released,
            at_field(self._context, self._refuse),
        )

    def _when_released(self, release: Release) -> None:
        if release.passed:
            self.released.emit(_("Released: {path}").format(path=release.path))
            self.accept()

    def _refuse(self, _field: str, sentence: str) -> None:
        self.field.refuse(sentence)
        self._allow()
