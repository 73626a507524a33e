"""The keys of protected stores that were opened in this run of the program."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from dialogue_prep.domain.errors import UserError
from dialogue_prep.store.keys_file import Keys, is_protected, read_keys, unwrap
from dialogue_prep.store.recovery_code import read_recovery_code
from dialogue_prep.store.store_key import StoreKey


class PassphraseNeeded(UserError):
    """A store is protected, and nobody has said its passphrase yet."""


class Keyring:
    """Finds the key of a store, and asks for its passphrase once, where somebody can answer.

    `ask` is given the path of a store and returns its passphrase or recovery code; None where nobody answers.
    """

    def __init__(self, ask: Callable[[Path], str | None] | None = None) -> None:
        self._ask = ask
        self._known: dict[str, StoreKey] = {}

    def key_of(self, store: Path) -> StoreKey | None:
        """Return the key of a store, None where it is plain or not there; PassphraseNeeded where nobody says it."""
        if not is_protected(store):
            return None
        fingerprint = read_keys(store).fingerprint
        if fingerprint not in self._known:
            self.unlock(store, self.ask(store))
        return self._known[fingerprint]

    def ask(self, store: Path) -> str:
        """Return the passphrase of a store, or its recovery code; PassphraseNeeded where nobody says it."""
        words = self._ask(store) if self._ask else None
        if words is None:
            raise PassphraseNeeded(
                "{path} is protected: say its passphrase or its recovery code.", field="passphrase", path=store
            )
        return words

    def unlock(self, store: Path, words: str) -> None:
        """Remember the key of a store; UserError where the words are neither its passphrase nor its recovery code."""
        self.remember(opened_by(read_keys(store), words, store))

    def remember(self, key: StoreKey) -> None:
        """Know a key from now on."""
        self._known[key.fingerprint] = key


def opened_by(keys: Keys, words: str, store: Path) -> StoreKey:
    """Return the key that a passphrase or a recovery code unwraps; UserError where it unwraps none."""
    key = unwrap(keys.passphrase, words, store)
    if key is None:
        try:
            key = unwrap(keys.recovery_code, read_recovery_code(words), store)
        except UserError:  # then it was meant to be a passphrase
            key = None
    if key is None or key.fingerprint != keys.fingerprint:
        raise UserError(
            "That is neither the passphrase nor the recovery code; nothing was changed.", field="passphrase"
        )
    return key


def check_given_out(store: Path, target: Path, confirmed: str) -> None:
    """Raise UserError where a file that anybody can read would take the place of the store, or is not confirmed."""
    if target.resolve() == store.resolve():
        raise UserError("{path} is there already; choose another name.", path=target)
    check_confirmed(store, confirmed)


def check_confirmed(store: Path, confirmed: str) -> None:
    """Raise UserError unless whoever has a file written that anybody can read names the protected store it is from."""
    if is_protected(store) and confirmed.strip() != store.stem:
        raise UserError(
            "Anybody could read that file, and {path} is protected: confirm it with the name of the store, “{name}”.",
            field="confirmed",
            path=store,
            name=store.stem,
        )
