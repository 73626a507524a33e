"""Entities in a paper: in full where they are first named, abbreviated afterwards where an abbreviation is recorded."""

from __future__ import annotations

from collections.abc import Iterable

from dialogue_prep.documents.compose.shared_round import SharedEntity
from dialogue_prep.documents.compose.shown import Words, joined, runs_of, worded, words_of
from dialogue_prep.documents.model import Run
from dialogue_prep.documents.wording import Phrases, phrase


class Mentions:
    """Remembers which entities one paper has named already."""

    def __init__(self, phrases: Phrases) -> None:
        self._phrases = phrases
        self._named: set[str] = set()

    def listed(self, entities: Iterable[SharedEntity]) -> Words:
        """Return the entities as a list in words."""
        return joined(self._phrases.listed, [self._name(entity) for entity in entities])

    def _name(self, entity: SharedEntity) -> Words:
        name, short = runs_of(entity.name, self._phrases), entity.abbreviation.read(self._phrases.language)
        first = entity.id not in self._named
        self._named.add(entity.id)
        if not short or short == words_of(entity.name, self._phrases):
            return name
        if not first:
            return (Run(short),)
        return worded(phrase("{name} ({abbreviation})"), self._phrases, name=name, abbreviation=short)
