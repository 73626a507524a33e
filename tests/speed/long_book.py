"""A book of any length, to be written."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date

from dialogue_prep.documents.model import (
    Block,
    Document,
    Heading,
    Inline,
    Paragraph,
    Role,
    Run,
    Table,
    Unit,
    UnitClass,
    UnitKey,
    cell,
    rewritten,
)

SENTENCE = "The two sides reviewed what had been done since the last round, and agreed on the steps that follow. "


def book(chapters: int = 150) -> Document:
    """Return a book: a chapter is two pages, of 20 paragraphs of three sentences and a table of ten rows.

    Of 150 chapters it has some 300 pages, 3,030 paragraphs (half of them units) and 150 tables.
    """
    blocks: list[Block] = []
    for chapter in range(chapters):
        blocks.append(Heading((Run(f"Chapter {chapter}"),)))
        blocks += [_paragraph(chapter, number) for number in range(19)]
        blocks.append(_table(chapter))
    blocks += [_paragraph(chapters, number) for number in range(30)]
    return Document(
        key="book",
        title="A book",
        language="en",
        marking="",
        version=1,
        written_on=date(2032, 1, 1),
        blocks=tuple(blocks),
    )


def edited(document: Document, changed: int) -> Document:
    """Return a book with another word, and one more, in each of so many of its paragraphs."""
    places = [place for place, block in enumerate(document.blocks) if isinstance(block, Paragraph)]
    chosen = frozenset(random.Random(7).sample(places, changed))

    def other(place: int) -> Callable[[Inline], Iterable[Inline]]:
        def edit(inline: Inline) -> Iterable[Inline]:
            assert isinstance(inline, Run | Unit)
            words = inline.text.split(" ")
            words[place % len(words)] = "altered"
            words.insert(place * 7 % len(words), f"word{place}")
            run = Run(" ".join(words))
            return (replace(inline, runs=(run,)),) if isinstance(inline, Unit) else (run,)

        return edit

    blocks = (
        rewritten(block, other(place)) if place in chosen else block for place, block in enumerate(document.blocks)
    )
    return replace(document, blocks=tuple(blocks))


def words(inlines: Iterable[Inline]) -> str:
    """Return the words of a line."""
    return "".join(inline.text for inline in inlines if isinstance(inline, Run | Unit))


def _paragraph(chapter: int, number: int) -> Paragraph:
    run = Run(SENTENCE * 3)
    if number % 2:
        return Paragraph((run,))
    key = UnitKey("speaking_point", f"{chapter}-{number}", "words", "en")
    return Paragraph((Unit(key, UnitClass.HELD, (run,)),))


def _table(chapter: int) -> Table:
    rows = tuple(tuple(cell(f"{chapter} {row} {column}") for column in range(4)) for row in range(10))
    header = tuple(cell(f"Column {column}", Role.COLUMN_HEAD) for column in range(4))
    return Table(f"Table {chapter}", (40, 40, 40, 40), rows, header)
