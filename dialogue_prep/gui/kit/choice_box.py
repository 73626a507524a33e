"""Editors that offer a choice, with an arrow of the window's own family: one of several things, and yes or no."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QPaintEvent, QPalette, QWheelEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QListView,
    QSizePolicy,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QWidget,
)

from dialogue_prep.gui.jobs import Jobs
from dialogue_prep.gui.kit.arrow import paint_arrow
from dialogue_prep.gui.kit.eliding import told_apart
from dialogue_prep.gui.kit.labels import plain_hint
from dialogue_prep.gui.kit.saving import Saving
from dialogue_prep.gui.words import _

_WIDEST = 560


class ChoiceBox(QComboBox):
    """Offers pairs of a thing and the words for it. Turning the wheel scrolls the page unless the box has the focus.

    Words that are too long are cut so that they differ from the others; they are whole in the list and on hovering.
    """

    def __init__(self, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choices: tuple[tuple[Any, str], ...] = ()
        self.setView(QListView())
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        self.setPlaceholderText(_("Choose …"))
        self.currentIndexChanged.connect(lambda _place: self.setToolTip(plain_hint(self.currentText())))

    def offer(self, choices: Sequence[tuple[Any, str]]) -> None:
        """Offer these; what is chosen stays chosen where it is among them."""
        if tuple(choices) == self._choices:
            return
        chosen = self.thing()
        self._choices = tuple(choices)
        self.clear()
        self.addItems([words for _thing, words in choices])
        for place, (_thing, words) in enumerate(choices):
            self.setItemData(place, plain_hint(words), Qt.ItemDataRole.ToolTipRole)
        self.choose(chosen)

    def thing(self) -> Any:
        """Return the thing that is chosen, None where none is."""
        place = self.currentIndex()
        return self._choices[place][0] if 0 <= place < len(self._choices) else None

    def choose(self, thing: object) -> None:
        """Choose a thing; nothing where it is not offered."""
        places = [place for place, (offered, _words) in enumerate(self._choices) if offered == thing]
        self.setCurrentIndex(places[0] if places else -1)

    def showPopup(self) -> None:  # noqa: N802 - Qt's name
        self.view().setMinimumWidth(min(self.view().sizeHintForColumn(0) + 24, _WIDEST))
        super().showPopup()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        painter = QStylePainter(self)
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        whole, field = QStyle.ComplexControl.CC_ComboBox, QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(whole, option, field, self).width() - 4
        if self.currentIndex() < 0:
            option.palette.setBrush(QPalette.ColorRole.ButtonText, option.palette.placeholderText())
            option.currentText = self.placeholderText()
        others = (words for _thing, words in self._choices)
        option.currentText = told_apart(option.currentText, others, self.fontMetrics(), room)
        painter.drawComplexControl(whole, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        paint_arrow(painter, self, 10)
        painter.end()

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class SavedChoice(ChoiceBox):
    """A choice that is kept as it is made."""

    def __init__(self, jobs: Jobs, new_visit: Callable[[], str], parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.saving: Saving[Any] = Saving(self, jobs, new_visit, self.thing, self.choose)
        self.activated.connect(self._when_activated)

    def _when_activated(self) -> None:
        self.saving.touched()
        self.saving.flush()


class SavedSwitch(QCheckBox):
    """Yes or no, kept as it is switched; what is asked is the name of its field, which may be long."""

    def __init__(self, jobs: Jobs, new_visit: Callable[[], str], parent: QWidget | None = None) -> None:
        super().__init__(_("yes"), parent)
        self.saving: Saving[bool] = Saving(self, jobs, new_visit, self.isChecked, self.setChecked)
        self.clicked.connect(self._when_clicked)

    def _when_clicked(self) -> None:
        self.saving.touched()
        self.saving.flush()
