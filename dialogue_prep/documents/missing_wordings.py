"""Texts that papers show and that nobody has worded in a language yet, or whose translation is behind the original."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from dialogue_prep.documents.wording import phrase
from dialogue_prep.domain.dossier import Dossier
from dialogue_prep.domain.readiness import Gap, Place
from dialogue_prep.domain.sentence import Sentence
from dialogue_prep.domain.text import Text, WordingState

LANGUAGE_NAMES = MappingProxyType(
    {"en": phrase("English"), "fr": phrase("French"), "zh-Hans": phrase("Simplified Chinese")}
)

_SHOWN: Mapping[Place, Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        Place.DIALOGUE: {
            "dialogue": ("designation", "guidance"),
            "sides": ("name", "long_name", "capital"),
            "entities": ("name", "abbreviation"),
            "posts": ("title",),
            "topics": ("title",),
            "mechanisms": ("name",),
            "objectives": ("wording",),
            "instruments": ("title",),
            "markings": ("name",),
        },
        Place.HOSTING: {"rounds": ("city", "venue", "reason"), "milestones": ("title",)},
        Place.AGENDA: {"items": ("title", "objective", "outcome"), "points": ("words", "about")},
        Place.COMMITMENTS: {"commitments": ("wording", "action"), "status_entries": ("evidence", "next_step")},
        Place.DELEGATIONS: {
            "people": ("form_of_address",),
            "delegates": ("office", "note"),
            "absences": ("reason",),
            "biographies": ("career", "languages", "last_met", "courtesy"),
        },
        Place.SOURCES: {"sources": ("title",)},
        Place.PAPERS: {
            "steering_points": ("words",),
            "passages": ("words", "fall_back", "red_line"),
            "options": ("words",),
        },
    }
)
"""Which fields of which records papers show, by where they are mended. Names of people need no translation."""

_SENTENCES = MappingProxyType(
    {
        Place.DIALOGUE: phrase("Names and titles of the dialogue, missing or outdated in {language}: {count}."),
        Place.HOSTING: phrase("Places and milestones, missing or outdated in {language}: {count}."),
        Place.AGENDA: phrase("Texts of the agenda and its notes, missing or outdated in {language}: {count}."),
        Place.COMMITMENTS: phrase("Texts of commitments, missing or outdated in {language}: {count}."),
        Place.DELEGATIONS: phrase("Texts on people, missing or outdated in {language}: {count}."),
        Place.SOURCES: phrase("Titles of sources, missing or outdated in {language}: {count}."),
        Place.PAPERS: phrase(
            "Texts of the steering brief and the communiqué, missing or outdated in {language}: {count}."
        ),
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class MissingWording:
    """A text that a paper in `language` shows in another one, or in a translation that is `outdated`."""

    where: Place
    record_id: str
    field: str
    language: str
    outdated: bool


def missing_wordings(dossier: Dossier, languages: Iterable[str]) -> Iterator[MissingWording]:
    """Yield every text that papers in these languages (BCP 47) show and that lacks a wording in one of them."""
    for language in dict.fromkeys(languages):
        for where, record_id, field, text in _texts(dossier):
            wording = text.wording(language)
            if wording is None or wording.state is WordingState.OUTDATED:
                yield MissingWording(
                    where=where, record_id=record_id, field=field, language=language, outdated=wording is not None
                )


def wording_gaps(dossier: Dossier, languages: Iterable[str]) -> Iterator[Gap]:
    """Yield one gap for each language and each place where texts are missing, with their number; none is blocking.

    A gap is about the first of the records whose texts are missing.
    """
    found: dict[tuple[str, Place], list[MissingWording]] = {}
    for missing in missing_wordings(dossier, languages):
        found.setdefault((missing.language, missing.where), []).append(missing)
    for (language, where), texts in found.items():
        name = Sentence.of(LANGUAGE_NAMES.get(language, language))
        said = Sentence.of(_SENTENCES[where], language=name, count=len(texts))
        yield Gap(said, where, texts[0].record_id)


def _texts(dossier: Dossier) -> Iterator[tuple[Place, str, str, Text]]:
    for where, kinds in _SHOWN.items():
        for name, fields in kinds.items():
            found = getattr(dossier, name)
            for record in found if isinstance(found, tuple) else (found,):
                for field in fields:
                    if text := getattr(record, field):
                        yield where, record.id, field, text
