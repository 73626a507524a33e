"""The texts of the window in the language of the window.

The catalogue is installed in the application as one of Qt's translators, so that Qt keeps the one truth about the
language and the window needs no state of its own.
"""

from __future__ import annotations

from gettext import NullTranslations

from PySide6.QtCore import QCoreApplication, QLocale, QObject, QTranslator

_CONTEXT = "dialogue_prep"


class Catalogue(QTranslator):
    """Answers for the texts of the window from a catalogue of gettext; Qt's own texts are left to Qt's translators."""

    def __init__(self, translations: NullTranslations, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._translations = translations

    def isEmpty(self) -> bool:  # noqa: N802 - Qt's name
        return False

    def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str | None:
        """Return the translation; None lets Qt ask its next translator."""
        if context != _CONTEXT:
            return None
        if n >= 0:
            return self._translations.ngettext(source, disambiguation or source, n)
        return self._translations.gettext(source)


def _(text: str) -> str:
    """Return a text of the window in the language of the window."""
    return QCoreApplication.translate(_CONTEXT, text)


def count(one: str, many: str, number: int) -> str:
    """Return the text for so many; `{number}` in it is the number, as the language writes it."""
    translated = QCoreApplication.translate(_CONTEXT, one, many, number)
    # Without a catalogue Qt gives the text for one back; French says none as it says one.
    chosen = many if translated == one and number > 1 else translated
    return chosen.format(number=digits(number))


def digits(number: int) -> str:
    """Return a number as the language of the window writes it, with its thousands apart."""
    return QLocale().toString(number)


def labelled(what: str, words: str) -> str:
    """Return words behind what they are, as the language puts its colon."""
    return _("{what}: {words}").format(what=what, words=words)


def step_in_words(label: str) -> str:
    """Return the name of a step in the language of the window; after a colon may stand what it was about."""
    name, _colon, about = label.partition(": ")
    return labelled(_(name), about) if about else _(name)
