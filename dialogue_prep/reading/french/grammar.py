"""The grammar of French sources, put together from its parts."""

from __future__ import annotations

from dialogue_prep.reading.french.due_days import FRENCH_DUE_WORDS
from dialogue_prep.reading.french.instruments import find_basis, find_instruments
from dialogue_prep.reading.french.layout import lay_out
from dialogue_prep.reading.french.meeting import find_meeting, find_next_round, host_of_meeting
from dialogue_prep.reading.french.people import find_co_chairs
from dialogue_prep.reading.french.series import find_series
from dialogue_prep.reading.french.sides import find_sides
from dialogue_prep.reading.french.source_kind import kind_of_source
from dialogue_prep.reading.french.terms import read_terms
from dialogue_prep.reading.french.topics import find_topics
from dialogue_prep.reading.french.undertakings import find_commitments
from dialogue_prep.reading.grammar import Grammar

FRENCH = Grammar(
    lay_out=lay_out,
    kind_of_source=kind_of_source,
    find_sides=find_sides,
    find_instruments=find_instruments,
    find_basis=find_basis,
    find_co_chairs=find_co_chairs,
    find_series=find_series,
    find_meeting=find_meeting,
    host_of_meeting=host_of_meeting,
    find_commitments=find_commitments,
    find_topics=find_topics,
    find_next_round=find_next_round,
    read_terms=read_terms,
    due_words=FRENCH_DUE_WORDS,
)
