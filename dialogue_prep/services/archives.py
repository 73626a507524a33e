"""A store as an archive that other programs can read, and an archive as a store."""

from __future__ import annotations

import zipfile
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from dialogue_prep.domain.errors import MachineError, UserError
from dialogue_prep.services.keyring import check_given_out
from dialogue_prep.services.opening import Opening, open_to_read
from dialogue_prep.services.sharing import make_ready
from dialogue_prep.store.archive import FORMAT, FORMAT_VERSION, archived, put_in
from dialogue_prep.store.archive_values import ArchiveContents, read_contents
from dialogue_prep.store.database import SCHEMA_VERSION, make_private_file, stored_version
from dialogue_prep.store.migrate import migrate
from dialogue_prep.store.moving import counts, rows_of_file
from dialogue_prep.store.plain_reading import counts_of, opened_to_read
from dialogue_prep.store.server_address import ServerAddress
from dialogue_prep.system.atomic import write_whole
from dialogue_prep.system.guard_package import PackageLimits, open_package
from dialogue_prep.system.lock import writing_to
from dialogue_prep.system.reasons import reason_why
from dialogue_prep.system.refusal import Refused, reason_of

_LIMITS = PackageLimits(part=200 * 1024 * 1024, package=500 * 1024 * 1024, parts=50_000)
_LONG_AGO = (1980, 1, 1, 0, 0, 0)
_NOT_EMPTY = "The store at {path} is not empty; name a new one with --store."


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """What went into an archive or came out of it, and where that is now."""

    place: Path | ServerAddress
    records: int
    steps: int


def export(opening: Opening, target: Path, confirmed: str = "") -> Moved:
    """Write all that a store holds as an archive; equal stores give equal files.

    Anybody can read an archive: that of a protected store is `confirmed` by the name of the store.
    """
    if opening.server is None:
        check_given_out(opening.store, target, confirmed)
    with open_to_read(opening):  # one of an older version is brought up to date first
        pass
    with opening.rows() as rows:
        content = archived(rows)
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w") as package:
        for name, part in content.parts.items():
            entry = zipfile.ZipInfo(name, _LONG_AGO)
            entry.external_attr = 0o600 << 16
            package.writestr(entry, part, zipfile.ZIP_DEFLATED, 9)
    write_whole(target, packed.getvalue())
    return Moved(place=target, records=content.records, steps=content.steps)


def take_in(opening: Opening, archive: Path) -> Moved:
    """Make a store of an archive, where there is none or an empty one; whatever is wrong with it, nothing is stored.

    On a server there is a database already, in which nothing may be yet.
    """
    contents = _read(archive)
    try:
        if opening.server is None:
            _into_file(opening, contents)
        else:
            make_ready(opening.server)
            with opening.rows() as rows:
                if counts(rows) != (0, 0):
                    raise UserError(_NOT_EMPTY, path=opening.server)
                put_in(rows, contents)
    except Refused as refused:
        raise _refusal(archive, refused) from refused
    return Moved(place=opening.place, records=len(contents.values), steps=len(contents.steps))


def _into_file(opening: Opening, contents: ArchiveContents) -> None:
    store, key = opening.store, opening.key
    store.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    with writing_to(store, datetime.now(UTC)), TemporaryDirectory(dir=store.parent, prefix=".") as folder:
        _check_empty(opening)
        made = Path(folder) / store.name
        make_private_file(made)
        migrate(made, key=key)
        with rows_of_file(made, key, to_write=True) as rows:
            put_in(rows, contents)
        write_whole(store, made.read_bytes())


def _read(archive: Path) -> ArchiveContents:
    try:
        if archive.stat().st_size > _LIMITS.package:
            raise Refused("it is too large")
        parts = open_package(archive.read_bytes(), _LIMITS, damaged="it is damaged, or no archive of this program")
        return read_contents(parts, FORMAT, FORMAT_VERSION, SCHEMA_VERSION)
    except Refused as refused:
        raise _refusal(archive, refused) from refused
    except OSError as error:
        raise MachineError("{path} cannot be read: {reason}.", path=archive, reason=reason_why(error)) from error


def _refusal(archive: Path, refused: Refused) -> UserError:
    return UserError("{path} was not taken in, because {reason}.", path=archive, reason=reason_of(refused))


def _check_empty(opening: Opening) -> None:
    store, key = opening.store, opening.key
    if stored_version(store, key) == 0:
        return
    with opened_to_read(store, key=key) as connection:
        if any(counts_of(connection).values()):
            raise UserError(_NOT_EMPTY, path=store)
