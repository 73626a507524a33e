"""`dialogue-prep redo`: bring again what was last taken back."""

from __future__ import annotations

import argparse

from dialogue_prep.cli.terminal import DONE, Terminal
from dialogue_prep.domain.errors import UserError

EXAMPLE = "dialogue-prep redo"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take nothing."""


def run(terminal: Terminal, arguments: argparse.Namespace) -> int:
    """Redo one step and name it."""
    with terminal.writing() as workspace:
        step = workspace.redo()
    if step is None:
        raise UserError("There is nothing to redo.")
    terminal.answer({"step": step.label, "changes": len(step.changes)}, [f"Redone: {step.label}"])
    return DONE
