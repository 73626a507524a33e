"""The starter dialogue and the scales of markings that come with the program, as values that nobody has stored yet."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from datetime import date
from enum import StrEnum
from types import UnionType
from typing import Any, NewType, TypeVar, Union, get_args, get_origin, get_type_hints
from uuid import UUID, uuid5

from dialogue_prep.domain.commitment import Commitment, CommitmentInstrument
from dialogue_prep.domain.dialogue import Dialogue, Entity, Side
from dialogue_prep.domain.errors import UserError
from dialogue_prep.domain.identity import (
    CommitmentId,
    Identified,
    InstrumentId,
    MarkingId,
    ObjectiveId,
    SourceId,
    TopicId,
)
from dialogue_prep.domain.instrument import Instrument, ObjectiveInstrument
from dialogue_prep.domain.marking import Marking
from dialogue_prep.domain.post import Person, Post, Tenure
from dialogue_prep.domain.round import Round
from dialogue_prep.domain.source import Alias, Citation, CitationRole, Source, Subject
from dialogue_prep.domain.text import Text, Wording, WordingState
from dialogue_prep.domain.topic import Mechanism, Objective, ObjectiveTopic, Topic
from dialogue_prep.system.data_files import DamagedData, read_data

STARTER = "starter.toml"
MARKINGS = "markings.toml"

# In this order no value names one that comes after it. What belongs to entries (links, citations, aliases) comes last.
_KINDS: dict[str, type[Identified]] = {
    "dialogue": Dialogue,
    "side": Side,
    "entity": Entity,
    "post": Post,
    "person": Person,
    "tenure": Tenure,
    "topic": Topic,
    "mechanism": Mechanism,
    "objective": Objective,
    "instrument": Instrument,
    "source": Source,
    "round": Round,
    "commitment": Commitment,
}

# Identifiers are made of keys, so that two stores that began with the starter know each other's records again.
_NAMESPACE = UUID("5d0f0f4e-3c1b-5a77-9f2e-6b1f6f3d9a10")

_BELONGINGS = frozenset(("key", "instruments", "topics", "states", "mentions", "aliases"))

V = TypeVar("V", bound=Identified)


@dataclass(frozen=True, slots=True)
class StarterDialogue:
    """The starter dialogue: the day on which it makes sense, its scale of markings, its values in an order to store."""

    reference_day: date
    marking_preset: str
    values: tuple[Identified, ...]

    def of(self, kind: type[V]) -> tuple[V, ...]:
        """Return the values of one kind, in order."""
        return tuple(value for value in self.values if isinstance(value, kind))


def starter_values() -> StarterDialogue:
    """Read the starter dialogue; MachineError if its file is missing or damaged, naming the place."""
    read = read_data(STARTER)
    entries = [(kind, entry) for kind in _KINDS for entry in _entries(read, kind)]
    known = {(kind, _key(kind, entry)) for kind, entry in entries}
    values = [_value(kind, entry, known) for kind, entry in entries]
    belongings = [value for kind, entry in entries for value in _belongings(kind, entry, known)]
    day, preset = read.get("reference_day"), read.get("markings")
    if type(day) is not date or not isinstance(preset, str):
        raise DamagedData(STARTER, "the reference day or the scale of markings is not said")
    return StarterDialogue(day, preset, (*values, *belongings))


def marking_presets() -> tuple[str, ...]:
    """Return the names of the presets, in the order of their file."""
    return tuple(_presets())


def marking_preset(name: str) -> tuple[Marking, ...]:
    """Return the levels of a preset, the least strict first; UserError if there is no preset of this name."""
    presets = _presets()
    if name not in presets:
        raise UserError(
            "There is no scale of markings named “{name}”; there are: {names}.", name=name, names=tuple(presets)
        )
    preset = presets[name]
    levels = preset.get("level", [])
    keys = [level.get("key", "") for level in levels]
    if missing := [role for role in ("shared", "internal", "ceiling") if preset.get(role) not in keys]:
        raise DamagedData(MARKINGS, f"preset {name}: no level is named for {', '.join(missing)}")
    return tuple(
        Marking(
            id=MarkingId(_identifier("marking", f"{name}/{key}")),
            rank=rank,
            name=_text(MARKINGS, f"level {key}", level.get("name")),
            shared=preset["shared"] == key,
            internal=preset["internal"] == key,
            ceiling=preset["ceiling"] == key,
        )
        for rank, (key, level) in enumerate(zip(keys, levels, strict=True), start=1)
    )


def preset_for(state_name: str) -> str:
    """Return the name of the preset with which a state begins: its own, else the default one."""
    wanted = state_name.strip().casefold()
    for name, preset in _presets().items():
        if wanted in (state.casefold() for state in preset.get("used_by", [])):
            return name
    return str(read_data(MARKINGS)["default"])


def _presets() -> Mapping[str, Mapping[str, Any]]:
    presets: Mapping[str, Mapping[str, Any]] = read_data(MARKINGS).get("preset", {})
    return presets


def _entries(read: Mapping[str, Any], kind: str) -> list[Mapping[str, Any]]:
    entries = read.get(kind, [])
    return entries if isinstance(entries, list) else [entries]


def _key(kind: str, entry: Mapping[str, Any]) -> str:
    key = entry.get("key")
    if not isinstance(key, str) or not key:
        raise DamagedData(STARTER, f"one entry of “{kind}” has no key")
    return key


def _identifier(kind: str, key: str) -> str:
    return str(uuid5(_NAMESPACE, f"{kind}/{key}"))


def _value(kind: str, entry: Mapping[str, Any], known: set[tuple[str, str]]) -> Identified:
    key = _key(kind, entry)
    place = f"{kind} {key}"
    hints = get_type_hints(_KINDS[kind])
    of_name = {field.name.removesuffix("_id"): field.name for field in fields(_KINDS[kind]) if field.name != "id"}
    contents: dict[str, Any] = {"id": _identifier(kind, key)}
    for name, raw in entry.items():
        if name in _BELONGINGS:
            continue
        if name not in of_name:
            raise DamagedData(STARTER, f"{place}: there is no field “{name}”")
        contents[of_name[name]] = _content(f"{place}, {name}", hints[of_name[name]], raw, known)
    try:
        return _KINDS[kind](**contents)
    except (TypeError, ValueError, UserError) as wrong:
        raise DamagedData(STARTER, f"{place}: {wrong}") from wrong


def _content(place: str, hint: Any, raw: Any, known: set[tuple[str, str]]) -> Any:
    if get_origin(hint) in (Union, UnionType):
        hint = next(part for part in get_args(hint) if part is not type(None))
    if isinstance(hint, NewType):
        return _reference(place, hint.__name__.removesuffix("Id").lower(), raw, known)
    if hint is Text:
        return _text(STARTER, place, raw)
    if issubclass(hint, StrEnum):
        if raw not in list(hint):
            raise DamagedData(STARTER, f"{place}: “{raw}” is not one of {', '.join(hint)}")
        return hint(raw)
    if type(raw) is not hint:
        raise DamagedData(STARTER, f"{place}: {raw!r} is not of the kind {hint.__name__}")
    return raw


def _reference(place: str, kind: str, key: object, known: set[tuple[str, str]]) -> str:
    if not isinstance(key, str) or (kind, key) not in known:
        raise DamagedData(STARTER, f"{place}: there is no {kind} with the key “{key}”")
    return _identifier(kind, key)


def _text(file: str, place: str, raw: object) -> Text:
    if not isinstance(raw, dict) or not raw or not all(isinstance(words, str) for words in raw.values()):
        raise DamagedData(file, f"{place}: words are needed, language by language")
    first = next(iter(raw))
    states = {True: WordingState.ORIGINAL, False: WordingState.TRANSLATION}
    return Text(tuple(Wording(language, words, states[language == first]) for language, words in raw.items()))


def _belongings(kind: str, entry: Mapping[str, Any], known: set[tuple[str, str]]) -> Iterator[Identified]:
    key = _key(kind, entry)
    yield from _links(kind, key, entry, known)
    for role in CitationRole:
        yield from _citations(kind, key, role, entry.get(role.value, {}), known)
    for number, alias in enumerate(entry.get("aliases", []), start=1):
        place = f"alias {number} of {kind} {key}"
        yield Alias(
            id=_identifier("alias", f"{kind}/{key}/{number}"),
            subject=Subject(kind),
            subject_id=_identifier(kind, key),
            name=_text(STARTER, place, alias.get("name")),
            source_id=SourceId(_reference(place, "source", alias.get("source"), known)),
        )


def _links(kind: str, key: str, entry: Mapping[str, Any], known: set[tuple[str, str]]) -> Iterator[Identified]:
    own = _identifier(kind, key)
    for other in ("instrument", "topic"):
        for named in entry.get(f"{other}s", []):
            id_ = _identifier(f"{kind}-{other}", f"{key}/{named}")
            reference = _reference(f"{kind} {key}", other, named, known)
            match kind, other:
                case "objective", "instrument":
                    yield ObjectiveInstrument(
                        id=id_, objective_id=ObjectiveId(own), instrument_id=InstrumentId(reference)
                    )
                case "objective", "topic":
                    yield ObjectiveTopic(id=id_, objective_id=ObjectiveId(own), topic_id=TopicId(reference))
                case "commitment", "instrument":
                    yield CommitmentInstrument(
                        id=id_, commitment_id=CommitmentId(own), instrument_id=InstrumentId(reference)
                    )
                case _:
                    raise DamagedData(STARTER, f"{kind} {key}: a {kind} is not tied to a list of {other}s")


def _citations(
    kind: str, key: str, role: CitationRole, cited: Mapping[str, list[int]], known: set[tuple[str, str]]
) -> Iterator[Citation]:
    for source, paragraphs in cited.items():
        source_id = _reference(f"{kind} {key}", "source", source, known)
        for paragraph in paragraphs:
            yield Citation(
                id=_identifier("citation", f"{source}/{kind}/{key}/{role}/{paragraph}"),
                source_id=SourceId(source_id),
                subject=Subject(kind),
                subject_id=_identifier(kind, key),
                role=role,
                paragraph=paragraph,
            )
