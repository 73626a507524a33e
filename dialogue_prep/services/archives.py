"""A store as an archive that other programs can read, and an archive as a store."""

from __future__ import annotations

import zipfile
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from dialogue_prep.domain.errors import MachineError, UserError
from dialogue_prep.services.keyring import check_confirmed
from dialogue_prep.services.opening import Opening, open_to_read
from dialogue_prep.store.archive import FORMAT, FORMAT_VERSION, archived, put_in
from dialogue_prep.store.archive_values import Contents, read_contents
from dialogue_prep.store.database import SCHEMA_VERSION, make_private_file, stored_version
from dialogue_prep.store.migrate import migrate
from dialogue_prep.store.plain_reading import counts_of, opened_to_read
from dialogue_prep.system.atomic import write_whole
from dialogue_prep.system.guard_package import PackageLimits, open_package
from dialogue_prep.system.lock import writing_to
from dialogue_prep.system.refusal import Refused, reason_of

_LIMITS = PackageLimits(part=200 * 1024 * 1024, package=500 * 1024 * 1024, parts=50_000)
_LONG_AGO = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """What went into an archive or came out of it."""

    path: Path
    records: int
    steps: int


def export(opening: Opening, target: Path, confirmed: str = "") -> Moved:
    """Write all that a store holds as an archive; equal stores give equal files.

    Anybody can read an archive: that of a protected store is `confirmed` by the name of the store.
    """
    check_confirmed(opening.file, confirmed)
    with open_to_read(opening):  # one of an older version is brought up to date first
        content = archived(opening.file, key=opening.key)
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w") as package:
        for name, part in content.parts.items():
            entry = zipfile.ZipInfo(name, _LONG_AGO)
            entry.external_attr = 0o600 << 16
            package.writestr(entry, part, zipfile.ZIP_DEFLATED, 9)
    write_whole(target, packed.getvalue())
    return Moved(path=target, records=content.records, steps=content.steps)


def take_in(opening: Opening, archive: Path) -> Moved:
    """Make a store of an archive, where there is none or an empty one; whatever is wrong with it, nothing is stored."""
    contents = _read(archive)
    store = opening.file
    store.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    with writing_to(store, datetime.now(UTC)), TemporaryDirectory(dir=store.parent, prefix=".") as folder:
        _check_empty(opening)
        made = Path(folder) / store.name
        make_private_file(made)
        key = opening.key
        migrate(made, key=key)
        try:
            put_in(made, contents, key=key)
        except Refused as refused:
            raise _refusal(archive, refused) from refused
        write_whole(store, made.read_bytes())
    return Moved(path=store, records=len(contents.values), steps=len(contents.steps))


def _read(archive: Path) -> Contents:
    try:
        if archive.stat().st_size > _LIMITS.package:
            raise Refused("it is too large")
        parts = open_package(archive.read_bytes(), _LIMITS, damaged="it is damaged, or no archive of this program")
        return read_contents(parts, FORMAT, FORMAT_VERSION, SCHEMA_VERSION)
    except Refused as refused:
        raise _refusal(archive, refused) from refused
    except OSError as error:
        raise MachineError("{path} cannot be read: {reason}.", path=archive, reason=error.strerror) from error


def _refusal(archive: Path, refused: Refused) -> UserError:
    return UserError("{path} was not taken in, because {reason}.", path=archive, reason=reason_of(refused))


def _check_empty(opening: Opening) -> None:
    store, key = opening.file, opening.key
    if stored_version(store, key) == 0:
        return
    with opened_to_read(store, key=key) as connection:
        if any(counts_of(connection).values()):
            raise UserError("The store at {path} is not empty; name a new one with --store.", path=store)
