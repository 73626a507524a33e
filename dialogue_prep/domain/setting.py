"""What is set for one store and travels with it."""

from __future__ import annotations

from dataclasses import dataclass

from dialogue_prep.domain.identity import Identified

REFERENCE_DAY = "reference-day"


@dataclass(frozen=True, slots=True, kw_only=True)
class StoreSetting(Identified):
    """One setting of the store; its `id` is the name of the setting."""

    value: str
