"""What sources do not speak of: that, too, is information, and it is ours alone."""

from __future__ import annotations

from dialogue_prep.domain.dossier import Dossier
from dialogue_prep.domain.source import CitationRole, Source, SourceKind, Subject
from dialogue_prep.domain.topic import Objective, Topic


def last_record(dossier: Dossier) -> Source | None:
    """Return the joint record of the last round held, as far as the store knows one."""
    if dossier.last_held is None:
        return None
    stating = {
        citation.source_id
        for citation in dossier.citations
        if citation.role is CitationRole.STATES
        and citation.subject is Subject.ROUND
        and citation.subject_id == dossier.last_held.id
    }
    records = (source for source in dossier.sources if source.kind is SourceKind.JOINT_RECORD)
    return next((source for source in records if source.id in stating), None)


def is_known(dossier: Dossier, source: Source) -> bool:
    """Say whether it is known what a source speaks of; else nothing follows from what it does not speak of."""
    return any(c.source_id == source.id and c.role is CitationRole.MENTIONS for c in dossier.citations)


def is_older(source: Source, topic: Topic) -> bool:
    """Say whether a topic was added after the day of a source: nothing follows from its not speaking of it."""
    return source.dated is not None and topic.added_on is not None and source.dated < topic.added_on


def is_silent(dossier: Dossier, source: Source, topic: Topic) -> bool:
    """Say whether a source could speak of a topic and does not."""
    return not is_older(source, topic) and not dossier.mentioned(source, Subject.TOPIC, topic.id)


def silent_topics(dossier: Dossier, source: Source) -> tuple[Topic, ...]:
    """Return the standing topics of which a source could speak and does not."""
    return tuple(topic for topic in dossier.topics if is_silent(dossier, source, topic))


def silent_objectives(dossier: Dossier, source: Source) -> tuple[Objective, ...]:
    """Return the near-term objectives of which a source does not speak."""
    return tuple(o for o in dossier.objectives if not dossier.mentioned(source, Subject.OBJECTIVE, o.id))
