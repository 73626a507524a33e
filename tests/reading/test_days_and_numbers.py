"""When a meeting was held, its number and its chairs, however a language writes them."""

from __future__ import annotations

from datetime import date

import pytest

from dialogue_prep.reading.extract import Extract
from dialogue_prep.reading.read import read_pasted, recognised

NEW_YEAR = (date(2019, 12, 30), date(2020, 1, 2))
ONE_DAY = (date(2018, 6, 12), None)


def read(words: str) -> Extract:
    return recognised(read_pasted(words))


def english(number: str = "second", days: str = "12 June 2018", chaired: str = "") -> Extract:
    return read(
        f"Joint Communiqué of the {number} Canada-France Dialogue on Rivers\n\n"
        f"The {number} Canada-France Dialogue on Rivers{chaired} was held in Paris on {days}. "
        "Both sides agreed to continue their exchanges on floods.\n"
    )


def french(number: str = "deuxième", days: str = "12 juin 2018", chaired: str = "") -> Extract:
    return read(
        f"Communiqué conjoint de la {number} session du Dialogue Canada-France sur les rivières\n\n"
        f"La {number} session du Dialogue Canada-France sur les rivières s'est tenue à Paris du {days}. {chaired}"
        "Les deux parties sont convenues de poursuivre leurs échanges sur les crues.\n"
    )


def chinese(days: str) -> Extract:
    return read(
        f"第二次中加河流对话联合公报\n\n第二次中加河流对话于{days}在渥太华举行。双方同意继续就洪水问题保持交流。\n"
    )


@pytest.mark.parametrize(
    "days",
    [
        "30 December 2019 to 2 January 2020",
        "30 December to 2 January 2020",
        "December 30, 2019 – January 2, 2020",
        "December 30 to January 2, 2020",
    ],
)
def test_a_meeting_over_the_new_year_ends_in_the_next_one_in_english(days: str) -> None:
    extract = english(days=days)
    assert (extract.first_day, extract.last_day) == NEW_YEAR


@pytest.mark.parametrize("days", ["30 décembre 2019 au 2 janvier 2020", "30 décembre au 2 janvier 2020"])
def test_a_meeting_over_the_new_year_ends_in_the_next_one_in_french(days: str) -> None:
    extract = french(days=days)
    assert (extract.first_day, extract.last_day) == NEW_YEAR


@pytest.mark.parametrize(
    "days", ["2019年12月30日至2020年1月2日", "2019年12月30日至1月2日", "二〇一九年十二月三十日至二〇二〇年一月二日"]
)
def test_a_meeting_over_the_new_year_ends_in_the_next_one_in_chinese(days: str) -> None:
    extract = chinese(days)
    assert (extract.first_day, extract.last_day) == NEW_YEAR


@pytest.mark.parametrize(
    "days", ["2018年6月12日", "２０１８年６月１２日", "二〇一八年六月十二日", "二零一八年六月十二日"]
)
def test_a_chinese_day_may_be_written_in_figures_wide_figures_or_signs(days: str) -> None:
    extract = chinese(days)
    assert (extract.first_day, extract.last_day) == ONE_DAY


@pytest.mark.parametrize(
    ("number", "ordinal"),
    [("eleventh", 11), ("twenty first", 21), ("thirty-first", 31), ("fortieth", 40), ("101st", 101), ("XXI", 21)],
)
def test_an_english_number_is_read_whole(number: str, ordinal: int) -> None:
    assert english(number).ordinal == ordinal


@pytest.mark.parametrize(
    ("number", "ordinal"),
    [("1ère", 1), ("onzième", 11), ("vingt-et-unième", 21), ("XXIe", 21), ("trente et unième", 31), ("101e", 101)],
)
def test_a_french_number_is_read_whole(number: str, ordinal: int) -> None:
    assert french(number).ordinal == ordinal


def test_two_chairs_of_one_family_name_are_two_people_in_english() -> None:
    chaired = (
        ", co-chaired by Ms. Ada Sample, Director of Rivers of Canada, and Mr. Bo Sample, Director of Dams of France,"
    )
    found = english(chaired=chaired).co_chairs
    assert [(one.name, one.side) for one in found] == [("Ada Sample", "Canada"), ("Bo Sample", "France")]


def test_two_chairs_of_one_family_name_are_two_people_in_french() -> None:
    chaired = (
        "Elle a été coprésidée par Mme Ada Sample, directrice des rivières du Canada, "
        "et M. Bo Sample, directeur des barrages de la France. "
    )
    found = french(chaired=chaired).co_chairs
    assert [(one.name, one.side) for one in found] == [("Ada Sample", "Canada"), ("Bo Sample", "France")]
