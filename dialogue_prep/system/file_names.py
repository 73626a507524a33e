"""Names of files that every system takes, made of any words."""

from __future__ import annotations

from pathvalidate import sanitize_filename

LONGEST = 120
"""Characters of a name, its suffix among them."""


def file_name(words: str, suffix: str, otherwise: str) -> str:
    """Return a name for a file of these words, valid on Windows, macOS and Linux and within its folder.

    `otherwise` takes the place of words of which nothing can stand in a name. The name is `LONGEST` characters at most
    and as many bytes as a name may have.
    """
    room = LONGEST - len(suffix)
    joined = "-".join(words.split())
    kept = str(sanitize_filename(joined, replacement_text="-", platform="universal"))
    bytes_left = 240
    short = kept[:room].encode()[:bytes_left].decode(errors="ignore").strip(".- ")
    return f"{short or otherwise}{suffix}"
