"""By which day a commitment is due, in the words of three languages; the meeting was on 3 May 2031."""

from __future__ import annotations

from datetime import date

import pytest

from dialogue_prep.reading.chinese.due_days import CHINESE_DUE_WORDS
from dialogue_prep.reading.due_days import DueWords, due_day
from dialogue_prep.reading.english_due_days import ENGLISH_DUE_WORDS
from dialogue_prep.reading.french.due_days import FRENCH_DUE_WORDS
from dialogue_prep.reading.recognise import due_day_of
from tests.reading.writing import communique

MET = date(2031, 5, 3)


@pytest.mark.parametrize(
    ("words", "due"),
    [
        ("Norvia undertook to build a weir by 30 September 2031.", date(2031, 9, 30)),
        ("By September 30, 2031, Norvia will build a weir.", date(2031, 9, 30)),
        ("build a weir by 1 March", date(2032, 3, 1)),
        ("build a weir no later than Friday, 5 March 2032", date(2032, 3, 5)),
        ("build a weir, 30 September 2031 at the latest", date(2031, 9, 30)),
        ("a weir that will be completed on or before 4 June 2031", date(2031, 6, 4)),
        ("build a weir before 1 May 2032", date(2032, 4, 30)),
        ("build a weir before the end of September 2031", date(2031, 9, 30)),
        ("build a weir by end-2031", date(2031, 12, 31)),
        ("build a weir before September 30", date(2031, 9, 29)),
        ("build a weir before 2033", date(2032, 12, 31)),
        ("build a weir by the end of next year", date(2032, 12, 31)),
        ("build a weir by February", date(2032, 2, 29)),
        ("build a weir by mid-March 2032", date(2032, 3, 15)),
        ("build a weir before mid-March", date(2032, 3, 14)),
        ("build a weir by mid-2032", date(2032, 6, 30)),
        ("build a weir by the end of the first half of 2032", date(2032, 6, 30)),
        ("agree on a weir by 1 June 2031, with a view to building it before 2033", date(2031, 6, 1)),
        ("agree on a weir, with a view to building it before 2033, no later than 1 June 2031", date(2031, 6, 1)),
    ],
)
def test_a_deadline_is_the_last_day_in_time(words: str, due: date) -> None:
    assert due_day(words, MET, ENGLISH_DUE_WORDS) == due


@pytest.mark.parametrize(
    "words",
    [
        "build a weir in May 2032",
        "build a weir before the fifth round",
        "accept permits issued before 1 May 2032",
        "train pilots who are hired before 1 May 2032",
        "repair the weirs that stood before 3 May 2019",
        "cut the tax on salt by 30 per cent",
        "build a weir by 31 April 2032",
        "meet year by year",
    ],
)
def test_no_other_day_is_taken_for_a_deadline(words: str) -> None:
    assert due_day(words, MET, ENGLISH_DUE_WORDS) is None


@pytest.mark.parametrize(
    ("words", "rules", "due"),
    [
        ("build a weir within six months", ENGLISH_DUE_WORDS, date(2031, 11, 3)),
        ("Within a year, Norvia will build a weir.", ENGLISH_DUE_WORDS, date(2032, 5, 3)),
        ("build a weir within three months of this Round", ENGLISH_DUE_WORDS, date(2031, 8, 3)),
        ("build a weir within the next two weeks", ENGLISH_DUE_WORDS, date(2031, 5, 17)),
        ("build a weir within six months of receipt of the plans", ENGLISH_DUE_WORDS, None),
        ("build a weir within one year after the signature", ENGLISH_DUE_WORDS, None),
        ("build a weir within two months of the meeting of experts", ENGLISH_DUE_WORDS, None),
        ("answer each request within two months", ENGLISH_DUE_WORDS, None),
        ("answer requests within 90 days", ENGLISH_DUE_WORDS, None),
        ("construire une digue dans les six mois", FRENCH_DUE_WORDS, date(2031, 11, 3)),
        ("construire une digue dans un délai de deux ans", FRENCH_DUE_WORDS, date(2033, 5, 3)),
        ("construire une digue dans les trois mois suivant la présente session", FRENCH_DUE_WORDS, date(2031, 8, 3)),
        ("construire une digue dans les six mois suivant la signature", FRENCH_DUE_WORDS, None),
        ("construire une digue dans un délai d’un an à compter de l’entrée en vigueur", FRENCH_DUE_WORDS, None),
        ("在六个月内修建水坝", CHINESE_DUE_WORDS, date(2031, 11, 3)),
        ("本次会议后十二个月内修建水坝", CHINESE_DUE_WORDS, date(2032, 5, 3)),
        ("两年内修建水坝", CHINESE_DUE_WORDS, date(2033, 5, 3)),
        ("在协定签署后六个月内修建水坝", CHINESE_DUE_WORDS, None),
        ("自生效之日起十六个月内修建水坝", CHINESE_DUE_WORDS, None),
    ],
)
def test_a_time_is_counted_from_the_meeting_unless_it_is_from_something_else(
    words: str, rules: DueWords, due: date | None
) -> None:
    assert due_day(words, MET, rules) == due


