"""The menu from which the staff choose the template of a kind of paper."""

from __future__ import annotations

from functools import partial

from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from dialogue_prep.domain.setting import OUR_TEMPLATE
from dialogue_prep.gui.context import Context
from dialogue_prep.gui.kit.labels import plain_action
from dialogue_prep.gui.pages.papers_lines import PaperRow
from dialogue_prep.gui.words import _


class TemplateMenu(QMenu):
    """Offers the templates that serve the paper that is looked at; what is chosen goes for all papers of its kind."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(_("Template of these papers"), parent)
        self._context = context
        self._group = QActionGroup(self)

    def show_row(self, shown: PaperRow | None) -> None:
        """Offer what can be chosen for a paper; where there is nothing to choose from, nothing is offered."""
        self.clear()
        serving = shown.offers.serving if shown is not None else ()
        self.menuAction().setEnabled(bool(serving))
        if shown is None or not serving:
            return
        usual = _("As the templates say ({name})").format(name=serving[0][1])
        for id_, name in (("", usual), (OUR_TEMPLATE, _("The program’s own")), *serving):
            action = self._group.addAction(self.addAction(plain_action(name)))
            action.setCheckable(True)
            action.setChecked(id_ == shown.offers.chosen)
            action.triggered.connect(partial(self._choose, shown, id_))

    def _choose(self, shown: PaperRow, id_: str, _checked: bool = True) -> None:
        workspace, kind, seen = self._context.workspace, shown.line.kind, shown.offers.chosen

        def choose() -> None:
            from dialogue_prep.services.templates import Templates

            Templates(workspace).choose(kind, id_, seen=seen)

        self._context.jobs.run(choose)
