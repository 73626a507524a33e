"""Plain text: paragraphs from bytes in whatever encoding they are."""

from __future__ import annotations

from dialogue_prep.reading.text_encoding import decoded


def paragraphs(data: bytes) -> dict[str, object]:
    """Return `paragraphs` and the `encoding` they were read in. Raises Refused for what is no text."""
    text, encoding = decoded(data)
    return {"paragraphs": [line for line in text.splitlines() if line.strip()], "encoding": encoding}
