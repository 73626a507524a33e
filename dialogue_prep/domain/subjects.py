"""Subjects: which topic the words of a commitment belong to, and which paragraphs of a source speak of a subject."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from dialogue_prep.domain.identity import TopicId
from dialogue_prep.domain.lexicon import Lexicon
from dialogue_prep.domain.topic import Topic
from dialogue_prep.domain.wordforms import Forms, forms, is_chinese, shown

# A topic is certain when its evidence is at least one phrase of its theme, and clearly more than that of the next.
ENOUGH = 1.0
CLEAR_LEAD = 1.5
# A word that a title has beside the phrases of its theme may be a name or chance: one alone is not enough.
OF_A_WORD = 0.75
# A part of a theme counts a little less than the theme itself, and a phrase that the title itself has a little more.
OF_THE_WIDER_THEME = 0.75
OF_THE_TITLE = 1.5
# What is said of a neighbour of a theme counts only where nothing else is enough, and is never certain.
OF_A_NEIGHBOUR = 0.5

# A paragraph speaks of a subject when it has two fifths of its distinctive words (one of two, two of three), or three.
SPOKEN_SHARE = 2 / 5
SPOKEN_WORDS = 3
# Where a title shares every word with rivals, more than half of them.
SPOKEN_SHARE_OF_SHARED = 1 / 2


@dataclass(frozen=True, slots=True)
class Suggestion:
    """The topic that the words of a commitment point to; `why` are those of its words that say so."""

    topic_id: TopicId
    certain: bool
    why: tuple[str, ...]


def suggest_topic(words: str, topics: Sequence[Topic], lexicon: Lexicon, heading: str = "") -> Suggestion | None:
    """Return the topic to which a commitment belongs, or None where neither its words nor its heading say of any.

    Words in names of dialogues and communiqués are no evidence while there is any other; a sentence about nothing but
    the next meeting belongs to no topic. The heading under which the words stand says more than they do; what it alone
    says, and what it does not agree to, is never certain.
    """
    subjects = [_TopicWords.of(topic, lexicon) for topic in topics]
    said = _judged(lexicon.without_series(words), subjects, lexicon)
    if said is None and lexicon.about_a_meeting(forms(words)):
        return None
    if said is None and (named := _judged(words, subjects, lexicon)):
        said = replace(named, certain=False)
    headed = _headed(lexicon.without_series(heading), topics, subjects, lexicon)
    if headed is None:
        elsewhere = bool(lexicon.parse(forms(heading))[0])
        return said and replace(said, certain=said.certain and not elsewhere)
    if said is None:
        return replace(headed, certain=False)
    if said.topic_id == headed.topic_id:
        return replace(said, certain=said.certain or headed.certain)
    return replace(headed if headed.certain else said, certain=False)


def heard(paragraphs: Iterable[str], lexicon: Lexicon) -> tuple[frozenset[str], ...]:
    """Return the word forms of each paragraph, without the names of series: in these `spoken` looks."""
    return tuple(frozenset(forms(lexicon.without_series(words))) for words in paragraphs)


def spoken(
    title: str, paragraphs: Sequence[frozenset[str]], rival_titles: Iterable[str], lexicon: Lexicon
) -> tuple[int, ...]:
    """Return the numbers (from 1) of the paragraphs, as `heard`, that speak of a subject with this title.

    None: the text is silent. What counts are distinctive words: not of the genre, and such as no rival (the other
    topics, objectives or instruments) has; only where a title has none of these, the words that it shares. Of a title
    that enumerates, one part is enough.
    """
    rivals = frozenset(chain.from_iterable(lexicon.telling(rival) for rival in rival_titles if rival != title))
    words = lexicon.telling(title)
    own = words - rivals
    parts = [found for part in _parts(title) if (found := lexicon.telling(part) & own)]

    def speaks(there: frozenset[str]) -> bool:
        if not own:
            return len(there & words) > SPOKEN_SHARE_OF_SHARED * len(words)
        found = len(there & own)
        return found >= min(SPOKEN_SHARE * len(own), SPOKEN_WORDS) or any(part <= there for part in parts)

    return tuple(number for number, paragraph in enumerate(paragraphs, start=1) if speaks(paragraph))


_COMMA = re.compile(r"[,;，、；]")
_BETWEEN_PARTS = re.compile(r"[,;，、；]|\b(?:and|or|et|ou)\b")


@dataclass(frozen=True, slots=True)
class _TopicWords:
    """What a topic can be recognised by, in all languages in which it has a title.

    `words` are those that stand in no phrase of a theme, `all_words` every word.
    """

    id: TopicId
    themes: frozenset[str]
    phrases: frozenset[Forms]
    words: frozenset[str]
    all_words: frozenset[str]

    @classmethod
    def of(cls, topic: Topic, lexicon: Lexicon) -> _TopicWords:
        titles = [forms(wording.words) for wording in topic.title]
        parsed = [lexicon.parse(title) for title in titles]
        phrases = frozenset(chain.from_iterable(found for found, _ in parsed))
        themes = frozenset(chain.from_iterable(lexicon.themes_of(phrase) for phrase in phrases))
        words = frozenset(word for _, left in parsed for word in left if not is_chinese(word))
        return cls(topic.id, themes, phrases, words, frozenset(chain.from_iterable(titles)))


@dataclass(frozen=True, slots=True)
class _Score:
    topic_id: TopicId
    weight: float
    why: tuple[Forms, ...]


def _judged(words: str, subjects: Sequence[_TopicWords], lexicon: Lexicon) -> Suggestion | None:
    phrases, left = lexicon.parse(forms(words))
    scores = [_score(subject, subjects, phrases, left, lexicon) for subject in subjects]
    by_theme = any(score.weight >= ENOUGH for score in scores)
    if not by_theme:
        scores = [_near(subject, score, phrases, lexicon) for subject, score in zip(subjects, scores, strict=True)]
    ranked = sorted((score for score in scores if score.weight > 0), key=lambda score: -score.weight)
    if not ranked:
        return None
    best = ranked[0]
    ahead = len(ranked) == 1 or best.weight > CLEAR_LEAD * ranked[1].weight
    return Suggestion(best.topic_id, by_theme and ahead, shown(dict.fromkeys(best.why), words))


def _headed(
    heading: str, topics: Sequence[Topic], subjects: Sequence[_TopicWords], lexicon: Lexicon
) -> Suggestion | None:
    """Return the topic of a heading, certain where it is the title of one; its words are not those of a commitment."""
    title = forms(heading)
    titled = next((one.id for one in topics if any(forms(wording.words) == title for wording in one.title)), None)
    if title and titled is not None:
        return Suggestion(titled, True, ())
    suggestion = _judged(heading, subjects, lexicon)
    return suggestion and replace(suggestion, why=())


def _score(
    subject: _TopicWords,
    subjects: Sequence[_TopicWords],
    phrases: Sequence[Forms],
    left: Sequence[str],
    lexicon: Lexicon,
) -> _Score:
    """Weigh what the words share with a topic; what other topics have as well weighs less.

    A part of a wider theme goes to the wider topic only where no topic has the part for its own.
    """
    weight = 0.0
    why: list[Forms] = []
    for phrase in phrases:
        themes = lexicon.themes_of(phrase)
        if phrase in subject.phrases:
            weight += OF_THE_TITLE / sum(phrase in other.phrases for other in subjects)
            why.append(phrase)
        elif own := themes & subject.themes:
            weight += 1 / sum(not own.isdisjoint(other.themes) for other in subjects)
            why.append(phrase)
        elif not (subject.themes.isdisjoint(_wider(themes, lexicon)) or any(themes & t.themes for t in subjects)):
            weight += OF_THE_WIDER_THEME
            why.append(phrase)
    for word in dict.fromkeys(left):
        if word in subject.words:
            weight += OF_A_WORD / sum(word in other.all_words for other in subjects)
            why.append((word,))
    return _Score(subject.id, weight, tuple(why))


def _near(subject: _TopicWords, score: _Score, phrases: Sequence[Forms], lexicon: Lexicon) -> _Score:
    """Add what is said of neighbours of the themes of a topic."""
    shared = [
        phrase
        for phrase in phrases
        if any(not lexicon.themes[name].near.isdisjoint(subject.themes) for name in lexicon.themes_of(phrase))
    ]
    weight = score.weight + OF_A_NEIGHBOUR * len(shared)
    return _Score(subject.id, weight, (*score.why, *shared))


def _wider(themes: Iterable[str], lexicon: Lexicon) -> frozenset[str]:
    return frozenset(chain.from_iterable(lexicon.themes[name].within for name in themes))


def _parts(title: str) -> list[str]:
    """Return the parts of a title that enumerates, as a comma shows: what stands between commas and the last “and”."""
    return _BETWEEN_PARTS.split(title) if _COMMA.search(title) else []
