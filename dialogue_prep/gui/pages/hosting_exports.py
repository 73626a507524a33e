"""What can be given out of the hosting page: the picture, calendars, tables."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from dialogue_prep.documents.pictures.hosting_drawing import strip_drawing
from dialogue_prep.documents.pictures.hosting_strip import HostingStrip
from dialogue_prep.documents.pictures.svg_file import PRINT_TYPE, svg_file
from dialogue_prep.domain.due import DatedMilestone
from dialogue_prep.domain.hosting import Turn
from dialogue_prep.gui.colours import LIGHT
from dialogue_prep.gui.context import Context
from dialogue_prep.gui.kit.labels import Size, plain_action, sized
from dialogue_prep.gui.kit.menu_button import MenuButton
from dialogue_prep.gui.pictures.drawing_painter import image_of, type_of
from dialogue_prep.gui.pictures.strip_view import tongue_of
from dialogue_prep.gui.words import _
from dialogue_prep.services.exports import Exports, write_picture, write_sheet

_PICTURE_WIDTH, _PICTURE_SCALE = 960.0, 2.0


class HostingExports(QObject):
    """A button with all there is to give out; `said` tells where a file was written."""

    said = Signal(str)

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._window = parent
        self._strip: HostingStrip | None = None
        self._turns: Sequence[Turn] = ()
        self._milestones: Callable[[], Sequence[DatedMilestone]] = lambda: ()
        self.button = MenuButton(_("Export"))
        menu = self.button.menu()
        for words, run in (
            (_("Picture (SVG) …"), self._picture_svg),
            (_("Picture (PNG) …"), self._picture_png),
            (_("Calendar of this dialogue (iCalendar) …"), partial(self._calendar, False)),
            (_("Calendar of all dialogues (iCalendar) …"), partial(self._calendar, True)),
            (_("Schedule as a table (Excel, CSV) …"), self._schedule),
            (_("Milestones as a table (Excel, CSV) …"), self._milestones_table),
        ):
            menu.addAction(plain_action(words)).triggered.connect(lambda _checked=False, run=run: run())

    def show_all(
        self, strip: HostingStrip, turns: Sequence[Turn], milestones: Callable[[], Sequence[DatedMilestone]]
    ) -> None:
        """Take what is given out next."""
        self._strip, self._turns, self._milestones = strip, turns, milestones

    def _picture_svg(self) -> None:
        if (path := self._ask(_("hosting schedule"), ".svg", _("Pictures (*.svg)"))) and self._strip:
            tongue = tongue_of(self._context.language)
            drawing = strip_drawing(self._strip, _PICTURE_WIDTH, PRINT_TYPE, tongue, _("Who hosts when"))
            self._write(partial(write_picture, path, svg_file(drawing)), path)

    def _picture_png(self) -> None:
        if (path := self._ask(_("hosting schedule"), ".png", _("Pictures (*.png)"))) and self._strip:
            font = sized(self.button.font(), Size.SMALL)
            tongue = tongue_of(self._context.language)
            drawing = strip_drawing(self._strip, _PICTURE_WIDTH, type_of(font), tongue, _("Who hosts when"))
            image = image_of(drawing, LIGHT, font, _PICTURE_SCALE)
            buffer = QBuffer()
            buffer.open(QIODevice.OpenModeFlag.WriteOnly)
            image.save(buffer, "PNG")  # type: ignore[call-overload]
            self._write(partial(write_picture, path, bytes(buffer.data().data())), path)

    def _calendar(self, every: bool) -> None:
        if path := self._ask(_("rounds"), ".ics", _("Calendars (*.ics)")):
            exports = Exports(self._context.workspace, self._context.language)
            ids = () if every else (self._context.choices.dialogue_id,)
            self._write(partial(exports.write_calendar, path, ids), path)

    def _schedule(self) -> None:
        if path := self._ask(_("hosting schedule"), ".xlsx", _("Tables (*.xlsx *.csv)")):
            exports, turns = Exports(self._context.workspace, self._context.language), self._turns
            self._write(lambda: write_sheet(path, exports.schedule(turns)), path)

    def _milestones_table(self) -> None:
        if path := self._ask(_("milestones"), ".xlsx", _("Tables (*.xlsx *.csv)")):
            exports, dated = Exports(self._context.workspace, self._context.language), self._milestones()
            self._write(lambda: write_sheet(path, exports.milestones(dated)), path)

    def _ask(self, name: str, suffix: str, kinds: str) -> Path | None:
        """Return the file that the user chooses, with its ending; None where he or she thinks better of it."""
        named, _kind = QFileDialog.getSaveFileName(self._window, _("Export"), f"{name}{suffix}", kinds)
        if not named:
            return None
        path = Path(named)
        return path if path.suffix else path.with_suffix(suffix)

    def _write(self, write: Callable[[], object], path: Path) -> None:
        said = _("Written: {name}").format(name=path.name)
        self._context.jobs.run(write, lambda _nothing: self.said.emit(said))
