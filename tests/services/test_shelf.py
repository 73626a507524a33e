"""The sources that are there are listed and opened, and a source under review knows sides and topics to choose from."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from dialogue_prep.domain.commitment import Commitment
from dialogue_prep.domain.dialogue import Dialogue, Side
from dialogue_prep.domain.errors import NotFound, UserError
from dialogue_prep.domain.round import Round
from dialogue_prep.domain.source import CitationRole, Source, SourceKind
from dialogue_prep.domain.topic import Objective, Topic
from dialogue_prep.reading.extract import FoundCoChair
from dialogue_prep.reading.review import ReadAs
from dialogue_prep.reading.source_facts import NOWHERE, SourceFacts
from dialogue_prep.services.shelf import Shelf
from dialogue_prep.services.sources import ReadSource, Sources, read_again, read_for_review
from dialogue_prep.services.workspace import Workspace

STATEMENT = """Joint Statement of the 3rd Norway-Chile Dialogue on Seas and Salmon

Oslo, Norway - May 4, 2031

The two sides agreed to share the results of surveys of salmon, and to open a school of fisheries in Bergen.
The two sides agreed that the next round should take place in Santiago in 2032.
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "statement.txt"
    path.write_text(STATEMENT, encoding="utf-8")
    return path


@pytest.fixture
def statement(path: Path) -> ReadSource:
    return read_for_review(path)


def of(workspace: Workspace, kind: type) -> list:
    with workspace.look() as work:
        return list(work.find(kind))


def test_a_proposal_names_both_sides_and_says_which_is_ours_once_somebody_did(
    empty: Workspace, statement: ReadSource
) -> None:
    proposed = Sources(empty).propose(statement)
    assert [(side.name.read("en"), side.home) for side in proposed.sides] == [("Norway", False), ("Chile", False)]
    said = Sources(empty).propose(statement, "Chile")
    assert [side.home for side in said.sides] == [False, True]


def test_a_source_read_again_has_nothing_new_and_the_same_sides(empty: Workspace, statement: ReadSource) -> None:
    sources = Sources(empty)
    sources.take_in(sources.propose(statement, "Norway"))
    again = sources.propose(statement)
    assert again.changes == ()
    assert {side.id for side in again.sides} == {side.id for side in of(empty, Side)}


def test_a_source_read_as_another_kind_keeps_what_was_put_right(statement: ReadSource) -> None:
    extract = statement.review.extract
    review = statement.review.correct(replace(SourceFacts.of(extract), title="Record of Oslo"))
    terms = read_again(statement, ReadAs(None, SourceKind.TERMS_OF_REFERENCE, review))
    assert (terms.review.extract.kind, terms.review.extract.title) == (SourceKind.TERMS_OF_REFERENCE, "Record of Oslo")
    assert terms.review.commitments == ()
    record = read_again(terms, ReadAs(None, SourceKind.JOINT_RECORD, terms.review))
    assert record.review.extract == replace(extract, title="Record of Oslo")


def test_a_source_that_names_no_sides_is_read_between_those_that_somebody_told(empty: Workspace, path: Path) -> None:
    words = STATEMENT.replace("Norway-Chile ", "").replace("Oslo, Norway", "Oslo").replace("by Norway", "")
    path.write_text(f"{words}Tarnmark will host a regatta. Pinia will build the boats for it.\n", encoding="utf-8")
    source = read_for_review(path)
    with pytest.raises(UserError, match="in the window"):
        Sources(empty).propose(source)
    review = source.review.correct(replace(SourceFacts.of(source.review.extract), sides=("Tarnmark", "Pinia")))
    told = read_again(source, ReadAs(None, SourceKind.JOINT_RECORD, review, ("Tarnmark", "Pinia"))).review
    assert [side.name for side in told.extract.sides] == ["Tarnmark", "Pinia"]
    assert [one.by for one in told.commitments if "ost" in one.action or "uild" in one.action] == ["Tarnmark", "Pinia"]
    assert {side.name.read("en") for side in Sources(empty).propose(replace(source, review=told)).sides} == {
        "Tarnmark",
        "Pinia",
    }


def test_who_hosted_is_a_guess_only_where_neither_a_record_nor_another_round_tells_it(
    empty: Workspace, path: Path
) -> None:
    path.write_text(STATEMENT.replace("Oslo, Norway", "Tarn"), encoding="utf-8")
    source = read_for_review(path)
    sources = Sources(empty)
    assert sources.propose(source).guessed_host is not None
    facts = replace(SourceFacts.of(source.review.extract), host="Chile")
    told = sources.propose(replace(source, review=source.review.correct(facts)))
    assert told.guessed_host is None
    sources.take_in(told)
    hosts = {one.ordinal: one.host_id for one in of(empty, Round)}
    chile = next(side.id for side in of(empty, Side) if side.name.read("en") == "Chile")
    assert (hosts[3] == chile, hosts[4] == chile) == (True, True), "the next round was said to be in Santiago"
    path.write_text(STATEMENT.replace("3rd", "5th").replace("Oslo, Norway", "Tarn").replace("203", "204"), "utf-8")
    assert sources.propose(read_for_review(path)).guessed_host is None


