"""Which entities of a side lead on something, and which can."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from dialogue_prep.domain.dialogue import Side
from dialogue_prep.domain.dossier import Dossier
from dialogue_prep.gui.kit.several_picker import Choice


@dataclass(frozen=True, slots=True)
class SideLeads:
    """The entities of one side: which can lead, which do."""

    side: Side
    name: str
    choices: tuple[Choice, ...]
    chosen: tuple[str, ...]


def side_leads(dossier: Dossier, led: Collection[str], side: Side, language: str) -> SideLeads:
    """Return the entities of a side that take part or lead already; `led` are those that lead."""
    entities = [entity for entity in dossier.entities_of(side) if entity.participates or entity.id in led]
    choices = []
    for entity in entities:
        short, name = entity.abbreviation.read(language, "en"), entity.name.read(language, "en")
        choices.append(Choice(entity.id, f"{short}  {name}" if short else name, short or name))
    chosen = tuple(entity.id for entity in entities if entity.id in led)
    return SideLeads(side, side.name.read(language, "en"), tuple(choices), chosen)
