"""The field that says to which entity a record belongs."""

from __future__ import annotations

from collections.abc import Iterable

from dialogue_prep.domain.dialogue import Entity
from dialogue_prep.gui.kit.record_form import FieldKind, FieldShape
from dialogue_prep.gui.words import _


def entity_field(entities: Iterable[Entity], language: str) -> FieldShape:
    """Return the shape of the field: one of these entities, or none of them."""
    named = ((entity.id, entity.name.read(language, "en")) for entity in entities)
    choices = (*named, (None, _("none of these")))
    return FieldShape(name="entity_id", label=_("Entity"), kind=FieldKind.CHOICE, choices=choices)
