"""A table of rows that never change in place, shown by Qt."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Generic, Protocol, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
TOP = QModelIndex()


class Row(Protocol):
    """What a table can show: a value that its identifier finds again."""

    @property
    def id(self) -> str: ...


R = TypeVar("R", bound=Row)


@dataclass(frozen=True, slots=True)
class Column(Generic[R]):
    """One column: its heading, what it says of a row, and what it gives for other roles of Qt.

    `edit` gives what an editor in the cell begins with; a column without it cannot be edited in place. At the `right`
    stand numbers, and their heading above them.
    """

    heading: str
    text: Callable[[R], str]
    roles: Mapping[int, Callable[[R], Any]] = field(default_factory=dict)
    edit: Callable[[R], Any] | None = None
    right: bool = False

    @property
    def alignment(self) -> int:
        """How cells and heading stand, as the role of Qt has it."""
        side = Qt.AlignmentFlag.AlignRight if self.right else Qt.AlignmentFlag.AlignLeft
        return int(side | Qt.AlignmentFlag.AlignVCenter)


class TableModel(QAbstractTableModel, Generic[R]):
    """Shows rows; where other rows are to be shown, it tells Qt only what differs, neighbours together.

    `edited` carries a row, a column and the value that the user gave there. The row stays as it is until others are
    shown: whoever hears of the edit has it kept, or says why not.
    """

    edited = Signal(object, int, object)

    def __init__(self, columns: Sequence[Column[R]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._columns = tuple(columns)
        self._rows: list[R] = []

    def show_rows(self, rows: Sequence[R]) -> None:
        """Change only what differs, so that selection and scrolling stay. Identifiers occur once."""
        wanted = {row.id for row in rows}
        for first, end in reversed(_runs([row.id not in wanted for row in self._rows])):
            self.beginRemoveRows(TOP, first, end - 1)
            del self._rows[first:end]
            self.endRemoveRows()
        kept = {row.id for row in self._rows}
        if [row.id for row in self._rows] != [row.id for row in rows if row.id in kept]:
            self._reorder(rows)
        for first, end in _runs([row.id not in kept for row in rows]):
            self.beginInsertRows(TOP, first, end - 1)
            self._rows[first:first] = rows[first:end]
            self.endInsertRows()
        for first, end in _runs([row != shown for row, shown in zip(rows, self._rows, strict=True)]):
            self._rows[first:end] = rows[first:end]
            self.dataChanged.emit(self.index(first, 0), self.index(end - 1, len(self._columns) - 1))

    def row_at(self, index: Index) -> R:
        """Return the row at a valid index."""
        return self._rows[index.row()]

    def rows(self) -> tuple[R, ...]:
        """Return all rows in the order shown."""
        return tuple(self._rows)

    def as_texts(self, rows: Sequence[R]) -> tuple[list[str], list[list[str]]]:
        """Return the headings of the columns, and what each column says of these rows."""
        headings = [column.heading for column in self._columns]
        return headings, [[column.text(row) for column in self._columns] for row in rows]

    def rowCount(self, parent: Index = TOP) -> int:  # noqa: N802 - Qt's name
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = TOP) -> int:  # noqa: N802 - Qt's name
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        if not index.isValid():
            return None
        column, row = self._columns[index.column()], self._rows[index.row()]
        if give := column.roles.get(role):
            return give(row)
        if role == Role.EditRole and column.edit is not None:
            return column.edit(row)
        if role == Role.TextAlignmentRole:
            return column.alignment
        return column.text(row) if role in (Role.DisplayRole, Role.AccessibleTextRole) else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        can_be_edited = index.isValid() and self._columns[index.column()].edit is not None
        return flags | Qt.ItemFlag.ItemIsEditable if can_be_edited else flags

    def give(self, row: R, place: int, value: Any) -> None:
        """Tell of a value that the user gave in the column at a place of a row, as it was shown to the user."""
        edit = self._columns[place].edit
        if edit is not None and value != edit(row):
            self.edited.emit(row, place, value)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Any:  # noqa: N802
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self._columns):
            return None
        if role == Role.TextAlignmentRole:
            return self._columns[section].alignment
        return self._columns[section].heading if role == Role.DisplayRole else None

    def _reorder(self, rows: Sequence[R]) -> None:
        order = {row.id: place for place, row in enumerate(rows)}
        self.layoutAboutToBeChanged.emit()
        old = self.persistentIndexList()
        ids = [self._rows[index.row()].id for index in old]
        self._rows.sort(key=lambda row: order[row.id])
        place_of = {row.id: place for place, row in enumerate(self._rows)}
        new = [self.index(place_of[id_], index.column()) for id_, index in zip(ids, old, strict=True)]
        self.changePersistentIndexList(old, new)
        self.layoutChanged.emit()


def _runs(marks: Sequence[bool]) -> list[tuple[int, int]]:
    """Return where runs of marked places begin and end; the end is the first place that is not marked."""
    runs = []
    begin = None
    for place, marked in enumerate((*marks, False)):
        if marked and begin is None:
            begin = place
        elif not marked and begin is not None:
            runs.append((begin, place))
            begin = None
    return runs
