"""Several commitments are changed alike, as one step."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from dialogue_prep.domain.commitment import Commitment, CommitmentLead
from dialogue_prep.services.commitments import Commitments, Together
from dialogue_prep.services.workspace import Workspace

DUE = date(2032, 12, 1)


def kept(workspace: Workspace) -> tuple[Commitment, ...]:
    with workspace.look() as work:
        return tuple(sorted(work.find(Commitment, dialogue_id="dialogue"), key=lambda one: one.code))


def records_of_leads(workspace: Workspace) -> tuple[CommitmentLead, ...]:
    with workspace.look() as work:
        return work.find(CommitmentLead)


def leads(workspace: Workspace) -> set[tuple[str, str]]:
    return {(lead.commitment_id, lead.entity_id) for lead in records_of_leads(workspace)}


def test_several_get_the_same_topic_mechanism_and_day_and_keep_all_else(workspace: Workspace) -> None:
    before = kept(workspace)
    chosen = before[:3]
    together = Together(topic_id="water", mechanism_id="group", due=DUE)  # type: ignore[arg-type]
    Commitments(workspace).change_together(chosen, together)
    changed = {"topic_id": "water", "topic_confirmed": True, "mechanism_id": "group", "due": DUE}
    assert kept(workspace) == (*(replace(one, **changed) for one in chosen), *before[3:])  # type: ignore[arg-type]
    workspace.undo()
    assert kept(workspace) == before


def test_what_is_left_as_it_is_stays_and_nothing_takes_away(workspace: Workspace) -> None:
    before = kept(workspace)
    Commitments(workspace).change_together(before, Together(topic_id=None))
    assert kept(workspace) == tuple(replace(one, topic_id=None, topic_confirmed=True) for one in before)


def test_the_leads_of_one_side_give_way_and_those_of_the_other_stay(workspace: Workspace) -> None:
    commitments = Commitments(workspace)
    first, second, *_others = kept(workspace)
    commitments.lead(first, ["waters", "rivers"], ["courts"])  # type: ignore[list-item]
    commitments.lead(second, (), [entity_id for code, entity_id in leads(workspace) if code == second.id])  # type: ignore[misc]
    others = {lead for lead in leads(workspace) if lead[0] not in (first.id, second.id)}
    led = records_of_leads(workspace)
    commitments.change_together((first, second), Together(leads={"ostrava": ("courts",)}), led)  # type: ignore[dict-item]
    assert leads(workspace) == {(first.id, "courts"), (first.id, "rivers"), (second.id, "courts")} | others
    led = records_of_leads(workspace)
    commitments.change_together((first,), Together(leads={"ostrava": ()}), led)  # type: ignore[dict-item]
    assert (first.id, "courts") not in leads(workspace)
    assert (first.id, "rivers") in leads(workspace)
