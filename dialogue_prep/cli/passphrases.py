"""Where the terminal has passphrases from: a file, or whoever sits at it; never the command line, which others see."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from dialogue_prep.domain.errors import UserError

Ask = Callable[[str], str]


def asker(file: Path | None, ask: Ask | None) -> Callable[[Path], str | None]:
    """Return what says the passphrase of a store: the first line of a file, else whoever answers; None if nobody."""

    def say(store: Path) -> str | None:
        if file is not None:
            return first_line(file)
        return ask(f"Passphrase or recovery code of {store}: ") if ask is not None else None

    return say


def new_passphrase(file: Path | None, ask: Ask | None) -> str:
    """Return a passphrase that is to be: the first line of a file, else what is typed twice."""
    if file is not None:
        return first_line(file)
    if ask is None:
        raise UserError("Say the new passphrase: --new-passphrase-file FILE, or on a terminal.", field="passphrase")
    words = ask("New passphrase: ")
    if ask("The same again: ") != words:
        raise UserError("The two were not the same; nothing was changed.", field="passphrase")
    return words


def first_line(file: Path) -> str:
    """Return the first line of a file, which is all of a passphrase."""
    try:
        return file.read_text(encoding="utf-8-sig").split("\n", 1)[0].strip()
    except (OSError, UnicodeDecodeError) as error:
        reason = (error.strerror if isinstance(error, OSError) else None) or "it is not text in UTF-8"
        raise UserError("{path} cannot be read: {reason}.", path=file, reason=reason) from error
