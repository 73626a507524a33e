"""A reviewer accepts, rejects, rewords, splits and merges what was found; the review before stays as it was."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from dialogue_prep.domain.commitment import CommitmentKind, Strength
from dialogue_prep.domain.errors import UserError
from dialogue_prep.domain.identity import MechanismId, TopicId
from dialogue_prep.domain.source import SourceKind, Span
from dialogue_prep.reading.extract import Extract, Found, FoundCoChair, FoundCommitment, FoundNextRound
from dialogue_prep.reading.review import Handling, Review
from dialogue_prep.reading.running import RunningText
from dialogue_prep.reading.source_facts import NOWHERE, SourceFacts

PARAGRAPHS = (
    "Joint Statement",
    "The two sides agreed to share river levels daily, and to open a school of hydrology in Brodno.",
    "They will meet again. They will name a contact",
    "point for floods.",
)
RIVERS, FLOODS = TopicId("rivers"), TopicId("floods")


def found(paragraph: int, words: str, *, by: str | None = None) -> FoundCommitment:
    text = "\n".join(PARAGRAPHS[paragraph - 1 :])
    start = text.index(words)
    return FoundCommitment(
        words=" ".join(words.split()),
        action=words[:20],
        kind=CommitmentKind.ACTION,
        strength=Strength.FIRM,
        by=by,
        span=Span(paragraph, start, start + len(words)),
    )


BOTH = found(2, "to share river levels daily, and to open a school of hydrology in Brodno")
MEET = found(3, "They will meet again")
CONTACT = found(3, "They will name a contact\npoint for floods")


@pytest.fixture
def review() -> Review:
    extract = Extract(
        kind=SourceKind.JOINT_RECORD,
        title="Joint Statement",
        language="en",
        paragraphs=PARAGRAPHS,
        commitments=(BOTH, MEET, CONTACT),
    )
    return Review(extract)


def words_at(span: Span) -> str:
    text = RunningText.of(PARAGRAPHS)
    start = text.starts[span.paragraph - 1]
    return text.words[start + span.start : start + span.end]


def actions(review: Review) -> list[str]:
    return [one.action for one in review.accepted().commitments]


def test_everything_is_accepted_until_the_reviewer_says_otherwise(review: Review) -> None:
    assert review.accepted() == review.extract
    assert all(review.accepts(one) for one in review.commitments)


def test_what_is_rejected_is_not_taken_in_and_stays_in_sight(review: Review) -> None:
    rejected = review.reject(MEET)
    assert rejected.accepted().commitments == (BOTH, CONTACT)
    assert rejected.commitments == (BOTH, MEET, CONTACT)
    assert not rejected.accepts(MEET)


def test_what_was_rejected_can_be_accepted_again(review: Review) -> None:
    assert review.reject(MEET).accept(MEET) == review


def test_no_act_changes_the_review_before_it(review: Review) -> None:
    before = replace(review)
    review.reject(MEET)
    review.put_under(MEET, RIVERS)
    review.split(BOTH, 28)
    review.merge(MEET, CONTACT)
    assert review == before


def test_a_commitment_is_changed_in_its_place(review: Review) -> None:
    reworded = replace(MEET, action="Meet again", kind=CommitmentKind.SCHEDULING, by="Ostrava")
    assert review.change(MEET, reworded).commitments == (BOTH, reworded, CONTACT)


def test_a_changed_commitment_stays_rejected_and_under_its_topic(review: Review) -> None:
    changed = review.reject(MEET).put_under(MEET, RIVERS).change(MEET, replace(MEET, action="Meet again"))
    assert changed.accepted().commitments == (BOTH, CONTACT)
    assert changed.topics == {MEET.span: RIVERS}


def test_the_reviewer_chooses_a_topic_or_none(review: Review) -> None:
    assert review.put_under(MEET, RIVERS).put_under(MEET, None).topics == {MEET.span: None}


@pytest.mark.parametrize("at", [27, 28, 29, 32, 33])
def test_a_commitment_is_split_where_the_cursor_stands_and_the_joint_goes(review: Review, at: int) -> None:
    first, second, *others = review.split(BOTH, at).commitments
    assert first.words == words_at(first.span) == "to share river levels daily"
    assert second.words == words_at(second.span) == "to open a school of hydrology in Brodno"
    assert second.action == "Open a school of hydrology in Brodno"
    assert first.action == BOTH.action
    assert others == [MEET, CONTACT]


@pytest.mark.parametrize("at", [-5, 0, 73, 4000])
def test_a_split_that_leaves_nothing_on_one_side_is_refused(review: Review, at: int) -> None:
    with pytest.raises(UserError, match="within the commitment"):
        review.split(BOTH, at)


def test_a_split_runs_on_over_a_page_break(review: Review) -> None:
    split = review.split(CONTACT, len("They will name a contact"))
    assert [one.words for one in split.commitments[2:]] == ["They will name a contact", "point for floods"]
    assert [one.span.paragraph for one in split.commitments[2:]] == [3, 4]


def test_both_parts_of_a_split_are_accepted_under_the_topic_chosen_before(review: Review) -> None:
    split = review.put_under(BOTH, RIVERS).reject(BOTH).split(BOTH, 28)
    assert len(split.accepted().commitments) == 4
    assert [split.topics.get(one.span) for one in split.commitments] == [RIVERS, RIVERS, None, None]


@pytest.mark.parametrize("turned", [False, True])
def test_two_commitments_become_one_in_whatever_order_they_are_named(review: Review, turned: bool) -> None:
    pair = (CONTACT, MEET) if turned else (MEET, CONTACT)
    merged = review.merge(*pair)
    assert len(merged.commitments) == 2
    one = merged.commitments[1]
    assert one.words == "They will meet again. They will name a contact point for floods"
    assert " ".join(words_at(one.span).split()) == one.words
    assert one.action == MEET.action


def test_what_is_merged_is_under_the_topic_of_the_first(review: Review) -> None:
    merged = review.put_under(MEET, RIVERS).put_under(CONTACT, FLOODS).merge(MEET, CONTACT)
    assert merged.topics == {merged.commitments[1].span: RIVERS}


def test_merging_what_was_split_gives_the_words_again(review: Review) -> None:
    split = review.split(BOTH, 28)
    merged = split.merge(*split.commitments[:2]).commitments[0]
    assert (merged.words, merged.span) == (BOTH.words, BOTH.span)


def test_only_what_is_accepted_is_left_for_the_store(review: Review) -> None:
    reviewed = review.reject(BOTH).change(MEET, replace(MEET, action="Meet again"))
    assert actions(reviewed) == ["Meet again", CONTACT.action]


def test_who_carries_it_out_goes_with_both_halves_of_a_commitment(review: Review) -> None:
    handling = Handling(mechanism_id=MechanismId("board"), instruments=frozenset({"Pact"}))
    split = review.handle(BOTH, handling).split(BOTH, 28)
    assert [split.handling(one) for one in split.commitments] == [handling, handling, Handling(), Handling()]


FACTS = SourceFacts(
    title=" Joint  Record ",
    sides=("Norvia", "Estmark"),
    dialogue=" River  Talks ",
    ordinal=4,
    place=" Brodno ",
    host="",
    first_day=date(2031, 5, 4),
    last_day=date(2031, 5, 4),
    co_chairs=(FoundCoChair(name="A. Ekdal", office=None, side="Norvia", span=NOWHERE),),
    next_round=FoundNextRound(place="Tarn", year=2032, day=None, host=None, span=NOWHERE),
)


def test_facts_of_the_meeting_are_put_right(review: Review) -> None:
    extract = review.correct(FACTS).extract
    assert (extract.title, extract.dialogue) == ("Joint Record", Found("River Talks", NOWHERE))
    assert (extract.ordinal, extract.place and extract.place.words) == (4, "Brodno")
    assert (extract.first_day, extract.last_day, extract.day_from) == (date(2031, 5, 4), None, "reviewer")
    assert (extract.co_chairs, extract.next_round) == (FACTS.co_chairs, FACTS.next_round)
    assert review.extract.ordinal is None


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"ordinal": 0}, "ordinal"),
        ({"last_day": date(2031, 5, 3)}, "last_day"),
        ({"title": " "}, "title"),
        ({"co_chairs": (FoundCoChair(name=None, office=None, side="Norvia", span=NOWHERE),)}, "co_chairs"),
        ({"next_round": replace(FACTS.next_round, day=date(2031, 5, 4))}, "next_round"),
        ({"next_round": replace(FACTS.next_round, last_day=date(2032, 5, 4))}, "next_last_day"),
        (
            {"next_round": replace(FACTS.next_round, day=date(2032, 5, 4), last_day=date(2032, 5, 3))},
            "next_last_day",
        ),
    ],
)
def test_facts_that_cannot_be_are_refused_at_their_field(review: Review, wrong: dict[str, object], field: str) -> None:
    with pytest.raises(UserError) as refused:
        review.correct(replace(FACTS, **wrong))
    assert refused.value.field == field


def test_what_was_put_right_holds_when_the_source_is_read_otherwise(review: Review) -> None:
    mine = review.correct(replace(SourceFacts.of(review.extract), ordinal=4))
    otherwise = replace(review.extract, kind=SourceKind.OTHER, first_day=date(2030, 1, 1))
    again = mine.read_otherwise(otherwise)
    assert again.extract == replace(otherwise, ordinal=4)
    assert again.read_otherwise(review.extract).extract == mine.extract


def test_another_name_is_refused_and_kept_after_all(review: Review) -> None:
    refused = review.refuse_name("Rivers Talks")
    assert refused.refused_names == {"Rivers Talks"}
    assert refused.accept_name("Rivers Talks") == review
