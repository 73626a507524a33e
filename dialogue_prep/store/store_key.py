"""The key of a protected store: 256 random bits that nobody types and that never change."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from hashlib import sha256

KEY_BYTES, SALT_BYTES = 32, 16


@dataclass(frozen=True, slots=True)
class StoreKey:
    """What a protected store is encrypted with; it is not shown where values are printed."""

    secret: bytes = field(repr=False)

    @property
    def fingerprint(self) -> str:
        """What tells this key from others and gives nothing of it away (hex)."""
        return sha256(b"dialogue-prep store key" + self.secret).hexdigest()[:32]

    @property
    def salt(self) -> bytes:
        """What the seals of pages are derived with; it is known, too, where the first bytes of a file are lost."""
        return sha256(b"dialogue-prep store salt" + self.secret).digest()[:SALT_BYTES]


def new_key(random_bytes: Callable[[int], bytes]) -> StoreKey:
    """Return a key of so many random bytes as the cipher takes; `random_bytes` is given their number."""
    return StoreKey(random_bytes(KEY_BYTES))
