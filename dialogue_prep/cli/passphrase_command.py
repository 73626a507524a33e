"""`dialogue-prep passphrase`: another passphrase, or another recovery code, for a protected store."""

from __future__ import annotations

import argparse
from pathlib import Path

from dialogue_prep.cli.passphrases import new_passphrase
from dialogue_prep.cli.terminal import DONE, Terminal
from dialogue_prep.services.encryption import Encryption

EXAMPLE = "dialogue-prep passphrase"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take what is to be new."""
    either = parser.add_mutually_exclusive_group()
    either.add_argument(
        "--new-passphrase-file", type=Path, metavar="FILE", help="its first line is the passphrase (else it is asked)"
    )
    either.add_argument(
        "--new-recovery-code", action="store_true", help="make another recovery code, and leave the passphrase"
    )


def run(terminal: Terminal, arguments: argparse.Namespace) -> int:
    """Have the present one said, then change it; the backups open by the new one, too."""
    encryption = Encryption(terminal.opening)
    encryption.check_protected()
    present = terminal.opening.keyring.ask(terminal.opening.store)
    if arguments.new_recovery_code:
        code = encryption.new_recovery_code(present)
        lines = [f"Recovery code: {code}", "The former one opens nothing any more."]
        terminal.answer({"recovery_code": code}, lines)
        return DONE
    encryption.change_passphrase(present, new_passphrase(arguments.new_passphrase_file, terminal.ask_hidden))
    terminal.answer({"recovery_code": None}, ["The passphrase was changed; the recovery code stays as it is."])
    return DONE
