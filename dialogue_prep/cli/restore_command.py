"""`dialogue-prep restore`: go back to a backup, after saying what that would change; the present store is kept."""

from __future__ import annotations

import argparse
from collections.abc import Iterator

from dialogue_prep.cli.terminal import DONE, MENDABLE, Terminal
from dialogue_prep.services.backups import Return
from dialogue_prep.services.shared_backups import backups_for

EXAMPLE = "dialogue-prep restore newest"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take the backup."""
    parser.add_argument(
        "backup", metavar="BACKUP", help="its file, its name, how its moment begins (2018-04-12T09), or “newest”"
    )


def run(terminal: Terminal, arguments: argparse.Namespace) -> int:
    """Say what would change, ask, and go back."""
    backups = backups_for(terminal.opening)
    found = backups.what_would_change(backups.named(arguments.backup))
    if not terminal.as_json:
        terminal.output.writelines(f"{line}\n" for line in _lines(found))
    if not terminal.consents(f"Go back to {found.backup.path.name}?"):
        return MENDABLE
    kept = backups.restore(found.backup)
    changes = None
    if found.changes is not None:
        changes = {one.kind: {"gone": one.gone, "back": one.back, "changed": one.changed} for one in found.changes}
    answer = {"backup": str(found.backup.path), "kept": str(kept) if kept else None, "changes": changes}
    said = f"; what was there is kept as {kept}" if kept else ""
    terminal.answer(answer, [f"Gone back to {found.backup.path.name}{said}"])
    return DONE


def _lines(found: Return) -> Iterator[str]:
    if found.changes is None:
        yield "The store as it is cannot be read; all of it would be as it was then."
    elif not found.changes:
        yield "Nothing that is there would change."
    for one in found.changes or ():
        as_before = "would be as it was" if one.changed == 1 else "would be as they were"
        told = ((one.gone, "would go"), (one.back, "would come back"), (one.changed, as_before))
        yield f"{one.kind.replace('_', ' ')}: " + ", ".join(f"{count} {what}" for count, what in told if count)
