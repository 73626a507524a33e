"""What differs between two texts, as the commands answer with it."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

from dialogue_prep.cli.answers import Answer
from dialogue_prep.cli.round_choice import worded
from dialogue_prep.cli.terminal import Terminal
from dialogue_prep.documents.redline import Redline
from dialogue_prep.domain.differences import Piece, PieceKind

_MARKS = {PieceKind.SAME: ("", ""), PieceKind.ADDED: ("{+", "+}"), PieceKind.REMOVED: ("[-", "-]")}


def add_files(parser: argparse.ArgumentParser) -> None:
    """Take the old file and the new one."""
    parser.add_argument("old", type=Path, metavar="OLD", help="the Word file as it was")
    parser.add_argument("new", type=Path, metavar="NEW", help="the Word file as it is: ours, edited, or of others")


def difference_answers(terminal: Terminal, redline: Redline) -> list[Answer]:
    """Return every place in which something differs: the key of its unit or where it stands, and both wordings."""
    return [
        {"unit": line.unit or worded(terminal, line.place), "old": line.old, "new": line.new}
        for line in redline.changed
    ]


def difference_lines(terminal: Terminal, redline: Redline) -> Iterator[str]:
    """Yield the same for people: where it stands, and the words with what went and what came between marks."""
    for line in redline.changed:
        yield f"{worded(terminal, line.place)}: {''.join(map(_marked, line.pieces))}"


def _marked(piece: Piece) -> str:
    before, after = _MARKS[piece.kind]
    return f"{before}{piece.words}{after}"
