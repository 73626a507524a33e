"""What steers a round: for each kind of steering point one field, in which every paragraph is a point."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QScrollArea, QWidget

from dialogue_prep.domain.dossier import Dossier
from dialogue_prep.domain.speaking import SteeringKind
from dialogue_prep.gui.colours import Tone
from dialogue_prep.gui.context import Context
from dialogue_prep.gui.kit.cards import Card
from dialogue_prep.gui.kit.labels import PlainLabel
from dialogue_prep.gui.kit.language_picker import LanguagePicker
from dialogue_prep.gui.kit.saved_fields import Field, SavedText
from dialogue_prep.gui.pages.paper_places import STEERING
from dialogue_prep.gui.round_terms import steering_kind_name
from dialogue_prep.gui.words import _
from dialogue_prep.services.round_texts import RoundTexts

_LINES, _COLUMNS = 5, 2


class SteeringEditor(Card):
    """Shows the steering points of a round in one language and keeps them as they are typed."""

    said = Signal(str)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        self.language = LanguagePicker(context.language)
        super().__init__(_("Steering points"), aside=self.language, parent=parent)
        self._context = context
        self._texts = RoundTexts(context.workspace)
        self._dossier: Dossier | None = None
        self.fields = {kind: self._field(kind) for kind in SteeringKind}
        self.body.addWidget(
            PlainLabel(
                _("For the steering brief, and for our eyes alone. Each paragraph is one point, in this order."),
                tone=Tone.MUTED,
                wrap=True,
            )
        )
        self._scroll, inside = QScrollArea(), QWidget()
        self._scroll.setWidgetResizable(True)
        self._scroll.setAccessibleName(_("Steering points"))
        self._scroll.setWidget(inside)
        grid = QGridLayout(inside)
        grid.setContentsMargins(0, 0, 8, 0)
        grid.setSpacing(16)
        for place, field in enumerate(self.fields.values()):
            grid.addWidget(field, place // _COLUMNS, place % _COLUMNS)
        grid.setRowStretch(len(self.fields), 1)
        self.body.addWidget(self._scroll, 1)
        self.language.chosen.connect(lambda _language: self._fill())

    def show_dossier(self, dossier: Dossier) -> None:
        """Show the points of a round."""
        self._dossier = dossier
        self._fill()

    def choose(self, id_: str) -> bool:
        """Lead to a kind of point, or to where a point stands; return whether there is such a one."""
        kind = next((kind for kind in SteeringKind if id_ == f"{STEERING}{kind}"), None)
        if kind is None and self._dossier is not None:
            kind = next((point.kind for point in self._dossier.steering_points if point.id == id_), None)
        if kind is None:
            return False
        self.fields[kind].editor.setFocus()
        self._scroll.ensureWidgetVisible(self.fields[kind])
        return True

    def text(self, kind: SteeringKind) -> SavedText:
        """Return the editor of a kind."""
        editor = self.fields[kind].editor
        assert isinstance(editor, SavedText)
        return editor

    def _field(self, kind: SteeringKind) -> Field:
        editor = SavedText(self._context.jobs, self._context.workspace.new_id, _LINES)
        field = Field(steering_kind_name(kind), editor)
        editor.saving.problem.connect(field.refuse)
        return field

    def _fill(self) -> None:
        dossier = self._dossier
        if dossier is None:
            return
        self.language.show_records(dossier.steering_points)
        language, texts, round_id = self.language.language, self._texts, dossier.round.id
        for kind in SteeringKind:
            points = [point.words for point in dossier.steering(kind)]
            editor = self.text(kind)
            elsewhere = [words.read(self._context.language, "en") for words in points if not words.words(language)]
            editor.setPlaceholderText("\n".join(elsewhere))
            seen = tuple(said for words in points if (said := words.words(language)))
            keep = partial(_keep, texts, round_id, kind, language)
            editor.saving.show_value(f"{round_id}/{kind}/{language}", seen, keep)


def _keep(
    texts: RoundTexts,
    round_id: str,
    kind: SteeringKind,
    language: str,
    said: tuple[str, ...],
    seen: tuple[str, ...],
    visit: str,
) -> None:
    texts.steer(round_id, kind, language, said, seen=seen, visit=visit)
