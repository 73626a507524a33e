"""Terms of reference of two states that do not exist, written in another way than those of the model case."""

from __future__ import annotations

import pytest

from dialogue_prep.domain.dialogue import Cadence, HostRule
from dialogue_prep.domain.source import SourceKind
from dialogue_prep.reading.recognise import extract_from

LINES = [
    "TERMS OF REFERENCE OF THE NORVIA-ESTMARK FISHERIES DIALOGUE",
    "1. Name",
    "The mechanism shall be called the Norvia-Estmark Fisheries Dialogue (“the Dialogue”).",
    "2. Mandate",
    "The Dialogue serves the exchange of views on fishing in the strait.",
    "3. Composition",
    "The Dialogue shall be co-chaired by the Director General for Fisheries of Norvia and the Chief Warden of Estmark.",
    "Norvian side:",
    "- the Ministry of Trade and Industry;",
    "- the Coast Guard.",
    "Estmarkian side:",
    "- the Ministry of Waters;",
    "- the Harbour Office;",
    "- the Institute of the Sea.",
    "Entities are represented by their heads or by officials designated by them.",
    "4. Meetings",
    "The Dialogue meets twice a year, in turn hosted by Estmark and Norvia.",
    "Working groups may be established by the co-chairs.",
    "5. Scope",
    "The Dialogue deals with:",
    "(a) quotas;",
    "(b) nets and gear; and",
    "(c) rescue at sea.",
    "Other topics may be raised by either side.",
    "6. Existing bodies",
    "- the Joint Commission on the Strait,",
    "- the annual meeting of coast guards.",
    "Officials may seek guidance from the co-chairs.",
    "7. Priorities",
    "- concluding an Agreement on Herring,",
    "- renewing the “Memorandum of Understanding on Nets”.",
]


def test_another_style_of_terms_of_reference_is_read_as_well() -> None:
    found = extract_from(LINES)
    assert found.kind is SourceKind.TERMS_OF_REFERENCE
    assert found.dialogue is not None
    assert found.dialogue.words == "Norvia-Estmark Fisheries Dialogue"
    assert found.short_name is not None
    assert found.short_name.words == "the Dialogue"
    assert found.purpose is not None
    assert found.purpose.words == "The Dialogue serves the exchange of views on fishing in the strait"


def test_posts_and_entities_belong_to_their_sides() -> None:
    found = extract_from(LINES)
    assert [(chair.office, chair.side) for chair in found.co_chairs] == [
        ("Director General for Fisheries of Norvia", "Norvia"),
        ("Chief Warden of Estmark", "Estmark"),
    ]
    assert [(entity.name, entity.side) for entity in found.entities] == [
        ("Ministry of Trade and Industry", "Norvia"),
        ("Coast Guard", "Norvia"),
        ("Ministry of Waters", "Estmark"),
        ("Harbour Office", "Estmark"),
        ("Institute of the Sea", "Estmark"),
    ]


def test_rules_of_meeting_are_read() -> None:
    found = extract_from(LINES)
    assert found.cadence is Cadence.TWICE_A_YEAR
    assert (found.host_rule, found.hosting_sides) == (HostRule.ALTERNATE, ("Estmark", "Norvia"))
    clauses = (found.topics_open, found.subgroups, found.guidance, found.participation)
    assert [clause.words.split()[0] if clause else None for clause in clauses] == [
        "Other",
        "Working",
        "Officials",
        "Entities",
    ]


def test_lists_are_read_without_their_marks() -> None:
    found = extract_from(LINES)
    assert [topic.words for topic in found.topics] == ["quotas", "nets and gear", "rescue at sea"]
    assert [body.words for body in found.mechanisms] == [
        "the Joint Commission on the Strait",
        "the annual meeting of coast guards",
    ]
    assert len(found.objectives) == 2
    assert [instrument.title for instrument in found.instruments] == [
        "Agreement on Herring",
        "Memorandum of Understanding on Nets",
    ]


def test_entities_within_a_sentence_are_told_apart() -> None:
    found = extract_from(
        [
            *LINES[:7],
            (
                "Participating entities from the Norvian side are the Ministry of Trade and Industry and the "
                "Coast Guard, "
                "and those from the Estmarkian side include the Ministry of Waters, the Harbour Office and the "
                "Institute "
                "of the Sea."
            ),
        ]
    )
    assert [entity.name for entity in found.entities if entity.side == "Norvia"] == [
        "Ministry of Trade and Industry",
        "Coast Guard",
    ]
    assert len([entity for entity in found.entities if entity.side == "Estmark"]) == 3


CLAUSES = [
    "TERMS OF REFERENCE",
    "NORVIA-ESTMARK COAST FORUM",
    "1. Establishment",
    "1.1 Norvia and Estmark hereby establish the Norvia-Estmark Coast Forum (“the Forum”).",
    "2. Membership",
    (
        "2.1 The Forum shall comprise, for Norvia: (a) the Coast Guard; and (b) the Customs Service; and, for Estmark: "
        "(a) the Harbour Office; and (b) the Institute of the Sea."
    ),
    "3. Scope",
    "3.1 The Forum shall consider ice, smuggling and the training of pilots.",
    "4. Sessions",
    "4.1 The Forum shall meet once a year, in Norvia and Estmark alternately.",
    "5. Relationship with other bodies",
    "5.1 What the Forum decides shall be carried out by the Joint Ice Office and the Conference of Harbour Masters.",
    "6. Objectives",
    "6.1 The objectives are: (i) to set up a register of ships; and (ii) to agree a protocol on towing.",
]


