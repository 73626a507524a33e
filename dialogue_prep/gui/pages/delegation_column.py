"""One side of the delegations page: the co-chair, who comes in order of precedence, and every entity."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from dialogue_prep.gui.colours import Tone
from dialogue_prep.gui.icons import Icon
from dialogue_prep.gui.kit.cards import row
from dialogue_prep.gui.kit.flow import Flow
from dialogue_prep.gui.kit.keys import on_keys
from dialogue_prep.gui.kit.labels import Chip, OptionalLabel, PlainLabel, Size, plain_hint
from dialogue_prep.gui.kit.letters import scaled
from dialogue_prep.gui.kit.menu_acts import MenuAct
from dialogue_prep.gui.kit.note_delegate import NOTE_ROLE
from dialogue_prep.gui.kit.ordered_table import OrderedTable
from dialogue_prep.gui.kit.person_delegate import ASIDE_ROLE, NUMBER_ROLE, PersonDelegate
from dialogue_prep.gui.kit.row_heights import RowHeights
from dialogue_prep.gui.kit.state_chip import StateChip
from dialogue_prep.gui.kit.table_model import Column, Role, TableModel
from dialogue_prep.gui.pages.delegations_lines import Coverage, DelegateLine, DelegationLines, EntityLine
from dialogue_prep.gui.words import _, labelled, with_commas

_BETWEEN_CHIPS, _BAR, _CHIPS_HIGH = 6, 18, 148
"""The space between two chips, what a bar beside them takes, and the height of those that are seen at once."""


class DelegationColumn(QWidget):
    """Shows one delegation. The signals carry what the user wants, with the identifier it is about."""

    chosen = Signal(str)
    moved = Signal(str, int)
    removed = Signal(str)
    history_asked = Signal(str)
    entity_taken = Signal(str)
    delegate_asked = Signal()
    absence_asked = Signal()
    import_asked = Signal()
    pasted = Signal()
    confirmed = Signal()
    replaced = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heading = PlainLabel(size=Size.HEADING)
        self.standing = Chip()
        self.chair = PlainLabel(size=Size.SMALL, tone=Tone.MUTED, wrap=True)
        self.confirm = _quiet(_("Confirm"), _("Confirm the co-chair"))
        self.replace = _quiet(_("Replace …"), _("Replace the co-chair"))
        self.model: TableModel[DelegateLine] = TableModel([_column(name)])
        self.list: OrderedTable[DelegateLine] = OrderedTable(name, self.model)
        self.list.setItemDelegate(PersonDelegate(self.list))
        self.list.horizontalHeader().hide()
        self.list.horizontalHeader().setStretchLastSection(True)
        RowHeights(self.list)
        self.list.setMinimumHeight(120)
        self.model.setParent(self.list)
        self.add = QPushButton(_("Add …"))
        self.add.setAccessibleName(_("Add a delegate"))
        self.add.setToolTip(plain_hint(_("Ctrl+N in this list")))
        self.excuse = QPushButton(_("Absence …"))
        self.excuse.setAccessibleName(_("Record an absence"))
        self.excuse.setToolTip(plain_hint(_("Ctrl+Shift+N in this list")))
        self.bring = QPushButton(_("Import …"))
        self.bring.setAccessibleName(_("Import a list of delegates"))
        self.bring.setToolTip(plain_hint(_("From Excel, CSV or vCard; rows copied in a spreadsheet with Ctrl+V")))
        self.problem = OptionalLabel(size=Size.SMALL, tone=Tone.BAD, wrap=True)
        self.nobody = PlainLabel(_("Nobody is on the list yet."), tone=Tone.MUTED, wrap=True)
        self.chips: list[StateChip] = []
        self._entities: tuple[EntityLine, ...] = ()
        self._grid = QGridLayout()
        self._across = 0
        self._lay_out(name)
        self._arrange()
        self._connect()

    def show_lines(self, lines: DelegationLines) -> None:
        """Show a delegation."""
        self.heading.say(lines.heading)
        self.standing.say(lines.standing, Tone.GOOD if lines.complete else Tone.WARN)
        chair = lines.chair
        said = _("Co-chair: {words}").format(words=chair.words) if chair else _("No co-chair post is known.")
        self.chair.say(said, Tone.WARN if chair is None or chair.to_confirm or not chair.tenure else Tone.MUTED)
        self.confirm.setVisible(chair is not None and chair.to_confirm)
        self.replace.setVisible(chair is not None)
        self.model.show_rows(lines.delegates)
        self.nobody.setVisible(not lines.delegates)
        self._show_entities(lines.entities)

    def refuse(self, sentence: str) -> None:
        """Say why a list could not be read; an empty sentence says that nothing is wrong."""
        self.problem.say(sentence)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """Have two entities in a line where there is room for what all of them say."""
        whole = [chip.sizeHint() for chip in self.chips if not chip.isHidden()]
        widest = max((size.width() for size in whole), default=0)
        high = sum(size.height() + _BETWEEN_CHIPS for size in whole[::2]) - _BETWEEN_CHIPS
        beside = _BETWEEN_CHIPS + (_BAR if high > scaled(_CHIPS_HIGH, self) else 0)
        across = 2 if self.width() >= 2 * widest + beside else 1
        if across != self._across:
            self._across = across
            for place in range(len(self.chips)):
                self._place_chip(place)

    def _lay_out(self, name: str) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(Flow(self.heading, self.standing, apart=True))
        layout.addWidget(self.chair)
        layout.addLayout(row(self.confirm, self.replace, None))
        layout.addWidget(self.nobody)
        layout.addWidget(self.list, 1)
        layout.addLayout(Flow(self.add, self.excuse, self.bring))
        layout.addWidget(self.problem)
        layout.addWidget(PlainLabel(_("Participating entities"), size=Size.SMALL, tone=Tone.MUTED))
        held = QWidget()
        above = QVBoxLayout(held)
        above.setContentsMargins(0, 0, 0, 0)
        above.addLayout(self._grid)
        above.addStretch(1)
        self._grid.setSpacing(_BETWEEN_CHIPS)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setWidget(held)
        scroll.setFixedHeight(scaled(_CHIPS_HIGH, self))
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setAccessibleName(_("Participating entities: {name}").format(name=name))
        layout.addWidget(scroll)

    def _connect(self) -> None:
        self.list.chosen.connect(self.chosen)
        self.list.moved.connect(self.moved)
        self.add.clicked.connect(self.delegate_asked)
        self.excuse.clicked.connect(self.absence_asked)
        self.bring.clicked.connect(self.import_asked)
        self.confirm.clicked.connect(self.confirmed)
        self.replace.clicked.connect(self.replaced)
        on_keys(self, "Ctrl+N", self.delegate_asked.emit)
        on_keys(self, "Ctrl+Shift+N", self.absence_asked.emit)
        on_keys(self.list, "Del", self._remove)
        on_keys(self.list, "Ctrl+V", self.pasted.emit)

    def _show_entities(self, entities: tuple[EntityLine, ...]) -> None:
        self._entities = entities
        while len(self.chips) < len(entities):
            place = len(self.chips)
            chip = StateChip()
            chip.clicked.connect(partial(self._when_chip_clicked, place))
            self.chips.append(chip)
            self._place_chip(place)
        for place, chip in enumerate(self.chips):
            chip.setVisible(place < len(entities))
            if place < len(entities):
                _fill(chip, entities[place])
        self._arrange()

    def _place_chip(self, place: int) -> None:
        self._grid.addWidget(self.chips[place], place // self._across, place % self._across)

    def _when_chip_clicked(self, place: int) -> None:
        self.entity_taken.emit(self._entities[place].id)

    def _remove(self) -> None:
        if id_ := self.list.chosen_id():
            self.removed.emit(id_)

    def acts(self) -> tuple[MenuAct, ...]:
        """Return what can be done with the delegate that is chosen."""
        return (
            MenuAct(_("Move up"), lambda: self.list.move_chosen(-1), "Alt+Up"),
            MenuAct(_("Move down"), lambda: self.list.move_chosen(1), "Alt+Down"),
            MenuAct(_("Remove"), self._remove, "Del"),
        )


def _fill(chip: StateChip, line: EntityLine) -> None:
    icon, tone, short = {
        Coverage.COMING: (Icon.DONE, Tone.GOOD, line.words),
        Coverage.ABSENT: (Icon.ABSENT, Tone.MUTED, _("absent")),
        Coverage.MISSING: (Icon.MISSING, Tone.WARN, line.words),
    }[line.coverage]
    chip.show_state(line.short, short, icon, tone, labelled(line.name, line.words))


def _column(name: str) -> Column[DelegateLine]:
    return Column(
        name,
        lambda line: line.name,
        {
            NUMBER_ROLE: lambda line: line.number,
            NOTE_ROLE: lambda line: line.note,
            ASIDE_ROLE: lambda line: line.role,
            Role.AccessibleTextRole: lambda line: with_commas((line.number, line.name, line.role, line.whole)),
            Role.ToolTipRole: lambda line: plain_hint(line.whole),
        },
    )


def _quiet(words: str, name: str) -> QPushButton:
    button = QPushButton(words)
    button.setObjectName("link")
    button.setAccessibleName(name)
    return button
