"""`dialogue-prep import-archive`: a new store from an archive that `export` has written."""

from __future__ import annotations

import argparse
from pathlib import Path

from dialogue_prep.cli.answers import moved_words
from dialogue_prep.cli.terminal import DONE, Terminal
from dialogue_prep.services.archives import take_in

EXAMPLE = "dialogue-prep import-archive dialogues.zip"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take the archive."""
    parser.add_argument("file", type=Path, metavar="FILE", help="the archive (.zip)")


def run(terminal: Terminal, arguments: argparse.Namespace) -> int:
    """Make the store; one that is there and not empty is left alone."""
    moved = take_in(terminal.opening, arguments.file)
    answer = {"store": str(moved.place), "records": moved.records, "steps": moved.steps}
    terminal.answer(answer, [f"Made: {moved.place} ({moved_words(moved.records, moved.steps)})"])
    return DONE
