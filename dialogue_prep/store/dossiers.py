"""Reads dossiers: a round with its whole dialogue, in one go."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, CompoundSelect, Connection, Select, func, select, union_all

from dialogue_prep.domain.agenda import Agenda, AgendaItem, AgendaItemCommitment, AgendaItemLead
from dialogue_prep.domain.biography import Biography
from dialogue_prep.domain.clearance import Clearance
from dialogue_prep.domain.commitment import Commitment, CommitmentInstrument, CommitmentLead, StatusEntry
from dialogue_prep.domain.communique import Option, Passage
from dialogue_prep.domain.consultation import GuidanceRequest, Subgroup, TopicProposal
from dialogue_prep.domain.delegation import Absence, Delegate
from dialogue_prep.domain.dialogue import Dialogue, Entity, Side
from dialogue_prep.domain.dossier import Dossier
from dialogue_prep.domain.due import years_of
from dialogue_prep.domain.errors import NotFound
from dialogue_prep.domain.identity import Identified
from dialogue_prep.domain.instrument import Instrument, InstrumentEntry, ObjectiveInstrument
from dialogue_prep.domain.lineage import CommitmentLink, WordingGrade
from dialogue_prep.domain.marking import Marking
from dialogue_prep.domain.milestone import Milestone
from dialogue_prep.domain.post import Person, Post, Tenure
from dialogue_prep.domain.public_holidays import Calendar
from dialogue_prep.domain.returned import OwnWords, UnitLook
from dialogue_prep.domain.round import Round
from dialogue_prep.domain.setting import MARKING_PLACE, MarkingPlace, StoreSetting
from dialogue_prep.domain.source import Alias, Citation, Source
from dialogue_prep.domain.speaking import SpeakingPoint, SteeringPoint
from dialogue_prep.domain.topic import Mechanism, Objective, ObjectiveTopic, Topic
from dialogue_prep.store.tables import JOURNAL, TABLES
from dialogue_prep.system.public_holidays import CalendarWhenAsked

V = TypeVar("V", bound=Identified)

# By what values are ordered: the name of a column, or an expression.
Order = str | ColumnElement[Any]


def read(connection: Connection, round_id: str) -> Dossier:
    """Return everything about a round and its dialogue; raise NotFound if there is no such round."""
    (round_,) = _all(connection, Round, TABLES[Round].c.id == round_id) or (None,)
    if round_ is None:
        raise NotFound("This round is no longer there.")
    here = _Reader(connection, round_.dialogue_id)
    milestones = _all(connection, Milestone, _is(Milestone, "round_id", round_id))
    sides = here.own(Side, "position")
    return Dossier(
        dialogue=_all(connection, Dialogue, TABLES[Dialogue].c.id == round_.dialogue_id)[0],
        round=round_,
        sides=sides,
        entities=here.below(Entity, Side, "side_id", "position"),
        posts=here.below(Post, Side, "side_id"),
        people=here.below(Person, Side, "side_id"),
        biographies=_all(
            connection, Biography, TABLES[Biography].c.person_id.in_(here.ids_below(Person, Side, "side_id"))
        ),
        tenures=_all(connection, Tenure, TABLES[Tenure].c.post_id.in_(here.ids_below(Post, Side, "side_id"))),
        topics=here.own(Topic, "number"),
        mechanisms=here.own(Mechanism, "number"),
        objectives=here.own(Objective, "number"),
        instruments=here.own(Instrument),
        instrument_entries=here.below(InstrumentEntry, Instrument, "instrument_id", "on", _when_made(InstrumentEntry)),
        objective_instruments=here.below(ObjectiveInstrument, Objective, "objective_id"),
        objective_topics=here.below(ObjectiveTopic, Objective, "objective_id"),
        rounds=here.own(Round, "ordinal"),
        topic_proposals=here.own(TopicProposal, "state_on"),
        guidance_requests=here.own(GuidanceRequest, "raised_on"),
        subgroups=here.own(Subgroup, "set_up_on"),
        milestones=milestones,
        calendars=_calendars(sides, round_, milestones),
        sources=here.own(Source),
        citations=here.below(Citation, Source, "source_id", "paragraph", "start"),
        aliases=_all(connection, Alias, TABLES[Alias].c.subject_id.in_(here.named())),
        commitments=here.own(Commitment, "code"),
        commitment_leads=here.below(CommitmentLead, Commitment, "commitment_id"),
        commitment_instruments=here.below(CommitmentInstrument, Commitment, "commitment_id"),
        commitment_links=here.below(CommitmentLink, Commitment, "commitment_id"),
        status_entries=here.below(StatusEntry, Commitment, "commitment_id", _when_made(StatusEntry)),
        grades=_all(connection, WordingGrade, None, "position"),
        markings=_all(connection, Marking, None, "rank"),
        marking_place=_marking_place(connection),
        **_of_round(connection, round_id),
        **_agenda(connection, round_id),
    )


def _marking_place(connection: Connection) -> MarkingPlace:
    kept = _all(connection, StoreSetting, TABLES[StoreSetting].c.id == MARKING_PLACE)
    return MarkingPlace(kept[0].value) if kept else MarkingPlace.BOTH


def _of_round(connection: Connection, round_id: str) -> dict[str, Any]:
    """Return what belongs to a round itself, but for its agenda."""

    def own(kind: type[V], *order: str) -> tuple[V, ...]:
        return _all(connection, kind, _is(kind, "round_id", round_id), *order)

    passages = select(TABLES[Passage].c.id).where(_is(Passage, "round_id", round_id))
    return {
        "steering_points": own(SteeringPoint, "position"),
        "passages": own(Passage, "position"),
        "options": _all(connection, Option, TABLES[Option].c.passage_id.in_(passages), "position"),
        "delegates": own(Delegate, "precedence"),
        "absences": own(Absence),
        "own_words": own(OwnWords, "unit"),
        "unit_looks": own(UnitLook, "unit"),
        "clearances": own(Clearance),
    }


def _agenda(connection: Connection, round_id: str) -> dict[str, Any]:
    """Return the last version of the agenda of a round, and what belongs to its items."""
    agenda = max(_all(connection, Agenda, _is(Agenda, "round_id", round_id)), key=lambda a: a.version, default=None)
    agenda_id = agenda.id if agenda else ""
    items = select(TABLES[AgendaItem].c.id).where(_is(AgendaItem, "agenda_id", agenda_id))

    def below(kind: type[V], *order: str) -> tuple[V, ...]:
        return _all(connection, kind, TABLES[kind].c.agenda_item_id.in_(items), *order)

    return {
        "agenda": agenda,
        "items": _all(connection, AgendaItem, _is(AgendaItem, "agenda_id", agenda_id), "position"),
        "item_leads": below(AgendaItemLead),
        "item_commitments": below(AgendaItemCommitment),
        "points": below(SpeakingPoint, "position"),
    }


def _calendars(sides: Sequence[Side], round_: Round, milestones: Sequence[Milestone]) -> tuple[Calendar, ...]:
    """Return the holidays of both sides in the years in which the milestones of a round can be due."""
    if not milestones:
        return ()
    years = years_of(milestones, round_)
    return tuple(CalendarWhenAsked(side.holiday_calendar, years) for side in sides)


class _Reader:
    """Reads what belongs to one dialogue."""

    def __init__(self, connection: Connection, dialogue_id: str) -> None:
        self._connection = connection
        self._dialogue_id = dialogue_id

    def own(self, kind: type[V], *order: Order) -> tuple[V, ...]:
        """Return the values of a kind that name the dialogue."""
        return _all(self._connection, kind, _is(kind, "dialogue_id", self._dialogue_id), *order)

    def below(self, kind: type[V], above: type[Identified], field: str, *order: Order) -> tuple[V, ...]:
        """Return the values whose field names a value of the dialogue of the kind above."""
        return _all(self._connection, kind, TABLES[kind].c[field].in_(self._ids(above)), *order)

    def ids_below(self, kind: type[Identified], above: type[Identified], field: str) -> Select[Any]:
        """Return the query for the identifiers of such values."""
        table = TABLES[kind]
        return select(table.c.id).where(table.c[field].in_(self._ids(above)))

    def named(self) -> CompoundSelect[Any]:
        """Return the query for the identifiers of all that can have other names, the dialogue itself too."""
        own = (self._ids(kind) for kind in (Side, Topic, Mechanism, Objective, Instrument, Round, Commitment))
        of_sides = (self.ids_below(kind, Side, "side_id") for kind in (Entity, Post, Person))
        itself = select(TABLES[Dialogue].c.id).where(TABLES[Dialogue].c.id == self._dialogue_id)
        return union_all(itself, *own, *of_sides)

    def _ids(self, kind: type[Identified]) -> Select[Any]:
        return select(TABLES[kind].c.id).where(_is(kind, "dialogue_id", self._dialogue_id))


def _is(kind: type[Identified], field: str, value: str) -> ColumnElement[bool]:
    return TABLES[kind].c[field] == value


def _when_made(kind: type[Identified]) -> Order:
    """Return the order in which values were first kept, as the journal has it."""
    entry = JOURNAL.c.value_id == TABLES[kind].c.id
    return select(func.min(JOURNAL.c.number)).where(entry).scalar_subquery()


def _all(connection: Connection, kind: type[V], condition: ColumnElement[bool] | None, *order: Order) -> tuple[V, ...]:
    table = TABLES[kind]
    query = select(table) if condition is None else select(table).where(condition)
    places = (table.c[place] if isinstance(place, str) else place for place in (*order, "id"))
    ordered = query.order_by(*(place.nulls_first() for place in places))  # as SQLite does unasked
    return tuple(kind(**row._mapping) for row in connection.execute(ordered))
