"""What each side would have a paragraph say, side by side, and word by word what differs."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from dialogue_prep.domain.communique import Option, Passage
from dialogue_prep.domain.differences import differences
from dialogue_prep.domain.dossier import Dossier
from dialogue_prep.gui.colours import Tone
from dialogue_prep.gui.context import Context
from dialogue_prep.gui.kit.difference_text import DifferenceText, Differing
from dialogue_prep.gui.kit.labels import PlainLabel, Size
from dialogue_prep.gui.kit.saved_fields import Field, SavedText
from dialogue_prep.gui.words import _
from dialogue_prep.services.passages import Passages

_LINES, _DIFFERENCE_LINES = 6, 7


class PassageOptions(QWidget):
    """Two editors, ours and theirs, each kept as it is left; below them what differs where both say something."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._passages = Passages(context.workspace)
        self._fields = tuple(Field("", self._editor()) for _side in range(2))
        self.differing = DifferenceText(_("What differs between the wordings"))
        self.differing.setFixedHeight(_DIFFERENCE_LINES * self.fontMetrics().lineSpacing())
        hint = _("Each paragraph is one option; in the paper they stand in brackets, with who proposes them.")
        self._hint = PlainLabel(hint, size=Size.SMALL, tone=Tone.MUTED, wrap=True)
        beside = QHBoxLayout()
        beside.setSpacing(12)
        for field in self._fields:
            assert isinstance(field.editor, SavedText)
            field.editor.saving.problem.connect(field.refuse)
            beside.addWidget(field, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(beside)
        column.addWidget(self.differing)
        column.addWidget(self._hint)

    def editor(self, place: int) -> SavedText:
        """Return the editor of what one side proposes: 0 for ours, 1 for theirs."""
        editor = self._fields[place].editor
        assert isinstance(editor, SavedText)
        return editor

    def show_options(self, dossier: Dossier, passage: Passage, language: str) -> None:
        """Show what each side would have a passage say, in a language."""
        reading, said = (self._context.language, "en"), []
        for place, side in enumerate((dossier.home, dossier.away)):
            texts = [one.words for one in dossier.options_of(passage) if one.side_id == side.id]
            self._fields[place].rename(_("What {side} would have it say").format(side=side.name.read(*reading)))
            editor = self.editor(place)
            editor.setPlaceholderText("\n".join(text.read(*reading) for text in texts if not text.words(language)))
            words = tuple(text.words(language) for text in texts if text.words(language))
            editor.saving.show_value(
                f"{passage.id}/{side.id}/{language}", words, partial(self._propose, passage, side.id, language)
            )
            said.append(words)
        self._show_differences(passage, said[0], said[1], language)

    def _show_differences(
        self, passage: Passage, ours: tuple[str, ...], theirs: tuple[str, ...], language: str
    ) -> None:
        before = passage.words.words(language)
        compared = []
        if ours and theirs:
            compared += [Differing(_("Theirs against ours"), differences(ours[0], words)) for words in theirs]
        elif before and (ours or theirs):
            compared += [Differing(_("Against what was agreed"), differences(before, words)) for words in ours + theirs]
        self.differing.show_differences(compared)
        self.differing.setVisible(bool(compared))
        self._hint.setVisible(not compared)

    def _editor(self) -> SavedText:
        return SavedText(self._context.jobs, self._context.workspace.new_id, _LINES)

    def _propose(
        self, passage: Passage, side_id: str, language: str, said: tuple[str, ...], seen: tuple[str, ...], visit: str
    ) -> None:
        self._passages.propose(passage, side_id, language, said, seen=seen, visit=visit)


def options_in(dossier: Dossier, passage: Passage, language: str) -> tuple[Option, ...]:
    """Return the options of a passage that have words in a language: ours, then theirs."""
    ours_first = sorted(dossier.options_of(passage), key=lambda one: one.side_id != dossier.home.id)
    return tuple(option for option in ours_first if option.words.words(language))
