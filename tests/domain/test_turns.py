"""Turns of hosting over the years: lapses, exchanges, rounds that use up none, and what a change of one means."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogue_prep.domain.consequences import consequences
from dialogue_prep.domain.dialogue import Dialogue, HostRule, Side
from dialogue_prep.domain.errors import UserError
from dialogue_prep.domain.hosting import FURTHEST_YEARS, Basis, Turn, check_form, check_host, next_host, schedule
from dialogue_prep.domain.round import Round, RoundForm, RoundStatus, TurnUse
from dialogue_prep.domain.text import in_english

CANADA = Side(id="canada", dialogue_id="d", position=1, name=in_english("Canada"), hosts_first=True)
CHINA = Side(id="china", dialogue_id="d", position=2, name=in_english("China"))
SIDES = (CANADA, CHINA)
DIALOGUE = Dialogue(id="d", designation=in_english("Dialogue"), host_rule=HostRule.ALTERNATE)
TODAY = date(2018, 2, 6)
WHY = in_english("The other side asked for it.")


def round_(ordinal: int, host: Side, year: int, status: RoundStatus = RoundStatus.HELD, **more: object) -> Round:
    id_ = f"{ordinal}-{status}-{year}"
    return Round(id=id_, dialogue_id="d", ordinal=ordinal, host_id=host.id, year=year, status=status, **more)  # type: ignore[arg-type]


OTTAWA = round_(2, CANADA, 2017, city=in_english("Ottawa"))
BEIJING = round_(3, CHINA, 2018, RoundStatus.EXPECTED, city=in_english("Beijing"))


def turns(rounds: list[Round], *, years: int = 4, today: date = TODAY, agreed: tuple[str, ...] = ()) -> list[Turn]:
    return list(schedule(DIALOGUE, SIDES, rounds, today, years, agreed))


def hosts(found: list[Turn]) -> list[tuple[int, str, int | None]]:
    return [(turn.ordinal, turn.host.id, turn.year) for turn in found]


def test_after_ottawa_2017_comes_beijing_2018_and_then_they_alternate() -> None:
    assert hosts(turns([OTTAWA, BEIJING])) == [
        (2, "canada", 2017),
        (3, "china", 2018),
        (4, "canada", 2019),
        (5, "china", 2020),
        (6, "canada", 2021),
        (7, "china", 2022),
    ]


def test_the_first_round_once_entered_stands_before_them() -> None:
    first = round_(1, CHINA, 2016)
    assert hosts(turns([OTTAWA, BEIJING, first]))[:3] == [(1, "china", 2016), (2, "canada", 2017), (3, "china", 2018)]


def test_what_a_record_announced_is_agreed_and_what_we_pencilled_in_is_planned() -> None:
    pencilled = round_(4, CANADA, 2019, RoundStatus.EXPECTED)
    found = turns([OTTAWA, BEIJING, pencilled], agreed=(OTTAWA.id, BEIJING.id), years=2)
    assert [turn.basis for turn in found] == [Basis.HELD, Basis.AGREED, Basis.PLANNED, Basis.BY_RULE]


def test_days_agreed_with_the_other_side_are_agreed_without_any_record() -> None:
    settled = replace(BEIJING, status=RoundStatus.DATES_AGREED, start=date(2018, 6, 12))
    assert turns([OTTAWA, settled])[1].basis is Basis.AGREED


def test_after_a_lapse_of_four_years_the_same_side_still_has_its_turn() -> None:
    lapsed = [replace(BEIJING, id=f"l{year}", year=year, status=RoundStatus.LAPSED) for year in range(2018, 2022)]
    found = turns([OTTAWA, *lapsed], today=date(2022, 3, 1), years=1)
    assert hosts(found) == [
        (2, "canada", 2017),
        *((3, "china", year) for year in range(2018, 2022)),
        (3, "china", 2022),
        (4, "canada", 2023),
    ]
    assert [turn.basis for turn in found[1:5]] == [Basis.DROPPED] * 4
    assert found[1].reason.read("en") == "It did not take place and used up no turn."
    assert found[5].reason.read("en") == "Canada hosted round 2."


def test_an_exchange_swaps_two_turns_and_leaves_all_others_as_they_were() -> None:
    swapped = replace(BEIJING, host_id="canada", turn=TurnUse.EXCHANGED, reason=WHY)
    found = turns([OTTAWA, swapped])
    assert [turn.host.id for turn in found] == ["canada", "canada", "china", "china", "canada", "china"]
    assert [turn.reason.read("en") for turn in found[1:5]] == [
        "The other side asked for it.",
        "China hosts in exchange for round 3.",
        "It is the turn of China itself, after the exchange in round 3.",
        "China hosts the round before.",
    ]


def test_after_a_host_out_of_turn_without_an_exchange_the_sides_simply_go_on_in_turn() -> None:
    found = turns([OTTAWA, replace(BEIJING, host_id="canada", reason=WHY)])
    assert [turn.host.id for turn in found] == ["canada", "canada", "china", "canada", "china", "canada"]


def test_an_exchange_that_the_other_side_does_not_keep_is_over() -> None:
    swapped = round_(3, CANADA, 2018, turn=TurnUse.EXCHANGED, reason=WHY)
    again = round_(4, CANADA, 2019, reason=WHY)
    host, why = next_host(SIDES, [OTTAWA, swapped, again])
    assert (host, why.read("en")) == (CHINA, "Canada hosted round 4.")


@pytest.mark.parametrize("form", [RoundForm.VIDEO, RoundForm.THIRD_PLACE])
def test_a_round_by_video_or_in_a_third_place_can_leave_the_turn_where_it_was(form: RoundForm) -> None:
    elsewhere = replace(BEIJING, form=form, turn=TurnUse.NO_TURN, reason=WHY, reference="letter of 3 March")
    assert [turn.host.id for turn in turns([OTTAWA, elsewhere])][1:4] == ["china", "china", "canada"]
    used = replace(elsewhere, turn=TurnUse.IN_TURN)
    assert [turn.host.id for turn in turns([OTTAWA, used])][1:4] == ["china", "canada", "china"]


@pytest.mark.parametrize("change", [{"form": RoundForm.VIDEO}, {"turn": TurnUse.NO_TURN}])
def test_an_exception_needs_a_reason(change: dict[str, object]) -> None:
    with pytest.raises(UserError, match="Say why round 3 is not held by its host in turn") as caught:
        check_form(SIDES, [OTTAWA], replace(BEIJING, **change))  # type: ignore[arg-type]
    assert caught.value.field == "reason"
    check_form(SIDES, [OTTAWA], replace(BEIJING, reason=WHY, **change))  # type: ignore[arg-type]


def test_a_side_cannot_exchange_its_own_turn_with_itself() -> None:
    with pytest.raises(UserError, match="It is the turn of China itself: Canada hosted round 2") as caught:
        check_form(SIDES, [OTTAWA], replace(BEIJING, turn=TurnUse.EXCHANGED, reason=WHY))
    assert caught.value.field == "turn"
    check_form(SIDES, [OTTAWA], replace(BEIJING, host_id="canada", turn=TurnUse.EXCHANGED, reason=WHY))


def test_the_round_given_in_exchange_needs_no_reason_of_its_own() -> None:
    swapped = round_(3, CANADA, 2018, turn=TurnUse.EXCHANGED, reason=WHY)
    given_back = round_(4, CHINA, 2019)
    check_host(DIALOGUE, SIDES, [OTTAWA, swapped], given_back)
    check_host(DIALOGUE, SIDES, [OTTAWA, swapped, given_back], round_(5, CHINA, 2020))
    with pytest.raises(UserError, match="It is the turn of China: It is the turn of China itself, after the exchange"):
        check_host(DIALOGUE, SIDES, [OTTAWA, swapped, given_back], round_(5, CANADA, 2020))


def test_without_a_rule_the_last_host_is_shown_and_nothing_is_claimed() -> None:
    unsaid = replace(DIALOGUE, host_rule=HostRule.UNSAID)
    found = schedule(unsaid, SIDES, [OTTAWA], TODAY, 1)
    assert [turn.host.id for turn in found] == ["canada", "canada", "canada"]
    assert found[1].reason.read("en") == "Who hosts when is not laid down; Canada hosted last."


@pytest.mark.parametrize("years", [-1, FURTHEST_YEARS + 1])
def test_nobody_looks_further_than_two_centuries(years: int) -> None:
    with pytest.raises(UserError, match="Look 0 to 200 years ahead"):
        turns([OTTAWA], years=years)


def test_what_a_change_means_for_every_later_turn_is_known_before_it_is_made() -> None:
    before = turns([OTTAWA, BEIJING])
    after = turns([OTTAWA, replace(BEIJING, host_id="canada", turn=TurnUse.EXCHANGED, reason=WHY)])
    found = consequences(before, after)
    assert [one.ordinal for one in found] == [3, 4]
    changed = [(one.before and one.before.host.id, one.after and one.after.host.id) for one in found]
    assert changed == [("china", "canada"), ("canada", "china")]
    assert found[1].sentence.read("en") == "Round 4: China, 2019, instead of Canada, 2019."


def test_a_round_put_off_moves_every_later_one() -> None:
    before = turns([OTTAWA, BEIJING])
    after = turns([OTTAWA, replace(BEIJING, year=2019)])
    found = consequences(before, after)
    assert [(one.ordinal, one.before and one.before.year, one.after and one.after.year) for one in found] == [
        (3, 2018, 2019),
        (4, 2019, 2020),
        (5, 2020, 2021),
        (6, 2021, 2022),
        (7, 2022, None),
    ]
    assert found[-1].sentence.read("en") == "Round 7 moves out of view."
    assert consequences(after, before)[-1].sentence.read("en") == "Round 7 comes into view."


def test_a_round_called_off_is_told_and_its_turn_comes_again() -> None:
    after = turns([OTTAWA, replace(BEIJING, status=RoundStatus.CANCELLED, reason=WHY)])
    (third, *_later) = consequences(turns([OTTAWA, BEIJING]), after)
    assert third.after is not None
    assert (third.after.basis, third.after.host.id) == (Basis.BY_RULE, "china")


def test_a_last_day_that_is_another_is_told() -> None:
    one_day = replace(BEIJING, start=date(2018, 6, 12), year=2018)
    (third, *_later) = consequences(turns([OTTAWA, one_day]), turns([OTTAWA, replace(one_day, end=date(2018, 6, 13))]))
    assert third.sentence.read("en") == "Round 3: China, 2018-06-12 to 2018-06-13, instead of China, 2018-06-12."


def test_what_changes_nothing_has_no_consequences() -> None:
    renamed = replace(BEIJING, venue=in_english("Guest House"))
    assert consequences(turns([OTTAWA, BEIJING]), turns([OTTAWA, renamed])) == ()


@st.composite
def histories(draw: st.DrawFn) -> list[Round]:
    """Draw rounds that were held, one after the other, each in turn unless it says why not."""
    rounds: list[Round] = []
    for ordinal in range(1, draw(st.integers(0, 10)) + 1):
        host, _why = next_host(SIDES, rounds)
        other = CHINA if host is CANADA else CANADA
        wanted = draw(st.sampled_from(["in turn", "in turn", "out of turn", "exchanged", "no turn"]))
        more: dict[str, object] = {} if wanted == "in turn" else {"reason": WHY}
        if wanted == "exchanged":
            more["turn"] = TurnUse.EXCHANGED
        if wanted == "no turn":
            more["turn"] = TurnUse.NO_TURN
        rounds.append(
            round_(ordinal, other if wanted in ("out of turn", "exchanged") else host, 2000 + ordinal, **more)
        )
    return rounds


@given(rounds=histories(), years=st.integers(0, 12))
def test_no_side_has_two_turns_running_by_the_rule_unless_an_exchange_says_why(rounds: list[Round], years: int) -> None:
    to_come = [turn for turn in turns(rounds, years=years) if turn.basis is Basis.BY_RULE]
    for before, after in pairwise(to_come):
        same = before.host == after.host
        assert not same or "exchange" in after.reason.read("en")


@given(rounds=histories())
def test_every_round_that_breaks_the_alternation_has_its_reason_in_the_schedule(rounds: list[Round]) -> None:
    for before, after in pairwise(turns(rounds, years=6)):
        if before.host == after.host:
            excused = before.round is not None and before.round.turn is TurnUse.NO_TURN
            said = after.reason.read("en")
            assert excused or "exchange" in said or said == WHY.read("en")


@given(exchanges=st.lists(st.booleans(), max_size=12))
def test_no_turn_is_lost_by_exchanges(exchanges: list[bool]) -> None:
    """However often the sides exchange turns, in the end neither hosted more than once more than the other."""
    rounds: list[Round] = []
    for ordinal, wanted in enumerate(exchanges, start=1):
        host, why = next_host(SIDES, rounds)
        free = "in exchange" not in why.read("en")
        other = CHINA if host is CANADA else CANADA
        more = {"turn": TurnUse.EXCHANGED, "reason": WHY} if wanted and free else {}
        rounds.append(round_(ordinal, other if more else host, 2000 + ordinal, **more))
    if rounds and rounds[-1].turn is TurnUse.EXCHANGED:
        rounds.append(round_(len(rounds) + 1, next_host(SIDES, rounds)[0], 2030))
    counts = [sum(one.host_id == side.id for one in rounds) for side in SIDES]
    assert abs(counts[0] - counts[1]) <= 1


@given(rounds=histories(), dropped=st.lists(st.sampled_from([s for s in RoundStatus if s.dropped]), max_size=5))
def test_whatever_did_not_take_place_changes_nobodys_turn(rounds: list[Round], dropped: list[RoundStatus]) -> None:
    called_off = [
        round_(len(rounds) + 1, CANADA, 2015, status, reason=WHY, city=in_english(str(number)))
        for number, status in enumerate(dropped)
    ]
    assert next_host(SIDES, [*called_off, *rounds]) == next_host(SIDES, rounds)
