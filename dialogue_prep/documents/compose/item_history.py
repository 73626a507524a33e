"""What came before an item: how it came to be a topic, what earlier rounds agreed, what the last record says of it."""

from __future__ import annotations

from dialogue_prep.documents.compose.reference import cited
from dialogue_prep.documents.wording import Phrases
from dialogue_prep.domain.agenda import ItemKind, Slot
from dialogue_prep.domain.commitment import live, standing
from dialogue_prep.domain.dossier import Dossier
from dialogue_prep.domain.silence import is_known, is_silent, last_record
from dialogue_prep.domain.source import Subject
from dialogue_prep.domain.topic import Topic


def earlier(dossier: Dossier, slot: Slot, phrases: Phrases) -> tuple[str, ...]:
    """Return where a topic comes from and what was agreed on it and is closed, a sentence each."""
    if slot.item.kind is not ItemKind.TOPIC or not slot.item.topic_id:
        return ()
    topic = dossier.topic(slot.item.topic_id)
    return (_origin(topic, phrases), *_closed(dossier, topic, phrases))


def last_time(dossier: Dossier, slot: Slot, phrases: Phrases) -> tuple[str, ...]:
    """Return what the record of the last round says of an item, and how much was agreed then, a sentence each."""
    last, record = dossier.last_held, last_record(dossier)
    if last is None:
        return ()
    topic_id, on_topic = slot.item.topic_id, slot.item.kind is ItemKind.TOPIC
    agreed = [
        commitment
        for commitment in dossier.commitments
        if commitment.round_id == last.id and (not on_topic or (topic_id and commitment.topic_id == topic_id))
    ]
    sentences = []
    if agreed:
        sentences.append(
            phrases.count(
                "{number} undertaking in the {ordinal} round: {codes}.",
                "{number} undertakings in the {ordinal} round: {codes}.",
                len(agreed),
                ordinal=phrases.ordinal(last.ordinal),
                codes=phrases.listed(commitment.code for commitment in agreed),
            )
        )
    if record and on_topic and topic_id and is_known(dossier, record):
        where = cited(dossier, record, phrases)
        found = dossier.mentioned(record, Subject.TOPIC, topic_id)
        if found:
            paragraphs = sorted({dossier.number_of(record.id, citation.paragraph) for citation in found})
            sentences.append(
                phrases.count(
                    "{source}, paragraph {listed}.",
                    "{source}, paragraphs {listed}.",
                    len(paragraphs),
                    source=where,
                    listed=phrases.listed(map(str, paragraphs)),
                )
            )
        elif is_silent(dossier, record, dossier.topic(topic_id)):
            sentences.append(phrases.say("{source}: nothing on this topic.", source=where))
    return tuple(sentences)


def _origin(topic: Topic, phrases: Phrases) -> str:
    if topic.added_on is None:
        return phrases.say("Standing topic {number}.", number=topic.number)
    return phrases.say("Topic {number}, added on {day}.", number=topic.number, day=phrases.day(topic.added_on))


def _closed(dossier: Dossier, topic: Topic, phrases: Phrases) -> tuple[str, ...]:
    closed = []
    for commitment in dossier.commitments:
        entries = dossier.entries_of(commitment)
        entry = standing(entries)
        if commitment.topic_id == topic.id and entry and not live(entries):
            closed.append(phrases.say("{code} ({state})", code=commitment.code, state=phrases.say(entry.state)))
    return (phrases.say("Closed since: {listed}.", listed=phrases.listed(closed)),) if closed else ()
