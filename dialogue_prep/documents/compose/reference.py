"""How papers refer to a source: briefly, by what it is, where and when."""

from __future__ import annotations

import re
from datetime import date

from dialogue_prep.documents.languages import rules_of
from dialogue_prep.documents.wording import Phrases
from dialogue_prep.domain.text import Text

_BREAK = re.compile(r"\s[-\N{EN DASH}\N{EM DASH}]\s|\s?:\s")
_SHORT = 60


def reference(title: Text, place: str, dated: date | None, phrases: Phrases) -> str:
    """Return how a paper refers to a source: "Joint Communiqué, Ottawa, 22 June 2017"."""
    # Titles begin with what the source is and go on with what the round is called, which the paper says elsewhere.
    kind = _BREAK.split(title.read(phrases.language), maxsplit=1)[0]
    kind = re.split(rules_of(phrases.language).after_kind, kind, maxsplit=1)[0].strip()
    if not kind or len(kind) > _SHORT:
        kind = phrases.say("Joint record")
    return phrases.line((kind, place, phrases.day(dated) if dated else ""))
