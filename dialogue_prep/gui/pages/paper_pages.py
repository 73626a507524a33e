"""The pages of a paper as they would be printed, one at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPixmap, QWheelEvent
from PySide6.QtWidgets import QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from dialogue_prep.gui.colours import Tone
from dialogue_prep.gui.context import Context
from dialogue_prep.gui.kit.labels import PlainLabel
from dialogue_prep.gui.pages.paper_zoom import PAGE, fitting
from dialogue_prep.gui.words import _

if TYPE_CHECKING:
    from dialogue_prep.documents.page_pictures import PagePicture

_REST_MILLISECONDS = 80
_AT_LEAST = 120


class PaperPages(QStackedWidget):
    """Shows one page of a PDF file, or a sentence where there is none.

    `turned` tells that another page is shown; `zoom_asked` steps to larger (1) or smaller (-1). Pictures of pages are
    made beside the window, each when it is looked at. At a `scale` of 0 a page is as wide as there is room.
    """

    turned = Signal()
    zoom_asked = Signal(int)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._pdf = b""
        self._scale = 0.0
        self.page = self.number = 0
        self.words = PlainLabel(tone=Tone.MUTED, wrap=True)
        self._sheet = PlainLabel()
        self._sheet.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.area = QScrollArea()
        self.area.setObjectName("sheet")
        self.area.setWidgetResizable(True)
        self.area.setWidget(self._sheet)
        self.area.setAccessibleName(_("Page of the paper"))
        self.area.viewport().installEventFilter(self)
        self.area.installEventFilter(self)
        told = QWidget()
        column = QVBoxLayout(told)
        column.setContentsMargins(0, 12, 0, 0)
        column.addWidget(self.words)
        column.addStretch(1)
        self.addWidget(told)
        self.addWidget(self.area)
        self._resting = QTimer(self, singleShot=True, interval=_REST_MILLISECONDS)
        self._resting.timeout.connect(self._draw)

    def say(self, sentence: str, tone: Tone = Tone.MUTED) -> None:
        """Show a sentence in the place of pages."""
        self._pdf = b""
        self.page = self.number = 0
        self._sheet.clear()
        self.words.say(sentence, tone)
        self.setCurrentIndex(0)
        self.turned.emit()

    def show_pages(self, pdf: bytes, number: int) -> None:
        """Show the first of so many pages of a PDF file."""
        self._pdf, self.page, self.number = pdf, 1, number
        self.setCurrentIndex(1)
        self._draw()
        self.turned.emit()

    def turn(self, by: int) -> None:
        """Show another page, so many further on."""
        page = min(max(self.page + by, 1), self.number)
        if self.number and page != self.page:
            self.page = page
            self.area.verticalScrollBar().setValue(0 if by > 0 else self.area.verticalScrollBar().maximum())
            self._draw()
            self.turned.emit()

    def scale(self) -> float:
        """Return the scale at which pages are shown now: 1 is as on paper."""
        return self._scale or fitting(self._room(), self.logicalDpiX(), PAGE)

    def set_scale(self, scale: float) -> None:
        """Show pages at a scale, 0 so that their width fits."""
        self._scale = scale
        self._draw()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        match event:
            case QWheelEvent() if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self.zoom_asked.emit(1 if event.angleDelta().y() > 0 else -1)
                return True
            case QKeyEvent() if event.type() is QEvent.Type.KeyPress and watched is self.area:
                return self._turned_by(event.key())
            case _ if event.type() is QEvent.Type.Resize and self._pdf and not self._scale:
                self._resting.start()
        return super().eventFilter(watched, event)

    def _turned_by(self, key: int) -> bool:
        """Turn the page where the end of this one is reached; return whether that is what the key did."""
        bar = self.area.verticalScrollBar()
        if key == Qt.Key.Key_PageDown and bar.value() == bar.maximum():
            self.turn(1)
        elif key == Qt.Key.Key_PageUp and bar.value() == bar.minimum():
            self.turn(-1)
        else:
            return False
        return True

    def _room(self) -> int:
        """Return how wide a page may be; room for the bar beside it is kept, so that it does not come and go."""
        return max(self.area.width() - self.area.verticalScrollBar().sizeHint().width() - 4, _AT_LEAST)

    def _draw(self) -> None:
        if not self._pdf:
            return
        ratio = self.devicePixelRatioF()
        width = round(self.scale() * PAGE / 25.4 * self.logicalDpiX() * ratio)
        pdf, page, wanted = self._pdf, self.page, (self.page, width)

        def draw() -> PagePicture:
            # Imported here, in the job: what reads PDF files takes long to load.
            from dialogue_prep.documents.page_pictures import picture_of_page

            return picture_of_page(pdf, page, width)

        def show(picture: PagePicture) -> None:
            if pdf is self._pdf and wanted[0] == self.page:
                self._sheet.setPixmap(_pixmap(picture, ratio))

        self._context.jobs.run(draw, show)


def _pixmap(picture: PagePicture, ratio: float) -> QPixmap:
    row = len(picture.pixels) // picture.height
    image = QImage(picture.pixels, picture.width, picture.height, row, QImage.Format.Format_RGB32)
    pixmap = QPixmap.fromImage(image)
    pixmap.setDevicePixelRatio(ratio)
    return pixmap
