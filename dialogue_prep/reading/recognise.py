"""From the paragraphs of a source to what it says; a pure function, whatever file the paragraphs came from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from dialogue_prep.domain.source import SourceKind
from dialogue_prep.reading import terms
from dialogue_prep.reading.clean import clean_paragraphs
from dialogue_prep.reading.days import meeting_days
from dialogue_prep.reading.entities import find_entities, find_posts
from dialogue_prep.reading.extract import Extract, FoundCoChair
from dialogue_prep.reading.instruments import find_basis, find_instruments
from dialogue_prep.reading.language import language_of
from dialogue_prep.reading.layout import Layout, lay_out
from dialogue_prep.reading.next_round import find_next_round
from dialogue_prep.reading.people import find_co_chairs
from dialogue_prep.reading.places import host_of_meeting, meeting_place, title_place
from dialogue_prep.reading.running import RunningText
from dialogue_prep.reading.series import find_series
from dialogue_prep.reading.sides import Sides, find_sides
from dialogue_prep.reading.source_kind import kind_of_source
from dialogue_prep.reading.topics import find_topics
from dialogue_prep.reading.undertakings import find_commitments


def extract_from(paragraphs: Sequence[str], published: date | None = None) -> Extract:
    """Return what the paragraphs of a source say.

    `published` is the day on which the source was published; it settles “today”, “yesterday” and a missing year. A
    text in a language that no grammar covers gives its paragraphs and title and nothing more.
    """
    text = RunningText.of(clean_paragraphs(paragraphs))
    layout = lay_out(text)
    title = layout.title()
    named = text.said(title.start, title.end) if title else ""
    language = language_of(text.words)
    if language != "en":
        return Extract(kind=SourceKind.OTHER, title=named, language=language, paragraphs=text.paragraphs)
    sides = find_sides(text, layout.words(title) if title else "")
    found = Extract(
        kind=kind_of_source(layout),
        title=named,
        language=language,
        paragraphs=text.paragraphs,
        sides=sides.found(text),
        instruments=find_instruments(layout),
        basis=find_basis(layout),
    )
    match found.kind:
        case SourceKind.TERMS_OF_REFERENCE:
            return _terms(found, layout, sides)
        case SourceKind.JOINT_RECORD:
            return _record(found, layout, sides, published)
        case _:
            return replace(found, topics=find_topics(layout))


def _record(found: Extract, layout: Layout, sides: Sides, published: date | None) -> Extract:
    title = layout.title()
    place = meeting_place(layout)
    met = meeting_days(layout, published, title_place(layout.words(title)) if title else None)
    sides, chairs = _with_chairs(layout, sides)
    series = find_series(layout, sides)
    first = met.first if met else published
    commitments = find_commitments(layout, sides, first.year if first else None, _speakers(chairs))
    return replace(
        found,
        sides=sides.found(layout.text),
        dialogue=series.name,
        ordinal=series.ordinal,
        place=place,
        first_day=met.first if met else None,
        last_day=met.last if met and met.last != met.first else None,
        day_from=met.day_from if met else None,
        host=host_of_meeting(layout, place, sides),
        co_chairs=chairs,
        topics=find_topics(layout, commitments, _names(chairs)),
        commitments=commitments,
        next_round=find_next_round(layout, sides, series.name.words if series.name else None, first),
    )


def _with_chairs(layout: Layout, sides: Sides) -> tuple[Sides, tuple[FoundCoChair, ...]]:
    """Return the sides and the co-chairs; where they chair for other states than were found, those are the sides."""
    chairs = find_co_chairs(layout, sides)
    chaired = {chair.side for chair in chairs if chair.side}
    if len(chaired) < 2 or chaired == {side.name for side in sides.names}:
        return sides, chairs
    title = layout.title()
    again = find_sides(layout.text, layout.words(title) if title else "", frozenset(chaired))
    return again, find_co_chairs(layout, again)


def _terms(found: Extract, layout: Layout, sides: Sides) -> Extract:
    parts = terms.sections(layout)
    host = terms.hosting(layout, sides)
    name = terms.designation(layout, parts)
    return replace(
        found,
        dialogue=name,
        short_name=terms.short_name(layout),
        purpose=terms.purpose(layout, parts),
        co_chairs=find_posts(layout, sides),
        topics=terms.topics(layout, parts),
        topics_open=terms.topics_open(layout),
        cadence=terms.cadence(layout),
        host_rule=host.rule,
        hosting_sides=host.sides,
        participation=terms.participation(layout),
        subgroups=terms.subgroups(layout),
        guidance=terms.guidance(layout),
        entities=find_entities(layout, sides),
        mechanisms=terms.mechanisms(layout, parts, name.words if name else ""),
        objectives=terms.objectives(layout, parts),
    )


def _names(chairs: Sequence[FoundCoChair]) -> frozenset[str]:
    return frozenset(word for chair in chairs if chair.name for word in chair.name.split())


def _speakers(chairs: Sequence[FoundCoChair]) -> dict[str, str]:
    return {chair.name.split()[-1]: chair.side for chair in chairs if chair.name and chair.side}
