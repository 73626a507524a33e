"""The user's settings: one readable TOML file, each setting declared here once with what it means."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import Field, dataclass, field, fields
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dialogue_prep.domain.errors import MachineError, UserError
from dialogue_prep.domain.sentence import Sentence
from dialogue_prep.system.atomic import write_whole
from dialogue_prep.system.reasons import reason_why

if TYPE_CHECKING:
    from tomlkit import TOMLDocument

FILE_NAME = "settings.toml"
VERSION = 2
"""The version of the file: 1 had all settings side by side, 2 has them in sections."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Declared:
    """Where a setting stands in the file, what it means, and what it may be: one of `choices`, or `least` to `most`."""

    section: str
    about: str
    choices: tuple[str | int, ...] = ()
    least: int = 0
    most: int = 10_000


def _setting(usual: Any, section: str, about: str, **limits: Any) -> Any:
    return field(default=usual, metadata={"declared": Declared(section=section, about=about, **limits)})


@dataclass(frozen=True, slots=True)
class Settings:
    """What the user has set; what each means stands in its declaration, and as a comment in the file."""

    name: str = _setting("", "us", "who writes: in the journal and in drafter blocks, nowhere else")
    entity: str = _setting("", "us", "the institution of who writes")
    language: str = _setting(
        "", "window", "language of the window; empty for that of the system", choices=("", "en", "fr", "zh-Hans")
    )
    theme: str = _setting("system", "window", "colours of the window", choices=("system", "light", "dark"))
    letters: int = _setting(100, "window", "size of letters in percent", choices=(90, 100, 115, 130, 150, 200))
    at_start: str = _setting(
        "last",
        "window",
        "which store is opened at the start: that of the last time, or you are asked",
        choices=("last", "ask"),
    )
    tour: str = _setting(
        "new", "window", "whether the tour of the window was taken or skipped", choices=("new", "seen")
    )
    papers_language: str = _setting(
        "",
        "papers",
        "language in which papers are offered first; empty for that of the window",
        choices=("", "en", "fr", "zh-Hans"),
    )
    papers_folder: str = _setting("", "papers", "where papers go; empty: beside the store, or in the documents")
    backup_minutes: int = _setting(30, "backups", "how often a store in use is backed up", choices=(10, 20, 30, 60))
    backup_folder: str = _setting("", "backups", "where backups are kept; empty for the folder of the program's data")
    lock_minutes: int = _setting(
        15, "protection", "after so many minutes without use a protected store is locked; 0 for never"
    )
    office: str = _setting("", "programs", "the program of LibreOffice; empty where it is to be found")


def declared(name: str) -> Declared:
    """Return how a setting is declared."""
    return next(_declared(one) for one in fields(Settings) if one.name == name)


def read_settings(folder: Path) -> Settings:
    """Return the settings kept in a folder; those that are not set are as declared, unknown ones are left alone.

    UserError where the file cannot be read, or a setting in it cannot be what it is: `mend_settings` helps there.
    """
    path = folder / FILE_NAME
    found = _upgraded(_parsed(path))
    return Settings(**{one.name: _checked(path, one, found) for one in fields(Settings)})


def has_settings(folder: Path) -> bool:
    """Say whether settings were ever kept in a folder."""
    return (folder / FILE_NAME).exists()


def write_settings(folder: Path, settings: Settings) -> None:
    """Keep the settings in a folder; what else the user has written into the file, comments too, stays there."""
    # Imported here: settings are read at every start and written once in a while.
    import tomlkit

    path = folder / FILE_NAME
    document = tomlkit.parse(path.read_text(encoding="utf-8")) if path.exists() else tomlkit.document()
    _bring_up(document)
    for one in fields(Settings):
        told = _declared(one)
        if not isinstance(document.get(told.section), dict):
            document[told.section] = tomlkit.table()
        section: Any = document[told.section]
        new = one.name not in section
        section[one.name] = getattr(settings, one.name)
        if new:
            section[one.name].comment(told.about)
    write_whole(path, tomlkit.dumps(document).encode())


