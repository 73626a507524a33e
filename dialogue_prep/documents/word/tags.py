"""Names in a file by which it is told what it is: of units, their tag and hidden bookmark; of the paper itself."""

from __future__ import annotations

from base64 import b32encode
from hashlib import sha256

from dialogue_prep.documents.model import UnitKey

LONGEST_TAG = 24

NAMESPACE = "urn:dialogue-prep:manifest:1"
"""Of the manifest of a working copy."""
PROPERTY = "DialoguePrepPaper"
"""The custom property that names its paper."""


def tag_of(key: UnitKey) -> str:
    """Return the tag of a unit: 21 letters and digits that follow from its key (100 bits, so no two keys share one)."""
    return tag_of_written(str(key))


def tag_of_written(key: str) -> str:
    """Return the tag of the unit whose key is written so."""
    # Twenty letters are of the first 13 bytes, and 15 are a whole number of letters; all 32 take twice as long.
    return "u" + b32encode(sha256(key.encode()).digest()[:15])[:20].decode().lower()


def bookmark_of(tag: str) -> str:
    """Return the name of the bookmark beside a control; office programs hide one that begins with an underscore."""
    return f"_{tag}"
