"""Who signed a record is no topic of it, in three languages."""

from __future__ import annotations

import pytest

from dialogue_prep.reading.recognise import extract_from
from tests.reading.writing import OPENING, TITLE

_PROSE = (
    "Ministers held a long and detailed exchange on this matter and noted the work that was done "
    "since they last met, in either capital."
)
_ENGLISH = (TITLE, OPENING, "Ferries", _PROSE, "Stolen Art", _PROSE, "Ice Patrols", _PROSE)
_TOPICS = ["Ferries", "Stolen Art", "Ice Patrols"]
_FRENCH = (
    "Communiqué conjoint du troisième Dialogue entre le Pérou et la Norvège sur l'eau",
    "Le troisième Dialogue entre le Pérou et la Norvège sur l'eau s'est tenu à Lima le 3 mai 2031.",
    "1. Glaces dérivantes",
    "Les deux parties sont convenues de dresser ensemble la carte des glaces.",
    "2. Œuvres d'art volées",
    "Les deux parties sont convenues de chercher les œuvres volées dans leurs ports.",
)
_CHINESE = (
    "第三次秘鲁—挪威水资源对话联合公报",
    "第三次秘鲁—挪威水资源对话于2031年5月3日在利马举行。",
    "一、被盗文物",
    "双方同意在港口查找被盗文物。",
    "二、海冰监测",
    "双方同意共同绘制海冰图。",
)


def _topics(*lines: str) -> list[str]:
    return [topic.words for topic in extract_from(lines).topics]


@pytest.mark.parametrize(
    "formula",
    [
        "Done at Lindholm on 3 May 2031, in the English language.",
        "DONE in duplicate at Lindholm, this third day of May 2031",
        "Signed in Lindholm on 3 May 2031, in two originals. Both texts are equally authentic.",
    ],
)
def test_the_names_offices_and_states_of_those_who_signed_are_no_topics(formula: str) -> None:
    signed = (
        "Ilse Marrow                Petr Vando",
        "Secretary-General      Deputy Minister",
        "For Norvia:",
        "Estmark",
    )
    assert _topics(*_ENGLISH, formula, *signed) == _TOPICS


def test_nor_are_they_in_french() -> None:
    signed = (
        "Fait à Lima, le 3 mai 2031, en deux exemplaires.",
        "Ana Quispe",
        "Secrétaire d'État",
        "Royaume de Norvège",
    )
    assert _topics(*_FRENCH, *signed) == ["Glaces dérivantes", "Œuvres d'art volées"]


@pytest.mark.parametrize(
    "formula",
    ["2031年5月3日签于利马。", "签署于利马，二〇三一年五月三日", "本公报于2031年5月3日在利马签署，一式两份。"],
)
def test_nor_are_they_in_chinese(formula: str) -> None:
    assert _topics(*_CHINESE, formula, "秘鲁共和国代表", "挪威王国代表") == ["被盗文物", "海冰监测"]


def test_a_text_that_tells_of_a_signing_ends_no_record() -> None:
    told = "Signed in Lindholm on 3 May 2029, the treaty has brought the two sides nearer to each other in these years."
    assert _topics(*_ENGLISH, told, "Whales", _PROSE) == [*_TOPICS, "Whales"]
