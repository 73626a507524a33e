"""Only those whom a source itself names lead on what it says, and only for a side that undertakes it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dialogue_prep.domain.commitment import Commitment, CommitmentLead
from dialogue_prep.domain.dialogue import Entity
from dialogue_prep.domain.topic import Topic
from dialogue_prep.reading.extract import Extract, FoundEntity
from dialogue_prep.services.sources import Sources
from dialogue_prep.services.workspace import Workspace
from tests.invented_sources import RECORD, TERMS, all_of, at, read, take_in

POLICE = replace(
    TERMS,
    entities=(
        *TERMS.entities,
        FoundEntity(name="Federal Police", side="Westmark", span=TERMS.entities[0].span),
        FoundEntity(name="Ministry of Justice", side="Westmark", span=TERMS.entities[0].span),
        FoundEntity(name="Ministry of Justice", side="Eastfold", span=TERMS.entities[0].span),
    ),
)


def saying(words: str, by: str | None, *others: str) -> Extract:
    """Return a record in which this is agreed, and the last of the other paragraphs that follow, if there are any."""
    paragraphs = (*RECORD.paragraphs[:2], words, *others)
    agreed = tuple(
        replace(RECORD.commitments[1], words=one, action=one, by=by, span=at(paragraphs, one).span)
        for one in (words, *others[-1:])
    )
    return replace(RECORD, paragraphs=paragraphs, commitments=agreed, instruments=(), next_round=None)


def leads_after(workspace: Workspace, record: Extract) -> list[str]:
    """Return who leads on what a record says once it is taken in as it was proposed."""
    source, sources = read(record), Sources(workspace)
    sources.take_in(sources.propose(replace(source, review=sources.bearing(source).taken(source.review))))
    entities = {one.id: one.name.read("en") for one in all_of(workspace, Entity)}
    return sorted(entities[lead.entity_id] for lead in all_of(workspace, CommitmentLead))


@pytest.mark.parametrize(
    ("words", "by", "leads"),
    [
        ("that the Federal Police will train the river guards", None, ["Federal Police"]),
        ("to train the river guards with the Federal Police", "Westmark", ["Federal Police"]),
        ("to train the Federal Police", "Eastfold", []),
        ("to train police investigators", "Westmark", []),
        ("that the Ministry of Justice will publish a list", None, []),
        ("to publish a list of the Ministry of Justice", "Eastfold", ["Ministry of Justice"]),
    ],
    ids=["both", "its own", "that of the other side", "only its work", "a name of two", "one of two by its side"],
)
def test_who_is_named_leads_for_a_side_that_undertakes_it(
    empty: Workspace, words: str, by: str | None, leads: list[str]
) -> None:
    take_in(empty, POLICE)
    assert leads_after(empty, saying(words, by)) == leads


def test_whose_work_it_is_is_said_and_left_to_be_chosen(empty: Workspace) -> None:
    take_in(empty, POLICE)
    source = read(saying("to train police investigators", "Westmark"))
    (found,) = source.review.commitments
    bearing = Sources(empty).bearing(source)
    assert [lead.named for lead in bearing.led[found.span]] == [False]
    assert bearing.taken(source.review) == source.review


def test_a_heading_tells_the_topic_in_the_review_and_in_the_store(empty: Workspace) -> None:
    take_in(empty, TERMS)
    spoken = saying("They agreed to meet more often.", None, "Fisheries", "They agreed to publish a list every year.")
    record = replace(spoken, paragraphs=(*spoken.paragraphs[:2], "Other matters", *spoken.paragraphs[2:]))
    record = replace(
        record,
        commitments=tuple(replace(one, span=at(record.paragraphs, one.words).span) for one in spoken.commitments),
    )
    (fisheries,) = (one for one in all_of(empty, Topic) if one.title.read("en") == "Fisheries")
    (suggestion,) = Sources(empty).bearing(read(record)).suggested.values()
    assert (suggestion.topic_id, suggestion.certain) == (fisheries.id, False)
    take_in(empty, record)
    listed = next(one for one in all_of(empty, Commitment) if "list" in one.wording.read("en"))
    assert (listed.topic_id, listed.topic_confirmed) == (fisheries.id, False)
