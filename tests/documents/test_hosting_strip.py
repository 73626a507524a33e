"""The hosting strip as a value: who hosts when, to scale."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from dialogue_prep.documents.pictures.hosting_strip import HostingStrip, dialogues_strip, hosting_strip
from dialogue_prep.documents.pictures.time_scale import TimeSpan, span_of
from dialogue_prep.domain.clashes import Programme
from dialogue_prep.domain.dialogue import Dialogue, Side
from dialogue_prep.domain.hosting import Basis, Turn
from dialogue_prep.domain.identity import DialogueId, RoundId, SideId
from dialogue_prep.domain.public_holidays import Capital, HolidayCalendar
from dialogue_prep.domain.round import Round, RoundStatus
from dialogue_prep.domain.sentence import Sentence
from dialogue_prep.domain.text import in_english

TODAY = date(2018, 2, 6)
SIDES = tuple(
    Side(id=SideId(name), dialogue_id=DialogueId("dialogue"), position=number, name=in_english(name))
    for number, name in enumerate(("Ostrava", "Lumen"), start=1)
)


def turn(ordinal: int, year: int | None, *, start: date | None = None, status: RoundStatus | None = None) -> Turn:
    """Return a turn of the sides in order; with a status it is a round that is in the store."""
    host = SIDES[(ordinal - 1) % 2]
    if status is None:
        return Turn(ordinal=ordinal, host=host, year=year, reason=Sentence.of("By the rule."))
    round_ = Round(
        id=RoundId(f"round-{ordinal}"),
        dialogue_id=DialogueId("dialogue"),
        ordinal=ordinal,
        host_id=host.id,
        city=in_english("Brno"),
        year=year,
        start=start,
        status=status,
    )
    basis = Basis.HELD if status.took_place else Basis.DROPPED if status.dropped else Basis.PLANNED
    return Turn(ordinal=ordinal, host=host, year=year, reason=Sentence.of("Known."), round=round_, basis=basis)


def strip(*turns: Turn, chosen: int | None = None) -> HostingStrip:
    return hosting_strip(turns, SIDES, TODAY, "en", chosen)


def test_marks_stand_in_the_lane_of_their_host_in_the_order_of_time() -> None:
    shown = strip(turn(2, 2019), turn(1, 2017, start=date(2017, 7, 2), status=RoundStatus.HELD))
    assert shown.lanes == ("Ostrava", "Lumen")
    assert [(mark.ordinal, mark.lane) for mark in shown.marks] == [(1, 0), (2, 1)]


def test_a_mark_stands_at_its_day_and_in_the_middle_of_the_year_where_only_that_is_known() -> None:
    shown = strip(turn(1, 2017, start=date(2017, 1, 1), status=RoundStatus.HELD), turn(2, 2018))
    assert [(tick.label, tick.at) for tick in shown.ticks if tick.year] == [("2017", 0), ("2018", 0.5), ("2019", 1)]
    assert [mark.at for mark in shown.marks] == [0, 0.75]


def test_what_became_of_a_round_is_seen() -> None:
    shown = strip(
        turn(1, 2016, status=RoundStatus.HELD),
        turn(2, 2017, status=RoundStatus.POSTPONED),
        turn(3, 2018, status=RoundStatus.EXPECTED),
        turn(4, 2019),
        chosen=3,
    )
    states = [Basis.HELD, Basis.DROPPED, Basis.PLANNED, Basis.BY_RULE]
    assert [mark.basis for mark in shown.marks] == states
    assert [mark.chosen for mark in shown.marks] == [False, False, True, False]
    assert [mark.place for mark in shown.marks] == ["Brno", "Brno", "Brno", ""]


def test_of_two_rounds_with_one_number_the_one_that_was_dropped_is_not_the_chosen() -> None:
    shown = strip(turn(3, 2017, status=RoundStatus.CANCELLED), turn(3, 2018, status=RoundStatus.EXPECTED), chosen=3)
    assert [mark.chosen for mark in shown.marks] == [False, True]


def test_a_turn_of_which_no_year_is_known_has_no_place() -> None:
    assert strip(turn(1, None)).marks == ()


@given(st.lists(st.integers(1990, 2060), max_size=12))
def test_everything_lies_within_the_picture(years: list[int]) -> None:
    shown = strip(*(turn(ordinal, year) for ordinal, year in enumerate(years, start=1)))
    ticks = [tick.at for tick in shown.ticks]
    assert all(0 <= at <= 1 for at in (shown.today, *ticks, *(mark.at for mark in shown.marks)))
    assert ticks == sorted(ticks)


def test_from_close_by_months_and_the_holidays_of_both_sides_are_seen() -> None:
    days = {date(2018, 2, day): in_english("Spring Festival") for day in (15, 16, 17)}
    calendar = HolidayCalendar(code="LU", holidays={**days, date(2018, 7, 1): in_english("Lake Day")})
    turns = [turn(2, 2018, status=RoundStatus.EXPECTED)]
    span = TimeSpan(date(2018, 1, 1), date(2019, 1, 1))
    capitals = (Capital(SIDES[0]), Capital(SIDES[1], calendar))
    shown = hosting_strip(turns, SIDES, TODAY, "en", span=span, capitals=capitals)
    assert [(bar.lane, bar.first.isoformat(), bar.name) for bar in shown.holidays] == [
        (1, "2018-02-15", "Spring Festival"),
        (1, "2018-07-01", "Lake Day"),
    ]
    assert round((shown.holidays[0].ends - shown.holidays[0].begins) * 365) == 3, "days that follow are one bar"
    assert [tick.label for tick in shown.ticks][:4] == ["2018", "Feb", "Mar", "Apr"]
    far = hosting_strip(turns, SIDES, TODAY, "en", span=span_of(5, TODAY), capitals=capitals)
    assert far.holidays == ()
    assert all(tick.year for tick in far.ticks)


def test_what_lies_outside_of_the_picture_is_counted() -> None:
    turns = [turn(1, 2010, status=RoundStatus.HELD), turn(2, 2018, status=RoundStatus.EXPECTED), turn(3, 2030)]
    shown = hosting_strip(turns, SIDES, TODAY, "en", span=span_of(1, date(2018, 7, 1)))
    assert ([mark.ordinal for mark in shown.marks], shown.earlier, shown.later) == ([2], 1, 0)


def test_marks_tell_of_exceptions_clashes_and_rounds_that_should_have_been_held() -> None:
    late = turn(2, 2018, start=date(2018, 1, 10), status=RoundStatus.EXPECTED)
    (mark,) = hosting_strip([late], SIDES, TODAY, "en", clashing={"round-2"}).marks
    assert (mark.overdue, mark.clashing, mark.excused, mark.moves_from) == (True, True, False, date(2018, 1, 10))


def test_several_dialogues_have_a_lane_each() -> None:
    dialogue = Dialogue(id=DialogueId("d"), designation=in_english("Border Talks"))
    known = turn(3, 2020, start=date(2020, 1, 10), status=RoundStatus.EXPECTED)
    turns = (turn(1, 2018), turn(2, 2019), known)
    programmes = [
        Programme(dialogue=one, sides=SIDES, turns=turns) for one in (dialogue, replace(dialogue, id=DialogueId("e")))
    ]
    shown = dialogues_strip(programmes, TODAY, "en", span_of(6, TODAY), ())
    assert shown.lanes == ("Border Talks", "Border Talks")
    assert [(mark.lane, mark.side) for mark in shown.marks] == [(0, 1), (1, 1)] * 3
    turns_alone = [mark.id for mark in shown.marks if mark.basis is Basis.BY_RULE]
    assert len(set(turns_alone)) == len(turns_alone) == 4, "what has one identifier cannot be walked by"
    assert not any(mark.moves_from for mark in shown.marks), "it is only looked at"
