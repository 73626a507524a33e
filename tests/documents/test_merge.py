"""Edits that do not touch are put together; edits that do are left to a person; nothing is invented."""

from __future__ import annotations

import pytest

from dialogue_prep.documents.alignment import aligned
from dialogue_prep.documents.merge import Outcome, combined, merged_unit, same_words, settled

BASE = "We met in spring and talked about trade."


@pytest.mark.parametrize(
    ("ours", "theirs", "outcome", "words"),
    [
        (BASE, [BASE], Outcome.UNCHANGED, BASE),
        (BASE, ["We met."], Outcome.TAKEN, "We met."),
        ("We met.", [BASE], Outcome.OURS, "We met."),
        ("We met.", ["We met."], Outcome.BOTH, "We met."),
        (
            "We met in late spring and talked about trade.",
            ["We met in spring and spoke about trade."],
            Outcome.MERGED,
            "We met in late spring and spoke about trade.",
        ),
        (
            "We met in summer and talked about trade.",
            ["We met in winter and talked about trade."],
            Outcome.CONFLICT,
            "",
        ),
        (BASE, [""], Outcome.DELETED, ""),
        (BASE, [None], Outcome.DELETED, ""),
        (BASE, [None, "We met."], Outcome.CONFLICT, ""),
        (None, ["We met."], Outcome.CONFLICT, ""),
        (BASE, ["We met.", "We met."], Outcome.TAKEN, "We met."),
        (
            BASE,
            ["We first met in spring and talked about trade.", "We met in spring and talked about free trade."],
            Outcome.MERGED,
            "We first met in spring and talked about free trade.",
        ),
    ],
)
def test_a_unit_comes_to(ours: str | None, theirs: list[str | None], outcome: Outcome, words: str) -> None:
    merged = merged_unit("k", BASE, ours, list(enumerate(theirs)))
    assert merged.outcome is outcome
    if outcome is not Outcome.CONFLICT:
        assert merged.words == words


def test_chinese_is_merged_by_character() -> None:
    assert combined("双方签署引渡条约。", ["双方已签署引渡条约。", "双方签署引渡新条约。"]) == "双方已签署引渡新条约。"


def test_two_who_add_at_one_place_are_in_conflict() -> None:
    assert combined("One. Two.", ["One. And. Two.", "One. Or. Two."]) is None


def test_quotes_and_blanks_that_a_program_changes_are_no_edit() -> None:
    assert same_words("l'accord : “oui”", 'l’accord\u00a0: "oui"')
    assert settled("It's “so”.", 'It’s "so" now.') == "It's “so” now."


def test_a_unit_of_which_a_copy_says_nothing_is_as_it_was() -> None:
    assert merged_unit("k", BASE, BASE, []).outcome is Outcome.UNCHANGED


def test_very_long_edits_are_one_piece_and_take_no_time() -> None:
    long = " ".join(str(number) for number in range(20_000))
    assert merged_unit("k", BASE, BASE, [(0, long)]).words == long
    other = " ".join(str(number) for number in range(20_000, 0, -1))
    assert combined(long, [other]) == other


def test_lines_are_known_again_where_they_were_moved_altered_added_and_taken_out() -> None:
    before = ["Heading", "The first line of all", "A second line here", "The third of the lines", "The end"]
    after = ["Heading", "A new one", "The third of the lines", "The first line of them all", "The end"]
    found = aligned(before, after)
    assert found[0] == 0
    assert found[2] == 3
    assert found[4] == 4
    assert 1 not in found
