"""Joining sources that say made-up things of two made-up states: one dialogue, whatever comes first."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from dialogue_prep.domain.commitment import Commitment
from dialogue_prep.domain.dialogue import Dialogue, Entity, Side
from dialogue_prep.domain.errors import Conflict, UserError
from dialogue_prep.domain.instrument import Instrument
from dialogue_prep.domain.marking import Marking
from dialogue_prep.domain.post import Person, Post, Tenure
from dialogue_prep.domain.round import Round, RoundStatus
from dialogue_prep.domain.source import (
    Alias,
    Citation,
    CitationRole,
    Source,
    SourceKind,
    SourceParagraph,
    Span,
    Subject,
)
from dialogue_prep.domain.text import in_english
from dialogue_prep.domain.topic import Objective, Topic
from dialogue_prep.reading.extract import (
    Extract,
    Found,
    FoundSide,
)
from dialogue_prep.services.rounds import Plan, Rounds
from dialogue_prep.services.sources import Sources
from dialogue_prep.services.workspace import Workspace
from tests.invented import everything, kept
from tests.invented_sources import RECORD, RECORD_SAYS, TERMS, all_of, names, read, take_in

in_either_order = pytest.mark.parametrize(
    "extracts", [(TERMS, RECORD), (RECORD, TERMS)], ids=["terms first", "record first"]
)


@in_either_order
def test_two_sources_make_one_dialogue(empty: Workspace, extracts: tuple[Extract, Extract]) -> None:
    take_in(empty, *extracts, home="Eastfold")
    assert names(empty, Dialogue, "designation") == ["Dialogue on Shared Waters"]
    assert {side.name.read("en"): side.home for side in all_of(empty, Side)} == {"Westmark": False, "Eastfold": True}
    assert names(empty, Entity, "name") == ["Bureau of Fish", "Bureau of Locks", "Office of Rivers"]
    assert names(empty, Person, "name") == ["Ada Example", "Bo Sample"]
    assert names(empty, Topic, "title") == ["Fisheries", "Floods"]
    assert len(all_of(empty, Objective)) == 1
    assert len(all_of(empty, Source)) == 2
    assert len(all_of(empty, SourceParagraph)) == 10


def test_which_side_is_ours_is_said_once_and_no_later_source_says_otherwise(empty: Workspace) -> None:
    take_in(empty, TERMS, home="Eastfold")
    with pytest.raises(UserError, match="“Westmark” is not our side: the store says already that Eastfold is"):
        take_in(empty, RECORD, home="Westmark")
    take_in(empty, RECORD, home="eastfold")
    assert {side.name.read("en"): side.home for side in all_of(empty, Side)} == {"Westmark": False, "Eastfold": True}


def test_one_side_hosts_first_whatever_later_terms_say(empty: Workspace) -> None:
    take_in(empty, TERMS, replace(TERMS, title="Terms, once more", hosting_sides=("Westmark", "Eastfold")))
    assert {side.name.read("en"): side.hosts_first for side in all_of(empty, Side)} == {
        "Westmark": False,
        "Eastfold": True,
    }


def test_what_comes_after_a_removal_has_a_code_and_a_number_of_its_own(empty: Workspace) -> None:
    topics = tuple(topic for topic in TERMS.topics if topic.words != "fisheries")
    fewer = RECORD.commitments[1:]
    take_in(empty, TERMS, replace(RECORD, commitments=fewer))
    first = min(all_of(empty, Commitment), key=lambda one: one.code)
    floods = next(topic for topic in all_of(empty, Topic) if topic.title.read("en") == "Floods")
    with empty.request("Remove") as work:
        work.remove_whole(first)
        work.remove_whole(floods)
    take_in(empty, replace(TERMS, title="Terms, once more", topics=topics), replace(RECORD, title="Record, once more"))
    codes = [one.code for one in all_of(empty, Commitment)]
    assert sorted(codes) == ["R2-02", "R2-03", "R2-04"]
    numbers = {topic.title.read("en"): topic.number for topic in all_of(empty, Topic)}
    assert numbers == {"Fisheries": 2, "Floods": 3}


@in_either_order
def test_a_post_whose_name_differs_is_one_post_with_an_alias(
    empty: Workspace, extracts: tuple[Extract, Extract]
) -> None:
    take_in(empty, *extracts)
    assert names(empty, Post, "title") == ["Chief of Locks", "Secretary of Rivers"]
    aliases = [alias for alias in all_of(empty, Alias) if alias.subject is Subject.POST]
    assert [alias.name.read("en") for alias in aliases] == ["Secretary of Rivers and Lakes"]
    assert all(tenure.as_of == date(2031, 5, 3) and not tenure.confirmed for tenure in all_of(empty, Tenure))


def chaired(ordinal: int, name: str) -> Extract:
    """Return the record of a round that somebody of this name chaired for Westmark."""
    bare = replace(RECORD, title=f"Round {ordinal}", ordinal=ordinal, commitments=(), next_round=None)
    chairs = (replace(RECORD.co_chairs[0], name=name),)
    return replace(bare, first_day=date(2029 + ordinal, 5, 3), last_day=None, co_chairs=chairs)


def holder(workspace: Workspace) -> tuple[str, date | None]:
    """Return who holds the post of Westmark, and as of which day that is known."""
    rounds = Rounds(workspace)
    dossier = rounds.dossier(all_of(workspace, Round)[0].id)
    (post,) = (one for one in dossier.posts if dossier.side(one.side_id).name.read("en") == "Westmark")
    held = dossier.holder(post)
    assert held is not None
    return held[0].name.read("en"), held[1].as_of


def test_somebody_whose_name_is_only_alike_is_somebody_else(empty: Workspace) -> None:
    take_in(empty, TERMS, chaired(1, "Wu Jian"), chaired(2, "Wu Jianguo"), chaired(3, "WU Jian-Guo"))
    assert names(empty, Person, "name") == ["Wu Jian", "Wu Jianguo"]
    assert holder(empty) == ("Wu Jianguo", date(2032, 5, 3))


@pytest.mark.parametrize("order", [(1, 2, 3), (3, 2, 1), (3, 1, 2)])
def test_whoever_chaired_last_holds_the_post_also_after_somebody_else_in_between(
    empty: Workspace, order: tuple[int, ...]
) -> None:
    who = {1: "Ada Example", 2: "Cy Specimen", 3: "Ada Example"}
    take_in(empty, TERMS, *(chaired(ordinal, who[ordinal]) for ordinal in order))
    assert holder(empty) == ("Ada Example", date(2032, 5, 3))


def test_who_left_a_post_and_chairs_again_later_holds_it_anew(empty: Workspace) -> None:
    take_in(empty, TERMS, chaired(1, "Ada Example"))
    (tenure,) = all_of(empty, Tenure)
    with empty.request("Leave") as work:
        work.put(replace(tenure, until=date(2031, 1, 1)))
    take_in(empty, chaired(3, "Ada Example"))
    assert holder(empty) == ("Ada Example", date(2032, 5, 3))
    assert len(all_of(empty, Tenure)) == 2


@in_either_order
def test_an_instrument_whose_name_has_drifted_is_one_instrument(
    empty: Workspace, extracts: tuple[Extract, Extract]
) -> None:
    take_in(empty, *extracts)
    (instrument,) = all_of(empty, Instrument)
    called = {alias.name.read("en") for alias in all_of(empty, Alias) if alias.subject_id == instrument.id}
    assert {instrument.title.read("en"), *called} == {
        "Agreement on Gauge Readings",
        "Agreement on Sharing Gauge Readings",
    }


@in_either_order
def test_the_round_held_and_the_round_to_come_are_kept(empty: Workspace, extracts: tuple[Extract, Extract]) -> None:
    take_in(empty, *extracts)
    sides = {side.id: side.name.read("en") for side in all_of(empty, Side)}
    rounds = sorted(all_of(empty, Round), key=lambda one: one.ordinal)
    assert [(r.ordinal, sides[r.host_id], r.city.read("en"), r.year, r.status) for r in rounds] == [
        (2, "Westmark", "Alder", 2031, RoundStatus.HELD),
        (3, "Eastfold", "Birch", 2032, RoundStatus.EXPECTED),
    ]


@in_either_order
def test_commitments_are_coded_in_source_order_and_cite_their_place(
    empty: Workspace, extracts: tuple[Extract, Extract]
) -> None:
    take_in(empty, *extracts)
    commitments = sorted(all_of(empty, Commitment), key=lambda one: one.code)
    assert [one.code for one in commitments] == ["R2-01", "R2-02", "R2-03"]
    for one in commitments:
        assert one.paragraph is not None
        assert RECORD_SAYS[one.paragraph - 1][one.start : one.end] == one.wording.read("en")


def test_a_commitment_comes_in_with_the_day_by_which_its_words_want_it_done(empty: Workspace) -> None:
    first, *others = RECORD.commitments
    record = replace(RECORD, commitments=(replace(first, words=f"{first.words} by 30 September 2039"), *others))
    take_in(empty, record)
    due = {one.span: one.due for one in all_of(empty, Commitment)}
    assert due == {first.span: date(2039, 9, 30)} | {one.span: None for one in others}


@in_either_order
def test_the_next_round_can_be_planned(empty: Workspace, extracts: tuple[Extract, Extract]) -> None:
    take_in(empty, *extracts)
    rounds = Rounds(empty)
    (dialogue,) = all_of(empty, Dialogue)
    dossier = rounds.dossier(rounds.plan(dialogue.id, Plan()).id)
    assert (dossier.round.ordinal, dossier.host.name.read("en")) == (3, "Eastfold")
    followed_up = sorted(one.code for item in dossier.items for one in dossier.commitments_of(item))
    assert followed_up == ["R2-01", "R2-02", "R2-03"]


def test_both_orders_come_to_the_same(empty: Workspace, workspace: Workspace) -> None:
    with workspace.request("Clear") as work:
        for value in (*work.find(Dialogue), *work.find(Marking)):
            work.remove_whole(value)
    take_in(empty, TERMS, RECORD)
    take_in(workspace, RECORD, TERMS)
    for kind, field in ((Dialogue, "designation"), (Post, "title"), (Topic, "title"), (Entity, "name")):
        assert names(empty, kind, field) == names(workspace, kind, field)
    assert len(all_of(empty, Citation)) == len(all_of(workspace, Citation))


@in_either_order
def test_the_same_again_in_another_file_adds_only_itself(empty: Workspace, extracts: tuple[Extract, Extract]) -> None:
    take_in(empty, *extracts)
    with empty.look() as work:
        before = {kind: len(found) for kind, found in everything(work).items()}
    sources = Sources(empty)
    for extract in extracts:
        sources.take_in(sources.propose(read(extract, "another copy")))
    with empty.look() as work:
        after = {kind: len(found) for kind, found in everything(work).items()}
    grown = {kind for kind in before if after[kind] != before[kind]}
    assert grown <= {"Source", "SourceParagraph", "Citation"}


def test_what_somebody_corrected_stays_corrected(empty: Workspace) -> None:
    take_in(empty, TERMS)
    (floods,) = [topic for topic in all_of(empty, Topic) if topic.title.read("en") == "Floods"]
    with empty.request("Correct") as work:
        work.put(replace(floods, title=floods.title.reworded("en", "Floods of all rivers").reworded("fr", "Crues")))
    take_in(empty, RECORD)
    assert "Floods of all rivers" in names(empty, Topic, "title")


def test_a_record_is_searched_for_the_titles_of_its_own_language(empty: Workspace) -> None:
    take_in(empty, TERMS, RECORD)
    (floods,) = [topic for topic in all_of(empty, Topic) if topic.title.read("en") == "Floods"]
    with empty.request("Translate") as work:
        work.put(replace(floods, title=floods.title.reworded("fr", "Fish count")))
    bare = replace(RECORD, title="Communiqué", ordinal=3, language="fr", commitments=(), next_round=None)
    take_in(empty, replace(bare, first_day=date(2032, 5, 3), last_day=None))
    (record,) = [one.id for one in all_of(empty, Source) if one.dated == RECORD.first_day]
    spoken = {
        one.paragraph
        for one in all_of(empty, Citation)
        if (one.subject_id, one.source_id, one.role) == (floods.id, record, CitationRole.MENTIONS)
    }
    assert spoken == {3}


def test_a_dialogue_of_other_states_is_another_one(empty: Workspace) -> None:
    take_in(empty, TERMS)
    others = tuple(replace(side, name=name) for side, name in zip(RECORD.sides, ("Northham", "Southby"), strict=True))
    renamed = {"Westmark": "Northham", "Eastfold": "Southby"}
    record = replace(
        RECORD,
        sides=others,
        host="Northham",
        co_chairs=tuple(replace(one, side=renamed[one.side or ""]) for one in RECORD.co_chairs),
        next_round=replace(RECORD.next_round, host="Southby") if RECORD.next_round else None,
    )
    take_in(empty, record)
    assert len(all_of(empty, Dialogue)) == 2
    assert len(all_of(empty, Side)) == 4


def test_another_dialogue_of_the_same_states_is_another_one(empty: Workspace) -> None:
    take_in(empty, TERMS)
    other = "Committee on Railways and Customs"
    take_in(empty, replace(RECORD, title=other, dialogue=Found(other, Span(1, 0, 5))))
    assert len(all_of(empty, Dialogue)) == 2


def test_an_unnumbered_round_is_numbered_by_its_day(empty: Workspace) -> None:
    take_in(empty, TERMS, replace(RECORD, ordinal=None))
    assert sorted(one.ordinal for one in all_of(empty, Round)) == [1, 2]
    later = replace(RECORD, ordinal=None, title="Joint Communiqué of a later round", next_round=None, commitments=())
    later = replace(later, first_day=date(2032, 9, 1), last_day=date(2032, 9, 1), place=None, host=None)
    take_in(empty, later)
    held = [one for one in all_of(empty, Round) if one.status.took_place]
    assert sorted((one.ordinal, one.start) for one in held) == [(1, date(2031, 5, 3)), (2, date(2032, 9, 1))]


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        (replace(RECORD, kind=SourceKind.OTHER), "is neither terms of reference nor the joint record"),
        (replace(RECORD, sides=RECORD.sides[:1]), r"names 1 sides \(Westmark\), but a dialogue has exactly two"),
        (replace(RECORD, sides=()), "does not say in known words who the two sides are; name them in the window"),
        (
            replace(RECORD, sides=(*RECORD.sides, FoundSide(name="Northham", span=Span(1, 0, 1)))),
            r"names 3 sides \(Westmark, Eastfold, Northham\)",
        ),
    ],
)
def test_what_is_not_between_two_sides_is_refused(empty: Workspace, wrong: Extract, sentence: str) -> None:
    before = kept(empty)
    with pytest.raises(UserError, match=sentence) as refused:
        take_in(empty, wrong)
    assert "source.txt" in str(refused.value)
    assert kept(empty) == before


def test_what_was_changed_between_reading_and_taking_in_is_a_conflict(empty: Workspace) -> None:
    take_in(empty, RECORD)
    proposal = Sources(empty).propose(read(TERMS))
    (dialogue,) = all_of(empty, Dialogue)
    with empty.request("Rename") as work:
        work.put(replace(dialogue, designation=in_english("Other")))
    before = kept(empty)
    with pytest.raises(Conflict):
        Sources(empty).take_in(proposal)
    assert kept(empty) == before


def test_a_proposal_says_what_it_would_add_and_change(empty: Workspace) -> None:
    sources = Sources(empty)
    first = sources.propose(read(RECORD))
    assert (first.added()[Commitment], first.added()[Side], sum(first.changed().values())) == (3, 2, 0)
    sources.take_in(first)
    second = sources.propose(read(TERMS))
    assert second.added()[Side] == 0
    assert second.added()[Topic] == 2
    assert all(change.before is not None for change in second.changes if isinstance(change.after, Side | Dialogue))
    sources.take_in(second)
    third = sources.propose(read(TERMS))
    assert third.changes == ()
    assert third.unchanged[Source] == 1


def test_terms_of_reference_bear_the_day_of_publication_that_was_told(empty: Workspace) -> None:
    take_in(empty, replace(TERMS, published=date(2018, 3, 14)))
    assert [one.dated for one in all_of(empty, Source)] == [date(2018, 3, 14)]
