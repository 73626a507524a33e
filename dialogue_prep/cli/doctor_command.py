"""`dialogue-prep doctor`: versions, folders and the state of the store, for a report; nothing that is in the store.

With `--repair` it makes a new store of what can be read of a damaged one. With `--call` it calls the window that has
the store open to come forward; with `--let-go` it takes the store from another machine that no longer has it open.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

from dialogue_prep.cli.terminal import DONE, MENDABLE, Terminal
from dialogue_prep.services.damage import repair_into
from dialogue_prep.services.diagnosis import diagnose
from dialogue_prep.store.repair import Repair
from dialogue_prep.system.calling import call
from dialogue_prep.system.lock import forget_holder_elsewhere, holder_of

EXAMPLE = "dialogue-prep doctor"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take the file for what can be saved of a damaged store, or what is to be said to who holds a store."""
    instead = parser.add_mutually_exclusive_group()
    instead.add_argument("--repair", type=Path, metavar="FILE", help="make a new store of what can still be read")
    instead.add_argument("--call", action="store_true", help="call the window that has the store open to come forward")
    instead.add_argument("--let-go", action="store_true", help="take the store from another machine that left it open")


def run(terminal: Terminal, arguments: argparse.Namespace) -> int:
    """Report; end with 1 if something is wrong, or if not all of it could be saved."""
    if arguments.repair is not None:
        return _repair(terminal, arguments.repair)
    if arguments.call:
        return _call(terminal)
    if arguments.let_go:
        return _let_go(terminal)
    findings = diagnose(terminal.opening)
    answer = [{"what": f.what, "found": f.found, "sound": f.sound} for f in findings]
    lines = [f"{'ok ' if f.sound else 'BAD'}  {f.what}: {f.found}" for f in findings]
    terminal.answer(answer, lines)
    return DONE if all(finding.sound for finding in findings) else MENDABLE


def _call(terminal: Terminal) -> int:
    store = terminal.opening.store
    holder = holder_of(store)
    heard = holder is not None and not holder.elsewhere and call(store)
    if holder is None:
        told = f"Nobody has {store} open."
    elif heard:
        told = f"The window has come forward: {holder}."
    else:
        told = f"No answer from {holder}: a command that is running hears no call, nor does another machine."
    terminal.answer({"holder": str(holder or ""), "heard": heard}, [told])
    return DONE if heard else MENDABLE


def _let_go(terminal: Terminal) -> int:
    store = terminal.opening.store
    holder = holder_of(store)
    if holder is None or not holder.elsewhere:
        terminal.answer({"taken_from": ""}, [f"No other machine holds {store}."])
        return MENDABLE
    if not terminal.consents(f"{store} is open in {holder}. Take it from there? What is written there later is lost."):
        return MENDABLE
    forget_holder_elsewhere(store)
    terminal.answer({"taken_from": str(holder)}, [f"Taken from {holder}."])
    return DONE


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
