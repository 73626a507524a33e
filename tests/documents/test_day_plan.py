"""The day of an agenda as a picture: everything to one scale, whatever the day."""

from __future__ import annotations

from dataclasses import replace
from datetime import time

import pytest

from dialogue_prep.documents.pictures.day_plan import BlockTone, DayPlan, day_plan
from dialogue_prep.domain.agenda import Agenda, AgendaItem, ItemKind, timetable
from dialogue_prep.domain.dialogue import Side
from dialogue_prep.domain.text import in_english

OURS, THEIRS = "ours", "theirs"
SIDES = (
    Side(id=OURS, dialogue_id="d", position=1, name=in_english("Ostrava"), home=True),  # type: ignore[arg-type]
    Side(id=THEIRS, dialogue_id="d", position=2, name=in_english("Lumen")),  # type: ignore[arg-type]
)


def item(place: int, minutes: int, kind: ItemKind = ItemKind.TOPIC, first: str | None = None) -> AgendaItem:
    return AgendaItem(
        id=f"item-{place}",
        agenda_id="agenda",  # type: ignore[arg-type]
        position=place,
        kind=kind,
        title=in_english(f"Matter {place}"),
        minutes=minutes,
        speaks_first_id=first,  # type: ignore[arg-type]
    )


def drawn(*items: AgendaItem, begins: time = time(9), minutes: int = 120, days: tuple[str, ...] = ("",)) -> DayPlan:
    agenda = Agenda(id="agenda", round_id="round", begins=begins, minutes_available=minutes)  # type: ignore[arg-type]
    return day_plan(agenda, timetable(agenda, items), SIDES, "en", days)


def test_items_follow_each_other_to_scale() -> None:
    plan = drawn(item(1, 30), item(2, 60))
    assert [(block.begins, block.ends) for block in plan.blocks] == [(0, 0.25), (0.25, 0.75)]
    assert [block.label for block in plan.blocks] == ["1 Matter 1", "2 Matter 2"]
    assert (plan.hours, plan.times_up, plan.days) == (((9, 0.0), (10, 0.5), (11, 1.0)), (1.0,), ())


def test_the_hours_are_full_ones_when_the_day_begins_between_them() -> None:
    plan = drawn(item(1, 30), begins=time(8, 30), minutes=90)
    assert [hour for hour, _at in plan.hours] == [8, 9, 10]
    assert plan.blocks[0].begins == 0.25


def test_a_day_that_is_too_long_shows_where_the_time_is_up() -> None:
    plan = drawn(item(1, 240))
    assert (plan.times_up, plan.blocks[0].ends, plan.minutes) == ((0.5,), 1.0, 240)


def test_minutes_by_a_slip_of_the_hand_make_no_endless_picture() -> None:
    plan = drawn(item(1, 30), minutes=480_000_000)
    assert (plan.minutes, plan.times_up) == (7 * 24 * 60, (1.0,))


def test_days_stand_below_each_other_under_their_names() -> None:
    evening = item(2, 0, ItemKind.BREAK)
    plan = drawn(item(1, 30), evening, item(3, 60), minutes=60, days=("Monday", "Tuesday"))
    assert [(block.id, round(block.begins * plan.minutes)) for block in plan.blocks] == [
        ("item-1", 45),
        ("item-3", 150),
    ]
    assert [(hour, round(at * plan.minutes)) for hour, at in plan.hours] == [(9, 45), (10, 105), (9, 150), (10, 210)]
    assert [name for name, at in plan.days if at < 1] == ["Monday", "Tuesday"]
    assert [round(at * plan.minutes) for at in plan.times_up] == [105, 210]


def test_hours_begin_anew_after_midnight() -> None:
    assert [hour for hour, _at in drawn(item(1, 120), begins=time(23)).hours] == [23, 0, 1]


@pytest.mark.parametrize(
    ("kind", "first", "tone"),
    [
        (ItemKind.TOPIC, OURS, BlockTone.OURS),
        (ItemKind.TOPIC, THEIRS, BlockTone.THEIRS),
        (ItemKind.TOPIC, None, BlockTone.BOTH),
        (ItemKind.BREAK, OURS, BlockTone.PAUSE),
    ],
)
def test_a_block_tells_who_speaks_first(kind: ItemKind, first: str | None, tone: BlockTone) -> None:
    assert drawn(item(1, 30, kind, first)).blocks[0].tone is tone


def test_what_is_parked_takes_no_time_and_an_empty_day_can_be_drawn() -> None:
    assert drawn(replace(item(1, 30), parked=True)).blocks == ()
    assert drawn(minutes=0).minutes == 60
