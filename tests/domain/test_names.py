"""Names of one thing whose words drifted, and names of two things that sound alike."""

from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogue_prep.domain.commitment import Commitment
from dialogue_prep.domain.lexicon import Lexicon
from dialogue_prep.domain.names import SAME_MATTER, SAME_NAME, same_matter, same_name, same_person
from dialogue_prep.domain.topic import Objective
from dialogue_prep.services.starter import starter_values
from dialogue_prep.system.lexicon import lexicon

SAME = [
    ("High-Level Dialogue on National Security", "Arvonia-Belmara High Level National Security Dialogue"),
    ("Dialogue on Shared Waters and the Rural Economy", "Shared Waters and Rural Economy Dialogue"),
    ("Strategic Maritime Talks", "Talks on Strategic Maritime Affairs"),
    ("Strategic Maritime Dialogue", "Strategic Maritime Talks"),
    ("Security Adviser to the Prime Minister", "Security and Intelligence Advisor to the Prime Minister of Arvonia"),
    ("Secretary for Inland Waters", "Secretary of Inland Waters"),
    ("Secretary General of the Central Committee for Harbours", "Secretary-General of the Central Harbour Commission"),
    ("Minister for Foreign Affairs", "Minister of Foreign Affairs"),
    ("Ministry of the Interior", "Interior Ministry"),
    ("Director General for Fisheries", "Director-General of Fisheries"),
    ("Department of Defence", "Defense Department"),
    ("Treaty on Extradition", "Extradition Treaty"),
    ("Extradition Agreement", "Extradition Treaty"),
    ("Agreement on Sharing Recovered Assets", "Agreement on the Sharing of Recovered Assets"),
    ("Memorandum of Understanding on Plant Health", "MOU on Plant Health"),
    ("Belmaran Ministry of Public Order", "Ministry of Public Order of Belmara"),
    ("Tessel River Commission", "Commission of the River Tessel"),
    ("Joint Committee on Fish Stocks", "Committee on Fish Stocks"),
    ("Dialogue de haut niveau sur la sécurité nationale", "Dialogue sur la sécurité nationale"),
    ("Ministère de la Défense", "Ministere de la defense"),
    ("高级别国家安全对话", "国家安全高级别对话"),
    ("关于打击犯罪的合作谅解备忘录", "关于打击犯罪合作的谅解备忘录"),
]

DIFFERENT = [
    ("High-Level Security Dialogue", "High-Level Economic Dialogue"),
    ("Arvonia-Belmara High-Level Security Dialogue", "Arvonia-Cordoria High-Level Security Dialogue"),
    ("Security Dialogue", "Cyber Security Dialogue"),
    ("Economic Dialogue", "Strategic and Economic Dialogue"),
    ("Police Dialogue", "Policy Dialogue"),
    ("Ministry of Justice", "Ministry of Finance"),
    ("Ministry of Public Security", "Ministry of State Security"),
    ("Minister of Foreign Affairs", "Minister of Internal Affairs"),
    ("Deputy Minister of Justice", "Minister of Justice"),
    ("Secretary-General", "Deputy Secretary-General"),
    ("Vice President of the Board of Harbours", "President of the Board of Harbours"),
    ("Office for Inland Waters", "Office for Inland Trade"),
    ("Extradition Treaty", "Transfer of Offenders Treaty"),
    ("Treaty on Mutual Legal Assistance", "Treaty on Extradition"),
    ("First Protocol on Fisheries", "Second Protocol on Fisheries"),
    ("Agreement on Plant Health Certificates", "Agreement on Animal Health Certificates"),
    ("Memorandum of Understanding on Drugs", "Memorandum of Understanding on Visas"),
    ("Joint Committee on Water", "Joint Committee on Energy"),
    ("Consular consultations", "Counter-terrorism consultations"),
    ("Niger River Dialogue", "Nigeria River Dialogue"),
    ("Ministère de la Justice", "Ministère des Finances"),
    ("引渡条约", "移管被判刑人条约"),
    ("高级别国家安全对话", "高级别经济对话"),
]


@pytest.fixture(scope="module")
def known() -> Lexicon:
    return lexicon()


