"""What the application gets once its frame is seen: the style sheet, light and dark with the system, a language."""

from __future__ import annotations

from gettext import NullTranslations

from PySide6.QtCore import QLibraryInfo, QLocale, Qt, QTranslator
from PySide6.QtWidgets import QApplication

from dialogue_prep.gui.application import wear
from dialogue_prep.gui.colours import DARK, LIGHT, Colours, colours_now
from dialogue_prep.gui.style import style_sheet
from dialogue_prep.gui.words import Catalogue

LANGUAGES = ("en", "fr", "zh-Hans")
"""The languages of the window; what has no translation yet is said in English."""


def dress(application: QApplication, colours: Colours) -> None:
    """Give the application its colours, every part of it."""
    wear(application, colours)
    application.setStyleSheet(style_sheet(colours))


def follow_system(application: QApplication) -> None:
    """Be light or dark as the system is, now and whenever that changes."""
    application.setStyleSheet(style_sheet(colours_now()))
    application.styleHints().colorSchemeChanged.connect(
        lambda scheme: dress(application, DARK if scheme == Qt.ColorScheme.Dark else LIGHT)
    )


def speak(application: QApplication, translations: NullTranslations, language: str) -> None:
    """Have the window speak a language (BCP 47); Qt's own texts follow where Qt has them."""
    locale = QLocale(language)
    QLocale.setDefault(locale)
    own = QTranslator(application)
    if own.load(locale, "qtbase", "_", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        application.installTranslator(own)
    application.installTranslator(Catalogue(translations, application))


def language_of_window(wanted: str) -> str:
    """Return the language of the window: the one that is wanted, else that of the system, else English."""
    system = QLocale.system()
    chinese = system.language() == QLocale.Language.Chinese
    for language in (wanted, "zh-Hans" if chinese else system.bcp47Name().split("-")[0]):
        if language in LANGUAGES:
            return language
    return LANGUAGES[0]
