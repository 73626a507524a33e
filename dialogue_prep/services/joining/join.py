"""Joins one source to what a store holds of its dialogue; the order in which sources are read makes no difference."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from dialogue_prep.domain.dialogue import Dialogue, Side
from dialogue_prep.domain.grades import Phrasebook
from dialogue_prep.domain.identity import DialogueId, Identified, SourceId
from dialogue_prep.domain.instrument import Instrument
from dialogue_prep.domain.journal import Change
from dialogue_prep.domain.lexicon import Lexicon
from dialogue_prep.domain.source import Alias, Source, SourceKind, SourceParagraph, Span, Subject
from dialogue_prep.reading.extract import Extract
from dialogue_prep.reading.review import Review
from dialogue_prep.services.joining.belonging import side_words
from dialogue_prep.services.joining.builder import Builder
from dialogue_prep.services.joining.handling import Abouts, hand_out
from dialogue_prep.services.joining.institutions import (
    join_co_chairs,
    join_dialogue,
    join_entities,
    join_sides,
)
from dialogue_prep.services.joining.matters import (
    choose_topics,
    join_instruments,
    join_matters,
    link_objectives,
    mention_matters,
    put_under_topics,
    serve_objectives,
)
from dialogue_prep.services.joining.record import guessed_host, join_commitments, join_next_round, join_round
from dialogue_prep.services.joining.stages import join_stages


@dataclass(frozen=True, slots=True)
class Proposal:
    """What taking a source in would add and change; nothing of it is stored yet.

    `unchanged` counts, by kind, what the source states just as the store has it already; `sides` are the two sides as
    they would be, `present` the codes of commitments that are there already, by their places in the source.
    `dialogue` is the dialogue as it would be, `between` are those of the store between the same two sides, the one of
    the likest name first. `guessed_host` is the side that is taken to have hosted where nothing tells it. `called` is
    what is also called otherwise, by its identifier, and `refused` the other names that were refused.
    """

    extract: Extract
    changes: tuple[Change, ...]
    unchanged: Mapping[type[Identified], int]
    dialogue: Dialogue
    sides: tuple[Side, ...]
    present: Mapping[Span, str] = field(default_factory=dict)
    called: Mapping[str, Identified] = field(default_factory=dict)
    refused: tuple[Alias, ...] = ()
    between: tuple[Dialogue, ...] = ()
    guessed_host: Side | None = None

    def beside(self) -> tuple[Dialogue, ...]:
        """Return the dialogues between the same two sides beside which it would make another; none: it makes none."""
        return () if any(one.id == self.dialogue.id for one in self.between) else self.between

    def added(self) -> Counter[type[Identified]]:
        """Return how many values of each kind would be new."""
        return Counter(type(change.subject) for change in self.changes if change.before is None)

    def changed(self) -> Counter[type[Identified]]:
        """Return how many values of each kind would be changed."""
        return Counter(type(change.subject) for change in self.changes if change.before is not None)


def join(
    review: Review,
    sha256: str,
    known: Iterable[Identified],
    *,
    home: str,
    lexicon: Lexicon,
    phrasebook: Phrasebook,
    new_id: Callable[[], str],
) -> Proposal:
    """Return what a source adds to the values known of its dialogue (none: the dialogue is new).

    Only what the review accepts is joined, with what the reviewer chose. `home` names our side, empty where nobody says
    it; what was said of that before stands. The source is one that `check_sides` lets pass; raise UserError for an
    unknown home side.
    """
    extract = review.accepted()
    builder = Builder(known, new_id, extract.language, side_words(extract), review.refused_names)
    source_id = cited.id if (cited := _cited(builder, extract)) else SourceId(new_id())
    dialogue = join_dialogue(builder, extract, source_id)
    sides = join_sides(builder, extract, dialogue, home)
    join_entities(builder, extract, sides, source_id)
    join_co_chairs(builder, extract, sides, source_id)
    source = _join_source(builder, extract, sha256, source_id, dialogue.id)
    if extract.dialogue:
        builder.cite(source_id, Subject.DIALOGUE, dialogue, extract.dialogue.span)
    join_matters(builder, extract, dialogue, source_id)
    instruments = join_instruments(builder, extract, dialogue, source_id)
    join_stages(builder, extract.paragraphs, source, instruments, phrasebook)
    link_objectives(builder, extract, instruments, source_id, lexicon)
    present: Mapping[Span, str] = {}
    guessed: Side | None = None
    if extract.kind is SourceKind.JOINT_RECORD:
        present, guessed = _join_record(builder, review, dialogue, sides, source_id, instruments, lexicon)
    if extract.kind is SourceKind.TERMS_OF_REFERENCE:
        serve_objectives(builder)
    for record in builder.of(Source, kind=SourceKind.JOINT_RECORD, held=True):
        mention_matters(builder, record, lexicon)
    put_under_topics(builder, lexicon)
    return Proposal(
        extract,
        builder.changes(),
        builder.unchanged(),
        dialogue,
        builder.of(Side),
        present,
        builder.called(),
        builder.refused_aliases,
        guessed_host=guessed,
    )


def _join_record(
    builder: Builder,
    review: Review,
    dialogue: Dialogue,
    sides: dict[str, Side],
    source_id: SourceId,
    instruments: Sequence[tuple[Span, Instrument]],
    lexicon: Lexicon,
) -> tuple[Mapping[Span, str], Side | None]:
    """Join the round, what was agreed there and how the reviewer has it, and the round to come.

    Return the codes that are known already, and the side of which it is guessed that it hosted.
    """
    extract = review.accepted()
    guessed = guessed_host(builder, extract, sides)
    held = join_round(builder, extract, dialogue, sides, source_id)
    about = Abouts(builder, instruments, review.handled)
    present = join_commitments(builder, extract, held, sides, source_id, about, lexicon)
    choose_topics(builder, held, review.topics)
    hand_out(builder, source_id, review.handled)
    if extract.next_round:
        join_next_round(builder, extract.next_round, held, sides, source_id)
    return present, guessed


def _cited(builder: Builder, extract: Extract) -> Source | None:
    """Return the source that is only cited so far and whose original this is."""
    cited = (source for source in builder.of(Source, kind=extract.kind) if not source.held)
    if extract.kind is SourceKind.TERMS_OF_REFERENCE:
        return next(cited, None)
    return next((source for source in cited if source.dated and source.dated == extract.first_day), None)


def _join_source(
    builder: Builder, extract: Extract, sha256: str, source_id: SourceId, dialogue_id: DialogueId
) -> Source:
    """Join the source itself with its paragraphs and return it; a cited one becomes one that is held."""
    present = next(iter(builder.of(Source, id=source_id)), None)
    source = present or Source(
        id=source_id,
        dialogue_id=dialogue_id,
        kind=extract.kind,
        title=builder.worded(extract.title),
        place=extract.place.words if extract.place else "",
        dated=extract.published or extract.first_day,
        language=extract.language,
    )
    source = builder.put(replace(source, sha256=sha256, language=extract.language))
    for number, words in enumerate(extract.paragraphs, start=1):
        builder.put(SourceParagraph(id=builder.new_id(), source_id=source_id, number=number, words=words))
    return source
