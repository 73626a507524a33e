"""States by their names: what a text may call them, their capitals, and how other languages name them."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from dialogue_prep.system.resources import data_file

# A sea or a region that has the name of a state in it is not that state.
_NOT_BEFORE = r"(?!\s(?:Sea|Ocean|Polynesia|Union\sof\sSouth)\b)"
_NOT_AFTER = r"(?<!\bSouth\s)(?<!\bEast\s)(?<!\bNew\s)(?<!\bLatin\s)(?<!Gulf of )(?<!Northern )"


@dataclass(frozen=True, slots=True)
class StateWords:
    """What one language calls a state; adjectives are masculine, then feminine where they differ."""

    name: str
    adjectives: tuple[str, ...]
    capital: str


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """A state: ISO code, names in English (`names` holds every one of them), capital and its IANA time zone."""

    code: str
    name: str
    long_name: str
    names: tuple[str, ...]
    adjectives: tuple[str, ...]
    capital: str
    time_zone: str
    french: StateWords
    chinese: StateWords

    def words(self, language: str) -> StateWords:
        """Return its words in a language (BCP 47); English where there are none."""
        match language.partition("-")[0]:
            case "fr":
                return self.french
            case "zh":
                return self.chinese
            case _:
                return StateWords(self.name, self.adjectives, self.capital)


@dataclass(frozen=True, slots=True)
class Mention:
    """That a text names a state between two offsets, by name or by adjective."""

    state: State
    start: int
    end: int
    by_adjective: bool


@cache
def all_states() -> tuple[State, ...]:
    """Return every state that the program knows, by code."""
    with data_file("states.toml").open("rb") as file:
        rows = tomllib.load(file)["state"]
    return tuple(_state(row) for row in rows)


def by_name(name: str) -> State | None:
    """Return the state that has this name in English, French or Chinese, short or long; an article does not matter."""
    return _by_name().get(_key(name))


def by_capital(city: str) -> State | None:
    """Return the state whose capital has this name."""
    return _by_capital().get(_key(city))


def mentions(text: str) -> Iterator[Mention]:
    """Yield every mention of a state in an English text, in order."""
    names, pattern = _pattern()
    for match in pattern.finditer(text):
        state, by_adjective = names[match.group().casefold()]
        yield Mention(state, match.start(), match.end(), by_adjective)


@cache
def pattern_of(state: State) -> re.Pattern[str]:
    """Return what finds a state in an English text: its names and adjectives, and no part of another name."""
    own = _spelled(state)
    guard = part_of_no_other(own, {name for other in all_states() for name in _spelled(other)})
    return re.compile(rf"(?<!\w){_NOT_AFTER}{guard}(?:{_either(own)})(?!\w){_NOT_BEFORE}")


def part_of_no_other(own: Collection[str], names: Iterable[str]) -> str:
    """Return the pattern before names of one state that passes over longer `names`: “Guinea” in “Guinea-Bissau”."""
    longer = {
        rf"(?<={re.escape(name[:at])}){re.escape(name[at:])}"
        for name in names
        if name not in own
        for one in own
        if (at := name.find(one)) >= 0
    }
    return f"(?!{'|'.join(sorted(longer))})" if longer else ""


@cache
def _by_name() -> dict[str, State]:
    named = {_key(words.name): state for state in all_states() for words in (state.french, state.chinese)}
    return named | {_key(name): state for state in all_states() for name in (*state.names, state.long_name)}


@cache
def _by_capital() -> dict[str, State]:
    return {_key(state.capital): state for state in reversed(all_states())}


@cache
def _pattern() -> tuple[dict[str, tuple[State, bool]], re.Pattern[str]]:
    names: dict[str, tuple[State, bool]] = {}
    for state in all_states():
        for adjective in state.adjectives:
            names.setdefault(adjective.casefold(), (state, True))
    for state in all_states():
        names.update({name.casefold(): (state, False) for name in state.names})
    either = _either({name for state in all_states() for name in _spelled(state)})
    return names, re.compile(rf"(?<!\w)(?=[^\W\da-z]){_NOT_AFTER}(?:{either})(?!\w){_NOT_BEFORE}")


@cache
def _spelled(state: State) -> frozenset[str]:
    words = {*state.names, *state.adjectives}
    return frozenset(words | {word.upper() for word in words})


def _either(names: Collection[str]) -> str:
    return "|".join(re.escape(name) for name in sorted(names, key=lambda name: (-len(name), name)))


def _state(row: dict[str, object]) -> State:
    def words(key: str) -> tuple[str, ...]:
        value = row.get(key, [])
        return tuple(map(str, value)) if isinstance(value, list) else (str(value),)

    name, long_name = str(row["name"]), str(row["long"])
    return State(
        code=str(row["code"]),
        name=name,
        long_name=long_name,
        names=tuple(dict.fromkeys((name, long_name, *words("names")))),
        adjectives=words("adjectives"),
        capital=str(row["capital"]),
        time_zone=str(row["zone"]),
        french=StateWords(str(row["name_fr"]), words("adjective_fr"), str(row["capital_fr"])),
        chinese=StateWords(str(row["name_zh"]), words("adjective_zh"), str(row["capital_zh"])),
    )


def _key(name: str) -> str:
    folded = " ".join(name.replace("’", "'").split()).casefold()
    return folded.removeprefix("the ")
