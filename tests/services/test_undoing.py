"""Whatever the user does, undo brings exactly the former state of all tables back, and redo the later one."""

from __future__ import annotations

import contextlib
import shutil
import sqlite3
import tempfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule

from dialogue_prep.domain.agenda import Agenda, AgendaItem, ItemKind
from dialogue_prep.domain.commitment import LADDERS, Commitment, CommitmentState, Voice
from dialogue_prep.domain.consultation import TopicProposal
from dialogue_prep.domain.delegation import Delegate, DelegateRole
from dialogue_prep.domain.dialogue import Dialogue, Entity, Side
from dialogue_prep.domain.draft import Draft
from dialogue_prep.domain.errors import UserError
from dialogue_prep.domain.identity import Identified
from dialogue_prep.domain.journal import Deed, Step
from dialogue_prep.domain.round import Round
from dialogue_prep.domain.speaking import PointKind
from dialogue_prep.domain.text import Text, in_english
from dialogue_prep.domain.topic import Topic
from dialogue_prep.services.agendas import Agendas
from dialogue_prep.services.commitments import Commitments, Leave, Together
from dialogue_prep.services.consultation import Consultation
from dialogue_prep.services.delegations import Coming, Delegations
from dialogue_prep.services.dialogues import Dialogues
from dialogue_prep.services.records import Records
from dialogue_prep.services.rounds import Plan, Rounds
from dialogue_prep.services.workspace import Workspace
from dialogue_prep.store.database import Database
from dialogue_prep.store.kinds import KINDS, name_of
from tests.invented import can_be_made, everything, made_store, numbered_ids, texts, values, words, workspace_of
from tests.invented_dialogue import TODAY, invented_dialogue

pytestmark = pytest.mark.minutes(12)

V = TypeVar("V", bound=Identified)

# The rows of every table: those of the values, and what search knows of them.
State = dict[str, frozenset[tuple[Any, ...]]]

# Drafts are journalled, not undone: they are no part of what undo brings back.
UNDONE = tuple(kind for kind in KINDS if kind is not Draft)
TABLES = {**{name_of(kind): "*" for kind in UNDONE}, "search": "kind, value_id, folded"}


@cache
def template() -> Path:
    folder = Path(tempfile.mkdtemp(prefix="undoing-"))
    return made_store(folder / "template.store", invented_dialogue())


