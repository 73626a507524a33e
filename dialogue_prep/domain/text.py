"""Text as people write it: cleaned, and worded in several languages."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from dialogue_prep.domain.errors import UserError

CONTROLS = re.compile(r"[\x01-\x08\x0b\x0c\x0e-\x1f\x7f]")
REFUSED = re.compile(r"[\x00\ud800-\udfff\ufffe\uffff]")


def clean(words: str) -> str:
    """Return the words as they are kept: composed (NFC), lines ended by one newline, without control characters.

    Raises UserError for NUL, lone surrogates and non-characters: no file that is to be a paper can hold them.
    """
    if words.isascii() and words.isprintable():  # most are, and whatever is read from a store comes by here
        return words
    if (found := REFUSED.search(words)) is not None:
        raise UserError("The character {code} cannot be kept; take it away.", code=f"U+{ord(found.group()):04X}")
    lines = words.replace("\r\n", "\n").replace("\r", "\n")
    return unicodedata.normalize("NFC", CONTROLS.sub("", lines))


class WordingState(StrEnum):
    """How a wording stands to the others of its text."""

    ORIGINAL = "original"
    TRANSLATION = "translation"
    OUTDATED = "outdated"


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of a text in one language (BCP 47)."""

    language: str
    words: str
    state: WordingState = WordingState.ORIGINAL

    def __post_init__(self) -> None:
        object.__setattr__(self, "words", clean(self.words))


@dataclass(frozen=True, slots=True)
class Text:
    """One text in any number of languages; an empty Text says nothing in any of them."""

    wordings: tuple[Wording, ...] = ()

    def __post_init__(self) -> None:
        if len(self.wordings) == 1 and self.wordings[0].words.strip():  # as are most that are read from a store
            return
        ordered = tuple(sorted((w for w in self.wordings if w.words.strip()), key=lambda w: w.language))
        if len({wording.language for wording in ordered}) != len(ordered):
            raise ValueError("a text has one wording a language")
        object.__setattr__(self, "wordings", ordered)

    def __bool__(self) -> bool:
        return bool(self.wordings)

    def __iter__(self) -> Iterator[Wording]:
        return iter(self.wordings)

    def wording(self, language: str) -> Wording | None:
        """Return the wording in exactly this language."""
        return next((wording for wording in self.wordings if wording.language == language), None)

    def words(self, language: str) -> str:
        """Return the words in exactly this language, or nothing."""
        found = self.wording(language)
        return found.words if found else ""

    def read(self, *languages: str) -> str:
        """Return the words in the first of these languages that has any, else the original, else any."""
        for language in languages:
            if words := self.words(language):
                return words
        originals = (w.words for w in self.wordings if w.state is WordingState.ORIGINAL)
        return next(originals, self.wordings[0].words if self.wordings else "")

    def agrees_with(self, other: Text) -> bool:
        """Say whether both have the same words in one of their languages; letters large and small count alike."""
        theirs = {(wording.language, wording.words.strip().casefold()) for wording in other}
        return any((wording.language, wording.words.strip().casefold()) in theirs for wording in self)

    def reviewed(self, language: str) -> Text:
        """Return this text with an outdated translation taken as one that is right again."""
        return Text(
            tuple(
                Wording(w.language, w.words, WordingState.TRANSLATION)
                if w.language == language and w.state is WordingState.OUTDATED
                else w
                for w in self.wordings
            )
        )

    def reworded(self, language: str, words: str) -> Text:
        """Return this text with new words in one language; translations of a changed original become outdated."""
        words = clean(words)
        before = self.wording(language)
        if words == (before.words if before else ""):
            return self
        original = before.state is WordingState.ORIGINAL if before else not self.wordings
        kept = [wording for wording in self.wordings if wording.language != language]
        if original and before:
            kept = [Wording(w.language, w.words, WordingState.OUTDATED) for w in kept]
        state = WordingState.ORIGINAL if original else WordingState.TRANSLATION
        return Text((*kept, Wording(language, words, state)))


NOTHING = Text()


def in_english(words: str) -> Text:
    """Return a text whose original is English."""
    return worded("en", words)


def worded(language: str, words: str) -> Text:
    """Return a text whose original is in this language."""
    return Text((Wording(language, words),))
