"""Joins how far instruments have come by what a source says of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from dialogue_prep.domain.grades import Phrasebook
from dialogue_prep.domain.instrument import Instrument, InstrumentEntry, InstrumentState, last_state
from dialogue_prep.domain.source import Source, Span
from dialogue_prep.services.joining.builder import Builder

# What is said of an instrument stands in its own clause.
_CLAUSE_ENDS = re.compile(r"[.;:。；：!?]\s*")
_AFTER = 80
"""Characters after a name in which something can still be said of it."""


def join_stages(
    builder: Builder,
    paragraphs: Sequence[str],
    source: Source,
    instruments: Sequence[tuple[Span, Instrument]],
    phrasebook: Phrasebook,
) -> None:
    """Keep how far the source says each instrument has come, once for each source and instrument.

    The instrument itself then stands where its last step by day is, unless somebody has put it elsewhere by hand.
    """
    for span, found in instruments:
        state = _stage(paragraphs[span.paragraph - 1], span, phrasebook)
        present = builder.of(InstrumentEntry, instrument_id=found.id)
        if state is None or any(
            source.id == one.source_id or (state, source.dated) == (one.state, one.on) for one in present
        ):
            continue
        instrument = builder.of(Instrument, id=found.id)[0]
        before = _last_state(builder, instrument)
        builder.put(
            InstrumentEntry(
                id=builder.new_id(),
                instrument_id=instrument.id,
                state=state,
                on=source.dated,
                source_id=source.id,
                paragraph=span.paragraph,
                start=span.start,
                end=span.end,
            )
        )
        if instrument.state in (None, before):
            builder.put(replace(instrument, state=_last_state(builder, instrument)))


def _stage(paragraph: str, span: Span, phrasebook: Phrasebook) -> InstrumentState | None:
    ends = [match.end() for match in _CLAUSE_ENDS.finditer(paragraph, 0, span.start)]
    before = paragraph[ends[-1] if ends else 0 : span.start]
    after = _CLAUSE_ENDS.split(paragraph[span.end : span.end + _AFTER], maxsplit=1)[0]
    return phrasebook.stage(before, after)


def _last_state(builder: Builder, instrument: Instrument) -> InstrumentState | None:
    return last_state(builder.of(InstrumentEntry, instrument_id=instrument.id))
