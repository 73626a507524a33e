"""The institutions that terms of reference list for each side, in the forms in which such lists are written."""

from __future__ import annotations

import pytest

from dialogue_prep.reading.recognise import extract_from

HEAD = [
    "Terms of Reference of the Norvia-Estmark Dialogue on Fisheries",
    "1. Purpose",
    "Norvia and Estmark hold the Norvia-Estmark Dialogue on Fisheries to speak of fishing in the strait.",
    "2. Participants",
]
TOPICS = ["3. Topics", "The Dialogue deals with:", "(a) quotas;", "(b) nets and gear."]
NORVIA = ["Ministry of Trade and Industry", "Coast Guard", "Customs Service"]
ESTMARK = ["Ministry of Waters", "Harbour Office"]


def by_side(*lines: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for entity in extract_from(lines).entities:
        found.setdefault(entity.side, []).append(entity.name)
    return found


@pytest.mark.parametrize(
    ("norvia", "estmark"),
    [
        ("On the side of Norvia: ", "On the side of Estmark: "),
        ("On the Norvian side: ", "On the Estmarkian side: "),
        ("On behalf of the Republic of Norvia: ", "On the part of the Kingdom of Estmark: "),
        ("The participating entities of Norvia are ", "Those of Estmark are "),
        ("Norvia shall be represented by ", "Estmark shall be represented by representatives of "),
        ("The Norvian delegation shall comprise representatives of ", "The delegation of Estmark consists of "),
    ],
)
def test_a_list_behind_words_that_name_a_side_is_that_of_the_side(norvia: str, estmark: str) -> None:
    lines = [
        f"{norvia}the Ministry of Trade and Industry, the Coast Guard, and the Customs Service.",
        f"{estmark}the Ministry of Waters and the Harbour Office.",
    ]
    assert by_side(*HEAD, *lines, *TOPICS) == {"Norvia": NORVIA, "Estmark": ESTMARK}


@pytest.mark.parametrize(
    "lines",
    [
        [
            "Norvia: Ministry of Trade and Industry, Coast Guard, Customs Service",
            "Estmark: Ministry of Waters; Harbour Office",
        ],
        ["Norvia", *NORVIA, "Estmark", *ESTMARK],
        ["Norvian side", *NORVIA, "Estmarkian side", *ESTMARK],
        ["2.1 Participants of Norvia", *(f"(a) {name}" for name in NORVIA), "2.2 Participants of Estmark", *ESTMARK],
        ["For Norvia:", *(f"the {name}," for name in NORVIA), "For Estmark:", *ESTMARK],
        [
            "On the side of Norvia:",
            *(f"- the {name};" for name in NORVIA),
            "For Estmark:",
            *(f"- {name}" for name in ESTMARK),
        ],
    ],
)
def test_lines_below_a_side_are_its_institutions(lines: list[str]) -> None:
    assert by_side(*HEAD, *lines, *TOPICS) == {"Norvia": NORVIA, "Estmark": ESTMARK}


def test_a_single_institution_is_one_too() -> None:
    lines = [
        "On the side of Norvia: the Ministry of Trade and Industry.",
        "On the side of Estmark: the Harbour Office.",
    ]
    assert by_side(*HEAD, *lines) == {"Norvia": NORVIA[:1], "Estmark": ESTMARK[1:]}


@pytest.mark.parametrize(
    "lines",
    [
        ["On the side of Norvia: the Director of the Coast Guard, and the Head of the Customs Service."],
        ["The Dialogue meets in Norvia: the Coast Guard sends the invitations."],
        ["Norvia and Estmark are represented by the Coast Guard and the Harbour Office."],
        ["Norvia", "Estmark", "Ministry of Trade and Industry", "Ministry of Waters", "Coast Guard", "Harbour Office"],
    ],
)
def test_people_and_lists_that_leave_open_whose_they_are_give_none(lines: list[str]) -> None:
    assert by_side(*HEAD, *lines, *TOPICS) == {}


@pytest.mark.parametrize(
    ("peru", "norway"),
    [
        ("Du côté du Pérou : ", "Du côté de la Norvège : "),
        ("Pour la partie péruvienne : ", "Pour la partie norvégienne : "),
        ("Le Pérou est représenté par ", "La Norvège est représentée par "),
    ],
)
def test_french_lists_are_read_alike(peru: str, norway: str) -> None:
    head = ["Termes de référence du Dialogue stratégique entre le Pérou et la Norvège sur la pêche", "1. Participants"]
    lines = [
        f"{peru}le ministère de la Production, la Marine nationale et le service des douanes.",
        f"{norway}le ministère de la Pêche et l'office des ports.",
    ]
    assert by_side(*head, *lines) == {
        "Peru": ["ministère de la Production", "Marine nationale", "service des douanes"],
        "Norway": ["ministère de la Pêche", "office des ports"],
    }


def test_chinese_lists_are_read_alike() -> None:
    head = ["秘鲁—挪威渔业对话职权范围", "一、参加单位"]
    assert by_side(*head, "秘鲁方面：生产部、海军、海关总署。", "挪威方面包括渔业部和港口局。") == {
        "Peru": ["生产部", "海军", "海关总署"],
        "Norway": ["渔业部", "港口局"],
    }
