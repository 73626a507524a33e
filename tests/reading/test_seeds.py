"""The model case: what is found in its communiqué and in its terms of reference."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from dialogue_prep.domain.commitment import CommitmentKind, Strength
from dialogue_prep.domain.dialogue import Cadence, HostRule
from dialogue_prep.domain.instrument import InstrumentKind
from dialogue_prep.domain.source import SourceKind
from dialogue_prep.reading.extract import Extract
from dialogue_prep.reading.read import read_text, recognised


@pytest.fixture(scope="module")
def communique(shared: Path) -> Extract:
    return recognised(read_text(shared / "seeds" / "joint-communique-2nd-dialogue-ottawa-2017.txt"))


@pytest.fixture(scope="module")
def terms(shared: Path) -> Extract:
    return recognised(read_text(shared / "seeds" / "terms-of-reference.txt"))


def test_the_communique_is_a_joint_record_of_the_second_round(communique: Extract) -> None:
    assert communique.kind is SourceKind.JOINT_RECORD
    assert [side.name for side in communique.sides] == ["Canada", "China"]
    assert communique.ordinal == 2
    assert communique.first_day == date(2017, 6, 22)
    assert communique.place is not None
    assert communique.place.words == "Ottawa"
    assert communique.host == "Canada"
    assert communique.dialogue is not None
    assert communique.dialogue.words.endswith("High-Level National Security and Rule of Law Dialogue")


def test_two_co_chairs_are_named_with_their_offices(communique: Extract) -> None:
    chairs = [(chair.name, chair.side) for chair in communique.co_chairs]
    assert chairs == [("Wang Yongqing", "China"), ("Daniel Jean", "Canada")]
    assert [str(chair.office).split()[0] for chair in communique.co_chairs] == ["Secretary-General", "National"]
    assert str(communique.co_chairs[1].office).endswith("Prime Minister of Canada")


def test_eight_commitments_are_found_with_their_kinds(communique: Extract) -> None:
    assert [found.kind for found in communique.commitments] == [
        CommitmentKind.CONTINUING,
        CommitmentKind.DISCUSSION,
        CommitmentKind.CONTINUING,
        CommitmentKind.CONTINUING,
        CommitmentKind.CONTINUING,
        CommitmentKind.CONTINUING,
        CommitmentKind.NORM,
        CommitmentKind.SCHEDULING,
    ]
    assert {found.strength for found in communique.commitments} == {Strength.FIRM}
    assert {found.by for found in communique.commitments} == {None}
    assert [found.span.paragraph for found in communique.commitments] == [6, 7, 7, 8, 8, 8, 9, 10]


def test_candid_discussions_are_no_commitment(communique: Extract) -> None:
    assert not any("candid" in found.words for found in communique.commitments)


def test_actions_say_what_is_to_be_done(communique: Extract) -> None:
    actions = [found.action for found in communique.commitments]
    assert actions[4] == "Cooperate on the repatriation of foreign nationals who violate immigration laws"
    assert actions[6] == "Not conduct or knowingly support cyber-enabled theft of intellectual property"
    assert actions[7].startswith("Hold the next round")
    assert actions[7].endswith("in Beijing in 2018")


def test_five_fields_were_discussed(communique: Extract) -> None:
    assert len(communique.topics) == 5
    assert [topic.words for topic in communique.topics][1:3] == ["counter-terrorism", "cyber security"]


def test_the_next_round_is_in_beijing_hosted_by_china(communique: Extract) -> None:
    ahead = communique.next_round
    assert ahead is not None
    assert (ahead.place, ahead.year, ahead.day, ahead.host) == ("Beijing", 2018, None, "China")


def test_the_communique_names_its_basis_and_its_instruments(communique: Extract) -> None:
    kinds = [found.kind for found in communique.instruments]
    assert kinds == [InstrumentKind.TREATY, InstrumentKind.TREATY, InstrumentKind.AGREEMENT]
    assert len(communique.basis) == 2


def test_the_terms_of_reference_name_the_dialogue(terms: Extract) -> None:
    assert terms.kind is SourceKind.TERMS_OF_REFERENCE
    assert terms.dialogue is not None
    assert terms.dialogue.words == "High-level Dialogue on National Security and the Rule of Law"
    assert terms.short_name is not None
    assert terms.short_name.words == "the Dialogue"
    assert terms.purpose is not None
    assert terms.purpose.words.endswith("considerable significance for both countries")


def test_the_terms_of_reference_name_two_posts_and_eleven_entities(terms: Extract) -> None:
    assert [chair.side for chair in terms.co_chairs] == ["China", "Canada"]
    assert {chair.name for chair in terms.co_chairs} == {None}
    entities = {side: [e.name for e in terms.entities if e.side == side] for side in ("China", "Canada")}
    assert [len(names) for names in entities.values()] == [4, 7]
    assert entities["China"][0] == "Ministry of Foreign Affairs"
    assert entities["Canada"][-1] == "Canada Border Services Agency"


def test_the_terms_of_reference_set_cadence_and_hosting(terms: Extract) -> None:
    assert terms.cadence is Cadence.ANNUAL
    assert terms.host_rule is HostRule.ALTERNATE
    assert terms.hosting_sides == ("Canada", "China")


def test_the_terms_of_reference_list_topics_mechanisms_and_objectives(terms: Extract) -> None:
    assert [len(found) for found in (terms.topics, terms.mechanisms, terms.objectives)] == [6, 5, 5]
    clauses = (terms.topics_open, terms.subgroups, terms.guidance, terms.participation)
    assert None not in clauses


def test_the_objectives_name_five_instruments(terms: Extract) -> None:
    titles = [found.title for found in terms.instruments]
    assert titles[:2] == ["Extradition Treaty", "Transfer of Offenders Treaty"]
    assert len(titles) == 5
    assert [found.kind for found in terms.instruments[2:]] == [
        InstrumentKind.AGREEMENT,
        InstrumentKind.MEMORANDUM,
        InstrumentKind.MEMORANDUM,
    ]


def test_what_a_web_page_left_behind_is_no_part_of_them(terms: Extract) -> None:
    assert terms.title.startswith("Terms of Reference")
    assert not any("Main Con" in found.words for found in (*terms.topics, *terms.objectives, *terms.mechanisms))
