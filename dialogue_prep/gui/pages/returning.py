"""Edited copies under review: what there is to decide or to know, and every decision so far."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import Enum, IntEnum, auto

from dialogue_prep.gui.kit.undoable import Undoable
from dialogue_prep.services.returned_agenda import AgendaChange
from dialogue_prep.services.returned_report import (
    Addition,
    Choice,
    Remark,
    ReportedCopy,
    ReturnReport,
    UnitChange,
    Untaken,
)

Subject = UnitChange | Addition | AgendaChange | Remark | Untaken | ReportedCopy
Choices = Mapping[str, Choice]


class ReviewPart(IntEnum):
    """The parts of a review, in their order."""

    OPEN = 0
    CLEAN = 1
    TOLD = 2
    COPIES = 3


class Standing(Enum):
    """How it stands with an entry: left open, taken, left as it is here, kept as a note, or only told."""

    OPEN = auto()
    TAKEN = auto()
    OURS = auto()
    NOTE = auto()
    TOLD = auto()


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that copies bring; those that can be decided on go by the same name in choices."""

    id: str
    part: ReviewPart
    subject: Subject


@dataclass(frozen=True, slots=True, kw_only=True)
class Returning:
    """A report, where its units stand (by draft and key), its entries, and the choices with every act before."""

    report: ReturnReport
    places: Mapping[tuple[str, str], str]
    entries: tuple[Entry, ...]
    acts: Undoable[Choices]

    @classmethod
    def begun(cls, report: ReturnReport, places: Mapping[tuple[str, str], str]) -> Returning:
        """Return a report of which nothing is decided yet."""
        return cls(report=report, places=places, entries=tuple(_entries(report)), acts=Undoable({}))

    @property
    def choices(self) -> Choices:
        """What was decided so far."""
        return self.acts.now

    def in_part(self, part: ReviewPart) -> tuple[Entry, ...]:
        """Return the entries of a part."""
        return tuple(entry for entry in self.entries if entry.part is part)

    def decided(self, entry: Entry, choice: Choice | None) -> Returning:
        """Return this with a decision on an entry; None takes the decision away."""
        choices = {id_: one for id_, one in self.choices.items() if id_ != entry.id}
        if choice is not None:
            choices[entry.id] = choice
        return replace(self, acts=self.acts.acted(choices))

    def all_clean_taken(self) -> Returning:
        """Return this with everything clean taken as it came."""
        clean = {entry.id for entry in self.in_part(ReviewPart.CLEAN)}
        kept = {id_: choice for id_, choice in self.choices.items() if id_ not in clean}
        return replace(self, acts=self.acts.acted(kept))

    def undone(self) -> Returning:
        """Return this without the last decision."""
        return replace(self, acts=self.acts.undone())

    def redone(self) -> Returning:
        """Return this with the decision again that was taken back last."""
        return replace(self, acts=self.acts.redone())

    def anew(self, report: ReturnReport) -> Returning:
        """Return what the same copies come to now; a decision stays where nothing that it is about has moved."""
        before = {entry.id: entry.subject for entry in self.entries}
        begun = Returning.begun(report, self.places)
        same = {entry.id for entry in begun.entries if entry.subject == before.get(entry.id)}
        kept = {id_: choice for id_, choice in self.choices.items() if id_ in same}
        return replace(begun, acts=Undoable(kept))

    def standing(self, entry: Entry) -> Standing:
        """Return how it stands with an entry."""
        if isinstance(entry.subject, Remark):
            return Standing.NOTE
        if isinstance(entry.subject, Untaken | ReportedCopy):
            return Standing.TOLD
        choice = self.choices.get(entry.id)
        if choice is not None:
            return Standing.TAKEN if choice.taken else Standing.OURS
        if entry.part is ReviewPart.TOLD:
            return _standing_told(entry.subject)
        return Standing.TAKEN if entry.part is ReviewPart.CLEAN else Standing.OPEN

    def number(self, standing: Standing) -> int:
        """Return with how many entries it stands so."""
        return sum(self.standing(entry) is standing for entry in self.entries)

    def words(self, entry: Entry) -> str | None:
        """Return what an entry comes to in words of a paper, as it stands; None where it is not about words."""
        subject, choice = entry.subject, self.choices.get(entry.id)
        if isinstance(subject, UnitChange):
            if self.standing(entry) is not Standing.TAKEN:
                return subject.merged.ours or ""
            return _taken_words(subject) if choice is None or choice.words is None else choice.words
        if isinstance(subject, Addition):
            return subject.words if choice is None or choice.words is None else choice.words
        return None


def decidable(entry: Entry) -> bool:
    """Say whether an entry can be taken into the store as more than a note."""
    match entry.subject:
        case UnitChange() as unit:
            return unit.refused is None
        case Addition() as addition:
            return bool(addition.beside)
        case subject:
            return isinstance(subject, AgendaChange)


def choices_of(entry: Entry) -> int:
    """Return how many wordings of copies there are to choose from."""
    return len(entry.subject.merged.versions) if isinstance(entry.subject, UnitChange) else 0


def taking(entry: Entry, number: int = 0) -> Choice:
    """Return the choice to take an entry, a unit in the words of the copy of this number (from 1; 0: as it comes)."""
    unit = entry.subject
    if not isinstance(unit, UnitChange):
        return Choice(taken=True)
    return Choice(taken=True, words=unit.merged.versions[number - 1].words if number else _taken_words(unit))


def _taken_words(unit: UnitChange) -> str:
    """Return what a unit says once it is taken as it comes: of a conflict, as the first copy has it."""
    return unit.merged.versions[0].words if unit.open else unit.merged.words


def _standing_told(subject: UnitChange | Addition | AgendaChange) -> Standing:
    """Return how it stands with what cannot be taken, while nothing is decided on it."""
    if isinstance(subject, Addition):
        return Standing.OURS if subject.copied else Standing.NOTE
    left_out = isinstance(subject, UnitChange) and not any(version.words for version in subject.merged.versions)
    return Standing.TOLD if left_out else Standing.NOTE


def _entries(report: ReturnReport) -> Iterator[Entry]:
    for unit in report.units:
        if unit.refused is not None:
            yield Entry(unit.id, ReviewPart.TOLD, unit)
        elif unit.open:
            yield Entry(unit.id, ReviewPart.OPEN, unit)
        elif unit.clean:
            yield Entry(unit.id, ReviewPart.CLEAN, unit)
    for change in report.agenda:
        yield Entry(change.id, ReviewPart.CLEAN if change.clean else ReviewPart.OPEN, change)
    for addition in report.additions:
        decided = ReviewPart.CLEAN if addition.clean else ReviewPart.OPEN
        yield Entry(addition.id, decided if addition.beside else ReviewPart.TOLD, addition)
    for place, remark in enumerate(report.remarks):
        yield Entry(f"remark/{place}", ReviewPart.TOLD, remark)
    for place, untaken in enumerate(report.untaken):
        yield Entry(f"untaken/{place}", ReviewPart.TOLD, untaken)
    for place, copy in enumerate(report.copies):
        yield Entry(f"copy/{place}", ReviewPart.COPIES, copy)
