"""The button that offers filters by name: those that are always there, and those that somebody kept."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QWidget

from dialogue_prep.domain.saved_filter import SavedFilter
from dialogue_prep.gui.kit.labels import plain_action
from dialogue_prep.gui.kit.menu_button import MenuButton
from dialogue_prep.gui.pages.commitment_criteria import read_criteria
from dialogue_prep.gui.pages.commitments_lines import CommitmentFilter
from dialogue_prep.gui.words import _


class FilterMenu(MenuButton):
    """`taken` carries the filter that is wanted, `save_asked` those that are kept and seen in the menu.

    The other signals carry the one that is kept and to be renamed or removed. The entry of what the list is narrowed to
    now is ticked.
    """

    taken = Signal(object)
    save_asked = Signal(object)
    rename_asked = Signal(object)
    remove_asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Filters"), parent)
        self._shipped: tuple[tuple[str, CommitmentFilter], ...] = ()
        self._kept: tuple[SavedFilter, ...] = ()
        self._wanted = CommitmentFilter()
        self._group = QActionGroup(self)
        self.menu().aboutToShow.connect(self.fill)

    def offer(self, shipped: Sequence[tuple[str, CommitmentFilter]], kept: Sequence[SavedFilter]) -> None:
        """Offer these filters."""
        self._shipped, self._kept = tuple(shipped), tuple(kept)

    def say_wanted(self, wanted: CommitmentFilter) -> None:
        """Say what the list is narrowed to."""
        self._wanted = wanted

    def fill(self) -> None:
        """Fill the menu with what there is now."""
        menu = self.menu()
        menu.clear()
        self._group.deleteLater()
        self._group = group = QActionGroup(self)
        menu.addAction(self._entry(group, _("All commitments"), CommitmentFilter()))
        for name, wanted in self._shipped:
            menu.addAction(self._entry(group, name, wanted))
        menu.addSeparator()
        here, seen = None, self._kept
        for kept in seen:
            wanted = read_criteria(kept.criteria)
            here = kept if wanted == self._wanted else here
            menu.addAction(self._entry(group, kept.name, wanted))
        menu.addSeparator()
        save = menu.addAction(_("Save what is shown as a filter …"), lambda: self.save_asked.emit(seen))
        save.setEnabled(self._wanted != CommitmentFilter())
        self._about(_("Rename this filter …"), here, self.rename_asked.emit)
        self._about(_("Remove this filter"), here, self.remove_asked.emit)

    def _entry(self, group: QActionGroup, name: str, wanted: CommitmentFilter) -> QAction:
        action = QAction(plain_action(name), group)
        action.setCheckable(True)
        action.setChecked(wanted == self._wanted)
        action.triggered.connect(lambda _on=False: self.taken.emit(wanted))
        return action

    def _about(self, words: str, here: SavedFilter | None, do: Callable[[SavedFilter], object]) -> None:
        action = self.menu().addAction(words)
        action.setEnabled(here is not None)
        if here is not None:
            action.triggered.connect(partial(_done, do, here))


def _done(do: Callable[[SavedFilter], object], kept: SavedFilter, _on: bool = False) -> None:
    do(kept)
