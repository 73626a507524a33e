"""What a record says of its meeting: series, ordinal, day, place, chairs, topics, next round, kind."""

from __future__ import annotations

from datetime import date

import pytest

from dialogue_prep.domain.source import SourceKind
from dialogue_prep.reading.extract import Extract
from dialogue_prep.reading.recognise import extract_from
from tests.reading.writing import OPENING, TITLE, communique

RUN_IN = ("Ferry traffic", "Stolen art", "Drift ice")


def test_states_that_only_the_text_knows_are_the_sides() -> None:
    found = communique("The Norvian side and the Estmarkian side agreed to map the fjord.")
    assert [(side.name, side.adjective) for side in found.sides] == [("Norvia", "Norvian"), ("Estmark", "Estmarkian")]


def test_states_of_the_table_have_long_names() -> None:
    found = extract_from(
        ["Joint Statement: U.S.-Mexico Dialogue on Rivers", "The two sides met in Reno on 3 May 2031."]
    )
    assert [side.long_name for side in found.sides] == ["United States of America", "United Mexican States"]


def test_the_series_is_named_without_its_ordinal() -> None:
    found = communique()
    assert found.dialogue is not None
    assert found.dialogue.words == "Norvia-Estmark Dialogue on Border Security"
    assert found.ordinal == 4


@pytest.mark.parametrize(
    ("sentence", "ordinal"),
    [
        ("Norvia and Estmark held the inaugural meeting of the Norvia-Estmark Fisheries Dialogue in Tarn.", 1),
        ("The eleventh round of the Norvia-Estmark Fisheries Dialogue was held in Tarn.", 11),
        ("Norvia and Estmark held their second Norvia-Estmark Fisheries Dialogue in Tarn.", 2),
        ("The Norvia-Estmark Fisheries Dialogue met in Tarn for the 3rd time.", 3),
        ("The Norvia-Estmark Fisheries Dialogue met in Tarn.", None),
    ],
)
def test_the_ordinal_is_read_however_it_is_written(sentence: str, ordinal: int | None) -> None:
    assert extract_from(["Joint Statement", sentence]).ordinal == ordinal


def test_a_meeting_of_no_named_series_has_no_dialogue() -> None:
    found = extract_from(
        ["Joint Statement on Norvia-Estmark Meeting", "The Foreign Ministers of both states met in Tarn."]
    )
    assert found.dialogue is None


@pytest.mark.parametrize(
    ("written", "first", "last"),
    [
        ("on 3 May 2031", date(2031, 5, 3), None),
        ("on May 3, 2031", date(2031, 5, 3), None),
        ("on May 3rd, 2031", date(2031, 5, 3), None),
        ("on 3-4 May 2031", date(2031, 5, 3), date(2031, 5, 4)),
        ("on May 3 and 4, 2031", date(2031, 5, 3), date(2031, 5, 4)),
        ("from 30 April to 2 May 2031", date(2031, 4, 30), date(2031, 5, 2)),
        ("on Saturday, 3 May 2031", date(2031, 5, 3), None),
        ("on 30 February 2031", None, None),
    ],
)
def test_days_are_read_however_they_are_written(written: str, first: date | None, last: date | None) -> None:
    found = extract_from(["Joint Statement", f"The two sides met in Tarn {written} to review their treaty."])
    assert (found.first_day, found.last_day) == (first, last)


@pytest.mark.parametrize(
    ("word", "day"), [("today", date(2031, 5, 3)), ("yesterday", date(2031, 5, 2)), ("on 1 May", date(2031, 5, 1))]
)
def test_the_day_of_publication_settles_what_the_text_leaves_open(word: str, day: date) -> None:
    sentence = f"The two sides met in Tarn {word}."
    assert extract_from(["Joint Statement", sentence]).first_day is None
    found = extract_from(["Joint Statement", sentence], date(2031, 5, 3))
    assert (found.first_day, found.day_from) == (day, "published")


def test_a_missing_year_is_that_of_the_last_such_day() -> None:
    found = extract_from(["Joint Statement", "The two sides met in Tarn on 30 December."], date(2032, 1, 4))
    assert found.first_day == date(2031, 12, 30)


