"""`dialogue-prep history`: who changed what, and when, newest first."""

from __future__ import annotations

import argparse

from dialogue_prep.cli.terminal import DONE, Terminal, columns
from dialogue_prep.domain.journal import JournalEntry

EXAMPLE = "dialogue-prep history --most 20"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take the record, and how much to show."""
    parser.add_argument("id", nargs="?", metavar="ID", help="only the history of this record")
    parser.add_argument("--most", type=int, default=200, metavar="N", help="how many changes at the most (200)")


def run(terminal: Terminal, arguments: argparse.Namespace) -> int:
    """Show the journal."""
    with terminal.reading() as workspace:
        entries = workspace.history(arguments.id, arguments.most)
    rows = [(e.at.isoformat(" ", "seconds"), e.who or "–", e.label, e.deed.value, e.kind, _fields(e)) for e in entries]
    terminal.answer([_answer(entry) for entry in entries], columns(rows) or ["Nothing has been changed yet."])
    return DONE


def _fields(entry: JournalEntry) -> str:
    if entry.before is None:
        return "added"
    return "removed" if entry.after is None else ", ".join(entry.after)


def _answer(entry: JournalEntry) -> dict[str, object]:
    return {
        "step": entry.step,
        "label": entry.label,
        "deed": entry.deed.value,
        "at": entry.at.isoformat(),
        "who": entry.who,
        "kind": entry.kind,
        "id": entry.value_id,
        "before": entry.before,
        "after": entry.after,
    }
