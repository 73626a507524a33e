"""Every subject against every joint record: who speaks of it, who is silent, and where its words moved."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from dialogue_prep.domain.commitment import Commitment
from dialogue_prep.domain.dossier import Dossier
from dialogue_prep.domain.grades import grade_of
from dialogue_prep.domain.silence import is_known, is_silent
from dialogue_prep.domain.source import Source, SourceKind, Subject
from dialogue_prep.domain.text import Text
from dialogue_prep.domain.topic import Objective, Topic


class SourceWord(StrEnum):
    """What a source does with a subject."""

    SPOKEN = "spoken"
    CHANGED = "changed"
    SILENT = "silent"


@dataclass(frozen=True, slots=True, kw_only=True)
class SilenceRow:
    """One subject and what each source does with it, by the source's identifier.

    A source of which it is not known what it speaks of, or that is older than the subject, has no entry.
    """

    subject: Topic | Objective | Commitment
    words: Mapping[str, SourceWord]

    @property
    def title(self) -> Text:
        """What the subject is called in a list."""
        match self.subject:
            case Topic():
                return self.subject.title
            case Objective():
                return self.subject.wording
            case Commitment():
                return self.subject.action


@dataclass(frozen=True, slots=True)
class SilenceMatrix:
    """Subjects down, joint records across, the oldest record first."""

    sources: tuple[Source, ...]
    rows: tuple[SilenceRow, ...]


def silence_matrix(dossier: Dossier) -> SilenceMatrix:
    """Return topics, objectives and live commitments against the joint records of which is known what they say."""
    records = tuple(sorted(filter(lambda one: _is_record(dossier, one), dossier.sources), key=_age))
    rows = (
        *(_row(dossier, topic, Subject.TOPIC, records) for topic in dossier.topics),
        *(_row(dossier, objective, Subject.OBJECTIVE, records) for objective in dossier.objectives),
        *(_commitment_row(dossier, commitment, records) for commitment in dossier.live_commitments),
    )
    return SilenceMatrix(records, rows)


def taking_up(dossier: Dossier, subject: Objective | Commitment, source: Source) -> tuple[Commitment, ...]:
    """Return the commitments of a source that take up an objective, or an earlier commitment, in their words."""
    return tuple(one for one in dossier.taken_up_by(subject.id) if one.source_id == source.id)


def _row(dossier: Dossier, subject: Topic | Objective, kind: Subject, records: Iterable[Source]) -> SilenceRow:
    words: dict[str, SourceWord] = {}
    for source in records:
        if not dossier.mentioned(source, kind, subject.id):
            if isinstance(subject, Objective) or is_silent(dossier, source, subject):
                words[source.id] = SourceWord.SILENT
        elif isinstance(subject, Objective) and _moved(dossier, subject.wording, taking_up(dossier, subject, source)):
            words[source.id] = SourceWord.CHANGED
        else:
            words[source.id] = SourceWord.SPOKEN
    return SilenceRow(subject=subject, words=words)


def _commitment_row(dossier: Dossier, commitment: Commitment, records: Iterable[Source]) -> SilenceRow:
    """Compare a commitment with the records that are younger than the one it stands in, or than its round."""
    stated = _stated_on(dossier, commitment)
    words: dict[str, SourceWord] = {}
    for source in records:
        if source.id == commitment.source_id or (stated and source.dated and source.dated <= stated):
            continue
        found = taking_up(dossier, commitment, source)
        if not found:
            words[source.id] = SourceWord.SILENT
        else:
            moved = _moved(dossier, commitment.wording, found)
            words[source.id] = SourceWord.CHANGED if moved else SourceWord.SPOKEN
    return SilenceRow(subject=commitment, words=words)


def _stated_on(dossier: Dossier, commitment: Commitment) -> date | None:
    """Return the day of the source of a commitment; where none is known, the last one of its round."""
    source = dossier.source_of(commitment)
    if source is not None and source.dated:
        return source.dated
    agreed = next(round_ for round_ in dossier.rounds if round_.id == commitment.round_id)
    return agreed.end or agreed.start or (date(agreed.year, 12, 31) if agreed.year else None)


def _moved(dossier: Dossier, words: Text, later: Iterable[Commitment]) -> bool:
    """Say whether every later wording stands on another rung of the scale than the words."""
    grade = grade_of(words, dossier.grades)
    others = [grade_of(commitment.wording, dossier.grades) for commitment in later]
    known = [other.position for other in others if other is not None]
    return grade is not None and bool(known) and grade.position not in known


def _is_record(dossier: Dossier, source: Source) -> bool:
    return source.kind is SourceKind.JOINT_RECORD and is_known(dossier, source)


def _age(source: Source) -> tuple[date, str]:
    return source.dated or date.min, source.id
