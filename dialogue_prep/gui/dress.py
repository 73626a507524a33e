"""What the window gets once its frame is seen: the style sheet, light and dark with the system, a language."""

from __future__ import annotations

from gettext import NullTranslations

from PySide6.QtCore import QLibraryInfo, QLocale, Qt, QTranslator
from PySide6.QtWidgets import QApplication, QWidget

from dialogue_prep.gui.application import wear
from dialogue_prep.gui.colours import DARK, LIGHT, Colours, colours_now
from dialogue_prep.gui.style import style_sheet
from dialogue_prep.gui.words import Catalogue

LANGUAGES = ("en", "fr", "zh-Hans")
"""The languages of the window; what has no translation yet is said in English."""


def dress(application: QApplication, window: QWidget, colours: Colours) -> None:
    """Give the application its colours, and a window with all that is in it or opened from it its looks.

    The sheet is the window's and not the application's: a part that is being made would else be dressed anew each time
    it is put into a larger one, which takes longer than all the rest of making a page.
    """
    wear(application, colours)
    window.setStyleSheet(style_sheet(colours))


def follow_system(application: QApplication, window: QWidget) -> None:
    """Be light or dark as the system is, now and whenever that changes."""
    window.setStyleSheet(style_sheet(colours_now()))
    application.styleHints().colorSchemeChanged.connect(
        lambda scheme: dress(application, window, DARK if scheme == Qt.ColorScheme.Dark else LIGHT)
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
