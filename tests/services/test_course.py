"""What became of a round, rounds that are entered afterwards, and what a plan would change."""

from __future__ import annotations

from datetime import date

import pytest

from dialogue_prep.domain.course import missing_ordinals
from dialogue_prep.domain.errors import UserError
from dialogue_prep.domain.round import Round, RoundStatus, TurnUse
from dialogue_prep.domain.text import in_english
from dialogue_prep.services.dialogues import Dialogues
from dialogue_prep.services.hosting import Hosting
from dialogue_prep.services.rounds import Plan, Rounds
from dialogue_prep.services.workspace import Workspace
from tests.invented import kept

TODAY = date(2018, 2, 6)
YEARS = 3


class Course:
    """The rounds of the starter dialogue, the third of them planned."""

    def __init__(self, workspace: Workspace) -> None:
        self.rounds = Rounds(workspace)
        self.dialogue_id = Dialogues(workspace).one().id

    def number(self, ordinal: int) -> Round:
        return self.rounds.numbered(self.dialogue_id, ordinal)

    def host(self, round_: Round) -> str:
        return self.rounds.dossier(round_.id).host.name.read("en")

    def plan(self, **said: object) -> Round:
        return self.rounds.plan(self.dialogue_id, Plan(**said))  # type: ignore[arg-type]

    def enter(self, ordinal: int = 1, year: int | None = None, **said: object) -> Round:
        return self.rounds.enter(self.dialogue_id, ordinal, Plan(**said), year)  # type: ignore[arg-type]

    def become(self, status: RoundStatus, ordinal: int = 3, on: date = TODAY, reason: str = "") -> Round:
        return self.rounds.set_status(self.number(ordinal).id, status, on, reason)


@pytest.fixture
def course(planned: Workspace) -> Course:
    return Course(planned)


def refused(field: str, sentence: str) -> pytest.RaisesExc[UserError]:
    return pytest.raises(UserError, match=sentence, check=lambda error: error.field == field)


def test_a_round_that_is_recorded_as_held_took_place_on_that_day(course: Course) -> None:
    round_ = course.become(RoundStatus.HELD)
    assert (round_.status, round_.status_on, round_.start, round_.end) == (RoundStatus.HELD, TODAY, TODAY, TODAY)
    assert course.plan().ordinal == 4


def test_a_round_that_is_postponed_says_why_and_is_planned_anew(course: Course) -> None:
    course.become(RoundStatus.POSTPONED, reason="Elections.")
    assert course.number(3).reason.read("en") == "Elections."
    assert course.plan().ordinal == 3


@pytest.mark.parametrize("status", [status for status in RoundStatus if status.dropped])
def test_a_round_that_did_not_take_place_needs_a_reason(course: Course, status: RoundStatus) -> None:
    with refused("reason", "Say why round 3 did not take place"):
        course.become(status)
    assert course.number(3).status is RoundStatus.EXPECTED


def test_no_status_is_of_a_day_to_come(course: Course) -> None:
    with refused("status_on", "still to come"):
        course.become(RoundStatus.PREPARING, on=date(2018, 2, 7))


def test_a_round_that_begins_later_was_not_held_yet(course: Course) -> None:
    course.plan(start=date(2018, 5, 14))
    with refused("status", "Round 3 begins on 2018-05-14"):
        course.become(RoundStatus.HELD)


def test_no_round_was_held_before_the_one_before_it(course: Course) -> None:
    with refused("start", "Round 2 was held until 2017-06-22"):
        course.become(RoundStatus.HELD, on=date(2017, 6, 1))


def test_dates_are_agreed_only_where_there_are_any(course: Course) -> None:
    with refused("status", "Round 3 has no dates yet"):
        course.become(RoundStatus.DATES_AGREED)


def test_of_two_rounds_with_one_number_only_one_stands(course: Course) -> None:
    postponed = course.become(RoundStatus.POSTPONED, reason="Elections.")
    course.plan()
    with refused("status", "Round 3 has been planned anew"):
        course.rounds.set_status(postponed.id, RoundStatus.PREPARING, TODAY)


def test_what_was_held_before_another_round_is_not_still_to_come(course: Course) -> None:
    course.become(RoundStatus.HELD)
    with refused("status", "Round 3 was held after round 2"):
        course.become(RoundStatus.PREPARING, ordinal=2)


