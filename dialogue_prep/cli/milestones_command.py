"""`dialogue-prep milestones`: what is due before a round; taken from the usual plan, or read in from a table."""

from __future__ import annotations

import argparse
from pathlib import Path

from dialogue_prep.cli.answers import milestone_answer
from dialogue_prep.cli.round_choice import add_round, chosen_round, worded
from dialogue_prep.cli.tables import add_tables, files_named, write_tables
from dialogue_prep.cli.terminal import DONE, MENDABLE, Terminal, columns
from dialogue_prep.reading.milestone_rows import MilestoneRow, read_milestone_rows
from dialogue_prep.services.exports import Exports
from dialogue_prep.services.milestones import Milestones

EXAMPLE = "dialogue-prep milestones --round 3 --apply"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take the round, and where its milestones come from or go to."""
    add_round(parser)
    parser.add_argument("--apply", action="store_true", help="first take the milestones of the usual plan")
    parser.add_argument("--import", dest="table", type=Path, metavar="FILE", help="first read milestones in (.csv)")
    add_tables(parser)


def run(terminal: Terminal, arguments: argparse.Namespace) -> int:
    """Show the milestones, after taking in what was asked for; a file that is there is replaced after consent."""
    tables = files_named(arguments, "csv", "xlsx")
    if not terminal.may_write(*tables):
        return MENDABLE
    rows = read_milestone_rows(arguments.table) if arguments.table else ()
    wrong = [row for row in rows if row.error]
    for row in wrong:
        terminal.say(_told(terminal, row))
    taken = bool(rows) and terminal.consents(f"Take in {len(rows) - len(wrong)} of {len(rows)} rows?")
    opened = terminal.writing() if taken or arguments.apply else terminal.reading()
    with opened as workspace:
        round_ = chosen_round(terminal, workspace, arguments.round)
        milestones = Milestones(workspace)
        if arguments.apply:
            milestones.apply(round_.id)
        if taken:
            milestones.take_in(round_.id, rows, terminal.language)
        dated, today = milestones.of(round_.id), workspace.today()
        write_tables(terminal, tables, Exports(workspace, terminal.language).milestones(dated))
    answers = [milestone_answer(one, today) for one in dated]
    lines = [(a["due"] or "–", a["status"], a["owner"] or "–", a["title"]) for a in answers]
    terminal.answer(answers, columns(lines, ("Due", "Status", "Owner", "Title")))
    return MENDABLE if wrong or (rows and not taken) else DONE


def _told(terminal: Terminal, row: MilestoneRow) -> str:
    assert row.error is not None
    return f"Line {row.line}: {worded(terminal, row.error)}"
