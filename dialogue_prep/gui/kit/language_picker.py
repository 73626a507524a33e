"""In which language the texts of a record are edited."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from dialogue_prep.domain.identity import Identified
from dialogue_prep.domain.text import Text, WordingState
from dialogue_prep.gui.dress import LANGUAGES
from dialogue_prep.gui.kit.picker import Picker
from dialogue_prep.gui.terms import language_name
from dialogue_prep.gui.words import _, count


class LanguagePicker(Picker):
    """Offers the languages of the program and those that the records have, and says where translations are outdated.

    `chosen` carries the language that was taken.
    """

    chosen = Signal(str)

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        super().__init__(_("Language of the texts"), 240, parent)
        self._language = language
        self._records: tuple[Identified, ...] = ()
        self.picked.connect(self._when_picked)
        self.show_records(())

    @property
    def language(self) -> str:
        """The language that is chosen."""
        return self._language

    def show_records(self, records: Iterable[Identified]) -> None:
        """Offer the languages for these records."""
        self._records = tuple(records)
        wordings = [wording for record in self._records for text in texts_of(record) for wording in text]
        outdated = [wording.language for wording in wordings if wording.state is WordingState.OUTDATED]
        languages = dict.fromkeys((*LANGUAGES, self._language, *(wording.language for wording in wordings)))
        self.offer([(language, _named(language, outdated.count(language))) for language in languages], self._language)

    def choose(self, language: str) -> None:
        """Choose a language and tell nobody."""
        self._language = language
        self.show_records(self._records)

    def _when_picked(self, language: str) -> None:
        self._language = language
        self.chosen.emit(language)


def texts_of(record: Identified) -> tuple[Text, ...]:
    """Return the texts of a record."""
    contents = (getattr(record, field.name) for field in fields(record))
    return tuple(content for content in contents if isinstance(content, Text))


def _named(language: str, outdated: int) -> str:
    name = language_name(language)
    return f"{name} · {count('{number} outdated', '{number} outdated', outdated)}" if outdated else name
