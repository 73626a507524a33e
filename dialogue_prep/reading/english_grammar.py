"""The grammar of English sources, put together from its parts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from dialogue_prep.reading import terms
from dialogue_prep.reading.bodies_by_side import by_their_bodies
from dialogue_prep.reading.days import meeting_days
from dialogue_prep.reading.english_due_days import ENGLISH_DUE_WORDS
from dialogue_prep.reading.entities import find_entities, find_posts
from dialogue_prep.reading.extract import Extract, FoundCommitment
from dialogue_prep.reading.grammar import Grammar, Meeting
from dialogue_prep.reading.instruments import find_basis, find_instruments
from dialogue_prep.reading.layout import Layout, lay_out
from dialogue_prep.reading.next_round import find_next_round
from dialogue_prep.reading.people import find_co_chairs
from dialogue_prep.reading.places import host_of_meeting, meeting_place, title_place
from dialogue_prep.reading.series import find_series
from dialogue_prep.reading.sides import Sides, find_sides
from dialogue_prep.reading.source_kind import kind_of_source
from dialogue_prep.reading.topics import find_topics
from dialogue_prep.reading.undertakings import find_commitments


def _sides(layout: Layout, chaired: frozenset[str]) -> Sides:
    title = layout.title()
    return find_sides(layout.text, layout.words(title) if title else "", chaired)


def _meeting(layout: Layout, _sides: Sides, published: date | None) -> Meeting:
    title = layout.title()
    met = meeting_days(layout, published, title_place(layout.words(title)) if title else None)
    return Meeting(
        place=meeting_place(layout),
        first=met.first if met else None,
        last=met.last if met else None,
        day_from=met.day_from if met else None,
    )


def _commitments(
    layout: Layout, sides: Sides, year: int | None, speakers: Mapping[str, str]
) -> tuple[FoundCommitment, ...]:
    found = find_commitments(layout, sides, year, dict(speakers))
    bodies = {entity.name: entity.side for entity in find_entities(layout, sides)}
    return tuple(by_their_bodies(found, bodies)) if bodies else found


def _terms(found: Extract, layout: Layout, sides: Sides) -> Extract:
    parts = terms.sections(layout)
    host = terms.hosting(layout, sides)
    name = terms.designation(layout, parts)
    return replace(
        found,
        dialogue=name,
        short_name=terms.short_name(layout, sides),
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


ENGLISH = Grammar(
    lay_out=lay_out,
    kind_of_source=kind_of_source,
    find_sides=_sides,
    find_instruments=find_instruments,
    find_basis=find_basis,
    find_co_chairs=find_co_chairs,
    find_series=find_series,
    find_meeting=_meeting,
    host_of_meeting=host_of_meeting,
    find_commitments=_commitments,
    find_topics=find_topics,
    find_next_round=find_next_round,
    read_terms=_terms,
    due_words=ENGLISH_DUE_WORDS,
)
