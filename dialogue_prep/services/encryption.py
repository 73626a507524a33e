"""Protecting a store by a passphrase: begun, changed, and left with a copy that anybody can read."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from dialogue_prep.domain.errors import UserError
from dialogue_prep.services.keyring import check_confirmed, opened_by
from dialogue_prep.services.opening import Opening, open_to_read
from dialogue_prep.store.backup import backup_if_changed, backups_of
from dialogue_prep.store.database import stored_version
from dialogue_prep.store.exchange_rows import become_another
from dialogue_prep.store.keys_file import (
    Keys,
    RandomBytes,
    check_passphrase,
    is_protected,
    read_keys,
    wrap,
    write_keys,
)
from dialogue_prep.store.moving import rows_of_file
from dialogue_prep.store.protecting import decrypt, encrypt, encrypt_backups
from dialogue_prep.store.recovery_code import new_recovery_code
from dialogue_prep.store.signing import SECRET_BYTES
from dialogue_prep.store.store_key import StoreKey, new_key
from dialogue_prep.system.lock import writing_to


def _clock() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Protected:
    """What came of protecting a store: the recovery code, shown this once, and the backups that stayed plain."""

    recovery_code: str
    left_plain: tuple[Path, ...]


class Encryption:
    """Protects one store. The key of a store is made once; only how it is wrapped ever changes."""

    def __init__(
        self, opening: Opening, now: Callable[[], datetime] = _clock, random_bytes: RandomBytes = secrets.token_bytes
    ) -> None:
        self._opening = opening
        self._store = opening.file
        self._now = now
        self._random_bytes = random_bytes

    @property
    def protected(self) -> bool:
        """Whether the store is protected by now."""
        return is_protected(self._store)

    def check_protected(self) -> None:
        """Raise UserError where the store is plain or not there."""
        if not self.protected:
            raise UserError("{path} is not protected by a passphrase.", path=self._store)

    def protect(self, passphrase: str) -> Protected:
        """Encrypt the store and its backups; nobody may have it open.

        The keys are written before the store: whenever it is stopped, the store is plain as it was, or protected by
        this passphrase. Backups that were not reached are encrypted when the store is opened next.
        """
        check_passphrase(passphrase)
        if self.protected:
            raise UserError("{path} is protected already; change its passphrase instead.", path=self._store)
        with writing_to(self._store, self._now()):
            if stored_version(self._store) == 0:
                raise UserError("There is no store at {path} to protect.", path=self._store)
            key, code = new_key(self._random_bytes), new_recovery_code(self._random_bytes)
            keys = Keys(
                fingerprint=key.fingerprint,
                passphrase=wrap(key, passphrase, self._store, self._random_bytes),
                recovery_code=wrap(key, code, self._store, self._random_bytes),
            )
            self._copy_before(None)
            encrypt(self._store, key, keys)
            self._opening.keyring.remember(key)
            left = encrypt_backups(self._store, self._opening.folders.backups, key)
        return Protected(recovery_code=code, left_plain=left)

    def change_passphrase(self, present: str, new: str) -> None:
        """Have another passphrase open the store and its backups; `present` may be the recovery code."""
        check_passphrase(new)
        keys = self._keys()
        key = opened_by(keys, present, self._store)
        self._copy_before(key)
        self._rewrap(replace(keys, passphrase=wrap(key, new, self._store, self._random_bytes)))

    def new_recovery_code(self, passphrase: str) -> str:
        """Have another recovery code open the store and its backups, and return it; the former opens nothing more."""
        keys = self._keys()
        key, code = opened_by(keys, passphrase, self._store), new_recovery_code(self._random_bytes)
        self._rewrap(replace(keys, recovery_code=wrap(key, code, self._store, self._random_bytes)))
        return code

    def copy_unprotected(self, target: Path, confirmed: str) -> None:
        """Write a copy that anybody can read; the store stays protected. `confirmed` is its name, as a confirmation.

        Where the store is one of several copies that exchange bundles, this one is another: its secret can be read.
        """
        self.check_protected()
        if target.exists():
            raise UserError("{path} is there already; name a new file for the copy.", path=target)
        check_confirmed(self._store, confirmed)
        key = self._opening.keyring.key_of(self._store)
        assert key is not None
        with open_to_read(self._opening):  # what was left half written is first as it was kept last
            pass
        decrypt(self._store, target, key)
        with rows_of_file(target, to_write=True) as rows:
            become_another(rows, self._random_bytes(SECRET_BYTES))

    def _keys(self) -> Keys:
        self.check_protected()
        return read_keys(self._store)

    def _copy_before(self, key: StoreKey | None) -> None:
        backup_if_changed(self._store, self._opening.folders.backups, self._now(), key=key)

    def _rewrap(self, keys: Keys) -> None:
        """Write the keys beside the store, then beside its backups: a lost passphrase must not open those."""
        write_keys(self._store, keys)
        for one in backups_of(self._store, self._opening.folders.backups):
            if is_protected(one.path) and read_keys(one.path).fingerprint == keys.fingerprint:
                write_keys(one.path, keys)
