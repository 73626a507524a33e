"""The card that lists the papers of a round: in which language and copy, how each stands, and writing them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QItemSelectionModel, Signal
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QHeaderView, QPushButton, QTableView, QWidget

from dialogue_prep.documents.languages import LANGUAGES
from dialogue_prep.domain.dossier import Dossier
from dialogue_prep.domain.draft import Profile
from dialogue_prep.gui.colours import Tone
from dialogue_prep.gui.kit.cards import Card, row
from dialogue_prep.gui.kit.chip_delegate import TONE_ROLE, ChipDelegate
from dialogue_prep.gui.kit.labels import ElidedLabel, OptionalLabel, Size
from dialogue_prep.gui.kit.menu_button import MenuButton
from dialogue_prep.gui.kit.note_delegate import NOTE_ROLE, NoteDelegate
from dialogue_prep.gui.kit.picker import Picker
from dialogue_prep.gui.kit.row_heights import RowHeights
from dialogue_prep.gui.kit.table_model import Column, Role, TableModel
from dialogue_prep.gui.pages.papers_lines import PaperRow, state_means, state_sign
from dialogue_prep.gui.pages.papers_reading import Variation
from dialogue_prep.gui.terms import language_name, profile_name, state_name, state_tone
from dialogue_prep.gui.words import _

_OURS, _THEIRS = "ours", "theirs"


class PapersList(Card):
    """One row a paper. `chosen` tells that another one is current, `varied` that papers are wanted in another form."""

    chosen = Signal()
    varied = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        self.more = MenuButton(_("Set up"))
        super().__init__(_("Papers"), aside=self.more, parent=parent)
        self.variation = Variation()
        self.profile = Profile.WORD
        self.language = Picker(_("Language of the papers"), 160)
        self.second = Picker(_("Second language"), 180)
        self.copy = Picker(_("Whose copy"), 200)
        self.made_for = Picker(_("What files are made for"), 210)
        self.table, self.model = _make_table()
        self.about = OptionalLabel(tone=Tone.MUTED, wrap=True)
        self.write = QPushButton(_("Write"))
        self.book = QPushButton(_("Book"))
        self.book.setAccessibleName(_("Write the briefing book"))
        self.write_all = QPushButton(_("Write all papers"))
        self.write_all.setProperty("main", "true")
        self.where = ElidedLabel(size=Size.SMALL, tone=Tone.MUTED)
        self.change = QPushButton(_("Change …"))
        self.change.setObjectName("quiet")
        self.change.setAccessibleName(_("Change the folder for papers"))
        self._lay_out()
        self._offer("")
        self.language.picked.connect(self._when_language_picked)
        self.second.picked.connect(self._when_second_picked)
        self.copy.picked.connect(self._when_copy_picked)
        self.made_for.picked.connect(self._when_profile_picked)
        self.table.selectionModel().currentRowChanged.connect(lambda _now, _before: self.chosen.emit())

    def show_rows(self, rows: Sequence[PaperRow], dossier: Dossier, language: str) -> None:
        """Show the papers of a round; the one that is chosen stays chosen."""
        self._offer(dossier.away.name.read(language, "en"))
        self.model.show_rows(rows)
        for column in (1, 2):
            self.table.resizeColumnToContents(column)
        if rows and not self.table.currentIndex().isValid():
            self.choose(rows[0].id)

    def row(self) -> PaperRow | None:
        """Return the row that is chosen."""
        index = self.table.currentIndex()
        return self.model.row_at(index) if index.isValid() else None

    def choose(self, beginning: str) -> bool:
        """Choose the first row whose identifier begins so; return whether there is one."""
        for place, shown in enumerate(self.model.rows()):
            if shown.id.startswith(beginning):
                flags = QItemSelectionModel.SelectionFlag
                index = self.model.index(place, 0)
                self.table.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
                self.table.scrollTo(index)
                return True
        return False

    def show_folder(self, folder: Path) -> None:
        """Say where papers are written to."""
        self.where.say(_("Papers are written to {folder}").format(folder=folder))

    def allow(self, *, idle: bool) -> None:
        """Allow what can be done now, and say what the state of the chosen paper means."""
        shown = self.row()
        self.write.setEnabled(idle and shown is not None)
        self.write_all.setEnabled(idle and self.model.rowCount() > 0)
        self.book.setEnabled(idle and self.model.rowCount() > 0 and not self.variation.their_copy)
        self.about.say(state_means(shown.state) if shown else "")

    def _lay_out(self) -> None:
        self.body.addLayout(row(self.language, self.second, self.copy, None))
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self.about)
        self.body.addLayout(row(self.write_all, self.write, self.book, None, self.made_for))
        where = QHBoxLayout()
        where.addWidget(self.where, 1)
        where.addWidget(self.change)
        self.body.addLayout(where)

    def _offer(self, other_side: str) -> None:
        """Offer the languages, the copies and the profiles, as they are chosen."""
        now = self.variation
        self.language.offer([(one, language_name(one)) for one in LANGUAGES], now.language)
        others = [one for one in LANGUAGES if one != now.language]
        seconds = [(one, _("and {language}").format(language=language_name(one))) for one in others]
        self.second.offer([("", _("one language")), *seconds], now.second_language)
        theirs = _("copy for {side}").format(side=other_side) if other_side else _("their copy")
        self.copy.offer([(_OURS, _("our copy")), (_THEIRS, theirs)], _THEIRS if now.their_copy else _OURS)
        self.made_for.offer([(profile.value, profile_name(profile)) for profile in Profile], self.profile.value)

    def _when_language_picked(self, language: str) -> None:
        second = "" if language == self.variation.second_language else self.variation.second_language
        self._vary(Variation(language, second, self.variation.their_copy))

    def _when_second_picked(self, language: str) -> None:
        self._vary(Variation(self.variation.language, language, self.variation.their_copy))

    def _when_copy_picked(self, copy: str) -> None:
        self._vary(Variation(self.variation.language, self.variation.second_language, copy == _THEIRS))

    def _when_profile_picked(self, profile: str) -> None:
        self.profile = Profile(profile)

    def _vary(self, variation: Variation) -> None:
        if variation != self.variation:
            self.variation = variation
            self.varied.emit()


def _make_table() -> tuple[QTableView, TableModel[PaperRow]]:
    columns: list[Column[PaperRow]] = [
        Column(_("Paper"), lambda shown: shown.name, {NOTE_ROLE: lambda shown: shown.note}),
        Column(_("Version"), lambda shown: shown.version),
        Column(
            _("State"),
            lambda shown: f"{state_sign(shown.state)} {state_name(shown.state)}",
            {
                TONE_ROLE: lambda shown: state_tone(shown.state),
                Role.AccessibleTextRole: lambda shown: state_name(shown.state),
            },
        ),
    ]
    table = QTableView()
    model = TableModel(columns, table)
    table.setModel(model)
    table.setAccessibleName(_("Papers"))
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.setShowGrid(False)
    table.setWordWrap(False)
    table.setTabKeyNavigation(False)
    table.verticalHeader().hide()
    table.verticalHeader().setDefaultSectionSize(2 * table.fontMetrics().height() + 20)
    RowHeights(table)
    heads = table.horizontalHeader()
    heads.setHighlightSections(False)
    heads.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    heads.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
    table.setItemDelegateForColumn(0, NoteDelegate(table, lines=2))
    table.setItemDelegateForColumn(len(columns) - 1, ChipDelegate(table))
    return table, model
