"""`dialogue-prep schedule`: the rounds held, and whose turn it is in the years to come."""

from __future__ import annotations

import argparse

from dialogue_prep.cli.answers import turn_answer
from dialogue_prep.cli.terminal import DONE, Terminal, columns
from dialogue_prep.services.dialogues import Dialogues
from dialogue_prep.services.rounds import Rounds

EXAMPLE = "dialogue-prep schedule --years 5"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take how far to look ahead."""
    parser.add_argument("--years", type=int, default=5, metavar="N", help="how many years ahead (5)")


def run(terminal: Terminal, arguments: argparse.Namespace) -> int:
    """Show the schedule."""
    with terminal.reading() as workspace:
        turns = Rounds(workspace).schedule(Dialogues(workspace).one(terminal.dialogue).id, arguments.years)
    answers = [turn_answer(turn) for turn in turns]
    rows = [
        (a["ordinal"], a["start"] or a["year"] or "–", a["host"], a["place"] or "–", a["status"], a["reason"])
        for a in answers
    ]
    terminal.answer(answers, columns(rows, ("Round", "When", "Host", "Place", "Status", "Reason")))
    return DONE
