"""What windows get once their frame is seen: the style sheet, light and dark, the size of letters, a language."""

from __future__ import annotations

from gettext import NullTranslations

from PySide6.QtCore import QLibraryInfo, QLocale, QObject, Qt, QTranslator
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from dialogue_prep.gui.application import wear
from dialogue_prep.gui.colours import DARK, LIGHT, Colours, colours_now
from dialogue_prep.gui.style import style_sheet
from dialogue_prep.gui.words import Catalogue

LANGUAGES = ("en", "fr", "zh-Hans")
"""The languages of the window; what has no translation yet is said in English."""
SYSTEM = "system"
"""The theme that follows the system."""
_USUAL_LETTERS = 100


def dress(application: QApplication, window: QWidget, colours: Colours) -> None:
    """Give the application its colours, and a window with all that is in it or opened from it its looks.

    The sheet is the window's and not the application's: a part that is being made would else be dressed anew each time
    it is put into a larger one, which takes longer than all the rest of making a page.
    """
    wear(application, colours)
    window.setStyleSheet(style_sheet(colours))


class Looks(QObject):
    """The colours and letters of all windows: as the system has them, or as the user has set them."""

    def __init__(self, application: QApplication, theme: str, letters: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._application = application
        self._theme = theme
        self._windows: list[QWidget] = []
        if letters != _USUAL_LETTERS:
            # Only at the start: parts take their steps of the scale from the font that is there when they are made.
            font = application.font()
            font.setPointSizeF(font.pointSizeF() * letters / _USUAL_LETTERS)
            application.setFont(font)
        application.styleHints().colorSchemeChanged.connect(lambda _scheme: self._wear())

    def take(self, window: QWidget) -> None:
        """Dress a window, now and whenever the looks change."""
        self._windows.append(window)
        window.destroyed.connect(lambda _gone: self._forget())
        if self._theme == SYSTEM:
            window.setStyleSheet(style_sheet(colours_now()))
        else:
            self._wear()

    def choose(self, theme: str) -> None:
        """Wear other colours: those of the system, light, or dark."""
        if theme != self._theme:
            self._theme = theme
            self._wear()

    def _forget(self) -> None:
        self._windows = [window for window in self._windows if isValid(window)]

    def _wear(self) -> None:
        dark = self._application.styleHints().colorScheme() == Qt.ColorScheme.Dark
        colours = {SYSTEM: DARK if dark else LIGHT, "light": LIGHT, "dark": DARK}[self._theme]
        for window in self._windows:
            dress(self._application, window, colours)


def speak(application: QApplication, translations: NullTranslations, language: str) -> None:
    """Have the window speak a language (BCP 47) and none before; Qt's own texts follow where Qt has them."""
    for former in application.findChildren(QTranslator, options=Qt.FindChildOption.FindDirectChildrenOnly):
        application.removeTranslator(former)
        former.deleteLater()
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
