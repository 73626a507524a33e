"""The board of commitments by status: cards in columns, dragged from one to another or moved by keyboard."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QWidget

from dialogue_prep.gui.context import Context
from dialogue_prep.gui.kit.cards import Card
from dialogue_prep.gui.kit.labels import PlainLabel
from dialogue_prep.gui.kit.menu_acts import MenuAct
from dialogue_prep.gui.pages.board_lines import BoardColumn, board_columns, column_of
from dialogue_prep.gui.pages.board_status_box import BoardStatusBox
from dialogue_prep.gui.pages.card_column import CardColumn
from dialogue_prep.gui.pages.commitments_lines import CommitmentRow
from dialogue_prep.gui.words import _


class BoardView(Card):
    """Rows are put into columns only while the board is seen. `opened` carries a commitment to show in detail.

    A card that is moved asks for its status entry, and is where it was until that is kept; `said` carries why a card
    cannot go somewhere.
    """

    opened = Signal(str)
    said = Signal(str)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._context = context
        self._waiting: tuple[tuple[CommitmentRow, ...], str] | None = None
        self._moving = ""
        self.columns: list[CardColumn] = []
        self._across = QHBoxLayout()
        self._across.setSpacing(8)
        self.body.setContentsMargins(8, 8, 8, 8)
        self.body.addLayout(self._across, 1)
        self._ghost = PlainLabel(parent=self)
        self._ghost.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._ghost.hide()

    def show_rows(self, rows: Sequence[CommitmentRow], kind: str) -> None:
        """Show these commitments, once this is seen; `kind` is the one that all of them have, empty for any."""
        self._waiting = (tuple(rows), kind)
        if self.isVisible():
            self._fill()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        super().showEvent(event)
        self._fill()

    def here(self) -> CommitmentRow | None:
        """Return the card that the user is at: of the column with the focus, else of the first that has one."""
        with_focus = [column for column in self.columns if column.list.hasFocus()]
        return next((card for column in with_focus or self.columns if (card := column.here())), None)

    def take_focus(self) -> None:
        """Let the user go on at the first column that has a card."""
        filled = next((column for column in self.columns if column.cards.rowCount()), None)
        if filled is not None:
            filled.go_to(max(0, filled.list.currentIndex().row()))

    def ask_to_move(self, card: CommitmentRow, to: BoardColumn) -> None:
        """Ask for the status entry that brings a card into a column; say so where none can."""
        states = to.states_of(card.kind)
        if not states:
            self.said.emit(_("{code} cannot be moved to “{column}”.").format(code=card.code, column=to.words))
            return
        box = BoardStatusBox(self._context, card, to, states, self.window())
        box.accepted.connect(partial(self._follow, card.id))
        box.open()

    def _fill(self) -> None:
        if self._waiting is None:
            return
        (rows, kind), self._waiting = self._waiting, None
        wanted = board_columns(kind)
        while len(self.columns) < len(wanted):
            self._add_column()
        stand: dict[str, list[CommitmentRow]] = {column.id: [] for column in wanted}
        for one in rows:
            stand[column_of(one, kind)].append(one)
        for place, shown in enumerate(self.columns):
            shown.setVisible(place < len(wanted))
            if place < len(wanted):
                shown.show_cards(wanted[place], stand[wanted[place].id])
        self._go_after()

    def _add_column(self) -> None:
        column = CardColumn()
        column.setObjectName("column")
        column.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        cards = column.list
        cards.activated.connect(lambda index: self.opened.emit(column.cards.row_at(index).id))
        cards.stepped.connect(partial(self._step, column))
        cards.moved.connect(partial(self._move, column))
        cards.dragged.connect(partial(self._drag, column))
        cards.dropped.connect(partial(self._drop, column))
        cards.let_go.connect(self._let_go)
        self.columns.append(column)
        self._across.addWidget(column, 1)

    def _seen(self) -> list[CardColumn]:
        return [column for column in self.columns if not column.isHidden()]

    def _beside(self, column: CardColumn, by: int) -> CardColumn | None:
        seen = self._seen()
        place = seen.index(column) + by
        return seen[place] if 0 <= place < len(seen) else None

    def _step(self, column: CardColumn, by: int) -> None:
        if (beside := self._beside(column, by)) is not None:
            beside.go_to(max(0, column.list.currentIndex().row()))

    def _move(self, column: CardColumn, by: int) -> None:
        card, beside = column.here(), self._beside(column, by)
        if card is not None and beside is not None and beside.column is not None:
            self.ask_to_move(card, beside.column)

    def _drag(self, column: CardColumn, at: QPoint) -> None:
        if self._ghost.isHidden():
            self._ghost.setPixmap(column.list.viewport().grab(column.list.visualRect(column.list.currentIndex())))
            self._ghost.adjustSize()
            self._ghost.show()
            self._ghost.raise_()
        self._ghost.move(self.mapFromGlobal(at) + QPoint(8, 8))
        target = self._under(at)
        for one in self.columns:
            one.aim(here=one is target and one is not column)

    def _drop(self, column: CardColumn, at: QPoint) -> None:
        self._let_go()
        card, target = column.here(), self._under(at)
        if card is not None and target is not None and target is not column and target.column is not None:
            self.ask_to_move(card, target.column)

    def _let_go(self) -> None:
        self._ghost.hide()
        for one in self.columns:
            one.aim(here=False)

    def _under(self, at: QPoint) -> CardColumn | None:
        return next((one for one in self._seen() if one.rect().contains(one.mapFromGlobal(at))), None)

    def _follow(self, id_: str) -> None:
        """Go where a card has gone as soon as it is there."""
        self._moving = id_

    def _go_after(self) -> None:
        moved, self._moving = self._moving, ""
        for column in self._seen():
            if moved and column.choose(moved):
                column.list.setFocus()

    def acts_on(self, view: QAbstractItemView) -> tuple[MenuAct, ...]:
        """Return the columns into which the card that the user is at can be moved."""
        column = next((one for one in self.columns if one.list is view), None)
        card = column.here() if column is not None else None
        if card is None:
            return ()
        others = [other.column for other in self._seen() if other is not column and other.column is not None]
        return tuple(
            MenuAct(_("Move to “{column}” …").format(column=to.words), partial(self.ask_to_move, card, to))
            for to in others
            if to.states_of(card.kind)
        )
