"""Recovery codes: made to be printed and typed in again, without letters that look alike."""

from __future__ import annotations

from collections.abc import Callable
from hashlib import sha256

from dialogue_prep.domain.errors import UserError

_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_ALIKE = str.maketrans("ILO", "110")
_RANDOM, _CHECKING, _GROUP = 28, 4, 4  # letters; 28 of them are 140 bits


def new_recovery_code(random_bytes: Callable[[int], bytes]) -> str:
    """Return a new code: eight groups of four letters and digits, the last of which finds mistakes in typing."""
    letters = "".join(_LETTERS[byte % len(_LETTERS)] for byte in random_bytes(_RANDOM))
    return _grouped(letters + _check(letters))


def read_recovery_code(words: str) -> str:
    """Return a code as it was made, however it was typed; UserError where it cannot be one."""
    letters = "".join(letter for letter in words.upper().translate(_ALIKE) if letter.isalnum())
    body, check = letters[:_RANDOM], letters[_RANDOM:]
    if len(letters) != _RANDOM + _CHECKING or check != _check(body):
        raise UserError(
            "That is no recovery code: it has eight groups of four letters and digits; look for a mistake in it.",
            field="recovery_code",
        )
    return _grouped(letters)


def _check(letters: str) -> str:
    digest = int.from_bytes(sha256(letters.encode()).digest())
    return "".join(_LETTERS[digest >> 5 * place & 31] for place in range(_CHECKING))


def _grouped(letters: str) -> str:
    return "-".join(letters[at : at + _GROUP] for at in range(0, len(letters), _GROUP))
