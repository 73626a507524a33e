"""Meetings of a dialogue beside its rounds: special sessions, and those of sub-groups."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from dialogue_prep.domain.errors import UserError
from dialogue_prep.domain.identity import DialogueId, Identified, SideId, SubgroupId
from dialogue_prep.domain.round import RoundForm, RoundStatus, check_year
from dialogue_prep.domain.text import NOTHING, Text


class MeetingKind(StrEnum):
    """What sort of meeting it is."""

    SPECIAL_SESSION = "special session"
    SUBGROUP = "sub-group meeting"


@dataclass(frozen=True, slots=True, kw_only=True)
class SpecialMeeting(Identified):
    """A meeting that is no round: it has no number and uses up no turn of hosting.

    `reason` says why the sides meet beside their rounds, `reference` where that was agreed.
    """

    dialogue_id: DialogueId
    kind: MeetingKind
    title: Text
    reason: Text
    reference: str = ""
    host_id: SideId | None = None
    form: RoundForm = RoundForm.HOSTED
    city: Text = NOTHING
    start: date | None = None
    end: date | None = None
    time_zone: str = ""
    subgroup_id: SubgroupId | None = None
    status: RoundStatus = RoundStatus.EXPECTED

    def __post_init__(self) -> None:
        if not self.title:
            raise UserError("Say what the meeting is about.", field="title")
        if not self.reason:
            raise UserError("Say why the sides meet beside their rounds.", field="reason")
        check_year(self.start, "start")
        check_year(self.end, "end")
        if self.end and not self.start:
            raise UserError("A meeting that ends must begin.", field="start")
        if self.start and self.end and self.end < self.start:
            raise UserError("A meeting cannot end before it begins.", field="end")
