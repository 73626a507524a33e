"""The texts of the window in the language of the window.

The catalogue is installed in the application as one of Qt's translators, so that Qt keeps the one truth about the
language and the window needs no state of its own.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from functools import reduce
from gettext import NullTranslations

from PySide6.QtCore import QCoreApplication, QLocale, QObject, QTranslator

from dialogue_prep.domain.sentence import Sentence
from dialogue_prep.gui.days import day_in_words

_CONTEXT = "dialogue_prep"
_TAGS = {"zh": "zh-Hans"}
"""What Qt says shorter than the program does."""


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
        if disambiguation:
            return self._translations.pgettext(disambiguation, source)
        return self._translations.gettext(source)


def _(text: str, where: str = "") -> str:
    """Return a text of the window in the language of the window.

    `where` tells texts apart that are the same in English and not elsewhere: the "Name" of a person, that of a thing.
    """
    return QCoreApplication.translate(_CONTEXT, text, where)


def count(one: str, many: str, number: int) -> str:
    """Return the text for so many; `{number}` in it is the number, as the language writes it."""
    translated = QCoreApplication.translate(_CONTEXT, one, many, number)
    # Without a catalogue Qt gives the text for one back; French says none as it says one.
    chosen = many if translated == one and number > 1 else translated
    return chosen.format(number=digits(number))


def digits(number: int) -> str:
    """Return a number as the language of the window writes it, with its thousands apart."""
    return QLocale().toString(number)


def percent(number: int | str) -> str:
    """Return so many per cent: 100 % or 100%."""
    return _("{number} %").format(number=number)


def labelled(what: str, words: str) -> str:
    """Return words behind what they are, as the language puts its colon."""
    return _("{what}: {words}").format(what=what, words=words)


def with_commas(parts: Iterable[str]) -> str:
    """Return the parts of a line that say something, with commas between them: Ottawa, 2019 or 渥太华，2019年."""
    return _(", ", "between parts of a line").join(part for part in parts if part)


def in_a_row(names: Iterable[str]) -> str:
    """Return names one after the other, as in a cell or behind a colon: R2-01, R2-02 or R2-01、R2-02."""
    return _(", ", "between names").join(names)


def listed(names: Iterable[str]) -> str:
    """Return names as they stand in a sentence: a, b and c."""
    most = list(names)
    last = most.pop() if most else ""
    return _("{names} and {last}").format(names=in_a_row(most), last=last) if most else last


def in_one_sentence(parts: Iterable[str]) -> str:
    """Return the parts that say something as one sentence, with semicolons between them."""
    return _("{words}.").format(words=_("; ").join(part for part in parts if part))


def together(sentences: Iterable[str]) -> str:
    """Return whole sentences one after the other; Chinese puts no space between them."""
    said = [sentence for sentence in sentences if sentence]
    return reduce(lambda first, then: _("{first} {then}").format(first=first, then=then), said) if said else ""


def sentence_in_words(sentence: Sentence, language: str = "") -> str:
    """Return what the rings below say; names and days in it are read in `language`, by default that of the window."""
    language = language or window_language()

    def write(day: date) -> str:
        return moment_in_words(day, language) if isinstance(day, datetime) else day_in_words(day, language)

    return sentence.read(language, "en", translate=_, write_day=write)


def moment_in_words(at: datetime, language: str) -> str:
    """Return a day and the hour, in the zone of this computer."""
    local = at.astimezone()
    return _("{day}, {hour}").format(day=day_in_words(local.date(), language), hour=f"{local:%H:%M}")


def year_in_words(year: int) -> str:
    """Return a year that stands alone: 2018 or 2018年."""
    return _("{year}").format(year=year)


def with_remark(words: str, remark: str) -> str:
    """Return words with a remark behind them in parentheses, where there is one."""
    return _("{words} ({remark})").format(words=words, remark=remark) if remark else words


def for_example(words: str) -> str:
    """Return what an empty line says to show what can be written there."""
    return _("e.g. {words}").format(words=words)


def window_language() -> str:
    """Return the language of the window (BCP 47), as texts are kept in it."""
    tag = QLocale().bcp47Name()
    return _TAGS.get(tag, tag)


def step_in_words(label: str) -> str:
    """Return the name of a step in the language of the window; after a colon may stand which papers it was about."""
    name, _colon, about = label.partition(": ")
    return labelled(_(name), in_a_row(_(paper) for paper in about.split(", "))) if about else _(name)
