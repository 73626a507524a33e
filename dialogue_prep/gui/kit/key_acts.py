"""What can be done with the thing that the user is at, each by one key, a button or the context menu."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QPushButton, QWidget

from dialogue_prep.gui.kit.labels import plain_action, plain_hint
from dialogue_prep.gui.words import _


@dataclass(frozen=True, slots=True)
class KeyAct:
    """One act: its name, the keys for it, of which the first is shown, and what does it."""

    name: str
    keys: tuple[Qt.Key, ...]
    run: Callable[[], None]

    @property
    def key(self) -> str:
        """The first key, as people name it."""
        return QKeySequence(self.keys[0]).toString(QKeySequence.SequenceFormat.NativeText)


class KeyActs(QObject):
    """Carries the acts out when their keys are pressed in one of the widgets, before these make anything of them."""

    def __init__(
        self, acts: Sequence[KeyAct], widgets: Sequence[QWidget], allowed: Callable[[], bool], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._acts = tuple(acts)
        self._allowed = allowed
        for widget in widgets:
            widget.installEventFilter(self)
            widget.addActions([self._action(act, widget) for act in self._acts])
            if not isinstance(widget, QAbstractItemView):  # lists and tables have a menu in which there is more
                widget.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)

    def buttons(self) -> list[QPushButton]:
        """Return a quiet button for each act."""
        return [self._button(act) for act in self._acts]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() not in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress) or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        act = next((act for act in self._acts if plain and event.key() in act.keys), None)
        if act is None:
            return super().eventFilter(watched, event)
        event.accept()
        if event.type() == QEvent.Type.KeyPress and self._allowed():
            act.run()
        return True

    def _button(self, act: KeyAct) -> QPushButton:
        button = QPushButton(plain_action(f"{act.name}  {act.key}"))
        button.setObjectName("quiet")
        button.setAccessibleName(act.name)
        button.setToolTip(plain_hint(_("{what}: key {key}").format(what=act.name, key=act.key)))
        button.clicked.connect(lambda: act.run() if self._allowed() else None)
        return button

    def _action(self, act: KeyAct, widget: QWidget) -> QAction:
        # The key stands in the name alone: as a shortcut it would be taken before this hears of it.
        action = QAction(f"{plain_action(act.name)}\t{act.key}", widget)
        action.triggered.connect(lambda: act.run() if self._allowed() else None)
        return action
