"""The words of a dossier that are ours alone, and whether any of them stand in a text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from types import MappingProxyType
from typing import Any

from dialogue_prep.documents.wording import UNSPACED
from dialogue_prep.domain.dossier import Dossier
from dialogue_prep.domain.draft import Audience
from dialogue_prep.domain.identity import Identified
from dialogue_prep.domain.returned import OwnWords
from dialogue_prep.domain.text import Text

_ALL: frozenset[str] = frozenset()
_KNOWN_TO_BOTH: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "Alias": _ALL,
        "Dialogue": _ALL,
        "Side": _ALL,
        "Entity": _ALL,
        "Mechanism": _ALL,
        "Topic": _ALL,
        "Objective": _ALL,
        "Source": _ALL,
        "HolidayCalendar": _ALL,
        "Marking": _ALL,
        "Post": frozenset(("title",)),
        "Person": frozenset(("name", "form_of_address")),
        "Instrument": frozenset(("title",)),
        "Round": frozenset(("city", "venue")),
        "Commitment": frozenset(("code", "wording", "action")),
        "AgendaItem": frozenset(("title",)),
        "Delegate": frozenset(("office",)),
        "Passage": frozenset(("words",)),
        "Option": frozenset(("words",)),
    }
)
"""What both sides know, by kind of value: all of it, or these fields. Whatever is not named here is ours alone."""

_NAMES = re.compile(r"(?:.*_)?id|time_zone|language|sha256|holiday_calendar")
_WORD = re.compile(r"[^\W_]+")
_ENDS = re.compile(r"(?<=[.!?;])\s+|[。！？；\n]+")
_LEAST_LETTERS, _LEAST_UNSPACED = 8, 4


def internal_words(dossier: Dossier) -> tuple[str, ...]:
    """Return every sentence that is ours alone, of those long enough to be known again."""
    texts = (words for value in _values(dossier) for words in _texts(value, both_know=False))
    found = dict.fromkeys(piece for words in texts for piece in _ENDS.split(words))
    return tuple(piece.strip() for piece in found if _tells(plainly(piece)))


def found_in(text: str, internal: Iterable[str]) -> tuple[str, ...]:
    """Return those of the internal sentences that stand in a text, whatever its spaces, signs and large letters."""
    plain = plainly(text)
    return tuple(words for words in internal if _within(plainly(words), plain))


def found_in_none(internal: Iterable[str], texts: Iterable[str]) -> tuple[str, ...]:
    """Return those of the internal sentences that no text says; of the texts no more are asked for than it takes."""
    left, asked = tuple(internal), iter(texts)
    while left and (text := next(asked, None)) is not None:
        said = set(found_in(text, left))
        left = tuple(words for words in left if words not in said)
    return left


def known_values_with(sentence: str, dossier: Dossier) -> tuple[Identified, ...]:
    """Return the values in which a sentence stands among what both sides know, words of our own left aside."""
    return tuple(
        value
        for value in _values(dossier)
        if isinstance(value, Identified)
        and not isinstance(value, OwnWords)
        and found_in("\n".join(_texts(value, both_know=True)), (sentence,))
    )


def plainly(text: str) -> str:
    """Return the words of a text alone, in small letters, with one space between them and around all."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    letters = "".join(sign for sign in folded if unicodedata.category(sign) != "Cf")
    return f" {' '.join(_WORD.findall(letters))} "


def _within(piece: str, text: str) -> bool:
    return piece in text or (re.search(UNSPACED, piece) is not None and piece.replace(" ", "") in text.replace(" ", ""))


def _tells(plain: str) -> bool:
    """Say whether words are enough to be known again where they stand: one short word is in any text."""
    words = plain.split()
    if len(re.findall(UNSPACED, plain)) >= _LEAST_UNSPACED:
        return True
    return sum(map(len, words)) >= _LEAST_LETTERS or len(words) > 1


def _values(dossier: Dossier) -> Iterator[Any]:
    for field in fields(dossier):
        value = getattr(dossier, field.name)
        for one in value if isinstance(value, tuple) else (value,):
            if is_dataclass(one) and not isinstance(one, type):
                yield one


def _texts(value: Any, *, both_know: bool) -> Iterator[str]:
    """Yield what a value says that both sides know, or that is ours alone."""
    known = _KNOWN_TO_BOTH.get(type(value).__name__)
    for_both = isinstance(value, OwnWords) and value.is_for(Audience.SHARED)
    for field in fields(value):
        if (known is _ALL or for_both or (known is not None and field.name in known)) is not both_know:
            continue
        content = getattr(value, field.name)
        if isinstance(content, Text):
            yield from (wording.words for wording in content)
        elif isinstance(content, str) and not isinstance(content, Enum) and not _NAMES.fullmatch(field.name):
            yield content
