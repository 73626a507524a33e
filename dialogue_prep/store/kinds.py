"""Every kind of value that the store keeps, and its name there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import NewType

from dialogue_prep.domain.agenda import Agenda, AgendaItem, AgendaItemCommitment, AgendaItemLead
from dialogue_prep.domain.biography import Biography
from dialogue_prep.domain.clearance import Clearance, Release
from dialogue_prep.domain.commitment import Commitment, CommitmentInstrument, CommitmentLead, StatusEntry
from dialogue_prep.domain.communique import Option, Passage
from dialogue_prep.domain.consultation import GuidanceRequest, Subgroup, TopicProposal
from dialogue_prep.domain.delegation import Absence, Delegate
from dialogue_prep.domain.dialogue import Dialogue, Entity, Side
from dialogue_prep.domain.draft import Draft
from dialogue_prep.domain.identity import Identified
from dialogue_prep.domain.instrument import Instrument, InstrumentEntry, ObjectiveInstrument
from dialogue_prep.domain.lineage import CommitmentLink, WordingGrade
from dialogue_prep.domain.marking import Marking
from dialogue_prep.domain.milestone import Milestone, MilestonePlan, PlannedMilestone
from dialogue_prep.domain.post import Person, Post, Tenure
from dialogue_prep.domain.returned import OwnWords, ReturnedCopy, UnitLook, UnitNote
from dialogue_prep.domain.round import Round
from dialogue_prep.domain.saved_filter import SavedFilter
from dialogue_prep.domain.setting import StoreSetting
from dialogue_prep.domain.source import Alias, Citation, Source, SourceParagraph
from dialogue_prep.domain.speaking import SpeakingPoint, SteeringPoint
from dialogue_prep.domain.special_meeting import SpecialMeeting
from dialogue_prep.domain.template import Template
from dialogue_prep.domain.topic import Mechanism, Objective, ObjectiveTopic, Topic
from dialogue_prep.store.fields import hints_of

# In this order no value names one of a later kind.
KINDS: tuple[type[Identified], ...] = (
    StoreSetting,
    Marking,
    WordingGrade,
    Template,
    SavedFilter,
    Dialogue,
    Side,
    Entity,
    Post,
    Person,
    Biography,
    Tenure,
    Topic,
    Mechanism,
    Objective,
    Instrument,
    ObjectiveInstrument,
    ObjectiveTopic,
    Source,
    SourceParagraph,
    InstrumentEntry,
    Citation,
    Alias,
    TopicProposal,
    Subgroup,
    Round,
    GuidanceRequest,
    SpecialMeeting,
    MilestonePlan,
    PlannedMilestone,
    Milestone,
    Commitment,
    CommitmentLead,
    CommitmentInstrument,
    CommitmentLink,
    StatusEntry,
    Agenda,
    AgendaItem,
    AgendaItemLead,
    AgendaItemCommitment,
    SpeakingPoint,
    SteeringPoint,
    Passage,
    Option,
    Delegate,
    Absence,
    Clearance,
    Draft,
    Release,
    OwnWords,
    UnitLook,
    UnitNote,
    ReturnedCopy,
)


def name_of(kind: type[Identified]) -> str:
    """Return the name of a kind in the store: `AgendaItem` is kept as `agenda_item`."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "_", kind.__name__).lower()


KIND_OF_NAME: dict[str, type[Identified]] = {name_of(kind): kind for kind in KINDS}


@cache
def references() -> Mapping[type[Identified], Mapping[str, type[Identified]]]:
    """Return for each kind which of its fields name a value of another, in order: `topic_id` names a Topic."""
    kinds = {f"{kind.__name__}Id": kind for kind in KINDS}
    return {kind: {name: kinds[key] for name, key in _keys(kind) if name != "id"} for kind in KINDS}


def _keys(kind: type[Identified]) -> Iterator[tuple[str, str]]:
    for name, hint in hints_of(kind).items():
        if isinstance(hint.holds, NewType):
            yield name, hint.holds.__name__
