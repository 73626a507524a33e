"""A source that is there: its text with what it says marked in it, and that beside it in three lists."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QStackedWidget, QVBoxLayout, QWidget

from dialogue_prep.domain.source import CitationRole
from dialogue_prep.gui.colours import Tone
from dialogue_prep.gui.kit.cards import Card
from dialogue_prep.gui.kit.finding_list import FindingList
from dialogue_prep.gui.kit.folding_split import FoldingSplit
from dialogue_prep.gui.kit.labels import ElidedLabel, PlainLabel, Size
from dialogue_prep.gui.kit.marked_text import MarkedText
from dialogue_prep.gui.kit.segments import Segments
from dialogue_prep.gui.pages.source_lines import about_source, cited_lines, cited_places, silent_lines
from dialogue_prep.gui.words import _

if TYPE_CHECKING:
    from dialogue_prep.services.shelf import OpenedSource

STATES, MENTIONS, SILENT = range(3)
_WIDE, _HIGH = 520, 320


class SourceView(QWidget):
    """Shows one source. `read_asked` tells that the user wants to read in the text of one that is only cited."""

    read_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._opened: OpenedSource | None = None
        self.title = ElidedLabel(size=Size.HEADING)
        self._about = PlainLabel(size=Size.SMALL, tone=Tone.MUTED)
        self.text = MarkedText(_("Text of the source"))
        self.read = QPushButton(_("Read its text in …"))
        self.read.setProperty("main", "true")
        self.segments = Segments((_("States"), _("Mentions"), _("Silent on")))
        self.lists = (FindingList(_("States")), FindingList(_("Mentions")), FindingList(_("Silent on")))
        self._stack = QStackedWidget()
        self._text_or_way = QStackedWidget()
        self._lay_out()
        self.segments.picked.connect(self._when_part_picked)
        self.text.place_entered.connect(self._when_place_entered)
        self.read.clicked.connect(self.read_asked)
        for part, shown in enumerate(self.lists):
            shown.chosen.connect(partial(self._when_come_to, part))

    def show_source(self, opened: OpenedSource, language: str) -> None:
        """Show a source; the same one again stays where the user was."""
        other = self._opened is None or self._opened.source.id != opened.source.id
        self._opened = opened
        self.title.say(opened.source.title.read(language, "en"))
        self._about.say(about_source(opened.source, language))
        self.text.show_paragraphs(opened.paragraphs)
        self.text.show_places(cited_places(opened))
        self._text_or_way.setCurrentIndex(0 if opened.paragraphs else 1)
        found = (
            cited_lines(opened, CitationRole.STATES, language),
            cited_lines(opened, CitationRole.MENTIONS, language),
            silent_lines(opened, language),
        )
        for shown, lines in zip(self.lists, found, strict=True):
            shown.show_findings(lines)
        self.segments.show_numbers([len(lines) for lines in found])
        self.segments.offer(SILENT, there=bool(opened.silent))
        if other:
            self.segments.pick(STATES)

    def source_id(self) -> str:
        """Return which source is shown, empty while none is."""
        return self._opened.source.id if self._opened else ""

    def choose(self, record_id: str) -> None:
        """Go to where the source states a record, or mentions it, or to the line that says it is silent on it."""
        if self._opened is None:
            return
        cited = [one for one in self._opened.cited if record_id in (one.id, one.value.id)]
        cited.sort(key=lambda one: one.role is CitationRole.MENTIONS)
        silent = any(value.id == record_id for value in self._opened.silent)
        if cited:
            self._go(MENTIONS if cited[0].role is CitationRole.MENTIONS else STATES, cited[0].id)
        elif silent:
            self._go(SILENT, record_id)

    def here(self) -> str:
        """Return the record of the line that the user is at, empty where there is none."""
        here = self.lists[self.segments.here()].here()
        cited = self._opened.cited if self._opened else ()
        return next((one.value.id for one in cited if one.id == here), here)

    def _go(self, part: int, id_: str) -> None:
        self.segments.pick(part)
        self.lists[part].choose(id_)
        self.text.choose(id_)
        self.lists[part].setFocus()

    def _when_come_to(self, part: int, id_: str) -> None:
        if part == self.segments.here():
            self.text.choose(id_)

    def _when_part_picked(self, part: int) -> None:
        self._stack.setCurrentIndex(part)
        self.text.choose(self.lists[part].here())

    def _when_place_entered(self, id_: str) -> None:
        part = MENTIONS if any(finding.id == id_ for finding in self.lists[MENTIONS].findings()) else STATES
        if self.segments.here() != part:
            self.segments.pick(part)
        self.lists[part].choose(id_)

    def _lay_out(self) -> None:
        source = Card()
        source.body.addWidget(self.title)
        source.body.addWidget(self._about)
        source.body.addWidget(self._text_or_way, 1)
        missing = QWidget()
        column = QVBoxLayout(missing)
        column.setSpacing(16)
        column.addStretch(1)
        said = PlainLabel(_("This source is only cited: its text is not in the store."), tone=Tone.MUTED, wrap=True)
        said.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(said)
        column.addWidget(self.read, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)
        self._text_or_way.addWidget(self.text)
        self._text_or_way.addWidget(missing)
        beside = Card()
        beside.body.addWidget(self.segments)
        beside.body.addWidget(self._stack, 1)
        for shown in self.lists:
            self._stack.addWidget(shown)
        split = FoldingSplit(source, beside, wide=_WIDE, sizes=(400, 336), high=_HIGH)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(split)
