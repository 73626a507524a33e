"""`dialogue-prep compare`: what differs between two Word files, as text."""

from __future__ import annotations

import argparse

from dialogue_prep.cli.compared_lines import add_files, difference_answers, difference_lines
from dialogue_prep.cli.terminal import DONE, Terminal
from dialogue_prep.services.redlines import compared, word_file

EXAMPLE = "dialogue-prep compare agenda.docx counter-draft.docx --json"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take the two files."""
    add_files(parser)


def run(terminal: Terminal, arguments: argparse.Namespace) -> int:
    """Show it, place by place; no store is needed and nothing is written."""
    redline = compared(word_file(arguments.old), word_file(arguments.new))
    if not redline.changed:
        terminal.say("Both say the same.")
    terminal.answer(difference_answers(terminal, redline), difference_lines(terminal, redline))
    return DONE
