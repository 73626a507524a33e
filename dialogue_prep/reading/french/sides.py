"""The sides of a French source: states that the program knows, and pairs of names that no table knows."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache

from dialogue_prep.reading import states
from dialogue_prep.reading.french.words import MONTHS, PARTY_NOUNS, RECORDS, SERIES
from dialogue_prep.reading.layout import Layout
from dialogue_prep.reading.sides import Names, Sides
from dialogue_prep.reading.states import State

_NAME = r"[A-ZÀ-Þ][\w'’]+(?:-[A-ZÀ-Þ][\w'’]+)*"
_FORM = (
    r"(?:(?:[Ll][ae]\s|[Ll]')?(?:République(?:\s[a-zà-ÿ]+)?|Royaume|Fédération|Principauté|Grand-Duché|Confédération|"
    r"Union|État|Émirat|Sultanat|[Gg]ouvernement|[Pp]artie|celui|celle)\s)"
)
_PREPOSITION = r"(?:de\sla\s|de\sl'|du\s|des\s|de\s|d')"
_FORM_OF = rf"{_FORM}{_PREPOSITION}(?:{_FORM}{_PREPOSITION})?"
_LONG = rf"(?:{_FORM_OF}|l'|la\s|le\s|les\s|{_PREPOSITION})?"
_OF = rf"(?:{_FORM})?{_PREPOSITION}"
_SERIES = "|".join(SERIES)
_PAIRS = (
    re.compile(rf"\bentre\s{_LONG}(?P<one>{_NAME})\set\s{_LONG}(?P<other>{_NAME})"),
    re.compile(rf"\b{_FORM_OF}(?P<one>{_NAME})\set\s{_FORM_OF}(?P<other>{_NAME})"),
    re.compile(
        rf"\b{_OF}(?P<one>{_NAME})\set\s{_OF}(?P<other>{_NAME})(?=\s*(?:$|[,.;\n]|sur\b|dans\b|pour\b|relati))",
        re.MULTILINE,
    ),
    re.compile(
        r"(?<![\w-])(?P<one>[A-ZÀ-Þ]\w+)\s?[-–—/]\s?(?P<other>[A-ZÀ-Þ]\w+)(?=\s(?:sur|pour|relati|de|d'|en)\b|$|\n)",
        re.MULTILINE,
    ),
    re.compile(
        rf"\b(?:alternativement|à\stour\sde\srôle|tour\sà\stour)\s(?:par|en|au|aux)\s"
        rf"{_LONG}(?P<one>{_NAME})\set\s(?:par\s|en\s|au\s)?{_LONG}(?P<other>{_NAME})"
    ),
)
# What only a party does or has; two of them make a party of a name.
_SIGNS = (
    re.compile(
        rf"(?:^|[.;:]\s|\n|,\s)(?:[Ll]a\s|[Ll]e\s|[Ll]'|[Ll]es\s)(?P<one>{_NAME})\s(?:s'est|a|"
        rf"s'engage|entend|souhaite|fournira|\w+ra|se\sréserve|salue|"
        rf"remercie)\b"
    ),
    re.compile(rf"\b{_FORM_OF}(?P<one>{_NAME})"),
    re.compile(rf"\b(?:institutions|entités|autorités|délégation)\s(?:participantes\s)?{_PREPOSITION}(?P<one>{_NAME})"),
    re.compile(
        rf"\b(?:ministre|secrétaire|directeur|directrice|chef|présidente?|"
        rf"ambassad\w+)\b[^.;\n]{{0,90}}?\s(?:de\sla\s|de\sl'|du\s|de\s|d')(?P<one>{_NAME})(?=,|\.|;|\s"
        rf"et\b|$)"
    ),
    re.compile(rf"\b[Pp]our\s(?:la\s|le\s|l'|les\s)(?P<one>{_NAME})(?=\s?:|,\s(?:par|M\.|Mme|le|la)\s|,\sl')"),
)
_ADJECTIVE = re.compile(
    r"\b(?:parties?|délégations?|côté|gouvernement|autorités|ministres?|services)\s(?P<one>[a-zà-ÿ]{4,})\b"
)
_JOINED_ADJECTIVES = re.compile(r"\b(?P<one>[a-zà-ÿ]{4,})-(?P<other>[a-zà-ÿ]{4,})\b")
_NO_NAMES = frozenset(
    word.casefold()
    for word in (
        *MONTHS,
        *PARTY_NOUNS,
        *SERIES,
        *RECORDS,
        "République",
        "Royaume",
        "Accord",
        "Traité",
        "Convention",
        "Protocole",
        "Affaires",
        "Sécurité",
        "Intérieur",
        "Protection",
        "Europe",
        "Asie",
        "Afrique",
        "Nations",
        "Article",
        "Union",
    )
)
_ACTING = re.compile(r"\b(?:partie|délégation|côté|gouvernement|ministres?)\s$")
_HEAD = 3000
_ALIKE = 4
_SURE = 6


def find_sides(layout: Layout, chaired: frozenset[str]) -> Sides:
    """Return the sides of a French source: two as a rule, more where its title names more, or more states `chaired`."""
    plain = layout.text.plain
    title = layout.title()
    head = layout.words(title) if title else ""
    weights: Counter[str] = Counter()
    names: dict[str, Names] = {}
    for state, start, end in _mentions(plain):
        if state.name not in names:
            names[state.name] = Names(state.name, "", state.french.adjectives[0], _pattern_of(state), start, end)
        weights[state.name] += 1 + (start < _HEAD) + 3 * (_ACTING.search(plain, max(0, start - 14), start) is not None)
    titled = {state.name for state, _, _ in _mentions(head)} | chaired
    if len(titled) < 2 or not titled <= names.keys():
        for name, paired in _unknown(plain, head):
            made_up = _of_text(name, plain)
            if made_up is None or (not paired and sum(weights[one] >= _SURE for one in names) >= 2):
                continue
            names[name] = made_up
            weights[name] += 4 + len(made_up.pattern.findall(plain))
            if paired:
                titled.add(name)
    chosen = sorted(names, key=lambda name: (name not in titled, -weights[name], name))[
        : max(2, len(titled & names.keys()))
    ]
    return Sides(tuple(sorted((names[name] for name in chosen), key=lambda side: side.start)))


def _unknown(plain: str, title: str) -> Iterator[tuple[str, bool]]:
    """Yield the names, known to no table, that stand as a pair of parties do, then those that act as a party acts."""
    paired: dict[str, None] = {}
    for place, text in enumerate((title, plain[:_HEAD], plain)):
        for pattern in _PAIRS:
            for match in pattern.finditer(text):
                both = (match["one"], match["other"])
                known = [states.by_name(name) is not None for name in both]
                if place and len(paired) >= 2:
                    continue
                if all(_may_be_party(name) and _stands_alone(name, plain) for name in both):
                    paired.update(
                        dict.fromkeys(name for name, is_known in zip(both, known, strict=True) if not is_known)
                    )
    yield from ((name, True) for name in paired)
    signs: Counter[str] = Counter()
    for sign in _SIGNS:
        signs.update({match["one"] for match in sign.finditer(plain)})
    joined = {word[:_ALIKE] for match in _JOINED_ADJECTIVES.finditer(title) for word in match.groups()}
    for name, count in sorted(signs.items(), key=lambda pair: plain.find(pair[0])):
        titled = name.casefold()[:_ALIKE] in joined
        if (titled or count >= 2) and name not in paired and _may_be_party(name) and states.by_name(name) is None:
            yield name, titled


def _may_be_party(name: str) -> bool:
    return name.casefold() not in _NO_NAMES and not any(part.casefold() in _NO_NAMES for part in name.split("-"))


def _stands_alone(name: str, plain: str) -> bool:
    """Say whether a name stands with an article or a preposition, as that of a state does, or has an adjective."""
    article = re.search(rf"\b(?:la\s|le\s|l'|les\s|de\s|d'|en\s|du\s){re.escape(name)}\b", plain, re.IGNORECASE)
    return article is not None or _adjective_of(name, plain) is not None


def _adjective_of(name: str, plain: str) -> str | None:
    """Return the adjective with which a text says of whom a side or a delegation is (“belmare” of “Belmarie”)."""
    found = [match["one"] for match in _ADJECTIVE.finditer(plain)]
    found += [word for match in _JOINED_ADJECTIVES.finditer(plain) for word in match.groups()]
    wanted = name.casefold()[:_ALIKE]
    return next((word for word in found if word[:_ALIKE] == wanted), None)


def _of_text(name: str, plain: str) -> Names | None:
    adjective = _adjective_of(name, plain)
    forms = {re.escape(name)}
    if adjective:
        stem = re.sub(r"(?:nnes?|ns|ne|n|ses?|es?|s)$", "", adjective)
        forms |= {rf"{re.escape(adjective)}s?", rf"{re.escape(stem)}(?:ns?|nnes?|nes?|ses?|es?|s)?"}
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(sorted(forms, key=len, reverse=True))})(?!\w)", re.IGNORECASE)
    first = pattern.search(plain)
    return Names(name, "", adjective or name, pattern, *first.span()) if first else None


def _mentions(text: str) -> Iterator[tuple[State, int, int]]:
    named, pattern = _known()
    for match in pattern.finditer(text):
        yield named[match.group().casefold()], match.start(), match.end()


@cache
def _known() -> tuple[dict[str, State], re.Pattern[str]]:
    named: dict[str, State] = {}
    for state in states.all_states():
        for word in _forms(state):
            named.setdefault(word.replace("’", "'").casefold(), state)
    for state in states.all_states():
        named[state.french.name.replace("’", "'").casefold()] = state
    either = "|".join(
        re.escape(word)
        for word in sorted(
            {word for state in states.all_states() for word in _spelled(state)}, key=lambda word: (-len(word), word)
        )
    )
    return named, re.compile(rf"(?<!\w)(?:{either})(?!\w)")


@cache
def _pattern_of(state: State) -> re.Pattern[str]:
    own = _spelled(state)
    guard = states.part_of_no_other(own, {word for other in states.all_states() for word in _spelled(other)})
    either = "|".join(re.escape(word) for word in sorted(own, key=lambda word: (-len(word), word)))
    return re.compile(rf"(?<!\w){guard}(?:{either})(?!\w)")


@cache
def _spelled(state: State) -> frozenset[str]:
    """Return how a text may write the words for a state: its adjectives in small letters, everything in capitals."""
    words = {word.replace("’", "'") for word in _forms(state)}
    return frozenset(words | {word.upper() for word in words} | {word[:1].upper() + word[1:] for word in words})


def _forms(state: State) -> set[str]:
    forms = {state.french.name}
    for adjective in state.french.adjectives:
        forms |= {adjective, adjective if adjective.endswith(("s", "x")) else f"{adjective}s"}
    return {form for form in forms if form}
