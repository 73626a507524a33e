"""`dialogue-prep backup`: a checked copy of the store."""

from __future__ import annotations

import argparse
from pathlib import Path

from dialogue_prep.cli.terminal import DONE, Terminal
from dialogue_prep.services.shared_backups import backups_for

EXAMPLE = "dialogue-prep backup"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take the folder."""
    parser.add_argument("--out", type=Path, metavar="DIR", help="the folder for the copy (else that of all backups)")


def run(terminal: Terminal, arguments: argparse.Namespace) -> int:
    """Copy, check and say where the copy is."""
    copy = backups_for(terminal.opening).make(arguments.out).path
    terminal.answer({"file": str(copy)}, [f"Backed up to {copy}"])
    return DONE
