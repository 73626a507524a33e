"""Signatures (Ed25519), by which a bundle is known to come from the copy that it says it comes from.

A copy is named by its public key, so that nobody can take the name of another.
"""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

from dialogue_prep.domain.errors import MachineError

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

SECRET_BYTES = 32


def public_key_of(secret: bytes) -> bytes:
    """Return the public key (32 bytes) of what a copy signs with."""
    return _private(secret).public_key().public_bytes_raw()


def copy_id_of(public_key: bytes) -> str:
    """Return the identifier of the copy that has this key: 32 digits in hex."""
    return sha256(b"dialogue-prep copy" + public_key).hexdigest()[:32]


def sign(secret: bytes, content: bytes) -> bytes:
    """Return the signature (64 bytes) of a content."""
    return _private(secret).sign(content)


def is_signed(public_key: bytes, signature: bytes, content: bytes) -> bool:
    """Say whether the copy with this key has signed this content."""
    _check_installed()
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    try:
        Ed25519PublicKey.from_public_bytes(public_key).verify(signature, content)
    except (InvalidSignature, ValueError):
        return False
    return True


def _private(secret: bytes) -> Ed25519PrivateKey:
    _check_installed()
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    return Ed25519PrivateKey.from_private_bytes(secret)


def _check_installed() -> None:
    try:
        import cryptography  # noqa: F401 - asked for only to know whether it is there
    except ImportError as error:
        raise MachineError(
            "Bundles are signed, and this installation cannot do so: install dialogue-prep with its extra “encrypted”."
        ) from error
