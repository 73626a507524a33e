"""A calendar file says the same to this library and to another one, over a change of summer time."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import icalendar
import pytest
import vobject
from hypothesis import given
from hypothesis import strategies as st

from dialogue_prep.documents.calendar_file import CalendarEvent, calendar_file

CHANGED = datetime(2032, 2, 6, 12, tzinfo=UTC)
TORONTO, SHANGHAI, LONDON = ZoneInfo("America/Toronto"), ZoneInfo("Asia/Shanghai"), ZoneInfo("Europe/London")


def event(uid: str = "a@dialogue-prep", **more: object) -> CalendarEvent:
    given: dict[str, object] = {
        "uid": uid,
        "sequence": 3,
        "changed": CHANGED,
        "summary": "Round 3",
        "start": date(2032, 6, 1),
        "end": date(2032, 6, 2),
        **more,
    }
    return CalendarEvent(**given)  # type: ignore[arg-type]


def by_icalendar(written: bytes) -> list[icalendar.Event]:
    return list(icalendar.Calendar.from_ical(written).walk("VEVENT"))


def by_vobject(written: bytes) -> list[object]:
    """Read with the other library, which has to forget the rules of zones that it took from an earlier file."""
    for zone in icalendar.Calendar.from_ical(written).walk("VTIMEZONE"):
        vobject.icalendar.registerTzid(str(zone["TZID"]), None)
    return list(vobject.readOne(written.decode("utf-8")).vevent_list)


def instants(written: bytes) -> tuple[list[tuple[datetime, datetime]], list[tuple[datetime, datetime]]]:
    """Return start and end of every event in UTC as one and as the other library reads them."""
    one = [(e["DTSTART"].dt, e["DTEND"].dt) for e in by_icalendar(written)]
    other = [(e.dtstart.value, e.dtend.value) for e in by_vobject(written)]  # type: ignore[attr-defined]
    both = [[(start.astimezone(UTC), end.astimezone(UTC)) for start, end in found] for found in (one, other)]
    return both[0], both[1]


@pytest.mark.parametrize(
    ("zone", "start", "end"),
    [
        # Clocks go forward in Toronto on 14 March 2032, and back on 7 November.
        (TORONTO, (2032, 3, 13, 9), (2032, 3, 14, 17)),
        (TORONTO, (2032, 11, 6, 9), (2032, 11, 7, 17)),
        (LONDON, (2032, 3, 27, 9), (2032, 3, 28, 17)),
        (SHANGHAI, (2032, 1, 1, 9), (2032, 1, 1, 17)),
        (TORONTO, (2018, 6, 12, 9), (2018, 6, 12, 17)),
    ],
)
def test_both_libraries_read_the_same_instants_over_a_change_of_summer_time(
    zone: ZoneInfo, start: tuple[int, int, int, int], end: tuple[int, int, int, int]
) -> None:
    meant = (datetime(*start, tzinfo=zone), datetime(*end, tzinfo=zone))
    written = calendar_file("Rounds", [event(start=meant[0], end=meant[1])])
    one, other = instants(written)
    assert one == other == [(meant[0].astimezone(UTC), meant[1].astimezone(UTC))]


@given(
    zone=st.sampled_from([TORONTO, SHANGHAI, LONDON, ZoneInfo("Australia/Sydney"), ZoneInfo("Asia/Kolkata")]),
    day=st.dates(date(2000, 1, 1), date(2037, 12, 31)),  # what stands behind the other library knows no later clocks
    hour=st.integers(8, 18),
)
def test_any_hour_of_a_working_day_is_the_same_instant_for_both(zone: ZoneInfo, day: date, hour: int) -> None:
    start = datetime(day.year, day.month, day.day, hour, tzinfo=zone)
    one, other = instants(calendar_file("Rounds", [event(start=start, end=start + timedelta(hours=4))]))
    assert one == other
    assert one[0][0] == start.astimezone(UTC)


def test_days_are_days_and_the_last_one_takes_part() -> None:
    written = calendar_file("Rounds", [event()])
    (one,), (other,) = by_icalendar(written), by_vobject(written)
    assert (one["DTSTART"].dt, one["DTEND"].dt) == (date(2032, 6, 1), date(2032, 6, 3))
    assert (other.dtstart.value, other.dtend.value) == (date(2032, 6, 1), date(2032, 6, 3))  # type: ignore[attr-defined]
    assert b"VTIMEZONE" not in written


def test_what_was_called_off_is_cancelled_and_takes_up_nobodys_day() -> None:
    (one,) = by_icalendar(calendar_file("Rounds", [event(cancelled=True)]))
    assert (one["STATUS"], one["TRANSP"]) == ("CANCELLED", "TRANSPARENT")
    (one,) = by_icalendar(calendar_file("Rounds", [event()]))
    assert (one["STATUS"], one["TRANSP"]) == ("CONFIRMED", "OPAQUE")


AWKWARD = ["a, b; c\\d", "two\nlines", "引渡条约" * 40, "é" * 200, 'BEGIN:VEVENT\r\nUID:x "quoted": ^', "", "🇨🇦" * 60]


@pytest.mark.parametrize("words", AWKWARD, ids=range(len(AWKWARD)))
def test_any_words_come_out_as_they_went_in(words: str) -> None:
    written = calendar_file("Rounds", [event(summary=words, description=words, location=words)])
    (one,), (other,) = by_icalendar(written), by_vobject(written)
    meant = words.replace("\r\n", "\n")
    assert str(one["SUMMARY"]).replace("\r\n", "\n") == meant
    assert other.summary.value.replace("\r\n", "\n") == meant  # type: ignore[attr-defined]
    assert all(len(line) <= 75 for line in written.split(b"\r\n")), "lines are folded at 75 bytes"


def test_the_same_events_give_the_same_bytes_in_any_order() -> None:
    moments = [
        event(str(number), start=datetime(2032, 3, 1, 9, tzinfo=zone), end=datetime(2032, 3, 1, 17, tzinfo=zone))
        for number, zone in enumerate((TORONTO, SHANGHAI, LONDON, TORONTO), start=1)
    ]
    written = calendar_file("Rounds", [*moments, event()])
    assert calendar_file("Rounds", [event(), *reversed(moments)]) == written
    assert written.count(b"BEGIN:VTIMEZONE") == 3


def test_an_entry_that_changed_has_the_same_uid_and_a_higher_sequence() -> None:
    (before,) = by_icalendar(calendar_file("Rounds", [event()]))
    (after,) = by_icalendar(calendar_file("Rounds", [replace(event(), sequence=4, start=date(2032, 6, 2))]))
    assert before["UID"] == after["UID"]
    assert int(before["SEQUENCE"]) < int(after["SEQUENCE"])


def test_a_calendar_without_entries_is_a_calendar() -> None:
    assert by_icalendar(calendar_file("Rounds", [])) == []
