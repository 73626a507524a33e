"""A form for one record: each of its fields is kept on its own as the user leaves it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import time
from enum import Enum, auto
from functools import partial
from typing import Any, TypeVar

from PySide6.QtWidgets import QVBoxLayout, QWidget

from dialogue_prep.domain.errors import UserError
from dialogue_prep.domain.identity import Identified
from dialogue_prep.domain.text import Text
from dialogue_prep.gui.days import read_day
from dialogue_prep.gui.jobs import Jobs
from dialogue_prep.gui.kit.choice_box import SavedChoice, SavedSwitch
from dialogue_prep.gui.kit.day_line import example_of_a_day, written_day
from dialogue_prep.gui.kit.saved_fields import Field, SavedLine, SavedText
from dialogue_prep.gui.kit.wording_state import WordingStateLine

# No field of a record counts further; what is longer could not be kept, nor read by Python at last.
_MOST_DIGITS = 9

V = TypeVar("V", bound=Identified)

Change = Callable[[Any], Any]
"""Makes the new record of the one that is kept."""

Keep = Callable[[Identified, Change, str], object]
"""Keeps a change of a record: the record as the user has seen it, the change, the visit to the field."""


class FieldKind(Enum):
    """How a field of a record is edited."""

    LINE = auto()
    LONG = auto()
    CHOICE = auto()
    SWITCH = auto()
    DAY = auto()
    NUMBER = auto()
    WHOLE = auto()
    HOUR = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldShape:
    """One field of a form: its name in the record, its label, how it is edited, what can be chosen, how high it is."""

    name: str
    label: str
    kind: FieldKind = FieldKind.LINE
    choices: tuple[tuple[Any, str], ...] = ()
    lines: int = 4


class RecordForm(QWidget):
    """Shows a record; texts are edited in one language. `keep` is called in a job, for each field that was changed."""

    def __init__(self, jobs: Jobs, new_visit: Callable[[], str], keep: Keep, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._new_visit = new_visit
        self._keep = keep
        self._shapes: tuple[tuple[str, str, FieldKind], ...] = ()
        self._fields: dict[str, Field] = {}
        self._states: dict[str, WordingStateLine] = {}
        self._record: Identified | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)

    def show_record(
        self, record: Identified, shapes: Sequence[FieldShape], language: str, reading: Sequence[str] = ()
    ) -> None:
        """Show a record, its texts in a language; a field that has no words there hints at those of `reading`."""
        layout = tuple((shape.name, shape.label, shape.kind) for shape in shapes)
        if layout != self._shapes:
            self.flush()
            self._build(shapes)
            self._shapes = layout
        self._record = record
        for shape in shapes:
            content = getattr(record, shape.name)
            if isinstance(content, Text):
                self._show_text(record, shape, content, language, reading)
            else:
                self._show_plain(record, shape, content)

    def field(self, name: str) -> Field:
        """Return the field of this name in the record."""
        return self._fields[name]

    def editor(self, name: str) -> Any:
        """Return the editor of the field of this name."""
        return self._fields[name].editor

    def state(self, name: str) -> WordingStateLine:
        """Return what says how the wording of a text stands."""
        return self._states[name]

    def record(self) -> Identified | None:
        """Return the record that is shown."""
        return self._record

    def flush(self) -> None:
        """Keep what is not kept yet."""
        for field in self._fields.values():
            _saving(field).flush()

    def _build(self, shapes: Sequence[FieldShape]) -> None:
        for field in self._fields.values():
            self._column.removeWidget(field)
            field.hide()
            field.deleteLater()
        self._fields.clear()
        self._states.clear()
        for shape in shapes:
            state = WordingStateLine(shape.label)
            editor = self._editor(shape)
            field = Field(shape.label, editor, aside=state)
            _saving(field).problem.connect(field.refuse)
            state.reviewed.connect(partial(self._when_reviewed, shape.name))
            self._fields[shape.name], self._states[shape.name] = field, state
            self._column.addWidget(field)

    def _editor(self, shape: FieldShape) -> QWidget:
        match shape.kind:
            case FieldKind.LONG:
                return SavedText(self._jobs, self._new_visit, lines=shape.lines)
            case FieldKind.CHOICE:
                return SavedChoice(self._jobs, self._new_visit)
            case FieldKind.SWITCH:
                return SavedSwitch(self._jobs, self._new_visit)
            case FieldKind.DAY:
                # Of a day that is being typed the beginning can be another day.
                line = SavedLine(self._jobs, self._new_visit, while_typing=False)
                line.setPlaceholderText(example_of_a_day())
                return line
            case _:
                return SavedLine(self._jobs, self._new_visit)

    def _show_text(
        self, record: Identified, shape: FieldShape, content: Text, language: str, reading: Sequence[str]
    ) -> None:
        words = content.words(language)
        field = self._fields[shape.name]
        assert isinstance(field.editor, SavedLine | SavedText)
        long = isinstance(field.editor, SavedText)
        shown = tuple(line for line in words.split("\n") if line.strip()) if long else words

        def reworded(value: Any) -> Change:
            said = value.strip() if isinstance(value, str) else "\n".join(value)
            return lambda kept: replace(kept, **{shape.name: getattr(kept, shape.name).reworded(language, said)})

        self._show_value(record, field, f"{shape.name}/{language}", shown, reworded)
        field.editor.setPlaceholderText("" if words else " ".join(content.read(*reading).split()))
        self._states[shape.name].show_text(content, language)

    def _show_plain(self, record: Identified, shape: FieldShape, content: object) -> None:
        field = self._fields[shape.name]
        if isinstance(field.editor, SavedChoice):
            field.editor.offer(shape.choices)
        shown = _WRITE[shape.kind](content) if shape.kind in _WRITE else content

        def changed(value: Any) -> Change:
            read = _READ[shape.kind](value) if shape.kind in _READ else value
            return lambda kept: replace(kept, **{shape.name: read})

        self._show_value(record, field, shape.name, shown, changed)

    def _show_value(
        self, record: Identified, field: Field, place: str, shown: object, change_to: Callable[[Any], Change]
    ) -> None:
        """Show what a record has in a place; what the user changes there, `change_to` makes of the record."""

        def keep(value: Any, seen: Any, visit: str) -> object:
            before = record if seen == shown else change_to(seen)(record)
            return self._keep(before, change_to(value), visit)

        _saving(field).show_value(f"{record.id}/{place}", shown, keep)

    def _when_reviewed(self, name: str) -> None:
        record, language = self._record, self._states[name].language
        assert record is not None

        def reviewed(kept: Any) -> Any:
            return replace(kept, **{name: getattr(kept, name).reviewed(language)})

        visit = self._new_visit()
        self._jobs.run(lambda: self._keep(record, reviewed, visit))


def _saving(field: Field) -> Any:
    return field.editor.saving  # type: ignore[attr-defined]


def read_number(words: str) -> int:
    """Return the whole number that is written; raise UserError for what is none."""
    return _number(words.strip(), words)


def read_whole(words: str) -> int:
    """Return the whole number that is written, which may be below zero; raise UserError for what is none."""
    said = words.strip()
    below = said.startswith(("-", "\N{MINUS SIGN}"))
    number = _number(said[1:] if below else said, words)
    return -number if below else number


def read_hour(words: str) -> time:
    """Return the hour of the day that is written as 9:00; raise UserError for what is none."""
    hour, _colon, minute = words.strip().partition(":")
    try:
        return time(int(hour), int(minute or 0))
    except ValueError as error:
        raise UserError("Write an hour such as 9:00, not “{words}”.", words=words) from error


def _number(digits: str, words: str) -> int:
    if not digits.isdecimal() or len(digits) > _MOST_DIGITS:
        raise UserError("Write a number such as 7, not “{words}”.", words=words)
    return int(digits)


def _written_hour(moment: time) -> str:
    return f"{moment.hour}:{moment.minute:02}"


_READ: dict[FieldKind, Callable[[str], object]] = {
    FieldKind.NUMBER: read_number,
    FieldKind.WHOLE: read_whole,
    FieldKind.DAY: read_day,
    FieldKind.HOUR: read_hour,
}
_WRITE: dict[FieldKind, Callable[[Any], str]] = {
    FieldKind.NUMBER: str,
    FieldKind.WHOLE: str,
    FieldKind.DAY: written_day,
    FieldKind.HOUR: _written_hour,
    FieldKind.LINE: str,
}
