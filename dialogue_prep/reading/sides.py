"""The sides of a source: the states it is between, by name, adjective or inference from the text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from dialogue_prep.reading import states
from dialogue_prep.reading.extract import FoundSide
from dialogue_prep.reading.party_names import adjective_of, named_parties
from dialogue_prep.reading.running import RunningText
from dialogue_prep.reading.states import Mention, State

_ACTING = re.compile(
    r"(?:side|delegation|government|ministers?|prime minister|president|secretary|party)\b", re.IGNORECASE
)
# “Bali, Indonesia” is where the meeting was.
_AFTER_CITY = re.compile(r"\b(?:in|at|near)\s[A-Z][\w'-]+,\s$")
_HEAD = 3000
_SURE = 8


@dataclass(frozen=True, slots=True)
class Names:
    """The words a text uses for one side."""

    name: str
    long_name: str
    adjective: str
    pattern: re.Pattern[str]
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Sides:
    """The sides of a source in the order in which it names them."""

    names: tuple[Names, ...]

    def mentioned(self, words: str) -> tuple[str, ...]:
        """Return the sides that some words name, in the order of the words."""
        found = [(match.start(), side.name) for side in self.names for match in side.pattern.finditer(words)]
        return tuple(dict.fromkeys(name for _, name in sorted(found)))

    def only_side(self, words: str) -> str | None:
        """Return the side that some words name if they name exactly one."""
        found = self.mentioned(words)
        return found[0] if len(found) == 1 else None

    def is_side(self, words: str) -> bool:
        """Say whether the words are nothing but the names of sides."""
        rest = words
        for side in self.names:
            rest = side.pattern.sub("", rest)
        return (
            rest != words
            and re.fullmatch(r"(?:the|and|both|neither|nor|government|governments|of|,|\s|')*", rest, re.IGNORECASE)
            is not None
        )

    def found(self, text: RunningText) -> tuple[FoundSide, ...]:
        """Return the sides for the extract."""
        return tuple(
            FoundSide(
                name=side.name, long_name=side.long_name, adjective=side.adjective, span=text.span(side.start, side.end)
            )
            for side in self.names
        )


def known_as(name: str) -> str:
    """Return how sources are said to name a side that somebody named, in whatever language."""
    state = states.by_name(name)
    return state.name if state else " ".join(name.split())


def told_sides(told: Sequence[str], found: Sides, text: RunningText) -> Sides:
    """Return the sides that somebody told, in that order: as they were found where they were, else by name alone."""
    known = {side.name: side for side in found.names}
    return Sides(tuple(known.get(name) or _by_name_alone(name, text) for name in told))


def find_sides(text: RunningText, title: str, chaired: frozenset[str] = frozenset()) -> Sides:
    """Return the sides of a source: two as a rule, more where its title names more, or more states `chaired`."""
    weights: Counter[str] = Counter()
    firsts: dict[str, tuple[int, int]] = {}
    known: dict[str, State] = {}
    mentions = list(states.mentions(text.plain))
    named = {mention.state for mention in mentions if not mention.by_adjective}
    titled = {_meant(mention, named).name for mention in states.mentions(title)} | chaired
    for mention in mentions:
        state = _meant(mention, named)
        name = state.name
        known[name] = state
        firsts.setdefault(name, (mention.start, mention.end))
        if _AFTER_CITY.search(text.plain[max(0, mention.start - 40) : mention.start]):
            continue
        acting = _ACTING.match(text.plain, mention.end + 1) is not None
        weights[name] += 1 + 3 * acting + (mention.start < _HEAD)
    names = {name: _of_state(known[name], firsts[name]) for name in known}
    if len(titled) < 2:
        settled = sum(weights[name] >= _SURE for name in weights) >= 2
        for party in named_parties(text.plain, title):
            if (settled and not party.paired) or any(party.name in state.names for state in known.values()):
                continue
            made_up = _of_text(party.name, text)
            if made_up is None:
                continue
            names[made_up.name] = made_up
            weights[made_up.name] += 4 + sum(1 for _ in made_up.pattern.finditer(text.plain))
            if party.paired:
                titled.add(made_up.name)
    chosen = sorted(names, key=lambda name: (name not in titled, -weights[name], name))[: max(2, len(titled))]
    return Sides(tuple(sorted((names[name] for name in chosen), key=lambda side: side.start)))


def _by_name_alone(name: str, text: RunningText) -> Names:
    pattern = re.compile(rf"(?<!\w){re.escape(name)}(?!\w)", re.IGNORECASE)
    first = pattern.search(text.plain)
    return Names(name, "", name, pattern, *(first.span() if first else (0, 0)))


def _meant(mention: Mention, named: set[State]) -> State:
    """Return the state that is meant: where two share an adjective, the one that the text also calls by its name."""
    if not mention.by_adjective or mention.state in named:
        return mention.state
    sharing = [state for state in named if set(state.adjectives) & set(mention.state.adjectives)]
    return sharing[0] if len(sharing) == 1 else mention.state


def _of_state(state: State, first: tuple[int, int]) -> Names:
    return Names(state.name, state.long_name, state.adjectives[0], states.pattern_of(state), *first)


def _of_text(name: str, text: RunningText) -> Names | None:
    """Return the words that a text uses for a side that no table knows: its name, and its adjective if there is one."""
    adjective = adjective_of(name, text.plain) or name
    pattern = re.compile(rf"(?<!\w)(?:{re.escape(name)}|{re.escape(adjective)})(?!\w)", re.IGNORECASE)
    first = pattern.search(text.plain)
    return Names(name, "", adjective, pattern, *first.span()) if first else None
