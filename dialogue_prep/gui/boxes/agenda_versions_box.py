"""The box that shows a version of the agenda, and what differs between it and another."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QWidget

from dialogue_prep.domain.agenda_versions import AgendaVersion
from dialogue_prep.domain.dossier import Dossier
from dialogue_prep.gui.agenda_terms import version_name
from dialogue_prep.gui.agenda_version_lines import difference_in_short, difference_lines, version_lines
from dialogue_prep.gui.colours import Tone
from dialogue_prep.gui.context import Context
from dialogue_prep.gui.following import Following
from dialogue_prep.gui.kit.box_column import box_column
from dialogue_prep.gui.kit.choice_box import ChoiceBox
from dialogue_prep.gui.kit.difference_text import DifferenceText
from dialogue_prep.gui.kit.labels import PlainLabel
from dialogue_prep.gui.kit.saved_fields import Field
from dialogue_prep.gui.words import _
from dialogue_prep.services.agenda_versions import AgendaVersions

_WIDTH, _HEIGHT = 760, 600


@dataclass(frozen=True, slots=True)
class VersionsRead:
    """What was read: the dossier for the names, and every version, the oldest first."""

    dossier: Dossier
    versions: tuple[AgendaVersion, ...]


class AgendaVersionsBox(QDialog):
    """Shows one version, compared with another one or with none; nothing can be changed here."""

    def __init__(self, context: Context, round_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._round_id = round_id
        self._read_last: VersionsRead | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Versions of the agenda"))
        self.resize(_WIDTH, _HEIGHT)
        self.version, self.against = ChoiceBox(), ChoiceBox()
        self.said = PlainLabel(tone=Tone.MUTED, wrap=True)
        self.text = DifferenceText(_("What differs"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        choices = QHBoxLayout()
        choices.setSpacing(16)
        choices.addWidget(Field(_("Version"), self.version), 1)
        choices.addWidget(Field(_("Compared with"), self.against), 1)
        layout = box_column(self, _("Versions of the agenda"))
        layout.addLayout(choices)
        layout.addWidget(self.said)
        layout.addWidget(self.text, 1)
        layout.addWidget(buttons)
        for choice in (self.version, self.against):
            choice.currentIndexChanged.connect(lambda _place: self._fill())
        self._following = Following(self, context, self._read, self._show)

    def _read(self) -> Callable[[], VersionsRead]:
        context, round_id = self._context, self._round_id
        versions = AgendaVersions(context.workspace)
        return lambda: VersionsRead(context.dossiers.of(round_id), versions.of_round(round_id))

    def _show(self, read: VersionsRead) -> None:
        first = self._read_last is None
        self._read_last = read
        newest_first = [version.agenda for version in reversed(read.versions)]
        names = [(agenda.id, version_name(agenda)) for agenda in newest_first]
        self.version.offer(names)
        self.against.offer([*names, (None, _("nothing: show the version as it is"))])
        if first or self.version.thing() is None:
            self.version.choose(newest_first[0].id if newest_first else None)
            self.against.choose(newest_first[1].id if len(newest_first) > 1 else None)
        self._fill()

    def _fill(self) -> None:
        read, language = self._read_last, self._context.language
        if read is None:
            return
        by_id = {version.agenda.id: version for version in read.versions}
        shown, against = by_id.get(self.version.thing()), by_id.get(self.against.thing())
        if shown is None:
            return
        if against is None:
            self.said.say(version_name(shown.agenda))
            self.text.show_differences(version_lines(shown, language))
            return
        before, after = sorted((shown, against), key=lambda version: version.agenda.version)
        self.said.say(difference_in_short(before, after))
        self.text.show_differences(difference_lines(before, after, read.dossier, language))
