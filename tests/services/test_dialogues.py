"""The terms of reference as data, and which side is ours."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from sqlalchemy import Engine, event

from dialogue_prep.domain.commitment import Commitment, CommitmentState, StatusEntry, Voice
from dialogue_prep.domain.dialogue import Entity, Side
from dialogue_prep.domain.post import Post
from dialogue_prep.domain.topic import ObjectiveTopic, Topic
from dialogue_prep.services.dialogues import Dialogues
from dialogue_prep.services.records import Records
from dialogue_prep.services.workspace import Workspace
from dialogue_prep.store.kinds import KINDS
from tests.invented_dialogue import TODAY


def queries(read: Callable[[], object]) -> int:
    """Return how many statements are sent to a store while something is read."""
    sent: list[object] = []

    def note(*asked: object) -> None:
        sent.append(asked[2])

    event.listen(Engine, "before_cursor_execute", note)
    read()
    event.remove(Engine, "before_cursor_execute", note)
    return len(sent)


def test_the_terms_of_reference_are_read_before_any_round_is_planned(starter: Workspace) -> None:
    dialogues = Dialogues(starter)
    terms = dialogues.terms(dialogues.one().id)
    assert [topic.number for topic in terms.topics] == [1, 2, 3, 4, 5, 6]
    assert len(terms.sides) == 2
    assert {type(terms.find(value.id)) for value in (*terms.entities, *terms.posts)} == {Entity, Post}
    assert terms.find("nowhere") is None


def test_one_side_is_ours_and_never_both(starter: Workspace) -> None:
    dialogues = Dialogues(starter)
    id_ = dialogues.one().id
    before = dialogues.sides(id_)
    other = next(side for side in before if not side.home)
    dialogues.choose_home(id_, other.id)
    assert [side.id for side in dialogues.sides(id_) if side.home] == [other.id]
    starter.undo()
    assert dialogues.sides(id_) == before


def test_objectives_are_tied_from_the_side_of_a_topic_and_of_an_instrument(workspace: Workspace) -> None:
    dialogues = Dialogues(workspace)
    terms = dialogues.terms("dialogue")
    topic, instrument = terms.topics[0], terms.instruments[0]
    every = {objective.id for objective in terms.objectives}
    dialogues.tie_to_objectives(topic, every)
    dialogues.tie_to_objectives(instrument, (), every)
    tied = dialogues.terms("dialogue")
    assert {tie.objective_id for tie in tied.objective_topics if tie.topic_id == topic.id} == every
    assert not any(tie.instrument_id == instrument.id for tie in tied.objective_instruments)
    assert [one for one in tied.objective_topics if one.topic_id != topic.id] == [
        one for one in terms.objective_topics if one.topic_id != topic.id
    ]
    workspace.undo()
    workspace.undo()
    assert dialogues.terms("dialogue") == terms


def test_what_would_go_with_a_record_is_what_goes(starter: Workspace) -> None:
    with starter.look() as work:
        topic = work.find(Topic, number=1)[0]
        before = {kind: len(work.find(kind)) for kind in KINDS}
    told = Dialogues(starter).goes_with(topic)
    Records(starter).remove(topic, label="Remove a topic")
    with starter.look() as work:
        gone = {kind: before[kind] - len(work.find(kind)) for kind in KINDS}
    gone[Topic] -= 1
    assert dict(told) == {kind: number for kind, number in gone.items() if number}
    assert told[ObjectiveTopic] or told.total()
    assert Side not in told


def test_the_terms_are_read_in_as_many_queries_however_much_was_agreed(workspace: Workspace) -> None:
    dialogues = Dialogues(workspace)

    def read() -> None:
        dialogues.terms("dialogue")
        dialogues.one_sided_entries("dialogue")

    before = queries(read)
    with workspace.look() as work:
        first = work.find(Commitment)[0]
    with workspace.request("Agree on more") as work:
        for place in range(20):
            one = work.put(replace(first, id=f"more-{place}", code=f"R2-{50 + place}"))
            for voice in Voice:
                entry = StatusEntry(
                    id=f"{voice}-{place}", commitment_id=one.id, voice=voice, state=CommitmentState.ACTIVE, on=TODAY
                )
                work.put(entry)
    assert queries(read) == before
    assert dialogues.one_sided_entries("dialogue") >= 40
    assert dialogues.one_sided_entries("elsewhere") == 0
