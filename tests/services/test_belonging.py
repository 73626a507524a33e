"""To which dialogue a source belongs: by its sides and its name, or as somebody chose; never silently to a second."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dialogue_prep.domain.commitment import Commitment
from dialogue_prep.domain.dialogue import Dialogue, Side
from dialogue_prep.domain.errors import NotFound, UserError
from dialogue_prep.domain.identity import DialogueId, TopicId
from dialogue_prep.domain.source import Alias, Source, SourceKind, Span, Subject
from dialogue_prep.reading.extract import Extract, Found
from dialogue_prep.services.dialogues import Dialogues
from dialogue_prep.services.sources import ReadSource, Sources
from dialogue_prep.services.workspace import Workspace
from tests.invented import kept
from tests.invented_sources import RECORD, TERMS, all_of, names, read, take_in

OTHERWISE = "Committee on Railways and Customs"
BADLY_NAMED = replace(TERMS, title=OTHERWISE, dialogue=Found(OTHERWISE, Span(1, 0, 5)))


def designation(dialogue: Dialogue) -> str:
    return dialogue.designation.read("en")


def taken_into(extract: Extract, id_: str) -> ReadSource:
    """Return a source for which somebody chose the dialogue."""
    source = read(extract)
    return replace(source, review=source.review.take_into(DialogueId(id_)))


def test_a_name_that_is_unlike_between_the_same_sides_is_said_to_make_another_dialogue(empty: Workspace) -> None:
    sources = Sources(empty)
    assert sources.propose(read(RECORD)).beside() == (), "the first dialogue is beside none"
    take_in(empty, RECORD)
    proposal = sources.propose(read(BADLY_NAMED))
    assert designation(proposal.dialogue) == OTHERWISE
    assert [designation(one) for one in proposal.beside()] == ["Westmark-Eastfold Dialogue on Shared Waters"]
    assert sources.propose(read(TERMS)).beside() == (), "the name is alike"


def test_of_several_dialogues_the_one_of_the_likest_name_is_offered_first(empty: Workspace) -> None:
    take_in(empty, RECORD, BADLY_NAMED)
    customs = "Round Table on Customs and Harbours"
    proposal = Sources(empty).propose(read(replace(TERMS, title=customs, dialogue=Found(customs, Span(1, 0, 5)))))
    other = "Westmark-Eastfold Dialogue on Shared Waters"
    assert [designation(one) for one in proposal.beside()] == [OTHERWISE, other]


@pytest.mark.parametrize("extracts", [(RECORD, BADLY_NAMED), (BADLY_NAMED, RECORD)], ids=["record", "terms"])
def test_a_source_is_taken_into_the_dialogue_that_is_chosen_whatever_name_it_gives(
    empty: Workspace, extracts: tuple[Extract, Extract]
) -> None:
    first, second = extracts
    take_in(empty, first, home="Eastfold")
    (dialogue,) = all_of(empty, Dialogue)
    sources = Sources(empty)
    proposal = sources.propose(taken_into(second, dialogue.id))
    assert proposal.beside() == ()
    sources.take_in(proposal)
    assert [designation(one) for one in all_of(empty, Dialogue)] == [designation(dialogue)]
    assert (len(all_of(empty, Side)), len(all_of(empty, Source))) == (2, 2)
    aliases = [one.name.read("en") for one in all_of(empty, Alias) if one.subject is Subject.DIALOGUE]
    assert second.dialogue is not None
    assert aliases == [second.dialogue.words]


def test_terms_of_a_like_name_still_name_the_dialogue_that_is_chosen(empty: Workspace) -> None:
    take_in(empty, RECORD)
    (dialogue,) = all_of(empty, Dialogue)
    sources = Sources(empty)
    sources.take_in(sources.propose(taken_into(TERMS, dialogue.id)))
    assert names(empty, Dialogue, "designation") == ["Dialogue on Shared Waters"]


def test_the_title_of_a_source_that_names_no_dialogue_is_no_name_of_the_chosen_one(empty: Workspace) -> None:
    take_in(empty, TERMS)
    (dialogue,) = all_of(empty, Dialogue)
    sources = Sources(empty)
    sources.take_in(sources.propose(taken_into(replace(RECORD, title="Statement", dialogue=None), dialogue.id)))
    assert [one for one in all_of(empty, Alias) if one.subject is Subject.DIALOGUE] == []


@pytest.mark.parametrize("title", ["TERMS OF REFERENCE", "Joint Statement", "Prime Minister"])
def test_a_source_that_names_no_dialogue_is_of_that_between_its_sides_whatever_its_title(
    empty: Workspace, title: str
) -> None:
    unnamed = replace(TERMS, title=title, dialogue=None)
    take_in(empty, unnamed, replace(RECORD, title=title, dialogue=None, sides=RECORD.sides[::-1]))
    assert names(empty, Dialogue, "designation") == ["Eastfold–Westmark"]


def test_a_new_dialogue_can_be_chosen_where_the_name_is_alike(empty: Workspace) -> None:
    take_in(empty, TERMS)
    sources = Sources(empty)
    proposal = sources.propose(taken_into(RECORD, ""))
    assert len(proposal.beside()) == 1
    sources.take_in(proposal)
    assert (len(all_of(empty, Dialogue)), len(all_of(empty, Side))) == (2, 4)


def test_what_is_between_other_sides_is_not_taken_into_a_dialogue(empty: Workspace) -> None:
    take_in(empty, TERMS)
    (dialogue,) = all_of(empty, Dialogue)
    before = kept(empty)
    others = tuple(replace(side, name=name) for side, name in zip(RECORD.sides, ("Northham", "Eastfold"), strict=True))
    record = replace(RECORD, sides=others, co_chairs=(), host=None, next_round=None)
    with pytest.raises(UserError, match="is between Northham, Eastfold, and “Dialogue on Shared Waters” is not"):
        Sources(empty).propose(taken_into(record, dialogue.id))
    with pytest.raises(NotFound):
        Sources(empty).propose(taken_into(RECORD, "gone"))
    assert kept(empty) == before


def test_what_was_taken_into_one_dialogue_is_not_taken_into_another_one(empty: Workspace) -> None:
    take_in(empty, RECORD, BADLY_NAMED)
    one, other = sorted(all_of(empty, Dialogue), key=lambda dialogue: designation(dialogue) == OTHERWISE)
    sources = Sources(empty)
    with pytest.raises(UserError, match=f"was taken into “{OTHERWISE}” before"):
        sources.propose(taken_into(BADLY_NAMED, one.id))
    assert sources.propose(taken_into(BADLY_NAMED, other.id)).changes == ()


def test_another_choice_of_the_dialogue_drops_what_was_chosen_from_the_former_one(empty: Workspace) -> None:
    review = read(RECORD).review
    chosen = review.put_under(RECORD.commitments[0], TopicId("topic"))
    assert (chosen.take_into(DialogueId("other")).topics, chosen.topics) == ({}, {RECORD.commitments[0].span: "topic"})
    again = chosen.take_into(DialogueId("other")).read_otherwise(replace(RECORD, kind=SourceKind.OTHER))
    assert again.dialogue_id == "other"


def test_what_bears_on_a_source_is_of_the_dialogue_that_is_chosen(empty: Workspace) -> None:
    take_in(empty, TERMS)
    (dialogue,) = all_of(empty, Dialogue)
    sources, named = Sources(empty), replace(RECORD, title=OTHERWISE, dialogue=None)
    assert sources.bearing(read(named)).topics == ()
    assert len(sources.bearing(taken_into(named, dialogue.id)).topics) == 2
    assert all_of(empty, Commitment) == []


def test_a_name_that_is_whole_means_that_dialogue_and_not_a_longer_one(empty: Workspace) -> None:
    longer = "Committee on Railways and Customs and Harbours of Westmark"
    take_in(empty, BADLY_NAMED)
    sources = Sources(empty)
    sources.take_in(sources.propose(taken_into(replace(RECORD, dialogue=Found(longer, Span(1, 0, 5))), "")))
    assert designation(Dialogues(empty).one(OTHERWISE.casefold())) == OTHERWISE
    with pytest.raises(UserError, match="Say which dialogue is meant"):
        Dialogues(empty).one("Railways")
