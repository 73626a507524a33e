"""The pages of a protected store without SQLCipher, which reads no table past a page that is damaged.

The format is that of SQLCipher 4: a file begins with a salt, and each page of 4,096 bytes ends with 80 bytes of its
own, the vector of AES-256-CBC and the seal (HMAC-SHA-512) over page, vector and number.
"""

from __future__ import annotations

import hmac
from hashlib import pbkdf2_hmac

from dialogue_prep.store.cipher import MAGIC
from dialogue_prep.store.store_key import KEY_BYTES, SALT_BYTES, StoreKey

PAGE, RESERVED = 4096, 80
_VECTOR, _ROUNDS, _MASK = 16, 2, 0x3A


def decrypted(content: bytes, key: StoreKey) -> bytes:
    """Return the pages of a plain store of the same rows; a page whose seal is broken is all zeros."""
    salt = bytes(byte ^ _MASK for byte in key.salt)
    sealing = pbkdf2_hmac("sha512", key.secret, salt, _ROUNDS, KEY_BYTES)
    pages = (content[at : at + PAGE] for at in range(0, len(content) - PAGE + 1, PAGE))
    return b"".join(_page(page, number, key, sealing) for number, page in enumerate(pages, start=1))


def _page(page: bytes, number: int, key: StoreKey, sealing: bytes) -> bytes:
    from cryptography.hazmat.primitives.ciphers import Cipher
    from cryptography.hazmat.primitives.ciphers.algorithms import AES
    from cryptography.hazmat.primitives.ciphers.modes import CBC

    begin, end = (SALT_BYTES if number == 1 else 0), PAGE - RESERVED
    vector, seal = page[end : end + _VECTOR], page[end + _VECTOR :]
    wanted = hmac.digest(sealing, page[begin : end + _VECTOR] + number.to_bytes(4, "little"), "sha512")
    if not hmac.compare_digest(wanted, seal):
        return bytes(PAGE)
    reader = Cipher(AES(key.secret), CBC(vector)).decryptor()
    rows = reader.update(page[begin:end]) + reader.finalize()
    return MAGIC[:begin] + rows + bytes(RESERVED)
