"""The box that shows every version of a paper: day, marking, template, and who released it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QWidget

from dialogue_prep.gui.context import Context
from dialogue_prep.gui.days import day_in_words
from dialogue_prep.gui.following import Following
from dialogue_prep.gui.kit.box_column import box_column
from dialogue_prep.gui.kit.plain_table import plain_table
from dialogue_prep.gui.kit.table_model import Column
from dialogue_prep.gui.terms import profile_name
from dialogue_prep.gui.words import _, in_a_row

if TYPE_CHECKING:
    from dialogue_prep.services.paper import Paper

_WIDTH, _HEIGHT, _FILE = 860, 420, 6


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionRow:
    """One file that was written of a paper."""

    id: str
    version: str
    day: str
    made_for: str
    marking: str
    template: str
    released: str
    file: str


class VersionsBox(QDialog):
    """Lists the versions of one paper, the newest first; `names` are what it is called and for whom it is."""

    def __init__(
        self, context: Context, round_id: str, paper: Paper, names: tuple[str, str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._round_id = round_id
        self._paper = paper
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("History of versions"))
        self.resize(_WIDTH, _HEIGHT)
        columns: list[Column[VersionRow]] = [
            Column(_("Version"), lambda one: one.version),
            Column(_("Written on"), lambda one: one.day),
            Column(_("Made", "of a file, for what"), lambda one: one.made_for),
            Column(_("Marking"), lambda one: one.marking),
            Column(_("Template"), lambda one: one.template),
            Column(_("Released"), lambda one: one.released),
            Column(_("File"), lambda one: one.file),
        ]
        self.table, self.model = plain_table(_("Versions"), columns, _FILE)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout = box_column(self, names[0], names[1])
        layout.addWidget(self.table, 1)
        layout.addWidget(buttons)
        self._following = Following(self, context, self._read, self.model.show_rows)

    def _read(self) -> Callable[[], tuple[VersionRow, ...]]:
        context, round_id, paper = self._context, self._round_id, self._paper

        def read() -> tuple[VersionRow, ...]:
            from dialogue_prep.services.releases import Releases
            from dialogue_prep.services.templates import Templates

            names: dict[str, str] = {template.id: template.name for template in Templates(context.workspace).all()}
            log = Releases(context.workspace).log(round_id)
            released = {entry.draft_id: entry for entry in reversed(log) if entry.passed}
            rows = []
            for draft in context.papers().versions(round_id, paper):
                out = released.get(draft.id)
                by = [day_in_words(out.on, context.language), out.by] if out else []
                rows.append(
                    VersionRow(
                        id=draft.id,
                        version=str(draft.version),
                        day=day_in_words(draft.written_on, context.language),
                        made_for=profile_name(draft.profile),
                        marking=draft.marking,
                        template=names.get(draft.template_id or "", _("of the program")),
                        released=in_a_row(filter(None, by)) or "–",
                        file=draft.path,
                    )
                )
            return tuple(rows)

        return read
