"""What is set for one store and travels with it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from dialogue_prep.domain.identity import Identified

REFERENCE_DAY = "reference-day"
MARKING_PLACE = "marking-place"
TEMPLATE_OF = "template-of/"
"""What the name of a setting begins with that says which template a kind of paper is written into."""
OUR_TEMPLATE = "plain"
"""What is chosen where papers of a kind are written into the program's own template, whatever others there are."""


class MarkingPlace(StrEnum):
    """Where on each page the marking stands."""

    BOTH = "top and foot"
    TOP = "top"
    FOOT = "foot"


@dataclass(frozen=True, slots=True, kw_only=True)
class StoreSetting(Identified):
    """One setting of the store; its `id` is the name of the setting."""

    value: str
