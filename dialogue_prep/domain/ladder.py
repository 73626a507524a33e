"""The ladder of wordings: what source after source says on one matter, and how each stands to the one before."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from dialogue_prep.domain.differences import Piece, differences
from dialogue_prep.domain.grades import Phrasebook, Standing, grade_of
from dialogue_prep.domain.lineage import WordingGrade
from dialogue_prep.domain.source import Source
from dialogue_prep.domain.text import Text


class Movement(StrEnum):
    """How a wording stands to the one before it."""

    FIRST = "first"
    SAME = "same words"
    REWORDED = "other words"
    STRONGER = "stronger"
    WEAKER = "weaker"

    @property
    def moved(self) -> bool:
        """Whether it says more, or less, than the one before."""
        return self in (Movement.STRONGER, Movement.WEAKER)


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """What a source says on a matter; `subject_id` is the commitment or objective that has these words, if one has.

    `source` is empty where the words come from no source that is known.
    """

    words: Text
    source: Source | None = None
    paragraph: int | None = None
    subject_id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rung:
    """One statement on the ladder, with what its words tell; `pieces` are its differences from the one before."""

    statement: Statement
    movement: Movement
    grade: WordingGrade | None
    standing: Standing
    tones: tuple[str, ...] = ()
    pieces: tuple[Piece, ...] = ()


def ladder(
    statements: Iterable[Statement], scale: Sequence[WordingGrade], phrasebook: Phrasebook, language: str
) -> tuple[Rung, ...]:
    """Return the statements on a matter from the oldest to the newest, each beside the one before it.

    `language` (BCP 47) is that in which words are compared, where both have it.
    """
    rungs: list[Rung] = []
    for statement in sorted(statements, key=_age):
        before = rungs[-1] if rungs else None
        words, grade = statement.words.read(language), grade_of(statement.words, scale)
        former = before.statement.words.read(language) if before else ""
        rungs.append(
            Rung(
                statement=statement,
                movement=_movement(before, grade, former == words),
                grade=grade,
                standing=phrasebook.standing(words),
                tones=phrasebook.tones(words),
                pieces=differences(former, words) if before else (),
            )
        )
    return tuple(rungs)


def _movement(before: Rung | None, grade: WordingGrade | None, same_words: bool) -> Movement:
    if before is None:
        return Movement.FIRST
    if same_words:
        return Movement.SAME
    if grade is None or before.grade is None or grade.position == before.grade.position:
        return Movement.REWORDED
    return Movement.STRONGER if grade.position > before.grade.position else Movement.WEAKER


def _age(statement: Statement) -> tuple[bool, date, int]:
    """Order by the day of the source; terms of reference, which often have none, come before what followed them."""
    source = statement.source
    dated = source.dated if source else None
    return dated is not None, dated or date.min, statement.paragraph or 0
