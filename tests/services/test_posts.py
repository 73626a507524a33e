"""Who holds a post, and what follows when somebody else does."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from dialogue_prep.domain.delegation import Delegate, DelegateRole
from dialogue_prep.domain.errors import UserError
from dialogue_prep.domain.identity import PersonId
from dialogue_prep.domain.post import Person, Post, PostRole, Tenure
from dialogue_prep.domain.text import NOTHING, in_english
from dialogue_prep.services.dialogues import Dialogues
from dialogue_prep.services.posts import Posts
from dialogue_prep.services.rounds import Plan, Rounds
from dialogue_prep.services.workspace import Workspace

ON = date(2018, 1, 15)


def chair(workspace: Workspace) -> tuple[Post, Tenure]:
    with workspace.look() as work:
        post = work.find(Post, role=PostRole.CO_CHAIR)[0]
        return post, work.find(Tenure, post_id=post.id)[0]


def test_a_holder_is_confirmed_as_one_step(starter: Workspace) -> None:
    _post, tenure = chair(starter)
    Posts(starter).confirm(tenure)
    assert chair(starter)[1].confirmed
    starter.undo()
    assert chair(starter)[1] == tenure


def test_a_new_holder_ends_the_tenure_of_the_former_one_and_heads_the_delegation(starter: Workspace) -> None:
    round_ = Rounds(starter).plan(Dialogues(starter).one().id, Plan())
    post, former = chair(starter)
    given = Posts(starter).give(post, in_english("Ada Example"), ON, in_english("Ms."))
    with starter.look() as work:
        assert work.get(Tenure, former.id).until == ON
        person = work.get(Person, given.person_id)
        (head,) = work.find(Delegate, round_id=round_.id, side_id=post.side_id, role=DelegateRole.HEAD)
    assert (given.as_of, given.until, given.confirmed) == (ON, None, True)
    assert (person.name, person.form_of_address) == (in_english("Ada Example"), in_english("Ms."))
    assert head.person_id == person.id


def test_whoever_is_known_by_that_name_is_the_same_person(starter: Workspace) -> None:
    post, former = chair(starter)
    Posts(starter).give(post, in_english("Ada Example"), ON)
    with starter.look() as work:
        first = work.get(Person, former.person_id)
    again = Posts(starter).give(post, first.name, date(2018, 2, 1))
    assert again.person_id == first.id


def test_who_was_known_to_hold_a_post_before_somebody_else_can_be_given_it_again(starter: Workspace) -> None:
    post, former = chair(starter)
    between = Person(id=PersonId("between"), side_id=post.side_id, name=in_english("Ada Example"))
    with starter.request("Know") as work:
        work.put(between)
        work.put(replace(former, id="later", person_id=between.id, as_of=date(2018, 1, 2)))
        name = work.get(Person, former.person_id).name
    given = Posts(starter).give(post, name, ON)
    assert given.person_id == former.person_id
    with starter.look() as work:
        assert [one.id for one in work.find(Tenure, post_id=post.id) if one.until is None] == [given.id]


@pytest.mark.parametrize(
    ("name", "on", "field"),
    [(NOTHING, ON, "name"), (in_english("Ada Example"), date(2001, 1, 1), "on")],
    ids=["nobody", "a day before the former holder"],
)
def test_who_cannot_hold_a_post_is_refused_at_the_field(starter: Workspace, name: object, on: date, field: str) -> None:
    post, tenure = chair(starter)
    assert tenure.as_of is not None
    with pytest.raises(UserError) as refused:
        Posts(starter).give(post, name, on)  # type: ignore[arg-type]
    assert refused.value.field == field
    assert chair(starter)[1] == tenure


def test_who_holds_the_post_already_is_confirmed_and_not_given_it_again(starter: Workspace) -> None:
    post, tenure = chair(starter)
    with starter.look() as work:
        name = work.get(Person, tenure.person_id).name
    with pytest.raises(UserError, match="confirm it instead"):
        Posts(starter).give(post, name, ON)
