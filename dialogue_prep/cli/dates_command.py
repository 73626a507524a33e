"""`dialogue-prep dates`: days for the next round, the best first, each with its reasons; nothing is stored."""

from __future__ import annotations

import argparse

from dialogue_prep.cli.answers import candidate_answer
from dialogue_prep.cli.arguments import day
from dialogue_prep.cli.terminal import DONE, Terminal
from dialogue_prep.services.dates import Dates
from dialogue_prep.services.dialogues import Dialogues

EXAMPLE = "dialogue-prep dates --from 2018-05-01 --to 2018-06-30 --days 2"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take the days between which to look, and how long the round lasts."""
    parser.add_argument("--from", dest="earliest", type=day, required=True, metavar="D", help="the first day")
    parser.add_argument("--to", dest="latest", type=day, required=True, metavar="D", help="the last day")
    parser.add_argument("--days", type=int, metavar="N", help="how many days it lasts (as planned, else 1)")


def run(terminal: Terminal, arguments: argparse.Namespace) -> int:
    """Show the candidates."""
    with terminal.reading() as workspace:
        dialogue = Dialogues(workspace).one(terminal.dialogue)
        found = Dates(workspace).find(dialogue.id, arguments.earliest, arguments.latest, arguments.days)
    answers = [candidate_answer(candidate) for candidate in found]
    lines = [
        f"{candidate.start:%Y-%m-%d %a}  {candidate.score:3}  {' '.join(r.read('en') for r in candidate.reasons)}"
        for candidate in found
    ]
    terminal.answer(answers, lines)
    return DONE
