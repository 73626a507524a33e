"""The two samples that are shipped make one dialogue, in either order, and the next round is whose turn it is."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

import pytest

from dialogue_prep.domain.commitment import Commitment
from dialogue_prep.domain.dialogue import Dialogue, Side
from dialogue_prep.domain.identity import Identified
from dialogue_prep.domain.post import Person, Post, PostRole
from dialogue_prep.domain.round import Round
from dialogue_prep.services.dialogues import Dialogues
from dialogue_prep.services.rounds import Plan, Rounds
from dialogue_prep.services.workspace import Workspace
from dialogue_prep.system.data_files import read_data
from dialogue_prep.system.resources import data_file

V = TypeVar("V", bound=Identified)

EXPECTED = read_data("samples/expected.toml")
TERMS, STATEMENT = EXPECTED["terms_of_reference"], EXPECTED["joint_statement"]

in_either_order = pytest.mark.parametrize(
    "names",
    [
        (TERMS["file"], STATEMENT["file"]),
        (STATEMENT["file"], TERMS["file"]),
        (STATEMENT["word_file"], TERMS["file"]),
    ],
    ids=["terms first", "statement first", "statement in Word first"],
)


@pytest.fixture
def workspace(read_in: Callable[..., Workspace], names: tuple[str, str]) -> Workspace:
    """Return a store in which both samples are."""
    return read_in(*(data_file(f"samples/{name}") for name in names), home="Belmara")


def all_of(workspace: Workspace, kind: type[V]) -> list[V]:
    with workspace.look() as work:
        return list(work.find(kind))


@in_either_order
def test_both_samples_make_one_dialogue(workspace: Workspace) -> None:
    dialogue = Dialogues(workspace).one()
    assert dialogue.designation.read("en") == TERMS["designation"]
    assert len(all_of(workspace, Dialogue)) == 1
    sides = {side.id: side.name.read("en") for side in all_of(workspace, Side)}
    assert set(sides.values()) == set(TERMS["sides"])
    chairs = [post for post in all_of(workspace, Post) if post.role is PostRole.CO_CHAIR]
    assert sorted(sides[post.side_id] for post in chairs) == sorted(TERMS["sides"])
    assert {person.name.read("en") for person in all_of(workspace, Person)} == {
        chair["name"] for chair in STATEMENT["co_chairs"]
    }


@in_either_order
def test_there_are_two_rounds_and_what_was_agreed_at_the_first(workspace: Workspace) -> None:
    sides = {side.id: side.name.read("en") for side in all_of(workspace, Side)}
    rounds = sorted(all_of(workspace, Round), key=lambda round_: round_.ordinal)
    assert [round_.ordinal for round_ in rounds] == [4, 5]
    assert [sides.get(round_.host_id or "") for round_ in rounds] == [
        STATEMENT["host"],
        STATEMENT["next_round"]["host"],
    ]
    agreed = sorted(all_of(workspace, Commitment), key=lambda commitment: commitment.code)
    assert [commitment.wording.read("en") for commitment in agreed] == [c["words"] for c in STATEMENT["commitments"]]
    assert [sides.get(commitment.by_id or "") for commitment in agreed] == [
        c.get("by") for c in STATEMENT["commitments"]
    ]


@in_either_order
def test_the_round_that_is_planned_is_hosted_by_the_side_whose_turn_it_is(
    workspace: Workspace, names: tuple[str, str]
) -> None:
    rounds = Rounds(workspace)
    dossier = rounds.dossier(rounds.plan(Dialogues(workspace).one().id, Plan()).id)
    assert dossier.round.ordinal == 5
    assert dossier.host.name.read("en") == STATEMENT["next_round"]["host"]
    assert dossier.round.city.read("en") == STATEMENT["next_round"]["place"]
    assert dossier.round.year == STATEMENT["next_round"]["year"]
