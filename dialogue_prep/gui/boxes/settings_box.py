"""The box in which the user sets how the program looks and where it keeps things, each setting kept as it is left."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import count as numbers
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from dialogue_prep.domain.errors import UserError
from dialogue_prep.gui.colours import Tone
from dialogue_prep.gui.jobs import Jobs
from dialogue_prep.gui.kit.cards import Card
from dialogue_prep.gui.kit.choice_box import SavedChoice
from dialogue_prep.gui.kit.labels import PlainLabel, Size
from dialogue_prep.gui.kit.letters import scaled
from dialogue_prep.gui.kit.notice import Offer
from dialogue_prep.gui.kit.saved_fields import Field, SavedLine
from dialogue_prep.gui.stores import ASK
from dialogue_prep.gui.terms import language_name
from dialogue_prep.gui.words import _, count, percent
from dialogue_prep.system.settings import Settings, declared, read_settings, write_settings

_WIDTH, _WIDEST, _HEIGHT = 640, 960, 680
_LOCK_MINUTES = (2, 5, 10, 15, 30, 60)


class SettingsBox(QDialog):
    """Shows the settings in sections. `changed` carries all of them after one was kept.

    `folder` is where they are kept; `offers` are further things to set that have boxes of their own.
    """

    changed = Signal(object)
    _kept = Signal(object)

    def __init__(
        self,
        jobs: Jobs,
        settings: Settings,
        folder: Path,
        offers: Sequence[Offer] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._jobs, self._settings, self._folder = jobs, settings, folder
        self._visits = numbers(1)
        self.fields: dict[str, Field] = {}
        self.setWindowTitle(_("Settings"))
        self.resize(min(scaled(_WIDTH, self), _WIDEST), _HEIGHT)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._kept.connect(self.changed, Qt.ConnectionType.QueuedConnection)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 24, 0, 16)
        layout.setSpacing(12)
        heading = PlainLabel(_("Settings"), size=Size.LARGE)
        heading.setContentsMargins(24, 0, 24, 0)
        layout.addWidget(heading)
        layout.addWidget(self._sections(offers), 1)
        buttons.setContentsMargins(24, 0, 24, 0)
        layout.addWidget(buttons)
        self.fields["name"].editor.setFocus()

    def editor(self, name: str) -> Any:
        """Return the editor of a setting."""
        return self.fields[name].editor

    def _sections(self, offers: Sequence[Offer]) -> QScrollArea:
        body = QWidget()
        body.setObjectName("pageBody")
        column = QVBoxLayout(body)
        column.setContentsMargins(24, 0, 24, 0)
        column.setSpacing(12)
        for heading, widgets in (
            (_("Who we are"), self._us()),
            (_("Window"), self._window()),
            (_("Papers"), [*self._papers(), *(self._offer(offer) for offer in offers)]),
            (_("Backups"), self._backups()),
            (_("Protected stores"), self._protection()),
            (_("Other programs"), self._programs()),
        ):
            card = Card(heading)
            for widget in widgets:
                card.body.addWidget(widget)
            column.addWidget(card)
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setAccessibleName(_("Settings"))
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(body)
        return scroll

    def _us(self) -> list[QWidget]:
        return [
            self._line("name", _("Your name")),
            self._line("entity", _("Your entity")),
            _said(_("Both stand in the history of changes and in the drafter's block of papers, nowhere else.")),
        ]

    def _window(self) -> list[QWidget]:
        stores = {"last": _("The one that was open last"), ASK: _("I am asked")}
        themes = {"system": _("As the system has it"), "light": _("Light"), "dark": _("Dark")}
        return [
            self._choice("at_start", _("Store that is opened at the start"), stores),
            self._choice("theme", _("Colours"), themes),
            self._choice("language", _("Language of the window"), {"": _("As the system has it"), **_languages()}),
            self._choice("letters", _("Size of letters"), {one: percent(one) for one in _offered("letters")}),
            _said(_("Language and size of letters are those from the next start of the program.")),
        ]

    def _papers(self) -> list[QWidget]:
        return [
            self._choice(
                "papers_language",
                _("Language in which papers are offered first"),
                {"": _("As the window has it"), **_languages()},
            ),
            self._folder_line("papers_folder", _("Folder for papers"), _("beside the store, or in the documents")),
        ]

    def _backups(self) -> list[QWidget]:
        often = {one: _minutes(int(one)) for one in _offered("backup_minutes")}
        kept = _("Kept are all of two days, one a day for a week, one a week for a month, one a month for a year.")
        return [
            self._choice("backup_minutes", _("How often a store in use is backed up"), often),
            self._folder_line("backup_folder", _("Folder for backups"), _("with the program's own data")),
            _said(f"{kept} {_('Backups made before stay in the folder where they are.')}"),
        ]

    def _protection(self) -> list[QWidget]:
        minutes = {one: _minutes(one) for one in sorted({*_LOCK_MINUTES, self._settings.lock_minutes} - {0})}
        return [self._choice("lock_minutes", _("Locked without key or mouse for"), {**minutes, 0: _("never")})]

    def _programs(self) -> list[QWidget]:
        field = self._line("office", _("LibreOffice"), _check_file)
        self._line_of("office").setPlaceholderText(_("found by the program"))
        return [self._browsed(field, lambda: QFileDialog.getOpenFileName(self, _("LibreOffice"))[0])]

    def _line(self, name: str, called: str, check: Callable[[str], None] = lambda _words: None) -> Field:
        line = SavedLine(self._jobs, self._new_visit)
        field = self.fields[name] = Field(called, line)
        line.saving.problem.connect(field.refuse)
        line.saving.show_value(
            name, getattr(self._settings, name), lambda words, _seen, _visit: self._keep(name, words, check)
        )
        return field

    def _folder_line(self, name: str, called: str, usual: str) -> QWidget:
        field = self._line(name, called, _check_folder)
        self._line_of(name).setPlaceholderText(usual)
        return self._browsed(field, lambda: QFileDialog.getExistingDirectory(self, called, self._line_of(name).text()))

    def _line_of(self, name: str) -> SavedLine:
        line = self.fields[name].editor
        assert isinstance(line, SavedLine)
        return line

    def _browsed(self, field: Field, ask: Callable[[], str]) -> QWidget:
        line = field.editor
        assert isinstance(line, SavedLine)

        def put() -> None:
            if chosen := ask():
                line.setText(chosen)
                line.saving.touched()
                line.saving.flush()

        button = QPushButton(_("Choose …"))
        button.setObjectName("quiet")
        button.setAutoDefault(False)
        button.setAccessibleName(_("{what}: choose").format(what=line.accessibleName()))
        button.clicked.connect(put)
        both = QWidget()
        column = QVBoxLayout(both)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(field)
        column.addWidget(button, 0, Qt.AlignmentFlag.AlignRight)
        return both

    def _choice(self, name: str, called: str, words: dict[Any, str]) -> Field:
        box = SavedChoice(self._jobs, self._new_visit)
        box.offer(list(words.items()))
        field = self.fields[name] = Field(called, box)
        box.saving.problem.connect(field.refuse)
        box.saving.show_value(name, getattr(self._settings, name), lambda thing, _seen, _visit: self._keep(name, thing))
        return field

    def _offer(self, offer: Offer) -> QPushButton:
        words, run = offer
        button = QPushButton(words)
        button.setAutoDefault(False)
        button.clicked.connect(lambda _checked: run())
        return button

    def _keep(self, name: str, value: Any, check: Callable[[str], None] = lambda _words: None) -> None:
        """Keep one setting; called in a job."""
        value = value.strip() if isinstance(value, str) else value
        check(value)
        settings = replace(read_settings(self._folder), **{name: value})
        write_settings(self._folder, settings)
        self._kept.emit(settings)

    def _new_visit(self) -> str:
        return str(next(self._visits))


def _check_folder(words: str) -> None:
    if words and not Path(words).is_dir():
        raise UserError("There is no folder {path}.", path=words)


def _check_file(words: str) -> None:
    if words and not Path(words).is_file():
        raise UserError("There is no file {path}.", path=words)


def _offered(name: str) -> tuple[str | int, ...]:
    return declared(name).choices


def _languages() -> dict[str, str]:
    return {str(one): language_name(str(one)) for one in _offered("papers_language") if one}


def _minutes(number: int) -> str:
    return count("{number} minute", "{number} minutes", number)


def _said(words: str) -> PlainLabel:
    return PlainLabel(words, tone=Tone.MUTED, wrap=True)
