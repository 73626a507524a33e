"""Which two parties a source is between, though no table knows their names."""

from __future__ import annotations

import pytest

from dialogue_prep.reading.recognise import extract_from
from tests.reading.writing import TITLE, commitments

AGREED = "The two sides agreed to map the fjord."


@pytest.mark.parametrize(
    "lines",
    [
        ["JOINT STATEMENT", "Fourth Joint Norvia-Estmark Dialogue on Rivers", "Norvia will map the fjord."],
        ["Agreed Minutes", "The third session of the Norvia-Estmark Rivers Committee met. Norvia thanked Estmark."],
        ["JOINT STATEMENT", "NORVIAN-ESTMARKIAN DIALOGUE ON RIVERS", "The ports of Norvia and of Estmark are open."],
        ["Joint Press Statement on the Talks between Norvia and Estmark", AGREED],
        [
            "Joint Statement",
            "The Republic of Norvia and the Kingdom of Estmark held talks.",
            "Estmark undertook to pay.",
        ],
        [
            "Joint Statement",
            "Ilse Marrow, Secretary for Waters of Norvia, and Petr Vando, Director of Coasts of Estmark, co-chaired.",
            "Norvia will map the fjord. Estmark welcomed this.",
        ],
        [
            "Joint Statement",
            "The Norvian side thanked the Estmarkian side. The ports of Norvia and of Estmark are open.",
        ],
        [
            "Joint Statement",
            "The delegation of Norvia was led by Ilse Marrow; the delegation of Estmark was led by Petr Vando.",
        ],
    ],
)
def test_parties_that_no_table_knows_are_the_sides(lines: list[str]) -> None:
    assert {side.name for side in extract_from(lines).sides} == {"Norvia", "Estmark"}


@pytest.mark.parametrize(
    "title", ["Joint Statement of the High-Level Dialogue on Rivers", "Joint Statement: Cyber-Security Dialogue"]
)
def test_a_word_with_a_hyphen_is_no_pair_of_parties(title: str) -> None:
    found = extract_from([title, "Norway and Peru met. They discussed security at a high level. Norway will pay."])
    assert {side.name for side in found.sides} == {"Norway", "Peru"}


def test_the_side_of_chairs_undertakings_and_hosts_is_told_for_them_too() -> None:
    found = extract_from(
        [
            "JOINT STATEMENT",
            "Fourth Meeting of the Norvia-Estmark Dialogue on Rivers",
            "Lindholm, Estmark, 3 May 2031",
            "The meeting was held in Lindholm on 3 May 2031.",
            "It was co-chaired by Ilse Marrow, Secretary for Waters of Norvia, and Petr Vando, Director of Estmark.",
            "Norvia undertook to dredge the channel.",
            "The two sides agreed that the fifth meeting will be held in Tarn, Norvia, in 2033.",
        ]
    )
    assert [(chair.name, chair.side) for chair in found.co_chairs] == [
        ("Ilse Marrow", "Norvia"),
        ("Petr Vando", "Estmark"),
    ]
    assert [commitment.by for commitment in found.commitments] == ["Norvia", None]
    assert found.host == "Estmark"
    assert found.next_round is not None
    assert (found.next_round.place, found.next_round.year, found.next_round.host) == ("Tarn", 2033, "Norvia")


@pytest.mark.parametrize(
    "sentence",
    [
        "The meeting, hosted by Norvia, took place in Lindholm on 3 May 2031.",
        "At the invitation of the Norvian Government, the two sides met in Lindholm on 3 May 2031.",
        "The two sides met in Lindholm (Norvia) on 3 May 2031.",
    ],
)
def test_the_host_is_told_in_other_ways(sentence: str) -> None:
    found = extract_from(["Joint Statement of the Norvia-Estmark Dialogue on Rivers", sentence, "Estmark will pay."])
    assert found.host == "Norvia"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Guinea", "Guinea-Bissau"),
        ("Equatorial Guinea", "Guinea"),
        ("South Korea", "North Korea"),
        ("Dominica", "Dominican Republic"),
        ("Sudan", "South Sudan"),
        ("Niger", "Nigeria"),
        ("Congo", "Democratic Republic of the Congo"),
    ],
)
def test_a_state_is_not_taken_for_another_whose_name_holds_its_own(one: str, other: str) -> None:
    found = extract_from(
        [
            f"Joint Statement of the Third {one}-{other} Dialogue on Rivers",
            f"{one} will map the fjord.",
            f"The {other} side undertook to dredge the channel.",
            f"The Government of {other} will pay the pilots.",
        ]
    )
    names = [side.name for side in found.sides]
    assert [found.by for found in found.commitments] == [names[0], names[1], names[1]]


