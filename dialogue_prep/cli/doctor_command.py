"""`dialogue-prep doctor`: versions, folders and the state of the store, for a report; nothing that is in the store.

With `--repair` it makes a new store of what can be read of a damaged one.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

from dialogue_prep.cli.terminal import DONE, MENDABLE, Terminal
from dialogue_prep.services.damage import repair_into
from dialogue_prep.services.diagnosis import diagnose
from dialogue_prep.store.repair import Repair

EXAMPLE = "dialogue-prep doctor"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take the file for what can be saved of a damaged store."""
    parser.add_argument("--repair", type=Path, metavar="FILE", help="make a new store of what can still be read")


def run(terminal: Terminal, arguments: argparse.Namespace) -> int:
    """Report; end with 1 if something is wrong, or if not all of it could be saved."""
    if arguments.repair is not None:
        return _repair(terminal, arguments.repair)
    findings = diagnose(terminal.opening)
    answer = [{"what": f.what, "found": f.found, "sound": f.sound} for f in findings]
    lines = [f"{'ok ' if f.sound else 'BAD'}  {f.what}: {f.found}" for f in findings]
    terminal.answer(answer, lines)
    return DONE if all(finding.sound for finding in findings) else MENDABLE


def _repair(terminal: Terminal, target: Path) -> int:
    told = repair_into(terminal.opening, target)
    answer = {
        "file": str(target),
        "saved": told.saved,
        "rebuilt": told.rebuilt,
        "missing": told.missing,
        "steps": told.steps,
        "whole": told.whole,
    }
    terminal.answer(answer, _told(told, target))
    return DONE if told.whole and not told.missing else MENDABLE


def _told(told: Repair, target: Path) -> Iterator[str]:
    yield f"Made: {target}"
    parts = (("saved", told.saved), ("made again of the journal", told.rebuilt), ("missing", told.missing))
    for what, counts in parts:
        named = ", ".join(f"{count} {kind.replace('_', ' ')}" for kind, count in counts.items())
        yield f"{what.capitalize()}: {named or 'nothing'}"
    yield f"Steps of the journal: {told.steps}"
    if not told.whole:
        yield "Some pages could not be read at all; more may be missing than is known."
