"""What was searched for is seen in what was found, whatever its case, accents or script."""

from __future__ import annotations

import pytest

from dialogue_prep.gui.found_words import excerpt_around, found_ranges


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        ("The Extradition Treaty", "extradit", ["Extradit"]),
        ("Un communiqué conjoint", "COMMUNIQUE conj", ["communiqué", "conj"]),
        ("双方就引渡条约交换意见", "引渡", ["引渡"]),
        ("retreat and treaty", "treat", ["treat"]),
        ("nothing here", "zebra", []),
        ("ﬁnance of rivers", "finance", ["ﬁnance"]),
    ],
)
def test_the_words_are_found_where_they_stand(text: str, words: str, found: list[str]) -> None:
    assert [text[begin:end] for begin, end in found_ranges(text, words)] == found


def test_an_excerpt_shows_the_words_however_far_down_they_are() -> None:
    text = "a long way " * 40 + "to the river commission" + " and on" * 40
    excerpt = excerpt_around(text, "commission")
    assert "river commission" in excerpt
    assert excerpt.startswith("… ")
    assert excerpt.endswith(" …")
    assert excerpt_around("short and whole", "nowhere") == "short and whole"
