"""The hosting strip as a value: who hosts when, to scale."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from dialogue_prep.documents.pictures.hosting_strip import HostingStrip, MarkState, hosting_strip
from dialogue_prep.domain.dialogue import Side
from dialogue_prep.domain.hosting import Turn
from dialogue_prep.domain.identity import DialogueId, RoundId, SideId
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
    return Turn(ordinal=ordinal, host=host, year=year, reason=Sentence.of("Known."), round=round_)


def strip(*turns: Turn, chosen: int | None = None) -> HostingStrip:
    return hosting_strip(turns, SIDES, TODAY, "en", chosen)


def test_marks_stand_in_the_lane_of_their_host_in_the_order_of_time() -> None:
    shown = strip(turn(2, 2019), turn(1, 2017, start=date(2017, 7, 2), status=RoundStatus.HELD))
    assert shown.lanes == ("Ostrava", "Lumen")
    assert [(mark.ordinal, mark.lane) for mark in shown.marks] == [(1, 0), (2, 1)]


def test_a_mark_stands_at_its_day_and_in_the_middle_of_the_year_where_only_that_is_known() -> None:
    shown = strip(turn(1, 2017, start=date(2017, 1, 1), status=RoundStatus.HELD), turn(2, 2018))
    assert shown.years == ((2017, 0), (2018, 0.5), (2019, 1))
    assert [mark.at for mark in shown.marks] == [0, 0.75]


def test_what_became_of_a_round_is_seen() -> None:
    shown = strip(
        turn(1, 2016, status=RoundStatus.HELD),
        turn(2, 2017, status=RoundStatus.POSTPONED),
        turn(3, 2018, status=RoundStatus.EXPECTED),
        turn(4, 2019),
        chosen=3,
    )
    states = [MarkState.HELD, MarkState.DROPPED, MarkState.PLANNED, MarkState.BY_RULE]
    assert [mark.state for mark in shown.marks] == states
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
    ticks = [at for _year, at in shown.years]
    assert all(0 <= at <= 1 for at in (shown.today, *ticks, *(mark.at for mark in shown.marks)))
    assert ticks == sorted(ticks)
