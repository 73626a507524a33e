"""The file with the keys of a protected store, beside it: its key, wrapped by a passphrase and by a recovery code.

Wrapping is AES Key Wrap (RFC 3394) under a key that scrypt makes of the words, so that the right words are told from
wrong ones without opening the store. The key itself never changes: another passphrase is another wrapping.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Callable
from dataclasses import asdict, dataclass
from hashlib import scrypt, sha256
from pathlib import Path
from typing import Any

from dialogue_prep.domain.errors import MachineError, UserError
from dialogue_prep.store.cipher import driver, is_plain
from dialogue_prep.store.store_key import KEY_BYTES, StoreKey
from dialogue_prep.system.atomic import write_whole
from dialogue_prep.system.reasons import reason_why

FEWEST_CHARACTERS = 12
"""A passphrase has at least so many."""

SUFFIX = ".keys"
_FORMAT, _VERSION = "dialogue-prep-keys", 1
_SALT_BYTES, _LOG2_COST, _BLOCK, _LANES, _MOST_LOG2_COST = 32, 15, 8, 1, 20
_DAMAGED = "The keys of {path} are damaged: put {keys} back in its place, of which every backup has one beside it."

RandomBytes = Callable[[int], bytes]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wrapping:
    """A key wrapped by words: the salt and the cost of scrypt (its power of two), and the wrapped key, as hex."""

    salt: str
    log2_cost: int
    wrapped: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Keys:
    """What is in the file: which key it is, and that key in both wrappings."""

    fingerprint: str
    passphrase: Wrapping
    recovery_code: Wrapping


def keys_path(store: Path) -> Path:
    """Return where the keys of a store are, by whatever name somebody comes to it."""
    store = store.resolve()
    return store.with_name(f"{store.name}{SUFFIX}")


def is_protected(store: Path) -> bool:
    """Say whether a store is there, cannot be read without a key, and has its keys beside it."""
    return store.is_file() and store.stat().st_size > 0 and not is_plain(store) and keys_path(store).is_file()


def wrap(key: StoreKey, words: str, path: Path, random_bytes: RandomBytes) -> Wrapping:
    """Return a key wrapped by a passphrase or a recovery code; `path` is told where the extra is not installed."""
    driver(path)
    from cryptography.hazmat.primitives.keywrap import aes_key_wrap

    salt = random_bytes(_SALT_BYTES)
    wrapped = aes_key_wrap(_stretched(words, salt, _LOG2_COST), key.secret)
    return Wrapping(salt=salt.hex(), log2_cost=_LOG2_COST, wrapped=wrapped.hex())


def unwrap(wrapping: Wrapping, words: str, path: Path) -> StoreKey | None:
    """Return the key, or None where the words are not those it was wrapped by."""
    driver(path)
    from cryptography.hazmat.primitives.keywrap import InvalidUnwrap, aes_key_unwrap

    stretched = _stretched(words, bytes.fromhex(wrapping.salt), wrapping.log2_cost)
    try:
        return StoreKey(aes_key_unwrap(stretched, bytes.fromhex(wrapping.wrapped)))
    except InvalidUnwrap:
        return None


def check_passphrase(words: str) -> None:
    """Raise UserError where a passphrase is too short to protect anything."""
    if len(words.strip()) < FEWEST_CHARACTERS:
        raise UserError(
            "A passphrase has at least {count} characters: take four or more words that nobody would put together.",
            field="passphrase",
            count=FEWEST_CHARACTERS,
        )


def read_keys(store: Path) -> Keys:
    """Return the keys of a store; MachineError where the file is missing, damaged or of a newer version."""
    path = keys_path(store)
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
        told = {name: found[name] for name in ("format", "version", "keys")}
        whole = found["sha256"] == _seal(told) and told["format"] == _FORMAT
    except OSError as error:
        raise MachineError("{path} cannot be read: {reason}.", path=path, reason=reason_why(error)) from error
    except (ValueError, KeyError, TypeError) as error:
        raise MachineError(_DAMAGED, path=store, keys=path.name) from error
    if whole and told["version"] != _VERSION:
        raise MachineError(
            "{path} was made by a newer version of this program; install that version to open it.", path=store
        )
    if not whole:
        raise MachineError(_DAMAGED, path=store, keys=path.name)
    return _keys(told["keys"], store)


def write_keys(store: Path, keys: Keys) -> None:
    """Write the keys beside a store: the former file is whole until this one is."""
    told = {"format": _FORMAT, "version": _VERSION, "keys": asdict(keys)}
    content = {**told, "sha256": _seal(told)}
    write_whole(keys_path(store), f"{json.dumps(content, indent=1, sort_keys=True)}\n".encode())


def _keys(found: dict[str, Any], store: Path) -> Keys:
    try:
        wrappings = {name: Wrapping(**found[name]) for name in ("passphrase", "recovery_code")}
        for one in wrappings.values():
            if not 1 <= one.log2_cost <= _MOST_LOG2_COST or len(bytes.fromhex(one.wrapped)) != KEY_BYTES + 8:
                raise ValueError(one.log2_cost)
            bytes.fromhex(one.salt)
        return Keys(fingerprint=str(found["fingerprint"]), **wrappings)
    except (ValueError, KeyError, TypeError) as error:
        raise MachineError(_DAMAGED, path=store, keys=keys_path(store).name) from error


def _stretched(words: str, salt: bytes, log2_cost: int) -> bytes:
    """Return a key of 256 bits; words typed on another keyboard, in other code points for the same, give the same."""
    typed = unicodedata.normalize("NFKC", words.strip()).encode()
    cost = 2**log2_cost
    most = 2 * 128 * _BLOCK * cost
    return scrypt(typed, salt=salt, n=cost, r=_BLOCK, p=_LANES, maxmem=most, dklen=KEY_BYTES)


def _seal(told: dict[str, Any]) -> str:
    return sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()