@pytest.mark.parametrize(("one", "other"), SAME)
def test_drifted_names_are_of_one_thing(one: str, other: str) -> None:
    assert same_name(one, other) >= SAME_NAME


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_names_that_sound_alike_are_of_two_things(one: str, other: str) -> None:
    assert same_name(one, other) < SAME_NAME


def test_names_of_the_states_can_be_put_aside() -> None:
    long = "Agreement between the Republic of Arvonia and the Kingdom of Belmara on Ferries"
    assert same_name("Agreement on Ferries", long) < SAME_NAME
    assert same_name("Agreement on Ferries", long, ("Republic of Arvonia", "Kingdom of Belmara")) == pytest.approx(1)


def test_a_name_is_the_same_as_itself_even_of_small_words() -> None:
    assert same_name("The Dialogue", "the dialogue") == 1
    assert same_name("of the", "Of The") == 1
    assert same_name("of the", "in a") == 0
    assert same_name("", "Dialogue") == 0


def test_a_name_with_one_more_telling_word_is_of_another_thing() -> None:
    assert 0.5 < same_name("Security Dialogue", "Cyber Security Dialogue") < SAME_NAME


@given(st.text(max_size=40), st.text(max_size=40))
def test_likeness_is_between_nothing_and_one_and_the_same_both_ways(one: str, other: str) -> None:
    assert 0 <= same_name(one, other) <= 1
    assert same_name(one, other) == pytest.approx(same_name(other, one))
    assert same_name(one, one) == pytest.approx(1)


def test_the_objectives_and_commitments_of_the_starter_are_told_apart(known: Lexicon) -> None:
    starter = starter_values()
    for sentences in (
        [objective.wording.words("en") for objective in starter.of(Objective)],
        [commitment.wording.words("en") for commitment in starter.of(Commitment)],
    ):
        for one, other in permutations(sentences, 2):
            assert same_matter(one, other, known) < SAME_MATTER, (one, other)


def test_an_action_is_nearest_to_its_own_commitment(known: Lexicon) -> None:
    commitments = starter_values().of(Commitment)
    for commitment in commitments:
        action = commitment.action.words("en")
        likeness = {c.code: same_matter(c.wording.words("en"), action, known) for c in commitments}
        assert max(likeness, key=lambda code: likeness[code]) == commitment.code


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (
            "finishing the work on the signature of the agreement on ferries across Lake Orrin",
            "Bring the agreement on Lake Orrin ferries to signature",
            True,
        ),
        (
            "starting talks on a treaty about the extradition of poachers",
            "Open discussions on an extradition treaty for poachers",
            True,
        ),
        (
            "starting talks on a treaty about the extradition of poachers",
            "Open discussions on a treaty about fishing quotas",
            False,
        ),
        ("strengthen cooperation", "take further measures", False),
    ],
)
def test_sentences_are_joined_by_what_they_are_about(one: str, other: str, same: bool, known: Lexicon) -> None:
    assert (same_matter(one, other, known) >= SAME_MATTER) is same


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Li Example", "Example Li"),
        ("François Côté", "FRANCOIS COTE"),
        ("Sean O'Sample", "Sean O’Sample"),
        ("Jean-Paul Sample", "Jean Paul Sample"),
        ("Wu Yong-qing", "Wu Yongqing"),
        ("Ada R. Example", "Ada Example"),
        ("吴一二", "吴一二"),
        ("Sukarno", "SUKARNO"),
    ],
)
def test_one_person_may_be_written_in_several_ways(one: str, other: str) -> None:
    assert same_person(one, other)
    assert same_person(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Daniel Sample", "Danielle Sample"),
        ("Wu Jian", "Wu Jianguo"),
        ("He Wu", "An Wu"),
        ("Ada R. Example", "Ada S. Example"),
        ("Ada Example", "Example"),
        ("吴一二", "吴一"),
        ("J. Sample", "K. Sample"),
        ("", ""),
    ],
)
def test_names_of_people_that_are_only_alike_are_of_two_people(one: str, other: str) -> None:
    assert not same_person(one, other)
    assert not same_person(other, one)
