"""What the user can do with the sources that are there: see which there are, open one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from dialogue_prep.domain.commitment import Commitment
from dialogue_prep.domain.identity import Identified
from dialogue_prep.domain.post import Person, Tenure
from dialogue_prep.domain.round import Round
from dialogue_prep.domain.silence import silent_objectives, silent_topics
from dialogue_prep.domain.source import Citation, CitationRole, Source, SourceKind, SourceParagraph, Span
from dialogue_prep.domain.topic import Objective, Topic
from dialogue_prep.services.workspace import Workspace
from dialogue_prep.store.kinds import KIND_OF_NAME
from dialogue_prep.store.work import Work


@dataclass(frozen=True, slots=True, kw_only=True)
class Cited:
    """What a source states or mentions at one place: a value of the store."""

    id: str
    role: CitationRole
    span: Span
    value: Identified


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenedSource:
    """A source with its text, empty where it is only cited; what it says, by place; and on what it is silent.

    Only a joint record is silent on anything; terms of reference are what it is measured by.
    """

    source: Source
    paragraphs: tuple[str, ...]
    cited: tuple[Cited, ...]
    silent: tuple[Topic | Objective, ...] = ()


class Shelf:
    """Requests about the sources of a dialogue."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    def sources(self, dialogue_id: str) -> tuple[Source, ...]:
        """Return the sources: terms of reference first, then what else there is, the newest first."""
        with self._workspace.look() as work:
            return tuple(sorted(work.find(Source, dialogue_id=dialogue_id), key=_place))

    def open(self, source_id: str) -> OpenedSource:
        """Return a source with its text and what it says; raise NotFound if it is no longer there."""
        with self._workspace.look() as work:
            source = work.get(Source, source_id)
            paragraphs = sorted(work.find(SourceParagraph, source_id=source_id), key=lambda one: one.number)
            return OpenedSource(
                source=source,
                paragraphs=tuple(paragraph.words for paragraph in paragraphs),
                cited=tuple(sorted(_cited(work, source), key=lambda one: (one.span.paragraph, one.span.start))),
                silent=_silent(work, source),
            )

    def about(self, dialogue_id: str, record_id: str) -> str:
        """Return which source to open for a record: the one that states it, is silent on it, or speaks of it first.

        A source is for itself; empty where no source of the dialogue has to do with the record.
        """
        sources = self.sources(dialogue_id)
        if any(source.id == record_id for source in sources):
            return record_id
        with self._workspace.look() as work:
            commitment = work.look_up(Commitment, record_id)
        if commitment is not None:
            return commitment.source_id or ""
        opened = [self.open(source.id) for source in sources]
        silent = (one for one in opened if any(value.id == record_id for value in one.silent))
        speaking = (one for one in opened if any(cited.value.id == record_id for cited in one.cited))
        return next((one.source.id for found in (silent, speaking) for one in found), "")


def _place(source: Source) -> tuple[bool, int, str]:
    day = source.dated or date.min
    return source.kind is not SourceKind.TERMS_OF_REFERENCE, -day.toordinal(), source.id


def _cited(work: Work, source: Source) -> Iterator[Cited]:
    """Yield what the source says: of who holds a post, the person; a commitment has its exact place itself."""
    for citation in work.find(Citation, source_id=source.id):
        value = work.look_up(KIND_OF_NAME[citation.subject], citation.subject_id)
        if isinstance(value, Tenure):
            value = work.get(Person, value.person_id)
        if value is not None:
            yield Cited(id=citation.id, role=citation.role, span=citation.span, value=value)
    for commitment in work.find(Commitment, source_id=source.id):
        if commitment.span is not None:
            yield Cited(id=commitment.id, role=CitationRole.STATES, span=commitment.span, value=commitment)


def _silent(work: Work, source: Source) -> tuple[Topic | Objective, ...]:
    rounds = work.find(Round, dialogue_id=source.dialogue_id)
    if source.kind is not SourceKind.JOINT_RECORD or not rounds:
        return ()
    dossier = work.dossier(rounds[0].id)
    return *silent_topics(dossier, source), *silent_objectives(dossier, source)
