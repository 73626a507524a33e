"""Two people change one record through two connections: the second sees both values, and nothing is lost."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from dialogue_prep.documents.template_check import CheckedTemplate
from dialogue_prep.domain.agenda import AgendaItem, ItemKind
from dialogue_prep.domain.commitment import Commitment, CommitmentLead
from dialogue_prep.domain.delegation import Absence
from dialogue_prep.domain.dialogue import Entity
from dialogue_prep.domain.draft import Audience, PaperKind
from dialogue_prep.domain.errors import Conflict, NotFound, UserError
from dialogue_prep.domain.identity import EntityId, Identified, RoundId, TopicId
from dialogue_prep.domain.lineage import CommitmentLink, LinkKind
from dialogue_prep.domain.round import RoundStatus
from dialogue_prep.domain.setting import OUR_TEMPLATE
from dialogue_prep.domain.speaking import PointKind, SpeakingPoint
from dialogue_prep.domain.template import TemplateUse
from dialogue_prep.domain.text import in_english
from dialogue_prep.domain.topic import Topic
from dialogue_prep.services.agendas import Agendas
from dialogue_prep.services.commitments import Commitments, Together
from dialogue_prep.services.delegations import Delegations
from dialogue_prep.services.dialogues import Dialogues
from dialogue_prep.services.lineage import Lineage
from dialogue_prep.services.milestones import Milestones
from dialogue_prep.services.passages import Passages
from dialogue_prep.services.records import Records
from dialogue_prep.services.rounds import Plan, Rounds
from dialogue_prep.services.saved_filters import SavedFilters
from dialogue_prep.services.templates import Templates
from dialogue_prep.services.workspace import Workspace
from tests.conftest import Tally
from tests.invented import again, everything, workspace_of


@pytest.fixture
def other(workspace: Workspace) -> Iterator[Workspace]:
    """Yield the store as somebody else has it open, on a connection of its own."""
    database = again(workspace.database)
    yield workspace_of(database, prefix="other")
    database.close()


@pytest.fixture
def other_planned(planned: Workspace) -> Iterator[Workspace]:
    """Yield the store with a round planned as somebody else has it open."""
    database = again(planned.database)
    yield workspace_of(database, prefix="other")
    database.close()


def topic(workspace: Workspace) -> Topic:
    with workspace.look() as work:
        return work.get(Topic, "crime")


def retitle(workspace: Workspace, seen: Topic, words: str, language: str = "en", visit: str = "") -> Topic:
    """Change the words of a topic as somebody does who has seen it so."""
    return Records(workspace).edit(
        seen, lambda kept: replace(kept, title=kept.title.reworded(language, words)), label="Rename", visit=visit
    )


def test_the_second_to_change_one_field_sees_both_values_and_nothing_is_lost(
    workspace: Workspace, other: Workspace, tally: Tally
) -> None:
    seen = topic(workspace)
    theirs = retitle(other, seen, "Theirs")
    with pytest.raises(Conflict, match="changed this meanwhile to “Theirs”") as conflict:
        retitle(workspace, seen, "Ours")
    assert isinstance(conflict.value.wanted, Topic)
    assert (conflict.value.wanted.title.words("en"), conflict.value.found) == ("Ours", theirs)
    assert topic(workspace) == theirs
    ours = retitle(workspace, theirs, "Ours")
    said = {str(entry.after) for entry in workspace.history(seen.id)[:2]}
    lost = [words for words in ("Theirs", "Ours") if words not in str(said)]
    tally("S14 values of two people, in the store or its history", tries=2, lost=len(lost))
    assert lost == []
    assert topic(other) == ours


@pytest.mark.parametrize("language", ["fr", "zh-Hans"])
def test_two_who_change_different_languages_do_not_meet(workspace: Workspace, other: Workspace, language: str) -> None:
    seen = topic(workspace)
    retitle(other, seen, "Autrement", language)
    retitle(workspace, seen, "Ours")
    assert (topic(workspace).title.words(language), topic(workspace).title.words("en")) == ("Autrement", "Ours")


def test_two_who_change_different_fields_do_not_meet(workspace: Workspace, other: Workspace) -> None:
    seen = topic(workspace)
    Records(other).edit(seen, lambda kept: replace(kept, number=9), label="Number")
    retitle(workspace, seen, "Ours")
    assert (topic(workspace).number, topic(workspace).title.words("en")) == (9, "Ours")


def test_two_who_say_the_same_do_not_meet(workspace: Workspace, other: Workspace) -> None:
    seen = topic(workspace)
    retitle(other, seen, "Same")
    assert retitle(workspace, seen, "Same").title.words("en") == "Same"


def test_a_change_of_more_than_one_meant_is_refused_where_it_would_undo_what_somebody_else_wrote(
    workspace: Workspace, other: Workspace
) -> None:
    seen = topic(workspace)
    theirs = retitle(other, seen, "Autrement", "fr")
    with pytest.raises(Conflict, match="changed this meanwhile to “Autrement”"):
        Records(workspace).edit(seen, lambda kept: replace(kept, title=in_english("Ours")), label="Rename")
    assert topic(workspace) == theirs


def test_what_was_saved_in_the_same_visit_is_ones_own(workspace: Workspace, other: Workspace) -> None:
    seen = topic(workspace)
    retitle(workspace, seen, "O", visit="v")
    retitle(workspace, seen, "Ours", visit="v")
    assert topic(workspace).title.words("en") == "Ours"
    retitle(other, topic(other), "Theirs")
    with pytest.raises(Conflict):
        retitle(workspace, seen, "Ours, too", visit="v")


@pytest.fixture
def item(workspace: Workspace) -> AgendaItem:
    """Return an item of which points are said."""
    with workspace.look() as work:
        (point, *_others) = [point for point in work.find(SpeakingPoint) if point.kind is PointKind.POINT]
        return work.get(AgendaItem, point.agenda_item_id)


def points(workspace: Workspace, item: AgendaItem) -> list[str]:
    with workspace.look() as work:
        found = [one for one in work.find(SpeakingPoint, agenda_item_id=item.id) if one.kind is PointKind.POINT]
    return [said for one in sorted(found, key=lambda one: one.position) if (said := one.words.words("en"))]


def test_points_that_somebody_else_has_changed_are_not_overwritten_unseen(
    workspace: Workspace, other: Workspace, item: AgendaItem
) -> None:
    seen = points(workspace, item)
    Agendas(other).say(item, PointKind.POINT, "en", ["Theirs."], seen=seen)
    with pytest.raises(Conflict, match=r"to “Theirs\.”") as conflict:
        Agendas(workspace).say(item, PointKind.POINT, "en", ["Ours."], seen=seen)
    assert (conflict.value.wanted, conflict.value.found) == (["Ours."], ["Theirs."])
    Agendas(workspace).say(item, PointKind.POINT, "en", ["Theirs.", "Ours."], seen=["Theirs."], visit="v")
    Agendas(workspace).say(item, PointKind.POINT, "en", ["Ours."], seen=["Theirs."], visit="v")
    assert points(other, item) == ["Ours."]


def test_a_lead_that_somebody_else_has_added_stays_when_several_get_another(
    workspace: Workspace, other: Workspace
) -> None:
    with workspace.look() as work:
        commitment, seen = work.get(Commitment, "c1"), work.find(CommitmentLead)
        ours = work.get(Entity, "waters").side_id
    Commitments(other).lead(commitment, [EntityId("waters")])
    Commitments(workspace).change_together((commitment,), Together(leads={ours: (EntityId("courts"),)}), seen)
    with workspace.look() as work:
        leads = work.find(CommitmentLead, commitment_id=commitment.id)
    assert {lead.entity_id for lead in leads} >= {"waters", "courts"}


def test_a_topic_under_which_somebody_else_has_put_one_of_several_is_not_replaced_unseen(
    workspace: Workspace, other: Workspace
) -> None:
    with workspace.look() as work:
        seen = work.find(Commitment)[:2]
    Commitments(other).put_under(seen[1:], None)
    commitments = Commitments(workspace)
    for request in (
        lambda: commitments.put_under(seen, TopicId("crime")),
        lambda: commitments.change_together(seen, Together(topic_id=TopicId("crime"))),
    ):
        with pytest.raises(Conflict):
            request()
    with workspace.look() as work:
        assert [work.get(Commitment, one.id).topic_id for one in seen] == [seen[0].topic_id, None]


def test_what_somebody_else_said_of_a_round_or_planned_is_not_replaced_unseen(
    planned: Workspace, other_planned: Workspace
) -> None:
    ours, theirs = Rounds(planned), Rounds(other_planned)
    dialogue_id = Dialogues(planned).one().id
    seen = ours.numbered(dialogue_id, 3)
    theirs.plan(dialogue_id, Plan(start=date(2018, 6, 11), venue="Hall 2"))
    for request in (
        lambda: ours.plan(dialogue_id, Plan(start=date(2018, 5, 14)), seen=seen),
        lambda: ours.change(seen.id, Plan(venue="Hall 1"), seen=seen),
        lambda: ours.plan(dialogue_id, Plan(venue="Hall 1"), unplanned=True),
        lambda: ours.set_status(seen.id, RoundStatus.POSTPONED, date(2018, 2, 1), "Floods.", seen=seen),
    ):
        with pytest.raises(Conflict):
            request()
    ours.plan(dialogue_id, Plan(reference="Note 7"), seen=seen)
    kept = ours.numbered(dialogue_id, 3)
    assert (kept.start, kept.venue.read("en"), kept.reference) == (date(2018, 6, 11), "Hall 2", "Note 7")


def test_links_reasons_and_names_that_somebody_else_gave_are_not_replaced_unseen(
    workspace: Workspace, other: Workspace
) -> None:
    with workspace.request("Prepare") as work:
        later = work.put(replace(work.get(Commitment, "c3"), round_id=RoundId("round-3")))
        for link in work.find(CommitmentLink):
            work.remove(link)
    lineage, kind = Lineage(workspace), LinkKind.REFINES
    seen = lineage.link(later, "c1", LinkKind.CONTINUES)
    with pytest.raises(Conflict):
        lineage.link(later, seen.earlier_id, kind)
    Lineage(other).link(later, seen.earlier_id, seen.kind, in_english("Theirs."), seen)
    with pytest.raises(Conflict, match=r"to “Theirs\."):
        lineage.link(later, seen.earlier_id, kind, in_english("Ours."), seen)
    with workspace.look() as work:
        absence = work.find(Absence)[0]
    with pytest.raises(Conflict, match="The floods"):
        Delegations(workspace).excuse(absence.round_id, absence.entity_id, in_english("Nobody is free."))
    kept = SavedFilters(workspace).keep("commitments", "Late", "late")
    SavedFilters(other).rename(kept, "Overdue")
    with pytest.raises(Conflict, match="Overdue"):
        SavedFilters(workspace).rename(kept, "Too late")


def test_a_filter_is_not_saved_over_one_that_somebody_else_made_renamed_or_changed_unseen(
    workspace: Workspace, other: Workspace
) -> None:
    ours, theirs, list_name = SavedFilters(workspace), SavedFilters(other), "sources"
    early, late = (ours.keep(list_name, name, name) for name in ("Early", "Late"))
    seen = (early, late)
    changed = theirs.keep(list_name, "Early", "theirs", seen=seen)
    with pytest.raises(Conflict, match="look at it before you put yours in its place") as conflict:
        ours.keep(list_name, "Early", "ours", seen=seen)
    assert conflict.value.found == changed
    assert ours.keep(list_name, "Early", "theirs", seen=seen) == changed, "both want the same"
    theirs.rename(late, "Overdue")
    theirs.keep(list_name, "Soon", "theirs")
    for name in ("Overdue", "Soon"):
        with pytest.raises(UserError, match=f"There is a filter named “{name}” already"):
            ours.keep(list_name, name, "ours", seen=seen)
    theirs.remove(changed)
    for name in ("Early", "Late"):
        ours.keep(list_name, name, "ours", seen=seen)
    found = {one.name: one.criteria for one in ours.of_list(list_name)}
    assert found == {"Early": "ours", "Late": "ours", "Overdue": "Late", "Soon": "theirs"}


def test_a_template_that_somebody_else_has_chosen_for_a_kind_of_paper_is_not_replaced_unseen(
    workspace: Workspace, other: Workspace
) -> None:
    kind, ours, theirs = PaperKind.AGENDA, Templates(workspace), Templates(other)
    content = CheckedTemplate(content=b"", use=TemplateUse.EVERY, audience=Audience.SHARED, findings=())
    first, second = (ours.add(content, name=name) for name in ("First", "Second"))
    theirs.choose(kind, first.id, seen="")
    for choice in ("", second.id, OUR_TEMPLATE):
        with pytest.raises(Conflict, match="look at it before you put yours in its place"):
            ours.choose(kind, choice, seen="")
    ours.choose(kind, first.id, seen="")
    assert ours.chosen() == {kind: first.id}
    ours.choose(kind, second.id, seen=first.id)
    theirs.remove(first)
    with pytest.raises(NotFound, match="This template is no longer there"):
        ours.choose(kind, first.id, seen=second.id)
    assert ours.chosen() == {kind: second.id}


def test_what_somebody_else_has_settled_is_not_settled_otherwise_unseen(workspace: Workspace, other: Workspace) -> None:
    milestones = Milestones(workspace)
    (seen,) = milestones.add(milestones.new("round-3", in_english("Book"), offset=9))
    Milestones(other).edit(seen, lambda kept: replace(kept, waived=in_english("The host does.")))
    for request in (
        lambda: milestones.tick([seen], workspace.today()),
        lambda: milestones.reopen([seen]),
    ):
        with pytest.raises(Conflict, match="The host does"):
            request()
    milestones.fix(seen, date(2032, 3, 1))
    today = workspace.today()
    passage = Passages(workspace).add("round-3")
    Passages(other).agree(passage, in_english("Theirs."), today, ad_referendum=True)
    with pytest.raises(Conflict, match=r"Theirs\."):
        Passages(workspace).agree(passage, in_english("Ours."), today)


def test_a_record_that_somebody_else_removed_is_said_to_be_gone(workspace: Workspace, other: Workspace) -> None:
    seen: Identified = topic(workspace)
    Records(other).remove(seen, label="Remove")
    with pytest.raises(Exception, match=r"^This topic is no longer there\.$"):
        Records(workspace).edit(seen, lambda kept: replace(kept, number=9), label="Number")


def test_what_is_said_of_a_record_that_somebody_else_removed_is_refused_in_a_sentence(
    workspace: Workspace, other: Workspace, item: AgendaItem
) -> None:
    with workspace.look() as work:
        commitment = work.get(Commitment, "c1")
    Records(other).remove(item, commitment, label="Remove")
    with workspace.look() as work:
        before = everything(work)
    for request in (
        lambda: Agendas(workspace).say(item, PointKind.POINT, "en", ["Ours."]),
        lambda: Agendas(workspace).lead(item, [EntityId("waters")]),
        lambda: Commitments(workspace).lead(commitment, [EntityId("waters")]),
    ):
        with pytest.raises(NotFound, match=r"^What this belongs to is no longer there"):
            request()
    with workspace.look() as work:
        assert everything(work) == before


def test_an_item_that_was_to_stand_behind_one_that_is_gone_stands_first(
    workspace: Workspace, other: Workspace, item: AgendaItem
) -> None:
    Records(other).remove(item, label="Remove")
    added = Agendas(workspace).add(item.agenda_id, ItemKind.TOPIC, in_english("Bridges"), 15, after=item)
    assert added.position == 1
