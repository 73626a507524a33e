"""Under which heading each paragraph of a source stands."""

from __future__ import annotations

import pytest

from dialogue_prep.reading.recognise import headed

TITLE = "Joint Communiqué of the Second Round of the Norvia-Sundal Dialogue on the Northern Strait"
OPENING = "1. The second round took place in Almery on 3 May 2031, and was held in a friendly atmosphere throughout."
ICE = "2. The sides agreed to chart the drift ice of the strait together, and to do so in each winter."
ART = "3. They will search for stolen art in their harbours."
HEADED = (TITLE, OPENING, "I. Drift ice", ICE, "Stolen art and ferry traffic", ART)


def test_a_paragraph_stands_under_the_last_heading_above_it() -> None:
    art = "Stolen art and ferry traffic"
    told = (*HEADED, "4. They spoke of ferries.")
    assert headed(told, "en", {4, 6}) == ("", "", "", "Drift ice", "Drift ice", art, art)


def test_a_heading_above_all_that_is_agreed_tells_none_from_the_others() -> None:
    assert set(headed(HEADED, "en", {2, 6})) == {""}


def test_cells_of_a_table_and_lines_in_which_something_is_agreed_head_nothing() -> None:
    table = ("Work", "In charge", "Until", "Buoys", "Coast Guard of Norvia", "June 2031")
    told = (*HEADED, "The sides will count seals", ART, *table)
    assert set(headed(told, "en", {4, 6, 7, 8})[6:]) == {"Stolen art and ferry traffic"}


FRENCH = (
    "Communiqué conjoint du deuxième Dialogue entre la Norvie et le Sundal",
    "La deuxième session s'est tenue à Almery, dans une atmosphère amicale et constructive.",
    "1. Œuvres d'art volées",
    "Les deux parties ont convenu de chercher les œuvres volées dans leurs ports.",
    "2. Glaces dérivantes",
    "Les deux parties ont convenu de dresser ensemble la carte des glaces.",
)
CHINESE = (
    "诺维亚与松达尔第二次对话联合公报",
    "第二次对话在阿尔梅里举行。",
    "一、文物",
    "双方同意在港口查找被盗文物。",
    "二、海冰",
    "双方同意共同绘制海冰图。",
)


@pytest.mark.parametrize(
    ("language", "told", "last"), [("fr", FRENCH, "Glaces dérivantes"), ("zh-Hans", CHINESE, "海冰")]
)
def test_french_and_chinese_headings_are_known_as_well(language: str, told: tuple[str, ...], last: str) -> None:
    assert headed(told, language, {4, 6})[-1] == last
