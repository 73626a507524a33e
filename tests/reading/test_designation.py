"""What a dialogue is called by terms of reference whose first line says no more than that they are such."""

from __future__ import annotations

import pytest

from dialogue_prep.reading.recognise import extract_from

PURPOSE = [
    "1. Purpose",
    "Norvia and Estmark wish to speak of fishing in the strait, and of whatever else the two of them may agree upon.",
]


def named(*lines: str) -> str | None:
    found = extract_from(lines).dialogue
    return found.words if found else None


@pytest.mark.parametrize("kind", ["TERMS OF REFERENCE", "Terms of Reference", "Draft Terms of Reference (ToR)"])
@pytest.mark.parametrize("name", ["Norvia–Estmark Dialogue on Fisheries", "NORVIA–ESTMARK DIALOGUE ON FISHERIES"])
def test_the_name_stands_below_a_line_that_names_only_a_kind_of_paper(kind: str, name: str) -> None:
    assert named(kind, name, *PURPOSE) == name


def test_a_name_in_more_than_one_line_is_read_whole() -> None:
    lines = ["TERMS OF REFERENCE", "OF THE", "NORVIA-ESTMARK STRATEGIC DIALOGUE", "ON FISHERIES", *PURPOSE]
    assert named(*lines) == "NORVIA-ESTMARK STRATEGIC DIALOGUE ON FISHERIES"
    assert named("Terms of Reference", "for the Norvia-Estmark Coast Forum", *PURPOSE) == "Norvia-Estmark Coast Forum"


def test_a_name_in_capitals_is_taken_from_where_it_stands_in_small_letters() -> None:
    said = "Norvia and Estmark establish a yearly Dialogue on Fisheries and Drift Ice (“the Dialogue”)."
    head = ("TERMS OF REFERENCE", "NORVIA–ESTMARK DIALOGUE ON FISHERIES AND DRIFT ICE", "1. Purpose")
    assert named(*head, said) == "Dialogue on Fisheries and Drift Ice"


@pytest.mark.parametrize(
    "sentence",
    [
        "Norvia and Estmark hereby establish an annual Coast Forum to hear each other's harbour masters.",
        "The Coast Forum is hereby established between Norvia and Estmark.",
    ],
)
def test_where_the_head_has_no_name_the_sentence_that_establishes_it_has(sentence: str) -> None:
    assert named("Terms of Reference", "1. Purpose", sentence, *PURPOSE[1:]) == "Coast Forum"


def test_a_kind_of_paper_is_no_name_where_nothing_else_is_there() -> None:
    assert named("TERMS OF REFERENCE", *PURPOSE) is None


def test_the_name_in_a_title_counts_before_a_body_that_is_set_up_below_it() -> None:
    later = "The co-chairs may establish a Working Group on Nets and Gear of officials of both sides."
    assert named("Norvia-Estmark Coast Forum: Terms of Reference", *PURPOSE, later) == "Norvia-Estmark Coast Forum"


def test_a_chinese_kind_of_paper_is_no_name_either() -> None:
    purpose = ["一、宗旨", "诺维亚和埃斯特马克就海峡渔业交换意见，并讨论双方商定的其他问题。"]
    assert named("职权范围", "诺维亚—埃斯特马克渔业对话", *purpose) == "诺维亚—埃斯特马克渔业对话"


def test_a_french_name_in_capitals_is_taken_from_its_text() -> None:
    said = "Les parties tiennent chaque année le Dialogue stratégique sur la pêche, à tour de rôle dans leurs ports."
    head = ("MANDAT", "DIALOGUE STRATÉGIQUE SUR LA PÊCHE", "1. Objet")
    assert named(*head, said) == "Dialogue stratégique sur la pêche"


@pytest.mark.parametrize(
    "others", ["the Sides", "the two Parties", "the Participants", "the Governments", "Norvia", "these Terms"]
)
def test_the_short_name_is_that_of_the_dialogue_and_of_nobody_and_nothing_else(others: str) -> None:
    said = (
        f"The Republic of Norvia and the Kingdom of Estmark (hereinafter “{others}”) hereby establish the "
        "Norvia-Estmark Coast Forum (hereinafter “the Forum”) to hear each other's harbour masters."
    )
    found = extract_from(["Terms of Reference", "1. Purpose", said, *PURPOSE[1:]])
    assert found.short_name is not None
    assert found.short_name.words == "the Forum"


@pytest.mark.parametrize(
    ("head", "said", "short"),
    [
        (
            "Termes de référence du Dialogue stratégique sur la pêche",
            (
                "Le Pérou (ci-après « le Pérou ») et la Norvège (ci-après « les Parties ») tiennent chaque année le "
                "Dialogue stratégique sur la pêche (ci-après « le Dialogue »)."
            ),
            "le Dialogue",
        ),
        (
            "诺维亚—埃斯特马克渔业对话职权范围",
            "诺维亚和埃斯特马克（以下简称“双方”）设立“诺维亚—埃斯特马克渔业对话”（以下简称“对话”），以交换意见。",
            "对话",
        ),
    ],
)
def test_in_french_and_in_chinese_those_who_meet_are_no_dialogue(head: str, said: str, short: str) -> None:
    found = extract_from([head, said, said]).short_name
    assert found is not None
    assert found.words == short


@pytest.mark.parametrize(
    "head",
    [
        ("JOINT COMMUNIQUÉ", "SECOND ROUND OF THE NORVIA–ESTMARK DIALOGUE ON DRIFT ICE"),
        ("Joint Communiqué", "of the Second Round of the Norvia–Estmark Dialogue on Drift Ice"),
        ("JOINT COMMUNIQUÉ OF THE SECOND ROUND OF THE NORVIA–ESTMARK DIALOGUE ON DRIFT ICE",),
    ],
)
def test_the_head_of_a_record_names_its_dialogue_in_one_line_or_in_two(head: tuple[str, ...]) -> None:
    opening = "It took place in Tarn on 3 May 2031 and was co-chaired by the ministers of Norvia and Estmark."
    found = extract_from([*head, "Tarn, 3 May 2031", opening])
    assert found.dialogue is not None
    assert found.dialogue.words.casefold() == "norvia–estmark dialogue on drift ice"
    assert found.ordinal == 2
    told = "The Norvia–Estmark Dialogue on Drift Ice took place in Tarn on 3 May 2031, with the ministers as chairs."
    told_too = extract_from([*head, "Tarn, 3 May 2031", told]).dialogue
    assert told_too is not None
    assert told_too.words == "Norvia–Estmark Dialogue on Drift Ice"
