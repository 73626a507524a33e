"""`dialogue-prep schedule`: the rounds held, and whose turn it is in the years to come."""

from __future__ import annotations

import argparse
from pathlib import Path

from dialogue_prep.cli.answers import turn_answer
from dialogue_prep.cli.tables import add_tables, files_named, write_tables
from dialogue_prep.cli.terminal import DONE, MENDABLE, Terminal, columns
from dialogue_prep.services.dialogues import Dialogues
from dialogue_prep.services.exports import Exports
from dialogue_prep.services.rounds import Rounds

EXAMPLE = "dialogue-prep schedule --years 10 --ics rounds.ics"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take how far to look ahead, and the files to write."""
    parser.add_argument("--years", type=int, default=5, metavar="N", help="how many years ahead (5)")
    parser.add_argument("--ics", type=Path, metavar="FILE", help="also write rounds and milestones as a calendar")
    add_tables(parser)


def run(terminal: Terminal, arguments: argparse.Namespace) -> int:
    """Show the schedule, and write what was asked for; files that are there are replaced after consent."""
    tables, calendars = files_named(arguments, "csv", "xlsx"), files_named(arguments, "ics")
    if not terminal.may_write(*tables, *calendars):
        return MENDABLE
    with terminal.reading() as workspace:
        dialogue = Dialogues(workspace).one(terminal.dialogue)
        turns = Rounds(workspace).schedule(dialogue.id, arguments.years)
        exports = Exports(workspace, terminal.language)
        write_tables(terminal, tables, exports.schedule(turns))
        for calendar in calendars:
            exports.write_calendar(calendar, [dialogue.id])
            terminal.say(f"Written: {calendar}")
    answers = [turn_answer(turn) for turn in turns]
    rows = [
        (a["ordinal"], a["start"] or a["year"] or "–", a["host"], a["place"] or "–", a["status"], a["reason"])
        for a in answers
    ]
    terminal.answer(answers, columns(rows, ("Round", "When", "Host", "Place", "Status", "Reason")))
    return DONE
