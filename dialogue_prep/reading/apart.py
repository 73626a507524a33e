"""What a child process of the guard does with a long text: it recognises what the text says."""

from __future__ import annotations

import json
from datetime import date

from dialogue_prep.domain.source import SourceKind
from dialogue_prep.reading.carried import as_plain
from dialogue_prep.reading.recognise import extract_from


def recognise(question: bytes) -> object:
    """Return an extract in plain values; the question is a JSON object of `paragraphs`, `published`, `kind`, `told`."""
    asked = json.loads(question)
    published = date.fromisoformat(asked["published"]) if asked["published"] else None
    kind = SourceKind(asked["kind"]) if asked["kind"] else None
    return as_plain(extract_from(asked["paragraphs"], published, kind, asked["told"]))
