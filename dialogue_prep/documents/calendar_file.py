"""Writes calendar files (iCalendar, RFC 5545) that common calendar programs read and bring up to date."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    from icalendar import Event, Timezone, TimezoneDaylight, TimezoneStandard

PRODUCER = "-//dialogue-prep//Hosting schedule//EN"


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarEvent:
    """One entry of a calendar.

    `uid` stays the same for good; the calendar program takes the entry with the highest `sequence` for the one that
    holds. Start and end are either days, both taking part, or moments in the time zone of the place. `changed` is in
    UTC. An event that does not `occupy` its day leaves people free.
    """

    uid: str
    sequence: int
    changed: datetime
    summary: str
    start: date | datetime
    end: date | datetime
    description: str = ""
    location: str = ""
    cancelled: bool = False
    occupies: bool = True


def calendar_file(name: str, events: Iterable[CalendarEvent]) -> bytes:
    """Return a calendar of this name: the same events give the same bytes, whatever their order."""
    from icalendar import Calendar

    ordered = sorted(events, key=lambda event: (_day(event.start), event.uid))
    calendar = Calendar()
    calendar.add("prodid", PRODUCER)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", name)
    for zone in _zones(ordered):
        calendar.add_component(zone)
    for event in ordered:
        calendar.add_component(_component(event))
    return bytes(calendar.to_ical())


def _zones(events: Sequence[CalendarEvent]) -> Iterator[Timezone]:
    """Yield the rules of the time zones in use, for all years of the events and those around them."""
    from icalendar import Timezone

    years: dict[str, list[int]] = {}
    for event in events:
        for moment in (event.start, event.end):
            if isinstance(moment, datetime) and isinstance(moment.tzinfo, ZoneInfo):
                years.setdefault(moment.tzinfo.key, []).append(moment.year)
    for key in sorted(years):
        # From a year before, so that the time which holds in the first January is known too.
        first, last = min(years[key]) - 1, max(years[key]) + 1
        zone = Timezone.from_tzinfo(ZoneInfo(key), key, first_date=date(first, 1, 1), last_date=date(last, 1, 1))
        zone.subcomponents = [each for part in zone.subcomponents for each in _single(part)]
        yield zone


def _single(part: TimezoneStandard | TimezoneDaylight) -> Iterator[TimezoneStandard | TimezoneDaylight]:
    """Yield the part of a time zone once for each change of the clocks: not all programs read lists of them."""
    repeated = part.pop("RDATE", None)
    yield part
    for moment in repeated.dts if repeated else ():
        again = part.copy()
        again.pop("DTSTART")
        again.add("dtstart", moment.dt)
        yield again


def _component(event: CalendarEvent) -> Event:
    from icalendar import Event

    component = Event()
    component.add("uid", event.uid)
    component.add("sequence", event.sequence)
    component.add("dtstamp", event.changed)
    component.add("last-modified", event.changed)
    component.add("summary", event.summary)
    component.add("dtstart", event.start)
    component.add("dtend", event.end if isinstance(event.end, datetime) else event.end + timedelta(days=1))
    component.add("status", "CANCELLED" if event.cancelled else "CONFIRMED")
    component.add("transp", "OPAQUE" if event.occupies and not event.cancelled else "TRANSPARENT")
    if event.description:
        component.add("description", event.description)
    if event.location:
        component.add("location", event.location)
    return component


def _day(moment: date | datetime) -> date:
    return moment.date() if isinstance(moment, datetime) else moment
