"""Dialogues, their two sides and the institutions of each."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from dialogue_prep.domain.errors import UserError
from dialogue_prep.domain.identity import DialogueId, EntityId, Identified, SideId
from dialogue_prep.domain.text import NOTHING, Text


class Cadence(StrEnum):
    """How often a dialogue meets."""

    TWICE_A_YEAR = "twice a year"
    ANNUAL = "annual"
    EVERY_TWO_YEARS = "every two years"
    UNSAID = "unsaid"

    @property
    def months(self) -> int:
        """Months from one round to the next; a year where nothing is said."""
        return {Cadence.TWICE_A_YEAR: 6, Cadence.EVERY_TWO_YEARS: 24}.get(self, 12)


class HostRule(StrEnum):
    """Who hosts a round."""

    ALTERNATE = "alternate"
    UNSAID = "unsaid"


@dataclass(frozen=True, slots=True, kw_only=True)
class Dialogue(Identified):
    """A standing mechanism of two sides, as its terms of reference set it up."""

    id: DialogueId
    designation: Text
    short_name: Text = NOTHING
    purpose: Text = NOTHING
    cadence: Cadence = Cadence.UNSAID
    host_rule: HostRule = HostRule.UNSAID
    participation: Text = NOTHING
    subgroups: Text = NOTHING
    guidance: Text = NOTHING
    topics_open: bool = False

    def __post_init__(self) -> None:
        if not self.designation:
            raise UserError("A dialogue needs a designation.", field="designation")


@dataclass(frozen=True, slots=True, kw_only=True)
class Side(Identified):
    """One of the two states of a dialogue; `home` is ours.

    `holiday_calendar` names the public holidays of its capital: the ISO code of the state, with that of a province
    where they differ (`CA-ON`).
    """

    id: SideId
    dialogue_id: DialogueId
    position: int
    name: Text
    long_name: Text = NOTHING
    adjective: Text = NOTHING
    home: bool = False
    hosts_first: bool = False
    capital: Text = NOTHING
    time_zone: str = ""
    holiday_calendar: str = ""

    def __post_init__(self) -> None:
        if not self.name:
            raise UserError("A side needs the name of its state.", field="name")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity(Identified):
    """An institution of a side.

    `position` is its place in the terms of reference, `precedence` the order in which its delegates stand.
    """

    id: EntityId
    side_id: SideId
    position: int
    precedence: int
    name: Text
    abbreviation: Text = NOTHING
    participates: bool = True

    def __post_init__(self) -> None:
        if not self.name:
            raise UserError("An entity needs a name.", field="name")
