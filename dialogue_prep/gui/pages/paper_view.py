"""The card in which one paper is read: its gaps, larger and smaller letters, finding words."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from dialogue_prep.documents.html import write_html
from dialogue_prep.documents.model import Document
from dialogue_prep.gui.colours import Tone
from dialogue_prep.gui.context import Context
from dialogue_prep.gui.kit.cards import Card, row
from dialogue_prep.gui.kit.find_bar import FindBar
from dialogue_prep.gui.kit.keyed_button import keyed_button
from dialogue_prep.gui.kit.keys import on_keys
from dialogue_prep.gui.kit.labels import PlainLabel, Size
from dialogue_prep.gui.pages.paper_preview import PaperPreview
from dialogue_prep.gui.words import _, count

_SCALES = (0.7, 0.8, 0.9, 1.0, 1.15, 1.3, 1.5, 1.75, 2.0, 2.5, 3.0)
_WHOLE = _SCALES.index(1.0)


class PaperView(Card):
    """Shows a document; `gap_taken` carries the key of the unit that the user wants to write."""

    gap_taken = Signal(str)

    def __init__(self, context: Context, aside: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(_("Preview"), aside=aside, parent=parent)
        self._context = context
        self._document: Document | None = None
        self._subject = ""
        self._step = _WHOLE
        self.preview = PaperPreview()
        self.finder = FindBar(self.preview)
        self.gaps = PlainLabel(size=Size.SMALL, tone=Tone.WARN)
        self.next_gap = keyed_button(_("Next gap"), _("Next gap"), "F8")
        self.look_for = keyed_button(_("Find"), _("Find in the paper"), "Ctrl+F")
        self.smaller = keyed_button("\N{MINUS SIGN}", _("Smaller letters"), "Ctrl+-")
        self.as_on_paper = keyed_button("100 %", _("Letters as on paper"), "Ctrl+0")
        self.larger = keyed_button("+", _("Larger letters"), "Ctrl++")
        tools = row(
            self.gaps, self.next_gap, None, self.look_for, self.smaller, self.as_on_paper, self.larger, spacing=2
        )
        self.body.addLayout(tools)
        self.body.addWidget(self.finder)
        self.body.addWidget(self.preview, 1)
        self._connect()
        self.show_nothing()

    def show_document(self, document: Document, subject: str, page: str) -> None:
        """Show a document and its page; where the same subject was shown, it stays where it was scrolled to."""
        other, self._document, self._subject = subject != self._subject, document, subject
        if other or self._step == _WHOLE:
            self._step = _WHOLE
            self._show_page(page)
        else:
            self._write_again()

    def show_nothing(self) -> None:
        """Show no paper."""
        self._document, self._subject = None, ""
        self.preview.show_nothing()
        self._show_tools()

    def zoom(self, by: int) -> None:
        """Show letters some steps larger or smaller; 0 is as on paper."""
        step = min(max(self._step + by, 0), len(_SCALES) - 1) if by else _WHOLE
        if step != self._step and self._document is not None:
            self._step = step
            self._write_again()

    def go_to_gap(self, *, back: bool = False) -> None:
        """Go to the next gap, or to the one before."""
        if place := self.preview.go_to_next_gap(back=back):
            self.gaps.say(_("Gap {place} of {number}").format(place=place, number=self.preview.gaps()))
            self.preview.setFocus()

    def _connect(self) -> None:
        self.preview.gap_taken.connect(self.gap_taken)
        self.preview.zoom_asked.connect(self.zoom)
        self.next_gap.clicked.connect(self.go_to_gap)
        self.look_for.clicked.connect(self.finder.begin)
        self.smaller.clicked.connect(lambda: self.zoom(-1))
        self.larger.clicked.connect(lambda: self.zoom(1))
        self.as_on_paper.clicked.connect(lambda: self.zoom(0))
        for keys, do in (
            ("Ctrl+F", self.finder.begin),
            ("F3", self.finder.next),
            ("Shift+F3", self.finder.previous),
            ("F8", self.go_to_gap),
            ("Shift+F8", lambda: self.go_to_gap(back=True)),
            ("Ctrl++", lambda: self.zoom(1)),
            ("Ctrl+=", lambda: self.zoom(1)),
            ("Ctrl+-", lambda: self.zoom(-1)),
            ("Ctrl+0", lambda: self.zoom(0)),
        ):
            on_keys(self, keys, do)
        on_keys(self.preview, "Return", self.preview.take_gap)

    def _write_again(self) -> None:
        document, subject, scale = self._document, self._subject, _SCALES[self._step]
        assert document is not None

        def show(page: str) -> None:
            if (document, scale) == (self._document, _SCALES[self._step]) and subject == self._subject:
                self._show_page(page)

        self._context.jobs.run(lambda: write_html(document, scale), show)

    def _show_page(self, page: str) -> None:
        self.preview.show_page(page, self._subject)
        self.finder.search_again()
        self._show_tools()

    def _show_tools(self) -> None:
        there, gaps = self._document is not None, self.preview.gaps()
        self.gaps.say(count("{number} gap", "{number} gaps", gaps) if gaps else _("No gaps") if there else "")
        self.gaps.say(self.gaps.text(), Tone.WARN if gaps else Tone.MUTED)
        self.next_gap.setVisible(gaps > 0)
        self.as_on_paper.setText(f"{round(100 * _SCALES[self._step])} %")
        self.smaller.setEnabled(there and self._step > 0)
        self.larger.setEnabled(there and self._step < len(_SCALES) - 1)
        for button in (self.as_on_paper, self.look_for):
            button.setEnabled(there)
