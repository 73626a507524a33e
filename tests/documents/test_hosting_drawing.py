"""The hosting strip and the milestones laid out: nothing crosses, everything is told by shape and words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import combinations
from xml.etree import ElementTree as ET

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from dialogue_prep.documents.pictures.drawing import Box, Disc, Drawing, Ink, Line, Part, Type, Words
from dialogue_prep.documents.pictures.hosting_drawing import Tongue, strip_drawing
from dialogue_prep.documents.pictures.hosting_strip import HostingStrip, hosting_strip
from dialogue_prep.documents.pictures.milestone_chart import chart_drawing, milestone_chart
from dialogue_prep.documents.pictures.svg_file import PRINT_TYPE, svg_file
from dialogue_prep.documents.pictures.time_scale import span_of
from dialogue_prep.domain.dialogue import Dialogue, HostRule, Side
from dialogue_prep.domain.due import DatedMilestone, dated
from dialogue_prep.domain.hosting import Basis, schedule
from dialogue_prep.domain.milestone import Milestone
from dialogue_prep.domain.public_holidays import Capital, HolidayCalendar
from dialogue_prep.domain.round import Round, RoundForm, RoundStatus
from dialogue_prep.domain.text import in_english

TODAY = date(2018, 2, 6)
PLAIN = Tongue(say=str, day=date.isoformat, short=date.isoformat)
TYPE = Type(line=16, width=lambda words: 7.0 * len(words))
SIDES = (
    Side(id="canada", dialogue_id="d", position=1, name=in_english("Canada"), hosts_first=True, home=True),
    Side(id="china", dialogue_id="d", position=2, name=in_english("China")),
)
DIALOGUE = Dialogue(id="d", designation=in_english("Dialogue"), host_rule=HostRule.ALTERNATE)
LAKE_DAYS = HolidayCalendar(
    code="LU", holidays={date(2018, month, 1): in_english("A day of lakes and rivers") for month in range(1, 13)}
)


def round_(ordinal: int, host: str, year: int, status: RoundStatus, **more: object) -> Round:
    city = in_english({"canada": "Ottawa", "china": "Beijing"}[host])
    id_ = f"{ordinal}-{status}"
    return Round(id=id_, dialogue_id="d", ordinal=ordinal, host_id=host, year=year, city=city, status=status, **more)  # type: ignore[arg-type]


HELD = round_(2, "canada", 2017, RoundStatus.HELD, start=date(2017, 6, 22))
LAPSED = round_(3, "china", 2017, RoundStatus.LAPSED, reason=in_english("Elections."))
COMING = round_(3, "china", 2018, RoundStatus.EXPECTED)


def strip(rounds: Sequence[Round], years: int = 0, middle: date = TODAY, **more: object) -> HostingStrip:
    turns = schedule(DIALOGUE, SIDES, rounds, TODAY, 30 if years else 6)
    span = span_of(years, middle) if years else None
    return hosting_strip(turns, SIDES, TODAY, "en", 3, span=span, **more)  # type: ignore[arg-type]


def drawn(shown: HostingStrip, width: float = 640) -> Drawing:
    return strip_drawing(shown, width, TYPE, PLAIN, "Who hosts when")


def room(part: Words) -> tuple[float, float, float, float]:
    """Return left, top, right and bottom of words."""
    wide = TYPE.width(part.words)
    left = part.x - {"start": 0.0, "middle": wide / 2, "end": wide}[part.anchor]
    return left, part.y - TYPE.line / 2, left + wide, part.y + TYPE.line / 2


def words_of(drawing: Drawing) -> list[Words]:
    return [part for part in drawing.parts if isinstance(part, Words)]


def crossing(drawing: Drawing, parts: Sequence[Part]) -> list[tuple[str, str]]:
    """Return the words that cross each other."""
    found = []
    for one, other in combinations([part for part in parts if isinstance(part, Words)], 2):
        (a, b, c, d), (e, f, g, h) = room(one), room(other)
        if a < g and e < c and b < h and f < d:
            found.append((one.words, other.words))
    return found


def ids(drawing: Drawing) -> list[str]:
    return [spot.id for spot in drawing.spots if not spot.hint]


@given(
    years=st.integers(0, 30),
    width=st.integers(420, 1400),
    held=st.integers(0, 12),
    day=st.dates(date(2018, 1, 1), date(2018, 12, 31)),
)
@example(years=1, width=420, held=3, day=date(2018, 1, 1))
@example(years=2, width=420, held=2, day=date(2018, 11, 1))
def test_no_words_cross_and_nothing_leaves_the_picture(years: int, width: int, held: int, day: date) -> None:
    sides = ("canada", "china")
    rounds = [round_(n, sides[n % 2], 2018 - held + n, RoundStatus.HELD) for n in range(1, held)]
    capitals = tuple(Capital(side, LAKE_DAYS) for side in SIDES)
    drawing = drawn(strip(rounds, years, day, capitals=capitals), width)
    today = [part for part in drawing.parts if isinstance(part, Words) and part.words == "today"]
    assert crossing(drawing, words_of(drawing)) == []
    assert all(left >= -9 and right <= width + 1 for left, _t, right, _b in map(room, words_of(drawing)))
    assert all(room(part)[3] <= drawing.height + 1 for part in words_of(drawing))
    assert len(today) <= 1


@pytest.mark.parametrize("width", [420, 760, 1400])
def test_rounds_that_stand_close_are_pointed_at_each_in_its_middle_and_the_chosen_one_keeps_its_number(
    width: int,
) -> None:
    days = [(2, date(2017, 6, 22)), (3, date(2017, 12, 28)), (4, date(2018, 3, 3)), (5, date(2018, 7, 1))]
    rounds = [round_(n, "china", day.year, RoundStatus.EXPECTED, start=day) for n, day in days]
    drawing = drawn(strip(rounds, 30), width)
    for one in drawing.spots:
        x, y = one.x + one.width / 2, one.y + one.height / 2
        at = [s.id for s in drawing.spots if s.x <= x <= s.x + s.width and s.y <= y <= s.y + s.height]
        assert at == [one.id]
    assert any(part.strong and part.words.startswith("3") for part in words_of(drawing))
    assert crossing(drawing, words_of(drawing)) == []


def shape_of(drawing: Drawing, basis: Basis) -> list[tuple[object, ...]]:
    """Return the shapes in the place of the mark, apart from their colour."""
    spot = next(spot for spot in drawing.spots if spot.label.endswith(f", {basis}") or f", {basis}," in spot.label)
    x, y = spot.x + spot.width / 2, spot.y + spot.height / 2
    shapes: list[tuple[object, ...]] = []
    for part in drawing.parts:
        if isinstance(part, Disc) and (part.x, part.y) == (x, y) and part.ink is not Ink.SURFACE:
            shapes.append((part.filled, part.dot, part.dashed, round(part.radius)))
        if isinstance(part, Line) and abs((part.x1 + part.x2) / 2 - x) < 0.1 and abs((part.y1 + part.y2) / 2 - y) < 0.1:
            shapes.append(("line", part.y1 < part.y2))
    return shapes


def test_every_state_of_a_round_has_a_shape_of_its_own_and_stands_in_the_legend() -> None:
    rounds = [HELD, LAPSED, COMING, round_(4, "canada", 2019, RoundStatus.EXPECTED)]
    turns = schedule(DIALOGUE, SIDES, rounds, TODAY, 6, {COMING.id})
    drawing = drawn(hosting_strip(turns, SIDES, TODAY, "en"))
    shapes = [shape_of(drawing, basis) for basis in Basis]
    assert all(shapes)
    assert all(one != other for one, other in combinations(shapes, 2))
    said = {part.words for part in words_of(drawing)}
    assert {"held", "agreed", "planned", "by the rule", "did not take place"} <= said


def test_a_mark_says_everything_in_words() -> None:
    late = replace(
        COMING,
        id="late",
        start=date(2018, 1, 10),
        form=RoundForm.VIDEO,
        reason=in_english("Nobody travels."),
    )
    drawing = drawn(strip([HELD, late], clashing={"late"}))
    labels = {spot.id: spot.label for spot in drawing.spots}
    assert labels["2-held"] == "Round 2, 2017-06-22, Canada hosts, Ottawa, held"
    assert labels["late"] == (
        "Round 3, 2018-01-10, China hosts, Beijing, by video, planned, "
        "with a reason for the exception, overdue, on the days of another dialogue"
    )
    assert labels["turn 4"] == "Round 4, 2019, Canada hosts, by the rule"
    assert drawing.description.startswith("Round 2, 2017-06-22, Canada hosts")
    signs = {part.words for part in words_of(drawing)}
    assert {"!×2", "3* Beijing"} <= signs
    assert {"* with a reason for the exception", "! overdue", "×2 on the days of another dialogue"} <= signs


def test_holidays_are_drawn_close_by_and_can_be_pointed_at_but_are_not_walked_to() -> None:
    capitals = (Capital(SIDES[0]), Capital(SIDES[1], LAKE_DAYS))
    drawing = drawn(strip([HELD, COMING], 1, date(2018, 7, 1), capitals=capitals))
    hints = [spot.label for spot in drawing.spots if spot.hint]
    assert "2018-03-01: A day of lakes and rivers (China)" in hints
    assert len([part for part in drawing.parts if isinstance(part, Box) and part.ink is Ink.WARN]) == len(hints)
    assert ids(drawing) == ["3-expected"]


def test_the_same_strip_gives_the_same_svg_and_other_programs_can_read_it() -> None:
    shown = strip([HELD, LAPSED, COMING])
    made = [svg_file(strip_drawing(shown, 960, PRINT_TYPE, PLAIN, 'Who "hosts" <when> & why')) for _ in range(2)]
    assert made[0] == made[1]
    root = ET.fromstring(made[0])
    space = "{http://www.w3.org/2000/svg}"
    assert root.findtext(f"{space}title") == 'Who "hosts" <when> & why'
    assert "Round 3, 2018, China hosts, Beijing, planned" in (root.findtext(f"{space}desc") or "")
    titles = [rect.findtext(f"{space}title") for rect in root.iter(f"{space}rect")]
    assert "Round 2, 2017-06-22, Canada hosts, Ottawa, held" in titles
    assert {text.text for text in root.iter(f"{space}text")} >= {"Canada", "China", "today", "2018"}


def milestones(*entries: Milestone) -> tuple[DatedMilestone, ...]:
    return dated(entries, replace(COMING, start=date(2018, 5, 14)), tuple(Capital(side) for side in SIDES))


def milestone(id_: str, offset: int, **more: object) -> Milestone:
    title = in_english(f"Something that is due, {id_}")
    return Milestone(id=id_, round_id=COMING.id, title=title, offset=offset, **more)  # type: ignore[arg-type]


def test_milestones_reach_back_from_the_round_each_in_its_state() -> None:
    found = milestones(
        milestone("done", 120, done_on=date(2018, 1, 10), owner="Registry"),
        milestone("overdue", 100),
        milestone("waived", 60, waived=in_english("The hosts do it.")),
        milestone("open", 10, owner="Protocol"),
    )
    chart = milestone_chart(found, date(2018, 5, 14), TODAY, "en", "open")
    drawing = chart_drawing(chart, 640, TYPE, PLAIN, "What is due", "en")
    assert [spot.label for spot in drawing.spots] == [
        "Something that is due, done, due 2018-01-14, done, Registry",
        "Something that is due, overdue, due 2018-02-03, overdue",
        "Something that is due, waived, due 2018-03-15, waived, The hosts do it.",
        "Something that is due, open, due 2018-05-04, open, Protocol",
    ]
    assert [(spot.id, spot.movable) for spot in drawing.spots] == [
        ("done", False),
        ("overdue", True),
        ("waived", False),
        ("open", True),
    ]
    round_x = drawing.scale.place(date(2018, 5, 14))
    bars = [part for part in drawing.parts if isinstance(part, Box) and part.height == 8]
    assert all(abs(bar.x + bar.width - round_x) < 0.1 for bar in bars)
    assert bars[2].dashed, "what is waived can be told without its colour"


@given(offsets=st.lists(st.integers(-60, 400), min_size=1, max_size=14), width=st.integers(420, 1200))
def test_the_words_of_milestones_do_not_cross(offsets: list[int], width: int) -> None:
    found = milestones(*(milestone(f"m{place}", offset, owner="Office") for place, offset in enumerate(offsets)))
    chart = milestone_chart(found, date(2018, 5, 14), TODAY, "en")
    drawing = chart_drawing(chart, width, TYPE, PLAIN, "What is due", "en")
    assert crossing(drawing, words_of(drawing)) == []


@pytest.mark.parametrize("width", [320, 640, 1200])
@pytest.mark.parametrize("today", [date(2017, 5, 14), date(2018, 5, 14), date(2018, 6, 1), date(2019, 5, 14)])
def test_today_is_told_whole_whenever_it_is_and_however_long_its_word(today: date, width: int) -> None:
    tongue = replace(PLAIN, say=lambda words: "on the present day" if words == "today" else words)
    chart = milestone_chart(milestones(milestone("m", 30)), date(2018, 5, 14), today, "en")
    drawing = chart_drawing(chart, width, TYPE, tongue, "What is due", "en")
    (said,) = [part for part in words_of(drawing) if part.words == "on the present day"]
    assert room(said)[0] >= 0
    assert room(said)[2] <= width
    assert crossing(drawing, words_of(drawing)) == []


def test_milestones_of_a_round_without_dates_say_so() -> None:
    found = dated([milestone("m", 10)], COMING, ())
    drawing = chart_drawing(milestone_chart(found, None, TODAY, "en"), 640, TYPE, PLAIN, "What is due", "en")
    assert "no date yet" in {part.words for part in words_of(drawing)}
    assert not drawing.spots[0].movable


@pytest.mark.parametrize("room", [0.0, 6.0, 30.0, 700.0])
def test_words_are_cut_to_the_room_there_is(room: float) -> None:
    fitted = TYPE.fitted("Administrative note", room)
    assert TYPE.width(fitted) <= room
    assert fitted == "Administrative note" if room == 700 else fitted.endswith("…") or not fitted
