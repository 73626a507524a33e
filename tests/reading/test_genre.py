"""What French and Chinese sentences of the genre undertake, and what they only tell."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from dialogue_prep.reading.recognise import extract_from

GENRE: dict[str, dict[str, Any]] = {
    path.stem: json.loads(path.read_text(encoding="utf-8"))
    for path in sorted((Path(__file__).parent / "genre").glob("*.json"))
}
UNDERTAKEN = [(language, sentence) for language, said in GENRE.items() for sentence in said["undertaken"]]
TOLD = [(language, sentence) for language, said in GENRE.items() for sentence in said["told"]]


def undertaken(language: str, sentence: str) -> list[str]:
    found = extract_from([*GENRE[language]["opening"], sentence])
    assert found.language == language
    return [commitment.words.rstrip(".。") for commitment in found.commitments]


@pytest.mark.parametrize(("language", "sentence"), UNDERTAKEN)
def test_what_is_undertaken_is_found_part_by_part(language: str, sentence: str) -> None:
    assert undertaken(language, sentence) == GENRE[language]["undertaken"][sentence]


@pytest.mark.parametrize(("language", "sentence"), TOLD)
def test_what_is_only_told_is_no_commitment(language: str, sentence: str) -> None:
    assert undertaken(language, sentence) == []


@pytest.mark.parametrize(
    ("title", "sides"),
    [
        (
            "Communiqué conjoint du deuxième Dialogue Canada-Chine sur les forêts et les pêches de la région",
            ["Canada", "China"],
        ),
        (
            "Déclaration conjointe de la Suisse et du Japon sur les tunnels et les chemins de fer",
            ["Switzerland", "Japan"],
        ),
        ("第二次中加森林对话联合公报", ["China", "Canada"]),
        ("瑞士和日本关于铁路隧道的联合声明", ["Switzerland", "Japan"]),
    ],
)
def test_states_that_are_known_have_their_english_names(title: str, sides: list[str]) -> None:
    body = "Les deux parties sont convenues de se revoir." if "é" in title else "双方同意加强合作。"
    assert [side.name for side in extract_from([title, body]).sides] == sides


def test_a_press_release_of_one_side_is_no_joint_record() -> None:
    said = "« Je suis heureux de ce succès », a déclaré le ministre. « Je crois en la suite », a ajouté le ministre."
    assert extract_from(["Visite du ministre à Lindholm", said]).commitments == ()
