"""Texts as a paper shows them: in its language, or in another and marked as such."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from string import Formatter

from dialogue_prep.documents.model import Cell, Inline, Paragraph, Role, Run, Unit, UnitClass, UnitKey
from dialogue_prep.documents.wording import Phrases, capitalised, unclosed
from dialogue_prep.domain.text import Text, Wording, WordingState

ITEM, POINT = "agenda_item", "speaking_point"
"""The records in whose fields the units of papers are kept, as the store names their kinds."""

Words = tuple[Run, ...]
"""Words within a line; those in another language than the paper say so, so that they are spelt by its rules."""


def wording_shown(text: Text, language: str) -> Wording | None:
    """Return the wording that a paper in a language shows: its own, else the original, else any."""
    originals = (wording for wording in text if wording.state is WordingState.ORIGINAL)
    return text.wording(language) or next(originals, None) or next(iter(text), None)


def runs_of(
    text: Text, phrases: Phrases, *, strong: bool = False, begins: bool = False, goes_on: bool = False
) -> Words:
    """Return a text as runs, with a remark where it is in another language than the paper.

    One that `begins` a line has its first letter large; a full stop is left out where the sentence `goes_on`.
    """
    words = _words(text, phrases, strong=strong)
    if begins:
        words = tuple(replace(run, text=capitalised(run.text)) for run in words)
    if goes_on:
        words = tuple(replace(run, text=unclosed(run.text)) for run in words)
    return (*words, *_remark(text, phrases))


def words_of(text: Text, phrases: Phrases) -> str:
    """Return a text as words within a sentence, with a remark where they are in another language than the paper."""
    return "".join(run.text for run in runs_of(text, phrases))


def filled(phrase: str, phrases: Phrases, **places: Inline | str) -> tuple[Inline, ...]:
    """Return a phrase with units, fields or words in its named places, in the order of the language."""
    parts: list[Inline] = []
    for words, place, _format, _conversion in Formatter().parse(phrases.say_plainly(phrase)):
        found = places[place] if place else ""
        parts += [Run(part) for part in (words,) if part]
        parts += [Run(found) if isinstance(found, str) else found] if found else []
    return tuple(parts)


def worded(phrase: str, phrases: Phrases, **places: str | Words) -> Words:
    """Return a phrase with words in its named places; those of another language keep it."""
    return placed(phrases.say_plainly(phrase), **places)


def joined(join: Callable[[Iterable[str]], str], parts: Iterable[str | Words]) -> Words:
    """Return words put together as `join` does it with plain ones; those of another language keep it."""
    named = {f"part{number}": part for number, part in enumerate(parts) if part}
    return placed(join([f"{{{name}}}" for name in named]), **named)


def closed(words: Words, phrases: Phrases) -> Words:
    """Return a sentence with a full stop, if nothing closes it yet."""
    said = "".join(run.text for run in words).rstrip()
    return placed("{said}{stop}", said=words, stop=phrases.closed(said)[len(said) :])


def placed(phrase: str, **places: str | Words) -> Words:
    """Return a phrase that is in the language of the paper already with words in its named places."""
    parts: list[Run] = []
    for words, place, _format, _conversion in Formatter().parse(phrase):
        found = places[place] if place else ()
        for run in (Run(words), *((Run(found),) if isinstance(found, str) else found)):
            if parts and replace(parts[-1], text="") == replace(run, text=""):
                parts[-1] = replace(run, text=parts[-1].text + run.text)
            else:
                parts.append(run)
    return tuple(run for run in parts if run.text)


def cell_of(text: Text, phrases: Phrases, role: Role = Role.CELL, *, begins: bool = False) -> Cell:
    """Return a cell that shows a text, with a remark where it is in another language than the paper."""
    return Cell((Paragraph(runs_of(text, phrases, begins=begins) or (Run(""),), role),))


def held(key: UnitKey, text: Text, phrases: Phrases, *, strong: bool = False, prompt: str = "") -> tuple[Inline, ...]:
    """Return a field as a unit whose edits go to that field, with a remark where it is in another language."""
    unit = Unit(key, UnitClass.HELD, _words(text, phrases, strong=strong), prompt)
    return (unit, *_remark(text, phrases))


def held_name(key: UnitKey, name: Text, phrases: Phrases, *, strong: bool = False) -> Unit:
    """Return the name of a person as a unit: a name needs no remark on the language in which it is written."""
    return Unit(key, UnitClass.HELD, _words(name, phrases, strong=strong))


def fixed(key: UnitKey, text: Text, phrases: Phrases) -> tuple[Inline, ...]:
    """Return agreed words as a unit that is not edited, with a remark where it is in another language."""
    return (Unit(key, UnitClass.FIXED, _words(text, phrases, strong=False)), *_remark(text, phrases))


def composed(record_id: str, field: str, words: str | Words, phrases: Phrases) -> Unit:
    """Return words that the program put together for an agenda item as a unit of their own."""
    runs = (Run(words),) if isinstance(words, str) else words
    return Unit(UnitKey(ITEM, record_id, field, phrases.language), UnitClass.COMPOSED, runs)


def composed_of_round(round_id: str, field: str, words: str | Words, phrases: Phrases) -> Unit:
    """Return words that the program put together for a whole round as a unit of their own."""
    runs = (Run(words),) if isinstance(words, str) else words
    return Unit(UnitKey("round", round_id, field, phrases.language), UnitClass.COMPOSED, runs)


def _words(text: Text, phrases: Phrases, *, strong: bool) -> Words:
    wording = wording_shown(text, phrases.language)
    if wording is None:
        return ()
    foreign = wording.language if wording.language != phrases.language else ""
    return (Run(wording.words, strong=strong, language=foreign),)


def _remark(text: Text, phrases: Phrases) -> Words:
    wording = wording_shown(text, phrases.language)
    if wording is None or wording.language == phrases.language:
        return ()
    remark = phrases.say("[in {language}]", language=phrases.language_name(wording.language))
    return (Run(f"\N{NO-BREAK SPACE}{remark}", emphasis=True),)