def test_a_deadline_is_no_day_of_the_meeting() -> None:
    found = extract_from(["Joint Statement", "The two sides met and will close the kilns by 14 May 2031."])
    assert found.first_day is None


def test_a_meeting_by_video_has_no_place() -> None:
    found = extract_from(
        ["Joint Statement", "The two sides met by video conference in Tarn and Lindholm on 3 May 2031."]
    )
    assert found.place is None
    assert found.first_day == date(2031, 5, 3)


def test_the_place_of_a_dateline_counts_where_no_sentence_names_one() -> None:
    found = extract_from(["Joint Statement", "Lindholm, 3 May 2031", "The two sides met to review their treaty."])
    assert found.place is not None
    assert found.place.words == "Lindholm"


def test_the_host_is_the_side_whose_capital_it_was_held_in() -> None:
    found = extract_from(["Joint Statement", "Norway and Peru held the 2nd Norway-Peru Dialogue on Fish in Lima."])
    assert found.host == "Peru"


@pytest.mark.parametrize(
    "sentence",
    [
        (
            "Ilse Marrow, Minister of Justice of Norvia, and Petr Vando, Attorney General of Estmark, co-chaired "
            "the talks."
        ),
        (
            "The talks were co-chaired by Norvian Minister of Justice Ilse Marrow and Estmarkian Attorney General "
            "Petr Vando."
        ),
        (
            "The Norvian delegation was led by Ilse Marrow, Minister of Justice. "
            "The Estmarkian delegation was headed by Petr Vando, Attorney General."
        ),
        (
            "The meeting was held in Tarn between the Minister of Justice of Norvia, the Hon Ilse Marrow, "
            "and the Attorney General of Estmark, Mr. Petr Vando."
        ),
        (
            "The Minister of Justice of Norvia, Dr. Ilse Marrow, met with the Attorney General of Estmark, H.E. "
            "Petr Vando."
        ),
    ],
)
def test_chairs_are_read_in_either_order_of_name_and_office(sentence: str) -> None:
    found = extract_from(["Joint Communiqué of the Norvia-Estmark Dialogue on Law", sentence])
    assert [(chair.name, chair.side) for chair in found.co_chairs] == [
        ("Ilse Marrow", "Norvia"),
        ("Petr Vando", "Estmark"),
    ]
    assert [str(chair.office).split(" of ")[0].split()[-1] for chair in found.co_chairs] == ["Minister", "General"]


def test_those_who_only_attended_did_not_chair() -> None:
    found = communique("Ambassador Nils Orra attended the meeting and Minister Eva Lund gave remarks.")
    assert [chair.name for chair in found.co_chairs] == ["Ilse Marrow", "Petr Vando"]


def test_topics_are_those_that_the_text_lists() -> None:
    found = communique(
        "The two sides discussed a wide range of issues, including ferry traffic; stolen art, such as "
        "paintings; and ice."
    )
    assert [topic.words for topic in found.topics] == ["ferry traffic", "stolen art", "ice"]


@pytest.mark.parametrize(
    "sentence",
    [
        "The agenda covered ferry traffic, stolen art and ice.",
        "The two sides exchanged views on ferry traffic, stolen art and ice.",
        "The two sides had a fruitful discussion of ferry traffic, stolen art and ice.",
        "The discussions, which were marked by frankness, covered ferry traffic, stolen art, and ice.",
        "Ministers reviewed cooperation on ferry traffic, stolen art such as paintings and icons, and ice.",
    ],
)
def test_three_matters_or_more_of_one_sentence_are_the_topics(sentence: str) -> None:
    found = communique(sentence, "The two sides noted the age of the lighthouse and discussed its lamp.")
    assert [topic.words for topic in found.topics] == ["ferry traffic", "stolen art", "ice"]


def test_numbered_headings_are_topics_without_their_number() -> None:
    lines = ["1.0 INTRODUCTION", OPENING, "2.0 FERRY TRAFFIC", "The meeting noted that the ferries are old."]
    lines += [
        "3.0 STOLEN ART",
        "The meeting noted the list.",
        "4.0 ICE",
        "None.",
        "5.0 VOTE OF THANKS",
        "All were thanked.",
    ]
    assert [topic.words for topic in extract_from([TITLE, *lines]).topics] == ["FERRY TRAFFIC", "STOLEN ART", "ICE"]


