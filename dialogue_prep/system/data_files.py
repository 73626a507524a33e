"""The tables that come with the program: the starter dialogue, presets and word lists, each a TOML file."""

from __future__ import annotations

import tomllib
from typing import Any

from dialogue_prep.domain.errors import MachineError
from dialogue_prep.system.resources import data_file


class DamagedData(MachineError):
    """A file that comes with the program does not say what it should; the program has to be installed again."""

    def __init__(self, name: str, what: str) -> None:
        super().__init__(
            "The file {name} that comes with the program is damaged ({what}). Please install the program again.",
            name=name,
            what=what,
        )


def read_data(name: str) -> dict[str, Any]:
    """Return the table in `data/name`; MachineError if the file is missing, DamagedData if it cannot be read."""
    try:
        return tomllib.loads(data_file(name).read_text(encoding="utf-8"))
    except (OSError, ValueError) as wrong:
        raise DamagedData(name, str(wrong)) from wrong
