"""Tables that a command writes into files beside its answer."""

from __future__ import annotations

import argparse
from pathlib import Path

from dialogue_prep.cli.terminal import Terminal
from dialogue_prep.services.exports import Sheet, write_sheet


def add_tables(parser: argparse.ArgumentParser) -> None:
    """Let the user name the files."""
    parser.add_argument("--csv", type=Path, metavar="FILE", help="also write it as a table (.csv)")
    parser.add_argument("--xlsx", type=Path, metavar="FILE", help="also write it as an Excel table (.xlsx)")


def write_tables(terminal: Terminal, arguments: argparse.Namespace, sheet: Sheet) -> None:
    """Write a table into the files that were named."""
    for name in ("csv", "xlsx"):
        path: Path | None = getattr(arguments, name)
        if path is not None:
            ending = f".{name}"
            file = path if path.suffix.casefold() == ending else path.with_name(path.name + ending)
            write_sheet(file, sheet)
            terminal.say(f"Written: {file}")