def test_matters_are_listed_in_numbered_paragraphs_too() -> None:
    lines = [
        "1. The two sides met in Tarn.",
        "2. They considered ferry traffic, stolen art and ice.",
        "3. They parted.",
    ]
    assert [topic.words for topic in extract_from([TITLE, *lines]).topics] == ["ferry traffic", "stolen art", "ice"]


def test_headings_may_run_in() -> None:
    lines = [
        f"{what}{mark} Ministers noted the work of the year."
        for what, mark in zip(RUN_IN, (".", ":", " –"), strict=True)
    ]
    assert [topic.words for topic in extract_from([TITLE, OPENING, *lines]).topics] == list(RUN_IN)


@pytest.mark.parametrize(
    "sentence",
    [
        "In Tarn, Director Eva Lund led the Norvian side while Director Olaf Berg led the Estmarkian side.",
        "The Norvian team was headed by Director Eva Lund, and the Estmarkian team by Director Olaf Berg.",
        "Norvia's Minister Eva Lund and Estmark's Minister of Trade, Industry and Energy Olaf Berg convened the round.",
        "The talks in Tarn were co-chaired by Vice-Minister Eva Lund and First Deputy Minister Olaf Berg.",
        "Minister Eva Lund co-chaired the meeting with Minister Olaf Berg.",
        "Director Eva Lund led the Norvian side, and the Estmarkian side was led by Director Olaf Berg.",
    ],
)
def test_who_chaired_is_read_however_it_is_said(sentence: str) -> None:
    found = extract_from([TITLE, sentence, "The Norvian side and the Estmarkian side agreed to map the fjord."])
    assert [chair.name for chair in found.co_chairs] == ["Eva Lund", "Olaf Berg"]


def test_headings_are_topics_where_nothing_is_listed() -> None:
    prose = (
        "Ministers held a long and detailed exchange on this matter and noted the work that was done "
        "since they last met, in either capital."
    )
    found = extract_from(
        [TITLE, OPENING, "Ferries", prose, "Stolen Art", prose, "Ice Patrols", prose, "Customs", prose]
    )
    assert [topic.words for topic in found.topics] == ["Ferries", "Stolen Art", "Ice Patrols", "Customs"]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The two sides agreed to hold the next round in Lima in 2033.", ("Lima", 2033, None, "Peru")),
        ("The next meeting will take place in Oslo on 4 June 2032.", ("Oslo", 2032, date(2032, 6, 4), "Norway")),
        ("They look forward to the next Dialogue, to be hosted by Peru in 2032.", ("Peru", 2032, None, "Peru")),
        ("The two delegations agreed to meet again in Lima next year.", ("Lima", 2032, None, "Peru")),
        ("It was agreed to hold the third round in Lima in the last quarter of 2032.", ("Lima", 2032, None, "Peru")),
        (
            "The Sides agreed to hold the third round in Cusco, Peru, on 21 May 2032.",
            ("Cusco", 2032, date(2032, 5, 21), "Peru"),
        ),
        (
            "The two sides will hold a third round of the Dialogue in Lima on 3 June.",
            ("Lima", 2031, date(2031, 6, 3), "Peru"),
        ),
        (
            "The next round will be hosted by Peru in Cusco on 4 and 5 June 2032.",
            ("Cusco", 2032, date(2032, 6, 4), "Peru"),
        ),
    ],
)
def test_the_next_round_is_read(sentence: str, expected: tuple[object, ...]) -> None:
    found = extract_from(
        [
            "Joint Communiqué of the 2nd Norway-Peru Dialogue on Fish",
            "The two sides met in Oslo on 3 May 2031.",
            sentence,
        ]
    )
    assert found.next_round is not None
    ahead = found.next_round
    assert (ahead.place, ahead.year, ahead.day, ahead.host) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "The two sides agreed to meet again soon.",
        "Both sides look forward to the next Arctic Leaders' Summit in Tarn in 2033.",
        "The next census takes place in Norvia in 2033.",
        "The two sides agreed to hold the first meeting of the joint group of pilots in Tarn in 2033.",
        "The first meeting of the joint group of pilots will be held in Tarn in 2033.",
        "The two sides agreed that the third round, held in Tarn in March 2029, had been useful.",
    ],
)
def test_the_meeting_of_another_body_is_no_next_round(sentence: str) -> None:
    assert communique(sentence).next_round is None


