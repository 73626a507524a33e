"""How sure a proposal is follows from what the grammar knows of its sentence."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dialogue_prep.reading.confidence import Confidence, Doubt, Sureness, confidences
from dialogue_prep.reading.extract import Extract
from dialogue_prep.reading.recognise import extract_from

HEAD = ("Joint Statement of the 3rd Norway-Chile Dialogue on Seas", "Oslo, Norway - May 4, 2031")


def read(*paragraphs: str) -> Extract:
    return extract_from((*HEAD, *paragraphs))


def doubts(*paragraphs: str) -> list[tuple[Doubt, ...]]:
    return [one.doubts for one in confidences(read(*paragraphs)).values()]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("The two sides agreed to share the results of surveys of salmon.", ()),
        ("It was agreed to share the results of surveys of salmon.", (Doubt.IMPERSONAL,)),
        ("The two sides will share the results of surveys of salmon.", (Doubt.FORESEEN,)),
        ("The two sides intend to share the results of surveys of salmon.", (Doubt.INTENDED,)),
    ],
)
def test_each_way_of_undertaking_leaves_its_own_doubt(words: str, expected: tuple[Doubt, ...]) -> None:
    assert doubts(words) == [expected]


def test_an_item_of_a_list_has_no_verb_of_undertaking_of_its_own() -> None:
    assert doubts("The two sides agreed to:", "(a) share the results of surveys;", "(b) open a school.") == [
        (Doubt.NO_VERB,),
        (Doubt.NO_VERB,),
    ]


def test_one_doubt_makes_it_likely_and_two_doubtful() -> None:
    assert Confidence().sureness is Sureness.SURE
    assert Confidence((Doubt.LONG,)).sureness is Sureness.LIKELY
    assert Confidence((Doubt.LONG, Doubt.FORESEEN)).sureness is Sureness.DOUBTFUL


def test_what_is_very_long_may_be_more_than_one() -> None:
    extract = read("The two sides agreed to share the results of surveys of salmon.")
    (found,) = extract.commitments
    longer = replace(extract, commitments=(replace(found, words="salmon " * 70),))
    assert confidences(longer)[found.span].doubts == (Doubt.LONG,)