def test_the_name_of_a_sea_is_no_side() -> None:
    found = extract_from(
        [
            "Joint Statement of the China-Philippines Dialogue on Rivers",
            "The Philippine side in the South China Sea Working Group will send a list of wrecks.",
        ]
    )
    assert [commitment.by for commitment in found.commitments] == ["Philippines"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("la Guinée", "la Guinée-Bissau"),
        ("la Guinée équatoriale", "la Guinée"),
        ("le Soudan", "le Soudan du Sud"),
        ("le Congo", "la République démocratique du Congo"),
    ],
)
def test_a_french_name_within_another_is_not_taken_for_it(one: str, other: str) -> None:
    found = extract_from(
        [
            f"Déclaration conjointe du Dialogue entre {one} et {other} sur les fleuves",
            f"Le Dialogue entre {one} et {other} s'est tenu à Genève le 3 mai 2031.",
            f"{one.capitalize().replace(one[3:].lower(), one[3:])} s'engage à financer le barrage.",
            f"{other[:1].upper()}{other[1:]} s'engage à publier les cartes.",
        ]
    )
    assert [commitment.by for commitment in found.commitments] == [side.name for side in found.sides]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("几内亚", "几内亚比绍"),
        ("马里", "索马里"),
        ("苏丹", "南苏丹"),
        ("印度", "印度尼西亚"),
        ("新西兰", "澳大利亚"),
        ("新加坡", "巴西"),
    ],
)
def test_a_chinese_name_within_another_is_not_taken_for_it(one: str, other: str) -> None:
    found = extract_from(
        [
            f"{one}—{other}第三次水资源对话联合声明",
            f"第三次{one}—{other}水资源对话于2031年5月3日举行。",
            f"{one}承诺修建一座水坝。",
            f"{other}方承诺提供水泵。",
            "双方同意成立工作组。",
        ]
    )
    names = [side.name for side in found.sides]
    assert len(names) == 2
    assert [commitment.by for commitment in found.commitments] == [*names, None]


def test_an_adjective_of_two_states_is_that_of_the_one_that_is_named() -> None:
    found = extract_from(
        [
            "Joint Statement of the Haitian-Dominican Dialogue on Rivers",
            "Haiti and the Dominican Republic met. The Dominican side will map the river.",
        ]
    )
    assert {side.name for side in found.sides} == {"Haiti", "Dominican Republic"}
    assert [commitment.by for commitment in found.commitments] == ["Dominican Republic"]


@pytest.mark.parametrize(
    ("title", "text", "sides"),
    [
        ("第三次中新水资源对话联合声明", "中国和新加坡举行对话。", {"China", "Singapore"}),
        ("第三次中新水资源对话联合声明", "中国和新西兰举行对话。", {"China", "New Zealand"}),
        ("第三次中巴水资源对话联合声明", "中国和巴西举行对话。", {"China", "Brazil"}),
    ],
)
def test_a_letter_stands_for_the_state_that_the_text_names(title: str, text: str, sides: set[str]) -> None:
    assert {side.name for side in extract_from([title, text]).sides} == sides


@pytest.mark.parametrize(
    ("sentence", "by"),
    [
        ("The Norvian Coast Guard will open a hotline by 1 December 2031.", "Norvia"),
        ("The Port Authority of Estmark undertook to send its report to the Norvian side.", "Estmark"),
    ],
)
def test_an_institution_acts_for_the_side_that_its_name_says(sentence: str, by: str) -> None:
    assert [one.by for one in commitments(sentence)] == [by]


@pytest.mark.parametrize("verb", ["presided jointly", "co-chaired the meeting"])
def test_names_between_an_office_and_a_state_are_two_people(verb: str) -> None:
    told = f"Deputy Minister of Ports Ilse Marrow of Norvia and Chief of the Estmark Harbour Office Petr Vando {verb}."
    chairs = extract_from([TITLE, "Lindholm, 3 May 2031", told]).co_chairs
    assert [(chair.name, chair.side) for chair in chairs] == [("Ilse Marrow", "Norvia"), ("Petr Vando", "Estmark")]
