"""A paragraph is cited by the number that its source gives it, else by its place."""

from __future__ import annotations

import pytest

from dialogue_prep.domain.paragraph_numbers import numbers_of_words

LONG = "Both sides agreed to go on, and to say more at the next round."
NUMBERED = (
    "Joint Communiqué",
    "Brodno, 3 May 2031",
    f"1. {LONG}",
    "Floods",
    f"2. {LONG}",
    f"- {LONG[:20]}",
    f"3. {LONG}",
)


def cited(*paragraphs: str) -> list[int]:
    numbers = numbers_of_words(paragraphs)
    return [numbers.of(place) for place in range(1, len(paragraphs) + 1)]


def test_a_source_that_numbers_its_paragraphs_is_cited_by_these_numbers() -> None:
    assert cited(*NUMBERED) == [1, 1, 1, 1, 2, 2, 3]


@pytest.mark.parametrize("written", ["{}. ", "{}) ", "({}) ", "{}、", "（{}）", "{}.\u00a0", "  {}. "])
def test_numbers_are_written_in_several_ways(written: str) -> None:
    assert cited("Record", *(written.format(number) + LONG for number in (1, 2, 3))) == [1, 1, 2, 3]


def test_a_source_that_numbers_none_is_cited_by_place() -> None:
    assert cited("Record", LONG, LONG) == [1, 2, 3]


def test_a_list_in_a_text_does_not_number_the_text() -> None:
    assert cited(LONG, "1. Floods", "2. Fish", "3. Ferries", LONG, LONG) == [1, 2, 3, 4, 5, 6]


def test_two_numbers_are_no_numbering() -> None:
    assert cited("Record", f"1. {LONG}", f"2. {LONG}") == [1, 2, 3]


def test_numbers_that_skip_or_begin_again_are_those_of_lists_within() -> None:
    within = ("1. Floods", "2. Fish", "1.2 of it", "7. Ferries")
    assert cited(f"1. {LONG}", f"2. {LONG}", *within[:2], f"3. {LONG}", *within, f"4. {LONG}") == [
        1, 2, 2, 2, 3, 3, 3, 3, 3, 4,
    ]  # fmt: skip


def test_a_quantity_is_no_number() -> None:
    assert cited(f"1.5 million. {LONG}", f"2.5 million. {LONG}", f"3.5 million. {LONG}") == [1, 2, 3]


def test_a_place_that_is_not_in_the_source_keeps_its_number() -> None:
    assert numbers_of_words(NUMBERED).of(40) == 40
