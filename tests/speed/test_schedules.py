"""Two hundred dialogues side by side: twice as many take twice as long, in schedules, in clashes and in the drawing."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial

from dialogue_prep.documents.pictures.drawing import Drawing, Words
from dialogue_prep.documents.pictures.hosting_drawing import Tongue, strip_drawing
from dialogue_prep.documents.pictures.hosting_strip import dialogues_strip
from dialogue_prep.documents.pictures.svg_file import PRINT_TYPE
from dialogue_prep.documents.pictures.time_scale import span_of
from dialogue_prep.domain.clashes import Programme, clashes
from dialogue_prep.domain.dialogue import Dialogue, HostRule, Side
from dialogue_prep.domain.hosting import Turn, schedule
from dialogue_prep.domain.round import Round, RoundStatus
from dialogue_prep.domain.text import in_english

ROUNDS = 40
TODAY = date(2040, 1, 1)

Drawn = tuple[Dialogue, tuple[Side, ...], list[Round]]


def dialogues(number: int, rounds: int = ROUNDS) -> list[Drawn]:
    """Return so many dialogues of our state with others, each with a round of two days a year."""
    return [_dialogue(place, rounds) for place in range(number)]


def _dialogue(place: int, rounds: int) -> Drawn:
    key = f"d{place}"
    sides = (
        Side(id=f"{key}-us", dialogue_id=key, position=1, name=in_english("Ostrava"), hosts_first=True),
        Side(id=f"{key}-them", dialogue_id=key, position=2, name=in_english(f"State {place}")),
    )
    held = []
    for ordinal in range(1, rounds + 1):
        start = date(2000 + ordinal, 1, 1) + timedelta(days=(place * 37 + ordinal * 11) % 360)
        held.append(
            Round(
                id=f"{key}-{ordinal}",
                dialogue_id=key,
                ordinal=ordinal,
                host_id=sides[(ordinal + 1) % 2].id,
                year=start.year,
                start=start,
                end=start + timedelta(days=1),
                status=RoundStatus.HELD,
            )
        )
    dialogue = Dialogue(id=key, designation=in_english(f"Dialogue {place}"), host_rule=HostRule.ALTERNATE)
    return dialogue, sides, held


def drawn_up(drawn: list[Drawn]) -> list[Programme]:
    return [
        Programme(dialogue=dialogue, sides=sides, turns=schedule(dialogue, sides, rounds, TODAY, 10))
        for dialogue, sides, rounds in drawn
    ]


def test_the_dialogues_are_as_many_and_as_long_as_they_say() -> None:
    programmes = drawn_up(dialogues(200))
    assert len(programmes) == 200
    assert {sum(turn.round is not None for turn in programme.turns) for programme in programmes} == {ROUNDS}
    assert len(clashes(programmes)) > 1000


def test_twice_as_many_dialogues_take_twice_as_long(race: Callable[..., None]) -> None:
    few, many = dialogues(100), dialogues(200)
    race(
        "schedules of 200 dialogues against 100",
        limit=2.3,
        ours=partial(_only, drawn_up, many),
        floor=partial(_only, drawn_up, few),
    )


def test_twice_as_many_rounds_take_twice_as_long(race: Callable[..., None]) -> None:
    short, long = dialogues(50, 40), dialogues(50, 80)
    race(
        "schedules of 80 rounds against 40",
        limit=2.3,
        ours=partial(_only, drawn_up, long),
        floor=partial(_only, drawn_up, short),
    )


def test_finding_clashes_grows_with_the_rounds_where_their_density_is_the_same(race: Callable[..., None]) -> None:
    short, long = drawn_up(dialogues(100, 40)), drawn_up(dialogues(100, 80))
    race(
        "clashes of 80 rounds against 40",
        limit=2.4,
        ours=partial(_only, clashes, long),
        floor=partial(_only, clashes, short),
    )


def test_schedules_cost_little_more_than_the_lines_they_consist_of(race: Callable[..., None]) -> None:
    drawn = dialogues(200)
    turns = [turn for programme in drawn_up(drawn) for turn in programme.turns]

    def bare() -> None:
        for turn in turns:
            Turn(ordinal=turn.ordinal, host=turn.host, year=turn.year, reason=turn.reason, round=turn.round)

    race("schedules of 200 dialogues against their lines", limit=8, ours=partial(_only, drawn_up, drawn), floor=bare)


def picture(programmes: list[Programme]) -> Drawing:
    """Return the drawing of all dialogues side by side, over sixty years."""
    strip = dialogues_strip(programmes, TODAY, "en", span_of(60, date(2025, 1, 1)), ())
    tongue = Tongue(say=str, day=date.isoformat, short=date.isoformat)
    return strip_drawing(strip, 960, PRINT_TYPE, tongue, "All dialogues")


def test_the_drawing_shows_every_round_of_two_hundred_dialogues() -> None:
    drawing = picture(drawn_up(dialogues(200)))
    assert sum(not spot.hint for spot in drawing.spots) >= 200 * ROUNDS


def test_drawing_twice_as_many_dialogues_takes_twice_as_long(race: Callable[..., None]) -> None:
    few, many = drawn_up(dialogues(100)), drawn_up(dialogues(200))
    race(
        "drawing of 200 dialogues against 100",
        limit=2.3,
        ours=partial(_only, picture, many),
        floor=partial(_only, picture, few),
    )


def test_the_drawing_costs_little_more_than_the_parts_it_consists_of(race: Callable[..., None]) -> None:
    programmes = drawn_up(dialogues(200))
    parts = picture(programmes).parts

    def bare() -> None:
        for part in parts:
            Words(0, 0, "", part.ink)

    race("drawing of 200 dialogues against its parts", limit=14, ours=partial(_only, picture, programmes), floor=bare)


def _only(run: Callable[[list[object]], object], argument: list[object]) -> None:
    """Run, and return nothing: what returns a number has measured itself."""
    run(argument)