def test_a_missing_first_round_is_entered_with_the_host_whose_turn_it_was(course: Course) -> None:
    assert missing_ordinals(course.rounds.all(course.dialogue_id)) == (1,)
    round_ = course.enter(city="Beijing", start=date(2016, 9, 12))
    assert (round_.ordinal, round_.status, round_.city.read("zh-Hans")) == (1, RoundStatus.HELD, "北京")
    sides = {side.id: side.name.read("en") for side in course.rounds.dossier(round_.id).sides}
    assert sides[round_.host_id] == "China"
    assert missing_ordinals(course.rounds.all(course.dialogue_id)) == ()


def test_the_year_of_an_earlier_round_is_enough(course: Course) -> None:
    assert course.enter(year=2016).year == 2016


@pytest.mark.parametrize(
    ("said", "field", "sentence"),
    [
        ({}, "year", "Say when round 1 was held"),
        ({"year": 2018}, "year", "Round 2 was held in 2017"),
        ({"start": date(2017, 6, 22)}, "start", "Round 1 was held until 2017-06-22; a later round"),
        ({"year": 2016, "host": "Canada"}, "host_id", "hosted round 2 too"),
        ({"year": 2016, "ordinal": 3}, "ordinal", "Round 3 is no earlier one"),
        ({"year": 2016, "ordinal": 2}, "ordinal", "Round 2 is known already"),
    ],
)
def test_an_earlier_round_that_does_not_fit_is_refused(
    course: Course, said: dict[str, object], field: str, sentence: str
) -> None:
    if said.get("ordinal") == 2:
        course.become(RoundStatus.HELD)
    with refused(field, sentence):
        course.enter(**said)  # type: ignore[arg-type]


def test_a_host_out_of_turn_is_entered_with_a_reason(course: Course) -> None:
    assert course.enter(year=2016, host="Canada", reason="Beijing was full.").reason == in_english("Beijing was full.")


def test_what_a_plan_would_change_is_told_and_nothing_is_kept(course: Course, starter: Workspace) -> None:
    before = kept(starter)
    proposed = course.rounds.proposed(course.dialogue_id, Plan(host="Canada", reason="A flood."))
    foreseen = Hosting(starter).foreseen(proposed, YEARS)
    assert [(one.ordinal, one.after and one.after.host.name.read("en")) for one in foreseen.turns] == [
        (3, "Canada"),
        (4, "China"),
        (5, "Canada"),
        (6, "China"),
    ]
    with refused("host_id", "It is the turn of China"):
        course.rounds.proposed(course.dialogue_id, Plan(host="Canada"))
    assert kept(starter) == before


def test_dates_and_places_that_no_longer_hold_are_taken_out(course: Course) -> None:
    course.plan(start=date(2018, 5, 14), city="Shanghai", venue="Hall 1")
    round_ = course.plan(emptied=frozenset({"start", "city", "venue"}))
    assert (round_.start, round_.end, round_.year, round_.status) == (None, None, 2018, RoundStatus.HOST_CONFIRMED)
    assert not round_.city
    assert not round_.venue


def test_a_round_without_an_agenda_is_given_one_once(course: Course) -> None:
    held = course.number(2)
    course.rounds.lay_out(held.id)
    items = course.rounds.dossier(held.id).items
    assert items
    course.rounds.lay_out(held.id)
    assert course.rounds.dossier(held.id).items == items


def test_after_a_swap_the_rounds_around_it_need_no_reason_of_their_own(course: Course) -> None:
    """Ottawa 2017, Ottawa 2018 in exchange, then Beijing twice: the alternation without the swap is regular."""
    course.become(RoundStatus.HELD, on=date(2017, 12, 1))
    exchange = course.rounds.change(course.number(3).id, Plan(host="Canada", turn=TurnUse.EXCHANGED, reason="A swap."))
    assert (exchange.turn, exchange.status) == (TurnUse.EXCHANGED, RoundStatus.HELD)
    given_back = course.plan(start=date(2018, 1, 10))
    assert course.host(given_back) == "China"
    course.become(RoundStatus.HELD, ordinal=4)
    assert course.host(course.plan()) == "China", "its own turn comes after the one that it was given"
    reasons = [turn.reason.read("en") for turn in course.rounds.schedule(course.dialogue_id, 2)]
    assert reasons[:4] == [
        "Held.",
        "A swap.",
        "China hosts in exchange for round 3.",
        "It is the turn of China itself, after the exchange in round 3.",
    ]


def test_an_earlier_round_beside_a_swap_is_entered_by_the_alternation_without_it(course: Course) -> None:
    course.rounds.change(course.number(2).id, Plan(host="Canada", turn=TurnUse.EXCHANGED, reason="A swap."))
    first = course.enter(year=2016)
    assert course.host(first) == "Canada", "round 2 was the turn of China"
