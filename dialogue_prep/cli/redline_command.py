"""`dialogue-prep redline`: what differs between two Word files, as tracked changes."""

from __future__ import annotations

import argparse
from datetime import UTC, datetime
from pathlib import Path

from dialogue_prep.cli.compared_lines import add_files, difference_answers
from dialogue_prep.cli.terminal import DONE, Terminal, counted
from dialogue_prep.services.redlines import redlined, save_redline, word_file

EXAMPLE = "dialogue-prep redline agenda.docx counter-draft.docx --out redline.docx"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take the two files, where the redline goes, and whose changes they are."""
    add_files(parser)
    parser.add_argument("--out", type=Path, required=True, metavar="FILE", help="the Word file with tracked changes")
    parser.add_argument("--author", default="", metavar="NAME", help="whose changes they are (else your name)")


def run(terminal: Terminal, arguments: argparse.Namespace) -> int:
    """Write it once it is proven to give back both texts; no store is needed."""
    on = terminal.opening.today or datetime.now(UTC).date()
    old, new = word_file(arguments.old), word_file(arguments.new)
    redline = redlined(old, new, arguments.author or terminal.settings.name, on)
    save_redline(redline, arguments.out)
    changes = counted(redline.changes, "tracked change", "tracked changes")
    said = f"{arguments.out}: {changes} in {counted(len(redline.changed), 'place', 'places')}."
    terminal.answer(difference_answers(terminal, redline), [said])
    return DONE
