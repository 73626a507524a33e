"""What stands in a command line: days, and what is said where it is wrong."""

from __future__ import annotations

import argparse
from datetime import date
from typing import NoReturn


class Parser(argparse.ArgumentParser):
    """A parser that says what is wrong in one line, without the whole usage."""

    def error(self, message: str) -> NoReturn:
        self.exit(2, f"{self.prog}: {message}; '{self.prog} --help' says more.\n")


def day(words: str) -> date:
    """Return the day that is written in ISO 8601."""
    try:
        return date.fromisoformat(words)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"“{words}” is no day such as 2018-02-06") from error
