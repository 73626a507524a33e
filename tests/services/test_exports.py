"""Calendars and tables of the schedule: entries that stay the same, cancellations, hours only where they are known."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import icalendar
import openpyxl
import pytest

from dialogue_prep.domain.agenda import Agenda, AgendaState
from dialogue_prep.domain.errors import MachineError, UserError
from dialogue_prep.domain.milestone import Milestone
from dialogue_prep.domain.round import Round, RoundStatus
from dialogue_prep.domain.special_meeting import SpecialMeeting
from dialogue_prep.domain.text import in_english
from dialogue_prep.reading.milestone_rows import read_milestone_rows
from dialogue_prep.services.exports import Exports, write_sheet
from dialogue_prep.services.hosting import Hosting
from dialogue_prep.services.milestones import Milestones
from dialogue_prep.services.rounds import Plan, Rounds
from dialogue_prep.services.workspace import Workspace


def entries(workspace: Workspace, *dialogues: str) -> dict[str, Any]:
    """Return the entries of the calendar by the identifiers of their records."""
    read = icalendar.Calendar.from_ical(Exports(workspace).calendar(dialogues))
    return {str(entry["UID"]).removesuffix("@dialogue-prep"): entry for entry in read.walk("VEVENT")}


def change(workspace: Workspace, kind: type, id_: str, **content: object) -> None:
    with workspace.request("Change") as work:
        work.put(replace(work.get(kind, id_), **content))


def test_rounds_meetings_and_milestones_are_entries_told_by_their_records(workspace: Workspace) -> None:
    found = entries(workspace)
    assert set(found) == {"round-1", "round-2", "round-3", "locks", "note", "list", "visas", "gift"}
    third = found["round-3"]
    assert (third["DTSTART"].dt, third["DTEND"].dt) == (date(2032, 6, 1), date(2032, 6, 3))
    assert third["SUMMARY"] == "Round 3: Standing Dialogue on Rivers and Justice"
    assert third["LOCATION"] == "Port Lumen"
    assert found["visas"]["DTSTART"].dt == date(2032, 5, 3)
    assert found["note"]["SUMMARY"] == "Done: Propose dates (round 3)"
    assert found["visas"]["TRANSP"] == "TRANSPARENT"
    assert found["locks"]["DESCRIPTION"] == "The sides asked for it in the second round."


def test_the_words_are_in_the_language_that_is_asked_for(workspace: Workspace) -> None:
    read = icalendar.Calendar.from_ical(Exports(workspace, "fr").calendar())
    assert "Dialogue permanent" in {str(e["SUMMARY"]) for e in read.walk("VEVENT") if "round-3" in e["UID"]}.pop()


def test_the_same_store_gives_the_same_bytes(workspace: Workspace) -> None:
    assert Exports(workspace).calendar() == Exports(workspace).calendar()


def test_a_change_raises_the_sequence_of_all_that_it_moves_and_of_nothing_else(workspace: Workspace) -> None:
    before = entries(workspace)
    Rounds(workspace).plan("dialogue", Plan(start=date(2032, 6, 8)))
    after = entries(workspace)
    risen = {id_ for id_ in after if int(after[id_]["SEQUENCE"]) > int(before[id_]["SEQUENCE"])}
    assert risen == {"round-3", "note", "list", "visas", "gift"}
    assert after["round-3"]["DTSTART"].dt == date(2032, 6, 8)


def test_undo_raises_the_sequence_too(workspace: Workspace) -> None:
    Rounds(workspace).plan("dialogue", Plan(start=date(2032, 6, 8)))
    moved = entries(workspace)["round-3"]
    workspace.undo()
    back = entries(workspace)["round-3"]
    assert back["DTSTART"].dt == date(2032, 6, 1)
    assert int(back["SEQUENCE"]) > int(moved["SEQUENCE"])


@pytest.mark.parametrize("status", [status for status in RoundStatus if status.dropped])
def test_a_round_called_off_is_cancelled_with_all_that_was_due_before_it(
    workspace: Workspace, status: RoundStatus
) -> None:
    change(workspace, Round, "round-3", status=status, reason=in_english("A flood."))
    found = entries(workspace)
    assert {id_ for id_, entry in found.items() if entry["STATUS"] == "CANCELLED"} == {
        "round-3", "note", "list", "visas", "gift",
    }  # fmt: skip


def test_what_was_waived_is_cancelled_and_nothing_else(workspace: Workspace) -> None:
    assert [id_ for id_, entry in entries(workspace).items() if entry["STATUS"] == "CANCELLED"] == ["gift"]


def test_what_was_removed_is_cancelled_where_it_stood(workspace: Workspace) -> None:
    before = entries(workspace)
    with workspace.request("Remove") as work:
        work.remove(work.get(Milestone, "visas"))
        work.remove_whole(work.get(SpecialMeeting, "locks"))
        work.remove_whole(work.get(Round, "round-3"))
    after = entries(workspace)
    for id_ in ("visas", "list", "locks", "round-3"):
        assert after[id_]["STATUS"] == "CANCELLED"
        assert after[id_]["DTSTART"].dt == before[id_]["DTSTART"].dt
        assert int(after[id_]["SEQUENCE"]) > int(before[id_]["SEQUENCE"])
    workspace.undo()
    assert entries(workspace)["round-3"]["STATUS"] == "CONFIRMED"


def test_a_round_that_lost_its_days_is_cancelled_on_those_it_had(workspace: Workspace) -> None:
    Rounds(workspace).plan("dialogue", Plan(emptied=frozenset(["start"])))
    found = entries(workspace)
    assert (found["round-3"]["STATUS"], found["round-3"]["DTSTART"].dt) == ("CANCELLED", date(2032, 6, 1))
    assert found["list"]["STATUS"] == "CANCELLED"


def test_hours_are_said_in_the_zone_of_the_host_once_the_agenda_has_left_us(workspace: Workspace) -> None:
    change(workspace, Round, "round-3", end=date(2032, 6, 1))
    assert entries(workspace)["round-3"]["DTSTART"].dt == date(2032, 6, 1), "a first draft settles no hour"
    change(workspace, Agenda, "agenda", state=AgendaState.SENT)
    entry = entries(workspace)["round-3"]
    assert entry["DTSTART"].params["TZID"] == "Asia/Tokyo"
    assert entry["DTSTART"].dt.astimezone(UTC) == datetime(2032, 6, 1, 0, 30, tzinfo=UTC)
    # 150 minutes of items that are not parked.
    assert entry["DTEND"].dt.astimezone(UTC) == datetime(2032, 6, 1, 3, 0, tzinfo=UTC)


def test_a_round_of_several_days_ends_on_its_last_one_over_a_change_of_summer_time(workspace: Workspace) -> None:
    change(workspace, Agenda, "agenda", state=AgendaState.AGREED)
    days = {"start": date(2032, 3, 27), "end": date(2032, 3, 28)}
    change(workspace, Round, "round-3", host_id="ostrava", time_zone="", **days)
    entry = entries(workspace)["round-3"]
    # Clocks go forward in Prague on 28 March 2032: 9.30 is 8.30 UTC the day before, and 14.30 is 12.30 UTC.
    assert entry["DTSTART"].dt.astimezone(UTC) == datetime(2032, 3, 27, 8, 30, tzinfo=UTC)
    assert entry["DTEND"].dt.astimezone(UTC) == datetime(2032, 3, 28, 12, 30, tzinfo=UTC)


def test_without_a_known_zone_a_round_takes_whole_days(workspace: Workspace) -> None:
    change(workspace, Agenda, "agenda", state=AgendaState.AGREED)
    change(workspace, Round, "round-3", time_zone="Mars/Olympus")
    assert entries(workspace)["round-3"]["DTSTART"].dt == date(2032, 6, 1)


def test_a_calendar_can_be_of_one_dialogue(workspace: Workspace) -> None:
    assert entries(workspace, "another") == {}


def test_a_calendar_is_written_whole_or_not_at_all(workspace: Workspace, tmp_path: Path) -> None:
    path = tmp_path / "rounds.ics"
    Exports(workspace).write_calendar(path)
    assert path.read_bytes() == Exports(workspace).calendar()
    with pytest.raises(MachineError, match="could not be written"):
        Exports(workspace).write_calendar(path / "inside.ics")
    assert [one.name for one in tmp_path.glob("*.ics")] == ["rounds.ics"]


def test_the_schedule_is_a_table_in_csv_and_excel(workspace: Workspace, tmp_path: Path) -> None:
    sheet = Exports(workspace).schedule(Rounds(workspace).schedule("dialogue", 1))
    assert sheet.rows[2] == (
        3, 2032, date(2032, 6, 1), date(2032, 6, 2), "Lumen", "Port Lumen", "dates agreed",
        "Ostrava hosted round 2.", "",
    )  # fmt: skip
    for name in ("a.csv", "a.xlsx"):
        write_sheet(tmp_path / name, sheet)
    assert openpyxl.load_workbook(tmp_path / "a.xlsx").active["E4"].value == "Lumen"
    assert '"Port Lumen"' in (tmp_path / "a.csv").read_text(encoding="utf-8-sig")
    with pytest.raises(UserError, match=r"written as \.csv or \.xlsx, not as a\.ods"):
        write_sheet(tmp_path / "a.ods", sheet)


@pytest.mark.parametrize("language", ["en", "fr"])
def test_milestones_written_as_a_table_are_read_again_as_they_were(
    workspace: Workspace, tmp_path: Path, language: str
) -> None:
    exports, milestones = Exports(workspace, language), Milestones(workspace)
    milestones.add(milestones.new("round-3", in_english("=1+1"), offset=-3))
    write_sheet(tmp_path / "a.csv", exports.milestones(milestones.of("round-3")))
    rows = read_milestone_rows(tmp_path / "a.csv")
    kept = [one.milestone for one in milestones.of("round-3")]
    assert [(r.title, r.offset, r.count, r.fixed, r.owner, r.done_on, r.error) for r in rows] == [
        (m.title.read(language), m.offset, m.count, m.fixed, m.owner, m.done_on, None) for m in kept
    ]


def test_a_special_session_moves_and_is_called_off_under_the_same_entry(workspace: Workspace) -> None:
    before = entries(workspace)["locks"]
    with workspace.look() as work:
        meeting = work.get(SpecialMeeting, "locks")
    Hosting(workspace).change_meeting(meeting, lambda kept: replace(kept, status=RoundStatus.CANCELLED))
    after = entries(workspace)["locks"]
    assert (after["STATUS"], after["UID"]) == ("CANCELLED", before["UID"])
