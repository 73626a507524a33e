"""Two hundred dialogues side by side: twice as many take twice as long, in schedules, in clashes and in the drawing.

The short form has a quarter of them.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial

import pytest

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

DIALOGUES, ROUNDS = 200, 40
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


@pytest.fixture(scope="module")
def many(full: bool) -> int:
    """Return how many dialogues there are, where few are half as many."""
    return DIALOGUES if full else DIALOGUES // 4


@pytest.fixture(scope="module")
def programmes(many: int) -> list[Programme]:
    return drawn_up(dialogues(many))


def test_the_dialogues_are_as_many_and_as_long_as_they_say() -> None:
    programmes = drawn_up(dialogues(DIALOGUES))
    assert len(programmes) == DIALOGUES
    assert {sum(turn.round is not None for turn in programme.turns) for programme in programmes} == {ROUNDS}
    assert len(clashes(programmes)) > 1000


def test_twice_as_many_dialogues_take_twice_as_long(race: Callable[..., None], many: int) -> None:
    race(
        f"schedules of {many} dialogues against {many // 2}",
        limit=2.3,
        ours=partial(_only, drawn_up, dialogues(many)),
        floor=partial(_only, drawn_up, dialogues(many // 2)),
    )


def test_twice_as_many_rounds_take_twice_as_long(race: Callable[..., None], many: int) -> None:
    short, long = dialogues(many // 4, 40), dialogues(many // 4, 80)
    race(
        "schedules of 80 rounds against 40",
        limit=2.3,
        ours=partial(_only, drawn_up, long),
        floor=partial(_only, drawn_up, short),
    )


def test_finding_clashes_grows_with_the_rounds_where_their_density_is_the_same(
    race: Callable[..., None], many: int
) -> None:
    short, long = drawn_up(dialogues(many // 2, 40)), drawn_up(dialogues(many // 2, 80))
    race(
        "clashes of 80 rounds against 40",
        limit=2.4,
        ours=partial(_only, clashes, long),
        floor=partial(_only, clashes, short),
    )


def test_schedules_cost_little_more_than_the_lines_they_consist_of(
    race: Callable[..., None], programmes: list[Programme], many: int
) -> None:
    drawn = dialogues(many)
    turns = [turn for programme in programmes for turn in programme.turns]

    def bare() -> None:
        for turn in turns:
            Turn(ordinal=turn.ordinal, host=turn.host, year=turn.year, reason=turn.reason, round=turn.round)

    name = f"schedules of {many} dialogues against their lines"
    race(name, limit=8, ours=partial(_only, drawn_up, drawn), floor=bare)


def picture(programmes: list[Programme]) -> Drawing:
    """Return the drawing of all dialogues side by side, over sixty years."""
    strip = dialogues_strip(programmes, TODAY, "en", span_of(60, date(2025, 1, 1)), ())
    tongue = Tongue(say=str, day=date.isoformat, short=date.isoformat)
    return strip_drawing(strip, 960, PRINT_TYPE, tongue, "All dialogues")


def test_the_drawing_shows_every_round_of_every_dialogue(programmes: list[Programme], many: int) -> None:
    assert sum(not spot.hint for spot in picture(programmes).spots) >= many * ROUNDS


def test_drawing_twice_as_many_dialogues_takes_twice_as_long(
    race: Callable[..., None], programmes: list[Programme], many: int
) -> None:
    race(
        f"drawing of {many} dialogues against {many // 2}",
        limit=2.3,
        ours=partial(_only, picture, programmes),
        floor=partial(_only, picture, programmes[: many // 2]),
    )


def test_the_drawing_costs_little_more_than_the_parts_it_consists_of(
    race: Callable[..., None], programmes: list[Programme], many: int
) -> None:
    parts = picture(programmes).parts

    def bare() -> None:
        for part in parts:
            Words(0, 0, "", part.ink)

    name = f"drawing of {many} dialogues against its parts"
    race(name, limit=14, ours=partial(_only, picture, programmes), floor=bare)


def _only(run: Callable[[list[object]], object], argument: list[object]) -> None:
    """Run, and return nothing: what returns a number has measured itself."""
    run(argument)
