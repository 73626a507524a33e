"""The user's settings: one readable TOML file, each setting declared here once."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from dialogue_prep.domain.errors import UserError
from dialogue_prep.system.atomic import write_whole

FILE_NAME = "settings.toml"


@dataclass(frozen=True, slots=True)
class Settings:
    """What the user has set.

    `name` and `entity` stand in the journal and in drafter blocks, nowhere else; `language` is that of the window
    (BCP 47, empty for the system's); `office` is the path of the program of LibreOffice, empty where it is to be found.
    A protected store is locked after `lock_minutes` without use, never for 0.
    """

    name: str = ""
    entity: str = ""
    language: str = ""
    office: str = ""
    lock_minutes: int = 15


def read_settings(folder: Path) -> Settings:
    """Return the settings kept in a folder; those that are not set are as declared, unknown ones are left alone."""
    path = folder / FILE_NAME
    try:
        found = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return Settings()
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise UserError("{path} cannot be read: {reason}. Mend or remove it.", path=path, reason=error) from error
    return Settings(**{field.name: _setting(path, field.name, field.default, found) for field in fields(Settings)})


def has_settings(folder: Path) -> bool:
    """Say whether settings were ever kept in a folder."""
    return (folder / FILE_NAME).exists()


def write_settings(folder: Path, settings: Settings) -> None:
    """Keep the settings in a folder; what else the user has written into the file, comments too, stays there."""
    # Imported here: settings are read at every start and written once in a while.
    import tomlkit

    path = folder / FILE_NAME
    document = tomlkit.parse(path.read_text(encoding="utf-8")) if path.exists() else tomlkit.document()
    for field in fields(Settings):
        document[field.name] = getattr(settings, field.name)
    write_whole(path, tomlkit.dumps(document).encode())


def _setting(path: Path, name: str, usual: Any, found: dict[str, Any]) -> Any:
    value = found.get(name, usual)
    if isinstance(usual, int) and (type(value) is not int or value < 0):
        raise UserError("In {path}, “{name}” must be a whole number, such as 15.", path=path, name=name)
    if isinstance(usual, str) and not isinstance(value, str):
        raise UserError("In {path}, “{name}” must be text between quotation marks.", path=path, name=name)
    return value
