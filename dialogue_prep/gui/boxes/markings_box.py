"""The box in which the scale of markings of a store is edited, and where on the page they stand."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHeaderView, QPushButton, QWidget

from dialogue_prep.domain.errors import Conflict
from dialogue_prep.domain.marking import Marking
from dialogue_prep.domain.setting import MarkingPlace
from dialogue_prep.domain.text import worded
from dialogue_prep.gui.colours import Tone
from dialogue_prep.gui.context import Context
from dialogue_prep.gui.kit.box_column import box_column
from dialogue_prep.gui.kit.cards import row
from dialogue_prep.gui.kit.cell_delegates import LineDelegate
from dialogue_prep.gui.kit.choice_box import ChoiceBox
from dialogue_prep.gui.kit.conflict_box import let_decide
from dialogue_prep.gui.kit.labels import OptionalLabel
from dialogue_prep.gui.kit.menu_button import MenuButton
from dialogue_prep.gui.kit.ordered_table import OrderedTable
from dialogue_prep.gui.kit.refusals import at_field, refuse_at
from dialogue_prep.gui.kit.saved_fields import Field
from dialogue_prep.gui.kit.table_model import Column, TableModel
from dialogue_prep.gui.terms import language_name
from dialogue_prep.gui.words import _, in_a_row, labelled
from dialogue_prep.services.markings import Markings, MarkingScale, preset, preset_names

_WIDTH, _HEIGHT = 720, 620
_LANGUAGES = ("en", "fr", "zh-Hans")


@dataclass(frozen=True, slots=True)
class LevelRow:
    """One level as the table shows it."""

    level: Marking

    @property
    def id(self) -> str:
        return self.level.id


class MarkingsBox(QDialog):
    """Levels from the least to the most strict, put in order by dragging; kept together by “Keep”, as one step."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._markings = Markings(context.workspace)
        self._levels: list[Marking] = []
        self._seen = MarkingScale((), MarkingPlace.BOTH)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Markings"))
        self.resize(_WIDTH, _HEIGHT)
        columns = [_column(language) for language in _LANGUAGES]
        self.model = TableModel(columns)
        self.table = OrderedTable(_("Levels, the least strict first"), self.model)
        self.table.setItemDelegate(LineDelegate(self.table))
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.shared, self.internal, self.ceiling, self.place = (ChoiceBox() for _choice in range(4))
        self.fields = {
            "shared": Field(_("Papers for both sides bear"), self.shared),
            "internal": Field(_("Internal papers bear"), self.internal),
            "ceiling": Field(_("Nothing is written above"), self.ceiling),
        }
        self._places = {
            MarkingPlace.BOTH: _("at the top and at the foot of each page"),
            MarkingPlace.TOP: _("at the top of each page"),
            MarkingPlace.FOOT: _("at the foot of each page"),
        }
        self.place.offer(tuple(self._places.items()))
        self.add, self.drop = QPushButton(_("Add a level")), QPushButton(_("Remove the level"))
        self.presets = MenuButton(_("Begin from …"))
        self.problem = OptionalLabel(tone=Tone.BAD, wrap=True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.keep = buttons.addButton(_("Keep"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.keep.setProperty("main", "true")
        self._lay_out(buttons)
        self._connect(buttons)
        markings = self._markings
        context.jobs.run(lambda: (markings.scale(), preset_names()), lambda read: self._show(*read))

    def _lay_out(self, buttons: QDialogButtonBox) -> None:
        hint = _("From the least to the most strict. Drag a level, or press Alt+Up and Alt+Down, to reorder it.")
        layout = box_column(self, _("Markings of this store"), hint)
        layout.addWidget(self.table, 1)
        layout.addLayout(row(self.add, self.drop, None, self.presets))
        layout.addLayout(row(*self.fields.values()))
        layout.addWidget(Field(_("The marking stands"), self.place))
        layout.addWidget(self.problem)
        layout.addWidget(buttons)

    def _connect(self, buttons: QDialogButtonBox) -> None:
        buttons.accepted.connect(lambda: self._keep(self._seen))
        buttons.rejected.connect(self.reject)
        self.model.edited.connect(self._when_edited)
        self.table.moved.connect(self._when_moved)
        self.add.clicked.connect(self._when_added)
        self.drop.clicked.connect(self._when_dropped)

    def _show(self, scale: MarkingScale, presets: tuple[str, ...]) -> None:
        names = {"canada": _("Canada"), "united-kingdom": _("United Kingdom"), "plain": _("plain")}
        for name in presets:
            self.presets.menu().addAction(names.get(name, name), partial(self._begin_from, name))
        self._show_scale(scale)

    def _show_scale(self, scale: MarkingScale) -> None:
        """Show the scale as it is kept."""
        self._seen = scale
        self.place.choose(scale.place)
        self._show_levels(scale.levels, *(_bearing(scale.levels, role) for role in self.fields))

    def _show_levels(self, levels: tuple[Marking, ...], *chosen: str) -> None:
        """Show levels and which of them papers bear; what was chosen stays where nothing else is said."""
        self._levels = list(levels)
        self.model.show_rows([LevelRow(level) for level in levels])
        names = [(level.id, level.name.read(self._context.language, "en")) for level in levels]
        boxes = (self.shared, self.internal, self.ceiling)
        for box in boxes:
            box.offer(names)
        for box, id_ in zip(boxes, chosen, strict=False):
            box.choose(id_)

    def _begin_from(self, name: str) -> None:
        self._context.jobs.run(
            lambda: preset(name),
            lambda levels: self._show_levels(levels, *(_bearing(levels, role) for role in self.fields)),
        )

    def _when_edited(self, shown: LevelRow, column: int, words: str) -> None:
        name = shown.level.name.reworded(_LANGUAGES[column], words)
        if not name:
            self._refuse("", _("A marking needs a name."))
            return
        changed = replace(shown.level, name=name)
        self._show_levels(tuple(changed if level.id == shown.id else level for level in self._levels))

    def _when_moved(self, id_: str, place: int) -> None:
        moved = next(level for level in self._levels if level.id == id_)
        others = [level for level in self._levels if level.id != id_]
        others.insert(place, moved)
        self._show_levels(tuple(others))
        self.table.choose(id_)

    def _when_added(self) -> None:
        name = worded(self._context.language, _("New level"))
        level = self._markings.new_level(name, len(self._levels) + 1)
        self._show_levels((*self._levels, level))
        self.table.choose(level.id)

    def _when_dropped(self) -> None:
        id_ = self.table.chosen_id()
        self._show_levels(tuple(level for level in self._levels if level.id != id_))

    def _keep(self, seen: MarkingScale) -> None:
        """Keep the scale in the place of the one that the user has seen."""
        bears = {role: box.thing() for role, box in zip(self.fields, self._boxes(), strict=True)}
        levels = [replace(level, **{role: level.id == id_ for role, id_ in bears.items()}) for level in self._levels]
        scale, markings = MarkingScale(tuple(levels), self.place.thing()), self._markings

        def keep() -> None:
            markings.keep(scale, seen=seen)

        self._context.jobs.run(
            keep,
            lambda _done: self.accept(),
            lambda error: self._when_refused(scale, error),
            by=self,
        )

    def _when_refused(self, ours: MarkingScale, error: BaseException) -> None:
        if isinstance(error, Conflict) and isinstance(error.found, MarkingScale):
            self._show_both(ours, error.found)
        else:
            at_field(self._context, self._refuse)(error)

    def _show_both(self, ours: MarkingScale, theirs: MarkingScale) -> None:
        """Show the scale beside what somebody else has made of it, and let the user say which is to stand."""
        let_decide(
            _("Markings"),
            self._in_words(ours),
            self._in_words(theirs),
            self,
            keep=lambda: self._keep(theirs),
            take=lambda: self._show_scale(theirs),
        )

    def _in_words(self, scale: MarkingScale) -> list[str]:
        names: dict[str, str] = {level.id: in_a_row(wording.words for wording in level.name) for level in scale.levels}
        roles = (
            labelled(field.editor.accessibleName(), names.get(_bearing(scale.levels, role), ""))
            for role, field in self.fields.items()
        )
        return [*names.values(), *roles, labelled(_("The marking stands"), self._places[scale.place])]

    def _boxes(self) -> tuple[ChoiceBox, ...]:
        return self.shared, self.internal, self.ceiling

    def _refuse(self, name: str, sentence: str) -> None:
        refuse_at(self.fields, name, sentence, self.problem)


def _bearing(levels: tuple[Marking, ...], role: str) -> str:
    return next((level.id for level in levels if getattr(level, role)), "")


def _column(language: str) -> Column[LevelRow]:
    def words(shown: LevelRow) -> str:
        return shown.level.name.words(language)

    return Column(language_name(language), words, edit=words)
