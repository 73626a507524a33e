"""The box that shows where a record is used, and leads to one of these places."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from dialogue_prep.domain.draft import Draft
from dialogue_prep.gui.colours import Tone
from dialogue_prep.gui.context import Context
from dialogue_prep.gui.following import Following
from dialogue_prep.gui.kit.labels import PlainLabel, Size
from dialogue_prep.gui.kit.plain_table import plain_table
from dialogue_prep.gui.kit.table_model import Column
from dialogue_prep.gui.records import record_title
from dialogue_prep.gui.terms import kind_name, paper_name
from dialogue_prep.gui.words import _, count
from dialogue_prep.services.usages import Usage, Usages, Used

_WIDTH, _HEIGHT = 760, 480


@dataclass(frozen=True, slots=True, kw_only=True)
class UsageLine:
    """One place in words: the kind of what is shown there, what it is called, and the number of its round."""

    id: str
    kind: str
    title: str
    round: str
    usage: Usage


class UsagesBox(QDialog):
    """Lists the places; `led` carries the RecordPlace to which the user wants to go."""

    led = Signal(object)

    def __init__(self, context: Context, record_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._record_id = context, record_id
        self._usages = Usages(context.workspace)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Where it is used"))
        self.resize(_WIDTH, _HEIGHT)
        self.heading = PlainLabel(size=Size.LARGE, wrap=True)
        self.said = PlainLabel(_("Looking …"), tone=Tone.MUTED, wrap=True)
        columns: list[Column[UsageLine]] = [
            Column(_("Kind"), lambda line: line.kind),
            Column(_("Name"), lambda line: line.title),
            Column(_("Round"), lambda line: line.round),
        ]
        self.table, self.model = plain_table(_("Where it is used"), columns, 1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.do = buttons.addButton(_("Go there"), QDialogButtonBox.ButtonRole.ActionRole)
        self.do.setProperty("main", "true")
        self.do.setEnabled(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 16)
        layout.setSpacing(12)
        for widget in (self.heading, self.said):
            layout.addWidget(widget)
        layout.addWidget(self.table, 1)
        layout.addWidget(buttons)
        buttons.rejected.connect(self.reject)
        self.do.clicked.connect(lambda: self._go(self.table.currentIndex()))
        self.table.activated.connect(self._go)
        self._following = Following(self, context, self._read, self._show)

    def _read(self) -> Callable[[], Used | None]:
        usages, id_ = self._usages, self._record_id
        return lambda: usages.of(id_)

    def _show(self, used: Used | None) -> None:
        language = self._context.language
        self.heading.say(record_title(used.record, language) if used else _("This record was removed"))
        lines = [_line(usage, language) for usage in used.usages] if used else []
        self.model.show_rows(lines)
        self.table.resizeColumnToContents(0)
        said = count("It is used in {number} place.", "It is used in {number} places.", len(lines))
        self.said.say(said if lines else _("Nothing else in the store names it, and it stands in no written paper."))
        self.do.setEnabled(bool(lines))
        if lines and not self.table.currentIndex().isValid():
            self.table.selectRow(0)

    def _go(self, index: QModelIndex) -> None:
        if index.isValid():
            place = self.model.row_at(index).usage.place
            self.accept()
            self.led.emit(place)


def _line(usage: Usage, language: str) -> UsageLine:
    value = usage.value
    if isinstance(value, Draft):
        title = _("{paper}, version {number}").format(paper=paper_name(value.kind), number=value.version)
    else:
        title = record_title(value, language)
    return UsageLine(
        id=f"{value.id}/{usage.place.round_id}",
        kind=kind_name(type(value).__name__),
        title=title,
        round=str(usage.round.ordinal) if usage.round else "",
        usage=usage,
    )
