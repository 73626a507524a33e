"""`dialogue-prep export`: all that the store holds, as an archive that other programs can read."""

from __future__ import annotations

import argparse
from pathlib import Path

from dialogue_prep.cli.answers import moved_words
from dialogue_prep.cli.terminal import DONE, MENDABLE, Terminal
from dialogue_prep.services.archives import export

EXAMPLE = "dialogue-prep export --out dialogues.zip"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take the file."""
    parser.add_argument("--out", type=Path, required=True, metavar="FILE", help="the archive to write (.zip)")
    parser.add_argument(
        "--confirm", metavar="NAME", help="of a protected store: its name, for anybody can read it then"
    )


def run(terminal: Terminal, arguments: argparse.Namespace) -> int:
    """Write it; a file that is there is replaced after consent."""
    if not terminal.may_write(arguments.out):
        return MENDABLE
    moved = export(terminal.opening, arguments.out, terminal.confirmed(arguments.confirm))
    answer = {"file": str(moved.place), "records": moved.records, "steps": moved.steps}
    terminal.answer(answer, [f"Written: {moved.place} ({moved_words(moved.records, moved.steps)})"])
    return DONE
