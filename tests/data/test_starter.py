"""The starter dialogue is whole: every reference resolves, every text is there in three languages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import fields
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from dialogue_prep.domain.commitment import Commitment, CommitmentInstrument, CommitmentKind
from dialogue_prep.domain.dialogue import Cadence, Dialogue, Entity, HostRule, Side
from dialogue_prep.domain.errors import MachineError
from dialogue_prep.domain.identity import Identified
from dialogue_prep.domain.instrument import Instrument, InstrumentState, ObjectiveInstrument
from dialogue_prep.domain.post import Person, Post, PostRole, Tenure
from dialogue_prep.domain.round import Round, RoundStatus
from dialogue_prep.domain.source import Alias, Citation, CitationRole, Source, SourceKind, Subject
from dialogue_prep.domain.text import Text, WordingState
from dialogue_prep.domain.topic import Mechanism, Objective, ObjectiveTopic, Topic
from dialogue_prep.services import starter
from dialogue_prep.services.starter import StarterDialogue, starter_values
from dialogue_prep.system.data_files import read_data

LANGUAGES = ["en", "fr", "zh-Hans"]


@pytest.fixture(scope="module")
def dialogue() -> StarterDialogue:
    return starter_values()


def texts(values: tuple[Identified, ...]) -> Iterator[tuple[str, Text]]:
    for value in values:
        for field in fields(value):
            content = getattr(value, field.name)
            if isinstance(content, Text) and content:
                yield f"{type(value).__name__} {value.id}, {field.name}", content


def paragraphs(source: Path) -> list[str]:
    return [line.strip() for line in source.read_text(encoding="utf-8").splitlines() if line.strip()]


def plain(words: str) -> str:
    return f" {re.sub(r'[^a-z0-9]+', ' ', words.casefold()).strip()} "


def test_there_are_as_many_of_each_as_the_sources_name(dialogue: StarterDialogue) -> None:
    counted = Counter(type(value) for value in dialogue.values)
    del counted[Citation]
    assert counted == {
        Dialogue: 1,
        Side: 2,
        Entity: 11,
        Post: 2,
        Person: 2,
        Tenure: 2,
        Topic: 6,
        Mechanism: 5,
        Objective: 5,
        Instrument: 6,
        ObjectiveInstrument: 5,
        ObjectiveTopic: 5,
        Source: 2,
        Round: 2,
        Commitment: 8,
        CommitmentInstrument: 4,
        Alias: 4,
    }


def test_four_entities_are_chinese_and_seven_canadian(dialogue: StarterDialogue) -> None:
    sides = {side.id: side.name.words("en") for side in dialogue.of(Side)}
    names: dict[str, list[str]] = {"China": [], "Canada": []}
    for entity in dialogue.of(Entity):
        names[sides[entity.side_id]].append(entity.abbreviation.words("en"))
    assert names == {
        "China": ["MFA", "MPS", "MSS", "MOJ"],
        "Canada": ["PCO", "GAC", "JUS", "PS", "CSIS", "RCMP", "CBSA"],
    }


def test_every_text_is_there_in_three_languages_and_the_original_is_english(dialogue: StarterDialogue) -> None:
    for place, text in texts(dialogue.values):
        assert [wording.language for wording in text] == LANGUAGES, place
        states = [wording.state for wording in text]
        assert states == [WordingState.ORIGINAL, WordingState.TRANSLATION, WordingState.TRANSLATION], place


def test_french_is_set_as_french_and_chinese_as_chinese(dialogue: StarterDialogue) -> None:
    for place, text in texts(dialogue.values):
        french, chinese = text.words("fr"), text.words("zh-Hans")
        assert "'" not in french, place
        assert re.search(r"(?<!\u00a0):|«(?!\u00a0)|(?<!\u00a0)»", french) is None, place
        assert re.search(r"[一-鿿]", chinese), place
        assert re.search(r"[,;:!?()]|[一-鿿] | [一-鿿]", chinese) is None, place
        assert "  " not in text.words("en"), place


def test_every_reference_names_a_value_that_came_before(dialogue: StarterDialogue) -> None:
    seen: set[str] = set()
    for value in dialogue.values:
        for field in fields(value):
            if field.name.endswith("_id") and (named := getattr(value, field.name)) is not None:
                assert named in seen, f"{type(value).__name__} {value.id}, {field.name}"
        assert value.id not in seen
        seen.add(value.id)


def test_identifiers_are_the_same_every_time(dialogue: StarterDialogue) -> None:
    assert starter_values() == dialogue
    # Stores made from the starter know each other's records by these: they may never change.
    assert dialogue.of(Dialogue)[0].id == "fe31b65e-44dd-513f-8ef7-0cc2ac9ffff0"
    assert dialogue.of(Commitment)[4].id == "a4daca35-134b-50aa-93d6-b155a346deb5"


def test_the_dialogue_is_annual_hosted_in_turn_and_open_to_topics(dialogue: StarterDialogue) -> None:
    (value,) = dialogue.of(Dialogue)
    assert (value.cadence, value.host_rule, value.topics_open) == (Cadence.ANNUAL, HostRule.ALTERNATE, True)
    canada, china = dialogue.of(Side)
    assert (canada.name.words("en"), canada.home, canada.hosts_first) == ("Canada", True, True)
    assert (china.name.words("en"), china.home, china.hosts_first) == ("China", False, False)


def test_each_side_has_one_co_chair_who_is_still_to_be_confirmed(dialogue: StarterDialogue) -> None:
    posts = dialogue.of(Post)
    assert [post.role for post in posts] == [PostRole.CO_CHAIR, PostRole.CO_CHAIR]
    assert {post.side_id for post in posts} == {side.id for side in dialogue.of(Side)}
    for tenure in dialogue.of(Tenure):
        assert (tenure.as_of, tenure.until, tenure.confirmed) == (date(2017, 6, 22), None, False)
    assert [person.name.words("en") for person in dialogue.of(Person)] == ["Daniel Jean", "Wang Yongqing"]


def test_the_second_round_was_held_in_ottawa_and_the_third_is_expected_in_beijing(dialogue: StarterDialogue) -> None:
    canada, china = dialogue.of(Side)
    second, third = dialogue.of(Round)
    assert (second.ordinal, second.host_id, second.status) == (2, canada.id, RoundStatus.HELD)
    assert (second.city.words("en"), second.start) == ("Ottawa", date(2017, 6, 22))
    assert (third.ordinal, third.host_id, third.status) == (3, china.id, RoundStatus.EXPECTED)
    assert (third.city.words("en"), third.year, third.start) == ("Beijing", 2018, None)
    assert dialogue.reference_day == date(2018, 2, 6)
    assert not third.overdue(dialogue.reference_day)


def test_the_eight_commitments_have_their_kind_topic_and_paragraph(dialogue: StarterDialogue) -> None:
    topics = {topic.id: topic.number for topic in dialogue.of(Topic)}
    found = {
        commitment.code: (
            commitment.kind,
            topics[commitment.topic_id] if commitment.topic_id else None,
            commitment.topic_confirmed,
            commitment.paragraph,
        )
        for commitment in dialogue.of(Commitment)
    }
    assert found == {
        "R2-01": (CommitmentKind.CONTINUING, 4, True, 6),
        "R2-02": (CommitmentKind.DISCUSSION, 4, True, 7),
        "R2-03": (CommitmentKind.CONTINUING, 4, True, 7),
        "R2-04": (CommitmentKind.CONTINUING, 4, True, 8),
        "R2-05": (CommitmentKind.CONTINUING, 5, False, 8),
        "R2-06": (CommitmentKind.CONTINUING, 1, True, 8),
        "R2-07": (CommitmentKind.NORM, 2, True, 9),
        "R2-08": (CommitmentKind.SCHEDULING, None, True, 10),
    }


def test_the_communique_is_silent_on_consular_affairs_and_on_two_objectives(dialogue: StarterDialogue) -> None:
    mentioned = {(c.subject, c.subject_id) for c in dialogue.of(Citation) if c.role is CitationRole.MENTIONS}
    silent_topics = [t.number for t in dialogue.of(Topic) if (Subject.TOPIC, t.id) not in mentioned]
    silent_objectives = [o.number for o in dialogue.of(Objective) if (Subject.OBJECTIVE, o.id) not in mentioned]
    assert (silent_topics, silent_objectives) == ([5], [4, 5])


def test_both_sources_are_cited_and_not_held(dialogue: StarterDialogue) -> None:
    assert [source.kind for source in dialogue.of(Source)] == [SourceKind.TERMS_OF_REFERENCE, SourceKind.JOINT_RECORD]
    assert not any(source.held for source in dialogue.of(Source))


def test_everything_is_stated_somewhere(dialogue: StarterDialogue) -> None:
    stated = {citation.subject_id for citation in dialogue.of(Citation) if citation.role is CitationRole.STATES}
    kinds = (Dialogue, Side, Entity, Post, Person, Tenure, Topic, Mechanism, Objective, Instrument, Round)
    for value in dialogue.values:
        if isinstance(value, kinds):
            assert value.id in stated, value


def test_the_agreement_on_forfeited_assets_is_signed_and_the_assistance_treaty_in_force(
    dialogue: StarterDialogue,
) -> None:
    states = {instrument.title.words("en"): instrument.state for instrument in dialogue.of(Instrument)}
    assert [state for title, state in states.items() if "Forfeited Assets" in title] == [InstrumentState.SIGNED]
    assert [state for title, state in states.items() if "Mutual Legal" in title] == [InstrumentState.IN_FORCE]


def test_citations_point_to_paragraphs_that_name_what_they_are_cited_for(
    dialogue: StarterDialogue, shared: Path
) -> None:
    terms, communique = dialogue.of(Source)
    lines = {
        terms.id: paragraphs(shared / "seeds" / "terms-of-reference.txt"),
        communique.id: paragraphs(shared / "seeds" / "joint-communique-2nd-dialogue-ottawa-2017.txt"),
    }
    names = {
        value.id: value.name.words("en")
        for value in dialogue.values
        if isinstance(value, Entity | Person | Side) and value.name
    }
    for citation in dialogue.of(Citation):
        assert citation.paragraph <= len(lines[citation.source_id])
        if name := names.get(citation.subject_id):
            assert name in lines[citation.source_id][citation.paragraph - 1]
    for topic in dialogue.of(Topic):
        (stated,) = [c for c in dialogue.of(Citation) if c.subject_id == topic.id and c.role is CitationRole.STATES]
        assert lines[terms.id][stated.paragraph - 1].startswith(f"{topic.number}. ")


def test_undertakings_and_clauses_are_restated_and_not_copied(dialogue: StarterDialogue, shared: Path) -> None:
    sources = " ".join(plain(path.read_text(encoding="utf-8")) for path in sorted((shared / "seeds").glob("*.txt")))
    (value,) = dialogue.of(Dialogue)
    restated = [value.purpose, value.participation, value.subgroups, value.guidance]
    restated += [text for commitment in dialogue.of(Commitment) for text in (commitment.wording, commitment.action)]
    for text in restated:
        words = plain(text.words("en")).split()
        for at in range(len(words) - 7):
            assert f" {' '.join(words[at : at + 8])} " not in sources
    for objective in dialogue.of(Objective):
        assert plain(objective.wording.words("en")) not in sources


@pytest.mark.parametrize(
    ("kind", "field", "content", "complaint"),
    [
        ("commitment", "topic", "topic-9", "commitment R2-01, topic: there is no topic with the key “topic-9”"),
        ("commitment", "kind", "promise", "“promise” is not one of action, continuing"),
        ("commitment", "paragraph", "six", "commitment R2-01, paragraph: 'six' is not of the kind int"),
        ("commitment", "colour", "red", "commitment R2-01: there is no field “colour”"),
        ("commitment", "topics", ["topic-1"], "a commitment is not tied to a list of topics"),
        ("round", "ordinal", 0, "round round-2: Rounds are numbered from 1."),
        ("topic", "title", {}, "topic topic-1, title: words are needed, language by language"),
        ("entity", "key", "", "one entry of “entity” has no key"),
    ],
)
def test_a_damaged_starter_is_told_with_the_place_and_what_to_do(
    kind: str, field: str, content: object, complaint: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: dict[str, Any] = deepcopy(read_data(starter.STARTER))
    read[kind][0][field] = content
    monkeypatch.setattr(starter, "read_data", lambda name: read)
    with pytest.raises(MachineError) as refused:
        starter_values()
    assert complaint in str(refused.value)
    assert str(refused.value).endswith("Please install the program again.")


def test_a_starter_without_its_day_is_damaged(monkeypatch: pytest.MonkeyPatch) -> None:
    read = {name: entry for name, entry in read_data(starter.STARTER).items() if name != "reference_day"}
    monkeypatch.setattr(starter, "read_data", lambda name: read)
    with pytest.raises(MachineError, match="the reference day or the scale of markings is not said"):
        starter_values()