def test_a_month_that_is_too_short_ends_on_its_last_day_and_nothing_is_counted_from_no_meeting() -> None:
    assert due_day("build a weir within six months", date(2031, 8, 31), ENGLISH_DUE_WORDS) == date(2032, 2, 29)
    assert due_day("build a weir within six months", None, ENGLISH_DUE_WORDS) is None


def test_without_a_day_of_the_meeting_a_year_has_to_be_said() -> None:
    assert due_day("build a weir by 1 March", None, ENGLISH_DUE_WORDS) is None
    assert due_day("build a weir by 1 March 2032", None, ENGLISH_DUE_WORDS) == date(2032, 3, 1)


@pytest.mark.parametrize(
    ("words", "due"),
    [
        ("construire une digue d’ici le 30 septembre 2031", date(2031, 9, 30)),
        ("construire une digue au plus tard le 1er juin", date(2031, 6, 1)),
        ("construire une digue le 30 septembre 2031 au plus tard", date(2031, 9, 30)),
        ("construire une digue avant la fin du mois de septembre 2031", date(2031, 9, 30)),
        ("construire une digue d'ici fin 2031", date(2031, 12, 31)),
        ("construire une digue pour la mi-mars 2032", date(2032, 3, 15)),
        ("construire une digue d'ici à mi-2032", date(2032, 6, 30)),
        ("construire une digue d'ici à la fin de l'année", date(2031, 12, 31)),
        ("une digue qui sera achevée avant le 1er mai 2032", None),
        ("La digue sera achevée avant le 1er mai 2032", date(2032, 4, 30)),
        ("reconnaître les permis délivrés avant le 1er mai 2032", None),
        ("construire une digue avant la fin du premier semestre 2032", date(2032, 6, 30)),
    ],
)
def test_a_french_deadline_is_read(words: str, due: date | None) -> None:
    assert due_day(words, MET, FRENCH_DUE_WORDS) == due


@pytest.mark.parametrize(
    ("words", "due"),
    [
        ("在2031年9月30日前修建水坝", date(2031, 9, 30)),
        ("不迟于9月30日修建水坝", date(2031, 9, 30)),
        ("2031年9月底前修建水坝", date(2031, 9, 30)),
        ("不迟于2032年3月中旬修建水坝", date(2032, 3, 15)),
        ("3月中旬前修建水坝", date(2032, 3, 14)),
        ("2032年3月前修建水坝", date(2032, 2, 29)),
        ("明年年底之前修建水坝", date(2032, 12, 31)),
        ("2033年前修建水坝", date(2032, 12, 31)),
        ("2032年第一季度结束前修建水坝", date(2032, 3, 31)),
        ("承认2032年5月1日前签发的许可", None),
        ("2031年9月修建水坝", None),
        ("13月前修建水坝", None),
    ],
)
def test_a_chinese_deadline_is_read(words: str, due: date | None) -> None:
    assert due_day(words, MET, CHINESE_DUE_WORDS) == due


def test_a_commitment_of_a_source_is_due_by_its_own_words() -> None:
    found = communique("Norvia will build a weir by 30 September 2031 and Estmark will repair the lighthouse.")
    assert [due_day_of(found, one) for one in found.commitments] == [date(2031, 9, 30), None]
