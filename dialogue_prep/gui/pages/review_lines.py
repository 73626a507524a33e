"""What is shown of a source under review: its commitments, what else was found, the facts above; no widget."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from dialogue_prep.domain.commitment import CommitmentKind
from dialogue_prep.domain.dialogue import Cadence, HostRule
from dialogue_prep.domain.paragraph_numbers import ParagraphNumbers, numbers_of_words
from dialogue_prep.domain.source import SourceKind, Span
from dialogue_prep.domain.topic import Topic
from dialogue_prep.gui.colours import Tone
from dialogue_prep.gui.days import day_in_words, days_in_words
from dialogue_prep.gui.icons import Icon
from dialogue_prep.gui.kit.finding_list import Finding
from dialogue_prep.gui.kit.marked_text import Look, Place
from dialogue_prep.gui.pages.places import Places, id_of, paragraph_sign
from dialogue_prep.gui.pages.review_known import Known
from dialogue_prep.gui.pages.review_reasons import sureness_words
from dialogue_prep.gui.terms import commitment_kind_name, strength_name
from dialogue_prep.gui.words import _, count, in_a_row, listed, with_commas, with_remark, year_in_words
from dialogue_prep.reading.extract import Extract, FoundCommitment, FoundNextRound
from dialogue_prep.reading.review import Review


@dataclass(frozen=True, slots=True)
class FoundLine:
    """Something that was found beside commitments: what it is, its words, where it stands."""

    what: str
    words: str
    span: Span


def topic_title(topic: Topic, language: str) -> str:
    """Return the number and title of a topic."""
    return f"{topic.number} {topic.title.read(language, 'en')}"


def side_names(extract: Extract, names: Mapping[str, str]) -> list[tuple[str, str]]:
    """Return who can undertake something: both sides (empty), or one, with what each is called."""
    return [("", _("both sides")), *((side.name, names.get(side.name, side.name)) for side in extract.sides)]


def proposals(review: Review, known: Known, language: str) -> tuple[Finding, ...]:
    """Return one line a commitment, in the order of the source."""
    numbers = numbers_of_words(review.extract.paragraphs)
    return tuple(_proposal(review, found, numbers, known, language) for found in review.commitments)


def topic_of(review: Review, found: FoundCommitment, known: Known, language: str) -> str:
    """Return the topic under which a commitment would come, and whether that is only a proposal."""
    if found.span in review.topics:
        return _title(known, review.topics[found.span] or "", language) or _("no topic")
    suggestion = known.suggestion(found)
    if suggestion is None or found.kind is CommitmentKind.SCHEDULING:
        return _("no topic")
    title = _title(known, suggestion.topic_id, language)
    return title if suggestion.certain else _("{topic} (proposed)").format(topic=title)


def _title(known: Known, id_: str, language: str) -> str:
    found = next((topic for topic in known.bearing.topics if topic.id == id_), None)
    return topic_title(found, language) if found else ""


def proposal_places(review: Review, found: Sequence[FoundLine]) -> tuple[Place, ...]:
    """Return what is marked in the text: what else was found below, commitments above it."""
    places = Places(review.extract.paragraphs)
    looks = {True: Look.AGREED, False: Look.REJECTED}
    others = (places.place(f"{number}", line.span, Look.STATED) for number, line in enumerate(found))
    agreed = (places.place(id_of(one.span), one.span, looks[review.accepts(one)]) for one in review.commitments)
    return tuple(place for place in (*others, *agreed) if place)


def also_found(extract: Extract, names: Mapping[str, str], language: str) -> tuple[FoundLine, ...]:
    """Return what was found beside commitments, in the order of the source."""
    lines = (*_of_the_meeting(extract, language), *_of_the_terms(extract, names), *_of_the_matters(extract))
    return tuple(sorted(lines, key=lambda line: (line.span.paragraph, line.span.start, -line.span.end)))


def found_lines(found: Sequence[FoundLine], paragraphs: Sequence[str]) -> tuple[Finding, ...]:
    """Return one line for each thing that was found in a text."""
    numbers = numbers_of_words(paragraphs)
    return tuple(
        Finding(id=f"{number}", words=line.words, note=line.what, place=paragraph_sign(numbers.of(line.span.paragraph)))
        for number, line in enumerate(found)
    )


def facts(extract: Extract, names: Mapping[str, str], language: str) -> tuple[tuple[str, str], ...]:
    """Return the facts above: what was not found is left out."""
    from dialogue_prep.services.joining.belonging import dialogue_name  # as in `_due`

    dialogue = dialogue_name(extract)
    found = (
        (_("Title"), extract.title if extract.title != dialogue else ""),
        (_("Dialogue"), dialogue),
        (_("Between"), listed(names.get(side.name, side.name) for side in extract.sides)),
        (_("Round"), " · ".join(_round(extract, names, language))),
        (
            _("Chaired by"),
            in_a_row(_chair(chair.name or chair.office, chair.side, names) for chair in extract.co_chairs),
        ),
        (_("Next round"), _next_round(extract, names, language)),
        (_("Published on"), _published(extract, language)),
        (_("Meets"), " · ".join(_meets(extract))),
        (_("Lists"), _listed(extract)),
    )
    return tuple((what, words) for what, words in found if words)


def _due(review: Review, found: FoundCommitment, language: str) -> str:
    from dialogue_prep.reading.recognise import due_day_of  # a page is made before the first source is read

    day = due_day_of(review.extract, found)
    return _("due {day}").format(day=day_in_words(day, language)) if day else ""


def _proposal(
    review: Review, found: FoundCommitment, numbers: ParagraphNumbers, known: Known, language: str
) -> Finding:
    accepted = review.accepts(found)
    by = found.by or _("both sides")
    topic = topic_of(review, found, known, language)
    sure = sureness_words(known.bearing.confidence.get(found.span))
    due = _due(review, found, language)
    note = (sure, commitment_kind_name(found.kind), strength_name(found.strength), by, due, topic)
    return Finding(
        id=id_of(found.span),
        words=found.action,
        note=" · ".join(filter(None, note)),
        place=paragraph_sign(numbers.of(found.span.paragraph)),
        icon=Icon.DONE if accepted else Icon.CLOSE,
        tone=Tone.GOOD if accepted else Tone.MUTED,
        struck=not accepted,
        aloud=_("accepted") if accepted else _("rejected"),
    )


def _of_the_meeting(extract: Extract, language: str) -> Iterator[FoundLine]:
    for what, found in (
        (_("Dialogue"), extract.dialogue),
        (_("Short name"), extract.short_name),
        (_("Place"), extract.place),
    ):
        if found is not None:
            yield FoundLine(what, found.words, found.span)
    for chair in extract.co_chairs:
        yield FoundLine(_("Co-chair"), " · ".join(filter(None, (chair.name, chair.office))), chair.span)
    if (coming := extract.next_round) is not None:
        yield FoundLine(_("Next round"), with_commas((coming.place or "", _when(coming, language))), coming.span)


def _of_the_terms(extract: Extract, names: Mapping[str, str]) -> Iterator[FoundLine]:
    for what, found in (
        (_("Purpose"), extract.purpose),
        (_("Participation"), extract.participation),
        (_("Sub-groups"), extract.subgroups),
        (_("Guidance"), extract.guidance),
        (_("New topics"), extract.topics_open),
    ):
        if found is not None:
            yield FoundLine(what, found.words, found.span)
    for entity in extract.entities:
        what = _("Entity of {side}").format(side=names.get(entity.side, entity.side))
        yield FoundLine(what, entity.name, entity.span)


def _of_the_matters(extract: Extract) -> Iterator[FoundLine]:
    for what, matters in (
        (_("Topic"), extract.topics),
        (_("Mechanism"), extract.mechanisms),
        (_("Objective"), extract.objectives),
        (_("Basis"), extract.basis),
    ):
        for found in matters:
            yield FoundLine(what, found.words, found.span)
    for instrument in extract.instruments:
        yield FoundLine(_("Instrument"), instrument.title, instrument.span)


def _round(extract: Extract, names: Mapping[str, str], language: str) -> Iterator[str]:
    if extract.kind is not SourceKind.JOINT_RECORD:
        return
    if extract.ordinal:
        yield str(extract.ordinal)
    if extract.place:
        yield extract.place.words
    if extract.host:
        yield _("{side} hosts").format(side=names.get(extract.host, extract.host))
    if extract.first_day:
        days = days_in_words(extract.first_day, extract.last_day, language)
        yield _("{day}, by the day of publication").format(day=days) if extract.day_from == "published" else days


def _chair(who: str | None, side: str | None, names: Mapping[str, str]) -> str:
    return with_remark(str(who), names.get(side, side) if side else "")


def _next_round(extract: Extract, names: Mapping[str, str], language: str) -> str:
    coming = extract.next_round
    if coming is None:
        return ""
    host = _("{side} hosts").format(side=names.get(coming.host, coming.host)) if coming.host else ""
    return " · ".join(filter(None, (coming.place, _when(coming, language), host)))


def _published(extract: Extract, language: str) -> str:
    """Return the day of publication that was told, but where the day of the meeting rests on it and says so."""
    told = extract.published if extract.day_from != "published" else None
    return day_in_words(told, language) if told else ""


def _when(coming: FoundNextRound, language: str) -> str:
    if coming.day:
        return days_in_words(coming.day, coming.last_day, language)
    return year_in_words(coming.year) if coming.year else ""


def _meets(extract: Extract) -> Iterator[str]:
    how_often = {
        Cadence.TWICE_A_YEAR: _("twice a year"),
        Cadence.ANNUAL: _("every year"),
        Cadence.EVERY_TWO_YEARS: _("every two years"),
    }
    if extract.cadence in how_often:
        yield how_often[extract.cadence]
    if extract.host_rule is HostRule.ALTERNATE:
        yield _("the sides host in turn")


def _listed(extract: Extract) -> str:
    if extract.kind is not SourceKind.TERMS_OF_REFERENCE:
        return ""
    entities, topics, mechanisms, objectives, instruments = (
        len(listed)
        for listed in (extract.entities, extract.topics, extract.mechanisms, extract.objectives, extract.instruments)
    )
    parts = (
        entities and count("{number} entity", "{number} entities", entities),
        topics and count("{number} topic", "{number} topics", topics),
        mechanisms and count("{number} mechanism", "{number} mechanisms", mechanisms),
        objectives and count("{number} objective", "{number} objectives", objectives),
        instruments and count("{number} instrument", "{number} instruments", instruments),
    )
    return in_a_row(part for part in parts if part)
