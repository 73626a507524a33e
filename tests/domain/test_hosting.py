"""Hosts take turns; who is out of turn says why."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogue_prep.domain.dialogue import Cadence, Dialogue, HostRule, Side
from dialogue_prep.domain.errors import UserError
from dialogue_prep.domain.hosting import check_dates, check_host, next_host, next_ordinal, next_year, schedule
from dialogue_prep.domain.round import Round, RoundStatus
from dialogue_prep.domain.text import in_english

OURS = Side(id="ours", dialogue_id="d", position=1, name=in_english("Ostrava"))
THEIRS = Side(id="theirs", dialogue_id="d", position=2, name=in_english("Lumen"), hosts_first=True)
SIDES = (OURS, THEIRS)
TODAY = date(2032, 2, 6)

DROPPED = [status for status in RoundStatus if status.dropped]
AHEAD = [status for status in RoundStatus if status.ahead]
TOOK_PLACE = [status for status in RoundStatus if status.took_place]


def dialogue(rule: HostRule = HostRule.ALTERNATE, cadence: Cadence = Cadence.ANNUAL) -> Dialogue:
    return Dialogue(id="d", designation=in_english("Dialogue"), host_rule=rule, cadence=cadence)


def round_(
    ordinal: int, host: Side, status: RoundStatus = RoundStatus.HELD, *, year: int | None = None, **more: object
) -> Round:
    start = more.get("start")
    year = start.year if isinstance(start, date) else year
    return Round(
        id=f"{ordinal}-{status}", dialogue_id="d", ordinal=ordinal, host_id=host.id, status=status, year=year, **more
    )  # type: ignore[arg-type]


def test_every_status_is_of_one_sort() -> None:
    assert sorted([*DROPPED, *AHEAD, *TOOK_PLACE]) == sorted(RoundStatus)


def test_the_first_host_is_the_one_the_terms_name_first() -> None:
    host, why = next_host(SIDES, ())
    assert (host, why.read("en")) == (THEIRS, "The terms of reference name Lumen first as host.")


def test_where_nobody_is_named_first_the_first_side_hosts() -> None:
    host, why = next_host((OURS,), ())
    assert (host, why.read("en")) == (OURS, "No round is known yet; Ostrava stands first.")


@pytest.mark.parametrize("status", TOOK_PLACE)
def test_after_a_round_that_took_place_the_other_side_hosts(status: RoundStatus) -> None:
    host, why = next_host(SIDES, [round_(1, THEIRS), round_(2, OURS, status)])
    assert (host, why.read("en")) == (THEIRS, "Ostrava hosted round 2.")


@pytest.mark.parametrize("status", [*DROPPED, *AHEAD])
def test_a_round_that_did_not_take_place_uses_up_no_turn(status: RoundStatus) -> None:
    rounds = [round_(1, THEIRS), round_(2, OURS, status)]
    assert next_host(SIDES, rounds)[0] is OURS
    assert next_ordinal(rounds) == 2


def test_a_host_out_of_turn_needs_a_reason() -> None:
    rounds, out_of_turn = [round_(1, THEIRS)], round_(2, THEIRS, RoundStatus.EXPECTED)
    with pytest.raises(UserError, match=r"^It is the turn of Ostrava: Lumen hosted round 1\. Write down the reason"):
        check_host(dialogue(), SIDES, rounds, out_of_turn)
    check_host(dialogue(), SIDES, rounds, round_(2, THEIRS, RoundStatus.EXPECTED, reason=in_english("A flood.")))
    check_host(dialogue(), SIDES, rounds, round_(2, OURS, RoundStatus.EXPECTED))


def test_without_a_rule_or_a_round_held_anybody_may_host() -> None:
    check_host(dialogue(HostRule.UNSAID), SIDES, [round_(1, THEIRS)], round_(2, THEIRS, RoundStatus.EXPECTED))
    check_host(dialogue(), SIDES, [], round_(1, OURS, RoundStatus.EXPECTED))


@given(data=st.data())
def test_no_side_hosts_twice_running_without_a_reason(data: st.DataObject) -> None:
    rounds: list[Round] = []
    for _ in range(data.draw(st.integers(1, 8))):
        host, status = data.draw(st.sampled_from(SIDES)), data.draw(st.sampled_from([*TOOK_PLACE, *DROPPED]))
        reason = in_english(data.draw(st.sampled_from(["", "A flood."])) or " ")
        proposed = round_(next_ordinal(rounds), host, status, reason=reason)
        try:
            check_host(dialogue(), SIDES, rounds, proposed)
        except UserError:
            continue
        rounds.append(proposed)
    held = [one for one in rounds if one.status.took_place]
    assert all(before.host_id != after.host_id or after.reason for before, after in pairwise(held))


def test_a_round_begins_after_the_earlier_ones_have_ended() -> None:
    held = [
        round_(1, THEIRS, start=date(2030, 5, 4)),
        round_(2, OURS, start=date(2031, 6, 21), end=date(2031, 6, 22)),
        round_(3, THEIRS, RoundStatus.POSTPONED, start=date(2033, 1, 1)),
    ]
    for day in (date(2031, 6, 22), date(2031, 6, 21), date(2029, 1, 1)):
        with pytest.raises(UserError, match=r"Round [12] was held until 203"):
            check_dates(held, round_(3, THEIRS, RoundStatus.EXPECTED, start=day))
    check_dates(held, round_(3, THEIRS, RoundStatus.EXPECTED, start=date(2031, 6, 23)))
    check_dates(held, round_(3, THEIRS, RoundStatus.EXPECTED))
    check_dates(held, round_(1, THEIRS, start=date(2030, 5, 4)))


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"ordinal": 0}, "Rounds are numbered from 1"),
        ({"end": date(2032, 1, 1)}, "A round that ends must begin"),
        ({"start": date(2032, 1, 2), "end": date(2032, 1, 1), "year": 2032}, "cannot end before it begins"),
        ({"start": date(2032, 1, 2), "year": 2031}, "The year of a round is the year of its first day"),
    ],
)
def test_a_round_that_cannot_be_is_refused(wrong: dict[str, object], sentence: str) -> None:
    usual = {"id": "r", "dialogue_id": "d", "ordinal": 1, "host_id": "ours"}
    with pytest.raises(UserError, match=sentence):
        Round(**{**usual, **wrong})  # type: ignore[arg-type]


def test_a_round_is_overdue_once_its_last_day_has_passed() -> None:
    ahead = RoundStatus.EXPECTED
    assert not round_(3, OURS, ahead, start=TODAY).overdue(TODAY)
    assert round_(3, OURS, ahead, start=date(2032, 2, 5)).overdue(TODAY)
    assert not round_(3, OURS, ahead, start=date(2032, 2, 5), end=TODAY).overdue(TODAY)
    assert round_(3, OURS, ahead, year=2031).overdue(TODAY)
    assert not round_(3, OURS, ahead, year=2032).overdue(TODAY)
    assert not round_(3, OURS, ahead).overdue(TODAY)
    assert not round_(3, OURS, RoundStatus.POSTPONED, year=2020).overdue(TODAY)


def rows(
    rounds: list[Round], today: date = TODAY, years: int = 2, **more: Cadence
) -> list[tuple[int, str, int | None]]:
    turns = schedule(dialogue(**more), SIDES, rounds, today, years)  # type: ignore[arg-type]
    return [(turn.ordinal, turn.host.id, turn.year) for turn in turns]


def test_the_schedule_goes_on_by_the_rule_from_the_last_round_known() -> None:
    rounds = [round_(1, THEIRS, year=2030), round_(2, OURS, year=2031), round_(3, THEIRS, AHEAD[0], year=2032)]
    assert rows(rounds) == [
        (1, "theirs", 2030),
        (2, "ours", 2031),
        (3, "theirs", 2032),
        (4, "ours", 2033),
        (5, "theirs", 2034),
    ]


def test_the_schedule_of_a_dialogue_that_never_met_begins_with_its_first_host() -> None:
    assert rows([]) == [(1, "theirs", 2032), (2, "ours", 2033), (3, "theirs", 2034)]


def test_rounds_to_come_are_not_in_years_that_have_passed() -> None:
    assert rows([round_(1, THEIRS, year=2020)]) == [
        (1, "theirs", 2020),
        (2, "ours", 2032),
        (3, "theirs", 2033),
        (4, "ours", 2034),
    ]


def test_a_round_that_was_dropped_is_shown_and_its_turn_comes_again() -> None:
    rounds = [round_(1, THEIRS, year=2031), round_(2, OURS, RoundStatus.LAPSED, year=2031)]
    assert rows(rounds, years=1) == [
        (1, "theirs", 2031),
        (2, "ours", 2031),
        (2, "ours", 2032),
        (3, "theirs", 2033),
    ]


@pytest.mark.parametrize(
    ("cadence", "years"),
    [
        (Cadence.ANNUAL, [2032, 2033, 2034]),
        (Cadence.UNSAID, [2032, 2033, 2034]),
        (Cadence.EVERY_TWO_YEARS, [2033]),
        (Cadence.TWICE_A_YEAR, [2032, 2032, 2033, 2033, 2034, 2034]),
    ],
)
def test_the_schedule_keeps_the_cadence(cadence: Cadence, years: list[int]) -> None:
    found = [year for _ordinal, _host, year in rows([round_(1, THEIRS, year=2031)], cadence=cadence)]
    assert [year for year in found if year != 2031] == years


def test_a_dialogue_that_meets_twice_a_year_does_not_meet_a_third_time_in_it() -> None:
    spring = round_(1, THEIRS, year=2032, start=date(2032, 1, 20))
    autumn = round_(2, OURS, AHEAD[0], year=2032, start=date(2032, 9, 20))
    found = rows([spring, autumn], years=1, cadence=Cadence.TWICE_A_YEAR)
    assert [year for _ordinal, _host, year in found] == [2032, 2032, 2033, 2033]


@pytest.mark.parametrize(
    ("cadence", "held", "year"),
    [
        (Cadence.TWICE_A_YEAR, date(2032, 1, 20), 2032),
        (Cadence.TWICE_A_YEAR, date(2031, 9, 20), 2032),
        (Cadence.ANNUAL, date(2032, 1, 20), 2033),
        (Cadence.ANNUAL, date(2020, 1, 20), 2032),
        (Cadence.EVERY_TWO_YEARS, date(2031, 12, 31), 2033),
    ],
)
def test_the_next_round_is_planned_for_the_year_that_the_schedule_shows(
    cadence: Cadence, held: date, year: int
) -> None:
    rounds = [round_(1, THEIRS, year=held.year, start=held)]
    assert next_year(dialogue(cadence=cadence), rounds, TODAY) == year
    assert rows(rounds, cadence=cadence)[1][2] == year


@given(years=st.integers(0, 20), held=st.integers(0, 4), cadence=st.sampled_from(Cadence))
def test_turns_to_come_alternate_and_count_on(years: int, held: int, cadence: Cadence) -> None:
    known = [round_(n, SIDES[n % 2], year=2027 + n) for n in range(1, held + 1)]
    turns = schedule(dialogue(cadence=cadence), SIDES, known, TODAY, years)
    assert [turn.ordinal for turn in turns] == list(range(1, len(turns) + 1))
    assert all(before.host != after.host for before, after in pairwise(turns))
    to_come = [turn.year for turn in turns if turn.round is None]
    assert all(TODAY.year <= (year or 0) <= TODAY.year + years for year in to_come)


def test_why_each_turn_is_whose_is_said() -> None:
    rounds = [
        round_(1, THEIRS),
        round_(2, THEIRS, reason=in_english("A flood.")),
        round_(3, OURS, RoundStatus.EXPECTED),
        round_(4, THEIRS, RoundStatus.EXPECTED),
        round_(5, THEIRS, RoundStatus.EXPECTED),
    ]
    turns = schedule(dialogue(), SIDES, rounds, TODAY, 1)
    assert [turn.reason.read("en") for turn in turns][:5] == [
        "Held.",
        "A flood.",
        "Lumen hosted round 2.",
        "Ostrava hosts round 3.",
        "As planned.",
    ]
