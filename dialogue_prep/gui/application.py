"""The application of Qt: its style, its colours, its language."""

from __future__ import annotations

import sys
from gettext import NullTranslations

from PySide6.QtCore import QLibraryInfo, QLocale, Qt, QTranslator
from PySide6.QtWidgets import QApplication

from dialogue_prep.gui.colours import DARK, LIGHT, Colours, palette_of
from dialogue_prep.gui.style import style_sheet
from dialogue_prep.gui.words import Catalogue


def make_application() -> QApplication:
    """Return the application, in the light or dark form that the system has now and in that of any later moment."""
    application = QApplication(sys.argv[:1])
    application.setApplicationName("dialogue-prep")
    application.setStyle("Fusion")
    hints = application.styleHints()
    dress(application, _colours_for(hints.colorScheme()))
    hints.colorSchemeChanged.connect(lambda scheme: dress(application, _colours_for(scheme)))
    return application


def dress(application: QApplication, colours: Colours) -> None:
    """Give the application its colours."""
    application.setPalette(palette_of(colours))
    application.setStyleSheet(style_sheet(colours))


def speak(application: QApplication, translations: NullTranslations, language: str) -> None:
    """Have the window speak a language (BCP 47); Qt's own texts follow where Qt has them."""
    locale = QLocale(language)
    QLocale.setDefault(locale)
    own = QTranslator(application)
    if own.load(locale, "qtbase", "_", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        application.installTranslator(own)
    application.installTranslator(Catalogue(translations, application))


def language_of_system() -> str:
    """Return the language of the system, as far as the window may know it."""
    locale = QLocale.system()
    if locale.language() == QLocale.Language.Chinese:
        return "zh-Hans"
    return locale.bcp47Name().split("-")[0]


def _colours_for(scheme: Qt.ColorScheme) -> Colours:
    return DARK if scheme == Qt.ColorScheme.Dark else LIGHT
