"""What every command is given: how to open the store, and how to answer."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from dialogue_prep.services.opening import Opening, open_to_read, open_to_write, warning_of_place
from dialogue_prep.services.workspace import Workspace
from dialogue_prep.store.keys_file import is_protected
from dialogue_prep.system.settings import Settings

DONE, MENDABLE = 0, 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Terminal:
    """A command's side of the terminal.

    Results go to `output`, messages to `messages`; `as_json` asks for one JSON value on the output and nothing else.
    `dialogue` is the name that says which dialogue is meant; `ask` puts a yes-or-no question to the user and is None
    where nobody can answer; `ask_hidden` does not show the answer.
    """

    opening: Opening
    settings: Settings
    output: TextIO
    messages: TextIO
    as_json: bool = False
    quiet: bool = False
    yes: bool = False
    dialogue: str = ""
    ask: Callable[[str], str] | None = None
    ask_hidden: Callable[[str], str] | None = None

    @property
    def language(self) -> str:
        """The language in which words are taken in and tables are written: that of the settings, else English."""
        return self.settings.language or "en"

    def reading(self) -> AbstractContextManager[Workspace]:
        """Open the store to look at it."""
        return open_to_read(self.opening)

    def writing(self) -> AbstractContextManager[Workspace]:
        """Open the store to change it; say so where another machine may write to it too."""
        if warning := warning_of_place(self.opening):
            self.say(warning.read(self.language))
        return open_to_write(self.opening)

    def confirmed(self, said: str | None) -> str:
        """Return the name of the store, by which a file that anybody can read is confirmed; it is asked for."""
        return self.confirmed_for(self.opening, said)

    def confirmed_for(self, opening: Opening, said: str | None) -> str:
        """Return the name of another store in the same way."""
        if said is not None or self.ask is None or opening.server or not is_protected(opening.store):
            return said or ""
        return self.ask(f"Anybody can read that file. Type the name of the store, “{opening.store.stem}”: ")

    def answer(self, value: object, lines: Iterable[str]) -> None:
        """Give the result: the value as JSON, or the lines for people."""
        if self.as_json:
            self.output.write(json.dumps(value, ensure_ascii=False, indent=2) + "\n")
        else:
            self.output.writelines(f"{line}\n" for line in lines)

    def say(self, message: str) -> None:
        """Tell the user something beside the result."""
        if not self.quiet:
            self.messages.write(f"{message}\n")

    def may_write(self, *files: Path) -> bool:
        """Ask before a file that is there is replaced."""
        return all(not file.exists() or self.consents(f"Replace {file}?") for file in files)

    def consents(self, question: str) -> bool:
        """Ask before something is stored; without a terminal and without --yes the answer is no."""
        if self.yes:
            return True
        if self.ask is None:
            self.messages.write(f"{question} Nothing was stored; say --yes to store it.\n")
            return False
        return self.ask(f"{question} [y/N] ").strip().casefold() in ("y", "yes", "o", "oui")


def counted(number: int, one: str, many: str) -> str:
    """Return how many there are of something, as “1 gap” or “2 gaps”."""
    return f"{number} {one if number == 1 else many}"


def columns(rows: Sequence[Sequence[object]], head: Sequence[str] = ()) -> list[str]:
    """Return rows as lines with aligned columns, a line each; the last column is as wide as it likes."""
    table = [[" ".join(str(cell).splitlines()) for cell in row] for row in ([head] if head else []) + list(rows)]
    if not table:
        return []
    widths = [max(len(row[place]) for row in table) for place in range(len(table[0]) - 1)]
    return ["  ".join([*(c.ljust(w) for c, w in zip(row, widths, strict=False)), row[-1]]).rstrip() for row in table]
