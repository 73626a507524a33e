"""`dialogue-prep purge`: what was removed or overwritten is gone for good, from the store and its backups."""

from __future__ import annotations

import argparse

from dialogue_prep.cli.arguments import day
from dialogue_prep.cli.terminal import DONE, MENDABLE, Terminal, counted
from dialogue_prep.domain.errors import UserError
from dialogue_prep.services.purging import PurgePlan, Purging

EXAMPLE = "dialogue-prep purge --deleted"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take whose past is to go."""
    parser.add_argument("ids", nargs="*", metavar="ID", help="records, there or removed: what they were is purged")
    parser.add_argument("--deleted", action="store_true", help="every record that was removed")
    parser.add_argument("--before", type=day, metavar="DATE", help="all that was done before a day")


def run(terminal: Terminal, arguments: argparse.Namespace) -> int:
    """Say what would go, ask, and purge it."""
    if not (arguments.ids or arguments.deleted or arguments.before):
        raise UserError("Say what to purge: records by ID, --deleted, or --before DATE.")
    with terminal.writing() as workspace:
        purging = Purging(workspace, terminal.opening.folders.backups)
        plan = purging.plan(arguments.ids, gone=arguments.deleted, before=arguments.before)
        if not terminal.as_json:
            terminal.output.writelines(f"{line}\n" for line in _lines(plan))
        if not terminal.consents("Purge it? It cannot be put back."):
            return MENDABLE
        made = purging.carry_out(plan)
    purge = plan.purge
    answer = {
        "records": len(purge.records),
        "changes": len(purge.entries),
        "papers": len(purge.drafts),
        "backups": [str(path) for path in plan.backups],
        "backup": str(made),
    }
    terminal.answer(answer, [f"Purged; backed up to {made}"])
    return DONE


def _lines(plan: PurgePlan) -> list[str]:
    purge = plan.purge
    changes = counted(len(purge.entries), "change", "changes")
    records = counted(len(purge.records), "record", "records")
    papers = counted(len(purge.drafts), "paper would lose what is kept of it", "papers would lose what is kept of them")
    backups = counted(len(plan.backups), "backup that holds it", "backups that hold it")
    return [
        f"{changes} of {records} would be purged and can no longer be undone.",
        f"{papers}; edits of it could no longer be taken in.",
        f"{backups} would be removed, and one made anew.",
        "Papers and archives that were written are files of their own and stay.",
    ]
