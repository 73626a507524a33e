"""Subjects: which topic the words of a commitment belong to, and which paragraphs of a source speak of a subject."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain

from dialogue_prep.domain.identity import TopicId
from dialogue_prep.domain.topic import Topic
from dialogue_prep.domain.wordforms import Forms, forms, is_chinese

# A topic is certain when its evidence is at least one phrase of its theme, and clearly more than that of the next.
ENOUGH = 1.0
CLEAR_LEAD = 1.5
# The heading under which a commitment stands counts as much as a phrase of the theme; a part of a theme a little less
# than the theme itself, and a phrase that the title itself has a little more.
OF_THE_HEADING = 1.0
OF_THE_WIDER_THEME = 0.75
OF_THE_TITLE = 1.5

# A paragraph speaks of a subject when it has a third of its distinctive words, by weight, or three that are its own.
SPOKEN_SHARE = 1 / 3
SPOKEN_WORDS = 3


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
    of meetings or of its record, `meeting` the phrases of a sentence about the next meeting.
    """

    themes: Mapping[str, Theme]
    genre: frozenset[str]
    series: frozenset[str]
    meeting: frozenset[Forms]
    _themes_of: Mapping[Forms, frozenset[str]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        found: dict[Forms, frozenset[str]] = {}
        for theme in self.themes.values():
            for phrase in theme.phrases:
                found[phrase] = found.get(phrase, frozenset()) | {theme.name}
        object.__setattr__(self, "_themes_of", found)

    def themes_of(self, phrase: Forms) -> frozenset[str]:
        """Return the names of the themes that have a phrase."""
        return self._themes_of.get(phrase, frozenset())

    def parse(self, words: Forms) -> tuple[tuple[Forms, ...], tuple[str, ...]]:
        """Return the phrases of themes in the words, the longest first come, and the telling words that are left."""
        phrases: list[Forms] = []
        left: list[str] = []
        at = 0
        while at < len(words):
            length = self._phrase_at(words, at)
            if length:
                phrases.append(words[at : at + length])
            elif words[at] not in self.genre and not words[at].isdigit():
                left.append(words[at])
            at += length or 1
        return tuple(phrases), tuple(left)

    def _phrase_at(self, words: Forms, at: int) -> int:
        longest = min(_LONGEST_PHRASE, len(words) - at)
        return next((n for n in range(longest, 0, -1) if words[at : at + n] in self._themes_of), 0)


@dataclass(frozen=True, slots=True)
class Suggestion:
    """The topic that the words of a commitment point to; `why` are the word forms that say so."""

    topic_id: TopicId
    certain: bool
    why: tuple[str, ...]


def suggest_topic(
    words: str, topics: Sequence[Topic], lexicon: Lexicon, context: TopicId | None = None
) -> Suggestion | None:
    """Return the topic to which a commitment belongs, or None where its words say nothing of any topic.

    `context` is the topic of the heading under which it stands. Words in names of dialogues and communiqués are no
    evidence while there is any other; a sentence about nothing but the next meeting belongs to no topic.
    """
    subjects = [_TopicWords.of(topic, lexicon) for topic in topics]
    own = forms(without_series(words, lexicon))
    if suggestion := _judged(own, subjects, lexicon, context):
        return suggestion
    if _holds_any(own, lexicon.meeting):
        return None
    if named := _judged(forms(words), subjects, lexicon, context):
        return Suggestion(named.topic_id, certain=False, why=named.why)
    return Suggestion(context, certain=False, why=()) if context else None


def spoken(title: str, paragraphs: Sequence[str], rival_titles: Iterable[str], lexicon: Lexicon) -> tuple[int, ...]:
    """Return the numbers (from 1) of the paragraphs that speak of a subject with this title; none: the text is silent.

    What counts are distinctive words: not of the genre, and the rarer among the titles of its rivals (the other topics,
    objectives or instruments) the more. Where a title has words that no rival has, one of them must be there.
    """
    own = _telling(title, lexicon)
    rivals = [_telling(rival, lexicon) for rival in rival_titles if rival != title]
    weights = {word: 1 / (1 + sum(word in rival for rival in rivals)) for word in own}
    distinctive = {word for word, weight in weights.items() if weight == 1}
    return tuple(
        number
        for number, paragraph in enumerate(paragraphs, start=1)
        if _speaks(frozenset(forms(without_series(paragraph, lexicon))), weights, distinctive)
    )


def without_series(words: str, lexicon: Lexicon) -> str:
    """Return the words without the proper names of dialogues and communiqués: their words speak of no topic."""

    def kept(name: re.Match[str]) -> str:
        parts = re.split(r"[\s\-–—]+", name.group().casefold())
        return " … " if lexicon.series.intersection(parts) else name.group()

    return _PROPER_NAME.sub(kept, words)


_LONGEST_PHRASE = 8

_CAPITAL = r"[A-ZÀ-Ý0-9][\w.’'–-]*"
_PROPER_NAME = re.compile(rf"{_CAPITAL}(?:\s+(?:(?:of|on|for|and|the|&)\s+)*{_CAPITAL})*")


@dataclass(frozen=True, slots=True)
class _TopicWords:
    """What a topic can be recognised by, in all languages in which it has a title."""

    id: TopicId
    themes: frozenset[str]
    phrases: frozenset[Forms]
    words: frozenset[str]

    @classmethod
    def of(cls, topic: Topic, lexicon: Lexicon) -> _TopicWords:
        parsed = [lexicon.parse(forms(wording.words)) for wording in topic.title]
        phrases = frozenset(chain.from_iterable(found for found, _ in parsed))
        themes = frozenset(chain.from_iterable(lexicon.themes_of(phrase) for phrase in phrases))
        words = (word for _, left in parsed for word in left if not is_chinese(word))
        return cls(topic.id, themes, phrases, frozenset(words))


@dataclass(frozen=True, slots=True)
class _Score:
    topic_id: TopicId
    weight: float
    why: tuple[str, ...]


def _judged(
    words: Forms, subjects: Sequence[_TopicWords], lexicon: Lexicon, context: TopicId | None
) -> Suggestion | None:
    phrases, left = lexicon.parse(words)
    scores = _ranked(_score(subject, subjects, phrases, left, lexicon) for subject in subjects)
    by_theme = bool(scores) and scores[0].weight >= ENOUGH
    if not by_theme:
        near = _ranked(_near(subject, phrases, lexicon) for subject in subjects)
        scores = near or scores
    if not scores:
        return None
    if context is not None:
        lifted = (_Score(s.topic_id, s.weight + OF_THE_HEADING * (s.topic_id == context), s.why) for s in scores)
        scores = _ranked(lifted)
    best = scores[0]
    ahead = len(scores) == 1 or best.weight >= CLEAR_LEAD * scores[1].weight
    return Suggestion(best.topic_id, by_theme and ahead and context in (None, best.topic_id), best.why)


def _ranked(scores: Iterable[_Score]) -> list[_Score]:
    return sorted((score for score in scores if score.weight > 0), key=lambda score: -score.weight)


def _score(
    subject: _TopicWords,
    subjects: Sequence[_TopicWords],
    phrases: Sequence[Forms],
    left: Sequence[str],
    lexicon: Lexicon,
) -> _Score:
    """Weigh what the words share with a topic; what other topics have as well weighs less."""
    weight, why = 0.0, []
    for phrase in phrases:
        themes = lexicon.themes_of(phrase)
        if own := themes & subject.themes:
            rivals = sum(not own.isdisjoint(other.themes) for other in subjects)
            weight += (OF_THE_TITLE if phrase in subject.phrases else 1) / rivals
            why.append(" ".join(phrase))
        elif not subject.themes.isdisjoint(_wider(themes, lexicon)):
            weight += OF_THE_WIDER_THEME
            why.append(" ".join(phrase))
    for word in dict.fromkeys(left):
        if word in subject.words:
            weight += 1 / sum(word in other.words for other in subjects)
            why.append(word)
    return _Score(subject.id, weight, tuple(dict.fromkeys(why)))


def _near(subject: _TopicWords, phrases: Sequence[Forms], lexicon: Lexicon) -> _Score:
    shared = [
        " ".join(phrase)
        for phrase in phrases
        if any(not lexicon.themes[name].near.isdisjoint(subject.themes) for name in lexicon.themes_of(phrase))
    ]
    return _Score(subject.id, float(len(shared)), tuple(dict.fromkeys(shared)))


def _wider(themes: Iterable[str], lexicon: Lexicon) -> frozenset[str]:
    return frozenset(chain.from_iterable(lexicon.themes[name].within for name in themes))


def _holds_any(words: Forms, phrases: Iterable[Forms]) -> bool:
    return any(
        words[at : at + len(phrase)] == phrase for phrase in phrases for at in range(len(words) - len(phrase) + 1)
    )


def _telling(title: str, lexicon: Lexicon) -> frozenset[str]:
    words = frozenset(word for word in forms(title) if word not in lexicon.genre and not word.isdigit())
    return words or frozenset(forms(title))


def _speaks(there: frozenset[str], weights: Mapping[str, float], distinctive: set[str]) -> bool:
    found = there.intersection(weights)
    if not found or (distinctive and found.isdisjoint(distinctive)):
        return False
    share = sum(weights[word] for word in found) / sum(weights.values())
    return share >= SPOKEN_SHARE or len(found & distinctive) >= SPOKEN_WORDS
