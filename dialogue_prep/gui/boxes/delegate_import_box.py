"""The box in which a list of people from elsewhere is looked through before they are put on a delegation list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QHeaderView,
    QTableView,
    QWidget,
)

from dialogue_prep.domain.delegate_list import DelegateList, ListField
from dialogue_prep.domain.dialogue import Side
from dialogue_prep.domain.dossier import Dossier
from dialogue_prep.gui.colours import Tone, colours_now
from dialogue_prep.gui.context import Context
from dialogue_prep.gui.delegate_list_terms import list_field_name, row_standing_name, row_standing_tone
from dialogue_prep.gui.kit.box_column import box_column
from dialogue_prep.gui.kit.cell_delegates import LineDelegate, WrappedDelegate
from dialogue_prep.gui.kit.choice_box import ChoiceBox
from dialogue_prep.gui.kit.holding import Holding
from dialogue_prep.gui.kit.labels import OptionalLabel, PlainLabel, Size, plain_hint
from dialogue_prep.gui.kit.refusals import at_field
from dialogue_prep.gui.kit.row_heights import RowHeights
from dialogue_prep.gui.kit.saved_fields import Field
from dialogue_prep.gui.kit.table_model import Column, Role, TableModel
from dialogue_prep.gui.words import _, count, in_one_sentence, sentence_in_words
from dialogue_prep.services.delegate_import import (
    DelegateImport,
    ProposedDelegate,
    RowStanding,
    proposed,
    words_by_field,
)

_WIDTH, _HEIGHT, _ACROSS = 1040, 680, 4
_SHOWN = tuple(ListField)
_TAKEN = (RowStanding.NEW, RowStanding.KNOWN)


@dataclass(frozen=True, slots=True)
class ListRow:
    """One row of the preview: how it stands, what is wrong with it, and its words by field."""

    proposed: ProposedDelegate
    problem: str

    @property
    def id(self) -> str:
        return str(self.proposed.place)

    def words(self, field: ListField) -> str:
        return self.proposed.words.get(field, "")


class DelegateImportBox(QDialog):
    """Shows how every row of a list stands to what is known. Nothing is kept until “Take in”, which is one step."""

    def __init__(
        self,
        context: Context,
        dossier: Dossier,
        side: Side,
        people: DelegateList,
        columns: Sequence[ListField | None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._context, self._dossier, self._side, self._people = context, dossier, side, people
        self._corrected: dict[tuple[int, ListField], str] = {}
        self._import = DelegateImport(context.workspace)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        title = _("Import delegates: {side}").format(side=side.name.read(context.language, "en"))
        self.setWindowTitle(title)
        self.resize(_WIDTH, _HEIGHT)
        self.choices = {field: ChoiceBox() for field in ListField}
        self.said = PlainLabel(wrap=True)
        self.problem = OptionalLabel(size=Size.SMALL, tone=Tone.BAD, wrap=True)
        self.table, self.model = self._make_table()
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.take_in = buttons.addButton(_("Take in"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.take_in.setProperty("main", "true")
        buttons.accepted.connect(self._take_in)
        buttons.rejected.connect(self.reject)
        self._offer(columns)
        self._lay_out(title, buttons)
        self._holding = Holding(self, *self.choices.values(), self.table, self.take_in)
        self._fill()

    def rows(self) -> tuple[ListRow, ...]:
        """Return the rows as they are shown."""
        return self.model.rows()

    def columns(self) -> tuple[ListField | None, ...]:
        """Return what is said of each column."""
        chosen = {choice.thing(): field for field, choice in self.choices.items() if choice.thing() is not None}
        return tuple(chosen.get(place) for place in range(len(self._people.headings)))

    def _make_table(self) -> tuple[QTableView, TableModel[ListRow]]:
        table = QTableView()
        model: TableModel[ListRow] = TableModel([_standing(), *map(_column, _SHOWN), _problem()], table)
        table.setModel(model)
        table.setAccessibleName(_("Rows of the list"))
        table.setItemDelegate(LineDelegate(table))
        table.setItemDelegateForColumn(len(_SHOWN) + 1, WrappedDelegate(table))
        RowHeights(table)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setTabKeyNavigation(False)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(table.fontMetrics().height() + 16)
        heads = table.horizontalHeader()
        heads.setHighlightSections(False)
        heads.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        heads.setMaximumSectionSize(240)
        heads.setStretchLastSection(True)
        model.edited.connect(self._when_edited)
        return table, model

    def _offer(self, columns: Sequence[ListField | None]) -> None:
        headings = [(place, heading or str(place + 1)) for place, heading in enumerate(self._people.headings)]
        for field, choice in self.choices.items():
            choice.offer([(None, _("not in the list")), *headings])
            choice.choose(columns.index(field) if field in columns else None)
            choice.activated.connect(partial(self._when_column_chosen, field))

    def _lay_out(self, title: str, buttons: QDialogButtonBox) -> None:
        about = _("From {name}. Say which column holds what; a cell is corrected by typing. Nothing is kept before.")
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        for place, (field, choice) in enumerate(self.choices.items()):
            grid.addWidget(Field(list_field_name(field), choice), place // _ACROSS, place % _ACROSS)
        layout = box_column(self, title, about.format(name=self._people.name))
        layout.addLayout(grid)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.said)
        layout.addWidget(self.problem)
        layout.addWidget(buttons)

    def _fill(self) -> None:
        language, columns = self._context.language, self.columns()
        rows = words_by_field(self._people, columns)
        for (place, field), words in self._corrected.items():
            rows[place][field] = words
        shown = [
            ListRow(one, sentence_in_words(one.refusal, language) if one.refusal else "")
            for one in proposed(self._dossier, self._side, rows, language)
        ]
        self.model.show_rows(shown)
        for place, field in enumerate(_SHOWN, start=1):
            self.table.setColumnHidden(place, not any(row.words(field) for row in shown))
        ready = sum(row.proposed.standing in _TAKEN for row in shown)
        refused = sum(row.proposed.standing is RowStanding.REFUSED for row in shown)
        listed = len(shown) - ready - refused
        parts = (
            count("{number} delegate can be taken in", "{number} delegates can be taken in", ready),
            count("{number} is on the list already", "{number} are on the list already", listed) if listed else "",
            count("{number} row stays out as it is", "{number} rows stay out as they are", refused) if refused else "",
        )
        self.said.say(in_one_sentence(parts), Tone.WARN if refused else Tone.MUTED)
        self.take_in.setEnabled(ready > 0)

    def _when_column_chosen(self, field: ListField, _place: int) -> None:
        """Let a column hold one thing only."""
        chosen = self.choices[field].thing()
        for other, choice in self.choices.items():
            if other is not field and chosen is not None and choice.thing() == chosen:
                choice.choose(None)
        self._fill()

    def _when_edited(self, row: ListRow, column: int, words: str) -> None:
        self._corrected[row.proposed.place, _SHOWN[column - 1]] = words
        self._fill()

    def _take_in(self) -> None:
        self._holding.hold()
        comings = [
            row.proposed.coming
            for row in self.rows()
            if row.proposed.coming is not None and row.proposed.standing in _TAKEN
        ]
        requests, headings, columns = self._import, self._people.headings, self.columns()
        self._context.jobs.run(
            lambda: requests.take_in(comings, headings, columns),
            lambda _added: self.accept(),
            self._when_refused,
            by=self,
        )

    def _when_refused(self, error: BaseException) -> None:
        self._holding.give_back()
        at_field(self._context, self._refuse)(error)

    def _refuse(self, _field: str, sentence: str) -> None:
        self.problem.say(sentence)


def _standing() -> Column[ListRow]:
    return Column(
        _("How it stands"),
        lambda row: row_standing_name(row.proposed.standing),
        {Role.ForegroundRole: lambda row: colours_now().of(row_standing_tone(row.proposed.standing))},
    )


def _column(field: ListField) -> Column[ListRow]:
    return Column(list_field_name(field), lambda row: row.words(field), edit=lambda row: row.words(field))


def _problem() -> Column[ListRow]:
    return Column(
        _("What is wrong"),
        lambda row: row.problem,
        {
            Role.ForegroundRole: lambda _row: colours_now().of(Tone.BAD),
            Role.ToolTipRole: lambda row: plain_hint(row.problem),
        },
    )
