"""The speaking points of an item: one field, in which every paragraph is a point."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dialogue_prep.domain.agenda import AgendaItem
from dialogue_prep.domain.speaking import PointKind
from dialogue_prep.gui.colours import Tone
from dialogue_prep.gui.context import Context
from dialogue_prep.gui.kit.labels import OptionalLabel, PlainLabel, Size
from dialogue_prep.gui.kit.picker import Picker
from dialogue_prep.gui.kit.saved_fields import SavedText
from dialogue_prep.gui.pages.item_lines import KINDS, ItemShown, length_of_points
from dialogue_prep.gui.round_terms import point_kind_name
from dialogue_prep.gui.words import _
from dialogue_prep.services.agendas import Agendas

_LINES, _WIDEST = 8, 260


class PointsEditor(QWidget):
    """Shows the points of one kind in one language and keeps them as they are typed.

    `kind_picked` tells that the user wants to see points of another kind; `kind` is then that one.
    """

    kind_picked = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._agendas = Agendas(context.workspace)
        self.kind = KINDS[0]
        self._item: AgendaItem | None = None
        self._words_in = ""
        self.kinds = Picker(_("Kind of points"), _WIDEST)
        self.text = SavedText(context.jobs, context.workspace.new_id, _LINES)
        self.text.setAccessibleName(_("Speaking points"))
        self._problem = OptionalLabel(size=Size.SMALL, tone=Tone.BAD, wrap=True)
        self.length = PlainLabel(size=Size.SMALL, tone=Tone.MUTED, wrap=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        for widget in (self.kinds, self.text, self._problem, self.length):
            layout.addWidget(widget)
        self.kinds.picked.connect(self._when_kind_picked)
        self.text.saving.problem.connect(self._refuse)
        self.text.textChanged.connect(self._count)

    def begin_at(self, item: AgendaItem) -> None:
        """Begin at the first kind where it is another item: its points are none of the kind picked for the last one."""
        if self._item is not None and self._item.id != item.id:
            self.kind = KINDS[0]

    def show_item(self, shown: ItemShown, words_in: str) -> None:
        """Show the points of an item; `shown` has those of the kind that is picked."""
        item, kind = shown.item, self.kind
        self._item, self._words_in = item, words_in
        self.kinds.offer(shown.kinds, kind)
        self.text.setPlaceholderText(shown.points_elsewhere or point_kind_name(kind))
        self.text.saving.show_value(
            f"{item.id}/{kind}/{words_in}",
            shown.points,
            lambda points, seen, visit: self._agendas.say(item, kind, words_in, points, seen=seen, visit=visit),
        )
        self._count()

    def _when_kind_picked(self, kind: str) -> None:
        self.text.saving.flush()
        self.kind = PointKind(kind)
        self.kind_picked.emit()
        self.text.setFocus()

    def _refuse(self, sentence: str) -> None:
        self._problem.say(sentence)

    def _count(self) -> None:
        if self._item is not None:
            self.length.say(length_of_points(self.text.paragraphs(), self.kind, self._item, self._words_in))
