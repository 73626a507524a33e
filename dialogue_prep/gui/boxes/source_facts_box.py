"""The box in which what was found above a source is put right: what it is, of which dialogue and round, where, when."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QGridLayout, QLineEdit, QWidget

from dialogue_prep.domain.errors import UserError
from dialogue_prep.domain.identity import DialogueId
from dialogue_prep.domain.source import SourceKind
from dialogue_prep.gui.boxes.co_chair_rows import CoChairRows
from dialogue_prep.gui.days import read_day
from dialogue_prep.gui.kit.box_column import box_column
from dialogue_prep.gui.kit.choice_box import ChoiceBox
from dialogue_prep.gui.kit.day_line import DayLine, written_day
from dialogue_prep.gui.kit.saved_fields import Field
from dialogue_prep.gui.terms import source_kind_name
from dialogue_prep.gui.words import _, sentence_in_words
from dialogue_prep.reading.extract import Extract, FoundNextRound
from dialogue_prep.reading.review import ReadAs, Review
from dialogue_prep.reading.sides import known_as
from dialogue_prep.reading.source_facts import NOWHERE, SourceFacts
from dialogue_prep.services.joining.belonging import dialogue_name

_WIDTH, _COLUMNS, _BOTH = 720, 12, 2
_NEW = DialogueId("")

T = TypeVar("T")


class SourceFactsBox(QDialog):
    """Shows the facts of a source; `names` are what its sides are called in the store.

    `kept` are the dialogues between these sides, with their names; `into` is the one into which the source would be
    taken, empty: a new one, None: nobody can say. A new one is given its name here.
    `corrected` carries the review with what was put right, `reading_asked` the ReadAs where other sides, another kind
    or another day of publication make the source read otherwise.
    """

    corrected = Signal(object)
    reading_asked = Signal(object)

    def __init__(
        self,
        review: Review,
        names: Mapping[str, str],
        kept: Sequence[tuple[DialogueId, str]] = (),
        into: DialogueId | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._review, self._into = review, into
        extract = review.extract
        self._published = extract.published
        sides = [(side.name, names.get(side.name, side.name)) for side in extract.sides]
        self.setWindowTitle(_("Put right what was found"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._sides = sides
        # Of more than two the reviewer says which they are.
        self._shown = [shown for _name, shown in sides] if len(sides) <= _BOTH else []
        self.lines = self._filled_in(extract)
        for line in self.lines.values():
            line.setCursorPosition(0)
        self.lines["title"].selectAll()
        self.lines["dialogue"].setPlaceholderText(dialogue_name(extract))
        self.into, self.kind, self.host, self.next_host = ChoiceBox(), ChoiceBox(), ChoiceBox(), ChoiceBox()
        self.into.offer([*kept, (_NEW, _("a new one"))])
        self.into.choose(into)
        self.into.currentIndexChanged.connect(lambda _place: self._let_name())
        self.kind.offer([(kind, source_kind_name(kind)) for kind in SourceKind])
        self.kind.choose(extract.kind)
        coming = extract.next_round
        for choice, host in ((self.host, extract.host), (self.next_host, coming.host if coming else None)):
            choice.offer([("", _("not said")), *sides])
            choice.choose(host or "")
        self.chairs = CoChairRows(extract.co_chairs, sides)
        self.fields = self._named()
        self._lay_out()
        self.fields["into"].setVisible(bool(kept))
        self.fields["dialogue"].setVisible(bool(kept) or into == _NEW)
        self._let_name()
        if kept and into == _NEW:
            self.into.setFocus()

    def problem(self, name: str) -> str:
        """Return what is wrong with a field, empty where nothing is."""
        return self.fields[name].problem()

    def _filled_in(self, extract: Extract) -> dict[str, QLineEdit]:
        one, other = (*self._shown, "", "")[:_BOTH]
        coming = extract.next_round
        return {
            "title": QLineEdit(extract.title),
            "dialogue": QLineEdit(SourceFacts.of(extract).dialogue),
            "one_side": QLineEdit(one),
            "other_side": QLineEdit(other),
            "published": DayLine(self._published),
            "ordinal": QLineEdit(str(extract.ordinal or "")),
            "place": QLineEdit(extract.place.words if extract.place else ""),
            "first_day": DayLine(extract.first_day),
            "last_day": DayLine(extract.last_day),
            "next_place": QLineEdit((coming.place if coming else None) or ""),
            "next_round": QLineEdit(_when(coming)),
            "next_last_day": DayLine(coming.last_day if coming else None),
        }

    def _named(self) -> dict[str, Field]:
        lines = self.lines
        return {
            "title": Field(_("Title"), lines["title"]),
            "into": Field(_("Dialogue"), self.into),
            "dialogue": Field(_("Name of the dialogue"), lines["dialogue"]),
            "one_side": Field(_("One side"), lines["one_side"]),
            "other_side": Field(_("The other side", "of two"), lines["other_side"]),
            "kind": Field(_("Kind"), self.kind),
            "published": Field(_("Published on"), lines["published"]),
            "ordinal": Field(_("Round"), lines["ordinal"]),
            "place": Field(_("Place"), lines["place"]),
            "host": Field(_("Who hosted"), self.host),
            "first_day": Field(_("First day"), lines["first_day"]),
            "last_day": Field(_("Last day, if another"), lines["last_day"]),
            "co_chairs": Field(_("Co-chairs"), self.chairs, aside=self.chairs.add),
            "next_place": Field(_("Next round: place"), lines["next_place"]),
            "next_round": Field(_("When (a year or a day)"), lines["next_round"]),
            "next_last_day": Field(_("Last day, if another"), lines["next_last_day"]),
            "next_host": Field(_("Host"), self.next_host),
        }

    def _lay_out(self) -> None:
        said = _(
            "With other sides, another kind or day of publication the source is read again; what you did before can be "
            "undone back to."
        )
        rows = (
            ("title",),
            ("into",),
            ("dialogue",),
            ("one_side", "other_side"),
            ("kind", "published", "ordinal"),
            ("place", "host", "first_day", "last_day"),
            ("co_chairs",),
            ("next_place", "next_host", "next_round", "next_last_day"),
        )
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(12)
        for number, names in enumerate(rows):
            for column, name in enumerate(names):
                across = _COLUMNS // len(names)
                place = (number, column * across, 1, across)
                grid.addWidget(self.fields[name], *place, Qt.AlignmentFlag.AlignTop)
        for column in range(_COLUMNS):
            grid.setColumnStretch(column, 1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self._send)
        buttons.rejected.connect(self.reject)
        layout = box_column(self, _("Put right what was found"), said, width=_WIDTH)
        layout.addLayout(grid)
        layout.addWidget(buttons)

    def _send(self) -> None:
        for field in self.fields.values():
            field.refuse("")
        published = self._read("published", read_day)
        facts = self._facts()
        if any(field.problem() for field in self.fields.values()):
            return
        try:
            corrected = self._review.correct(facts)
            if (into := self.into.thing()) not in (None, self._into):
                corrected = corrected.take_into(into)
        except UserError as error:
            self.fields[error.field].refuse(sentence_in_words(error.sentence))
            return
        extract, kind = self._review.extract, self.kind.thing()
        told = facts.sides if "sides" in corrected.put_right else ()
        if (published, kind, facts.sides) != (self._published, extract.kind, SourceFacts.of(extract).sides):
            self.reading_asked.emit(ReadAs(published, kind, corrected, told))
        else:
            self.corrected.emit(corrected)
        self.accept()

    def _let_name(self) -> None:
        """Let the name of the dialogue be put right only where there would be a new one; else it is as it was found."""
        line, new = self.lines["dialogue"], self.into.thing() == _NEW
        line.setEnabled(new)
        if not new:
            line.setText(SourceFacts.of(self._review.extract).dialogue)
            line.setCursorPosition(0)

    def _facts(self) -> SourceFacts:
        first, last = (self._read(name, read_day) for name in ("first_day", "last_day"))
        return SourceFacts(
            title=self.lines["title"].text(),
            sides=self._told_sides(),
            dialogue=self.lines["dialogue"].text(),
            ordinal=self._read("ordinal", _number),
            place=self.lines["place"].text(),
            host=self.host.thing() or "",
            first_day=first,
            last_day=last,
            co_chairs=self.chairs.co_chairs(),
            next_round=self._next_round(),
        )

    def _told_sides(self) -> tuple[str, ...]:
        """Return the sides, by the names that the source has for them where these are still the ones shown."""
        found = {shown: name for name, shown in self._sides}
        said = [" ".join(self.lines[name].text().split()) for name in ("one_side", "other_side")]
        if [one for one in said if one] == self._shown:
            return tuple(found.values())
        told = tuple(found.get(one) or known_as(one) for one in said)
        for name, field in zip(told, ("one_side", "other_side"), strict=True):
            if not name:
                self.fields[field].refuse(_("Name both sides."))
        if len(set(told)) == 1:
            self.fields["other_side"].refuse(_("A dialogue is between two."))
        return told

    def _next_round(self) -> FoundNextRound | None:
        found = self._review.extract.next_round
        place, host = " ".join(self.lines["next_place"].text().split()), self.next_host.thing()
        year, day = self._read("next_round", _year_or_day) or (None, None)
        last = self._read("next_last_day", read_day)
        if not (place or host or year or last):
            return None
        span = found.span if found else NOWHERE
        last = last if last != day else None
        return FoundNextRound(place=place or None, year=year, day=day, last_day=last, host=host or None, span=span)

    def _read(self, name: str, read: Callable[[str], T | None]) -> T | None:
        try:
            return read(self.lines[name].text())
        except UserError as error:
            self.fields[name].refuse(sentence_in_words(error.sentence))
            return None


def _number(words: str) -> int | None:
    if not words.strip():
        return None
    if not words.strip().isdecimal():
        raise UserError("Write the number of the round, such as 3.")
    return int(words)


def _year_or_day(words: str) -> tuple[int, date | None] | None:
    said = words.strip()
    if len(said) == 4 and said.isdecimal():
        return int(said), None
    day = read_day(said)
    return (day.year, day) if day else None


def _when(coming: FoundNextRound | None) -> str:
    if coming is None:
        return ""
    return written_day(coming.day) or str(coming.year or "")
