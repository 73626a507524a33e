"""Several dialogues side by side: what meets on the same days, or close to each other."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from dialogue_prep.domain.clashes import Programme, clashes, engagements
from dialogue_prep.domain.dialogue import Dialogue, Side
from dialogue_prep.domain.hosting import schedule
from dialogue_prep.domain.round import Round, RoundStatus
from dialogue_prep.domain.special_meeting import MeetingKind, SpecialMeeting
from dialogue_prep.domain.text import Text, Wording, in_english

TODAY = date(2032, 1, 1)
NAMES = {"home": "Ostrava", "north": "Lumen", "south": "Verdia"}


def programme(
    name: str,
    other: str,
    *days: tuple[date, int],
    host: str = "home",
    status: RoundStatus = RoundStatus.DATES_AGREED,
    meeting: date | None = None,
) -> Programme:
    """Return a dialogue of our state with another one, with rounds on these first days, so many days long."""
    sides = tuple(
        Side(id=f"{name}-{key}", dialogue_id=name, position=place, name=in_english(NAMES[key]))
        for place, key in enumerate(("home", other), start=1)
    )
    rounds = [
        Round(
            id=f"{name}-{number}",
            dialogue_id=name,
            ordinal=number,
            host_id=f"{name}-{host}",
            year=start.year,
            start=start,
            end=start + timedelta(days=length - 1),
            status=status,
        )
        for number, (start, length) in enumerate(days, start=1)
    ]
    dialogue = Dialogue(id=name, designation=in_english(f"{name.title()} Talks"))
    meetings = (
        SpecialMeeting(
            id=f"{name}-m",
            dialogue_id=name,
            kind=MeetingKind.SPECIAL_SESSION,
            title=in_english("Floods"),
            reason=in_english("A flood."),
            start=meeting,
        ),
    )
    turns = schedule(dialogue, sides, rounds, TODAY, 0)
    return Programme(dialogue=dialogue, sides=sides, turns=turns, meetings=meetings if meeting else ())


def test_rounds_of_two_dialogues_on_one_day_clash() -> None:
    here = programme("river", "north", (date(2032, 6, 1), 2))
    there = programme("border", "south", (date(2032, 6, 2), 1))
    (clash,) = clashes([here, there])
    assert (clash.days_between, clash.same_host) == (0, True)
    assert clash.sentence.read("en") == (
        "round 1 of River Talks and round 1 of Border Talks share days; Ostrava hosts both."
    )


def test_rounds_close_to_each_other_clash_only_if_that_is_asked() -> None:
    here = programme("river", "north", (date(2032, 6, 1), 2))
    there = programme("border", "south", (date(2032, 6, 5), 1), host="south")
    assert clashes([here, there], within=2) == ()
    (clash,) = clashes([there, here], within=3)
    assert (clash.days_between, clash.same_host) == (3, False)
    assert clash.sentence.read("en") == "round 1 of River Talks and round 1 of Border Talks are 3 days apart."


def test_a_long_round_clashes_with_all_that_lies_within_it() -> None:
    here = programme("river", "north", (date(2032, 6, 1), 9))
    there = programme("border", "south", (date(2032, 6, 2), 1))
    third = programme("forest", "south", (date(2032, 6, 8), 1))
    assert len(clashes([here, there, third])) == 2


def test_meetings_beside_the_rounds_clash_too() -> None:
    here = programme("river", "north", meeting=date(2032, 6, 2))
    there = programme("border", "south", (date(2032, 6, 2), 1))
    (clash,) = clashes([here, there])
    assert clash.sentence.read("en") == "Floods (River Talks) and round 1 of Border Talks share days."


def test_what_was_called_off_or_has_no_days_or_is_of_one_dialogue_clashes_with_nothing() -> None:
    day = (date(2032, 6, 1), 1)
    off = programme("river", "north", day, status=RoundStatus.POSTPONED)
    assert clashes([off, programme("border", "south", day)]) == ()
    assert clashes([programme("river", "north", day, meeting=day[0])]) == ()
    assert engagements([programme("river", "north")]) == ()


def test_what_is_over_is_left_out_where_that_is_asked() -> None:
    both = [programme("river", "north", (date(2031, 6, 1), 1)), programme("border", "south", (date(2031, 6, 1), 1))]
    assert len(clashes(both)) == 1
    assert clashes(both, since=date(2031, 6, 2)) == ()


def test_one_state_is_known_in_any_language_that_both_dialogues_have() -> None:
    here = programme("river", "north", (date(2032, 6, 1), 1))
    there = programme("border", "south", (date(2032, 6, 1), 1))
    bilingual = replace(there.sides[0], name=Text((Wording("fr", "Ostravie"), Wording("en", "OSTRAVA"))))
    stranger = replace(there.sides[0], name=in_english("Elsewhere"))
    for side, same in ((bilingual, True), (stranger, False)):
        turns = tuple(replace(turn, host=side) for turn in there.turns)
        assert clashes([here, replace(there, sides=(side, there.sides[1]), turns=turns)])[0].same_host is same


days = st.dates(date(2032, 1, 1), date(2032, 3, 1))


@given(starts=st.lists(st.tuples(days, st.integers(1, 5)), max_size=14), within=st.integers(0, 6))
def test_the_sweep_finds_exactly_what_comparing_all_pairs_finds(starts: list[tuple[date, int]], within: int) -> None:
    programmes = [programme(f"d{place}", "north", one) for place, one in enumerate(starts)]
    found = {
        frozenset((clash.first.dialogue.id, clash.second.dialogue.id)) for clash in clashes(programmes, within=within)
    }
    spans = [(start, start + timedelta(days=length - 1)) for start, length in starts]
    expected = {
        frozenset((f"d{one}", f"d{other}"))
        for one in range(len(spans))
        for other in range(one)
        if max((spans[one][0] - spans[other][1]).days, (spans[other][0] - spans[one][1]).days) <= within
    }
    assert found == expected
