"""Schedule, milestones and dates in the terminal: answers, files, refusals."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import icalendar
import openpyxl

from tests.cli.conftest import Give

TODAY = ("--today", "2018-02-06")


def test_milestones_are_taken_from_the_usual_plan_and_shown(give: Give, demonstrated: Path) -> None:
    assert give("milestones", "--json").json == []
    give("plan", "--date", "2018-06-12")
    answer = give("milestones", "--apply", "--json").json
    assert len(answer) == 15
    assert {frozenset(line) for line in answer} == {frozenset(("title", "due", "owner", "status", "offset"))}
    assert answer[0] == {
        "title": "Answer the note verbale: dates and agenda",
        "due": "2018-02-12",
        "owner": None,
        "status": "open",
        "offset": 120,
    }
    people = give("milestones").answer
    assert "2018-05-28  open    –      Delegation list to the host" in people


def test_what_is_overdue_is_shown_and_checked_and_refuses_nothing(give: Give, demonstrated: Path) -> None:
    give("plan", "--date", "2018-03-12")
    (first, *_rest) = give("milestones", "--apply", "--json").json
    assert first["status"] == "overdue"
    gaps = [gap["gap"] for gap in give("check", "--json").json]
    assert f"“{first['title']}” was due on {first['due']}." in gaps


def test_milestones_are_read_in_after_consent_and_wrong_rows_are_told(
    give: Give, demonstrated: Path, tmp_path: Path
) -> None:
    table = tmp_path / "plan.csv"
    table.write_text("Title,Due,Days before\nFlowers,2018-05-01,\nLetters,2019-02-29,\n", encoding="utf-8")
    ended = give("milestones", "--import", table, "--json")
    assert (ended.code, ended.json) == (1, [])
    assert "say --yes" in ended.said
    ended = give("milestones", "--import", table, "--yes", "--json")
    assert [line["title"] for line in ended.json] == ["Flowers"]
    assert "Line 3: “2019-02-29” is no day: that month has 28 days." in ended.said
    assert ended.code == 1


def test_the_schedule_is_written_as_calendar_and_tables(give: Give, demonstrated: Path, tmp_path: Path) -> None:
    give("plan", "--date", "2018-06-12")
    give("milestones", "--apply", "--csv", tmp_path / "due.csv")
    files = {ending: tmp_path / f"rounds.{ending}" for ending in ("ics", "csv", "xlsx")}
    options = [word for ending, path in files.items() for word in (f"--{ending}", path)]
    answer: Any = give("schedule", "--years", "3", *options, "--json").json
    assert [line["ordinal"] for line in answer] == [2, 3, 4, 5, 6]
    entries = icalendar.Calendar.from_ical(files["ics"].read_bytes()).walk("VEVENT")
    assert len(entries) == 2 + 15
    sheet = openpyxl.load_workbook(files["xlsx"]).active
    assert [cell.value for cell in sheet["A"]] == ["Round", 2, 3, 4, 5, 6]
    assert files["csv"].read_text(encoding="utf-8-sig").startswith('"Round","Year"')
    assert "Delegation list to the host" in (tmp_path / "due.csv").read_text(encoding="utf-8-sig")


def test_a_file_that_is_there_is_replaced_by_a_table_or_a_calendar_only_after_consent(
    give: Give, demonstrated: Path, tmp_path: Path
) -> None:
    for command, ending in (("schedule", "csv"), ("schedule", "xlsx"), ("schedule", "ics"), ("milestones", "csv")):
        theirs = tmp_path / f"theirs.{ending}"
        theirs.write_text("mine", encoding="utf-8")
        ended = give(command, f"--{ending}", theirs.with_suffix(""))
        assert (ended.code, theirs.read_text(encoding="utf-8"), f"Replace {theirs}?" in ended.said) == (1, "mine", True)
        assert give(command, f"--{ending}", theirs, "--yes").code == 0
        assert theirs.read_bytes() != b"mine"


def test_a_calendar_never_takes_the_place_of_the_store(give: Give, demonstrated: Path) -> None:
    assert give("schedule", "--ics", demonstrated, "--yes").code == 0
    assert give("schedule", "--json").code == 0


def test_a_calendar_that_cannot_be_written_is_told_and_ends_with_three(
    give: Give, demonstrated: Path, tmp_path: Path
) -> None:
    (tmp_path / "file").touch()
    ended = give("schedule", "--ics", tmp_path / "file" / "rounds.ics")
    assert ended.code == 3
    assert "could not be written" in ended.said


def test_days_are_ranked_with_their_reasons(give: Give, demonstrated: Path) -> None:
    ended = give("dates", "--from", "2018-06-10", "--to", "2018-06-25", "--days", "2", "--json", *TODAY)
    answer = ended.json
    assert answer[0]["start"] == "2018-06-11"
    assert {frozenset(line) for line in answer} == {frozenset(("start", "score", "reasons"))}
    festival = next(line for line in answer if line["start"] == "2018-06-18")
    assert festival["reasons"] == ["2018-06-18 is a public holiday in China: Dragon Boat Festival."]
    people = give("dates", "--from", "2018-06-18", "--to", "2018-06-18", *TODAY).answer
    assert people.startswith("2018-06-18 Mon   60  2018-06-18 is a public holiday in China")


def test_days_that_cannot_be_looked_at_are_refused(give: Give, demonstrated: Path) -> None:
    ended = give("dates", "--from", "2018-06-10", "--to", "2018-06-09")
    assert (ended.code, ended.said) == (1, "The last day to look at is before the first one.\n")


def test_a_number_of_years_that_nobody_can_look_ahead_is_refused(give: Give, demonstrated: Path) -> None:
    for years in ("-1", "100000000"):
        ended = give("schedule", "--years", years)
        assert (ended.code, ended.said) == (1, "Look 0 to 200 years ahead.\n")


def test_an_exchange_of_turns_is_planned_with_its_reason_and_changes_later_turns(
    give: Give, demonstrated: Path
) -> None:
    swap = ("plan", "--host", "Canada", "--turn", "exchanged")
    refused = give(*swap)
    assert (refused.code, "Say why round 3 is not held by its host in turn." in refused.said) == (1, True)
    assert give(*swap, "--reason", "China asked for it.", "--reference", "call of 5 February").code == 0
    hosts = [turn["host"] for turn in give("schedule", "--years", "3", "--json").json]
    assert hosts == ["Canada", "Canada", "China", "China", "Canada"]


def test_a_zone_and_a_year_that_cannot_be_are_refused(give: Give, demonstrated: Path) -> None:
    for words, sentence in (
        (("--zone", "Mars"), "“Mars” is no time zone"),
        (("--year", "2016"), "Round 2 was held in 2017; rounds follow each other by their numbers."),
    ):
        ended = give("plan", *words)
        assert (ended.code, sentence in ended.said) == (1, True)


def test_a_table_by_a_name_with_another_ending_leaves_its_neighbour_alone(
    give: Give, demonstrated: Path, tmp_path: Path
) -> None:
    neighbour = tmp_path / "plan.csv"
    neighbour.write_text("of somebody else")
    ended = give("milestones", "--csv", tmp_path / "plan.2018")
    assert neighbour.read_text() == "of somebody else"
    assert "Written: " in ended.said
    assert (tmp_path / "plan.2018.csv").exists()
