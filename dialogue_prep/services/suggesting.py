"""What the words of a source under review point to, of what the store knows: topics, mechanisms and leads."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from dialogue_prep.domain.carriers import Carrier, suggest_leads, suggest_mechanism
from dialogue_prep.domain.commitment import CommitmentKind
from dialogue_prep.domain.dialogue import Entity, Side
from dialogue_prep.domain.identity import Identified
from dialogue_prep.domain.instrument import Instrument
from dialogue_prep.domain.lexicon import Lexicon
from dialogue_prep.domain.source import Span
from dialogue_prep.domain.subjects import suggest_topic
from dialogue_prep.domain.topic import Mechanism, Topic
from dialogue_prep.reading.confidence import Confidence
from dialogue_prep.reading.extract import Extract, FoundCommitment
from dialogue_prep.reading.recognise import headed
from dialogue_prep.reading.review import Review
from dialogue_prep.services.bearing import Bearing
from dialogue_prep.services.joining.belonging import is_side


def suggested(
    review: Review, known: Sequence[Identified], lexicon: Lexicon, confidence: Mapping[Span, Confidence]
) -> Bearing:
    """Return what the values of a dialogue, none where it is new, bear on a source about it."""
    sides = tuple(sorted((one for one in known if isinstance(one, Side)), key=lambda side: side.position))
    topics = tuple(sorted((one for one in known if isinstance(one, Topic)), key=lambda topic: topic.number))
    mechanisms = tuple(sorted((one for one in known if isinstance(one, Mechanism)), key=lambda one: one.number))
    entities = tuple(sorted((one for one in known if isinstance(one, Entity)), key=lambda one: one.precedence))
    matters = [one for one in review.commitments if one.kind is not CommitmentKind.SCHEDULING]
    extract = review.extract
    above = headed(extract.paragraphs, extract.language, {one.span.paragraph for one in review.commitments})
    pointed = {
        one.span: suggest_topic(one.words, topics, lexicon, above[one.span.paragraph - 1]) for one in review.commitments
    }
    carried = {one.span: suggest_mechanism(one.words, mechanisms, lexicon) for one in matters}
    led = {one.span: _leads(one.words, _undertaking(one, extract, sides), entities, lexicon) for one in matters}
    return Bearing(
        sides=sides,
        topics=topics,
        mechanisms=mechanisms,
        entities=entities,
        instruments=tuple(one for one in known if isinstance(one, Instrument)),
        suggested={span: one for span, one in pointed.items() if one},
        carried={span: one for span, one in carried.items() if one},
        led={span: ones for span, ones in led.items() if ones},
        confidence=confidence,
    )


def _undertaking(found: FoundCommitment, extract: Extract, sides: Sequence[Side]) -> Sequence[Side]:
    """Return the sides that undertake something: nobody leads on it for the other one."""
    if found.by is None:
        return sides
    by = [one for one in extract.sides if one.name == found.by]
    return [side for side in sides if any(is_side(one, side) for one in by)]


def _leads(words: str, sides: Sequence[Side], entities: Sequence[Entity], lexicon: Lexicon) -> tuple[Carrier, ...]:
    """Return the entities of some sides to which the words point; a name that two of them bear names neither."""
    leads = [
        lead
        for side in sides
        for lead in suggest_leads(words, [one for one in entities if one.side_id == side.id], lexicon)
    ]
    times = Counter(lead.why for lead in leads)
    return tuple(replace(lead, named=lead.named and times[lead.why] == 1) for lead in leads)
