"""A plain store made a protected one, and a protected one a plain copy: checked, then put in place whole."""

from __future__ import annotations

import tempfile
from contextlib import closing
from pathlib import Path

from dialogue_prep.domain.errors import MachineError
from dialogue_prep.domain.sentence import Sentence
from dialogue_prep.store.backup import backups_of, unsound, write_hash
from dialogue_prep.store.cipher import connect, driver, is_plain, literal
from dialogue_prep.store.database import make_private_file
from dialogue_prep.store.faults import faults
from dialogue_prep.store.keys_file import Keys, read_keys, write_keys
from dialogue_prep.store.plain_reading import counts_of, opened_to_read
from dialogue_prep.store.store_key import StoreKey
from dialogue_prep.system.atomic import write_whole
from dialogue_prep.system.reasons import reason_why


def encrypt(store: Path, key: StoreKey, keys: Keys) -> None:
    """Encrypt a store, which nobody may have open; its keys are written before it takes the place of the plain one.

    Raise MachineError, with the store as it was, where it is not sound or cannot be written.
    """
    content = _converted(store, key, store, encrypted=True)
    write_keys(store, keys)
    write_whole(store, content)


def decrypt(store: Path, target: Path, key: StoreKey) -> None:
    """Put at the target what a protected store holds, for anybody to read; the store stays as it is."""
    # The copy is made beside its target, where it will be anyway, and on no other disk.
    write_whole(target, _converted(store, key, target, encrypted=False))


def encrypt_backups(store: Path, folder: Path, key: StoreKey) -> tuple[Path, ...]:
    """Encrypt what backups of a protected store are still plain; return those that are too damaged for that."""
    left = []
    for one in backups_of(store, folder):
        if is_plain(one.path):
            try:
                content = _converted(one.path, key, one.path, encrypted=True)
            except MachineError:
                left.append(one.path)
                continue
            # The hash is first: one that was stopped here is plain, and so is done again.
            write_hash(one.path, content)
            write_keys(one.path, read_keys(store))
            write_whole(one.path, content)
    return tuple(left)


def encrypted_content(plain: Path, key: StoreKey) -> bytes:
    """Return the bytes of a protected store with the rows of a plain one, in whose folder they are made."""
    return _converted(plain, key, plain, encrypted=True)


def _converted(source: Path, key: StoreKey, beside: Path, *, encrypted: bool) -> bytes:
    try:
        with tempfile.TemporaryDirectory(dir=beside.resolve().parent, prefix=".") as folder:
            made = Path(folder) / "made.store"
            make_private_file(made)
            if found := _unsound_copy(source, made, key, encrypted=encrypted):
                raise MachineError("{path} is damaged, so it was left as it is: {found}.", path=source, found=found)
            return made.read_bytes()
    except OSError as error:
        raise MachineError("{path} could not be written: {reason}.", path=beside, reason=reason_why(error)) from error


def _unsound_copy(source: Path, made: Path, key: StoreKey, *, encrypted: bool) -> Sentence | str:
    try:
        expected = _export(source, made, key, encrypted=encrypted)
        found = unsound(made, expected, key=key)
    except faults() as error:
        return str(error)
    return Sentence.of("the copy is not what was asked for") if not found and is_plain(made) is encrypted else found


def _export(source: Path, made: Path, key: StoreKey, *, encrypted: bool) -> dict[str, int]:
    """Have SQLCipher write every row of one file into the other, and return how many rows each table has."""
    with opened_to_read(source, key=key) as reading:
        (application,), (version,) = (
            reading.execute(f"PRAGMA {name}").fetchone() for name in ("application_id", "user_version")
        )
        expected = counts_of(reading)
    opened = driver(source).connect(":memory:", isolation_level=None) if encrypted else connect(source, key)
    with closing(opened) as connection:
        if encrypted:
            connection.execute("PRAGMA cipher_log_level=NONE")
            connection.execute("ATTACH DATABASE ? AS source KEY ''", (str(source),))
        connection.execute("PRAGMA temp_store=MEMORY")
        connection.execute("ATTACH DATABASE ? AS made KEY ?", (str(made), literal(key) if encrypted else ""))
        connection.execute("PRAGMA made.synchronous=OFF")  # it is thrown away unless it is whole
        connection.execute("PRAGMA made.journal_mode=OFF")
        connection.execute("SELECT sqlcipher_export('made', ?)", ("source" if encrypted else "main",))
        connection.execute(f"PRAGMA made.application_id={int(application)}")
        connection.execute(f"PRAGMA made.user_version={int(version)}")
        connection.execute("DETACH DATABASE made")
    return expected