def mend_settings(folder: Path) -> Sentence | None:
    """Put a file that cannot be read aside and begin anew with what of it can; return what is to be said of that."""
    path = folder / FILE_NAME
    try:
        read_settings(folder)
    except UserError as error:
        aside = _free(path)
        try:
            path.rename(aside)
            write_settings(folder, _what_is_right(aside))
        except (OSError, MachineError):
            return error.sentence
        return Sentence.of(
            "{problem} The other settings are kept; the former file is now {aside}.", problem=error, aside=aside.name
        )
    return None


def _declared(one: Field[Any]) -> Declared:
    told = one.metadata["declared"]
    assert isinstance(told, Declared)
    return told


def _parsed(path: Path) -> dict[str, Any]:
    try:
        written = path.read_text(encoding="utf-8")
        # Imported here: who has set nothing has no such file, and the start of the window need not wait for it.
        import tomllib

        return tomllib.loads(written)
    except FileNotFoundError:
        return {}
    except (OSError, ValueError) as error:  # what is no text or no TOML is a ValueError
        reason = reason_why(error) if isinstance(error, OSError) else _why_no_settings(error)
        raise UserError("{path} cannot be read: {reason}. Mend or remove it.", path=path, reason=reason) from error


def _why_no_settings(error: ValueError) -> Sentence:
    line = re.search(r"at line (\d+)", str(error))
    return Sentence.of("line {line} is no setting", line=line[1]) if line else Sentence.of("it is no list of settings")


def _upgraded(found: dict[str, Any]) -> Mapping[str, Any]:
    """Return what a file of any version says, by section."""
    if found.get("version", 1) != 1:
        return found
    sections: dict[str, Any] = dict(found)
    for name, section in _former(found):
        sections.setdefault(section, {}).setdefault(name, found[name])
    return sections


def _bring_up(document: TOMLDocument) -> None:
    """Bring a file of the first version up to this one; one of a later version stays of that."""
    import tomlkit

    if document.get("version", 1) != 1:
        return
    former = [(name, section, document[name]) for name, section in _former(document)]
    for name, section, value in former:
        del document[name]
        document.setdefault(section, tomlkit.table())[name] = value
    document["version"] = VERSION


def _former(found: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield each setting that stands outside its section, with the name of that."""
    for one in fields(Settings):
        if one.name in found and not isinstance(found[one.name], dict):
            yield one.name, _declared(one).section


def _checked(path: Path, one: Field[Any], found: Mapping[str, Any]) -> Any:
    told, usual = _declared(one), one.default
    section = found.get(told.section, {})
    value = section.get(one.name, usual) if isinstance(section, dict) else usual
    if isinstance(usual, int) and (type(value) is not int or not told.least <= value <= told.most):
        raise UserError(
            "In {path}, “{name}” must be a whole number, such as {usual}.", path=path, name=one.name, usual=usual
        )
    if isinstance(usual, str) and not isinstance(value, str):
        raise UserError("In {path}, “{name}” must be text between quotation marks.", path=path, name=one.name)
    if told.choices and value not in told.choices:
        offered = ", ".join(f"“{choice}”" for choice in told.choices)
        raise UserError("In {path}, “{name}” must be one of {offered}.", path=path, name=one.name, offered=offered)
    return value


def _what_is_right(path: Path) -> Settings:
    """Return what of a file can be read; the rest is as declared."""
    try:
        found = _upgraded(_parsed(path))
    except UserError:
        return Settings()
    right = {}
    for one in fields(Settings):
        try:
            right[one.name] = _checked(path, one, found)
        except UserError:
            continue
    return Settings(**right)


def _free(path: Path) -> Path:
    """Return a name beside a file under which nothing is kept yet."""
    names = (path.with_name(f"{path.stem}-aside-{number}{path.suffix}") for number in range(1, 10_000))
    return next(name for name in names if not name.exists())
