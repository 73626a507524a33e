"""The two sides of a French source that no table knows, and whose its chairs and entities are."""

from __future__ import annotations

import pytest

from dialogue_prep.reading.recognise import extract_from

ENTITIES = (
    "Les institutions participantes de la Norlée sont : la Régie du gaz et l'Office des mines.",
    "Les entités participantes du Castran sont les suivantes : le ministère des Ports et la Banque du commerce.",
)


def terms(*lines: str) -> list[str]:
    return ["Mandat du Dialogue sur les ports", "", "1. Objet", "", *(word for line in lines for word in (line, ""))]


@pytest.mark.parametrize(
    "opening",
    [
        "La République de Norlée et le Royaume du Castran (ci-après « les Parties ») instituent un Dialogue.",
        "Le gouvernement de la Norlée et celui du Castran instituent un Dialogue.",
        "Un Dialogue est institué entre la Norlée et le Castran.",
    ],
)
def test_entities_belong_to_the_sides_that_an_opening_names(opening: str) -> None:
    found = extract_from(terms(opening, *ENTITIES))
    assert [side.name for side in found.sides] == ["Norlée", "Castran"]
    assert [(entity.name, entity.side) for entity in found.entities] == [
        ("Régie du gaz", "Norlée"),
        ("Office des mines", "Norlée"),
        ("ministère des Ports", "Castran"),
        ("Banque du commerce", "Castran"),
    ]


def test_the_chairs_of_terms_of_reference_belong_to_whom_they_are_named_for() -> None:
    opening = "La République de Norlée et le Royaume du Castran instituent un Dialogue."
    chaired = (
        "Le Dialogue est coprésidé, pour le Castran, par la Directrice des ports et, pour la Norlée, par le Syndic."
    )
    assert [(chair.office, chair.side) for chair in extract_from(terms(opening, chaired)).co_chairs] == [
        ("Directrice des ports", "Castran"),
        ("Syndic", "Norlée"),
    ]


@pytest.mark.parametrize(
    ("chaired", "chairs"),
    [
        (
            "Mme Ida Lorme, Secrétaire aux ports du Castran, et par M. Ugo Brant, Chancelier de la Norlée.",
            [("Ida Lorme", "Castran"), ("Ugo Brant", "Norlée")],
        ),
        ("Mme Ida Lorme, Directrice, et par M. Ugo Brant, Syndic.", [("Ida Lorme", None), ("Ugo Brant", None)]),
    ],
)
def test_a_chair_whose_side_the_words_leave_open_has_none(chaired: str, chairs: list[tuple[str, str | None]]) -> None:
    found = extract_from(
        [
            "Communiqué conjoint de la deuxième session du Dialogue norléen-castrais sur les ports",
            "",
            "1. La deuxième session du Dialogue entre la Norlée et le Castran s'est tenue à Rive-Haute le 4 mai 2031.",
            "",
            f"Elle était coprésidée par {chaired}",
            "",
            "2. La Norlée examinera le projet d'accord de pêche présenté par le Castran.",
        ]
    )
    assert [(chair.name, chair.side) for chair in found.co_chairs] == chairs
    assert found.dialogue is not None
    assert "tenue" not in found.dialogue.words
    assert [instrument.title for instrument in found.instruments] == ["accord de pêche"]
