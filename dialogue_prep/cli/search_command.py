"""`dialogue-prep search`: words in everything the store keeps."""

from __future__ import annotations

import argparse

from dialogue_prep.cli.answers import LANGUAGE
from dialogue_prep.cli.terminal import DONE, Terminal, columns
from dialogue_prep.services.search import Search

EXAMPLE = "dialogue-prep search extradition"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take the words."""
    parser.add_argument("words", nargs="+", metavar="TEXT", help="words, or their beginnings")


def run(terminal: Terminal, arguments: argparse.Namespace) -> int:
    """Show what was found, best first."""
    with terminal.reading() as workspace:
        found = Search(workspace).find(" ".join(arguments.words), LANGUAGE)
    answers = [{"kind": one.kind, "id": one.id, "title": one.title, "excerpt": one.excerpt} for one in found]
    rows = [(one.kind, one.title, one.excerpt) for one in found]
    terminal.answer(answers, columns(rows) or ["Nothing was found."])
    return DONE
