"""What a body undertakes is undertaken by the side on which the source has put it."""

from __future__ import annotations

import pytest

from tests.reading.writing import communique

LISTS = (
    "The delegation of Norvia included representatives of the Ministry of Ports, the Coast Guard and the Toll Board. "
    "The delegation of Estmark included representatives of the Ministry of Lakes and the Harbour Police. "
)


@pytest.mark.parametrize(
    ("sentence", "by"),
    [
        ("The Ministry of Ports will forward the draft to the Ministry of Lakes.", "Norvia"),
        ("The Harbour Police will train ten officers of the Coast Guard.", "Estmark"),
        ("The Coast Guard and the Toll Board will publish a map.", "Norvia"),
        ("The Coast Guard and the Harbour Police will jointly hold an exercise.", None),
        ("The Ministry of Ports and the ministers of both countries will meet in June 2032.", None),
        ("The two sides will train officers of the Coast Guard.", None),
    ],
)
def test_the_side_of_a_body_that_is_on_a_list_undertakes_what_it_will_do(sentence: str, by: str | None) -> None:
    found = communique(LISTS, sentence)
    assert [one.by for one in found.commitments] == [by]
