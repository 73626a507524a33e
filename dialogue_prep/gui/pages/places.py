"""Where spans stand in the whole text of a source."""

from __future__ import annotations

from collections.abc import Sequence

from dialogue_prep.domain.source import Span
from dialogue_prep.gui.kit.marked_text import Look, Place
from dialogue_prep.gui.words import _


def id_of(span: Span) -> str:
    """Return what a span is known by in lists and in the text."""
    return f"{span.paragraph}:{span.start}-{span.end}"


class Places:
    """The places of spans in paragraphs, with one newline between them."""

    def __init__(self, paragraphs: Sequence[str]) -> None:
        self._lengths = [len(paragraph) for paragraph in paragraphs]
        self._starts = [0]
        for length in self._lengths:
            self._starts.append(self._starts[-1] + length + 1)

    def place(self, id_: str, span: Span, look: Look) -> Place | None:
        """Return the place of a span; an empty span is the whole paragraph, one outside the text is nowhere."""
        if span.paragraph > len(self._lengths):
            return None
        first = self._starts[span.paragraph - 1]
        end = span.end or self._lengths[span.paragraph - 1]
        return Place(id_, first + span.start, min(first + end, self._starts[-1]), look)

    def offset(self, span: Span) -> int:
        """Return where a span begins in the whole text."""
        return self._starts[span.paragraph - 1] + span.start


def paragraph_sign(number: int) -> str:
    """Return the number by which a paragraph is cited, for the end of a line."""
    return _("¶ {number}").format(number=number)


def in_source(source_id: str, record_id: str) -> str:
    """Return how to ask for a record in one particular source."""
    return f"{source_id}/{record_id}"


def asked_in(wanted: str) -> tuple[str, str]:
    """Return which source is asked for, empty where any will do, and which record."""
    source_id, _slash, record_id = wanted.rpartition("/")
    return source_id, record_id
