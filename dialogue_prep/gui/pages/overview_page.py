"""The overview: the next round at a glance, and what is still missing for it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QStackedWidget, QVBoxLayout, QWidget

from dialogue_prep.domain.hosting import schedule
from dialogue_prep.domain.readiness import Gap, Place
from dialogue_prep.gui.colours import Tone
from dialogue_prep.gui.context import Context
from dialogue_prep.gui.following import Following
from dialogue_prep.gui.icons import Icon
from dialogue_prep.gui.kit.card_grid import CardGrid, Placed
from dialogue_prep.gui.kit.cards import Card, row, rule
from dialogue_prep.gui.kit.gap_list import GapList, SentenceLine
from dialogue_prep.gui.kit.labels import Chip, ElidedLabel, PlainLabel, Size
from dialogue_prep.gui.kit.pairs import Pair, Pairs
from dialogue_prep.gui.pages.empty import EmptyState
from dialogue_prep.gui.pages.overview_lines import GapLine, Overview, gap_line, overview
from dialogue_prep.gui.pages.papers_standing import papers_in_words
from dialogue_prep.gui.pictures.share_bar import Share, ShareBar
from dialogue_prep.gui.pictures.strip_view import HostingStripView
from dialogue_prep.gui.terms import roll_up_name, roll_up_tone
from dialogue_prep.gui.words import _, count

if TYPE_CHECKING:
    from dialogue_prep.services.paper import PaperLine

_YEARS_AHEAD = 5


class OverviewPage(QWidget):
    """Headline, hosting strip, gaps, commitments, next steps and papers of the round that is looked at.

    `place_chosen` carries where a gap is mended, the record it is about and what of it to say, `write_chosen` asks for
    all papers; `shown` tells that the page shows what is in the store, `marking` is the highest that may be written.
    """

    place_chosen = Signal(object, str, object)
    write_chosen = Signal()
    shown = Signal()
    marking = Signal(str)

    def __init__(self, context: Context, leads_to: frozenset[Place], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._leads_to = leads_to
        self.headline = PlainLabel(size=Size.TITLE, wrap=True)
        self.days = PlainLabel(size=Size.TITLE, tone=Tone.ACCENT)
        self._about = PlainLabel(tone=Tone.MUTED, wrap=True)
        self._strip = HostingStripView()
        self._open = Chip()
        self.gaps = GapList(_("Before the papers can go"))
        self._nothing_missing = PlainLabel(_("Nothing is missing: the papers can go."), tone=Tone.GOOD, wrap=True)
        self._from = PlainLabel(size=Size.SMALL, tone=Tone.MUTED)
        self.commitments = ShareBar(_("Commitments"))
        self._no_commitments = PlainLabel(
            _("No commitments yet: they come with the record of the last round."), tone=Tone.MUTED, wrap=True
        )
        self.steps = Pairs()
        self._no_steps = PlainLabel(_("There is nothing left but to write the papers."), tone=Tone.MUTED, wrap=True)
        self.milestones = Pairs()
        self._milestones_head = PlainLabel(_("Next milestones"), size=Size.STRONG)
        self._papers = ElidedLabel(size=Size.SMALL, tone=Tone.MUTED)
        self.write = QPushButton(_("Write all papers"))
        self.write.setProperty("main", "true")
        self._of_round: tuple[GapLine, ...] = ()
        self._of_papers: tuple[GapLine, ...] = ()
        self.empty = EmptyState(Icon.OVERVIEW, _("No round is planned yet"), _("Plan the next round"))
        self._stack = QStackedWidget()
        self._whole = self._filled()
        for widget in (QWidget(), self._whole, self.empty):  # nothing is seen before it was read
            self._stack.addWidget(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)
        self.empty.chosen.connect(context.plan_next)
        self.write.clicked.connect(self.write_chosen)
        self.gaps.taken.connect(self._when_gap_taken)
        self._following = Following(self, context, self._read, self._show)

    def show_papers(self, lines: tuple[PaperLine, ...], gaps: tuple[Gap, ...]) -> None:
        """Say how the papers stand and what they still lack; they are read apart, for they take longer."""
        self._papers.say(papers_in_words(lines))
        self._of_papers = tuple(gap_line(gap, self._context.language) for gap in gaps)
        self._show_gaps()

    def found(self) -> tuple[GapLine, ...]:
        """Return every gap that is shown, those of the papers last."""
        return (*self._of_round, *self._of_papers)

    def _filled(self) -> QWidget:
        top = Card()
        top.setAccessibleName(_("The round"))
        headline = row(spacing=16)
        headline.addWidget(self.headline, 1)
        headline.addWidget(self.days)
        top.body.addLayout(headline)
        top.body.addWidget(self._about)
        top.body.addWidget(self._strip)
        missing = Card(_("Before the papers can go"), aside=self._open)
        missing.body.addWidget(self._nothing_missing)
        missing.body.addWidget(self.gaps, 1)
        agreed = Card(_("Commitments"), aside=self._from)
        agreed.body.addWidget(self.commitments)
        agreed.body.addWidget(self._no_commitments)
        next_ = Card(_("Next steps"))
        next_.body.addWidget(self.steps)
        next_.body.addWidget(self._no_steps)
        next_.body.addWidget(self._milestones_head)
        next_.body.addWidget(self.milestones)
        next_.body.addStretch(1)
        next_.body.addWidget(rule())
        papers = row(spacing=16)
        papers.addWidget(self._papers, 1)
        papers.addWidget(self.write)
        next_.body.addLayout(papers)
        places = (
            Placed(top, 0, 0, columns=2),
            Placed(missing, 1, 0, rows=2),
            Placed(agreed, 1, 1),
            Placed(next_, 2, 1),
        )
        return CardGrid(_("Overview of the round"), places)

    def _read(self) -> Callable[[], Overview | None]:
        context, round_id = self._context, self._context.choices.round_id

        def read() -> Overview | None:
            if not round_id:
                return None
            one, today = context.dossiers.of(round_id), context.workspace.today()
            turns = schedule(one.dialogue, one.sides, one.rounds, today, _YEARS_AHEAD, one.agreed_rounds)
            return overview(one, turns, today, context.language)

        return read

    def _show(self, shown: Overview | None) -> None:
        if shown is None:
            self._stack.setCurrentWidget(self.empty)
        else:
            self._fill(shown)
            self._stack.setCurrentWidget(self._whole)
            self.marking.emit(shown.marking)
        self.shown.emit()

    def _fill(self, shown: Overview) -> None:
        self.headline.say(shown.headline)
        self.days.say(shown.days)
        self._about.say(shown.about)
        self._strip.show_strip(shown.strip)
        self._of_round = shown.gaps
        self._show_gaps()
        self._from.say(shown.commitments_from)
        shares = [Share(roll_up_name(kind), number, roll_up_tone(kind)) for kind, number in shown.roll_up]
        any_ = any(share.number for share in shares)
        self.commitments.setVisible(any_)
        self._no_commitments.setVisible(not any_)
        self.commitments.show_shares(shares)
        tones = {True: Tone.BAD, False: Tone.MUTED}
        self.steps.show_pairs([Pair(step.what, step.open, tones[step.blocking]) for step in shown.steps])
        self._no_steps.setVisible(not shown.steps)
        self.milestones.show_pairs([Pair(one.what, one.when, tones[one.overdue]) for one in shown.milestones])
        for widget in (self._milestones_head, self.milestones):
            widget.setVisible(bool(shown.milestones))

    def _show_gaps(self) -> None:
        found = self.found()
        blocking = sum(gap.blocking for gap in found)
        self._open.say(_how_many(len(found), blocking))
        self._open.setVisible(bool(found))
        self._nothing_missing.setVisible(not found)
        self.gaps.setVisible(bool(found))
        self.gaps.show_lines([self._sentence_line(gap) for gap in found])

    def _sentence_line(self, gap: GapLine) -> SentenceLine:
        return SentenceLine(
            id=gap.id,
            sentence=gap.sentence,
            icon=Icon.BLOCKING if gap.blocking else Icon.MISSING,
            tone=Tone.BAD if gap.blocking else Tone.WARN,
            weight=_("Blocking") if gap.blocking else _("Open", "not done yet"),
            way=_("Go there") if gap.where in self._leads_to else "",
        )

    def _when_gap_taken(self, gap_id: str) -> None:
        gap = next(one for one in self.found() if one.id == gap_id)
        self.place_chosen.emit(gap.where, gap.record_id, gap.mending)


def _how_many(open_: int, blocking: int) -> str:
    """Return how much is open, and how much of that blocks."""
    if not blocking:
        return count("{number} open", "{number} open", open_)
    said = count("{number} open, {{blocking}} blocking", "{number} open, {{blocking}} of them blocking", open_)
    return said.format(blocking=blocking)
