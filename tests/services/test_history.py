"""Who changed what, and the way back to it: former values of a field, and records that were removed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dialogue_prep.domain.agenda import AgendaItem
from dialogue_prep.domain.delegation import Delegate
from dialogue_prep.domain.dialogue import Entity, Side
from dialogue_prep.domain.errors import UserError
from dialogue_prep.domain.text import WordingState
from dialogue_prep.domain.topic import ObjectiveTopic, Topic
from dialogue_prep.services.dialogues import Dialogues
from dialogue_prep.services.history import History
from dialogue_prep.services.records import Records
from dialogue_prep.services.rounds import Plan, Rounds
from dialogue_prep.services.workspace import Workspace
from dialogue_prep.store.kinds import KINDS


def topic(workspace: Workspace, number: int = 1) -> Topic:
    with workspace.look() as work:
        return work.find(Topic, number=number)[0]


def state(workspace: Workspace) -> dict[str, object]:
    with workspace.look() as work:
        return {value.id: value for kind in KINDS for value in work.find(kind)}


def test_a_former_wording_is_put_back_in_its_language_and_the_others_are_in_step_again(starter: Workspace) -> None:
    before = topic(starter)
    Records(starter).change(before, replace(before, title=before.title.reworded("en", "Other words")), label="Change")
    changed = topic(starter)
    assert {w.state for w in changed.title if w.language != "en"} == {WordingState.OUTDATED}
    entry = History(starter).of(before.id)[0]
    History(starter).put_back(entry, "title.en")
    assert topic(starter) == before
    starter.undo()
    assert topic(starter) == changed


def test_a_translation_made_anew_since_stays_when_the_original_is_put_back(starter: Workspace) -> None:
    before = topic(starter)
    changed = replace(before, title=before.title.reworded("en", "Other words"))
    Records(starter).change(before, changed, label="Change")
    entry = History(starter).of(before.id)[0]
    Records(starter).change(
        changed, replace(changed, title=changed.title.reworded("fr", "Autres mots")), label="Change"
    )
    History(starter).put_back(entry, "title.en")
    now = topic(starter).title
    assert (now.words("en"), now.words("fr")) == (before.title.words("en"), "Autres mots")


def test_a_removed_record_comes_back_with_all_that_belongs_to_it(starter: Workspace) -> None:
    Rounds(starter).plan(Dialogues(starter).one().id, Plan())
    before = state(starter)
    Records(starter).remove(topic(starter), label="Remove a topic")
    (removed,) = History(starter).removed()
    assert removed.value == before[removed.id]
    assert removed.belongings == len(before) - len(state(starter)) - 1 > 0
    History(starter).put_back_removed(removed)
    assert state(starter) == before
    assert History(starter).removed() == ()
    starter.undo()
    assert [line.id for line in History(starter).removed()] == [removed.id]


def test_an_addition_that_was_taken_back_is_not_among_what_was_removed(starter: Workspace) -> None:
    Rounds(starter).plan(Dialogues(starter).one().id, Plan())
    starter.undo()
    assert History(starter).removed() == ()
    starter.redo()
    Records(starter).remove(topic(starter), label="Remove a topic")
    starter.undo()
    starter.redo()
    assert [type(line.value) for line in History(starter).removed()] == [Topic]


def test_what_was_tied_anew_meanwhile_stays_as_it_is(starter: Workspace) -> None:
    Rounds(starter).plan(Dialogues(starter).one().id, Plan())
    gone, other = topic(starter), topic(starter, 2)
    with starter.look() as work:
        item = next(item for item in work.find(AgendaItem) if item.topic_id == gone.id)
    Records(starter).remove(gone, label="Remove a topic")
    with starter.look() as work:
        loosened = work.get(AgendaItem, item.id)
    Records(starter).change(loosened, replace(loosened, topic_id=other.id), label="Change")
    History(starter).put_back_removed(History(starter).removed()[0])
    with starter.look() as work:
        assert work.get(AgendaItem, item.id).topic_id == other.id


def test_what_belonged_to_a_record_removed_later_waits_for_it(starter: Workspace) -> None:
    with starter.look() as work:
        link = next(link for link in work.find(ObjectiveTopic) if link.topic_id)
        above = work.get(Topic, link.topic_id)
    Records(starter).remove(link, label="Remove a link")
    Records(starter).remove(above, label="Remove a topic")
    of_link = next(line for line in History(starter).removed() if line.id == link.id)
    with pytest.raises(UserError, match="What this belongs to was removed too"):
        History(starter).put_back_removed(of_link)
    of_topic = next(line for line in History(starter).removed() if line.id == above.id)
    History(starter).put_back_removed(of_topic)
    History(starter).put_back_removed(of_link)
    assert History(starter).removed() == ()


def test_what_is_there_again_cannot_be_brought_back_twice(starter: Workspace) -> None:
    Records(starter).remove(topic(starter), label="Remove a topic")
    (removed,) = History(starter).removed()
    starter.undo()
    with pytest.raises(UserError, match="there again already"):
        History(starter).put_back_removed(removed)


def test_a_former_value_that_names_what_is_gone_is_not_put_back(starter: Workspace) -> None:
    Rounds(starter).plan(Dialogues(starter).one().id, Plan())
    with starter.look() as work:
        delegate = work.find(Delegate)[0]
        side = work.get(Side, delegate.side_id)
        entity = work.find(Entity, side_id=side.id)[0]
    mine = replace(delegate, entity_id=entity.id)
    Records(starter).change(delegate, mine, label="Change")
    Records(starter).change(mine, replace(mine, entity_id=None), label="Change")
    entry = History(starter).of(delegate.id)[0]
    Records(starter).remove(entity, label="Remove an entity")
    with pytest.raises(UserError, match="put that back first"):
        History(starter).put_back(entry, "entity_id")
