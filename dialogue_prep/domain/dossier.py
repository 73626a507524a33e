"""A dossier: everything the papers and lists of one round need, read at one moment."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeVar

from dialogue_prep.domain.agenda import Agenda, AgendaItem, AgendaItemCommitment, AgendaItemLead, Slot, timetable
from dialogue_prep.domain.biography import Biography
from dialogue_prep.domain.clearance import Clearance
from dialogue_prep.domain.commitment import (
    Commitment,
    CommitmentInstrument,
    CommitmentLead,
    StatusEntry,
    code_order,
    live,
)
from dialogue_prep.domain.communique import Option, Passage, PassageState
from dialogue_prep.domain.consultation import GuidanceRequest, Subgroup, TopicProposal
from dialogue_prep.domain.delegation import Absence, Delegate
from dialogue_prep.domain.dialogue import Dialogue, Entity, Side
from dialogue_prep.domain.due import DatedMilestone, dated
from dialogue_prep.domain.identity import Identified, SourceId
from dialogue_prep.domain.instrument import Instrument, InstrumentEntry, ObjectiveInstrument
from dialogue_prep.domain.lineage import CommitmentLink, LinkKind, WordingGrade
from dialogue_prep.domain.marking import Marking
from dialogue_prep.domain.milestone import Milestone
from dialogue_prep.domain.paragraph_numbers import ParagraphNumbers
from dialogue_prep.domain.post import Person, Post, PostRole, Tenure
from dialogue_prep.domain.public_holidays import WEEKENDS_ALONE, Calendar, Capital
from dialogue_prep.domain.returned import OwnWords, UnitLook
from dialogue_prep.domain.round import Round
from dialogue_prep.domain.setting import MarkingPlace
from dialogue_prep.domain.source import Alias, Citation, CitationRole, Source, Subject, agreed_rounds
from dialogue_prep.domain.speaking import PointKind, SpeakingPoint, SteeringKind, SteeringPoint
from dialogue_prep.domain.topic import Mechanism, Objective, ObjectiveTopic, Topic

V = TypeVar("V", bound=Identified)

_BY_PLACE = ParagraphNumbers()


@dataclass(frozen=True, kw_only=True)
class Dossier:
    """One dialogue, seen from one of its rounds. Sequences are in the order in which people list them."""

    dialogue: Dialogue
    round: Round
    sides: tuple[Side, ...]
    entities: tuple[Entity, ...] = ()
    posts: tuple[Post, ...] = ()
    people: tuple[Person, ...] = ()
    tenures: tuple[Tenure, ...] = ()
    biographies: tuple[Biography, ...] = ()
    topics: tuple[Topic, ...] = ()
    mechanisms: tuple[Mechanism, ...] = ()
    objectives: tuple[Objective, ...] = ()
    instruments: tuple[Instrument, ...] = ()
    instrument_entries: tuple[InstrumentEntry, ...] = ()
    objective_instruments: tuple[ObjectiveInstrument, ...] = ()
    objective_topics: tuple[ObjectiveTopic, ...] = ()
    rounds: tuple[Round, ...] = ()
    topic_proposals: tuple[TopicProposal, ...] = ()
    guidance_requests: tuple[GuidanceRequest, ...] = ()
    subgroups: tuple[Subgroup, ...] = ()
    milestones: tuple[Milestone, ...] = ()
    calendars: tuple[Calendar, ...] = ()
    sources: tuple[Source, ...] = ()
    citations: tuple[Citation, ...] = ()
    aliases: tuple[Alias, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    commitment_leads: tuple[CommitmentLead, ...] = ()
    commitment_instruments: tuple[CommitmentInstrument, ...] = ()
    commitment_links: tuple[CommitmentLink, ...] = ()
    status_entries: tuple[StatusEntry, ...] = ()
    agenda: Agenda | None = None
    items: tuple[AgendaItem, ...] = ()
    item_leads: tuple[AgendaItemLead, ...] = ()
    item_commitments: tuple[AgendaItemCommitment, ...] = ()
    points: tuple[SpeakingPoint, ...] = ()
    steering_points: tuple[SteeringPoint, ...] = ()
    passages: tuple[Passage, ...] = ()
    options: tuple[Option, ...] = ()
    delegates: tuple[Delegate, ...] = ()
    absences: tuple[Absence, ...] = ()
    own_words: tuple[OwnWords, ...] = ()
    unit_looks: tuple[UnitLook, ...] = ()
    clearances: tuple[Clearance, ...] = ()
    grades: tuple[WordingGrade, ...] = ()
    markings: tuple[Marking, ...] = ()
    marking_place: MarkingPlace = MarkingPlace.BOTH
    paragraph_numbers: Mapping[SourceId, ParagraphNumbers] = field(default_factory=dict)

    @cached_property
    def home(self) -> Side:
        """Our side; the first one where nobody has said which is ours."""
        return next((side for side in self.sides if side.home), self.sides[0])

    @cached_property
    def away(self) -> Side:
        """The other side."""
        return next(side for side in self.sides if side.id != self.home.id)

    @cached_property
    def host(self) -> Side:
        return self.side(self.round.host_id)

    @cached_property
    def last_held(self) -> Round | None:
        """The last round before this one that took place."""
        before = (r for r in self.rounds if r.status.took_place and r.ordinal < self.round.ordinal)
        return max(before, key=lambda r: r.ordinal, default=None)

    @cached_property
    def capitals(self) -> tuple[Capital, ...]:
        """Both sides with the calendars by which their offices work; weekends alone where no holidays were read."""
        calendars = self.calendars or (WEEKENDS_ALONE,) * len(self.sides)
        return tuple(Capital(side, calendar) for side, calendar in zip(self.sides, calendars, strict=True))

    @cached_property
    def dated_milestones(self) -> tuple[DatedMilestone, ...]:
        """The milestones of the round with the days on which they are due, in that order."""
        return dated(self.milestones, self.round, self.capitals)

    @cached_property
    def agreed_rounds(self) -> frozenset[str]:
        """The identifiers of the rounds of which a source states that they take place."""
        return agreed_rounds(self.citations)

    @cached_property
    def slots(self) -> tuple[Slot, ...]:
        """The items of the agenda with their numbers and times; none while there is no agenda."""
        return timetable(self.agenda, self.items) if self.agenda else ()

    @cached_property
    def days_of_agenda(self) -> int:
        """On how many days items of the agenda stand."""
        return max((slot.day for slot in self.slots), default=1)

    @cached_property
    def kept_passages(self) -> tuple[Passage, ...]:
        """The passages of the draft communiqué in order, without those that were dropped."""
        kept = (passage for passage in self.passages if passage.state is not PassageState.DROPPED)
        return tuple(sorted(kept, key=lambda passage: (passage.position, passage.id)))

    @cached_property
    def ordinals(self) -> Mapping[str, int]:
        """The ordinals of the rounds by their identifiers."""
        return {round_.id: round_.ordinal for round_ in self.rounds}

    def side(self, id_: str) -> Side:
        return next(side for side in self.sides if side.id == id_)

    def entity(self, id_: str) -> Entity:
        return self._entities[id_]

    def topic(self, id_: str) -> Topic:
        return self._topics[id_]

    def mechanism(self, id_: str) -> Mechanism:
        return next(mechanism for mechanism in self.mechanisms if mechanism.id == id_)

    def instrument(self, id_: str) -> Instrument:
        return self._instruments[id_]

    def source(self, id_: str) -> Source:
        return self._sources[id_]

    def source_of(self, commitment: Commitment) -> Source | None:
        """The source that a commitment is held in; none where only a reference is known."""
        return self.source(commitment.source_id) if commitment.source_id else None

    def commitment(self, id_: str) -> Commitment:
        return self._commitments[id_]

    def person(self, id_: str) -> Person:
        return self._people[id_]

    def entities_of(self, side: Side) -> tuple[Entity, ...]:
        """The entities of a side in their order of precedence."""
        own = (entity for entity in self.entities if entity.side_id == side.id)
        return tuple(sorted(own, key=lambda entity: (entity.precedence, entity.position)))

    def co_chair(self, side: Side) -> Post | None:
        """The co-chair post of a side."""
        chairs = (p for p in self.posts if p.side_id == side.id and p.role is PostRole.CO_CHAIR)
        return next(chairs, None)

    def holder(self, post: Post) -> tuple[Person, Tenure] | None:
        """Who holds a post, as far as is known."""
        held = [t for t in self.tenures if t.post_id == post.id and t.until is None]
        if not held:
            return None
        tenure = max(held, key=lambda t: (t.as_of is not None, t.as_of))
        return self.person(tenure.person_id), tenure

    def leads_of(self, item: AgendaItem, side: Side) -> tuple[Entity, ...]:
        """The entities of a side that lead on an item."""
        found = (self.entity(lead.entity_id) for lead in self._item_leads.get(item.id, ()))
        return tuple(entity for entity in found if entity.side_id == side.id)

    def leads_on(self, commitment: Commitment, side: Side) -> tuple[Entity, ...]:
        """The entities of a side that lead on a commitment."""
        found = (self.entity(lead.entity_id) for lead in self._commitment_leads.get(commitment.id, ()))
        return tuple(entity for entity in found if entity.side_id == side.id)

    def commitments_of(self, item: AgendaItem) -> tuple[Commitment, ...]:
        """The commitments that are followed up under an item, in the order of their codes."""
        found = (self.commitment(link.commitment_id) for link in self._item_commitments.get(item.id, ()))
        return tuple(sorted(found, key=lambda commitment: code_order(commitment.code)))

    def points_of(self, item: AgendaItem, kind: PointKind) -> tuple[SpeakingPoint, ...]:
        """The speaking points of one kind under an item, in order."""
        found = (point for point in self._points.get(item.id, ()) if point.kind is kind)
        return tuple(sorted(found, key=lambda point: (point.position, point.id)))

    def steering(self, kind: SteeringKind) -> tuple[SteeringPoint, ...]:
        """The steering points of one kind, in order."""
        found = (point for point in self.steering_points if point.kind is kind)
        return tuple(sorted(found, key=lambda point: (point.position, point.id)))

    def options_of(self, passage: Passage) -> tuple[Option, ...]:
        """What each side would have a passage say, in order: ours, then theirs."""
        found = (option for option in self.options if option.passage_id == passage.id)
        return tuple(sorted(found, key=lambda one: (one.side_id != self.home.id, one.position, one.id)))

    def entries_of(self, commitment: Commitment) -> tuple[StatusEntry, ...]:
        """The status entries of a commitment in the order in which they were made."""
        return self._entries.get(commitment.id, ())

    def instruments_of(self, subject: Commitment | Objective) -> tuple[Instrument, ...]:
        """The instruments that a commitment or an objective is about."""
        return tuple(self.instrument(id_) for id_ in self._instrument_links.get(subject.id, ()))

    def objectives_on(self, topic: Topic) -> tuple[Objective, ...]:
        """The near-term objectives that belong to a topic."""
        ids = {link.objective_id for link in self.objective_topics if link.topic_id == topic.id}
        return tuple(objective for objective in self.objectives if objective.id in ids)

    @cached_property
    def live_commitments(self) -> tuple[Commitment, ...]:
        """What is still to be followed up from earlier rounds."""
        earlier = {r.id for r in self.rounds if r.ordinal < self.round.ordinal}
        return tuple(c for c in self.commitments if c.round_id in earlier and live(self.entries_of(c)))

    def taken_up_by(self, id_: str) -> tuple[Commitment, ...]:
        """The commitments in line with an objective, or linked to an earlier commitment, in order of their codes."""
        return self._takers.get(id_, ())

    def mentioned(self, source: Source, subject: Subject, id_: str) -> tuple[Citation, ...]:
        """Where a source speaks of a subject; nowhere means that it is silent on it."""
        return self._mentions.get((source.id, subject, id_), ())

    def number_of(self, source_id: SourceId, paragraph: int) -> int:
        """By which number the paragraph at a place of a source is cited."""
        return self.paragraph_numbers.get(source_id, _BY_PLACE).of(paragraph)

    @cached_property
    def _entities(self) -> Mapping[str, Entity]:
        return by_id(self.entities)

    @cached_property
    def _topics(self) -> Mapping[str, Topic]:
        return by_id(self.topics)

    @cached_property
    def _instruments(self) -> Mapping[str, Instrument]:
        return by_id(self.instruments)

    @cached_property
    def _sources(self) -> Mapping[str, Source]:
        return by_id(self.sources)

    @cached_property
    def _commitments(self) -> Mapping[str, Commitment]:
        return by_id(self.commitments)

    @cached_property
    def _people(self) -> Mapping[str, Person]:
        return by_id(self.people)

    @cached_property
    def _item_leads(self) -> Mapping[str, tuple[AgendaItemLead, ...]]:
        return grouped(self.item_leads, "agenda_item_id")

    @cached_property
    def _commitment_leads(self) -> Mapping[str, tuple[CommitmentLead, ...]]:
        return grouped(self.commitment_leads, "commitment_id")

    @cached_property
    def _item_commitments(self) -> Mapping[str, tuple[AgendaItemCommitment, ...]]:
        return grouped(self.item_commitments, "agenda_item_id")

    @cached_property
    def _points(self) -> Mapping[str, tuple[SpeakingPoint, ...]]:
        return grouped(self.points, "agenda_item_id")

    @cached_property
    def _entries(self) -> Mapping[str, tuple[StatusEntry, ...]]:
        return grouped(self.status_entries, "commitment_id")

    @cached_property
    def _instrument_links(self) -> Mapping[str, tuple[str, ...]]:
        links: dict[str, list[str]] = {}
        for of_commitment in self.commitment_instruments:
            links.setdefault(of_commitment.commitment_id, []).append(of_commitment.instrument_id)
        for of_objective in self.objective_instruments:
            links.setdefault(of_objective.objective_id, []).append(of_objective.instrument_id)
        return {id_: tuple(found) for id_, found in links.items()}

    @cached_property
    def _takers(self) -> Mapping[str, tuple[Commitment, ...]]:
        found: dict[str, list[Commitment]] = {}
        for commitment in self.commitments:
            if commitment.objective_id:
                found.setdefault(commitment.objective_id, []).append(commitment)
        for link in self.commitment_links:
            if link.kind is not LinkKind.UNRELATED and (later := self._commitments.get(link.commitment_id)):
                found.setdefault(link.earlier_id, []).append(later)
        return {id_: tuple(sorted(takers, key=lambda taker: code_order(taker.code))) for id_, takers in found.items()}

    @cached_property
    def _mentions(self) -> Mapping[tuple[str, str, str], tuple[Citation, ...]]:
        found: dict[tuple[str, str, str], list[Citation]] = {}
        for citation in self.citations:
            if citation.role is CitationRole.MENTIONS:
                found.setdefault((citation.source_id, citation.subject, citation.subject_id), []).append(citation)
        return {key: tuple(citations) for key, citations in found.items()}


def by_id(values: Iterable[V]) -> dict[str, V]:
    """Return the values under their identifiers."""
    return {value.id: value for value in values}


def grouped(values: Iterable[V], field: str) -> dict[str, tuple[V, ...]]:
    """Return the values under what they have in a field, in the order in which they came."""
    groups: dict[str, list[V]] = {}
    for value in values:
        groups.setdefault(getattr(value, field), []).append(value)
    return {key: tuple(group) for key, group in groups.items()}
