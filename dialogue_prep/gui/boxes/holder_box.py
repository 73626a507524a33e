"""The box that asks who holds a post now."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLineEdit, QWidget

from dialogue_prep.domain.errors import UserError
from dialogue_prep.domain.post import Post
from dialogue_prep.domain.text import NOTHING, Text, worded
from dialogue_prep.gui.context import Context
from dialogue_prep.gui.days import EXAMPLE_DAY
from dialogue_prep.gui.kit.box_column import box_column
from dialogue_prep.gui.kit.day_line import DayLine
from dialogue_prep.gui.kit.refusals import at_field
from dialogue_prep.gui.kit.saved_fields import Field
from dialogue_prep.gui.kit.suggestions import suggest
from dialogue_prep.gui.words import _, sentence_in_words
from dialogue_prep.services.posts import Posts

_WIDTH = 440


class HolderBox(QDialog):
    """Asks for name and day; it stays open, with the sentence at its field, until the store has taken them."""

    def __init__(
        self, context: Context, post: Post, known: Sequence[str], today: date, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._post = post
        self.setWindowTitle(_("Who holds the post now"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.name, self.address, self.day = QLineEdit(), QLineEdit(), DayLine(today)
        suggest(self.name, known)
        self.fields = {
            "name": Field(_("Name", "of a person"), self.name),
            "form_of_address": Field(_("Form of address"), self.address),
            "on": Field(_("Since"), self.day),
        }
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        buttons.button(QDialogButtonBox.StandardButton.Ok).setProperty("main", "true")
        buttons.accepted.connect(self._send)
        buttons.rejected.connect(self.reject)
        said = _("The tenure of the former holder ends on that day; nothing that was recorded is lost.")
        layout = box_column(self, post.title.read(context.language, "en"), said, width=_WIDTH)
        for field in self.fields.values():
            layout.addWidget(field)
        layout.addWidget(buttons)

    def _send(self) -> None:
        try:
            day = self.day.day("on")
            if day is None:
                raise UserError("Say since when, such as {day}.", field="on", day=EXAMPLE_DAY)
        except UserError as error:
            self._refuse("on", sentence_in_words(error.sentence))
            return
        posts, post, language = Posts(self._context.workspace), self._post, self._context.language
        name, address = (_text(line, language) for line in (self.name, self.address))
        give: Callable[[], object] = lambda: posts.give(post, name, day, address)  # noqa: E731
        refused = at_field(self._context, self._refuse)
        self._context.jobs.run(give, lambda _tenure: self.accept(), refused, by=self)

    def _refuse(self, field: str, sentence: str) -> None:
        for name, shown in self.fields.items():
            shown.refuse(sentence if name == (field if field in self.fields else "name") else "")


def _text(line: QLineEdit, language: str) -> Text:
    words = line.text().strip()
    return worded(language, words) if words else NOTHING
