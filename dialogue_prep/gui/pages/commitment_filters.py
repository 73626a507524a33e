"""What the user wants to see of the commitments: words to search, pickers and switches."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QToolButton, QVBoxLayout, QWidget

from dialogue_prep.domain.commitment import CommitmentKind, RollUp
from dialogue_prep.domain.dossier import Dossier
from dialogue_prep.gui.colours import Tone, colours_now
from dialogue_prep.gui.icons import Icon, line_icon
from dialogue_prep.gui.kit.labels import PlainLabel, Size
from dialogue_prep.gui.kit.picker import Picker
from dialogue_prep.gui.pages.commitments_lines import (
    BOTH,
    NO_MECHANISM,
    NO_TOPIC,
    OURS,
    THEIRS,
    CommitmentFilter,
    folded,
)
from dialogue_prep.gui.pages.review_lines import topic_title
from dialogue_prep.gui.terms import commitment_kind_name, roll_up_name
from dialogue_prep.gui.words import _, digits

_WIDEST, _SEARCH, _GAP = 176, 160, 8
Arranged = tuple[tuple[QWidget | None, ...], ...]
"""The widgets of each line; None takes the space that is left."""


@dataclass(frozen=True, slots=True)
class FilterChoices:
    """The rounds, topics, mechanisms and sides that a filter can name, each with what it is called."""

    rounds: tuple[tuple[str, str], ...] = ()
    topics: tuple[tuple[str, str], ...] = ()
    mechanisms: tuple[tuple[str, str], ...] = ()
    sides: tuple[tuple[str, str], ...] = ()
    last_round: int = 0


def filter_choices(dossier: Dossier, language: str) -> FilterChoices:
    """Return what can be chosen in filters: only rounds that have commitments."""
    agreed = {commitment.round_id for commitment in dossier.commitments}
    rounds = [round_ for round_ in dossier.rounds if round_.id in agreed]
    return FilterChoices(
        tuple((round_.id, _("Round {number}").format(number=round_.ordinal)) for round_ in rounds),
        tuple((topic.id, topic_title(topic, language)) for topic in dossier.topics),
        tuple((one.id, f"{one.number} {one.name.read(language, 'en')}") for one in dossier.mechanisms),
        (
            (OURS, _("{side}, alone or jointly").format(side=dossier.home.name.read(language, "en"))),
            (THEIRS, _("{side}, alone or jointly").format(side=dossier.away.name.read(language, "en"))),
            (BOTH, _("both sides together")),
        ),
        dossier.last_held.ordinal if dossier.last_held else 0,
    )


class CommitmentFilters(QWidget):
    """`changed` tells that something else is wanted; `wanted` is what. Every key in the search is one.

    What stands `before` and `after` the search is in the same line, and stays where the filters are put away. Where
    there is no room beside the search, the switches go below the pickers, with the last of these.
    """

    changed = Signal()

    def __init__(self, before: QWidget, after: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.wanted = CommitmentFilter()
        self._choices = FilterChoices()
        self.search = QLineEdit()
        self.search.setPlaceholderText(_("Search in commitments   Ctrl+F"))
        self.search.setAccessibleName(_("Search in commitments"))
        self.search.setClearButtonEnabled(False)
        self._glass = QAction(self)
        self.search.addAction(self._glass, QLineEdit.ActionPosition.LeadingPosition)
        for sign in self.search.findChildren(QToolButton):
            sign.setAccessibleName(_("Search"))
        self.attention = _switch(_("Needs attention"))
        self.quiet = _switch(_("No word since"))
        self.round, self.topic = Picker(_("Round"), _WIDEST), Picker(_("Topic"), _WIDEST)
        self.kind, self.state = Picker(_("Kind"), _WIDEST), Picker(_("Status"), _WIDEST)
        self.by, self.mechanism = Picker(_("By whom"), _WIDEST), Picker(_("Mechanism"), _WIDEST)
        self.clear = QPushButton(_("Show all"))
        self.clear.setObjectName("quiet")
        self.number = PlainLabel(size=Size.SMALL, tone=Tone.MUTED)
        self._pickers = QWidget()
        self._lines = (QHBoxLayout(), QHBoxLayout(), QHBoxLayout())
        self._arranged: Arranged | None = None
        self._about_list = (self.search, self.attention, self.quiet, after, self._pickers)
        self._lay_out(before, after)
        self._connect()
        self._draw_icon()
        self._show()

    def offer(self, choices: FilterChoices) -> None:
        """Offer these; what is wanted and gone is wanted no more."""
        self._choices = choices
        offered = (choices.rounds, choices.topics, choices.mechanisms)
        rounds, topics, mechanisms = ({id_ for id_, _name in pairs} for pairs in offered)
        self._want(
            replace(
                self.wanted,
                round_id=self.wanted.round_id if self.wanted.round_id in rounds else "",
                topic_id=self.wanted.topic_id if self.wanted.topic_id in {*topics, NO_TOPIC} else "",
                mechanism_id=self.wanted.mechanism_id
                if self.wanted.mechanism_id in {*mechanisms, NO_MECHANISM}
                else "",
            )
        )
        self._show()

    def want(self, wanted: CommitmentFilter) -> None:
        """Show what is wanted from elsewhere."""
        self.search.setText(" ".join(wanted.words))
        self._want(wanted)
        self._show()

    def put_away(self, *, away: bool) -> None:
        """Put the filters away where they narrow nothing, or bring them again."""
        for widget in self._about_list:
            widget.setVisible(not away)

    def say_number(self, shown: int, all_: int) -> None:
        """Say how many pass."""
        self.number.say(_("{shown} of {all}").format(shown=digits(shown), all=digits(all_)))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._draw_icon()

    def _lay_out(self, before: QWidget, after: QWidget) -> None:
        whole, pickers = QVBoxLayout(self), QVBoxLayout(self._pickers)
        whole.addLayout(self._lines[0])
        whole.addWidget(self._pickers)
        for line in self._lines[1:]:
            pickers.addLayout(line)
        for column in (whole, pickers):
            column.setContentsMargins(0, 0, 0, 0)
        for layout in (whole, pickers, *self._lines):
            layout.setSpacing(_GAP)
        self._roomy: Arranged = (
            (before, self.search, self.attention, self.quiet, after),
            (self.round, self.topic, self.kind, self.state, self.by, self.mechanism, None, self.clear, self.number),
            (),
        )
        self._narrow: Arranged = (
            (before, self.search, after),
            (self.round, self.topic, self.kind, self.state, None, self.clear, self.number),
            (self.by, self.mechanism, self.attention, self.quiet, None),
        )
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """Have the switches beside the search where there is room for them, else below the pickers."""
        beside = [widget.sizeHint().width() + _GAP for widget in self._roomy[0] if widget and widget is not self.search]
        arranged = self._roomy if self.width() >= sum(beside) + _SEARCH else self._narrow
        if arranged is self._arranged:
            return
        self._arranged = arranged
        for line, widgets in zip(self._lines, arranged, strict=True):
            while line.count():
                line.takeAt(0)
            for widget in widgets:
                if widget is None:
                    line.addStretch(1)
                else:
                    line.addWidget(widget, 1 if widget is self.search else 0)
        # What stays where the filters are put away stays at its height, too.
        self._lines[0].addStrut(self.search.sizeHint().height())

    def _connect(self) -> None:
        self.search.textChanged.connect(self._when_typed)
        self.round.picked.connect(lambda id_: self._want(replace(self.wanted, round_id=id_)))
        self.topic.picked.connect(lambda id_: self._want(replace(self.wanted, topic_id=id_)))
        self.kind.picked.connect(lambda kind: self._want(replace(self.wanted, kind=kind)))
        self.state.picked.connect(lambda state: self._want(replace(self.wanted, rolled=state)))
        self.by.picked.connect(lambda by: self._want(replace(self.wanted, by=by)))
        self.mechanism.picked.connect(lambda id_: self._want(replace(self.wanted, mechanism_id=id_)))
        self.attention.toggled.connect(lambda on: self._want(replace(self.wanted, attention=on)))
        self.quiet.toggled.connect(lambda on: self._want(replace(self.wanted, quiet=on)))
        self.clear.clicked.connect(lambda: self.want(CommitmentFilter()))

    def begin_search(self) -> None:
        """Let the user type words to search."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def _when_typed(self, words: str) -> None:
        wanted = replace(self.wanted, words=tuple(folded(words).split()))
        if wanted != self.wanted:
            self.wanted = wanted
            self._show_clear()
            self.changed.emit()

    def _want(self, wanted: CommitmentFilter) -> None:
        if wanted != self.wanted:
            self.wanted = wanted
            self._show()
            self.changed.emit()

    def _show(self) -> None:
        wanted, choices = self.wanted, self._choices
        kinds = [(kind.value, commitment_kind_name(kind)) for kind in CommitmentKind]
        states = [(rolled.value, roll_up_name(rolled)) for rolled in RollUp]
        topics = [*choices.topics, (NO_TOPIC, _("no topic"))]
        self.round.offer([("", _("All rounds")), *choices.rounds], wanted.round_id)
        self.topic.offer([("", _("All topics")), *topics], wanted.topic_id)
        self.kind.offer([("", _("All kinds")), *kinds], wanted.kind)
        self.state.offer([("", _("Any status")), *states], wanted.rolled)
        mechanisms = [*choices.mechanisms, (NO_MECHANISM, _("no mechanism"))]
        self.by.offer([("", _("By anyone")), *choices.sides], wanted.by)
        self.mechanism.offer([("", _("All mechanisms")), *mechanisms], wanted.mechanism_id)
        self.attention.setChecked(wanted.attention)
        self.quiet.setChecked(wanted.quiet)
        last = choices.last_round
        self.quiet.setText(_("No word since round {number}").format(number=last) if last else _("No word yet"))
        self._show_clear()
        self._arrange()

    def _show_clear(self) -> None:
        self.clear.setVisible(self.wanted != CommitmentFilter())

    def _draw_icon(self) -> None:
        self._glass.setIcon(line_icon(Icon.SEARCH, colours_now()))


def _switch(words: str) -> QPushButton:
    switch = QPushButton(words)
    switch.setObjectName("switch")
    switch.setCheckable(True)
    return switch
