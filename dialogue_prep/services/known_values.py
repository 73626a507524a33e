"""What the store holds of a dialogue, as values beside which a source or something new can be laid."""

from __future__ import annotations

from dialogue_prep.domain.commitment import Commitment, CommitmentInstrument
from dialogue_prep.domain.dialogue import Dialogue, Entity, Side
from dialogue_prep.domain.identity import Identified
from dialogue_prep.domain.instrument import Instrument, InstrumentEntry, ObjectiveInstrument
from dialogue_prep.domain.post import Person, Post, Tenure
from dialogue_prep.domain.round import Round
from dialogue_prep.domain.source import Alias, Citation, Source, SourceParagraph
from dialogue_prep.domain.topic import Mechanism, Objective, ObjectiveTopic, Topic
from dialogue_prep.store.work import Work

_OF_THE_DIALOGUE: tuple[type[Identified], ...] = (
    Side,
    Topic,
    Mechanism,
    Objective,
    Instrument,
    Source,
    Round,
    Commitment,
)
# What belongs to such a value: its kind, the field that names the value, and the kind of the value.
_BELOW: tuple[tuple[type[Identified], str, type[Identified]], ...] = (
    (Entity, "side_id", Side),
    (Post, "side_id", Side),
    (Person, "side_id", Side),
    (Tenure, "post_id", Post),
    (ObjectiveInstrument, "objective_id", Objective),
    (ObjectiveTopic, "objective_id", Objective),
    (CommitmentInstrument, "commitment_id", Commitment),
    (InstrumentEntry, "instrument_id", Instrument),
    (SourceParagraph, "source_id", Source),
    (Citation, "source_id", Source),
    (Alias, "source_id", Source),
)


def known_of(work: Work, dialogue: Dialogue | None) -> list[Identified]:
    """Return what the store holds of a dialogue; nothing of one that is new."""
    if dialogue is None:
        return []
    known: list[Identified] = [dialogue]
    for kind in _OF_THE_DIALOGUE:
        known += work.find(kind, dialogue_id=dialogue.id)
    for kind, field, above in _BELOW:
        for value in [value for value in known if type(value) is above]:
            known += work.find(kind, **{field: value.id})
    return known