def test_one_sides_press_release_is_no_joint_record() -> None:
    found = extract_from(
        [
            "Minister opens ferry",
            "“We have agreed to build a second ferry with our neighbours,” Minister Eva Lund said.",
            "“Our coast will be safer,” Minister Lund said after the meeting with the Estmarkian side.",
        ]
    )
    assert found.kind is SourceKind.OTHER
    assert found.commitments == ()


def test_a_text_in_capitals_is_read_like_any_other() -> None:
    found = extract_from(
        [
            "JOINT COMMUNIQUE",
            "THE MINISTERS OF NORWAY AND PERU MET IN OSLO ON 3 MAY 2031. THE MINISTERS AGREED TO BUILD A WEIR.",
        ]
    )
    assert [item.words for item in found.commitments] == ["THE MINISTERS AGREED TO BUILD A WEIR."]
    assert [item.action for item in found.commitments] == ["Build a weir"]


@pytest.mark.parametrize(
    ("words", "language"), [("双方同意加强合作。", "zh-Hans"), ("Les deux parties sont convenues de la paix.", "fr")]
)
def test_a_language_without_a_grammar_gives_its_paragraphs_only(words: str, language: str) -> None:
    found: Extract = extract_from([words])
    assert (found.language, found.paragraphs, found.commitments) == (language, (words,), ())


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("Provisional agenda of the 5th round", SourceKind.OTHER),
        ("Speaking notes for the 5th round", SourceKind.OTHER),
        ("Note verbale", SourceKind.OTHER),
        ("Delegations to the 5th round", SourceKind.OTHER),
        ("Draft joint communiqué of the 5th round", SourceKind.JOINT_RECORD),
        ("Agreed minutes of the 5th round: agenda and outcome", SourceKind.JOINT_RECORD),
    ],
)
def test_a_paper_that_prepares_a_meeting_is_no_record_of_it(heading: str, kind: SourceKind) -> None:
    found = extract_from(
        [
            "Norvia–Estmark Dialogue on Safe Waters",
            heading,
            "The two sides agreed in the 4th round to map the fjord.",
            "Both sides agreed to count the seals.",
        ]
    )
    assert found.kind is kind


@pytest.mark.parametrize(
    ("chairs", "names"),
    [
        (
            "H.E. Dr. Omar bin Salem Al-Vando, Minister of Norvia, and Mr. Ilse de la Marrow y Tarn, Envoy of Estmark",
            ["Omar bin Salem Al-Vando", "Ilse de la Marrow y Tarn"],
        ),
        (
            "the Norvian Deputy Minister Urs von Marrow and the Estmarkian Deputy Minister Piet van der Vando",
            ["Urs von Marrow", "Piet van der Vando"],
        ),
    ],
)
def test_a_name_keeps_its_particles(chairs: str, names: list[str]) -> None:
    found = extract_from(
        [
            "Joint Statement of the Norvia-Estmark Dialogue on Rivers",
            f"The Dialogue was held in Tarn, co-chaired by {chairs}.",
            "The Norvian side thanked the Estmarkian side. The ports of Norvia and of Estmark are open.",
        ]
    )
    assert [(chair.name, chair.side) for chair in found.co_chairs] == list(
        zip(names, ("Norvia", "Estmark"), strict=True)
    )


def test_a_name_of_a_state_with_an_apostrophe_is_part_of_that_of_a_series() -> None:
    found = extract_from(["Joint Statement of the Third Côte d'Ivoire-Ghana Dialogue on Rivers", "The sides met."])
    assert found.dialogue is not None
    assert (found.dialogue.words, found.ordinal) == ("Côte d'Ivoire-Ghana Dialogue on Rivers", 3)
