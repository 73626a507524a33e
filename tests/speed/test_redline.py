"""A redline of a long book must not take long beside writing that book."""

from __future__ import annotations

from collections.abc import Callable

from dialogue_prep.documents.redline import Question, redline_of
from dialogue_prep.documents.word.redline.made import made
from dialogue_prep.documents.word.writer import write_word
from dialogue_prep.domain.draft import Profile
from tests.speed.long_book import book, edited

CHAPTERS, CHANGED = 150, 578
SHORT = 5
"""The short form takes one in so many chapters, and of the changes."""


def test_a_redline_of_a_long_book_finds_every_change_in_at_most_ten_times_what_writing_it_takes(
    full: bool, race: Callable[..., None]
) -> None:
    part = 1 if full else SHORT
    document = book(CHAPTERS // part)
    old = write_word(document, Profile.WORD)
    new = write_word(edited(document, CHANGED // part), Profile.WORD)
    asked = Question(old=old, new=new, author="A", day="2032-01-01").written()
    answers = []

    def redline() -> None:
        answers[:] = [made(asked)]

    def write() -> None:
        write_word(document, Profile.WORD)

    pages = 2 * CHAPTERS // part
    race(f"a redline of a book of {pages} pages against writing it", limit=10, ours=redline, floor=write)
    found = redline_of(answers[0])
    assert found.proven
    assert len(found.changed) == CHANGED // part
