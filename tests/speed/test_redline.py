"""A redline of a long book must not take long beside writing that book."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable
from dataclasses import replace

from dialogue_prep.documents.model import Document, Inline, Paragraph, Run, Unit, rewritten
from dialogue_prep.documents.redline import Question, redline_of
from dialogue_prep.documents.word.redline.made import made
from dialogue_prep.documents.word.writer import write_word
from dialogue_prep.domain.draft import Profile
from tests.speed.test_book import book

CHANGED = 578


def edited_book() -> Document:
    """Return the book with another word, and one more, in each of 578 of its paragraphs."""
    document = book()
    places = [place for place, block in enumerate(document.blocks) if isinstance(block, Paragraph)]
    chosen = frozenset(random.Random(7).sample(places, CHANGED))

    def edited(place: int) -> Callable[[Inline], Iterable[Inline]]:
        def edit(inline: Inline) -> Iterable[Inline]:
            assert isinstance(inline, Run | Unit)
            words = inline.text.split(" ")
            words[place % len(words)] = "altered"
            words.insert(place * 7 % len(words), f"word{place}")
            run = Run(" ".join(words))
            return (replace(inline, runs=(run,)),) if isinstance(inline, Unit) else (run,)

        return edit

    blocks = (
        rewritten(block, edited(place)) if place in chosen else block for place, block in enumerate(document.blocks)
    )
    return replace(document, blocks=tuple(blocks))


def question() -> bytes:
    old, new = write_word(book(), Profile.WORD), write_word(edited_book(), Profile.WORD)
    return Question(old=old, new=new, author="A", day="2032-01-01").written()


def test_every_paragraph_that_was_changed_is_found_and_no_other() -> None:
    redline = redline_of(made(question()))
    assert redline.proven
    assert len(redline.changed) == CHANGED


def test_a_redline_of_a_long_book_takes_at_most_ten_times_as_long_as_writing_it(race: Callable[..., None]) -> None:
    document, asked = book(), question()

    def redline() -> None:
        made(asked)

    def write() -> None:
        write_word(document, Profile.WORD)

    race("a redline of a book of 300 pages against writing it", limit=10, ours=redline, floor=write)
