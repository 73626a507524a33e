"""The form of address is parted from a name on a list, and nothing that may be of the name."""

from __future__ import annotations

import pytest

from dialogue_prep.reading.forms_of_address import without_address


@pytest.mark.parametrize(
    ("words", "name", "address"),
    [
        ("Ms. Ada Example", "Ada Example", "Ms."),
        ("MR BO SAMPLE", "BO SAMPLE", "MR"),
        ("Mr.Bo Sample", "Bo Sample", "Mr."),
        ("H.E. Dr. Ada Example", "Ada Example", "H.E. Dr."),
        ("The Right Honourable Ada Example", "Ada Example", "The Right Honourable"),
        ("His Excellency Bo Sample", "Bo Sample", "His Excellency"),
        ("Professor Cy Case", "Cy Case", "Professor"),
        ("M. Paul Exemple", "Paul Exemple", "M."),
        ("Mme Zoé Exemple", "Zoé Exemple", "Mme"),
        ("S.E. Mme Zoé Exemple", "Zoé Exemple", "S.E. Mme"),
        ("例一女士", "例一", "女士"),
        ("例二 先生", "例二", "先生"),
    ],
)
def test_a_form_of_address_is_parted_from_the_name(words: str, name: str, address: str) -> None:
    assert without_address(words) == (name, address)


@pytest.mark.parametrize(
    "words",
    [
        "HE Wei",
        "Hon Sample",
        "M. Sample",
        "Mrinal Sample",
        "Drake Example",
        "Ms.",
        "Misses Example",
        "Ada Ms",
        "女士",
        "",
    ],
)
def test_what_may_be_of_the_name_stays(words: str) -> None:
    assert without_address(words) == (words, "")
