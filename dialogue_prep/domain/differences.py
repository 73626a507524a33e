"""What differs between two wordings, word by word; Chinese character by character."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

# A word with the space after it, one Chinese character, or one other sign.
_TOKEN = re.compile(r"[㐀-鿿豈-﫿]|[^\W㐀-鿿豈-﫿]+(?:['’-][^\W㐀-鿿豈-﫿]+)*|\s+|[^\w\s]")


class PieceKind(StrEnum):
    """What became of a piece."""

    SAME = "same"
    ADDED = "added"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that stand in both wordings, or in one of them."""

    kind: PieceKind
    words: str


def tokens(words: str) -> list[str]:
    """Return the words, Chinese characters, spaces and signs of a text; put together they are the text again."""
    return _TOKEN.findall(words)


def differences(before: str, after: str) -> tuple[Piece, ...]:
    """Return the pieces of both wordings in order: those not removed make up `after`, those not added `before`."""
    old, new = tokens(before), tokens(after)
    pieces: list[Piece] = []
    for kind, old_from, old_to, new_from, new_to in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            _add(pieces, PieceKind.SAME, old[old_from:old_to])
        else:
            _add(pieces, PieceKind.REMOVED, old[old_from:old_to])
            _add(pieces, PieceKind.ADDED, new[new_from:new_to])
    return tuple(pieces)


def _add(pieces: list[Piece], kind: PieceKind, found: Sequence[str]) -> None:
    if found:
        pieces.append(Piece(kind, "".join(found)))
