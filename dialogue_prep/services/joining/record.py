"""Joins what a joint record says: the round that was held, what was agreed there, and the round to come."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dialogue_prep.domain.commitment import (
    Commitment,
    CommitmentInstrument,
    CommitmentKind,
    commitment_code,
)
from dialogue_prep.domain.course import host_by_alternation
from dialogue_prep.domain.dialogue import Dialogue, Side
from dialogue_prep.domain.identity import CommitmentId, ObjectiveId, RoundId, SourceId
from dialogue_prep.domain.instrument import Instrument, ObjectiveInstrument
from dialogue_prep.domain.lexicon import Lexicon
from dialogue_prep.domain.round import Round, RoundStatus, TurnUse
from dialogue_prep.domain.source import Source, Span, Subject
from dialogue_prep.domain.text import NOTHING, Text, worded
from dialogue_prep.reading.extract import Extract, FoundCommitment, FoundNextRound
from dialogue_prep.reading.recognise import due_day_of
from dialogue_prep.services.joining.builder import Builder, filled
from dialogue_prep.services.joining.handling import Abouts
from dialogue_prep.services.joining.pairing import paired, places_here


def join_round(
    builder: Builder, extract: Extract, dialogue: Dialogue, sides: dict[str, Side], source_id: SourceId
) -> Round:
    """Join the round that the record is of."""
    ordinal = extract.ordinal or _ordinal_by_day(builder, extract)
    place = extract.place.words if extract.place else ""
    present = _standing(builder, ordinal)
    host = _told_host(extract, sides, present) or _by_rule(builder, sides, ordinal)
    city = _city(builder, place, host)
    round_ = present or Round(
        id=RoundId(builder.new_id()), dialogue_id=dialogue.id, ordinal=ordinal, host_id=host.id, status=RoundStatus.HELD
    )
    if not round_.status.took_place:
        round_ = _as_held(round_, extract, host, city)
    start = round_.start or extract.first_day
    last_day = extract.last_day if extract.first_day == start else None
    round_ = replace(
        round_,
        host_id=host.id,
        city=filled(round_.city, city),
        start=start,
        end=round_.end or last_day or start,
        year=start.year if start else round_.year,
        time_zone=round_.time_zone or host.time_zone,
    )
    builder.put(round_)
    builder.cite(source_id, Subject.ROUND, round_, extract.place.span if extract.place else Span(1, 0, 0))
    return round_


def guessed_host(builder: Builder, extract: Extract, sides: dict[str, Side]) -> Side | None:
    """Return the side that would be taken to have hosted though neither the record nor any other round tells it."""
    ordinal = extract.ordinal or _ordinal_by_day(builder, extract)
    known = _told_host(extract, sides, _standing(builder, ordinal)) is not None
    reckoned = any(one.status.took_place and one.turn is not TurnUse.NO_TURN for one in builder.of(Round))
    return None if known or reckoned else _by_rule(builder, sides, ordinal)


def _told_host(extract: Extract, sides: dict[str, Side], present: Round | None) -> Side | None:
    """Return the side that hosted, as the record says it, as its place lies, or as the round has it already."""
    host = sides.get(extract.host or "") or _host_by_place(sides, extract.place.words if extract.place else "")
    return host or next((side for side in sides.values() if present and side.id == present.host_id), None)


def _as_held(planned: Round, extract: Extract, host: Side, city: Text) -> Round:
    """Return a planned round as one that was held: without what was planned otherwise than its record says it was."""
    moved = planned.host_id != host.id
    elsewhere = moved or (bool(city) and not planned.city.agrees_with(city))
    return replace(
        planned,
        city=NOTHING if elsewhere else planned.city,
        venue=NOTHING if elsewhere else planned.venue,
        start=None if extract.first_day else planned.start,
        end=None if extract.first_day else planned.end,
        time_zone="" if moved else planned.time_zone,
        status=RoundStatus.HELD,
    )


def join_next_round(
    builder: Builder, found: FoundNextRound, held: Round, sides: dict[str, Side], source_id: SourceId
) -> None:
    """Join the round that was said to come next; what is planned of it already stays."""
    present = _standing(builder, held.ordinal + 1)
    place, year = found.place or "", found.day.year if found.day else found.year
    host = sides.get(found.host or "") or _host_by_place(sides, place) or _by_rule(builder, sides, held.ordinal + 1)
    round_ = present or Round(
        id=RoundId(builder.new_id()),
        dialogue_id=held.dialogue_id,
        ordinal=held.ordinal + 1,
        host_id=host.id,
        city=_city(builder, place, host),
        year=year,
        start=found.day,
        end=found.last_day,
        time_zone=host.time_zone,
    )
    if present is not None and present.status.ahead:
        foretold = present.start is None and found.day and present.year in (None, found.day.year)
        round_ = replace(
            present,
            city=filled(present.city, _city(builder, place, host)),
            year=present.year or year,
            start=found.day if foretold else present.start,
            end=found.last_day if foretold else present.end,
            time_zone=present.time_zone or host.time_zone,
        )
    builder.put(round_)
    builder.cite(source_id, Subject.ROUND, round_, found.span)


def join_commitments(
    builder: Builder,
    extract: Extract,
    held: Round,
    sides: dict[str, Side],
    source_id: SourceId,
    about: Abouts,
    lexicon: Lexicon,
) -> dict[Span, str]:
    """Join what was agreed and return the codes of what was there already, by its places in this source.

    A commitment that is there already keeps its wording. It is given its exact place, unless another source that is
    held, such as the same record in another language, has given it one.
    """
    before = builder.of(Commitment, round_id=held.id)
    sources = _sources(builder, before)
    here = all(builder.before(source).language == extract.language for source in sources)
    places = places_here(before, _texts(builder, sources), extract.paragraphs) if here else None
    present = paired(extract.commitments, before, lexicon, places)
    number = _last_number(before)
    for found in extract.commitments:
        commitment = present.get(found)
        if commitment is None:
            number += 1
            commitment = replace(
                _commitment(builder, found, held, commitment_code(held.ordinal, number), sides, source_id),
                due=due_day_of(extract, found),
            )
        elif not _placed_elsewhere(builder, commitment, source_id):
            span = found.span
            commitment = replace(
                commitment, source_id=source_id, paragraph=span.paragraph, start=span.start, end=span.end
            )
        named = about.of(found.span)
        builder.put(replace(commitment, objective_id=commitment.objective_id or _objective(builder, named)))
        for instrument in named:
            _link(builder, commitment, instrument)
    return {found.span: commitment.code for found, commitment in present.items()}


def _last_number(commitments: Sequence[Commitment]) -> int:
    """Return the highest number in the codes of a round: one that was removed leaves its own to nobody."""
    ends = (commitment.code.rpartition("-")[2] for commitment in commitments)
    return max((int(end) for end in ends if end.isdecimal()), default=0)


def _sources(builder: Builder, commitments: Sequence[Commitment]) -> list[Source]:
    stating = {commitment.source_id for commitment in commitments}
    return [source for source in builder.of(Source) if source.id in stating]


def _texts(builder: Builder, sources: Sequence[Source]) -> dict[SourceId, Sequence[str]]:
    """Return the paragraphs of each source that is held."""
    return {source.id: builder.paragraphs_of(source) for source in sources if source.held}


def _placed_elsewhere(builder: Builder, commitment: Commitment, source_id: SourceId) -> bool:
    return commitment.source_id != source_id and any(s.held for s in builder.of(Source, id=commitment.source_id))


def _commitment(
    builder: Builder,
    found: FoundCommitment,
    held: Round,
    code: str,
    sides: dict[str, Side],
    source_id: SourceId,
) -> Commitment:
    by = sides.get(found.by or "")
    return Commitment(
        id=CommitmentId(builder.new_id()),
        dialogue_id=held.dialogue_id,
        round_id=held.id,
        code=code,
        wording=builder.worded(found.words),
        action=builder.worded(found.action),
        kind=found.kind,
        strength=found.strength,
        by_id=by.id if by else None,
        topic_confirmed=found.kind is CommitmentKind.SCHEDULING,
        source_id=source_id,
        paragraph=found.span.paragraph,
        start=found.span.start,
        end=found.span.end,
    )


def _objective(builder: Builder, instruments: Sequence[Instrument]) -> ObjectiveId | None:
    """Return the first objective that is about one of these instruments."""
    links = (link for i in instruments for link in builder.of(ObjectiveInstrument, instrument_id=i.id))
    return next((link.objective_id for link in links), None)


def _link(builder: Builder, commitment: Commitment, instrument: Instrument) -> None:
    present = builder.of(CommitmentInstrument, commitment_id=commitment.id, instrument_id=instrument.id)
    link = next(iter(present), None) or CommitmentInstrument(
        id=builder.new_id(), commitment_id=commitment.id, instrument_id=instrument.id
    )
    builder.put(link)


def _standing(builder: Builder, ordinal: int) -> Round | None:
    return next((r for r in builder.of(Round, ordinal=ordinal) if not r.status.dropped), None)


def _ordinal_by_day(builder: Builder, extract: Extract) -> int:
    """Number a round that its record does not number: by its day among the rounds that took place."""
    day = extract.first_day
    earlier = [r for r in builder.of(Round) if r.status.took_place and r.start and day and r.start <= day]
    same = next((r.ordinal for r in earlier if day and r.start and day <= (r.end or r.start)), None)
    return same or max((r.ordinal for r in earlier), default=0) + 1


def _host_by_place(sides: dict[str, Side], place: str) -> Side | None:
    wanted = place.casefold()
    return next((s for s in sides.values() if any(w.words.casefold() == wanted for w in s.capital)), None)


def _by_rule(builder: Builder, sides: dict[str, Side], ordinal: int) -> Side:
    ordered = sorted(sides.values(), key=lambda side: side.position)
    return host_by_alternation(ordered, builder.of(Round), ordinal)


def _city(builder: Builder, place: str, host: Side) -> Text:
    if not place:
        return NOTHING
    known = any(wording.words.casefold() == place.casefold() for wording in host.capital)
    return host.capital if known else worded(builder.language, place)
