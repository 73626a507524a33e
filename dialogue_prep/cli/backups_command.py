"""`dialogue-prep backups`: the copies of the store that are kept, newest first."""

from __future__ import annotations

import argparse

from dialogue_prep.cli.terminal import DONE, MENDABLE, Terminal, columns
from dialogue_prep.domain.errors import UserError
from dialogue_prep.services.shared_backups import backups_for

EXAMPLE = "dialogue-prep backups"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take nothing."""


def run(terminal: Terminal, arguments: argparse.Namespace) -> int:
    """List them; end with 1 if one is no longer what it was when it was made."""
    found = backups_for(terminal.opening).all()
    if not found:
        raise UserError("There are no backups of {path} yet; “backup” makes one.", path=terminal.opening.place)
    answers: list[dict[str, object]] = [
        {
            "file": str(one.path),
            "at": one.at.isoformat(timespec="seconds"),
            "bytes": one.path.stat().st_size,
            "intact": one.intact,
        }
        for one in found
    ]
    rows = [
        (one["at"], one["bytes"], "as it was made" if one["intact"] else "CHANGED OR DAMAGED", one["file"])
        for one in answers
    ]
    terminal.answer(answers, columns(rows, ("Made", "Bytes", "State", "File")))
    return DONE if all(one["intact"] for one in answers) else MENDABLE
