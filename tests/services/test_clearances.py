"""Who was consulted on a paper and who approved it is kept, can be undone, and stands at the end of the paper."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from dialogue_prep.documents.canonical import content_hash
from dialogue_prep.documents.compose.request import Drafter
from dialogue_prep.documents.plain import write_plain
from dialogue_prep.domain.draft import Audience, PaperKind
from dialogue_prep.domain.errors import Conflict, NotFound, UserError
from dialogue_prep.services.clearances import Clearances
from dialogue_prep.services.paper import Paper
from dialogue_prep.services.papers import Papers
from dialogue_prep.services.workspace import Workspace
from tests.invented_dialogue import TODAY

BRIEF = (PaperKind.STEERING_BRIEF, Audience.INTERNAL)


@pytest.fixture
def clearances(workspace: Workspace) -> Clearances:
    return Clearances(workspace)


def written(workspace: Workspace, language: str = "en") -> str:
    paper = Paper(kind=BRIEF[0], audience=BRIEF[1], language=language)
    return write_plain(Papers(workspace, Drafter("Ada Example", "")).document("round-3", paper))


def test_it_stands_at_the_end_of_the_paper(workspace: Workspace, clearances: Clearances) -> None:
    assert "Approved   [to be entered]" in written(workspace)
    clearances.set("round-3", *BRIEF, consulted="Desk A, Desk C", approved="Bo Sample", approved_on=date(2032, 2, 1))
    said = written(workspace)
    assert "Consulted  Desk A, Desk C" in said
    assert "Approved   Bo Sample, 1 February 2032" in said
    assert "Bo Sample, 1er février 2032" in written(workspace, "fr")


def test_what_is_said_of_one_paper_stands_in_no_other(workspace: Workspace, clearances: Clearances) -> None:
    clearances.set("round-3", PaperKind.COMMUNIQUE, Audience.SHARED, approved="Bo Sample")
    assert "Bo Sample" not in written(workspace).split("Drafting")[-1]


def test_another_clearance_is_no_change_of_content(workspace: Workspace, clearances: Clearances) -> None:
    paper = Paper(kind=BRIEF[0], audience=BRIEF[1], language="en")
    papers = Papers(workspace, Drafter())
    before = papers.document("round-3", paper)
    clearances.set("round-3", *BRIEF, approved="Bo Sample")
    assert content_hash(papers.document("round-3", paper)) == content_hash(before)


def test_it_is_one_record_that_is_replaced_removed_and_brought_back(
    workspace: Workspace, clearances: Clearances
) -> None:
    first = clearances.set("round-3", *BRIEF, consulted="Desk A")
    second = clearances.set("round-3", *BRIEF, consulted="Desk A", approved="Bo Sample")
    assert first is not None
    assert second is not None
    assert first.id == second.id
    assert clearances.set("round-3", *BRIEF, seen=second) is None
    assert clearances.of("round-3", *BRIEF) is None
    workspace.undo()
    assert clearances.of("round-3", *BRIEF) == second


def test_two_who_say_different_things_at_once_keep_both_and_the_same_is_a_conflict(clearances: Clearances) -> None:
    seen = clearances.set("round-3", *BRIEF, consulted="Desk A")
    clearances.set("round-3", *BRIEF, seen=seen, consulted="Desk A, Desk B")
    both = clearances.set("round-3", *BRIEF, seen=seen, consulted="Desk A", approved="Bo Sample")
    assert both is not None
    assert (both.consulted, both.approved) == ("Desk A, Desk B", "Bo Sample")
    with pytest.raises(Conflict, match="changed this meanwhile to “Bo Sample”"):
        clearances.set("round-3", *BRIEF, seen=seen, consulted="Desk A", approved="Ada Example")
    assert clearances.of("round-3", *BRIEF) == both


def test_what_cannot_be_is_refused_at_its_field(workspace: Workspace, clearances: Clearances) -> None:
    with pytest.raises(UserError, match="which is still to come") as refused:
        clearances.set("round-3", *BRIEF, approved="Bo Sample", approved_on=TODAY + timedelta(days=1))
    assert refused.value.field == "approved_on"
    with pytest.raises(UserError, match="Say who approved it") as refused:
        clearances.set("round-3", *BRIEF, consulted="Desk A", approved="  ", approved_on=TODAY)
    assert refused.value.field == "approved"
    with pytest.raises(UserError, match="“steering-brief” is internal only"):
        clearances.set("round-3", PaperKind.STEERING_BRIEF, Audience.SHARED, approved="Bo Sample")
    with pytest.raises(NotFound):
        clearances.set("no round", *BRIEF, approved="Bo Sample")
    assert clearances.of("round-3", *BRIEF) is None
