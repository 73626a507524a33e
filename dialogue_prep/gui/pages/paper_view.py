"""The card in which one paper is read: its words with their gaps, or its pages; larger and smaller, finding words."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from dialogue_prep.documents.html import write_html
from dialogue_prep.documents.model import Document
from dialogue_prep.domain.errors import Problem
from dialogue_prep.gui.colours import Tone
from dialogue_prep.gui.context import Context
from dialogue_prep.gui.kit.cards import Card, held, row
from dialogue_prep.gui.kit.find_bar import FindBar
from dialogue_prep.gui.kit.flow import Flow
from dialogue_prep.gui.kit.keyed_button import keyed_button
from dialogue_prep.gui.kit.keys import on_keys
from dialogue_prep.gui.kit.labels import PlainLabel, Size
from dialogue_prep.gui.kit.segments import Segments
from dialogue_prep.gui.pages.paper_pages import PaperPages
from dialogue_prep.gui.pages.paper_preview import PaperPreview
from dialogue_prep.gui.pages.paper_zoom import LINE, SCALES, WHOLE, fitting, stepped
from dialogue_prep.gui.words import _, count, percent, sentence_in_words

WORDS, PAGES = range(2)
_FIT = 0.0


class PaperView(Card):
    """Shows a document. `gap_taken` carries the key of the unit that the user wants to write.

    `pages_wanted` asks for the paper as a PDF file, which is handed to `show_pages`.
    """

    gap_taken = Signal(str)
    pages_wanted = Signal()

    def __init__(self, context: Context, aside: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(_("Preview"), aside=aside, parent=parent)
        self._context = context
        self._document: Document | None = None
        self._subject = ""
        self._scales = [WHOLE, _FIT]
        self.parts = Segments((_("Words"), _("Pages")))
        self.preview = PaperPreview()
        self.finder = FindBar(self.preview)
        self.pages = PaperPages(context)
        self.gaps = PlainLabel(size=Size.SMALL, tone=Tone.WARN)
        self.gaps.setIndent(8)
        self.next_gap = keyed_button(_("Next gap"), _("Next gap"), "F8")
        self.look_for = keyed_button(_("Find"), _("Find in the paper"), "Ctrl+F")
        self.back = keyed_button("‹", _("Page before"), "Ctrl+PgUp")
        self.on = keyed_button("›", _("Next page"), "Ctrl+PgDown")
        self.smaller = keyed_button("\N{MINUS SIGN}", _("Smaller letters"), "Ctrl+-")
        self.as_on_paper = keyed_button("100 %", _("Letters as on paper"), "Ctrl+0")
        self.larger = keyed_button("+", _("Larger letters"), "Ctrl++")
        self.fit = keyed_button("\N{LEFT RIGHT ARROW}", _("Fit the width"), "Ctrl+9")
        sizes = (self.smaller, self.as_on_paper, self.larger, self.fit)
        shown = row(self.parts, self.gaps, self.next_gap, self.back, self.on, spacing=2)
        self.body.addLayout(Flow(held(shown), held(row(self.look_for, *sizes, spacing=2)), apart=True, spacing=2))
        self.body.addWidget(self.finder)
        self._shown = QStackedWidget()
        self._shown.addWidget(self.preview)
        self._shown.addWidget(self.pages)
        self.body.addWidget(self._shown, 1)
        self._connect()
        self.show_nothing()

    def show_document(self, document: Document, subject: str, page: str) -> None:
        """Show a document and its page; where the same subject was shown, it stays where it was scrolled to.

        Pages are of the document of which they were made, and of no other.
        """
        other, changed = subject != self._subject, document != self._document
        self._document, self._subject = document, subject
        if changed and self.parts.here() == PAGES:
            self.parts.pick(WORDS)
        if other or self._scales[WORDS] == WHOLE:
            self._scales[WORDS] = WHOLE
            self._show_page(page)
        else:
            self._write_again()

    def show_nothing(self) -> None:
        """Show no paper."""
        self._document, self._subject = None, ""
        self.preview.show_nothing()
        self.parts.pick(WORDS)

    def show_pages(self, made: tuple[bytes, int] | Problem | None) -> None:
        """Show the pages of the paper: its PDF file and how many it has, why it could not be made, or none."""
        if self.parts.here() != PAGES:
            return
        if isinstance(made, Problem):
            self.pages.say(sentence_in_words(made.sentence, self._context.language), Tone.BAD)
        elif made is None:
            self.parts.pick(WORDS)
        else:
            self.pages.show_pages(*made)
            self.pages.area.setFocus()

    def allow(self, *, idle: bool) -> None:
        """Allow to ask for pages when no long job is running."""
        self.parts.buttons[PAGES].setEnabled(self._document is not None and (idle or self.parts.here() == PAGES))

    def zoom(self, by: int) -> None:
        """Show the paper some steps larger or smaller; 0 is as on paper."""
        self._set_scale(stepped(self._scale(), by))

    def fit_width(self) -> None:
        """Show lines, or pages, as wide as there is room."""
        self._set_scale(_FIT)

    def go_to_gap(self, *, back: bool = False) -> None:
        """Go to the next gap, or to the one before."""
        if place := self.preview.go_to_next_gap(back=back):
            self.gaps.say(_("Gap {place} of {number}").format(place=place, number=self.preview.gaps()))
            self.preview.setFocus()

    def _connect(self) -> None:
        self.preview.gap_taken.connect(self.gap_taken)
        self.preview.zoom_asked.connect(self.zoom)
        self.pages.zoom_asked.connect(self.zoom)
        self.pages.turned.connect(self._show_tools)
        self.parts.picked.connect(self._when_part_picked)
        for button, do in (
            (self.next_gap, self.go_to_gap),
            (self.look_for, self.finder.begin),
            (self.back, lambda: self.pages.turn(-1)),
            (self.on, lambda: self.pages.turn(1)),
            (self.smaller, lambda: self.zoom(-1)),
            (self.larger, lambda: self.zoom(1)),
            (self.as_on_paper, lambda: self.zoom(0)),
            (self.fit, self.fit_width),
        ):
            button.clicked.connect(lambda _checked, do=do: do())
        for keys, do in (
            ("Ctrl+F", self.finder.begin),
            ("F3", self.finder.next),
            ("Shift+F3", self.finder.previous),
            ("F8", self.go_to_gap),
            ("Shift+F8", lambda: self.go_to_gap(back=True)),
            ("Ctrl+PgUp", lambda: self.pages.turn(-1)),
            ("Ctrl+PgDown", lambda: self.pages.turn(1)),
            ("Ctrl++", lambda: self.zoom(1)),
            ("Ctrl+=", lambda: self.zoom(1)),
            ("Ctrl+-", lambda: self.zoom(-1)),
            ("Ctrl+0", lambda: self.zoom(0)),
            ("Ctrl+9", self.fit_width),
        ):
            on_keys(self, keys, do)
        on_keys(self.preview, "Return", self.preview.take_gap)

    def _when_part_picked(self, part: int) -> None:
        self._shown.setCurrentIndex(part)
        if part == PAGES:
            self.finder.hide()
            self.pages.say(_("LibreOffice lays out the pages …"))
            self.pages_wanted.emit()
        else:
            self.pages.say("")
        self._show_tools()

    def _scale(self) -> float:
        if self.parts.here() == PAGES:
            return self.pages.scale()
        width = self.preview.viewport().width() - 2 * round(self.preview.document().documentMargin())
        return self._scales[WORDS] or fitting(width, self.logicalDpiX(), LINE)

    def _set_scale(self, scale: float) -> None:
        part = self.parts.here()
        if self._document is None or scale == self._scales[part]:
            return
        self._scales[part] = scale
        if part == PAGES:
            self.pages.set_scale(scale)
            self._show_tools()
        else:
            self._write_again()

    def _write_again(self) -> None:
        document, subject, scale = self._document, self._subject, self._scale()
        assert document is not None

        def show(page: str) -> None:
            if document is self._document and subject == self._subject:
                self._show_page(page)

        self._context.jobs.run(lambda: write_html(document, scale), show)

    def _show_page(self, page: str) -> None:
        self.preview.show_page(page, self._subject)
        self.finder.search_again()
        self._show_tools()

    def _show_tools(self) -> None:
        there, gaps, paged = self._document is not None, self.preview.gaps(), self.parts.here() == PAGES
        if paged:
            said = _("Page {page} of {number}").format(page=self.pages.page, number=self.pages.number)
            self.gaps.say(said if self.pages.number else "", Tone.MUTED)
        else:
            said = count("{number} gap", "{number} gaps", gaps) if gaps else ""
            self.gaps.say(said, Tone.WARN)
        self.next_gap.setVisible(gaps > 0 and not paged)
        self.look_for.setVisible(not paged)
        for button, more in ((self.back, self.pages.page > 1), (self.on, self.pages.page < self.pages.number)):
            button.setVisible(paged)
            button.setEnabled(more)
        scale = self._scale()
        self.as_on_paper.setText(percent(round(100 * scale)))
        seen = self.pages.number > 0 if paged else there
        self.smaller.setEnabled(seen and scale > SCALES[0])
        self.larger.setEnabled(seen and scale < SCALES[-1])
        for button in (self.as_on_paper, self.look_for, self.fit):
            button.setEnabled(seen)
