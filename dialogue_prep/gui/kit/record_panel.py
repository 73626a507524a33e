"""One record beside the list it is in: what it is called, what is to be said of it, and its form."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from dialogue_prep.gui.colours import Tone
from dialogue_prep.gui.jobs import Jobs
from dialogue_prep.gui.kit.cards import Card
from dialogue_prep.gui.kit.labels import PlainLabel, Size
from dialogue_prep.gui.kit.record_form import Keep, RecordForm


class RecordPanel(Card):
    """A card on which the heading, a line below it and the form scroll together; `keep` is as for the form."""

    def __init__(
        self, name: str, jobs: Jobs, new_visit: Callable[[], str], keep: Keep, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent=parent)
        self.setAccessibleName(name)
        self.heading = PlainLabel(size=Size.LARGE, wrap=True)
        self.about = PlainLabel(size=Size.SMALL, tone=Tone.MUTED, wrap=True)
        self.form = RecordForm(jobs, new_visit, keep)
        scroll, body = QScrollArea(), QWidget()
        scroll.setWidgetResizable(True)
        scroll.setWidget(body)
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(12)
        for widget in (self.heading, self.about, self.form):
            column.addWidget(widget)
        column.addStretch(1)
        self.body.setContentsMargins(20, 16, 8, 16)
        self.body.addWidget(scroll, 1)
