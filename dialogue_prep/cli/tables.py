"""Tables that a command writes into files beside its answer."""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from pathlib import Path

from dialogue_prep.cli.terminal import Terminal
from dialogue_prep.services.exports import Sheet, write_sheet


def add_tables(parser: argparse.ArgumentParser) -> None:
    """Let the user name the files."""
    parser.add_argument("--csv", type=Path, metavar="FILE", help="also write it as a table (.csv)")
    parser.add_argument("--xlsx", type=Path, metavar="FILE", help="also write it as an Excel table (.xlsx)")


def files_named(arguments: argparse.Namespace, *endings: str) -> tuple[Path, ...]:
    """Return the files that were named for these endings, as “csv”; each gets its own where it has another."""
    named = ((getattr(arguments, ending), f".{ending}") for ending in endings)
    return tuple(
        path if path.suffix.casefold() == ending else path.with_name(path.name + ending)
        for path, ending in named
        if path is not None
    )


def write_tables(terminal: Terminal, files: Iterable[Path], sheet: Sheet) -> None:
    """Write a table into each of the files."""
    for file in files:
        write_sheet(file, sheet)
        terminal.say(f"Written: {file}")
