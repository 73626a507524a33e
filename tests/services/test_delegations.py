"""Who comes to a round, in which order, for whom, and which entity sends nobody."""

from __future__ import annotations

import pytest

from dialogue_prep.domain.delegation import Delegate
from dialogue_prep.domain.dialogue import Entity, Side
from dialogue_prep.domain.errors import UserError
from dialogue_prep.domain.post import Post
from dialogue_prep.domain.round import Round
from dialogue_prep.domain.text import NOTHING, in_english
from dialogue_prep.services.delegations import Coming, Delegations
from dialogue_prep.services.dialogues import Dialogues
from dialogue_prep.services.rounds import Plan, Rounds
from dialogue_prep.services.workspace import Workspace


@pytest.fixture
def round_(starter: Workspace) -> Round:
    return Rounds(starter).plan(Dialogues(starter).one().id, Plan())


def entity(workspace: Workspace, place: int = 1) -> Entity:
    with workspace.look() as work:
        return work.find(Entity, side_id=work.find(Side, home=True)[0].id)[place]


def coming(round_: Round, entity: Entity, name: str, stands_in_for: str = "") -> Coming:
    return Coming(
        round_id=round_.id,
        side_id=entity.side_id,
        name=in_english(name),
        entity_id=entity.id,
        stands_in_for=in_english(stands_in_for),
    )


def test_a_designated_officer_stands_in_for_a_post_that_is_made_where_it_is_new(
    starter: Workspace, round_: Round
) -> None:
    here = entity(starter)
    first = Delegations(starter).add(coming(round_, here, "Ada Example", "Deputy Head"))
    second = Delegations(starter).add(coming(round_, here, "Bo Sample", "deputy head"))
    with starter.look() as work:
        post = work.get(Post, str(first.stands_in_for_id))
    assert (post.title, post.entity_id) == (in_english("Deputy Head"), here.id)
    assert second.stands_in_for_id == post.id


def test_a_delegate_can_come_in_his_or_her_own_right_after_all(starter: Workspace, round_: Round) -> None:
    delegate = Delegations(starter).add(coming(round_, entity(starter), "Ada Example", "Deputy Head"))
    assert Delegations(starter).designate(delegate, NOTHING).stands_in_for_id is None
    starter.undo()
    with starter.look() as work:
        assert work.get(Delegate, delegate.id) == delegate


def test_an_absence_needs_a_reason_and_no_delegate(starter: Workspace, round_: Round) -> None:
    here = entity(starter)
    with pytest.raises(UserError) as refused:
        Delegations(starter).excuse(round_.id, here.id, NOTHING)
    assert refused.value.field == "reason"
    Delegations(starter).add(coming(round_, here, "Ada Example"))
    with pytest.raises(UserError, match="has a delegate"):
        Delegations(starter).excuse(round_.id, here.id, in_english("Nobody is free."))
