"""`dialogue-prep commitments`: the register of what was agreed."""

from __future__ import annotations

import argparse

from dialogue_prep.cli.answers import commitment_answer
from dialogue_prep.cli.round_choice import register_dossier
from dialogue_prep.cli.terminal import DONE, Terminal, columns
from dialogue_prep.domain.commitment import RollUp, roll_up, standing

EXAMPLE = "dialogue-prep commitments --round 2 --topic 4"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take what to narrow the register to."""
    parser.add_argument("--round", type=int, metavar="N", help="only those agreed in this round")
    parser.add_argument("--topic", type=int, metavar="T", help="only those on the topic with this number")
    parser.add_argument(
        "--status", choices=[state.value for state in RollUp], metavar="S", help="only those that are so"
    )


def run(terminal: Terminal, arguments: argparse.Namespace) -> int:
    """Show the register."""
    with terminal.reading() as workspace:
        dossier = register_dossier(terminal, workspace)
    found = []
    for commitment in dossier.commitments:
        entry = standing(dossier.entries_of(commitment))
        answer = commitment_answer(dossier, commitment)
        wanted = (
            arguments.round in (None, answer["round"])
            and arguments.topic in (None, answer["topic"])
            and arguments.status in (None, roll_up(entry.state if entry else None).value)
        )
        if wanted:
            found.append((answer, entry.state.value if entry else "–"))
    rows = [(a["code"], a["kind"], a["topic"] or "–", state, a["action"]) for a, state in found]
    terminal.answer([answer for answer, _state in found], columns(rows, ("Code", "Kind", "Topic", "Status", "Action")))
    return DONE
