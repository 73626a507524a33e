"""`dialogue-prep undo`: take the last change back, whoever made it and whenever."""

from __future__ import annotations

import argparse

from dialogue_prep.cli.terminal import DONE, Terminal
from dialogue_prep.domain.errors import UserError

EXAMPLE = "dialogue-prep undo"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take nothing."""


def run(terminal: Terminal, arguments: argparse.Namespace) -> int:
    """Undo one step and name it."""
    with terminal.writing() as workspace:
        step = workspace.undo()
    if step is None:
        raise UserError("There is nothing to undo.")
    terminal.answer({"step": step.label, "changes": len(step.changes)}, [f"Undone: {step.label}"])
    return DONE
