"""The box that says what is the matter with a store and offers what can be done about it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QPushButton, QWidget

from dialogue_prep.gui.colours import Tone
from dialogue_prep.gui.kit.box_column import box_column
from dialogue_prep.gui.kit.labels import PlainLabel
from dialogue_prep.gui.words import _, sentence_in_words
from dialogue_prep.services.damage import Choice, Damage
from dialogue_prep.store.examination import Trouble

_WIDTH = 560


class DamageBox(QDialog):
    """One button a choice, the best first; `choice` is the one that was taken, to cancel where the box was closed."""

    def __init__(self, damage: Damage, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.choice = Choice.CANCEL
        self.setWindowTitle(_heading(damage))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        layout = box_column(self, _heading(damage), width=_WIDTH)
        layout.setSpacing(8)
        layout.addWidget(PlainLabel(sentence_in_words(damage.found), wrap=True))
        if damage.trouble is Trouble.DAMAGED:
            said = _("The file stays as it is, whatever you choose here.")
            layout.addWidget(PlainLabel(said, tone=Tone.MUTED, wrap=True))
        layout.addSpacing(8)
        self.buttons = {choice: self._button(choice) for choice in damage.choices}
        for choice, button in self.buttons.items():
            layout.addWidget(button)
            if about := _about(choice):
                words = PlainLabel(about, tone=Tone.MUTED, wrap=True)
                words.setContentsMargins(16, 0, 16, 8)
                layout.addWidget(words)
        self.buttons[Choice.CANCEL].setFocus()

    def _button(self, choice: Choice) -> QPushButton:
        button = QPushButton(_name(choice))
        button.setObjectName("choice")
        button.setAutoDefault(choice is Choice.CANCEL)
        button.setAccessibleDescription(_about(choice))
        button.clicked.connect(lambda: self._take(choice))
        return button

    def _take(self, choice: Choice) -> None:
        self.choice = choice
        if choice is Choice.CANCEL:
            self.reject()
        else:
            self.accept()


def _heading(damage: Damage) -> str:
    damaged = damage.trouble is Trouble.DAMAGED
    return _("This store is damaged") if damaged else _("This store cannot be opened")


def _name(choice: Choice) -> str:
    return {
        Choice.REPAIR: _("Repair into a new store …"),
        Choice.RESTORE: _("Go back to a backup …"),
        Choice.READ_ONLY: _("Open it to look at"),
        Choice.CANCEL: _("Cancel"),
    }[choice]


def _about(choice: Choice) -> str:
    return {
        Choice.REPAIR: _("A new store is made of all that can still be read; you are told what is missing in it."),
        Choice.RESTORE: _("You see what would change before anything is done."),
        Choice.READ_ONLY: _("All of it can still be read; nothing can be changed."),
        Choice.CANCEL: "",
    }[choice]
