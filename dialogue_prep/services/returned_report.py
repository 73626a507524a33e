"""What edited copies come to, before anything is stored: unit by unit, with what is offered and what is only told."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from dialogue_prep.documents.looks import Marks
from dialogue_prep.documents.merge import Merged, Outcome
from dialogue_prep.documents.model import UnitClass
from dialogue_prep.documents.returned_document import FixedEdit, ReturnedDocument, ReturnedNote
from dialogue_prep.domain.draft import Draft
from dialogue_prep.domain.sentence import Sentence
from dialogue_prep.services.returned_agenda import AgendaChange


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportedCopy:
    """One edited copy: of which draft, whose (as the file says it), and what it tells.

    `warnings` are sentences on how it was read.
    """

    path: Path
    file_hash: str
    author: str
    on: date | None
    draft: Draft
    document: ReturnedDocument
    warnings: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitChange:
    """What copies make of one unit of a draft; `id` names it in choices.

    `copies` are the numbers (from 0) of the copies that change it. `look` is how its words are to look where a copy
    changed that, else None. `refused` says why it cannot be taken, empty where it can; `internal` that copies say there
    what is ours alone, and the paper is for the other side.
    """

    id: str
    draft: Draft
    unit_class: UnitClass
    merged: Merged
    copies: tuple[int, ...]
    look: Marks | None = None
    refused: Sentence | None = None
    internal: Sentence | None = None

    @property
    def clean(self) -> bool:
        """Whether it is taken unless somebody says otherwise."""
        settled = self.merged.outcome in (Outcome.TAKEN, Outcome.MERGED)
        return self.refused is None and (settled or (self.look is not None and not self.open))

    @property
    def open(self) -> bool:
        """Whether a person has to choose."""
        return self.merged.outcome in (Outcome.CONFLICT, Outcome.DELETED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Addition:
    """Words that are no unit: where they would go, and who put them there.

    `beside` is the key of the speaking point before or behind which it would stand, or of what asks for such points;
    empty where its place is among none, and then it can only be kept as a note. `copied` words are those of another
    unit, or stand there by now, as after the same copy was taken in once.
    """

    id: str
    draft: Draft
    copy: int
    words: str
    beside: str
    behind: bool
    near: str
    copied: bool

    @property
    def clean(self) -> bool:
        """Whether it is taken unless somebody says otherwise: not what is there already."""
        return bool(self.beside) and not self.copied


@dataclass(frozen=True, slots=True)
class Remark:
    """A comment of a copy (by its number)."""

    copy: int
    note: ReturnedNote


@dataclass(frozen=True, slots=True)
class Untaken:
    """An edit of words that stand fast, in a copy (by its number); it is told and never taken."""

    copy: int
    edit: FixedEdit


@dataclass(frozen=True, slots=True)
class Choice:
    """What a person decided on a change: take it or not, and with which words where they are no version's."""

    taken: bool
    words: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnReport:
    """Everything that edited copies come to; nothing of it is stored."""

    copies: tuple[ReportedCopy, ...]
    units: tuple[UnitChange, ...]
    additions: tuple[Addition, ...]
    agenda: tuple[AgendaChange, ...]
    remarks: tuple[Remark, ...]
    untaken: tuple[Untaken, ...]

    def with_outcome(self, *outcomes: Outcome) -> tuple[UnitChange, ...]:
        """Return the units of which one of these things became."""
        return tuple(unit for unit in self.units if unit.merged.outcome in outcomes)

    @property
    def internal(self) -> tuple[Sentence, ...]:
        """What is to be known of changes that would put what is ours alone into papers for the other side."""
        told = (*(unit.internal for unit in self.units), *(change.internal for change in self.agenda))
        return tuple(dict.fromkeys(sentence for sentence in told if sentence is not None))

    @property
    def empty(self) -> bool:
        """Whether there is nothing that could be stored."""
        told = (self.additions, self.agenda, self.remarks)
        edited = any(unit.copies and unit.merged.outcome is not Outcome.BOTH for unit in self.units)
        return not any(told) and not edited
