"""A topic that is added after the sources were taken in finds what they say of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from dialogue_prep.domain.commitment import Commitment
from dialogue_prep.domain.dialogue import Dialogue
from dialogue_prep.domain.identity import TopicId
from dialogue_prep.domain.source import Citation, CitationRole
from dialogue_prep.domain.text import in_english
from dialogue_prep.domain.topic import Topic
from dialogue_prep.reading.recognise import extract_from
from dialogue_prep.services.topics import Topics
from dialogue_prep.services.workspace import Workspace
from tests.invented_sources import all_of, take_in

RECORD = (
    "Joint Communiqué of the 2nd Norvia-Estmark Dialogue on Rivers",
    "The two sides met in Tarn, Norvia, on 3 May 2031.",
    "Fishing permits",
    "The two sides agreed to publish a list of fishing permits.",
    "Norvia will lend nets to Estmark.",
    "Lighthouses",
    "The two sides agreed to repair the lighthouse of Tarn.",
)


def topic(workspace: Workspace, number: int, title: str) -> Topic:
    (dialogue,) = all_of(workspace, Dialogue)
    return Topic(
        id=TopicId(f"topic-{number}"),
        dialogue_id=dialogue.id,
        number=number,
        title=in_english(title),
        added_on=date(2031, 6, 1),
    )


def placed(workspace: Workspace) -> dict[str, tuple[str | None, bool]]:
    found = all_of(workspace, Commitment)
    return {one.action.read("en"): (one.topic_id, one.topic_confirmed) for one in found}


def test_what_was_agreed_on_a_topic_that_is_added_later_is_put_under_it(empty: Workspace) -> None:
    take_in(empty, extract_from(RECORD))
    assert {topic_id for topic_id, _confirmed in placed(empty).values()} == {None}
    Topics(empty).add(topic(empty, 1, "Fishing permits"))
    Topics(empty).add(topic(empty, 2, "Lighthouses"))
    found = placed(empty)
    assert {action: topic_id for action, (topic_id, _confirmed) in found.items()} == {
        "Publish a list of fishing permits": "topic-1",
        "Lend nets to Estmark": "topic-1",
        "Repair the lighthouse of Tarn": "topic-2",
    }
    assert found["Lend nets to Estmark"][1] is False, "only the heading says so"
    spoken = {one.subject_id for one in all_of(empty, Citation) if one.role is CitationRole.MENTIONS}
    assert {"topic-1", "topic-2"} <= spoken


def test_adding_a_topic_is_one_step_and_leaves_what_somebody_placed_where_it_is(empty: Workspace) -> None:
    take_in(empty, extract_from(RECORD))
    Topics(empty).add(topic(empty, 1, "Nets and boats"))
    with empty.request("Put under a topic") as work:
        for one in work.find(Commitment):
            work.put(replace(one, topic_id=TopicId("topic-1"), topic_confirmed=True))
    before = placed(empty)
    Topics(empty).add(topic(empty, 2, "Lighthouses"))
    assert placed(empty) == before
    assert empty.undo() is not None
    assert [one.number for one in all_of(empty, Topic)] == [1]
    assert "topic-2" not in {one.subject_id for one in all_of(empty, Citation)}
