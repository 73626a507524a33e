"""Meetings beside the rounds, and the dialogues of the store side by side with what clashes."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QPushButton, QScrollArea, QVBoxLayout, QWidget

from dialogue_prep.documents.pictures.hosting_strip import dialogues_strip
from dialogue_prep.domain.clashes import Clash
from dialogue_prep.domain.identity import DialogueId
from dialogue_prep.domain.special_meeting import MeetingKind, SpecialMeeting
from dialogue_prep.domain.text import worded
from dialogue_prep.gui.colours import Tone
from dialogue_prep.gui.context import Context
from dialogue_prep.gui.days import day_in_words
from dialogue_prep.gui.hosting_terms import meeting_kind_name
from dialogue_prep.gui.kit.cards import row
from dialogue_prep.gui.kit.finding_list import Finding, FindingList
from dialogue_prep.gui.kit.labels import PlainLabel, Size
from dialogue_prep.gui.pages.hosting_lines import HostingRead, Zoom, clashing_rounds, span_of_all
from dialogue_prep.gui.pictures.strip_view import HostingStripView
from dialogue_prep.gui.words import _, sentence_in_words, with_commas
from dialogue_prep.services.hosting import Hosting

_LIST_HEIGHT = 120


class MeetingsCard(QWidget):
    """Lists meetings and clashes; `chosen` carries the meeting that the user is at, None where there is none."""

    chosen = Signal(object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._hosting = Hosting(context.workspace)
        self._meetings: dict[str, SpecialMeeting] = {}
        self._all: tuple[HostingRead, Zoom] | None = None
        self._drawn: tuple[HostingRead, Zoom] | None = None
        self.list = FindingList(_("Meetings beside the rounds"))
        self.list.setFixedHeight(_LIST_HEIGHT)
        self.add = QPushButton(_("Add a meeting"))
        self.remove = QPushButton(_("Remove"))
        self.side_by_side = HostingStripView(context.language)
        self.side_by_side.setAccessibleName(_("All dialogues side by side"))
        self.clashes = PlainLabel(size=Size.SMALL, wrap=True)
        self.clashes.setAccessibleName(_("What clashes"))
        self._nothing = PlainLabel(
            _("A special session or a meeting of a sub-group has no number and uses up no turn."),
            size=Size.SMALL,
            tone=Tone.MUTED,
            wrap=True,
        )
        scroll, body = QScrollArea(), QWidget()
        scroll.setWidgetResizable(True)
        scroll.setWidget(body)
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(row(PlainLabel(_("Beside the rounds"), size=Size.STRONG), None, self.add, self.remove))
        column.addWidget(self._nothing)
        column.addWidget(self.list)
        column.addSpacing(12)
        column.addWidget(PlainLabel(_("All dialogues side by side"), size=Size.STRONG))
        column.addWidget(self.side_by_side)
        column.addWidget(self.clashes)
        column.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scroll)
        self.list.chosen.connect(self._when_chosen)
        self.add.clicked.connect(self._when_added)
        self.remove.clicked.connect(self._when_removed)

    def show_all(self, meetings: Sequence[SpecialMeeting], read: HostingRead, zoom: Zoom) -> None:
        """Show the meetings of the dialogue, all dialogues in the time that is looked at, and what clashes."""
        self._meetings = {meeting.id: meeting for meeting in meetings}
        self.list.show_findings([self._finding(meeting) for meeting in meetings])
        self.list.setVisible(bool(meetings))
        self._nothing.setVisible(not meetings)
        self.remove.setEnabled(bool(meetings))
        self._all = (read, zoom)
        if self.isVisible():
            self._draw_all()
        self.chosen.emit(self._meetings.get(self.list.here()))

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        super().showEvent(event)
        self._draw_all()

    def _draw_all(self) -> None:
        """Draw all dialogues; not before it is looked at, and once, for there may be hundreds of them."""
        if self._all is None or self._all == self._drawn:
            return
        self._drawn = read, zoom = self._all
        strip = dialogues_strip(
            read.programmes, read.today, self._context.language, span_of_all(read, zoom), clashing_rounds(read.clashes)
        )
        self.side_by_side.show_strip(strip)
        tone = Tone.WARN if read.clashes else Tone.MUTED
        self.clashes.say(self._in_words(read.clashes, len(read.programmes)), tone)

    def here(self) -> SpecialMeeting | None:
        """Return the meeting that the user is at."""
        return self._meetings.get(self.list.here())

    def _in_words(self, clashes: Sequence[Clash], dialogues: int) -> str:
        said = [sentence_in_words(clash.sentence, self._context.language) for clash in clashes]
        if said:
            return "\n".join(said)
        if dialogues < 2:
            return _("There is no other dialogue in this store.")
        return _("Nothing clashes: no two dialogues meet on the same days.")

    def _finding(self, meeting: SpecialMeeting) -> Finding:
        language = self._context.language
        when = day_in_words(meeting.start, language) if meeting.start else _("no date yet")
        note = with_commas((meeting_kind_name(meeting.kind), meeting.city.read(language, "en")))
        words = meeting.title.read(language, "en")
        return Finding(id=meeting.id, words=words, note=note, place=when, struck=meeting.status.dropped)

    def _when_chosen(self, id_: str) -> None:
        self.chosen.emit(self._meetings.get(id_))

    def _when_added(self) -> None:
        context, language = self._context, self._context.language
        meeting = SpecialMeeting(
            id=context.workspace.new_id(),
            dialogue_id=DialogueId(context.choices.dialogue_id),
            kind=MeetingKind.SPECIAL_SESSION,
            title=worded(language, _("New meeting")),
            reason=worded(language, _("to be said")),
        )
        self._context.jobs.run(partial(self._hosting.meet, meeting), self._when_stored)

    def _when_stored(self, meeting: SpecialMeeting) -> None:
        # The change is announced before this is answered, so the meeting is listed after one more job.
        jobs = self._context.jobs
        jobs.run(lambda: meeting.id, lambda id_: jobs.run(lambda: id_, self.list.choose))

    def _when_removed(self) -> None:
        if (meeting := self.here()) is not None:
            self._context.jobs.run(partial(self._hosting.call_off, meeting))
