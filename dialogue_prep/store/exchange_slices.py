"""The slice of a store that a ministry is given: an allow-list of kinds, each with its rule.

What is not allowed here is not in it. A ministry is an entity; its topics are those of which it leads an item or a
commitment for its side. What every ministry may see is what both sides know anyway: who they are, what they have agreed
to speak of, when they met, the texts between them.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace
from typing import Any

from dialogue_prep.domain.agenda import Agenda, AgendaItem, AgendaItemCommitment, AgendaItemLead
from dialogue_prep.domain.commitment import Commitment, CommitmentInstrument, CommitmentLead, StatusEntry, Voice
from dialogue_prep.domain.communique import Option, Passage
from dialogue_prep.domain.delegation import Absence, Delegate
from dialogue_prep.domain.dialogue import Dialogue, Entity, Side
from dialogue_prep.domain.exchange import Strand
from dialogue_prep.domain.identity import Identified
from dialogue_prep.domain.instrument import Instrument, InstrumentEntry, ObjectiveInstrument
from dialogue_prep.domain.lineage import CommitmentLink, WordingGrade
from dialogue_prep.domain.marking import Marking
from dialogue_prep.domain.milestone import Milestone
from dialogue_prep.domain.post import Person, Post, Tenure
from dialogue_prep.domain.round import Round
from dialogue_prep.domain.source import Alias, Citation, Source, SourceParagraph
from dialogue_prep.domain.speaking import SpeakingPoint
from dialogue_prep.domain.topic import Mechanism, Objective, ObjectiveTopic, Topic
from dialogue_prep.store.fields import hints_of
from dialogue_prep.store.kinds import KIND_OF_NAME, KINDS, references

LEFT_OUT: Mapping[type[Identified], frozenset[str]] = {
    Round: frozenset({"reason", "status_on", "reference"}),
    Passage: frozenset({"reason", "state_on"}),
}
"""Fields of records in a slice that stay behind all the same, by the name of the field without its language."""

_TO_ALL = (
    WordingGrade,
    Dialogue,
    Side,
    Entity,
    Topic,
    Mechanism,
    Objective,
    ObjectiveTopic,
    Instrument,
    ObjectiveInstrument,
    Source,
    SourceParagraph,
    Round,
    Agenda,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Slice:
    """Which slice: that of an entity, with nothing above a marking; without either, all that travels."""

    entity_id: str | None = None
    ceiling_id: str | None = None


EVERYTHING = Slice()


def in_slice(wanted: Slice, records: Mapping[str, Identified]) -> frozenset[str]:
    """Return the identifiers of the records in a slice, of these that can travel."""
    return _Chosen(wanted, records).ids()


class _Chosen:
    """Goes through the kinds in their order, so that what a record names is decided before it."""

    def __init__(self, wanted: Slice, records: Mapping[str, Identified]) -> None:
        self._wanted = wanted
        self._all = records
        self._of_kind: dict[type[Any], list[Any]] = {}
        for record in records.values():
            self._of_kind.setdefault(type(record), []).append(record)
        self._ceiling = self._rank_of(wanted.ceiling_id)
        self._unmarked = min((one.rank for one in self._each(Marking) if one.internal), default=0)
        self._home = {side.id for side in self._each(Side) if side.home}
        self._item_leads, self._commitment_leads = self._leads()
        self._topics = self._topics_of_entity()
        self._people = self._people_of_entity()
        self._in: set[str] = set()

    def ids(self) -> frozenset[str]:
        rules = self._rules()
        for kind in sorted(self._of_kind, key=lambda kind: (kind in (Citation, Alias), KINDS.index(kind))):
            rule = rules.get(kind) if self._wanted.entity_id is not None else self._below_ceiling
            if rule is not None:
                self._in |= {one.id for one in self._each(kind) if self._rests(one) and rule(one)}
        return frozenset(self._in)

    def _rules(self) -> Mapping[type[Any], Callable[[Any], bool]]:
        return {
            **dict.fromkeys(_TO_ALL, lambda _one: True),
            Marking: lambda one: self._allowed(one.rank),
            Post: lambda one: one.entity_id == self._wanted.entity_id,
            Person: lambda one: one.id in self._people,
            Tenure: lambda one: one.post_id in self._in and one.person_id in self._in,
            InstrumentEntry: lambda one: one.source_id is not None and not one.evidence,
            Citation: lambda one: one.subject_id in self._in,
            Alias: lambda one: one.subject_id in self._in and one.source_id is not None,
            Milestone: self._is_owner,
            Commitment: self._its_commitment,
            CommitmentLead: lambda one: one.entity_id == self._wanted.entity_id or not self._is_home(one.entity_id),
            CommitmentInstrument: lambda _one: True,
            CommitmentLink: lambda _one: True,
            StatusEntry: self._its_status,
            AgendaItem: self._its_item,
            AgendaItemLead: lambda one: one.entity_id == self._wanted.entity_id or not self._is_home(one.entity_id),
            AgendaItemCommitment: lambda _one: True,
            SpeakingPoint: self._below_ceiling,
            Passage: lambda one: one.topic_id in self._topics or self._leads_commitment(one.commitment_id),
            Option: lambda _one: True,
            Delegate: lambda one: one.entity_id == self._wanted.entity_id,
            Absence: lambda one: one.entity_id == self._wanted.entity_id,
        }

    def _each(self, kind: type[Any]) -> list[Any]:
        return self._of_kind.get(kind, [])

    def _rests(self, one: Identified) -> bool:
        """Say whether all that a record cannot be without is in the slice."""
        for name in references()[type(one)]:
            named = getattr(one, name)
            if named is not None and named not in self._in and not hints_of(type(one))[name].optional:
                return False
        return not isinstance(one, Citation | Alias) or one.subject_id in self._in

    def _rank_of(self, marking_id: str | None) -> int | None:
        marking = None if marking_id is None else self._all.get(marking_id)
        return marking.rank if isinstance(marking, Marking) else None

    def _allowed(self, rank: int) -> bool:
        return self._ceiling is None or rank <= self._ceiling

    def _below_ceiling(self, one: Any) -> bool:
        """Say whether a record may be seen by its marking; what bears none is marked as internal papers are."""
        if isinstance(one, Marking):
            return self._allowed(one.rank)
        if "marking_id" not in references()[type(one)]:
            return True
        rank = self._rank_of(one.marking_id)
        return self._allowed(self._unmarked if rank is None else rank)

    def _leads(self) -> tuple[dict[str, set[str]], dict[str, set[str]]]:
        """Return the entities of the home side that lead on each item and on each commitment."""
        items: dict[str, set[str]] = {}
        commitments: dict[str, set[str]] = {}
        for lead in self._each(AgendaItemLead):
            if self._is_home(lead.entity_id):
                items.setdefault(lead.agenda_item_id, set()).add(lead.entity_id)
        for lead in self._each(CommitmentLead):
            if self._is_home(lead.entity_id):
                commitments.setdefault(lead.commitment_id, set()).add(lead.entity_id)
        return items, commitments

    def _is_home(self, entity_id: str) -> bool:
        entity = self._all.get(entity_id)
        return isinstance(entity, Entity) and entity.side_id in self._home

    def _topics_of_entity(self) -> set[str]:
        led = (self._item_leads, AgendaItem), (self._commitment_leads, Commitment)
        found = {
            one.topic_id
            for leads, kind in led
            for one in self._each(kind)
            if self._wanted.entity_id in leads.get(one.id, ())
        }
        return {topic_id for topic_id in found if topic_id is not None}

    def _is_its(self, leads: Mapping[str, set[str]], id_: str, topic_id: str | None) -> bool:
        """Say whether the entity leads, or nobody of its side does and it is about a topic of the entity."""
        return self._wanted.entity_id in leads.get(id_, ()) or (not leads.get(id_) and topic_id in self._topics)

    def _its_item(self, item: AgendaItem) -> bool:
        return self._is_its(self._item_leads, item.id, item.topic_id)

    def _its_commitment(self, one: Commitment) -> bool:
        return self._wanted.entity_id in self._commitment_leads.get(one.id, ()) or one.topic_id in self._topics

    def _leads_commitment(self, commitment_id: str | None) -> bool:
        return commitment_id is not None and self._wanted.entity_id in self._commitment_leads.get(commitment_id, ())

    def _its_status(self, entry: StatusEntry) -> bool:
        """What we say ourselves of a commitment is a note of whoever leads on it."""
        commitment = self._all[entry.commitment_id]
        assert isinstance(commitment, Commitment)
        return entry.voice is not Voice.OURS or self._is_its(self._commitment_leads, commitment.id, commitment.topic_id)

    def _is_owner(self, milestone: Milestone) -> bool:
        entity = self._all.get(self._wanted.entity_id or "")
        assert isinstance(entity, Entity)
        names = {wording.words.casefold() for text in (entity.name, entity.abbreviation) for wording in text}
        return milestone.owner.strip().casefold() in names

    def _people_of_entity(self) -> set[str]:
        """Return who holds a post of the entity, or comes to a round for it."""
        entity_id = self._wanted.entity_id
        posts = {post.id for post in self._each(Post) if post.entity_id == entity_id}
        holding = {tenure.person_id for tenure in self._each(Tenure) if tenure.post_id in posts}
        return holding | {one.person_id for one in self._each(Delegate) if one.entity_id == entity_id}


def narrowed(strand: Strand, wanted: Slice, chosen: Collection[str]) -> Strand:
    """Return what a slice tells of a record in it: without what names something outside, and what is internal."""
    if wanted == EVERYTHING:
        return strand
    kind = KIND_OF_NAME[strand.kind]
    left_out = LEFT_OUT.get(kind, frozenset()) if wanted.entity_id is not None else frozenset()
    names = references()[kind].keys()

    def goes(name: str, content: object) -> bool:
        return name.split(".", 1)[0] not in left_out and (name not in names or content is None or content in chosen)

    fields = {name: register for name, register in strand.fields.items() if goes(name, register.content)}
    last = strand.last and {name: content for name, content in strand.last.items() if goes(name, content)}
    return replace(strand, fields=fields, last=last)
