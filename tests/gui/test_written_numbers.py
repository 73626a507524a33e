"""Numbers as they are written into fields: what is none is refused in a sentence, however long it is."""

from __future__ import annotations

import pytest

from dialogue_prep.domain.errors import UserError
from dialogue_prep.gui.kit.record_form import read_number, read_whole


@pytest.mark.parametrize(("words", "number"), [(" 7 ", 7), ("-3", -3), ("\N{MINUS SIGN}12", -12), ("0", 0)])
def test_a_whole_number_is_read(words: str, number: int) -> None:
    assert read_whole(words) == number


@pytest.mark.parametrize("words", ["", "-", "--5", "5-", "soon", "1.5", "9" * 19, "9" * 5000])
def test_what_is_no_number_is_refused_as_it_was_written(words: str) -> None:
    for read in (read_number, read_whole):
        with pytest.raises(UserError) as refused:
            read(words)
        assert dict(refused.value.sentence.values) == {"words": words}
