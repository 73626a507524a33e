"""The columns of the table of commitments, and how the table is dressed for them."""

from __future__ import annotations

from PySide6.QtWidgets import QHeaderView

from dialogue_prep.gui.kit.chip_delegate import TONE_ROLE, ChipDelegate
from dialogue_prep.gui.kit.filtered_model import SortedColumn
from dialogue_prep.gui.kit.filtered_table import FilteredTable
from dialogue_prep.gui.kit.labels import Size, plain_hint
from dialogue_prep.gui.kit.note_delegate import NOTE_ROLE, NoteDelegate
from dialogue_prep.gui.kit.table_model import Role
from dialogue_prep.gui.pages.commitments_lines import CommitmentRow
from dialogue_prep.gui.terms import commitment_state_tone
from dialogue_prep.gui.words import _

_CODE, _ACTION, _TOPIC, _STATUS, _ROUND = range(5)
_TOPIC_WIDEST = 208


def commitment_columns() -> tuple[SortedColumn[CommitmentRow], ...]:
    """Return the columns of the table."""
    hint = Role.ToolTipRole
    return (
        SortedColumn(_("Code"), lambda row: row.code, order=lambda row: row.order),
        SortedColumn(
            _("Action"),
            lambda row: row.action,
            {NOTE_ROLE: lambda row: row.note, hint: lambda row: plain_hint(row.action)},
            order=lambda row: row.action.casefold(),
        ),
        SortedColumn(
            _("Topic"),
            lambda row: row.topic,
            {hint: lambda row: plain_hint(row.topic)},
            order=lambda row: (row.topic_order, row.order),
        ),
        SortedColumn(
            _("Status"),
            lambda row: row.status,
            {TONE_ROLE: lambda row: commitment_state_tone(row.state), hint: lambda row: plain_hint(row.status)},
            order=lambda row: (row.rolled.value, row.status, row.order),
        ),
        SortedColumn(_("Round"), lambda row: str(row.round), order=lambda row: (row.round, row.order)),
    )


def dress_table(table: FilteredTable[CommitmentRow]) -> None:
    """Give a table of these columns its widths, heights and painters."""
    table.setItemDelegateForColumn(_ACTION, NoteDelegate(table, lines=2))
    table.setItemDelegateForColumn(_TOPIC, NoteDelegate(table, lines=3, size=Size.BODY))
    table.setItemDelegateForColumn(_STATUS, ChipDelegate(table))
    table.verticalHeader().setDefaultSectionSize(3 * table.fontMetrics().height() + 16)
    heads, wide = table.horizontalHeader(), table.fontMetrics().horizontalAdvance("0")
    for column, letters in ((_CODE, 7), (_TOPIC, 17), (_STATUS, 12), (_ROUND, 6)):
        heads.resizeSection(column, max(letters * wide + 16, heads.sectionSizeHint(column)))
    # With large letters a topic has three short lines: what is to be done is read first and needs the room.
    heads.resizeSection(_TOPIC, min(heads.sectionSize(_TOPIC), _TOPIC_WIDEST))
    heads.setSectionResizeMode(_ACTION, QHeaderView.ResizeMode.Stretch)
