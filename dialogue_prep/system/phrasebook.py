"""The scale of wordings that a store begins with, and the phrasebook that goes with it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any
from uuid import UUID, uuid5

from dialogue_prep.domain.grades import Phrasebook
from dialogue_prep.domain.instrument import InstrumentState
from dialogue_prep.domain.lineage import WordingGrade
from dialogue_prep.domain.text import Text, Wording, WordingState
from dialogue_prep.system.data_files import DamagedData, read_data

GRADES = "grades.toml"

_NAMESPACE = UUID("5d0f6a34-6f0b-4b55-9d3c-0e4b2f3a7c19")


@cache
def usual_scale() -> tuple[WordingGrade, ...]:
    """Return the rungs of the scale, the weakest first; MachineError if the file is missing or damaged."""
    entries = read_data(GRADES).get("grade")
    if not isinstance(entries, list) or not entries:
        raise DamagedData(GRADES, "there is no scale")
    return tuple(_grade(position, entry) for position, entry in enumerate(entries, start=1))


@cache
def phrasebook() -> Phrasebook:
    """Return what words tell beside their grade; MachineError if the file is missing or damaged."""
    read = read_data(GRADES)
    by_name = {state.name.casefold().replace("_", "-"): state for state in InstrumentState}
    life = _table(read, "life")
    if unknown := life.keys() - by_name.keys():
        raise DamagedData(GRADES, f"there is no state “{sorted(unknown)[0]}”")
    return Phrasebook(
        parallel=_phrases(read, "parallel"),
        tone=_phrases(read, "tone"),
        life={by_name[name]: _phrases(life, name) for name in life},
    )


def _grade(position: int, entry: Mapping[str, Any]) -> WordingGrade:
    key, names, phrases = entry.get("key"), _table(entry, "name"), _phrases(entry, "phrases")
    if not isinstance(key, str) or not names:
        raise DamagedData(GRADES, f"rung {position} has no key or no name")
    return WordingGrade(
        id=str(uuid5(_NAMESPACE, key)),
        position=position,
        name=_text(names),
        phrases=_text({language: "\n".join(lines) for language, lines in phrases.items()}),
    )


def _text(words: Mapping[str, str]) -> Text:
    return Text(
        tuple(
            Wording(language, said, WordingState.ORIGINAL if language == "en" else WordingState.TRANSLATION)
            for language, said in words.items()
        )
    )


def _table(read: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    table = read.get(name)
    if not isinstance(table, dict) or not table:
        raise DamagedData(GRADES, f"there is no table “{name}”")
    return table


def _phrases(read: Mapping[str, Any], name: str) -> Mapping[str, tuple[str, ...]]:
    found = {}
    for language, phrases in _table(read, name).items():
        if not isinstance(phrases, list) or not all(isinstance(phrase, str) and phrase for phrase in phrases):
            raise DamagedData(GRADES, f"{name}, {language}: a list of phrases is needed")
        found[language] = tuple(phrases)
    return found
