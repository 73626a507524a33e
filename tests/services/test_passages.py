"""Passages of the draft communiqué: in order, with options of both sides, agreed, reopened, dropped; each undoable."""

from __future__ import annotations

from datetime import date

import pytest

from dialogue_prep.domain.communique import Option, Passage, PassageState
from dialogue_prep.domain.errors import Conflict, UserError
from dialogue_prep.domain.text import NOTHING, in_english
from dialogue_prep.services.passages import Passages
from dialogue_prep.services.workspace import Workspace
from tests.invented_dialogue import TODAY

ROUND = "round-3"
OURS, THEIRS = "ostrava", "lumen"
WHY = in_english("Their capital asked.")


@pytest.fixture
def passages(workspace: Workspace) -> Passages:
    return Passages(workspace)


def kept(workspace: Workspace) -> list[Passage]:
    with workspace.look() as work:
        return sorted(work.find(Passage, round_id=ROUND), key=lambda passage: passage.position)


def one(workspace: Workspace, id_: str) -> Passage:
    return next(passage for passage in kept(workspace) if passage.id == id_)


def test_passages_are_added_moved_and_removed_in_order(passages: Passages, workspace: Workspace) -> None:
    first, last = kept(workspace)
    between = passages.add(ROUND, after=first)
    assert [passage.id for passage in kept(workspace)] == [first.id, between.id, last.id]
    passages.move(last, 0)
    assert [(one.id, one.position) for one in kept(workspace)] == [(last.id, 1), (first.id, 2), (between.id, 3)]
    passages.remove(first)
    assert [(one.id, one.position) for one in kept(workspace)] == [(last.id, 1), (between.id, 2)]
    workspace.undo()
    assert len(kept(workspace)) == 3


def test_each_side_has_options_of_its_own(passages: Passages, workspace: Workspace) -> None:
    passage = passages.add(ROUND)
    passages.propose(passage, OURS, "en", ["Both sides will.", "Both sides should."])
    passages.propose(passage, THEIRS, "en", ["Both sides may."])
    with pytest.raises(Conflict, match="Both sides may"):
        passages.propose(passage, THEIRS, "en", ["Neither side will."], seen=())
    with workspace.look() as work:
        said = {(one.side_id, one.words.read("en")) for one in work.find(Option, passage_id=passage.id)}
    assert said == {(OURS, "Both sides will."), (OURS, "Both sides should."), (THEIRS, "Both sides may.")}


def test_agreeing_closes_the_bracket_and_reopening_brings_the_options_back(
    passages: Passages, workspace: Workspace
) -> None:
    bracketed = one(workspace, "passage-2")
    agreed = passages.agree(bracketed, in_english("They will go on, as agreed."), TODAY, ad_referendum=True)
    assert (agreed.state, agreed.state_on, agreed.settled) == (PassageState.AD_REFERENDUM, TODAY, True)
    agreed = passages.agree(agreed, agreed.words, TODAY, WHY)
    assert (agreed.state, agreed.reason) == (PassageState.AGREED, WHY)
    reopened = passages.reopen(agreed, TODAY, WHY)
    assert (reopened.state, reopened.words.read("en")) == (PassageState.BRACKETED, "They will go on, as agreed.")
    with workspace.look() as work:
        assert len(work.find(Option, passage_id="passage-2")) == 2
    for _step in range(3):
        workspace.undo()
    assert one(workspace, "passage-2") == bracketed


@pytest.mark.parametrize(
    ("step", "field"),
    [
        (lambda passages, passage: passages.agree(passage, NOTHING, TODAY), "words"),
        (lambda passages, passage: passages.agree(passage, WHY, date(2032, 2, 7)), "on"),
        (lambda passages, passage: passages.drop(passage, TODAY, NOTHING), "reason"),
        (lambda passages, passage: passages.reopen(passage, TODAY, WHY), "state"),
    ],
)
def test_a_step_that_cannot_be_is_refused_and_changes_nothing(
    passages: Passages, workspace: Workspace, step, field: str
) -> None:
    before = one(workspace, "passage-2")
    with pytest.raises(UserError) as refused:
        step(passages, before)
    assert refused.value.field == field
    assert one(workspace, "passage-2") == before


def test_what_both_agreed_on_is_not_dropped_before_it_is_reopened(passages: Passages, workspace: Workspace) -> None:
    with pytest.raises(UserError, match="reopen it first"):
        passages.drop(one(workspace, "passage-1"), TODAY, WHY)
    dropped = passages.drop(passages.reopen(one(workspace, "passage-1"), TODAY, WHY), TODAY, WHY)
    assert dropped.state is PassageState.DROPPED


def test_a_draft_begins_in_the_order_of_the_last_record_as_one_step(passages: Passages, workspace: Workspace) -> None:
    with pytest.raises(UserError, match="paragraphs already"):
        passages.begin(ROUND)
    with workspace.request("Clear") as work:
        for passage in work.find(Passage):
            work.remove_whole(passage)
    assert passages.begin(ROUND) == len(kept(workspace)) > 2
    with workspace.look() as work:
        options = [work.find(Option, passage_id=passage.id) for passage in kept(workspace)]
    assert all([option.side_id for option in own] == [OURS] for own in options)
    assert "c1" in {passage.commitment_id for passage in kept(workspace)}
    workspace.undo()
    assert kept(workspace) == []
