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


def chinese(days: str = "2018年6月12日", number: str = "第二次") -> Extract:
    return read(
        f"{number}中加河流对话联合公报\n\n{number}中加河流对话于{days}在渥太华举行。双方同意继续就洪水问题保持交流。\n"
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
    ("days", "last"),
    [
        ("12, 13 June 2018", 13),
        ("12, 13 and 14 June 2018", 14),
        ("12, 13, and 14 June 2018", 14),
        ("June 12, 13 and 14, 2018", 14),
        ("June 12 through 14, 2018", 14),
        ("12 June until 14 June 2018", 14),
        ("12 June 2018 to 14 June 2018", 14),
        ("June 12, 2018 – June 14, 2018", 14),
    ],
)
def test_every_day_of_a_meeting_is_read_in_english(days: str, last: int) -> None:
    extract = english(days=days)
    assert (extract.first_day, extract.last_day) == (date(2018, 6, 12), date(2018, 6, last))


def test_a_number_before_a_day_is_not_taken_for_one() -> None:
    extract = english(days="the margins of Summit 5, 12 June 2018")
    assert (extract.first_day, extract.last_day) == ONE_DAY


@pytest.mark.parametrize(
    "days",
    ["12 Jun 2018", "12 JUN 2018", "Jun. 12, 2018", "2018-06-12", "2018/6/12", "12.06.2018", "１２ June ２０１８"],
)
def test_an_english_month_may_be_written_short_or_as_a_number(days: str) -> None:
    extract = english(days=days)
    assert (extract.first_day, extract.last_day) == ONE_DAY


@pytest.mark.parametrize(("days", "day"), [("28/06/2018", 28), ("06/28/2018", 28), ("06/06/2018", 6)])
def test_a_day_with_strokes_is_read_where_it_can_be_told_which_number_the_month_is(days: str, day: int) -> None:
    assert english(days=days).first_day == date(2018, 6, day)
    assert english(days="12/06/2018").first_day is None


@pytest.mark.parametrize(("days", "last"), [("12, 13 et 14 juin 2018", 14), ("12.06.2018", None)])
def test_every_day_of_a_meeting_is_read_in_french(days: str, last: int | None) -> None:
    extract = french(days=days)
    assert (extract.first_day, extract.last_day) == (date(2018, 6, 12), last and date(2018, 6, last))


@pytest.mark.parametrize(
    ("days", "last"),
    [("2018年6月12日、13日、14日", 14), ("2018年6月12、13日", 13), ("2018-06-12", None), ("2018.6.12", None)],
)
def test_every_day_of_a_meeting_is_read_in_chinese(days: str, last: int | None) -> None:
    extract = chinese(days)
    assert (extract.first_day, extract.last_day) == (date(2018, 6, 12), last and date(2018, 6, last))


@pytest.mark.parametrize(
    ("number", "ordinal"),
    [("第一百次", 100), ("第一百零一次", 101), ("第一百一十二次", 112), ("第二百二十次", 220), ("第１０１次", 101)],
)
def test_a_chinese_number_is_read_whole(number: str, ordinal: int) -> None:
    assert chinese(number=number).ordinal == ordinal


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
