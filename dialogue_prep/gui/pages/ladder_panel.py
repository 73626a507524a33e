"""The ladder of wordings of one matter, with word differences; for an instrument, its life as well."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from dialogue_prep.domain.commitment import Commitment
from dialogue_prep.domain.dossier import Dossier
from dialogue_prep.domain.errors import NotFound
from dialogue_prep.gui.colours import Tone
from dialogue_prep.gui.context import Context
from dialogue_prep.gui.kit.cards import row, rule
from dialogue_prep.gui.kit.choice_box import ChoiceBox
from dialogue_prep.gui.kit.difference_text import DifferenceText
from dialogue_prep.gui.kit.finding_list import FindingList
from dialogue_prep.gui.kit.labels import PlainLabel, Size, plain_hint
from dialogue_prep.gui.pages.ladder_lines import RungShown, life_lines, matters, rung_lines
from dialogue_prep.gui.pages.ladder_step_form import LadderStepForm
from dialogue_prep.gui.words import _
from dialogue_prep.services.lineage import Lineage

_STEPS, _RUNGS = 3, 4


@dataclass(frozen=True, slots=True)
class _Asked:
    dossier: Dossier
    commitment: Commitment


class LadderPanel(QWidget):
    """`place_asked` carries where a rung stands. The ladder is read, in a job, only while it is seen."""

    place_asked = Signal(str)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._asked: _Asked | None = None
        self._rungs: tuple[RungShown, ...] = ()
        self.matter = ChoiceBox(_("What the wordings are of"))
        self.rungs = FindingList(_("Wordings, the oldest first"))
        self.words = DifferenceText(_("Words, beside those before"))
        self.where = QPushButton(_("Open the source"))
        self.where.setObjectName("link")
        self.where.setToolTip(plain_hint(_("Open the source at this place")))
        self.scale = QPushButton(_("Scale of wordings …"))
        self.scale.setObjectName("quiet")
        self.life = FindingList(_("Life of the instrument"))
        self.more = QPushButton(_("Add a step …"))
        self.more.setObjectName("switch")
        self.more.setCheckable(True)
        self.form = LadderStepForm(context)
        self._of_instrument = QWidget()
        self._lay_out()
        self.matter.activated.connect(lambda _place: self._read())
        self.rungs.chosen.connect(lambda _id: self._show_words())
        self.more.toggled.connect(self._open_form)
        self.where.clicked.connect(self._lead)
        self.scale.clicked.connect(self._open_scale)

    def show_commitment(self, dossier: Dossier, commitment: Commitment) -> None:
        """Show the wordings of a commitment, once this is seen; those of its instrument stay chosen if they can."""
        self._asked = _Asked(dossier, commitment)
        self.matter.offer(matters(dossier, commitment, self._context.language))
        if self.matter.thing() is None:
            self.matter.choose(commitment.id)
        if self.isVisible():
            self._read()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        super().showEvent(event)
        self._read()

    def _lay_out(self) -> None:
        self._of_instrument.hide()
        inner = QVBoxLayout(self._of_instrument)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(8)
        inner.addWidget(rule())
        inner.addLayout(row(PlainLabel(_("Life of the instrument"), size=Size.SMALL, tone=Tone.MUTED), None, self.more))
        inner.addWidget(self.life)
        inner.addWidget(self.form)
        self.form.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.matter)
        layout.addWidget(self.rungs)
        layout.addWidget(self.words, 1)
        layout.addLayout(row(self.where, None, self.scale))
        layout.addWidget(self._of_instrument)

    def _read(self) -> None:
        if self._asked is None:
            return
        asked, matter_id = self._asked, str(self.matter.thing())
        language, lineage = self._context.language, Lineage(self._context.workspace)

        def read() -> tuple[RungShown, ...]:
            try:
                rungs = lineage.ladder(asked.dossier.round.id, matter_id, language)
                return rung_lines(rungs, asked.dossier, language)
            except NotFound:
                return ()  # it was removed meanwhile: the page is about to be told

        self._context.jobs.run(read, self._showing(asked, matter_id))

    def _showing(self, asked: _Asked, matter_id: str) -> Callable[[tuple[RungShown, ...]], None]:
        def show(rungs: tuple[RungShown, ...]) -> None:
            if self._asked is not asked or self.matter.thing() != matter_id:
                return
            self._rungs = rungs
            self.rungs.show_findings([rung.line for rung in rungs])
            self.rungs.setFixedHeight(min(len(rungs), _RUNGS) * max(self.rungs.sizeHintForRow(0), 0) + 16)
            self._show_words()
            self._show_life(asked.dossier, matter_id)

        return show

    def _show_words(self) -> None:
        rung = self._here()
        self.words.show_differences((rung.words,) if rung else ())
        self.where.setEnabled(rung is not None and bool(rung.leads_to))

    def _show_life(self, dossier: Dossier, matter_id: str) -> None:
        instrument = next((one for one in dossier.instruments if one.id == matter_id), None)
        self._of_instrument.setVisible(instrument is not None)
        if instrument is not None:
            lines = life_lines(dossier, instrument, self._context.language)
            self.life.show_findings(lines)
            self.life.setVisible(bool(lines))
            self.life.setFixedHeight(min(len(lines), _STEPS) * max(self.life.sizeHintForRow(0), 0) + 16)
            self.form.show_instrument(instrument)

    def _here(self) -> RungShown | None:
        here = self.rungs.here()
        return next((rung for rung in self._rungs if rung.line.id == here), None)

    def _lead(self) -> None:
        if (rung := self._here()) is not None:
            self.place_asked.emit(rung.leads_to)

    def _open_form(self, wanted: bool) -> None:
        self.form.setVisible(wanted)
        if wanted:
            self.form.state.setFocus()

    def _open_scale(self) -> None:
        from dialogue_prep.gui.boxes.scale_box import ScaleBox

        ScaleBox(self._context, self).open()
