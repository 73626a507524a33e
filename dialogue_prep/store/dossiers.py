"""Reads dossiers: a round with its whole dialogue, in one go."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from functools import cache
from typing import Any

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    CompoundSelect,
    Connection,
    Select,
    TextClause,
    bindparam,
    func,
    select,
    text,
    union_all,
)

from dialogue_prep.domain.agenda import Agenda, AgendaItem, AgendaItemCommitment, AgendaItemLead
from dialogue_prep.domain.biography import Biography
from dialogue_prep.domain.clearance import Clearance
from dialogue_prep.domain.commitment import Commitment, CommitmentInstrument, CommitmentLead, StatusEntry, code_order
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
from dialogue_prep.store.cited_paragraphs import paragraph_numbers_in
from dialogue_prep.store.kinds import name_of
from dialogue_prep.store.repository import by_id, values_of
from dialogue_prep.store.tables import JOURNAL, TABLES
from dialogue_prep.system.public_holidays import CalendarWhenAsked

# By what values are ordered: the name of a column, or an expression.
Order = str | ColumnElement[Any]

Query = tuple[type[Identified], Select[Any]]
Queries = Mapping[str, Query]
"""What finds values of one kind, by the field of a dossier that holds them; built once, which takes longest."""

_DIALOGUE: BindParameter[str] = bindparam("dialogue_id")
_ROUND: BindParameter[str] = bindparam("round_id")
_AGENDA: BindParameter[str] = bindparam("agenda_id")


def read(connection: Connection, round_id: str) -> Dossier:
    """Return everything about a round and its dialogue; raise NotFound if there is no such round."""
    round_ = _with_id(connection, Round, round_id)
    if round_ is None:
        raise NotFound("This round is no longer there.")
    there = set(connection.execute(_what_is_there()).scalars())
    of_dialogue = _found(connection, _of_dialogue(), there, dialogue_id=round_.dialogue_id)
    of_dialogue["commitments"] = tuple(sorted(of_dialogue["commitments"], key=lambda one: code_order(one.code)))
    of_round = _found(connection, _of_round(), there, round_id=round_id)
    agenda = max(of_round.pop("agendas"), key=lambda agenda: agenda.version, default=None)
    return Dossier(
        dialogue=_with_id(connection, Dialogue, round_.dialogue_id),
        round=round_,
        agenda=agenda,
        calendars=_calendars(of_dialogue["sides"], round_, of_round["milestones"]),
        marking_place=_marking_place(connection),
        paragraph_numbers=paragraph_numbers_in(connection, round_.dialogue_id),
        **of_dialogue,
        **of_round,
        **_found(connection, _of_agenda(), there, agenda_id=agenda.id if agenda else ""),
    )


def _found(connection: Connection, queries: Queries, there: Collection[str], **asked: str) -> dict[str, Any]:
    return {
        name: tuple(values_of(kind, connection.execute(query, asked))) if name_of(kind) in there else ()
        for name, (kind, query) in queries.items()
    }


def _with_id(connection: Connection, kind: type[Identified], id_: str) -> Any:
    return next(values_of(kind, connection.execute(by_id(TABLES[kind]), {"wanted_id": id_}).all()), None)


def _marking_place(connection: Connection) -> MarkingPlace:
    kept = _with_id(connection, StoreSetting, MARKING_PLACE)
    return MarkingPlace(kept.value) if kept else MarkingPlace.BOTH


def _calendars(sides: Sequence[Side], round_: Round, milestones: Sequence[Milestone]) -> tuple[Calendar, ...]:
    """Return the holidays of both sides in the years in which the milestones of a round can be due."""
    if not milestones:
        return ()
    years = years_of(milestones, round_)
    return tuple(CalendarWhenAsked(side.holiday_calendar, years) for side in sides)


@cache
def _what_is_there() -> TextClause:
    """Return what finds the names of the kinds of which there is any value: of many kinds no store has one."""
    kinds = {kind for queries in (_of_dialogue(), _of_round(), _of_agenda()) for kind, _query in queries.values()}
    names = sorted(name_of(kind) for kind in kinds)
    asked = (f"SELECT '{name}' WHERE EXISTS (SELECT * FROM \"{name}\")" for name in names)  # noqa: S608 - our own names
    return text(" UNION ALL ".join(asked))


@cache
def _of_dialogue() -> Queries:
    """Return what finds all that belongs to the dialogue of a round, and what holds for every dialogue."""
    return {
        "sides": _own(Side, "position"),
        "entities": _below(Entity, Side, "side_id", "position"),
        "posts": _below(Post, Side, "side_id"),
        "people": _below(Person, Side, "side_id"),
        "biographies": _query(Biography, TABLES[Biography].c.person_id.in_(_ids_below(Person, Side, "side_id"))),
        "tenures": _query(Tenure, TABLES[Tenure].c.post_id.in_(_ids_below(Post, Side, "side_id"))),
        "topics": _own(Topic, "number"),
        "mechanisms": _own(Mechanism, "number"),
        "objectives": _own(Objective, "number"),
        "instruments": _own(Instrument),
        "instrument_entries": _below(InstrumentEntry, Instrument, "instrument_id", "on", _when_made(InstrumentEntry)),
        "objective_instruments": _below(ObjectiveInstrument, Objective, "objective_id"),
        "objective_topics": _below(ObjectiveTopic, Objective, "objective_id"),
        "rounds": _own(Round, "ordinal"),
        "topic_proposals": _own(TopicProposal, "state_on"),
        "guidance_requests": _own(GuidanceRequest, "raised_on"),
        "subgroups": _own(Subgroup, "set_up_on"),
        "sources": _own(Source),
        "citations": _below(Citation, Source, "source_id", "paragraph", "start"),
        "aliases": _query(Alias, TABLES[Alias].c.subject_id.in_(_named())),
        "commitments": _own(Commitment),
        "commitment_leads": _below(CommitmentLead, Commitment, "commitment_id"),
        "commitment_instruments": _below(CommitmentInstrument, Commitment, "commitment_id"),
        "commitment_links": _below(CommitmentLink, Commitment, "commitment_id"),
        "status_entries": _below(StatusEntry, Commitment, "commitment_id", _when_made(StatusEntry)),
        "grades": _query(WordingGrade, None, "position"),
        "markings": _query(Marking, None, "rank"),
    }


@cache
def _of_round() -> Queries:
    """Return what finds all that belongs to a round itself: its agendas, but not what is on them."""

    def own(kind: type[Identified], *order: str) -> Query:
        return _query(kind, TABLES[kind].c.round_id == _ROUND, *order)

    passages = select(TABLES[Passage].c.id).where(TABLES[Passage].c.round_id == _ROUND)
    return {
        "agendas": own(Agenda),
        "milestones": own(Milestone),
        "steering_points": own(SteeringPoint, "position"),
        "passages": own(Passage, "position"),
        "options": _query(Option, TABLES[Option].c.passage_id.in_(passages), "position"),
        "delegates": own(Delegate, "precedence"),
        "absences": own(Absence),
        "own_words": own(OwnWords, "unit"),
        "unit_looks": own(UnitLook, "unit"),
        "clearances": own(Clearance),
    }


@cache
def _of_agenda() -> Queries:
    """Return what finds the items of an agenda and what belongs to them."""
    on_it = TABLES[AgendaItem].c.agenda_id == _AGENDA
    items = select(TABLES[AgendaItem].c.id).where(on_it)

    def below(kind: type[Identified], *order: str) -> Query:
        return _query(kind, TABLES[kind].c.agenda_item_id.in_(items), *order)

    return {
        "items": _query(AgendaItem, on_it, "position"),
        "item_leads": below(AgendaItemLead),
        "item_commitments": below(AgendaItemCommitment),
        "points": below(SpeakingPoint, "position"),
    }


def _own(kind: type[Identified], *order: Order) -> Query:
    """Return what finds the values of a kind that name the dialogue."""
    return _query(kind, TABLES[kind].c.dialogue_id == _DIALOGUE, *order)


def _below(kind: type[Identified], above: type[Identified], field: str, *order: Order) -> Query:
    """Return what finds the values whose field names a value of the dialogue of the kind above."""
    return _query(kind, TABLES[kind].c[field].in_(_ids(above)), *order)


def _ids_below(kind: type[Identified], above: type[Identified], field: str) -> Select[Any]:
    """Return what finds the identifiers of such values."""
    table = TABLES[kind]
    return select(table.c.id).where(table.c[field].in_(_ids(above)))


def _named() -> CompoundSelect[Any]:
    """Return what finds the identifiers of all that can have other names, the dialogue itself too."""
    own = (_ids(kind) for kind in (Side, Topic, Mechanism, Objective, Instrument, Round, Commitment))
    of_sides = (_ids_below(kind, Side, "side_id") for kind in (Entity, Post, Person))
    itself = select(TABLES[Dialogue].c.id).where(TABLES[Dialogue].c.id == _DIALOGUE)
    return union_all(itself, *own, *of_sides)


def _ids(kind: type[Identified]) -> Select[Any]:
    return select(TABLES[kind].c.id).where(TABLES[kind].c.dialogue_id == _DIALOGUE)


def _when_made(kind: type[Identified]) -> Order:
    """Return the order in which values were first kept, as the journal has it."""
    entry = JOURNAL.c.value_id == TABLES[kind].c.id
    return select(func.min(JOURNAL.c.number)).where(entry).scalar_subquery()


def _query(kind: type[Identified], condition: ColumnElement[bool] | None, *order: Order) -> Query:
    table = TABLES[kind]
    query = select(table) if condition is None else select(table).where(condition)
    places = (table.c[place] if isinstance(place, str) else place for place in order)
    return kind, query.order_by(*(place.nulls_first() for place in places), table.c.id)  # as SQLite does unasked
