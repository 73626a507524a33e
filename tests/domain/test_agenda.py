"""The clock of an agenda: numbers and times follow from the order and the minutes."""

from __future__ import annotations

from dataclasses import replace
from datetime import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogue_prep.domain.agenda import Agenda, AgendaItem, ItemKind, minutes_by_day, overrun, timetable
from dialogue_prep.domain.errors import UserError
from dialogue_prep.domain.text import NOTHING, in_english

AGENDA = Agenda(id="agenda", round_id="r", begins=time(9, 30), minutes_available=120)


def item(position: int, kind: ItemKind, minutes: int, **more: object) -> AgendaItem:
    id_ = f"item-{position}"
    title = in_english(id_)
    return AgendaItem(id=id_, agenda_id="agenda", position=position, kind=kind, title=title, minutes=minutes, **more)  # type: ignore[arg-type]


ITEMS = (
    item(1, ItemKind.OPENING, 15),
    item(2, ItemKind.ADOPTION, 10),
    item(3, ItemKind.TOPIC, 50),
    item(4, ItemKind.BREAK, 15),
    item(5, ItemKind.TOPIC, 30),
    item(6, ItemKind.CLOSING, 0),
)


def test_items_follow_each_other_and_only_some_bear_numbers() -> None:
    slots = timetable(AGENDA, reversed(ITEMS))
    assert [slot.number for slot in slots] == [None, 1, 2, None, 3, 4]
    assert [f"{slot.begins:%H:%M}" for slot in slots] == ["09:30", "09:45", "09:55", "10:45", "11:00", "11:30"]
    assert slots[-1].ends == time(11, 30)


def test_an_item_that_is_parked_takes_no_time_and_no_number() -> None:
    slots = timetable(AGENDA, [replace(one, parked=one.position == 3) for one in ITEMS])
    assert [slot.item.position for slot in slots] == [1, 2, 4, 5, 6]
    assert [slot.number for slot in slots] == [None, 1, None, 2, 3]
    assert slots[2].begins == time(9, 55)


def test_the_overrun_is_what_the_items_take_beyond_what_there_is() -> None:
    assert overrun(AGENDA, ITEMS) == 0
    assert overrun(replace(AGENDA, minutes_available=100), ITEMS) == 20
    assert overrun(AGENDA, [replace(ITEMS[2], parked=True)]) == -120


def test_what_runs_past_midnight_goes_on_at_nought() -> None:
    late = replace(AGENDA, begins=time(23, 50))
    assert [f"{slot.begins:%H:%M}" for slot in timetable(late, ITEMS)][:3] == ["23:50", "00:05", "00:15"]


def test_a_break_of_no_minutes_ends_the_day() -> None:
    slots = timetable(AGENDA, [replace(one, minutes=0) if one.kind is ItemKind.BREAK else one for one in ITEMS])
    assert [slot.day for slot in slots] == [1, 1, 1, 1, 2, 2]
    assert [f"{slot.begins:%H:%M}" for slot in slots[3:]] == ["10:45", "09:30", "10:00"]
    assert [slot.number for slot in slots] == [None, 1, 2, None, 3, 4], "the numbers run on"
    assert minutes_by_day(slots) == (75, 30)


def test_time_left_on_one_day_makes_no_room_on_another() -> None:
    items = [replace(one, minutes=0) if one.kind is ItemKind.BREAK else one for one in ITEMS]
    assert overrun(AGENDA, items) == 75 + 30 - 2 * 120
    assert overrun(replace(AGENDA, minutes_available=70), items) == 5


@pytest.mark.parametrize(
    ("wrong", "field"), [({"minutes": -1}, "minutes"), ({"minutes": 1441}, "minutes"), ({"title": NOTHING}, "title")]
)
def test_an_item_that_cannot_be_is_refused_at_its_field(wrong: dict[str, object], field: str) -> None:
    with pytest.raises(UserError) as refused:
        replace(ITEMS[0], **wrong)  # type: ignore[arg-type]
    assert refused.value.field == field


@given(
    drawn=st.lists(st.tuples(st.sampled_from(ItemKind), st.integers(1, 120), st.booleans()), max_size=12),
    begins=st.times().map(lambda moment: moment.replace(second=0, microsecond=0, fold=0)),
)
def test_every_item_begins_when_the_one_before_it_ends(drawn: list[tuple[ItemKind, int, bool]], begins: time) -> None:
    agenda = replace(AGENDA, begins=begins)
    items = [item(n, kind, minutes, parked=parked) for n, (kind, minutes, parked) in enumerate(drawn, 1)]
    slots = timetable(agenda, items)
    assert [slot.begins for slot in slots[:1]] == [begins] * len(slots[:1])
    assert all(before.ends == after.begins for before, after in pairwise(slots))
    numbers = [slot.number for slot in slots if slot.number is not None]
    assert numbers == list(range(1, len(numbers) + 1))
    assert overrun(agenda, items) == sum(slot.item.minutes for slot in slots) - agenda.minutes_available
