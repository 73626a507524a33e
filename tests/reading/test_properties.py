"""What holds for every text: spans are exact, nothing fails, and time grows as the text does."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogue_prep.domain.source import Span
from dialogue_prep.reading.as_json import as_json
from dialogue_prep.reading.extract import Extract
from dialogue_prep.reading.recognise import extract_from
from tests.reading.test_terms import LINES
from tests.reading.writing import OPENING, TITLE

HEAP = ["agreed", "to", "build", "that", "will", ",", ";", "and", "(", ")", "“", "”", "by", "including", "the", "sides"]
HEAP += ["3", "May", "-", "•", ".", ":", "\n"]
SENTENCES = [
    OPENING,
    "The two sides agreed to build a weir, to map the fjord and to exchange “lists of ships” (by June).",
    "Norvia will (i) open a school; and (ii) close the kilns.",
    "They discussed a range of issues, including ice; nets; and the Treaty between Norvia and Estmark on Seals.",
    "The next round should take place in Tarn in 2033.",
    "On the basis of the Tarn Agreement, Ministers committed to:",
    "- expand training and share maps;",
    "1. Ferries",
    "the joint commission; and",
    "7",
    "It was agreed that maps would be handed over “at once”",
    *LINES,
]


def named(extract: Extract) -> Iterator[tuple[str, Span]]:
    """Yield every element that was found with its words and its place."""
    single = (
        extract.dialogue,
        extract.short_name,
        extract.purpose,
        extract.place,
        extract.topics_open,
        extract.participation,
        extract.subgroups,
        extract.guidance,
    )
    many = (*extract.topics, *extract.mechanisms, *extract.objectives, *extract.basis)
    yield from ((found.words, found.span) for found in (*single, *many) if found is not None)
    yield from ((found.words, found.span) for found in extract.commitments)
    yield from ((found.title, found.span) for found in extract.instruments)
    yield from ((found.name, found.span) for found in extract.entities)


def assert_exact(extract: Extract) -> None:
    running = "\n".join(extract.paragraphs)
    starts = [sum(len(p) + 1 for p in extract.paragraphs[:index]) for index in range(len(extract.paragraphs))]
    for words, span in named(extract):
        first = starts[span.paragraph - 1]
        assert span.start <= len(extract.paragraphs[span.paragraph - 1])
        assert " ".join(running[first + span.start : first + span.end].split()) == words


@given(st.lists(st.sampled_from(SENTENCES), max_size=14).map(lambda lines: [TITLE, *lines]))
def test_the_place_of_everything_is_exact(lines: list[str]) -> None:
    assert_exact(extract_from(lines))


@given(st.text(max_size=400), st.none() | st.dates(date(1900, 1, 1), date(2100, 1, 1)))
def test_no_text_makes_it_fail(text: str, published: date | None) -> None:
    found = extract_from([text, "The two sides agreed to the of and", text], published)
    assert_exact(found)
    assert as_json(found)["document_kind"] == found.kind


@given(
    st.lists(
        st.sampled_from(HEAP),
        max_size=60,
    )
)
def test_no_heap_of_the_words_it_looks_for_makes_it_fail(words: list[str]) -> None:
    assert_exact(extract_from([TITLE, " ".join(words)]))


def seconds(lines: list[str]) -> float:
    begun = time.process_time()
    extract_from(lines)
    return time.process_time() - begun


def test_ten_times_the_text_takes_about_ten_times_as_long() -> None:
    lines = [TITLE, *SENTENCES[:11]] * 4
    seconds(lines)
    once = min(seconds(lines) for _ in range(3))
    assert seconds(lines * 10) < 10 * once * 2


@pytest.mark.parametrize("length", [5_000, pytest.param(20_000, marks=pytest.mark.torture)])
@pytest.mark.parametrize(
    "piece",
    [
        "agreed to ",
        "will; ",
        "a and ",
        "Treaty on ",
        "of the ",
        "on 3 May 2031, ",
        "Canada and China ",
        '"',
        "(",
        "-",
        "A" * 40 + " ",
        "x, ",
        "President John Smith, ",
        "1. ",
        "• ",
    ],
)
def test_no_repetition_makes_it_hang(piece: str, length: int) -> None:
    text = "The two sides agreed that the " + piece * (length // len(piece))
    assert seconds([TITLE, text]) < length / 4_000


@pytest.mark.parametrize(
    ("opening", "words"),
    [
        (TITLE, "will "),
        ("Déclaration conjointe du Dialogue entre le Pérou et la Norvège. Le Pérou s'engage à payer.", "la "),
        ("秘鲁—挪威第三次水资源对话联合声明。双方同意继续合作。", "在"),
        ("秘鲁—挪威第三次水资源对话联合声明。双方同意继续合作。", "2031年"),
    ],
)
def test_a_word_that_is_said_again_and_again_is_soon_read(opening: str, words: str) -> None:
    extract_from([opening, words])
    begun = time.thread_time()
    extract_from([opening, words * 300])
    assert time.thread_time() - begun < 2
