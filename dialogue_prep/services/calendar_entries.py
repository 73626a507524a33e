"""Rounds, meetings beside them and milestones as entries of a calendar, with those that were called off or removed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import TypeVar

from dialogue_prep.documents.calendar_file import CalendarEvent
from dialogue_prep.documents.wording import Phrases
from dialogue_prep.domain.agenda import Agenda, AgendaItem, AgendaState
from dialogue_prep.domain.days import check_zone
from dialogue_prep.domain.dialogue import Dialogue, Side
from dialogue_prep.domain.dossier import grouped
from dialogue_prep.domain.due import DatedMilestone, dated, years_of
from dialogue_prep.domain.errors import UserError
from dialogue_prep.domain.identity import Identified
from dialogue_prep.domain.milestone import Milestone
from dialogue_prep.domain.public_holidays import Capital
from dialogue_prep.domain.round import Round
from dialogue_prep.domain.special_meeting import SpecialMeeting
from dialogue_prep.domain.text import Text
from dialogue_prep.store.fields import value_of
from dialogue_prep.store.kinds import name_of
from dialogue_prep.store.work import Work
from dialogue_prep.system.public_holidays import holiday_calendar

V = TypeVar("V", bound=Identified)
Days = tuple[date | datetime, date | datetime]

_DOMAIN = "dialogue-prep"
_BEFORE_ANY_CHANGE = datetime(1970, 1, 1, tzinfo=UTC)


class Kept:
    """What a store has, and had, for calendars: read once, however many dialogues they are of."""

    def __init__(self, work: Work) -> None:
        removals = work.removals()

        def with_removed(kind: type[V]) -> tuple[list[V], list[V]]:
            entries = (entry for entry in removals if entry.kind == name_of(kind) and entry.before)
            return list(work.find(kind)), [value_of(kind, entry.before or {}) for entry in entries]

        rounds, gone_rounds = with_removed(Round)
        meetings, gone_meetings = with_removed(SpecialMeeting)
        milestones, gone_milestones = with_removed(Milestone)
        agendas, gone_agendas = with_removed(Agenda)
        self.rounds = grouped([*rounds, *gone_rounds], "dialogue_id")
        self.meetings = grouped([*meetings, *gone_meetings], "dialogue_id")
        self.milestones = grouped([*milestones, *gone_milestones], "round_id")
        self.agendas = grouped(agendas, "round_id")
        self.gone_agendas = grouped(gone_agendas, "round_id")
        self.removed = {value.id for value in (*gone_rounds, *gone_meetings, *gone_milestones)}
        self.sides = grouped(sorted(work.find(Side), key=lambda side: side.position), "dialogue_id")
        self.last_steps = work.last_steps()


class CalendarEntries:
    """Makes the entries of one dialogue.

    An entry is told by the identifier of its record for good. Its sequence is the number of the last step that changed
    the record or anything on which its days rest, so that a later file always takes the place of an earlier one.
    """

    def __init__(self, work: Work, kept: Kept, dialogue: Dialogue, phrases: Phrases) -> None:
        self._work = work
        self._kept = kept
        self._dialogue = dialogue
        self._phrases = phrases
        self._sides = kept.sides.get(dialogue.id, ())

    def all(self) -> Iterator[CalendarEvent]:
        """Yield every entry of the dialogue, in no order."""
        for round_ in self._kept.rounds.get(self._dialogue.id, ()):
            yield from self._of_round(round_)
        for meeting in self._kept.meetings.get(self._dialogue.id, ()):
            yield from self._of_meeting(meeting)

    def _of_round(self, round_: Round) -> Iterator[CalendarEvent]:
        standing = self._with_days(round_)
        off = round_.id in self._kept.removed or round_.status.dropped or round_.start is None
        agendas = (*self._kept.agendas.get(round_.id, ()), *self._kept.gone_agendas.get(round_.id, ()))
        rests_on = (round_.id, *(side.id for side in self._sides), *(agenda.id for agenda in agendas))
        if standing.start is not None:
            yield self._event(
                rests_on,
                summary=self._phrases.say(
                    "Round {ordinal}: {dialogue}", ordinal=round_.ordinal, dialogue=self._dialogue.designation
                ),
                days=self._hours(standing) or (standing.start, standing.end or standing.start),
                description=self._phrases.say("{side} hosts.", side=self._host(round_).name),
                location=", ".join(filter(None, (self._words(round_.venue), self._words(round_.city)))),
                cancelled=off,
            )
        for one in self._dated(self._kept.milestones.get(round_.id, ()), standing):
            yield from self._of_milestone(one, standing, rests_on, called_off=off)

    def _of_milestone(
        self, one: DatedMilestone, round_: Round, rests_on: Sequence[str], *, called_off: bool
    ) -> Iterator[CalendarEvent]:
        if one.due is None:
            return
        milestone = one.milestone
        text = "Done: {title} (round {ordinal})" if milestone.done_on else "{title} (round {ordinal})"
        yield self._event(
            (milestone.id, *rests_on),
            summary=self._phrases.say(text, title=milestone.title, ordinal=round_.ordinal),
            days=(one.due, one.due),
            description="\n".join(filter(None, (milestone.owner, *map(self._phrases.sentence, one.notes)))),
            cancelled=called_off or bool(milestone.waived) or milestone.id in self._kept.removed,
            occupies=False,
        )

    def _of_meeting(self, meeting: SpecialMeeting) -> Iterator[CalendarEvent]:
        if meeting.start is not None:
            yield self._event(
                (meeting.id,),
                summary=f"{self._words(meeting.title)} ({self._words(self._dialogue.designation)})",
                days=(meeting.start, meeting.end or meeting.start),
                description=self._words(meeting.reason),
                location=self._words(meeting.city),
                cancelled=meeting.id in self._kept.removed or meeting.status.dropped,
            )

    def _event(
        self,
        rests_on: Sequence[str],
        *,
        summary: str,
        days: Days,
        description: str,
        cancelled: bool,
        location: str = "",
        occupies: bool = True,
    ) -> CalendarEvent:
        """Return an entry; the first of the identifiers on which it rests is that of its record."""
        steps = self._kept.last_steps
        sequence, changed = max((steps[id_] for id_ in rests_on if id_ in steps), default=(0, _BEFORE_ANY_CHANGE))
        return CalendarEvent(
            uid=f"{rests_on[0]}@{_DOMAIN}",
            sequence=sequence,
            changed=changed,
            summary=summary,
            start=days[0],
            end=days[1],
            description=description,
            location=location,
            cancelled=cancelled,
            occupies=occupies,
        )

    def _with_days(self, round_: Round) -> Round:
        """Return a round with the days that it had last, so that an entry already given out can be called off."""
        if round_.start is not None:
            return round_
        for entry in self._work.entries(round_.id):
            if entry.before and (day := entry.before.get("start")):
                start = date.fromisoformat(str(day))
                return replace(round_, start=start, end=start, year=start.year)
        return round_

    def _hours(self, round_: Round) -> Days | None:
        """Return when a round begins and ends, where its agenda has left our side; a first draft settles no hour."""
        agendas = self._kept.agendas.get(round_.id, ())
        agenda = max(agendas, key=lambda agenda: agenda.version, default=None)
        if agenda is None or agenda.state is AgendaState.DRAFT or round_.start is None:
            return None
        try:
            zone = check_zone(round_.time_zone or self._host(round_).time_zone)
        except UserError:
            return None
        items = self._work.find(AgendaItem, agenda_id=agenda.id)
        minutes = sum(item.minutes for item in items if not item.parked) or agenda.minutes_available
        last = round_.end or round_.start
        several = last != round_.start
        ends = datetime.combine(last, agenda.begins) + timedelta(
            minutes=agenda.minutes_available if several else minutes
        )
        return datetime.combine(round_.start, agenda.begins, zone), ends.replace(tzinfo=zone)

    def _dated(self, milestones: Sequence[Milestone], round_: Round) -> tuple[DatedMilestone, ...]:
        if not milestones:
            return ()
        years = years_of(milestones, round_)
        capitals = [Capital(side, holiday_calendar(side.holiday_calendar, years)) for side in self._sides]
        return dated(milestones, round_, capitals)

    def _host(self, round_: Round) -> Side:
        return next(side for side in self._sides if side.id == round_.host_id)

    def _words(self, text: Text) -> str:
        return text.read(self._phrases.language)
