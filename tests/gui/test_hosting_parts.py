"""What the hosting page lets one do with its drawings and parts: zoom, walk, drag, exceptions, milestones, exports."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from xml.etree import ElementTree as ET

import icalendar
import openpyxl
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from dialogue_prep.domain.dialogue import Dialogue, Side
from dialogue_prep.domain.milestone import DayCount
from dialogue_prep.domain.readiness import Mending
from dialogue_prep.domain.round import Round, RoundForm, TurnUse
from dialogue_prep.domain.special_meeting import MeetingKind
from dialogue_prep.domain.text import in_english
from dialogue_prep.gui.boxes.plans_box import PlansBox
from dialogue_prep.gui.pages.hosting_page import DATES, MEETINGS, MILESTONES, HostingPage
from dialogue_prep.services.hosting import Hosting as HostingService
from dialogue_prep.services.milestones import Milestones
from dialogue_prep.services.rounds import Plan
from tests.gui.conftest import Open, problems
from tests.gui.test_hosting_page import Hosting

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def hosting(opened: Open) -> Hosting:
    """Return the page on a third round with dates."""
    rounds, dialogue_id = opened.context.rounds, opened.context.choices.dialogue_id
    rounds.plan(dialogue_id, Plan(start=date(2018, 6, 12), end=date(2018, 6, 13)))
    opened.settle()
    return Hosting(opened)


def labels(page: HostingPage) -> list[str]:
    drawing = page.strip.drawing()
    assert drawing is not None
    return [spot.label for spot in drawing.spots if not spot.hint]


def here(page: HostingPage) -> str:
    """Return what a screen reader reads where the focus is."""
    widget = QApplication.focusWidget()
    return widget.accessibleName() if widget else ""


def drag(page: HostingPage, id_: str, by: int, *, keep: bool = True) -> None:
    """Drag a mark so many pixels to the right, and let it go or take it back."""
    button = page.strip.spot(id_)
    assert button is not None
    start = QPoint(button.width() // 2, button.height() // 2)
    QTest.mousePress(button, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, start)
    QTest.mouseMove(button, start + QPoint(by // 2, 0))
    QTest.mouseMove(button, start + QPoint(by, 0))
    if not keep:
        QTest.keyClick(button, Qt.Key.Key_Escape)
    QTest.mouseRelease(button, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, start + QPoint(by, 0))


def test_one_year_shows_months_and_holidays_and_thirty_show_every_turn(hosting: Hosting, opened: Open) -> None:
    page = hosting.page
    page.zoom_bar.slider.setValue(1)
    opened.settle()
    drawing = page.strip.drawing()
    assert drawing is not None
    assert labels(page) == ["Round 3, 12 June 2018, China hosts, Beijing, agreed"]
    hints = [spot.label for spot in drawing.spots if spot.hint]
    assert "1 July 2018: Canada Day (Canada)" in hints
    assert any("(China)" in hint for hint in hints)
    page.zoom_bar.slider.setValue(30)
    assert len(labels(page)) == 30
    assert not page.zoom_bar.farther.isEnabled()
    page.zoom_bar.whole.click()
    assert len(labels(page)) == 8


def test_the_picture_is_zoomed_by_keys_buttons_and_wheel_and_moved_along(hosting: Hosting, opened: Open) -> None:
    page, strip = hosting.page, hosting.page.strip
    page.zoom_bar.slider.setValue(10)
    strip.setFocus()
    for key, years in ((Qt.Key.Key_Plus, 9), (Qt.Key.Key_Minus, 10)):
        opened.bot.keyClick(page, key, CONTROL)
        assert page.zoom.years == years
    page.zoom_bar.closer.click()
    assert page.zoom.years == 9
    before = strip.strip()
    assert before is not None
    at = QPointF(strip.width() / 2, 20)
    turn = QWheelEvent(
        at, strip.mapToGlobal(at), QPoint(), QPoint(0, 240), Qt.MouseButton.NoButton, CONTROL,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(strip, turn)
    assert page.zoom.years == 7
    page.zoom_bar.on.click()
    after = strip.strip()
    assert after is not None
    assert after.span.first > before.span.first
    opened.bot.keyClick(page, Qt.Key.Key_0, CONTROL)
    assert page.zoom.years == 0


def test_marks_are_walked_with_the_arrows_and_each_says_what_it_is(hosting: Hosting, opened: Open) -> None:
    page = hosting.page
    page.strip.go(hosting.number(3).id)
    assert here(page) == "Round 3, 12 June 2018, China hosts, Beijing, agreed"
    for key, ordinal in (
        (Qt.Key.Key_Right, "4"),
        (Qt.Key.Key_Right, "5"),
        (Qt.Key.Key_Left, "4"),
        (Qt.Key.Key_Home, "2"),
    ):
        focus = QApplication.focusWidget()
        assert focus is not None
        opened.bot.keyClick(focus, key)
        opened.settle()
        assert here(page).startswith(f"Round {ordinal}, ")
        chosen = page.table.chosen()
        assert chosen is not None
        assert chosen.number == ordinal, "the table and the panel go along"


def test_a_round_that_is_dragged_is_proposed_with_its_consequences_and_moved_when_accepted(
    hosting: Hosting, opened: Open
) -> None:
    page, plan = hosting.page, hosting.page.panel.plan
    Milestones(opened.workspace).apply(hosting.number(3).id)
    opened.settle()
    page.zoom_bar.slider.setValue(2)
    opened.settle()
    drag(page, hosting.number(3).id, -60)
    assert " 2018, instead of China, 12 June 2018 to 13 June 2018." in hosting.foreseen()
    assert "milestones move with it." in plan.foreseen()
    assert "which has passed." in plan.foreseen()
    assert hosting.number(3).start == date(2018, 6, 12), "nothing is moved yet"
    proposed, last = plan.fields.days()
    assert proposed is not None
    assert proposed < date(2018, 6, 12)
    assert last == proposed + timedelta(days=1)
    assert any(f"Round 3, {proposed.day} " in label for label in labels(page)), "it is drawn where it would be"
    plan.accept.click()
    opened.settle()
    assert hosting.number(3).start == proposed
    assert hosting.label_of_undo() == "Move a round"


def test_a_drag_that_is_taken_back_proposes_nothing(hosting: Hosting, opened: Open) -> None:
    drag(hosting.page, hosting.number(3).id, 60, keep=False)
    opened.settle()
    assert hosting.page.panel.plan.foreseen() == ""
    assert not hosting.page.in_use


def test_a_round_is_moved_by_days_and_weeks_with_the_keys(hosting: Hosting, opened: Open) -> None:
    page = hosting.page
    page.strip.go(hosting.number(3).id)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Right):
        focus = QApplication.focusWidget()
        assert focus is not None
        opened.bot.keyClick(focus, key, SHIFT)
        opened.settle()
    assert page.panel.plan.fields.lines["start"].text() == "21 June 2018"
    page.panel.plan.discard.click()
    opened.settle()
    assert page.panel.plan.fields.lines["start"].text() == "12 June 2018"


def pick(opened: Open, box: QWidget, words: str) -> None:
    box.setFocus()
    opened.bot.keyClicks(box, words)
    opened.settle()


def test_an_exchange_gives_the_round_to_the_other_side_and_needs_a_reason(hosting: Hosting, opened: Open) -> None:
    plan = hosting.page.panel.plan
    pick(opened, plan.fields.turn, "Exchanged")
    assert plan.fields.host.currentText() == "Canada"
    assert plan.fields.lines["city"].text() == ""
    opened.wait(lambda: bool(problems(plan.fields)))
    assert plan.fields.lines["reason"].accessibleDescription() == "Say why round 3 is not held by its host in turn."
    hosting.write(plan.fields, reason="China asked for it.", reference="call of 5 February")
    assert "Round 4: China, 2019, instead of Canada, 2019." in hosting.foreseen()
    plan.accept.click()
    opened.settle()
    round_ = hosting.number(3)
    assert (round_.turn, round_.reference) == (TurnUse.EXCHANGED, "call of 5 February")
    assert [row[2] for row in hosting.rows()][:4] == ["Canada", "Canada", "China", "China"]
    assert hosting.label_of_undo() == "Exchange the turns of hosting"
    opened.undo()
    assert hosting.number(3).turn is TurnUse.IN_TURN


def test_a_round_by_video_that_uses_no_turn_leaves_the_next_one_to_the_same_side(
    hosting: Hosting, opened: Open
) -> None:
    plan = hosting.page.panel.plan
    pick(opened, plan.fields.form, "By video")
    pick(opened, plan.fields.turn, "Uses up no")
    hosting.write(plan.fields, reason="Nobody travels.")
    assert "Round 4: China, 2019, instead of Canada, 2019." in hosting.foreseen()
    plan.accept.click()
    opened.settle()
    assert (hosting.number(3).form, hosting.number(3).turn) == (RoundForm.VIDEO, TurnUse.NO_TURN)
    assert hosting.label_of_undo() == "Change how a round is held"


def test_a_round_that_was_held_can_be_put_right(hosting: Hosting, opened: Open) -> None:
    hosting.choose(2)
    opened.settle()
    plan = hosting.page.panel.plan
    assert plan.accept.text() == "Keep the changes"
    assert not plan.accept.isEnabled()
    hosting.write(plan.fields, venue="Hall 1")
    plan.accept.click()
    opened.settle()
    assert hosting.number(2).venue.read("en") == "Hall 1"
    assert hosting.label_of_undo() == "Change a round"


def test_days_are_found_for_a_month_and_taken_into_the_plan(hosting: Hosting, opened: Open) -> None:
    page = hosting.page
    page.parts.pick(DATES)
    opened.type(page.dates.earliest, "2018-07")
    QTest.keyClick(page.dates.earliest, Qt.Key.Key_Return)
    opened.settle()
    rows = page.dates.model.rows()
    assert len(rows) == 31
    assert rows[0].score == "100"
    assert any("Canada Day" in row.reasons for row in rows)
    page.dates.take.click()
    first = rows[0].candidate.start
    assert page.panel.plan.fields.start.day() == first
    assert "Round 3: China" in hosting.foreseen()
    page.panel.plan.accept.click()
    opened.settle()
    assert hosting.number(3).start == first


SEARCHES = (
    ("", "", "", "earliest", "Say a month such as June 2018, or a day."),
    ("June", "", "", "earliest", "“June” is no day; write it such as 12 June 2018."),
    ("2018-02-30", "2018-03-01", "", "earliest", "“2018-02-30” is no day: that month has 28 days."),
    ("2018-06-01", "", "", "latest", "Say up to which day to look, or a month."),
    ("2018-06-02", "2018-06-01", "", "latest", "The last day to look at is before the first one."),
    ("2018-06-02", "2028-06-01", "", "latest", "Look at two years at most."),
    ("2018-06", "", "many", "days", "Write a number such as 7, not “many”."),
    ("2018-06", "", "99", "days", "A round lasts 1 to 30 days."),
)


def test_a_search_for_days_that_cannot_be_is_refused_at_its_field(hosting: Hosting, opened: Open) -> None:
    card = hosting.page.dates
    lines = {"earliest": card.earliest, "latest": card.latest, "days": card.length}
    hosting.page.parts.pick(DATES)
    for earliest, latest, days, field, sentence in SEARCHES:
        for line, words in zip(lines.values(), (earliest, latest, days), strict=True):
            line.setText(words)
        card.search.click()
        opened.settle()
        assert problems(card) == (sentence,)
        assert lines[field].accessibleDescription() == sentence


def test_no_day_is_left_in_a_month_that_has_passed(hosting: Hosting, opened: Open) -> None:
    card = hosting.page.dates
    hosting.page.parts.pick(DATES)
    card.earliest.setText("2017-06")
    card.search.click()
    opened.settle()
    assert "No day is left there" in card.said.text()
    assert not card.take.isEnabled()


def milestones(hosting: Hosting, opened: Open) -> HostingPage:
    """Show the milestones of the round, taken from the usual plan."""
    hosting.page.parts.pick(MILESTONES)
    opened.settle()
    hosting.page.milestones.empty.step.click()
    opened.settle()
    return hosting.page


def test_milestones_are_taken_from_the_plan_ticked_off_and_removed_with_the_keys(
    hosting: Hosting, opened: Open
) -> None:
    page = milestones(hosting, opened)
    card, view = page.milestones, page.milestones.view
    assert len(card.dated()) > 10
    assert hosting.label_of_undo() == "Take milestones from a plan"
    first = card.dated()[0].id
    view.go(first)
    opened.bot.keyClick(view, Qt.Key.Key_D)
    opened.settle()
    assert card.dated()[0].milestone.done_on == date(2018, 2, 6)
    assert ", done" in here(page)
    opened.bot.keyClick(view, Qt.Key.Key_O)
    opened.settle()
    assert card.dated()[0].milestone.done_on is None
    opened.bot.keyClick(view, Qt.Key.Key_Delete)
    opened.settle()
    assert first not in {one.id for one in card.dated()}
    opened.undo()
    assert first in {one.id for one in card.dated()}


def test_a_milestone_is_edited_in_its_panel_each_field_as_it_is_left(hosting: Hosting, opened: Open) -> None:
    page = milestones(hosting, opened)
    one = page.milestones.dated()[1]
    page.milestones.view.go(one.id)
    form = page.milestone.form
    for name, words in (("owner", "Protocol"), ("offset", "-3"), ("waived", "The hosts do it.")):
        opened.type(form.editor(name), words)
        form.flush()
        opened.settle()
    kept = next(m.milestone for m in page.milestones.dated() if m.id == one.id)
    assert (kept.owner, kept.offset, kept.waived.read("en")) == ("Protocol", -3, "The hosts do it.")
    opened.type(form.editor("done_on"), "2019-01-01")
    form.flush()
    opened.settle()
    assert "still to come" in form.field("done_on").problem()
    opened.type(form.editor("offset"), "soon")
    form.flush()
    opened.settle()
    assert form.field("offset").problem() == "Write a number such as 7, not “soon”."


def test_a_milestone_is_moved_after_its_consequence_was_seen(hosting: Hosting, opened: Open) -> None:
    page = milestones(hosting, opened)
    card = page.milestones
    one = next(one for one in card.dated() if one.milestone.offset == 15)
    card.view.go(one.id)
    focus = QApplication.focusWidget()
    assert focus is not None
    opened.bot.keyClick(focus, Qt.Key.Key_Up, SHIFT)
    assert card.proposal.text() == "From 28 May 2018 to 21 May 2018. 22 days before the round."
    assert next(o for o in card.dated() if o.id == one.id).milestone.offset == 15
    card.accept.click()
    opened.settle()
    moved = next(o for o in card.dated() if o.id == one.id).milestone
    assert (moved.offset, moved.count) == (22, DayCount.CALENDAR)
    assert hosting.label_of_undo() == "Move a milestone"


def test_a_milestone_that_would_have_passed_is_said_and_not_refused(hosting: Hosting, opened: Open) -> None:
    page = milestones(hosting, opened)
    card = page.milestones
    one = card.dated()[0]
    card.view.shifted.emit(one.id, -400)
    assert "it would be overdue" in card.proposal.text()
    card.accept.click()
    opened.settle()
    drawing = card.view.drawing()
    assert drawing is not None
    assert ", overdue" in drawing.spots[0].label


def test_a_plan_is_edited_and_kept_as_a_template(hosting: Hosting, opened: Open) -> None:
    page = milestones(hosting, opened)
    page.milestones.plans.click()
    opened.settle()
    box = next(box for box in page.window().findChildren(PlansBox))
    opened.bot.addWidget(box)
    model = box.model
    assert box.choice.currentText() == "When we host"
    with opened.bot.assertNotEmitted(model.edited):
        model.give(model.rows()[0], 1, str(model.rows()[0].days))
    model.give(model.rows()[0], 1, "some")
    assert box.problem.text() == "Write a number such as 7, not “some”."
    model.give(model.rows()[0], 1, "161")
    model.give(model.rows()[0], 2, "weeks")
    assert "is no way of counting days" in box.problem.text()
    model.give(model.rows()[0], 2, "Working days of both")
    model.give(model.rows()[0], 3, "Registry")
    opened.type(box.name, "Our way")
    box.keep.click()
    opened.settle()
    plan = Milestones(opened.workspace).plans()[0]
    entry = plan.entries[0]
    assert plan.plan.name.read("en") == "Our way"
    assert (entry.offset, entry.count, entry.owner) == (161, DayCount.WORKING_BOTH, "Registry")
    box.name.clear()
    box.keep.click()
    opened.settle()
    assert box.name.accessibleDescription() == "A plan needs a name."
    opened.type(box.name, "Our way")
    box.from_round.click()
    opened.settle()
    assert any(one.plan.name.read("en") == "Plan of this round" for one in Milestones(opened.workspace).plans())
    box.reject()


def another_dialogue(opened: Open, day: date) -> None:
    with opened.workspace.request("Add another dialogue") as work:
        work.put(Dialogue(id="second", designation=in_english("Zonal Talks")))
        work.put(Side(id="o2", dialogue_id="second", position=1, name=in_english("Canada"), home=True))
        work.put(Side(id="v2", dialogue_id="second", position=2, name=in_english("Verdia")))
        work.put(Round(id="z1", dialogue_id="second", ordinal=1, host_id="v2", year=day.year, start=day, end=day))
    opened.settle()


def test_dialogues_stand_side_by_side_and_what_clashes_is_said_and_drawn(hosting: Hosting, opened: Open) -> None:
    another_dialogue(opened, date(2018, 6, 13))
    page = hosting.page
    page.parts.pick(MEETINGS)
    opened.settle()
    assert "share days" in page.meetings.clashes.text()
    assert any("on the days of another dialogue" in label for label in labels(page))
    strip = page.meetings.side_by_side.strip()
    assert strip is not None
    assert strip.lanes[1] == "Zonal Talks"


def test_a_meeting_beside_the_rounds_is_added_edited_and_removed(hosting: Hosting, opened: Open) -> None:
    page, service = hosting.page, HostingService(opened.workspace)
    dialogue_id = opened.context.choices.dialogue_id
    page.parts.pick(MEETINGS)
    page.meetings.add.click()
    opened.settle()
    (meeting,) = service.meetings(dialogue_id)
    assert page.record_id() == meeting.id
    form = page.meeting.form
    pick(opened, form.editor("kind"), "Meeting of")
    for name, words in (("start", "2018-09-03"), ("reference", "letter of 3 March")):
        opened.type(form.editor(name), words)
        form.flush()
        opened.settle()
    (meeting,) = service.meetings(dialogue_id)
    assert (meeting.kind, meeting.start, meeting.reference) == (
        MeetingKind.SUBGROUP,
        date(2018, 9, 3),
        "letter of 3 March",
    )
    for name, words, sentence in (
        ("end", "2018-09-01", "A meeting cannot end before it begins."),
        ("time_zone", "Mars", "“Mars” is no time zone; name one such as America/Toronto or Asia/Shanghai."),
    ):
        opened.type(form.editor(name), words)
        form.flush()
        opened.settle()
        assert form.field(name).problem() == sentence
    page.meetings.remove.click()
    opened.settle()
    assert service.meetings(dialogue_id) == ()
    assert hosting.label_of_undo() == "Remove a meeting beside the rounds"


def test_everything_is_given_out_from_the_menu(
    hosting: Hosting, opened: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = milestones(hosting, opened)
    actions = page.exports.button.menu().actions()
    names = ["a.svg", "a.png", "one", "all.ics", "rounds.csv", "due.xlsx"]
    for action, name in zip(actions, names, strict=True):
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, name=name: (str(tmp_path / name), ""))
        action.trigger()
        opened.settle()
    first = (tmp_path / "a.svg").read_bytes()
    assert b"Round 3, 12 June 2018, China hosts, Beijing, agreed" in first
    assert ET.fromstring(first).get("role") == "img"
    image = QImage(str(tmp_path / "a.png"))
    assert image.width() == 1920
    assert icalendar.Calendar.from_ical((tmp_path / "one.ics").read_bytes()).walk("VEVENT")
    assert (tmp_path / "all.ics").is_file()
    assert "Beijing" in (tmp_path / "rounds.csv").read_text(encoding="utf-8-sig")
    assert openpyxl.load_workbook(tmp_path / "due.xlsx").active["A1"].value == "Title"
    assert opened.said[-1] == "Written: due.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "b.svg"), ""))
    actions[0].trigger()
    opened.settle()
    assert (tmp_path / "b.svg").read_bytes() == first
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    actions[1].trigger()
    assert sorted(path.name for path in tmp_path.glob("*.png")) == ["a.png"]


def test_a_planned_round_that_has_passed_is_overdue_and_not_refused(hosting: Hosting, opened: Open) -> None:
    plan = hosting.page.panel.plan
    hosting.write(plan.fields, start="2018-01-10", end="2018-01-10")
    plan.accept.click()
    opened.settle()
    assert problems(plan.fields) == ()
    assert hosting.rows()[1][3] == "Overdue"
    assert any(label.endswith("agreed, overdue") for label in labels(hosting.page))


def test_the_last_day_goes_along_with_days_that_were_found_as_with_those_that_are_kept(hosting: Hosting) -> None:
    plan = hosting.page.panel.plan
    plan.propose(date(2018, 7, 2), date(2018, 7, 6))
    hosting.write(plan.fields, start="2018-07-09")
    assert plan.fields.lines["end"].text() == "13 July 2018"
    hosting.write(plan.fields, start="9999-12-31")
    assert plan.fields.days()[0] == date.max, "which has no day after it, and can still be written"


def test_a_milestone_that_is_done_before_its_move_was_accepted_is_shown_as_done(hosting: Hosting, opened: Open) -> None:
    page = milestones(hosting, opened)
    card = page.milestones
    one = card.dated()[3]
    card.view.go(one.id)
    focus = QApplication.focusWidget()
    assert focus is not None
    opened.bot.keyClick(focus, Qt.Key.Key_Up, SHIFT)
    assert card.accept.isVisible()
    opened.bot.keyClick(focus, Qt.Key.Key_D)
    opened.settle()
    assert ", done" in here(page)
    assert not card.accept.isVisible(), "a move of what is done is proposed no longer"


def test_who_is_led_to_a_round_sees_it_whatever_part_was_looked_at(hosting: Hosting, opened: Open) -> None:
    page = hosting.page
    for part in (MEETINGS, MILESTONES, DATES):
        page.parts.pick(part)
        opened.settle()
        page.parts.setFocus()
        page.lead_to(hosting.number(3).id, Mending.DAYS)
        opened.settle()
        assert QApplication.focusWidget() is page.panel.plan.fields.lines["start"]
