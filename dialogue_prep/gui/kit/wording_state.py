"""How a wording stands to the others of its text, beside its field."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from dialogue_prep.domain.text import Text, WordingState
from dialogue_prep.gui.colours import Tone
from dialogue_prep.gui.kit.labels import PlainLabel, Size
from dialogue_prep.gui.words import _


class WordingStateLine(QWidget):
    """Says original, translation or outdated; `reviewed` tells that an outdated translation is still right."""

    reviewed = Signal()

    def __init__(self, field: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.language = ""
        self._state = PlainLabel(size=Size.SMALL, tone=Tone.MUTED)
        self.still_right = QPushButton(_("Still right"))
        self.still_right.setObjectName("quiet")
        self.still_right.setAccessibleName(_("{field}: the translation is still right").format(field=field))
        self.still_right.clicked.connect(self.reviewed)
        self.still_right.hide()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self._state)
        layout.addWidget(self.still_right)

    def show_text(self, text: Text, language: str) -> None:
        """Say how the wording of a text in a language stands."""
        self.language = language
        wording = text.wording(language)
        state = wording.state if wording else None
        outdated = state is WordingState.OUTDATED
        self._state.say(_words(state, bool(text)), Tone.WARN if outdated else Tone.MUTED)
        self.still_right.setVisible(outdated)

    def words(self) -> str:
        """Return what is said."""
        return self._state.text()


def _words(state: WordingState | None, worded: bool) -> str:
    if state is None:
        return _("not in this language") if worded else ""
    return {
        WordingState.ORIGINAL: _("original"),
        WordingState.TRANSLATION: _("translation"),
        WordingState.OUTDATED: _("outdated: the original has changed"),
    }[state]
