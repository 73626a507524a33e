"""How papers refer to a source: briefly, by what it is, where and when."""

from __future__ import annotations

import re
from datetime import date

from dialogue_prep.documents.languages import rules_of
from dialogue_prep.documents.wording import Phrases
from dialogue_prep.domain.dossier import Dossier
from dialogue_prep.domain.source import Source
from dialogue_prep.domain.text import NOTHING, Text, in_english

_BREAK = re.compile(r"\s[-\N{EN DASH}\N{EM DASH}]\s|\s?:\s")
_SHORT = 60


def cited(dossier: Dossier, source: Source, phrases: Phrases) -> str:
    """Return how a paper refers to a source of a dossier."""
    return reference(source.title, place_of(dossier, source), source.dated, phrases)


def place_of(dossier: Dossier, source: Source) -> Text:
    """Return where a source was given, by the names of that city in every language in which a dossier knows it."""
    if not source.place:
        return NOTHING
    said = source.place.strip().casefold()
    cities = (*(side.capital for side in dossier.sides), *(round_.city for round_ in dossier.rounds))
    known = (city for city in cities if any(wording.words.strip().casefold() == said for wording in city))
    return next(known, in_english(source.place))


def reference(title: Text, place: Text, dated: date | None, phrases: Phrases) -> str:
    """Return how a paper refers to a source: "Joint Communiqué, Ottawa, 22 June 2017"."""
    # Titles begin with what the source is and go on with what the round is called, which the paper says elsewhere.
    kind = _BREAK.split(title.read(phrases.language), maxsplit=1)[0]
    kind = re.split(rules_of(phrases.language).after_kind, kind, maxsplit=1)[0].strip()
    if not kind or len(kind) > _SHORT:
        kind = phrases.say("Joint record")
    return phrases.line((kind, place.read(phrases.language), phrases.day(dated) if dated else ""))