def test_a_co_chair_who_was_put_right_chairs_for_a_side_by_its_new_name(statement: ReadSource) -> None:
    facts = SourceFacts.of(statement.review.extract)
    chair = FoundCoChair(name="Ada Birk", office=None, side="Chile", span=NOWHERE)
    review = statement.review.correct(replace(facts, co_chairs=(chair,), sides=("Norway", "Pinia")))
    again = read_again(statement, ReadAs(None, SourceKind.JOINT_RECORD, review, ("Norway", "Pinia"))).review.extract
    assert [side.name for side in again.sides] == ["Norway", "Pinia"]
    assert [(one.name, one.side) for one in again.co_chairs] == [("Ada Birk", "Pinia")]


@pytest.mark.usefixtures("guarded")
def test_reading_that_is_cancelled_is_one_sentence(path: Path) -> None:
    with pytest.raises(UserError, match="cancelled; nothing was changed"):
        read_for_review(path, cancelled=lambda: True)


def test_a_new_dialogue_has_no_topics_to_choose_from(empty: Workspace, statement: ReadSource) -> None:
    assert Sources(empty).bearing(statement).topics == ()


def test_topics_to_choose_from_are_those_of_the_dialogue_in_order(starter: Workspace, shared: Path) -> None:
    communique = read_for_review(shared / "seeds" / "joint-communique-2nd-dialogue-ottawa-2017.txt")
    bearing = Sources(starter).bearing(communique)
    topics = bearing.topics
    assert [topic.number for topic in topics] == [1, 2, 3, 4, 5, 6]
    suggested = bearing.suggested
    terrorism = next(one for one in communique.review.commitments if "counter-terrorism" in one.action)
    assert suggested[terrorism.span].topic_id == topics[0].id
    assert suggested[terrorism.span].why


def test_terms_of_reference_stand_first_on_the_shelf_and_then_the_newest(starter: Workspace) -> None:
    dialogue = of(starter, Dialogue)[0]
    kinds = [source.kind for source in Shelf(starter).sources(dialogue.id)]
    assert kinds == [SourceKind.TERMS_OF_REFERENCE, SourceKind.JOINT_RECORD]
    assert Shelf(starter).sources("another dialogue") == ()


def test_a_held_source_is_opened_with_its_text_and_what_stands_where(empty: Workspace, statement: ReadSource) -> None:
    sources = Sources(empty)
    sources.take_in(sources.propose(statement))
    opened = Shelf(empty).open(of(empty, Source)[0].id)
    assert opened.paragraphs == statement.review.extract.paragraphs
    stated = [cited for cited in opened.cited if isinstance(cited.value, Commitment)]
    assert [cited.span for cited in stated] == [found.span for found in statement.review.commitments]
    assert {cited.role for cited in stated} == {CitationRole.STATES}
    assert [cited.span.paragraph for cited in opened.cited] == sorted(c.span.paragraph for c in opened.cited)


def test_a_cited_source_has_no_text_but_says_what_it_says_and_where_it_is_silent(starter: Workspace) -> None:
    record = next(source for source in of(starter, Source) if source.kind is SourceKind.JOINT_RECORD)
    opened = Shelf(starter).open(record.id)
    assert not record.held
    assert opened.paragraphs == ()
    assert {cited.role for cited in opened.cited} == set(CitationRole)
    assert [one.number for one in opened.silent if isinstance(one, Topic)] == [5]
    assert [one.number for one in opened.silent if isinstance(one, Objective)] == [4, 5]


def test_terms_of_reference_are_silent_on_nothing(starter: Workspace) -> None:
    terms = next(source for source in of(starter, Source) if source.kind is SourceKind.TERMS_OF_REFERENCE)
    assert Shelf(starter).open(terms.id).silent == ()


def test_a_source_that_is_gone_cannot_be_opened(empty: Workspace) -> None:
    with pytest.raises(NotFound):
        Shelf(empty).open("gone")


def test_a_record_leads_to_the_source_that_states_it_or_is_silent_on_it(starter: Workspace) -> None:
    dialogue = of(starter, Dialogue)[0].id
    shelf = Shelf(starter)
    terms, record = shelf.sources(dialogue)
    topics = {topic.number: topic.id for topic in of(starter, Topic)}
    assert shelf.about(dialogue, record.id) == record.id
    assert shelf.about(dialogue, of(starter, Commitment)[0].id) == record.id
    assert shelf.about(dialogue, topics[5]) == record.id
    assert shelf.about(dialogue, topics[1]) == terms.id
    assert shelf.about(dialogue, dialogue) == terms.id
    assert shelf.about(dialogue, "nothing known") == ""


def test_a_proposal_says_which_commitments_are_there_already(starter: Workspace, shared: Path) -> None:
    communique = read_for_review(shared / "seeds" / "joint-communique-2nd-dialogue-ottawa-2017.txt")
    present = Sources(starter).propose(communique).present
    assert sorted(present.values()) == [f"R2-{number:02}" for number in range(1, 9)]
    assert set(present) == {found.span for found in communique.review.commitments}
