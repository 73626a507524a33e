"""Under which heading each paragraph of a source stands."""

from __future__ import annotations

import pytest

from dialogue_prep.reading.recognise import headed

TITLE = "Joint Communiqué of the Second Round of the Norvia-Sundal Dialogue on the Northern Strait"
OPENING = "1. The second round took place in Almery on 3 May 2031, and was held in a friendly atmosphere throughout."
ICE = "2. The sides agreed to chart the drift ice of the strait together, and to do so in each winter."
ART = "3. They will search for stolen art in their harbours."
TABLE = ("Work", "In charge", "Until", "Buoys", "Coast Guard of Norvia", "June 2031")


def test_a_paragraph_stands_under_the_last_heading_above_it() -> None:
    told = (TITLE, OPENING, "I. Drift ice", ICE, "Stolen art and ferry traffic", ART, "4. They spoke of ferries.")
    art = "Stolen art and ferry traffic"
    assert headed(told, "en", ()) == ("", "", "", "Drift ice", "Drift ice", art, art)


def test_cells_of_a_table_and_lines_in_which_something_is_agreed_head_nothing() -> None:
    told = (TITLE, OPENING, "Drift ice", ICE, "The sides will count seals", ART, *TABLE)
    assert headed(told, "en", {2, 4, 5, 6})[4:] == ("Drift ice",) * 8


@pytest.mark.parametrize(
    ("language", "told"),
    [
        (
            "fr",
            (
                "Communiqué conjoint du deuxième Dialogue entre la Norvie et le Sundal",
                "La deuxième session s'est tenue à Almery, dans une atmosphère amicale et constructive.",
                "2. Glaces dérivantes",
                "Les deux parties ont convenu de dresser ensemble la carte des glaces.",
            ),
        ),
        (
            "zh-Hans",
            ("诺维亚与松达尔第二次对话联合公报", "第二次对话在阿尔梅里举行。", "二、海冰", "双方同意共同绘制海冰图。"),
        ),
    ],
)
def test_french_and_chinese_headings_are_known_as_well(language: str, told: tuple[str, ...]) -> None:
    assert headed(told, language, ())[-1] in ("Glaces dérivantes", "海冰")
