"""What can be done with a line of a list or a table, for its context menu."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu

from dialogue_prep.gui.kit.labels import plain_action


@dataclass(frozen=True, slots=True)
class MenuAct:
    """One act: its name, what does it, the keys that do the same, and whether it can be done now.

    With `acts` of its own it is a menu within the menu, and does nothing itself.
    """

    words: str
    run: Callable[[], object] = bool
    keys: str = ""
    allowed: bool = True
    acts: tuple[MenuAct, ...] = ()


def fill_menu(menu: QMenu, acts: Sequence[MenuAct]) -> None:
    """Put acts into a menu. The keys are shown alone: whoever has the focus acts on them."""
    for act in acts:
        if act.acts:
            fill_menu(menu.addMenu(plain_action(act.words)), act.acts)
            continue
        keys = QKeySequence(act.keys).toString(QKeySequence.SequenceFormat.NativeText)
        action = menu.addAction(f"{plain_action(act.words)}\t{keys}" if keys else plain_action(act.words))
        action.setEnabled(act.allowed)
        action.triggered.connect(lambda _checked=False, run=act.run: run())
