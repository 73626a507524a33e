"""The hosting strip on the window."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from dialogue_prep.documents.pictures.drawing import Drawing, Type
from dialogue_prep.documents.pictures.hosting_drawing import Tongue, strip_drawing
from dialogue_prep.documents.pictures.hosting_strip import HostingStrip
from dialogue_prep.gui.days import day_in_words, short_day
from dialogue_prep.gui.pictures.drawing_view import DrawingView
from dialogue_prep.gui.words import _, window_language


def tongue_of(language: str) -> Tongue:
    """Return how the window speaks in its drawings."""
    day, short = (partial(words, language=language) for words in (day_in_words, short_day))
    return Tongue(say=_, day=day, short=short)


class HostingStripView(DrawingView):
    """Two lanes to scale, or one for each dialogue: what a round is can be told by its shape, and is read aloud."""

    def __init__(self, language: str = "", parent: QWidget | None = None) -> None:
        language = language or window_language()
        super().__init__(_("Who hosts when"), language, parent)
        self._tongue = tongue_of(language)
        self._strip: HostingStrip | None = None

    def show_strip(self, strip: HostingStrip) -> None:
        """Show another strip."""
        if strip != self._strip:
            self._strip = strip
            self.show_drawing(self._drawn)

    def strip(self) -> HostingStrip | None:
        """Return the strip that is shown."""
        return self._strip

    def _drawn(self, width: float, type_: Type) -> Drawing:
        assert self._strip is not None
        return strip_drawing(self._strip, width, type_, self._tongue, _("Who hosts when"))
