"""The button that says which version of the agenda is shown, and offers what can be done with versions."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from dialogue_prep.domain.agenda import Agenda
from dialogue_prep.domain.agenda_versions import next_states
from dialogue_prep.domain.dossier import Dossier
from dialogue_prep.gui.agenda_terms import version_name
from dialogue_prep.gui.kit.labels import plain_action
from dialogue_prep.gui.kit.menu_button import MenuButton
from dialogue_prep.gui.round_terms import agenda_step_name
from dialogue_prep.gui.words import _
from dialogue_prep.services.agenda_versions import next_round


class AgendaVersionMenu(MenuButton):
    """Shows version and state. `state_wanted` carries an AgendaState; the others tell what else was chosen."""

    state_wanted = Signal(object)
    version_wanted = Signal()
    compare_wanted = Signal()
    duplicate_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Version"), parent)

    def show_agenda(self, agenda: Agenda, dossier: Dossier) -> None:
        """Offer what can be done with the agenda of a dossier."""
        name = version_name(agenda)
        self.setText(plain_action(name))
        self.setAccessibleName(name)
        menu = self.menu()
        menu.clear()
        for state in next_states(agenda.state):
            action = menu.addAction(plain_action(agenda_step_name(state)))
            action.triggered.connect(partial(self._when_state, state))
        menu.addSeparator()
        menu.addAction(plain_action(_("Begin a new version")), self.version_wanted.emit)
        menu.addAction(plain_action(_("Compare versions …")), self.compare_wanted.emit)
        following = next_round(dossier)
        number = following.ordinal if following else dossier.round.ordinal + 1
        duplicate = menu.addAction(
            plain_action(_("Duplicate to round {number}").format(number=number)), self.duplicate_wanted.emit
        )
        duplicate.setEnabled(following is not None)

    def _when_state(self, state: object, _checked: bool = False) -> None:
        self.state_wanted.emit(state)
