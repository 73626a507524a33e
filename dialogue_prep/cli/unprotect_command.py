"""`dialogue-prep unprotect`: a copy of a protected store that anybody can read; the store stays protected."""

from __future__ import annotations

import argparse
from pathlib import Path

from dialogue_prep.cli.terminal import DONE, Terminal
from dialogue_prep.services.encryption import Encryption

EXAMPLE = "dialogue-prep unprotect --out plain.store"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take the file and its confirmation."""
    parser.add_argument("--out", type=Path, required=True, metavar="FILE", help="the copy to write; it is a store")
    parser.add_argument("--confirm", metavar="NAME", help="the name of the store, without .store: yes, make it")


def run(terminal: Terminal, arguments: argparse.Namespace) -> int:
    """Have it confirmed by the name of the store, and write it."""
    encryption = Encryption(terminal.opening)
    encryption.check_protected()
    encryption.copy_unprotected(arguments.out, terminal.confirmed(arguments.confirm))
    terminal.answer({"file": str(arguments.out)}, [f"Written, for anybody to read: {arguments.out}"])
    return DONE
