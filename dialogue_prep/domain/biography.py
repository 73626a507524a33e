"""Biographies: what our co-chair should know of somebody across the table, or at our own side of it."""

from __future__ import annotations

from dataclasses import dataclass

from dialogue_prep.domain.identity import Identified, PersonId
from dialogue_prep.domain.text import NOTHING, Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Biography(Identified):
    """What is known of a person; `last_met` says when and where we met, `courtesy` what to say first."""

    person_id: PersonId
    career: Text = NOTHING
    languages: Text = NOTHING
    last_met: Text = NOTHING
    courtesy: Text = NOTHING
