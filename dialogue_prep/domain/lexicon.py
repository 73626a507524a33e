"""The lexicon: what is known of the words of dialogues between governments, whatever two states they are of."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from dialogue_prep.domain.wordforms import Forms, forms

# “the next annual high-level meeting”: so many words on, a number still belongs to it.
_CLOSE_BY = 5

_CAPITAL = r"[A-ZÀ-Ý0-9][\w.’'–-]*"
_PROPER_NAME = re.compile(rf"{_CAPITAL}(?:\s+(?:(?:of|on|for|and|the|&)\s+)*{_CAPITAL})*")


@dataclass(frozen=True, slots=True)
class Theme:
    """A field of work between governments: its phrases, the wider themes of which it is a part, and its neighbours."""

    name: str
    phrases: frozenset[Forms]
    within: frozenset[str] = frozenset()
    near: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What is known of the words of the genre.

    `genre` are the forms that say nothing of a subject, `series` the words that make a proper name the name of a series
    of meetings or of its record; `which`, `meeting` and `held` are forms of a sentence about the next meeting.
    """

    themes: Mapping[str, Theme]
    genre: frozenset[str]
    series: frozenset[str]
    which: frozenset[str]
    meeting: frozenset[str]
    held: frozenset[str]
    _themes_of: Mapping[Forms, frozenset[str]] = field(init=False, repr=False, compare=False)
    _longest: int = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        found: dict[Forms, frozenset[str]] = {}
        for theme in self.themes.values():
            for phrase in theme.phrases:
                found[phrase] = found.get(phrase, frozenset()) | {theme.name}
        object.__setattr__(self, "_themes_of", found)
        object.__setattr__(self, "_longest", max(map(len, found), default=0))

    def themes_of(self, phrase: Forms) -> frozenset[str]:
        """Return the names of the themes that have a phrase."""
        return self._themes_of.get(phrase, frozenset())

    def telling(self, words: str) -> frozenset[str]:
        """Return the forms that say something of a subject: those that are neither of the genre nor figures."""
        return frozenset(form for form in forms(words) if self._tells(form))

    def about_a_meeting(self, words: Forms) -> bool:
        """Say whether the words are about holding a meeting: the next one, or the one of some number."""
        if self.held.isdisjoint(words):
            return False
        return any(
            form in self.which and not self.meeting.isdisjoint(words[at + 1 : at + 1 + _CLOSE_BY])
            for at, form in enumerate(words)
        )

    def without_series(self, words: str) -> str:
        """Return the words without the proper names of dialogues and communiqués: their words speak of no topic."""

        def kept(name: re.Match[str]) -> str:
            parts = re.findall(r"\w+", name.group().casefold())
            return " … " if self.series.intersection(parts) else name.group()

        return _PROPER_NAME.sub(kept, words)

    def parse(self, words: Forms) -> tuple[tuple[Forms, ...], tuple[str, ...]]:
        """Return the phrases of themes in the words, the longest first come, and the telling words that are left."""
        phrases: list[Forms] = []
        left: list[str] = []
        at = 0
        while at < len(words):
            length = self._phrase_at(words, at)
            if length:
                phrases.append(words[at : at + length])
            elif self._tells(words[at]):
                left.append(words[at])
            at += length or 1
        return tuple(phrases), tuple(left)

    def _tells(self, form: str) -> bool:
        return form not in self.genre and not form.isdigit()

    def _phrase_at(self, words: Forms, at: int) -> int:
        longest = min(self._longest, len(words) - at)
        return next((n for n in range(longest, 0, -1) if words[at : at + n] in self._themes_of), 0)
