"""Reading a source: its text behind the guard, from a file or pasted, and then what it says."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from itertools import groupby
from pathlib import Path
from typing import IO

from dialogue_prep.domain.errors import UserError
from dialogue_prep.domain.sentence import Sentence
from dialogue_prep.domain.source import SourceKind
from dialogue_prep.domain.text import REFUSED, clean
from dialogue_prep.reading.carried import from_plain
from dialogue_prep.reading.extract import Extract
from dialogue_prep.reading.file_format import format_of
from dialogue_prep.reading.recognise import extract_from
from dialogue_prep.system.guard import Limits, never, read_bytes, read_stream, take_apart

PASTED = "Pasted text"

_RECOGNISE = "dialogue_prep.reading.apart:recognise"
_FEW_SIGNS = 20_000
_MOST_SIGNS = 3_500_000
_MOST_PARAGRAPHS = 20_000
# Qt lays a paragraph out in one go: a much longer one would hold the window up. Those of real sources have some 2,000.
_LONGEST_PARAGRAPH = 60_000
# What has no space for so long is no word, and no window can break it into lines in time. Chinese has no spaces.
_LONG_WORD = 20_000
_ENDLESS_WORD = re.compile(rf"[^\s\u2e80-\uffef]{{{_LONG_WORD}}}")
# Seconds of processor for a text to be recognised: a few to begin with, and for each million signs. A long text gets
# more than its share, for what does not come to an end does not with a short one either.
_TO_BEGIN, _RECOGNISING = 0.5, 10.0
_FOR_A_PARAGRAPH = 20
_MOST_NAMED = 20
_MEMORY = 300 * 1024 * 1024
_MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceText:
    """The text of a source: its paragraphs as they stand there, and the SHA-256 of the file.

    And how it was read: the format in words (“PDF”), the encoding, the tracked or marked changes, the pages, how many
    lines were left out as running heads, and which pages, counted from 1, hold something but no text.
    """

    name: str
    paragraphs: tuple[str, ...]
    sha256: str
    format: str
    encoding: str = ""
    insertions: int = 0
    deletions: int = 0
    pages: int = 0
    left_out: int = 0
    unread: tuple[int, ...] = ()

    @property
    def warning(self) -> Sentence | None:
        """What is to be known of the pages that were not read, where there are any."""
        pages = tuple(_in_runs(self.unread))
        if len(self.unread) == 1:
            return Sentence.of(
                "Page {pages} was not read: it is a picture without text, or damaged. Ask for the file it was made"
                " from, or have its text recognised.",
                pages=pages,
            )
        if self.unread:
            return Sentence.of(
                "Pages {pages} were not read: they are pictures without text, or damaged. Ask for the file they were"
                " made from, or have their text recognised.",
                pages=pages if len(pages) <= _MOST_NAMED else (*pages[:_MOST_NAMED], "…"),
            )
        return None


def read_text(path: Path, cancelled: Callable[[], bool] = never) -> SourceText:
    """Return the text of a file, whatever it is called.

    Raises UserError, one sentence with the name of the file and what to do, for a file that cannot be read.
    """
    return _text_of(path.name, read_bytes(path), cancelled)


def read_input(stream: IO[bytes]) -> SourceText:
    """Return the text of a file in any of the formats that comes through an open stream."""
    name = "standard input"
    return _text_of(name, read_stream(name, stream), never)


def read_pasted(words: str) -> SourceText:
    """Return pasted words as the text of a source.

    Raises UserError for words that are none, that are too many, and for characters that no paper can hold.
    """
    if refused := REFUSED.search(words):
        clean(refused.group())
    if not words.strip():
        raise UserError("There is no text to paste; copy the text of the source first.")
    return SourceText(
        name=PASTED,
        paragraphs=tuple(words.splitlines()),
        sha256=sha256(words.encode("utf-8")).hexdigest(),
        format="pasted text",
    )


def recognised(
    text: SourceText,
    published: date | None = None,
    cancelled: Callable[[], bool] = never,
    kind: SourceKind | None = None,
    told: Sequence[str] = (),
) -> Extract:
    """Return what a text says.

    `published` is its day, `kind` what sort of source it is and `told` what its sides are called, where somebody has
    said so.

    That too is done in a child process of the guard: no pattern over words that somebody else wrote may hold the window
    up, and a child can be stopped. Only some pages for somebody who cannot cancel are recognised here, which is sooner
    done than a process starts. Raises UserError for a text that holds nothing or that is too long to be a source.
    """
    signs = sum(map(len, text.paragraphs))
    if signs > _MOST_SIGNS or sum(map(bool, text.paragraphs)) > _MOST_PARAGRAPHS:
        raise UserError("“{name}” holds more text than a source does; cut it down to what matters.", name=text.name)
    if max(map(len, text.paragraphs), default=0) > _LONGEST_PARAGRAPH:
        raise UserError("“{name}” is no source: it has a paragraph as long as a book.", name=text.name)
    if any(len(words) >= _LONG_WORD and _ENDLESS_WORD.search(words) for words in text.paragraphs):
        raise UserError("“{name}” is no source: it has a word that is longer than a page.", name=text.name)
    if signs <= _FEW_SIGNS and cancelled is never:
        extract = extract_from(text.paragraphs, published, kind, told)
    else:
        question = {
            "paragraphs": text.paragraphs,
            "published": published.isoformat() if published else None,
            "kind": kind,
            "told": told,
        }
        extract = _recognised_apart(text, signs, question, cancelled)
    if not extract.paragraphs:
        raise UserError("“{name}” holds no text; choose the file that holds the text.", name=text.name)
    return extract


def _recognised_apart(
    text: SourceText, signs: int, question: Mapping[str, object], cancelled: Callable[[], bool]
) -> Extract:
    asked = json.dumps(question).encode("ascii")
    millions = (signs + _FOR_A_PARAGRAPH * len(text.paragraphs)) / 1_000_000
    limits = Limits(memory=_MEMORY, processor=_TO_BEGIN).with_seconds(_RECOGNISING * millions * (1 + millions))
    return from_plain(Extract, take_apart(text.name, asked, _RECOGNISE, limits, cancelled))


def _text_of(name: str, data: bytes, cancelled: Callable[[], bool]) -> SourceText:
    form = format_of(name, data)
    limits = Limits().with_seconds(form.seconds * len(data) / _MEGABYTE)
    told = take_apart(name, data, form.reader, limits, cancelled)
    return SourceText(
        name=name,
        paragraphs=_strings(told["paragraphs"]),
        sha256=sha256(data).hexdigest(),
        format=form.name,
        encoding=str(told.get("encoding", "")),
        insertions=int(told.get("insertions", 0)),
        deletions=int(told.get("deletions", 0)),
        pages=int(told.get("pages", 0)),
        left_out=int(told.get("left_out", 0)),
        unread=tuple(map(int, told.get("unread", ()))),
    )


def _in_runs(pages: Sequence[int]) -> Iterator[str]:
    """Yield numbers of pages, those that follow each other as one run: “3”, “5–9”."""
    for _, run in groupby(enumerate(pages), key=lambda pair: pair[1] - pair[0]):
        numbers = [number for _, number in run]
        yield f"{numbers[0]}–{numbers[-1]}" if len(numbers) > 1 else f"{numbers[0]}"


def _strings(value: Sequence[object]) -> tuple[str, ...]:
    return tuple(str(one) for one in value)
