"""Joins what the dialogue is about: topics, mechanisms, objectives and instruments."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from operator import attrgetter

from dialogue_prep.domain.commitment import Commitment, CommitmentInstrument
from dialogue_prep.domain.dialogue import Dialogue
from dialogue_prep.domain.identity import Identified, InstrumentId, MechanismId, ObjectiveId, SourceId, TopicId
from dialogue_prep.domain.instrument import Instrument, ObjectiveInstrument
from dialogue_prep.domain.lexicon import Lexicon
from dialogue_prep.domain.round import Round
from dialogue_prep.domain.source import CitationRole, Source, SourceKind, Span, Subject
from dialogue_prep.domain.subjects import heard, spoken, suggest_topic
from dialogue_prep.domain.text import Text
from dialogue_prep.domain.topic import Mechanism, Objective, ObjectiveTopic, Topic
from dialogue_prep.reading.extract import Extract, FoundInstrument
from dialogue_prep.reading.recognise import headed
from dialogue_prep.services.joining.builder import Builder


def join_matters(builder: Builder, extract: Extract, dialogue: Dialogue, source_id: SourceId) -> None:
    """Join what terms of reference list. What a communiqué was about is not yet a standing topic."""
    if extract.kind is not SourceKind.TERMS_OF_REFERENCE:
        return
    for listed, subject, kind, field in (
        (extract.topics, Subject.TOPIC, Topic, "title"),
        (extract.mechanisms, Subject.MECHANISM, Mechanism, "name"),
        (extract.objectives, Subject.OBJECTIVE, Objective, "wording"),
    ):
        for found in listed:
            present: tuple[Identified, ...] = builder.of(kind)
            value = builder.stated_at(source_id, subject, found.span, present) or builder.named(
                found.words, present, attrgetter(field), subject
            )
            if value is None:
                number = max(map(attrgetter("number"), present), default=0) + 1
                value = _listed(kind, builder, dialogue, number, builder.worded(_as_title(found.words)))
            builder.put(value)
            builder.cite(source_id, subject, value, found.span)


def _listed(kind: type[Identified], builder: Builder, dialogue: Dialogue, number: int, words: Text) -> Identified:
    """Return a new entry of one of the numbered lists."""
    if kind is Topic:
        return Topic(id=TopicId(builder.new_id()), dialogue_id=dialogue.id, number=number, title=words)
    if kind is Mechanism:
        return Mechanism(id=MechanismId(builder.new_id()), dialogue_id=dialogue.id, number=number, name=words)
    return Objective(id=ObjectiveId(builder.new_id()), dialogue_id=dialogue.id, number=number, wording=words)


def _as_title(words: str) -> str:
    """Return an entry of a list as it stands alone: with a capital, without an article."""
    bare = words.strip().removeprefix("the ")
    return bare[:1].upper() + bare[1:]


def join_instruments(
    builder: Builder, extract: Extract, dialogue: Dialogue, source_id: SourceId
) -> list[tuple[Span, Instrument]]:
    """Join the instruments that the source names and return them with their places."""
    return [(found.span, _instrument(builder, found, dialogue, source_id)) for found in extract.instruments]


def link_objectives(
    builder: Builder,
    extract: Extract,
    instruments: Sequence[tuple[Span, Instrument]],
    source_id: SourceId,
    lexicon: Lexicon,
) -> None:
    """Tie every objective to the instruments it names and to the topic it belongs to."""
    for found in extract.objectives:
        objective = builder.stated_at(source_id, Subject.OBJECTIVE, found.span, builder.of(Objective))
        if objective is None:
            continue
        for span, instrument in instruments:
            if found.span.holds(span):
                _link_instrument(builder, objective, instrument)
        suggestion = suggest_topic(found.words, builder.of(Topic), lexicon)
        if suggestion and not builder.of(ObjectiveTopic, objective_id=objective.id):
            link = ObjectiveTopic(id=builder.new_id(), objective_id=objective.id, topic_id=suggestion.topic_id)
            builder.put(link)


def serve_objectives(builder: Builder) -> None:
    """Say of each commitment that serves no objective yet which one is about an instrument of its own."""
    for commitment in builder.of(Commitment, objective_id=None):
        own = builder.of(CommitmentInstrument, commitment_id=commitment.id)
        links = (link for one in own for link in builder.of(ObjectiveInstrument, instrument_id=one.instrument_id))
        if (first := next(links, None)) is not None:
            builder.put(replace(commitment, objective_id=first.objective_id))


def mention_matters(builder: Builder, source: Source, lexicon: Lexicon) -> None:
    """Keep where a joint record speaks of topics and objectives; of what is left it is silent."""
    paragraphs = builder.paragraphs_of(source)
    there = heard(paragraphs, lexicon)
    for subject, values in (
        (Subject.TOPIC, [(topic, topic.title) for topic in builder.of(Topic)]),
        (Subject.OBJECTIVE, [(objective, objective.wording) for objective in builder.of(Objective)]),
    ):
        titles = [text.read(source.language) for _value, text in values]
        for (value, _text), title in zip(values, titles, strict=True):
            for number in spoken(title, there, titles, lexicon):
                words = Span(number, 0, len(paragraphs[number - 1]))
                builder.cite(source.id, subject, value, words, CitationRole.MENTIONS)


def choose_topics(builder: Builder, held: Round, topics: Mapping[Span, TopicId | None]) -> None:
    """Put commitments of a round under the topics that a reviewer chose for them, by their places in the source."""
    for commitment in builder.of(Commitment, round_id=held.id):
        span = commitment.span
        if span is not None and span in topics:
            builder.put(replace(commitment, topic_id=topics[span], topic_confirmed=True))


def put_under_topics(builder: Builder, lexicon: Lexicon, anew: TopicId | None = None) -> None:
    """Put every commitment that nobody has placed under the topic that its words and its heading point to.

    Where that is not certain, it is a proposal. Where a topic is there `anew`, only what points to it is put, whatever
    topic was proposed before.
    """
    topics = builder.of(Topic)
    if not topics:
        return
    open_ones = [one for one in builder.of(Commitment, topic_confirmed=False) if anew or one.topic_id is None]
    for source_id in dict.fromkeys(one.source_id for one in open_ones):
        above = _headings_above(builder, source_id)
        for commitment in (one for one in open_ones if one.source_id == source_id):
            words = commitment.wording.read(builder.language)
            suggestion = suggest_topic(words, topics, lexicon, above.get(commitment.paragraph, ""))
            if suggestion and anew in (None, suggestion.topic_id):
                builder.put(replace(commitment, topic_id=suggestion.topic_id, topic_confirmed=suggestion.certain))


def _headings_above(builder: Builder, source_id: SourceId | None) -> Mapping[int | None, str]:
    """Return the headings under which the paragraphs of a source stand, by their numbers; none of one not held."""
    source = next((one for one in builder.of(Source, id=source_id) if one.held), None)
    if source is None:
        return {}
    stating = {one.paragraph for one in builder.of(Commitment, source_id=source_id) if one.paragraph}
    return dict(enumerate(headed(builder.paragraphs_of(source), source.language, stating), start=1))


def _instrument(builder: Builder, found: FoundInstrument, dialogue: Dialogue, source_id: SourceId) -> Instrument:
    present = builder.of(Instrument)
    instrument = builder.named(found.title, present, lambda instrument: instrument.title, Subject.INSTRUMENT)
    if instrument is None:
        instrument = Instrument(
            id=InstrumentId(builder.new_id()),
            dialogue_id=dialogue.id,
            title=builder.worded(found.title),
            kind=found.kind,
        )
    builder.put(instrument)
    builder.also_called(Subject.INSTRUMENT, instrument, instrument.title, found.title, source_id)
    builder.cite(source_id, Subject.INSTRUMENT, instrument, found.span, CitationRole.MENTIONS)
    return instrument


def _link_instrument(builder: Builder, objective: Objective, instrument: Instrument) -> None:
    present = builder.of(ObjectiveInstrument, objective_id=objective.id, instrument_id=instrument.id)
    link = next(iter(present), None) or ObjectiveInstrument(
        id=builder.new_id(), objective_id=objective.id, instrument_id=instrument.id
    )
    builder.put(link)
