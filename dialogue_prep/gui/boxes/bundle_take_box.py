"""The box in which a bundle is taken in: whose it is, what it would do, and what both copies changed, side by side."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFrame,
    QGridLayout,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from dialogue_prep.domain.errors import Problem
from dialogue_prep.domain.exchange import Divergence
from dialogue_prep.domain.identity import Identified
from dialogue_prep.gui.boxes.bundle_words import author_in_words, content_of, counts_in_words, place_in_words
from dialogue_prep.gui.colours import Tone
from dialogue_prep.gui.jobs import Jobs
from dialogue_prep.gui.kit.box_column import box_column
from dialogue_prep.gui.kit.cards import Card
from dialogue_prep.gui.kit.holding import Holding
from dialogue_prep.gui.kit.labels import PlainLabel, Size, plain_action
from dialogue_prep.gui.words import _, sentence_in_words
from dialogue_prep.services.bundles import BundleReport, Bundles

_WIDTH, _HEIGHT = 720, 560


class BundleTakeBox(QDialog):
    """Reads the bundle at once; nothing is stored before the user says so. `taken` carries what to tell then."""

    taken = Signal(str)

    def __init__(self, jobs: Jobs, bundles: Bundles, path: Path, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs, self._bundles, self._language = jobs, bundles, language
        self.report: BundleReport | None = None
        self.choices: list[TwoSides] = []
        self.setWindowTitle(_("Take a bundle in"))
        self.resize(_WIDTH, _HEIGHT)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.verdict = PlainLabel(_("Reading the bundle …"), size=Size.HEADING, wrap=True)
        self.compared = QCheckBox()
        self.compared.hide()
        self.facts = PlainLabel(wrap=True)
        inner = QWidget()
        self._body = QVBoxLayout(inner)
        self._body.setContentsMargins(0, 0, 8, 0)
        self._body.setSpacing(12)
        scroll = QScrollArea()
        scroll.setAccessibleName(_("Changes"))
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setWidget(inner)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.do = buttons.addButton(_("Take it in"), QDialogButtonBox.ButtonRole.ActionRole)
        self.do.setProperty("main", "true")
        self.do.setEnabled(False)
        layout = box_column(self, path.name)
        layout.addWidget(self.verdict)
        layout.addWidget(self.compared)
        layout.addWidget(self.facts)
        layout.addWidget(scroll, 1)
        layout.addWidget(buttons)
        self._holding = Holding(self, self.compared, scroll)
        self.compared.toggled.connect(lambda _on: self._allow())
        self.do.clicked.connect(self.take)
        buttons.rejected.connect(self.reject)
        jobs.run(lambda: bundles.report(path), self._show, self._refuse)

    def take(self) -> None:
        """Take the bundle in as one step, with what was chosen."""
        self._holding.hold()
        self.do.setEnabled(False)
        report, bundles, trusted = self.report, self._bundles, self.compared.isChecked()
        assert report is not None
        kept = [chosen for choice in self.choices if (chosen := choice.chosen()) is not None]
        self._jobs.run(
            lambda: bundles.take(report, trusted=trusted, kept=kept),
            lambda _none: self._when_taken(),
            self._refuse,
            by=self,
        )

    def _show(self, report: BundleReport) -> None:
        self.report = report
        copy = report.bundle.made_by
        whose = _("From {name}").format(name=copy.name or _("somebody who gave no name"))
        self.verdict.say(
            _("{whose}: nothing in it is new here.").format(whose=whose) if report.changes_nothing else whose
        )
        self.facts.say("\n".join(_facts(report)))
        self.facts.setVisible(not report.changes_nothing)
        said = _("This copy is new here: {name} reads out the same fingerprint, {fingerprint}")
        self.compared.setText(plain_action(said.format(name=copy.name or "–", fingerprint=f"\n{copy.fingerprint}")))
        self.compared.setVisible(not report.known)
        if report.divergences:
            said = _("Both copies changed the following. The newer one stands unless you choose the other.")
            self._body.addWidget(PlainLabel(said, tone=Tone.MUTED, wrap=True))
        for divergence in report.divergences:
            choice = TwoSides(divergence, report.subjects, self._language)
            self.choices.append(choice)
            self._body.addWidget(choice)
        self._body.addStretch(1)
        self._allow()

    def _allow(self) -> None:
        self.do.setEnabled(self.report is not None and (self.report.known or self.compared.isChecked()))

    def _when_taken(self) -> None:
        self.taken.emit(_("The bundle was taken in; Undo takes all of it back."))
        self.accept()

    def _refuse(self, error: BaseException) -> None:
        self._allow()
        self._holding.give_back()
        if isinstance(error, Problem):
            self.verdict.say(sentence_in_words(error.sentence, self._language), Tone.BAD)
        else:
            self._jobs.refuse(error)


class TwoSides(Card):
    """One field that both copies changed: what each has, whose it is and since when, and which is to stand."""

    def __init__(self, divergence: Divergence, subjects: Mapping[str, Identified], language: str) -> None:
        super().__init__()
        self._divergence = divergence
        self.ours, self.theirs = QRadioButton(_("Here")), QRadioButton(_("There"))
        self._group = QButtonGroup(self)
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        sides = ((self.ours, divergence.ours), (self.theirs, divergence.theirs))
        can_choose = divergence.ours is not None and divergence.theirs is not None
        for column, (button, register) in enumerate(sides):
            self._group.addButton(button)
            button.setEnabled(can_choose)
            words = PlainLabel(content_of(divergence, register, language), wrap=True)
            words.setAlignment(Qt.AlignmentFlag.AlignTop)
            author = author_in_words(register, language) if register is not None else ""
            grid.addWidget(button, 0, column)
            grid.addWidget(words, 1, column)
            grid.addWidget(PlainLabel(author, size=Size.SMALL, tone=Tone.MUTED, wrap=True), 2, column)
            grid.setColumnStretch(column, 1)
        (self.theirs if divergence.theirs_holds else self.ours).setChecked(True)
        self.body.addWidget(PlainLabel(place_in_words(divergence, subjects, language), size=Size.STRONG, wrap=True))
        self.body.addLayout(grid)
        if not can_choose:
            said = _("A removal stands. What was removed can be put back from the history afterwards.")
            self.body.addWidget(PlainLabel(said, size=Size.SMALL, tone=Tone.MUTED, wrap=True))

    def chosen(self) -> tuple[Divergence, object] | None:
        """Return what is to stand instead of what would; None where that is the same."""
        theirs = self.theirs.isChecked()
        register = self._divergence.theirs if theirs else self._divergence.ours
        if theirs is self._divergence.theirs_holds or register is None:
            return None
        return self._divergence, register.content


def _facts(report: BundleReport) -> Iterator[str]:
    for said, counts in (
        (_("New: {counts}"), report.added),
        (_("Changed: {counts}"), report.changed),
        (_("Removed: {counts}"), report.removed),
    ):
        if counts:
            yield said.format(counts=counts_in_words(counts))
