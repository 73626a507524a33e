"""The hosting page: the schedule, a plan with what it changes, what became of a round, earlier rounds."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from dialogue_prep.domain.journal import Deed
from dialogue_prep.domain.round import Round, RoundStatus
from dialogue_prep.gui.pages.hosting_page import HostingPage
from dialogue_prep.gui.pages.round_fields import RoundFields
from dialogue_prep.services.rounds import Plan
from tests.gui.conftest import Open, problems


class Hosting:
    """The page and what is in the store behind it."""

    def __init__(self, opened: Open) -> None:
        self.opened = opened
        self.page = opened.show(HostingPage(opened.context))

    def number(self, ordinal: int) -> Round:
        return self.opened.context.rounds.numbered(self.opened.context.choices.dialogue_id, ordinal)

    def rows(self) -> list[tuple[str, str, str, str]]:
        return [(row.number, row.when, row.host, row.status) for row in self.page.table.rows()]

    def choose(self, ordinal: int) -> None:
        self.page.choose_record(self.number(ordinal).id)

    def write(self, fields: RoundFields, **lines: str) -> None:
        for name, words in lines.items():
            self.opened.type(fields.lines[name], words)

    def host(self, fields: RoundFields, name: str) -> None:
        fields.host.setFocus()
        QTest.keyClicks(fields.host, name)
        self.opened.settle()

    def foreseen(self) -> str:
        """Return what the plan would change, once that is known."""
        self.opened.wait(lambda: bool(self.page.panel.plan.foreseen()))
        return self.page.panel.plan.foreseen()

    def label_of_undo(self) -> str | None:
        return self.opened.workspace.next_label(Deed.UNDO)


@pytest.fixture
def hosting(opened: Open) -> Hosting:
    return Hosting(opened)


def test_rounds_held_planned_and_to_come_are_listed(hosting: Hosting) -> None:
    assert hosting.rows()[:4] == [
        ("2", "22 June 2017", "Canada", "Held"),
        ("3", "2018", "China", "Expected"),
        ("4", "2019", "Canada", "By the rule"),
        ("5", "2020", "China", "By the rule"),
    ]
    assert hosting.page.record_id() == hosting.number(3).id, "the next round is chosen"
    assert "Round 4, 2019, Canada hosts, by the rule" in hosting.page.strip.accessibleDescription()


def test_a_plan_is_kept_when_it_is_accepted_and_not_before(hosting: Hosting, opened: Open) -> None:
    plan = hosting.page.panel.plan
    hosting.write(plan.fields, start="2018-05-14", end="2018-05-15", city="Shanghai", venue="Hall 1")
    assert "Round 3: China, 14 May 2018 to 15 May 2018, instead of China, 2018." in hosting.foreseen()
    assert hosting.number(3).start is None
    plan.accept.click()
    opened.settle()
    round_ = hosting.number(3)
    assert (round_.start, round_.end, round_.status) == (
        date(2018, 5, 14),
        date(2018, 5, 15),
        RoundStatus.DATES_AGREED,
    )
    assert (round_.city.read("en"), round_.venue.read("en")) == ("Shanghai", "Hall 1")
    assert hosting.rows()[1] == ("3", "14–15 May 2018", "China", "Dates agreed")
    assert plan.foreseen() == ""
    assert hosting.label_of_undo() == "Plan the next round"
    opened.undo()
    assert hosting.rows()[1][1] == "2018"
    assert plan.fields.lines["start"].text() == ""


def test_what_somebody_else_planned_is_told_and_ones_own_is_kept_the_second_time(
    hosting: Hosting, opened: Open
) -> None:
    plan, rounds = hosting.page.panel.plan, opened.context.rounds
    hosting.write(plan.fields, start="2018-05-14")
    rounds.plan(opened.context.choices.dialogue_id, Plan(start=date(2018, 6, 11), venue="Hall 2"))
    opened.settle()
    plan.accept.click()
    opened.settle()
    assert "to “11 June 2018”" in problems(plan.fields)[0]
    assert (hosting.number(3).start, plan.fields.lines["start"].text()) == (date(2018, 6, 11), "2018-05-14")
    plan.accept.click()
    opened.settle()
    kept = hosting.number(3)
    assert (kept.start, kept.venue.read("en")) == (date(2018, 5, 14), "Hall 2")
    assert plan.fields.lines["venue"].text() == "Hall 2"


def test_what_was_begun_for_a_round_is_there_when_one_comes_back_to_it(hosting: Hosting, opened: Open) -> None:
    panel = hosting.page.panel
    hosting.write(panel.plan.fields, venue="Hall 1")
    opened.type(panel.status.reason, "The floods.")
    hosting.choose(2)
    assert (panel.plan.fields.lines["venue"].text(), panel.status.reason.text()) == ("", "")
    hosting.choose(3)
    assert (panel.plan.fields.lines["venue"].text(), panel.status.reason.text()) == ("Hall 1", "The floods.")
    panel.plan.accept.click()
    opened.settle()
    assert hosting.number(3).venue.read("en") == "Hall 1"


def test_a_host_out_of_turn_is_asked_for_a_reason_and_later_turns_are_foreseen(hosting: Hosting, opened: Open) -> None:
    plan = hosting.page.panel.plan
    hosting.host(plan.fields, "Canada")
    opened.wait(lambda: bool(problems(plan.fields)))
    assert problems(plan.fields)[0].startswith("It is the turn of China")
    assert plan.fields.lines["city"].text() == "", "Beijing is not in Canada"
    hosting.write(plan.fields, reason="A swap of turns.")
    assert "Round 4: China, 2019, instead of Canada, 2019." in hosting.foreseen()
    assert problems(plan.fields) == ()
    plan.accept.click()
    opened.settle()
    assert hosting.rows()[1][2] == "Canada"
    assert hosting.number(3).reason.read("en") == "A swap of turns."


REFUSALS: tuple[tuple[dict[str, str], str, str], ...] = (
    ({"start": "May"}, "start", "“May” is no day; write it such as 12 June 2018."),
    ({"start": "2019-02-29"}, "start", "“2019-02-29” is no day: that month has 28 days."),
    ({"start": "2018-13-01"}, "start", "“2018-13-01” is no day: there is no such month."),
    ({"start": "0218-05-15"}, "start", "Look at 15 May 0218 again: its year cannot be right."),
    ({"year": "MMXVIII"}, "year", "Write a year such as 2018, not “MMXVIII”."),
    ({"year": "2016"}, "year", "Round 2 was held in 2017; rounds follow each other by their numbers."),
    (
        {"time_zone": "Mars/Olympus"},
        "time_zone",
        "“Mars/Olympus” is no time zone; name one such as America/Toronto or Asia/Shanghai.",
    ),
    ({"start": "2018-05-15", "end": "2018-05-14"}, "end", "A round cannot end before it begins."),
    ({"start": "2017-06-22"}, "start", "Round 2 was held until 22 June 2017; a later round must begin after it."),
    ({"end": "2018-05-14"}, "start", "A round that ends must begin."),
)


def test_what_cannot_be_is_said_at_its_field_and_nothing_is_kept(hosting: Hosting, opened: Open) -> None:
    before = hosting.number(3)
    plan = hosting.page.panel.plan
    for lines, field, sentence in REFUSALS:
        hosting.write(plan.fields, **lines)
        plan.accept.click()
        opened.settle()
        assert plan.fields.lines[field].accessibleDescription() == sentence
        assert problems(plan.fields) == (sentence,)
        assert hosting.number(3) == before
        assert plan.fields.lines["start"].text() == lines.get("start", ""), "what was typed stays"
        plan.discard.click()


def test_dates_that_are_open_again_are_taken_away(hosting: Hosting, opened: Open) -> None:
    plan = hosting.page.panel.plan
    hosting.write(plan.fields, start="2018-05-14")
    plan.accept.click()
    opened.settle()
    for name in ("start", "end"):
        plan.fields.lines[name].setFocus()
        plan.fields.lines[name].selectAll()
        QTest.keyClick(plan.fields.lines[name], Qt.Key.Key_Delete)
    plan.accept.click()
    opened.settle()
    assert (hosting.number(3).start, hosting.number(3).year) == (None, 2018)


def test_a_plan_that_is_discarded_leaves_the_fields_as_they_were(hosting: Hosting, opened: Open) -> None:
    plan = hosting.page.panel.plan
    hosting.write(plan.fields, city="Shanghai")
    plan.discard.click()
    opened.settle()
    assert plan.fields.lines["city"].text() == "Beijing"
    assert not plan.discard.isEnabled()


def test_what_is_being_typed_survives_changes_elsewhere(hosting: Hosting, opened: Open) -> None:
    plan = hosting.page.panel.plan
    hosting.write(plan.fields, city="Shanghai")
    opened.context.look_again()
    opened.settle()
    assert plan.fields.lines["city"].text() == "Shanghai"


def test_a_postponement_needs_its_reason_and_the_round_is_planned_anew(hosting: Hosting, opened: Open) -> None:
    status = hosting.page.panel.status
    status.status.choose(RoundStatus.POSTPONED)
    opened.wait(lambda: status.day.text() == "6 February 2018")
    status.record.click()
    opened.settle()
    assert problems(status) == ("Say why round 3 did not take place.",)
    opened.type(status.reason, "Elections.")
    status.record.click()
    opened.settle()
    assert hosting.rows()[1] == ("3", "2018", "China", "Postponed")
    assert hosting.label_of_undo() == "Change the status of a round"
    row = next(row for row in hosting.page.table.rows() if row.turn.round is None)
    hosting.page.choose_record(row.id)
    hosting.page.panel.plan.accept.click()
    opened.settle()
    assert [row[3] for row in hosting.rows() if row[0] == "3"] == ["Postponed", "Expected"]


def test_a_status_of_a_day_to_come_is_refused_at_the_day(hosting: Hosting, opened: Open) -> None:
    status = hosting.page.panel.status
    status.status.choose(RoundStatus.HELD)
    opened.wait(lambda: bool(status.day.text()))
    opened.type(status.day, "2019-01-01")
    status.record.click()
    opened.settle()
    assert status.day.accessibleDescription() == "A status cannot be of a day that is still to come (1 January 2019)."
    opened.type(status.day, "yesterday")
    status.record.click()
    assert status.day.accessibleDescription().startswith("“yesterday” is no day")
    assert hosting.number(3).status is RoundStatus.EXPECTED


def test_a_missing_earlier_round_is_entered(hosting: Hosting, opened: Open) -> None:
    assert hosting.page.enter.text() == "Enter round 1 …"
    hosting.page.enter.click()
    form = hosting.page.panel.earlier
    assert form.fields.host.currentText() == "China"
    form.accept.click()
    opened.settle()
    assert problems(form.fields) == ("Say when round 1 was held: its days, or at least the year.",)
    hosting.write(form.fields, year="2016", city="Beijing")
    form.accept.click()
    opened.settle()
    assert hosting.rows()[0] == ("1", "2016", "China", "Held")
    assert not hosting.page.enter.isVisible()
    assert hosting.label_of_undo() == "Enter an earlier round"


def test_a_turn_by_the_rule_says_when_it_can_be_planned(hosting: Hosting) -> None:
    hosting.page.choose_record("turn 5")
    assert not hosting.page.panel.plan.isVisible()
    assert not hosting.page.panel.status.isVisible()
    assert "once the rounds before it have been held" in hosting.page.panel.about.text()
