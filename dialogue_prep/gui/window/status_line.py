"""The foot of the window: when it was saved, who else is there, what is running, what is out for editing."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QPushButton, QWidget

from dialogue_prep.gui.colours import Tone
from dialogue_prep.gui.jobs import LongJob
from dialogue_prep.gui.kit.labels import ElidedLabel, PlainLabel, Size
from dialogue_prep.gui.words import _, count

_HEIGHT = 36


class StatusLine(QFrame):
    """Shows how things stand; `cancelled` asks for the running job to end."""

    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("status")
        self.setFixedHeight(max(_HEIGHT, self.fontMetrics().height() + 16))
        self._saved = PlainLabel(size=Size.SMALL, tone=Tone.MUTED)
        self._company = ElidedLabel(size=Size.SMALL, tone=Tone.ACCENT)
        self._job = ElidedLabel(size=Size.SMALL)
        self._progress = QProgressBar()
        self._progress.setFixedSize(160, 8)
        self._progress.setTextVisible(False)
        self._progress.setAccessibleName(_("Progress"))
        self._cancel = QPushButton(_("Cancel"))
        self._cancel.setObjectName("quiet")
        self._cancel.clicked.connect(self.cancelled)
        self._out = PlainLabel(size=Size.SMALL, tone=Tone.MUTED)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 0, 16, 0)
        layout.setSpacing(16)
        layout.addWidget(self._saved)
        layout.addWidget(self._company, 3)
        layout.addStretch(1)
        layout.addWidget(self._job, 2)
        for widget in (self._progress, self._cancel, self._out):
            layout.addWidget(widget)
        self.show_company("")
        self.show_job(None)

    def say(self, words: str) -> None:
        """Say how the store stands."""
        self._saved.say(words)
        if (layout := self.layout()) is not None:
            layout.activate()  # longer words have their room at once

    def show_company(self, words: str) -> None:
        """Say who else is there, or why nobody can be seen; nothing for no words."""
        self._company.setVisible(bool(words))
        self._company.say(words)

    def show_job(self, job: LongJob[object] | None) -> None:
        """Show the job that is running, or that none is."""
        for widget in (self._job, self._progress, self._cancel):
            widget.setVisible(job is not None)
        if job is not None:
            progress = _("{done} of {of}").format(done=job.done, of=job.of)
            self._job.say(f"{job.title} … {progress}")
            self._progress.setRange(0, max(job.of, 1))  # a bar of nothing would move without end
            self._progress.setValue(job.done)

    def show_out(self, number: int) -> None:
        """Say how many papers somebody is editing outside the program."""
        self._out.setVisible(number > 0)
        self._out.say(count("{number} paper out for editing", "{number} papers out for editing", number))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.setFixedHeight(max(_HEIGHT, self.fontMetrics().height() + 16))
