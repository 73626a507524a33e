"""Where a record goes from matter to matter, each paragraph says what it is about; headings and lists say it better."""

from __future__ import annotations

from dialogue_prep.reading.recognise import extract_from

OPENING = "Joint Statement of the Prime Ministers of Arvonia and Belmara", "Lindow, 4 May 2031"
PARAGRAPHS = (
    "The two leaders noted the strength of the people-to-people links that students and tourists have made.",
    "They welcomed the conclusion of negotiations on a bilateral Digital Trade Agreement, which opens new markets.",
    "They discussed recent events in the Straits of Vell and the safety of ships that pass through them.",
    "They agreed that the Joint Fisheries Commission provided a good way of settling quarrels over stocks of cod.",
    "They reaffirmed Arvonia’s commitment to coastal rescue services and thanked the crews of both countries for it.",
    "They underlined the importance of critical and emerging technologies for small firms, and for large ones too.",
)


def topics(*paragraphs: str) -> list[str]:
    return [topic.words for topic in extract_from((*OPENING, *paragraphs)).topics]


def test_each_paragraph_gives_its_matter_without_what_leads_to_it() -> None:
    assert topics(*PARAGRAPHS) == [
        "people-to-people links",
        "bilateral Digital Trade Agreement",
        "Straits of Vell and the safety of ships",
        "Joint Fisheries Commission",
        "coastal rescue services",
        "critical and emerging technologies for small firms",
    ]


def test_an_enumeration_in_a_point_of_a_list_is_not_what_the_meeting_was_about() -> None:
    told = topics(
        "The co-chairs welcomed the steps that both sides have taken since they last met in the capital of Belmara.",
        "Artificial intelligence",
        "- Concluding a roadmap that names areas, including clouds, cables, chips and sensors, for work that goes on.",
        "Ports and harbours",
        "- Expanding the mapping of the harbours of both countries, and the training of pilots who guide ships there.",
        "Marine research",
        "- Convening a workshop of the institutes of both countries on the currents of the northern sea every spring.",
    )
    assert told == ["Artificial intelligence", "Ports and harbours", "Marine research"]


def test_a_long_line_before_a_list_is_a_heading() -> None:
    told = topics(
        "The three advisors confirmed plans to enhance the cooperation of their services as is set out here below:",
        "Efforts to enhance the training of the coast guards of all three countries",
        "- The advisors resolved to hold an exercise each year in the waters of one of the three countries in turn.",
        "Efforts to maintain a free and open order at sea",
        "- The advisors reaffirmed the importance of the charts that the three hydrographic offices publish together.",
        "Efforts to widen the help that is given to people after earthquakes and floods",
        "- The advisors resolved to deepen the cooperation of those who bring relief, by sharing stores and aircraft.",
    )
    assert [topic.split()[0] for topic in told] == ["Efforts", "Efforts", "Efforts"]