class Undoing(RuleBasedStateMachine):
    """Somebody who uses every request there is, and puts and removes values of every kind beside that."""

    workspace: Workspace

    @initialize()
    def begin(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="undoing-"))
        self.new_id = numbered_ids()
        shutil.copy(template(), self.folder / "a.store")
        self.open()
        self.now = self.state()
        self.past: list[State] = [dict.fromkeys(self.now, frozenset())]
        self.future: list[State] = []

    def open(self) -> None:
        self.steps: list[Step] = []
        self.visit = ""
        self.workspace = workspace_of(Database(self.folder / "a.store"))
        self.workspace.new_id = self.new_id
        self.workspace.subscribe(self.steps.append)

    def teardown(self) -> None:
        if hasattr(self, "folder"):
            self.workspace.database.close()
            shutil.rmtree(self.folder)

    def state(self) -> State:
        with contextlib.closing(sqlite3.connect(self.folder / "a.store")) as connection:
            return {
                table: frozenset(connection.execute(f"SELECT {columns} FROM {table}"))
                for table, columns in TABLES.items()
            }

    def doing(self, act: Callable[[], Any], *, undoable: bool = True, visit: str = "") -> None:
        """Do something; what is refused changes nothing, what is kept is one step."""
        before, told = self.now, len(self.steps)
        with contextlib.suppress(UserError):
            act()
        self.now = self.state()
        if len(self.steps) == told:
            assert self.now == before
            return
        assert len(self.steps) == told + 1
        if undoable and not (visit and visit == self.visit):
            self.past.append(before)
        if undoable:
            self.future.clear()
        self.visit = visit

    def all(self, kind: type[V]) -> list[V]:
        with self.workspace.look() as work:
            return sorted(work.find(kind), key=lambda value: value.id)

    def one(self, data: st.DataObject, kind: type[V]) -> V:
        return data.draw(st.sampled_from(self.all(kind)))

    def has(self, *kinds: type[Identified]) -> bool:
        return all(self.now[name_of(kind)] for kind in kinds)

    def ids(self) -> dict[str, list[str]]:
        return {kind.__name__: sorted(row[0] for row in self.now[name_of(kind)]) for kind in UNDONE}

    # Values of any kind

    @rule(data=st.data(), many=st.integers(1, 3))
    def put_and_remove(self, data: st.DataObject, many: int) -> None:
        def act() -> None:
            with self.workspace.request("Put and remove") as work:
                for _ in range(many):
                    ids = {kind: sorted(found) for kind, found in everything(work).items()}
                    kind = data.draw(st.sampled_from([kind for kind in UNDONE if can_be_made(kind, ids)]))
                    known = st.sampled_from(ids[kind.__name__]) if ids[kind.__name__] else st.nothing()
                    id_ = data.draw(known | st.builds(self.new_id))
                    present = work.look_up(kind, id_)
                    if present is not None and data.draw(st.booleans()):
                        work.remove_whole(present)
                    else:
                        work.put(data.draw(values(kind, ids, id_)), instead_of=present)

        self.doing(act)

    @rule(data=st.data())
    def add_records(self, data: st.DataObject) -> None:
        ids = self.ids()
        kind = data.draw(st.sampled_from([kind for kind in UNDONE if can_be_made(kind, ids)]))
        new = data.draw(values(kind, ids, self.new_id()))
        self.doing(lambda: Records(self.workspace).add(new, label="Add"))

    @precondition(lambda self: self.has(Topic))
    @rule(data=st.data(), visit=st.sampled_from(["", "box"]), title=texts(filled=True))
    def rename(self, data: st.DataObject, visit: str, title: Any) -> None:
        topic = self.one(data, Topic)
        new = replace(topic, title=title)
        self.doing(lambda: Records(self.workspace).change(topic, new, label="Rename", visit=visit), visit=visit)

    @rule(data=st.data())
    def remove_records(self, data: st.DataObject) -> None:
        kinds = [kind for kind in UNDONE if self.has(kind)]
        if kinds:
            value = self.one(data, data.draw(st.sampled_from(kinds)))
            self.doing(lambda: Records(self.workspace).remove(value, label="Remove"))

    # The agenda

    @precondition(lambda self: self.has(Agenda))
    @rule(data=st.data(), kind=st.sampled_from(ItemKind), minutes=st.integers(-5, 2000))
    def add_item(self, data: st.DataObject, kind: ItemKind, minutes: int) -> None:
        agenda = self.one(data, Agenda)
        items = [item for item in self.all(AgendaItem) if item.agenda_id == agenda.id]
        after = data.draw(st.none() | st.sampled_from(items)) if items else None
        add = Agendas(self.workspace).add
        self.doing(lambda: add(agenda.id, kind, in_english("New"), minutes, after=after))

    @precondition(lambda self: self.has(AgendaItem))
    @rule(data=st.data(), place=st.integers(-2, 9))
    def move_item(self, data: st.DataObject, place: int) -> None:
        item = self.one(data, AgendaItem)
        self.doing(lambda: Agendas(self.workspace).move(item, place))

    @precondition(lambda self: self.has(AgendaItem))
    @rule(data=st.data())
    def park_items(self, data: st.DataObject) -> None:
        items = data.draw(st.lists(st.sampled_from(self.all(AgendaItem)), unique_by=lambda item: item.id, max_size=3))
        self.doing(lambda: Agendas(self.workspace).park(items))

    @precondition(lambda self: self.has(AgendaItem, Entity))
    @rule(data=st.data())
    def lead_item(self, data: st.DataObject) -> None:
        item, entity = self.one(data, AgendaItem), self.one(data, Entity)
        own = [other.id for other in self.all(Entity) if other.side_id == entity.side_id]
        wanted = data.draw(st.lists(st.sampled_from(own), max_size=3))
        self.doing(lambda: Agendas(self.workspace).lead(item, wanted, [id_ for id_ in own if id_ not in wanted]))

    @precondition(lambda self: self.has(AgendaItem, Commitment))
    @rule(data=st.data())
    def follow_up(self, data: st.DataObject) -> None:
        item = self.one(data, AgendaItem)
        wanted = data.draw(st.lists(st.sampled_from([c.id for c in self.all(Commitment)]), max_size=3))
        self.doing(lambda: Agendas(self.workspace).follow_up(item, wanted))

    @precondition(lambda self: self.has(AgendaItem))
    @rule(data=st.data(), kind=st.sampled_from(PointKind), said=st.lists(words, max_size=3))
    def say(self, data: st.DataObject, kind: PointKind, said: list[str]) -> None:
        item, language = self.one(data, AgendaItem), data.draw(st.sampled_from(("en", "fr")))
        self.doing(lambda: Agendas(self.workspace).say(item, kind, language, said))

    # Commitments

    @precondition(lambda self: self.has(Commitment))
    @rule(data=st.data(), voice=st.sampled_from(Voice), days=st.integers(-400, 30), fits=st.booleans())
    def say_status(self, data: st.DataObject, voice: Voice, days: int, fits: bool) -> None:
        commitment = self.one(data, Commitment)
        state = data.draw(st.sampled_from(LADDERS[commitment.kind] if fits else tuple(CommitmentState)))
        on = TODAY + timedelta(days=days)
        self.doing(lambda: Commitments(self.workspace).say_status(commitment, voice, state, on))

    @precondition(lambda self: self.has(Commitment))
    @rule(data=st.data())
    def put_under(self, data: st.DataObject) -> None:
        chosen = data.draw(st.lists(st.sampled_from(self.all(Commitment)), unique_by=lambda c: c.id, max_size=3))
        topic = data.draw(st.none() | st.sampled_from([topic.id for topic in self.all(Topic)] or [None]))
        self.doing(lambda: Commitments(self.workspace).put_under(chosen, topic))

    @precondition(lambda self: self.has(Commitment, Entity))
    @rule(data=st.data())
    def lead_commitment(self, data: st.DataObject) -> None:
        commitment = self.one(data, Commitment)
        wanted = data.draw(st.lists(st.sampled_from([entity.id for entity in self.all(Entity)]), max_size=3))
        self.doing(lambda: Commitments(self.workspace).lead(commitment, wanted))

    @precondition(lambda self: self.has(Commitment))
    @rule(data=st.data(), due=st.none() | st.just(Leave.AS_IT_IS) | st.just(TODAY))
    def change_together(self, data: st.DataObject, due: date | Leave | None) -> None:
        chosen = data.draw(st.lists(st.sampled_from(self.all(Commitment)), unique_by=lambda c: c.id, max_size=3))
        leads = {entity.side_id: (entity.id,) for entity in self.all(Entity)[:1]} if data.draw(st.booleans()) else {}
        self.doing(lambda: Commitments(self.workspace).change_together(chosen, Together(due=due, leads=leads)))

    # Consultation

    @precondition(lambda self: self.has(TopicProposal, Side))
    @rule(data=st.data(), step=st.integers(0, 3), reason=texts())
    def go_on_with_a_proposal(self, data: st.DataObject, step: int, reason: Text) -> None:
        consultation, proposal, side = (
            Consultation(self.workspace),
            self.one(data, TopicProposal),
            self.one(data, Side),
        )
        steps = (
            lambda: consultation.consent(proposal, side.id, TODAY, reason),
            lambda: consultation.add(proposal, TODAY, reason),
            lambda: consultation.decline(proposal, TODAY, reason),
            lambda: consultation.consult(proposal, TODAY, reason),
        )
        self.doing(steps[step])

    # Delegations

    @precondition(lambda self: self.has(Round, Side))
    @rule(data=st.data(), name=st.sampled_from(["Ada Example", "Cy Instance", "Di Specimen"]))
    def add_delegate(self, data: st.DataObject, name: str) -> None:
        side = self.one(data, Side)
        own = [entity.id for entity in self.all(Entity) if entity.side_id == side.id]
        coming = Coming(
            round_id=self.one(data, Round).id,
            side_id=side.id,
            name=in_english(name),
            role=data.draw(st.sampled_from(DelegateRole)),
            entity_id=data.draw(st.none() | st.sampled_from(own)) if own else None,
        )
        self.doing(lambda: Delegations(self.workspace).add(coming))

    @precondition(lambda self: self.has(Delegate))
    @rule(data=st.data(), place=st.integers(-1, 5))
    def move_delegate(self, data: st.DataObject, place: int) -> None:
        delegate = self.one(data, Delegate)
        self.doing(lambda: Delegations(self.workspace).move(delegate, place))

    @precondition(lambda self: self.has(Delegate))
    @rule(data=st.data())
    def remove_delegate(self, data: st.DataObject) -> None:
        delegate = self.one(data, Delegate)
        self.doing(lambda: Delegations(self.workspace).remove(delegate))

    @precondition(lambda self: self.has(Round, Entity))
    @rule(data=st.data(), reason=texts())
    def excuse(self, data: st.DataObject, reason: Any) -> None:
        round_, entity = self.one(data, Round), self.one(data, Entity)
        self.doing(lambda: Delegations(self.workspace).excuse(round_.id, entity.id, reason))

    # Rounds, dialogues, papers

    @precondition(lambda self: any(len(sides_of(self, dialogue)) == 2 for dialogue in self.all(Dialogue)))
    @rule(
        data=st.data(), city=st.sampled_from(["", "Port Lumen", "Elsewhere"]), reason=st.sampled_from(["", "A flood."])
    )
    def plan(self, data: st.DataObject, city: str, reason: str) -> None:
        ready = [dialogue for dialogue in self.all(Dialogue) if len(sides_of(self, dialogue)) == 2]
        dialogue = data.draw(st.sampled_from(ready))
        host = data.draw(st.sampled_from(["", "Ostrava", "Lumen", "Nowhere"]))
        start = data.draw(st.none() | st.dates(TODAY, TODAY + timedelta(days=900)))
        plan = Plan(start=start, city=city, host=host, reason=reason)
        self.doing(lambda: Rounds(self.workspace).plan(dialogue.id, plan))

    @precondition(lambda self: not self.has(Dialogue))
    @rule()
    def begin_with_starter(self) -> None:
        self.doing(Dialogues(self.workspace).begin_with_starter)

    @precondition(lambda self: self.has(Round))
    @rule(data=st.data())
    def write_a_paper(self, data: st.DataObject) -> None:
        ids = {**self.ids(), "Round": [self.one(data, Round).id]}
        draft = data.draw(values(Draft, ids, self.new_id()))

        def act() -> None:
            with self.workspace.request("Write a paper", undoable=False) as work:
                work.put(draft)

        self.doing(act, undoable=False)

    # Back and forth

    @rule()
    def undo(self) -> None:
        step = self.workspace.undo()
        if not self.past:
            assert step is None
            return
        assert step is not None
        assert step.deed is Deed.UNDO
        self.future.append(self.now)
        self.now, self.visit = self.state(), ""
        assert self.now == self.past.pop()

    @rule()
    def redo(self) -> None:
        step = self.workspace.redo()
        if not self.future:
            assert step is None
            return
        assert step is not None
        assert step.deed is Deed.REDO
        self.past.append(self.now)
        self.now, self.visit = self.state(), ""
        assert self.now == self.future.pop()

    @rule()
    def close_and_open_again(self) -> None:
        self.workspace.database.close()
        visit = self.visit
        self.open()
        self.visit = visit


def sides_of(machine: Undoing, dialogue: Dialogue) -> list[Side]:
    return [side for side in machine.all(Side) if side.dialogue_id == dialogue.id]


TestUndoing = Undoing.TestCase
TestUndoing.settings = settings(stateful_step_count=20)
