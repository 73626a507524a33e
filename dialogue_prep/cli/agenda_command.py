"""`dialogue-prep agenda`: the items of a round in order."""

from __future__ import annotations

import argparse

from dialogue_prep.cli.answers import slot_answer
from dialogue_prep.cli.round_choice import add_round, chosen_dossier
from dialogue_prep.cli.terminal import DONE, Terminal, columns

EXAMPLE = "dialogue-prep agenda --round 3"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take the round."""
    add_round(parser)


def run(terminal: Terminal, arguments: argparse.Namespace) -> int:
    """Show the agenda."""
    with terminal.reading() as workspace:
        dossier = chosen_dossier(terminal, workspace, arguments.round)
    answers = [slot_answer(dossier, slot) for slot in dossier.slots]
    rows = [
        (a["day"], a["number"] or "", a["start"], a["minutes"], a["title"], ", ".join(dossier_codes))
        for a, dossier_codes in (
            (answer, [c.code for c in dossier.commitments_of(slot.item)])
            for answer, slot in zip(answers, dossier.slots, strict=True)
        )
    ]
    terminal.answer(answers, columns(rows, ("Day", "No", "Start", "Min", "Item", "Commitments")))
    return DONE
