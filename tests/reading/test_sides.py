"""Which two parties a source is between, though no table knows their names."""

from __future__ import annotations

import pytest

from dialogue_prep.reading.recognise import extract_from

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
