"""The table of states."""

from __future__ import annotations

from zoneinfo import available_timezones

import pytest

from dialogue_prep.reading.states import all_states, by_capital, by_name, mentions


def test_every_member_of_the_united_nations_is_there_once() -> None:
    codes = [state.code for state in all_states()]
    assert len(codes) == len(set(codes))
    assert len(codes) >= 193


def test_every_state_has_all_its_words() -> None:
    zones = available_timezones()
    for state in all_states():
        for language in ("en", "fr", "zh-Hans"):
            words = state.words(language)
            assert all((words.name, words.capital, *words.adjectives)), (state.code, language)
        assert state.time_zone in zones, state.code
        assert len(state.french.adjectives) == 2


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Canada", "CA"),
        ("the United States", "US"),
        ("People's Republic of China", "CN"),
        ("加拿大", "CA"),
        ("Royaume-Uni", "GB"),
        ("Norvia", None),
    ],
)
def test_a_state_is_found_by_any_of_its_names(name: str, code: str | None) -> None:
    found = by_name(name)
    assert (found.code if found else None) == code


def test_a_state_is_found_by_its_capital() -> None:
    found = by_capital("Ottawa")
    assert found is not None
    assert (found.name, found.time_zone, found.words("fr").name) == ("Canada", "America/Toronto", "Canada")


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("the U.S.-Mexico dialogue", ["US", "MX"]),
        ("ships in the South China Sea and the Indian Ocean", []),
        ("South Korea and the Democratic People's Republic of Korea", ["KR", "KP"]),
        ("the Australian and Papua New Guinean sides", ["AU", "PG"]),
        ("tell us of Jordanians", []),
    ],
)
def test_mentions_are_whole_names(text: str, codes: list[str]) -> None:
    assert [mention.state.code for mention in mentions(text)] == codes