def test_numbered_clauses_are_read_for_what_they_list() -> None:
    found = extract_from(CLAUSES)
    assert found.dialogue is not None
    assert found.dialogue.words == "Norvia-Estmark Coast Forum"
    assert [topic.words for topic in found.topics] == ["ice", "smuggling", "training of pilots"]
    assert [body.words for body in found.mechanisms] == ["Joint Ice Office", "Conference of Harbour Masters"]
    assert [aim.words for aim in found.objectives] == ["to set up a register of ships", "to agree a protocol on towing"]
    assert [(entity.name, entity.side) for entity in found.entities] == [
        ("Coast Guard", "Norvia"),
        ("Customs Service", "Norvia"),
        ("Harbour Office", "Estmark"),
        ("Institute of the Sea", "Estmark"),
    ]
    assert (found.cadence, found.host_rule) == (Cadence.ANNUAL, HostRule.ALTERNATE)


def test_plain_prose_under_headings_in_small_letters_is_read_too() -> None:
    found = extract_from(
        [
            "Terms of Reference of the Norvia-Estmark Dialogue on Archives",
            "The Dialogue serves the return of maps and registers that were lost in the wars of the last century.",
            "Areas of work",
            "A. Stolen maps",
            "B. Loans",
            "Existing arrangements",
            "It draws on the Joint Commission under the Treaty of 1998 and of the Working Party of Archives.",
            "Priorities for the first two years",
            "The Dialogue will: draw up a list of lost maps; and film the registers of Tarn.",
        ]
    )
    assert [topic.words for topic in found.topics] == ["Stolen maps", "Loans"]
    assert [body.words for body in found.mechanisms] == [
        "Joint Commission under the Treaty of 1998",
        "Working Party of Archives",
    ]
    assert [aim.words for aim in found.objectives] == ["draw up a list of lost maps", "film the registers of Tarn"]


@pytest.mark.parametrize(
    ("sentence", "sides"),
    [
        ("For Estmark, it is chaired by the Chief Warden; for Norvia, by the Deputy Minister of Ports.", ("E", "N")),
        (
            "It is chaired on the Estmark side by the Chief Warden and for Norvia by the Deputy Minister of Ports.",
            ("E", "N"),
        ),
        ("The Co-Chairs are the Chief Warden of Estmark and the Deputy Minister of Ports of Norvia.", ("E", "N")),
        ("It is co-chaired by the Chief Warden and the Deputy Minister of Ports.", ("", "")),
    ],
)
def test_a_chair_is_of_the_side_that_is_said_and_else_of_none(sentence: str, sides: tuple[str, str]) -> None:
    heading = "Terms of Reference of the Norvia-Estmark Dialogue on Archives"
    found = extract_from([heading, "Purpose", "It builds trust.", "Chairs", sentence]).co_chairs
    assert tuple((chair.side or "")[:1] for chair in found) == sides
    assert [(chair.office or "").partition(" of E")[0].partition(" of N")[0] for chair in found] == [
        "Chief Warden",
        "Deputy Minister of Ports",
    ]


@pytest.mark.parametrize(
    ("lines", "topics"),
    [
        (
            (
                "Terms of Reference of the Norvia-Estmark Fisheries Dialogue",
                "5. Topics",
                "The Dialogue deals with the following topics:",
                "1. Drift ice and ferries",
                "2. Fish",
                "The Dialogue meets every year in Lindholm or in Tarn.",
            ),
            ["Drift ice and ferries", "Fish"],
        ),
        (
            (
                "Mandat du Dialogue entre le Pérou et la Norvège sur l'eau",
                "5. Thèmes",
                "Le Dialogue porte sur les thèmes suivants :",
                "1. Glaces dérivantes, navigation dans les détroits et sécurité des ports",
                "2. Poissons",
                "Le Dialogue se tient chaque année à Lima ou à Oslo.",
            ),
            ["Glaces dérivantes, navigation dans les détroits et sécurité des ports", "Poissons"],
        ),
        (
            (
                "秘鲁—挪威水资源对话职权范围",
                "二、议题",
                "对话涵盖下列议题：",
                "（一）海冰与航运",
                "（二）渔业",
                "对话每年举行一次，由双方轮流主办。",
            ),
            ["海冰与航运", "渔业"],
        ),
    ],
)
def test_the_last_item_of_a_list_that_a_colon_led_in_to_heads_nothing(
    lines: tuple[str, ...], topics: list[str]
) -> None:
    assert [topic.words for topic in extract_from(lines).topics] == topics


def test_the_section_after_such_a_list_keeps_its_heading() -> None:
    lines = [
        "Mandat du Dialogue entre le Pérou et la Norvège sur l'eau",
        "1. Thèmes",
        "Le Dialogue porte sur les thèmes suivants :",
        "1. Glaces dérivantes",
        "2. Poissons",
        "4. Mécanismes existants",
        "La commission mixte sur la pêche poursuit ses travaux.",
    ]
    assert [topic.words for topic in extract_from(lines).topics] == ["Glaces dérivantes", "Poissons"]
