"""The sides of a source: the states it is between, by name, adjective or inference from the text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from dialogue_prep.reading import states
from dialogue_prep.reading.english import MONTHS, SERIES
from dialogue_prep.reading.extract import FoundSide
from dialogue_prep.reading.running import RunningText
from dialogue_prep.reading.states import State

_NAME = r"[A-Z][\w'’.]+(?:\s[A-Z][\w'’.]+){0,3}"
_PAIR_IN_TITLE = re.compile(r"(?P<one>[A-Z][\w'’.]+(?:\s[A-Z][\w'’.]+)?)\s?[-–—/]\s?(?P<other>[A-Z][\w'’.]+)(?=\s)")
_PAIR_BETWEEN = re.compile(
    rf"\b(?:between|alternately (?:by|in)|alternately "
    rf"in)\s(?:the\s)?(?P<one>{_NAME})\sand\s(?:the\s)?(?P<other>{_NAME})"
)
_PAIR_AGREED = re.compile(
    r"(?P<one>[A-Z]\w{3,})\sand\s(?:the\s)?(?P<other>[A-Z]\w{3,})\s(?:agreed|will|committed|decided|held|met)\b"
)
_ADJECTIVE = re.compile(
    r"\b(?P<one>[A-Z]\w{3,})\s(?:side|delegation|[Gg]overnment|party|[Mm]inisters?|officials|authorities|representatives)\b"
)
_OF_STATE = re.compile(r"\bof\s(?:the\s)?(?P<one>[A-Z]\w{3,})\b")
_NO_NAMES = frozenset(
    (
        *MONTHS,
        "High",
        "Indo",
        "Asia",
        "Inaugural",
        "Joint",
        "Prime",
        "National",
        "Foreign",
        "First",
        "Second",
        "Both",
        "Ministers",
        "The",
    )
)
_SERIES = re.compile(r"\b(?:" + "|".join(SERIES) + r")\b", re.IGNORECASE)
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
            and re.fullmatch(r"(?:the|and|both|government|governments|of|,|\s|')*", rest, re.IGNORECASE) is not None
        )

    def found(self, text: RunningText) -> tuple[FoundSide, ...]:
        """Return the sides for the extract."""
        return tuple(
            FoundSide(
                name=side.name, long_name=side.long_name, adjective=side.adjective, span=text.span(side.start, side.end)
            )
            for side in self.names
        )


def find_sides(text: RunningText, title: str, chaired: frozenset[str] = frozenset()) -> Sides:
    """Return the sides of a source: two as a rule, more where its title names more, or more states `chaired`."""
    weights: Counter[str] = Counter()
    firsts: dict[str, tuple[int, int]] = {}
    known: dict[str, State] = {}
    titled = {mention.state.name for mention in states.mentions(title)} | chaired
    for mention in states.mentions(text.plain):
        name = mention.state.name
        known[name] = mention.state
        firsts.setdefault(name, (mention.start, mention.end))
        if _AFTER_CITY.search(text.plain[max(0, mention.start - 40) : mention.start]):
            continue
        acting = _ACTING.match(text.plain, mention.end + 1) is not None
        weights[name] += 1 + 3 * acting + (mention.start < _HEAD)
    names = {name: _of_state(known[name], firsts[name]) for name in known}
    settled = len(titled) >= 2 or sum(weights[name] >= _SURE for name in weights) >= 2
    for made_up in () if settled else _inferred(text, title):
        if not any(made_up.name in state.names for state in known.values()):
            names[made_up.name] = made_up
            weights[made_up.name] += 4 + sum(1 for _ in made_up.pattern.finditer(text.plain))
            if made_up.pattern.search(title):
                titled.add(made_up.name)
    chosen = sorted(names, key=lambda name: (name not in titled, -weights[name], name))[: max(2, len(titled))]
    return Sides(tuple(sorted((names[name] for name in chosen), key=lambda side: side.start)))


def _of_state(state: State, first: tuple[int, int]) -> Names:
    spellings = {*state.names, *state.adjectives}
    spellings |= {name.upper() for name in spellings}
    either = "|".join(re.escape(name) for name in sorted(spellings, key=lambda name: (-len(name), name)))
    return Names(state.name, state.long_name, state.adjectives[0], re.compile(rf"(?<!\w)(?:{either})(?!\w)"), *first)


def _inferred(text: RunningText, title: str) -> list[Names]:
    """Return states that only the text knows: named in pairs, with an adjective that begins as the name does."""
    adjectives = sorted({match["one"] for match in _ADJECTIVE.finditer(text.plain)})
    names = dict.fromkeys(_paired(text, title))
    for match in _OF_STATE.finditer(text.plain):
        if any(_belong(match["one"], adjective) for adjective in adjectives):
            names[match["one"]] = None
    found = []
    for name in names:
        adjective = next((word for word in adjectives if _belong(name, word)), name)
        pattern = re.compile(rf"(?<!\w)(?:{re.escape(name)}|{re.escape(adjective)})(?!\w)", re.IGNORECASE)
        if (first := pattern.search(text.plain)) is not None:
            found.append(Names(name, "", adjective, pattern, *first.span()))
    adjectival = {side.adjective for side in found if side.adjective != side.name}
    return [side for side in found if side.name not in adjectival]


def _paired(text: RunningText, title: str) -> Iterator[str]:
    """Yield the names, not known to be states, that a text pairs as one pairs the two sides."""
    for pattern, words in ((_PAIR_IN_TITLE, title), (_PAIR_BETWEEN, text.plain), (_PAIR_AGREED, text.plain)):
        for match in pattern.finditer(words):
            both = (match["one"], match["other"])
            if not any(name.partition(" ")[0] in _NO_NAMES or _SERIES.search(name) for name in both):
                yield from (_as_elsewhere(name, text) for name in both if states.by_name(name) is None)


def _as_elsewhere(name: str, text: RunningText) -> str:
    """Return a name in capitals as the text writes it elsewhere."""
    name = re.sub(r"^the\s", "", name, flags=re.IGNORECASE)
    return name.title() if name.isupper() and name.title() in text.plain else name


def _belong(name: str, adjective: str) -> bool:
    """Say whether an adjective is that of a name: they share all but a short ending of the shorter."""
    if name == adjective or next(states.mentions(adjective), None) is not None:
        return False
    shorter = min(len(name), len(adjective))
    same = next((i for i, (a, b) in enumerate(zip(name, adjective, strict=False)) if a != b), shorter)
    return same >= max(4, shorter - 2)
