"""`dialogue-prep protect`: the store and its backups encrypted, opened by a passphrase or a recovery code."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

from dialogue_prep.cli.passphrases import new_passphrase
from dialogue_prep.cli.terminal import DONE, MENDABLE, Terminal
from dialogue_prep.services.encryption import Encryption, Protected

EXAMPLE = "dialogue-prep protect"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take where the passphrase is from."""
    parser.add_argument(
        "--new-passphrase-file", type=Path, metavar="FILE", help="its first line is the passphrase (else it is asked)"
    )


def run(terminal: Terminal, arguments: argparse.Namespace) -> int:
    """Ask, encrypt, and show the recovery code, this once."""
    store = terminal.opening.store
    if not terminal.consents(f"Protect {store}? Without its passphrase or its recovery code nobody can open it again."):
        return MENDABLE
    passphrase = new_passphrase(arguments.new_passphrase_file, terminal.ask_hidden)
    done = Encryption(terminal.opening).protect(passphrase)
    left = [str(path) for path in done.left_plain]
    terminal.answer({"recovery_code": done.recovery_code, "left_plain": left}, _told(terminal, done))
    return MENDABLE if left else DONE


def _told(terminal: Terminal, done: Protected) -> Iterator[str]:
    yield f"Protected: {terminal.opening.store} and its backups"
    yield f"Recovery code: {done.recovery_code}"
    yield "Write it down and keep it apart from this machine; it is not shown again."
    for path in done.left_plain:
        yield f"Damaged, so anybody can still read it; remove it: {path}"
