"""Who hosts when: the rounds held, agreed and to come, what is due before them, and what can be done with each."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import date, timedelta

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QAbstractItemView, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from dialogue_prep.domain.clashes import clashes
from dialogue_prep.domain.course import host_by_alternation
from dialogue_prep.domain.hosting import Turn
from dialogue_prep.domain.readiness import Mending
from dialogue_prep.domain.round import Round
from dialogue_prep.domain.sentence import Sentence
from dialogue_prep.domain.special_meeting import SpecialMeeting
from dialogue_prep.gui.context import Context
from dialogue_prep.gui.following import Following
from dialogue_prep.gui.kit.card_grid import CardGrid, Placed
from dialogue_prep.gui.kit.cards import Card, held, row
from dialogue_prep.gui.kit.keys import on_keys
from dialogue_prep.gui.kit.labels import Size, sized
from dialogue_prep.gui.kit.menu_acts import MenuAct
from dialogue_prep.gui.kit.segments import Segments
from dialogue_prep.gui.kit.snug_stack import SnugStack
from dialogue_prep.gui.kit.zoom_bar import MOST_YEARS, ZoomBar
from dialogue_prep.gui.pages.dates_card import DatesCard
from dialogue_prep.gui.pages.hosting_exports import HostingExports
from dialogue_prep.gui.pages.hosting_lines import (
    YEARS_DRAWN,
    HostingRead,
    HostingShown,
    Zoom,
    hosting_shown,
    moved_start,
    near,
    strip_shown,
)
from dialogue_prep.gui.pages.meeting_panel import MeetingPanel
from dialogue_prep.gui.pages.meetings_card import MeetingsCard
from dialogue_prep.gui.pages.milestone_panel import MilestonePanel
from dialogue_prep.gui.pages.milestones_card import MilestonesCard
from dialogue_prep.gui.pages.page import Page
from dialogue_prep.gui.pages.round_panel import RoundPanel
from dialogue_prep.gui.pages.turns_table import TurnsTable
from dialogue_prep.gui.pictures.strip_view import HostingStripView
from dialogue_prep.gui.words import _
from dialogue_prep.services.dates import Dates
from dialogue_prep.services.hosting import Hosting

_PANEL_WIDTH, _PANEL_HEIGHT = 336, 480
ROUNDS, MILESTONES, DATES, MEETINGS = range(4)


class HostingPage(Page):
    """Shows the schedule of the dialogue that is looked at and sends what the user decides."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._read_last: HostingRead | None = None
        self._meetings: tuple[SpecialMeeting, ...] = ()
        self._shown: HostingShown | None = None
        self._wanted = ""
        self._earlier: int | None = None
        self._proposed: Round | None = None
        self.zoom = Zoom()
        self.strip = HostingStripView(context.language)
        self.strip.setFont(sized(self.strip.font(), Size.ROOMY))
        self.zoom_bar = ZoomBar()
        self.parts = Segments((_("Rounds"), _("Milestones"), _("Find days"), _("Other meetings")))
        self.table, self.enter = TurnsTable(), QPushButton()
        self.milestones, self.dates, self.meetings = MilestonesCard(context), DatesCard(context), MeetingsCard(context)
        self.panel, self.milestone, self.meeting = RoundPanel(context), MilestonePanel(context), MeetingPanel(context)
        self.exports = HostingExports(context, self)
        self._left, self._right = QStackedWidget(), SnugStack()
        self._stack = QStackedWidget()
        self._whole = self._filled()
        for widget in (QWidget(), self._whole):  # nothing is seen before it was read
            self._stack.addWidget(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)
        self._connect()
        self._following = Following(self, context, self._read, self._show)

    def choose_record(self, id_: str) -> None:
        """Choose a round, a milestone of the one that is chosen, or a meeting beside them, now or once it is there."""
        self._wanted = id_
        if self.table.choose(id_):
            self._wanted = ""
        elif self.milestones.milestone(id_) is not None:
            self._wanted = ""
            self.parts.pick(MILESTONES)
            self.milestones.choose(id_)
            self._right.setCurrentWidget(self.milestone)
        elif any(meeting.id == id_ for meeting in self._meetings):
            self._wanted = ""
            self.parts.pick(MEETINGS)
            self.meetings.list.choose(id_)

    def lead_to(self, id_: str, mending: Mending = Mending.RECORD) -> None:
        # A round is seen beside the others; milestones are read only while they are seen; a meeting picks its part.
        self.parts.pick(MILESTONES if mending is Mending.DONE else ROUNDS)
        super().lead_to(id_, mending)

    def mended_at(self, mending: Mending) -> QWidget | None:
        if self._wanted or self._shown is None:
            return None
        if mending is Mending.DONE:
            form = self.milestone.form
            return form.editor("done_on") if form.record() is not None else None
        lines = self.panel.plan.fields.lines
        places = {Mending.DAYS: lines["start"], Mending.CITY: lines["city"], Mending.STATUS: self.panel.status.status}
        return places.get(mending, self.table)

    def record_id(self) -> str:
        if self.parts.here() == MILESTONES:
            return self.milestones.view.here()
        if self.parts.here() == MEETINGS:
            meeting = self.meetings.here()
            return meeting.id if meeting else ""
        chosen = self.table.chosen()
        return chosen.turn.round.id if chosen and chosen.turn.round else ""

    def acts_on(self, view: QAbstractItemView) -> tuple[MenuAct, ...]:
        return (MenuAct(_("Remove"), self.meetings.remove.click),) if view is self.meetings.list else ()

    def state(self) -> dict[str, str]:
        return {"part": str(self.parts.here()), "zoom": f"{self.zoom.years} {self.zoom.middle.isoformat()}"}

    def restore(self, state: Mapping[str, str]) -> None:
        self.parts.restore(state.get("part", ""))
        years, _space, middle = state.get("zoom", "").partition(" ")
        with suppress(ValueError):  # a line written otherwise
            self.zoom = Zoom(min(int(years), MOST_YEARS), date.fromisoformat(middle))

    @property
    def in_use(self) -> bool:
        return self.panel.plan.fields.touched or self.panel.earlier.fields.touched

    def _filled(self) -> QWidget:
        rounds = QWidget()
        column = QVBoxLayout(rounds)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.table, 1)
        column.addLayout(row(self.enter, None))
        for left in (rounds, self.milestones, self.dates, self.meetings):
            self._left.addWidget(left)
        for right in (self.panel, self.milestone, self.meeting):
            right.setMinimumSize(_PANEL_WIDTH, _PANEL_HEIGHT)
            self._right.addWidget(right)
        card = Card(_("Who hosts when"), aside=held(row(self.zoom_bar, self.exports.button, spacing=16)))
        card.body.addWidget(self.strip)
        card.body.addWidget(self.parts)
        card.body.addWidget(self._left, 1)
        return CardGrid(_("Hosting"), (Placed(card, 0, 0), Placed(self._right, 0, 1)), shares=(2, 1))

    def _connect(self) -> None:
        self.table.chosen_changed.connect(self._when_row_chosen)
        self.enter.clicked.connect(self._when_enter)
        self.strip.chosen.connect(self.table.choose)
        self.strip.taken.connect(self._when_taken)
        self.strip.shifted.connect(self._when_shifted)
        self.strip.turned.connect(self._when_turned)
        self.zoom_bar.wanted.connect(self._when_zoomed)
        self.zoom_bar.panned.connect(self._when_panned)
        self.parts.picked.connect(self._when_part_picked)
        self.panel.plan.proposed.connect(self._when_proposed)
        self.dates.taken.connect(self._when_days_taken)
        self.milestones.chosen.connect(self.milestone.show_milestone)
        self.milestones.chosen.connect(lambda _one: self._when_milestones_read())
        self.milestones.view.chosen.connect(lambda _id: self._right.setCurrentWidget(self.milestone))
        self.milestones.plans_asked.connect(self._when_plans_asked)
        self.meetings.chosen.connect(self._show_meeting)
        self.exports.said.connect(self.said)
        for keys, do in (
            ("Ctrl++", lambda: self.zoom_bar.step(-1)),
            ("Ctrl+=", lambda: self.zoom_bar.step(-1)),
            ("Ctrl+-", lambda: self.zoom_bar.step(1)),
            ("Ctrl+0", lambda: self._when_zoomed(0)),
            ("Alt+Left", lambda: self._when_panned(-1)),
            ("Alt+Right", lambda: self._when_panned(1)),
        ):
            on_keys(self, keys, do)

    def _read(self) -> Callable[[], tuple[HostingRead, tuple[SpecialMeeting, ...]] | None]:
        context, choices, zoom = self._context, self._context.choices, self.zoom
        hosting, dates = Hosting(context.workspace), Dates(context.workspace)

        def read() -> tuple[HostingRead, tuple[SpecialMeeting, ...]] | None:
            if not choices.dialogue_id:
                return None
            today = context.workspace.today()
            sides = sorted(context.dialogues.sides(choices.dialogue_id), key=lambda side: not side.home)
            turns = context.rounds.schedule(choices.dialogue_id, YEARS_DRAWN)
            span = zoom.span(turns, today)
            capitals = dates.capitals(choices.dialogue_id, span.years) if span.close else ()
            programmes = hosting.programmes(YEARS_DRAWN)
            found = clashes(programmes, since=today) if len(programmes) > 1 else ()
            shown = HostingRead(turns, tuple(sides), today, capitals, programmes, found)
            return shown, hosting.meetings(choices.dialogue_id)

        return read

    def _show(self, read: tuple[HostingRead, tuple[SpecialMeeting, ...]] | None) -> None:
        if read is None:
            self._read_last = None
            return
        before, chosen = self._read_last, self.table.chosen()
        self._read_last, self._meetings = read
        self._shown = shown = hosting_shown(self._read_last, self._context.language)
        self.table.show_rows(shown.rows)
        if chosen is not None and before is not None and before.sides == self._read_last.sides:
            # A round has another identifier once it is planned: it is known by its number.
            same = [row.id for row in shown.rows if row.turn.ordinal == chosen.turn.ordinal]
            any(self.table.choose(id_) for id_ in (chosen.id, *same))
        self.enter.setVisible(bool(shown.missing))
        if shown.missing:
            self.enter.setText(_("Enter round {number} …").format(number=shown.missing[-1]))
        if self._earlier not in shown.missing:
            self._earlier = None
        if self.table.chosen() is None:
            self.table.choose(shown.next_id)
        self._stack.setCurrentWidget(self._whole)
        self._show_chosen()
        self._draw()
        if self._wanted:
            self.choose_record(self._wanted)
        self.shown.emit()

    def _when_milestones_read(self) -> None:
        """Choose the milestone that was asked for before they were there."""
        if self._wanted:
            self.choose_record(self._wanted)
        QTimer.singleShot(0, self, self.focus_on_mending)

    def _draw(self) -> None:
        """Draw the strip, and everything else that the zoom changes."""
        read = self._read_last
        if read is None:
            return
        chosen = self.table.chosen()
        ordinal = chosen.turn.ordinal if chosen else None
        strip = strip_shown(read, self.zoom, self._context.language, ordinal, self._proposed)
        self.strip.show_strip(strip)
        self.zoom_bar.show_years(min(MOST_YEARS, self.zoom.years or max(1, round(strip.span.days / 365.25))))
        self.meetings.show_all(self._meetings, read, self.zoom)
        self.exports.show_all(strip, near(read.turns, read.today), self.milestones.dated)
        if chosen is not None:
            self.strip.choose(chosen.id)

    def _when_row_chosen(self) -> None:
        self._earlier = None
        self._show_chosen()
        self._draw()

    def _when_enter(self) -> None:
        if self._shown is not None and self._shown.missing:
            self._earlier = self._shown.missing[-1]
            self._show_chosen()
            self.panel.earlier.fields.host.setFocus()

    def _show_chosen(self) -> None:
        read, shown, chosen = self._read_last, self._shown, self.table.chosen()
        if read is None or shown is None:
            return
        self.milestones.show_round(chosen.turn.round if chosen else None)
        if self._earlier is None:
            is_next = chosen is not None and chosen.id == shown.next_id
            self.panel.show_row(chosen, read.sides, is_next=is_next)
            return
        rounds = [turn.round for turn in read.turns if turn.round]
        in_position = sorted(read.sides, key=lambda side: side.position)
        host = host_by_alternation(in_position, rounds, self._earlier)
        turn = Turn(ordinal=self._earlier, host=host, year=None, reason=Sentence.of("Held."))
        self.panel.enter_earlier(turn, read.sides)

    def _show_meeting(self, meeting: SpecialMeeting | None) -> None:
        self.meeting.show_meeting(meeting, self._read_last.sides if self._read_last else ())

    def _when_part_picked(self, place: int) -> None:
        self._left.setCurrentIndex(place)
        panels: dict[int, QWidget] = {MILESTONES: self.milestone, MEETINGS: self.meeting}
        self._right.setCurrentWidget(panels.get(place, self.panel))

    def _when_zoomed(self, years: int) -> None:
        """Show so many years around what was in the middle; where all were shown, around the round that is chosen."""
        strip, chosen = self.strip.strip(), self.table.chosen()
        if strip is None:
            return
        middle = self.zoom.middle
        if not self.zoom.years:
            middle = strip.span.first + timedelta(days=strip.span.days // 2)
            if chosen is not None and chosen.turn.year:
                middle = moved_start(chosen.turn.round.start if chosen.turn.round else None, chosen.turn, 0)
        self._zoom_to(Zoom(years, middle))

    def _when_turned(self, steps: int, at: float) -> None:
        """Zoom by the wheel: the day under the mouse stays where it is."""
        strip = self.strip.strip()
        if strip is None:
            return
        now = self.zoom.years or max(1, round(strip.span.days / 365.25))
        years = max(1, min(now - steps, MOST_YEARS))
        day = strip.span.first + timedelta(days=round(at * strip.span.days))
        self._zoom_to(Zoom(years, day + timedelta(days=round((0.5 - at) * years * 365.25))))

    def _when_panned(self, by: int) -> None:
        strip = self.strip.strip()
        if strip is not None:
            years = self.zoom.years or max(1, min(MOST_YEARS, round(strip.span.days / 365.25)))
            moved = strip.span.moved(by * strip.span.days // 2)
            self._zoom_to(Zoom(years, moved.first + timedelta(days=moved.days // 2)))

    def _zoom_to(self, zoom: Zoom) -> None:
        self.zoom = zoom
        self._draw()
        strip = self.strip.strip()
        if strip is not None and strip.span.close:
            self._following.read_again()  # for the holidays of these years

    def _when_proposed(self, round_: Round | None) -> None:
        if round_ != self._proposed:
            self._proposed = round_
            self._draw()

    def _when_taken(self, _id: str) -> None:
        self._right.setCurrentWidget(self.panel)
        self.panel.plan.fields.lines["start"].setFocus()

    def _when_shifted(self, id_: str, days: int) -> None:
        """Put the days to which a round was dragged into its plan; nothing is moved before that is accepted."""
        if not self.table.choose(id_):
            return
        chosen, fields = self.table.chosen(), self.panel.plan.fields
        assert chosen is not None
        start, end = fields.days() if fields.touched else (None, None)
        round_ = chosen.turn.round
        if start is None and round_ is not None:
            start, end = round_.start, round_.end
        length = end - start if start and end and end >= start else timedelta(0)
        first = moved_start(start, chosen.turn, days)
        self._right.setCurrentWidget(self.panel)
        self.panel.plan.propose(first, first + length if length else None)

    def _when_days_taken(self, first: date, last: date) -> None:
        if self._shown is not None:
            self.table.choose(self._shown.next_id)
            self.panel.plan.propose(first, last)
            self.panel.plan.accept.setFocus()

    def _when_plans_asked(self) -> None:
        milestones, context, window = self.milestones, self._context, self.window()
        # Imported here: plans are seldom edited.
        from dialogue_prep.gui.boxes.plans_box import PlansBox
        from dialogue_prep.services.milestones import Milestones

        chosen = self.table.chosen()
        round_id = chosen.turn.round.id if chosen and chosen.turn.round and milestones.dated() else ""
        plans = Milestones(context.workspace).plans
        context.jobs.run(plans, lambda found: PlansBox(context, found, round_id, window).open())
