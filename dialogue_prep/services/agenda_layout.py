"""Reads how agendas are laid out from the data that come with the program, and words it for one round."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from datetime import time
from typing import Any

from dialogue_prep.documents.wording import Phrases
from dialogue_prep.domain.agenda import ItemKind
from dialogue_prep.domain.dossier import Dossier
from dialogue_prep.domain.planning import AgendaLayout, UsualItem
from dialogue_prep.domain.text import Text, Wording, WordingState
from dialogue_prep.system.resources import data_file

_BEFORE = ("opening", "adoption", "follow-up")
_AFTER = ("next-round", "communique", "other-business", "closing")
_NOT_TITLES = ("kind", "minutes", "after_minutes", "not_before")


def agenda_layout(dossier: Dossier) -> AgendaLayout:
    """Return the layout for the round of a dossier; the first round has nothing to follow up."""
    with data_file("agenda.toml").open("rb") as file:
        kept = tomllib.load(file)
    before = _BEFORE if dossier.last_held else tuple(name for name in _BEFORE if name != "follow-up")
    begins: time = kept["begins"]
    lunch_from: time = kept["lunch"]["not_before"]
    return AgendaLayout(
        begins=begins,
        minutes_available=kept["minutes_available"],
        before=tuple(_usual(kept[name], dossier) for name in before),
        after=tuple(_usual(kept[name], dossier) for name in _AFTER),
        pause=_usual(kept["break"], dossier),
        break_after=kept["break"]["after_minutes"],
        lunch=_usual(kept["lunch"], dossier),
        lunch_from=lunch_from,
        day_end=_usual(kept["day-end"], dossier),
        **kept["topics"],
    )


def _usual(kept: Mapping[str, Any], dossier: Dossier) -> UsualItem:
    languages = [name for name in kept if name not in _NOT_TITLES]
    wordings = (
        Wording(
            language,
            _filled(kept[language], language, dossier),
            WordingState.ORIGINAL if language == "en" else WordingState.TRANSLATION,
        )
        for language in languages
    )
    return UsualItem(kind=ItemKind(kept["kind"]), title=Text(tuple(wordings)), minutes=kept["minutes"])


def _filled(template: str, language: str, dossier: Dossier) -> str:
    """Put the last and the next round into a title; the side that does not host this round hosts the next."""
    following = next(side for side in dossier.sides if side.id != dossier.round.host_id)
    year = dossier.round.year
    values: dict[str, object] = {"host": following.name.read(language)}
    values["year"] = year + max(1, dossier.dialogue.cadence.months // 12) if year else "–"
    if dossier.last_held:
        values["number"] = dossier.last_held.ordinal
        values["ordinal"] = Phrases(language).ordinal(dossier.last_held.ordinal) if "{ordinal}" in template else ""
    return template.format(**values)
