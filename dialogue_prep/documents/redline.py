"""What is asked of a redline, and what comes back: the file with tracked changes, and the same as lines of pieces."""

from __future__ import annotations

import json
from base64 import b64decode
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from dialogue_prep.domain.differences import Piece, PieceKind
from dialogue_prep.domain.sentence import Sentence

MADE = "dialogue_prep.documents.word.redline.made:made"
"""The function that makes a redline behind the guard."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """Two Word files, and whether a `file` with tracked changes is wanted.

    The changes bear the name of an `author` and a `day` (ISO 8601).
    """

    old: bytes
    new: bytes
    author: str = ""
    day: str = ""
    file: bool = True

    def written(self) -> bytes:
        """Return it as bytes, which `read` reads again."""
        head = {"old": len(self.old), "author": self.author, "day": self.day, "file": self.file}
        return json.dumps(head).encode("ascii") + b"\n" + self.old + self.new

    @staticmethod
    def read(data: bytes) -> Question:
        """Return what was written."""
        line, _, rest = data.partition(b"\n")
        head: dict[str, Any] = json.loads(line)
        size = head.pop("old")
        return Question(old=rest[:size], new=rest[size:], **head)


@dataclass(frozen=True, slots=True)
class ComparedLine:
    """A paragraph of either text, in a cell or not, or a row that came or went as a whole.

    `place` is a sentence that says where it stands in the new text, in the old one if it went; `unit` the key of its
    one unit, where that is known.
    """

    place: Sentence
    unit: str
    pieces: tuple[Piece, ...]

    @property
    def changed(self) -> bool:
        """Whether anything in it came or went."""
        return any(piece.kind is not PieceKind.SAME for piece in self.pieces)

    @property
    def old(self) -> str:
        """Its words in the old text."""
        return "".join(piece.words for piece in self.pieces if piece.kind is not PieceKind.ADDED)

    @property
    def new(self) -> str:
        """Its words in the new text."""
        return "".join(piece.words for piece in self.pieces if piece.kind is not PieceKind.REMOVED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Redline:
    """Two texts as one: its lines in order, the number of tracked changes, and the Word file where it was asked for.

    `proven` says that the file gives the new text with all changes accepted and the old one with all rejected.
    """

    lines: tuple[ComparedLine, ...]
    changes: int
    word: bytes = b""
    proven: bool = False

    @property
    def changed(self) -> tuple[ComparedLine, ...]:
        """The lines in which something came or went."""
        return tuple(line for line in self.lines if line.changed)


def redline_of(answer: Mapping[str, Any]) -> Redline:
    """Return a redline as the function behind the guard answered with it."""
    return Redline(
        lines=tuple(
            ComparedLine(
                _place(*line["place"]),
                line["unit"],
                tuple(Piece(PieceKind(kind), words) for kind, words in line["pieces"]),
            )
            for line in answer["lines"]
        ),
        changes=answer["changes"],
        word=b64decode(answer.get("word", "")),
        proven=answer.get("proven", False),
    )


def _place(kind: str, *numbers: int) -> Sentence:
    if kind == "paragraph":
        return Sentence.of("paragraph {number}", number=numbers[0])
    table, row, *column = numbers
    if column:
        return Sentence.of("table {table}, row {row}, column {column}", table=table, row=row, column=column[0])
    return Sentence.of("table {table}, row {row}", table=table, row=row)
