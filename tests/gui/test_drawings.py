"""Drawings on the window: each spot is met by the mouse, the wheel, the keys and a screen reader alike."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QAccessibleActionInterface, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from dialogue_prep.documents.pictures.day_plan import BlockTone, DayBlock, DayPlan
from dialogue_prep.documents.pictures.drawing import Drawing, Scale, Spot, Type
from dialogue_prep.gui.pictures.day_view import DayView
from dialogue_prep.gui.pictures.drawing_view import DrawingView, SpotButton

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
WIDE, FIRST = 640, date(2018, 1, 1)


def spot(id_: str, x: float, *, day: date | None = None, hint: bool = False) -> Spot:
    return Spot(id=id_, x=x, y=20, width=24, height=24, label=f"Spot {id_}", day=day, hint=hint)


@pytest.fixture
def view(qtbot: QtBot) -> DrawingView:
    """Return a view of two years, nothing in it yet."""
    made = DrawingView("A drawing")
    qtbot.addWidget(made)
    made.resize(WIDE, 80)
    made.show()
    return made


def show(view: DrawingView, spots: Sequence[Spot]) -> None:
    def draw(width: float, _type: Type) -> Drawing:
        scale = Scale(FIRST, 730, 0, width)
        return Drawing(width=width, height=80, parts=(), spots=tuple(spots), scale=scale, title="", description="")

    view.show_drawing(draw)


def button(view: DrawingView, id_: str) -> SpotButton:
    found = view.spot(id_)
    assert found is not None
    return found


def turn(view: DrawingView, by: int) -> None:
    at = QPointF(WIDE / 2, 20)
    event = QWheelEvent(
        at, view.mapToGlobal(at), QPoint(), QPoint(0, by), Qt.MouseButton.NoButton, CONTROL,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(view, event)


def test_a_wheel_that_turns_finely_comes_as_far_as_a_coarse_one_both_ways(view: DrawingView) -> None:
    show(view, [spot("a", 100)])
    steps: list[int] = []
    view.turned.connect(lambda by, _at: steps.append(by))
    for by in (30, 30, 30, 30, -60, -60, -60, -60, 240):
        turn(view, by)
    assert steps == [1, -1, -1, 2]


def test_the_day_that_is_said_during_a_drag_is_the_one_that_it_comes_to(view: DrawingView) -> None:
    day = date(2018, 3, 6)
    show(view, [spot("a", 46.4, day=day)])
    moved: list[int] = []
    view.shifted.connect(lambda _id, days: moved.append(days))
    start = QPoint(12, 12)
    QTest.mousePress(button(view, "a"), LEFT, NONE, start)
    for by in (50, 51, 52, 53, 54):
        QTest.mouseMove(button(view, "a"), start + QPoint(by, 0))
        days = round(by / WIDE * 730)
        assert view.dragged_to() == (date.fromordinal(day.toordinal() + days), days)
    QTest.mouseRelease(button(view, "a"), LEFT, NONE, start + QPoint(54, 0))
    assert moved == [62]
    assert view.dragged_to() is None


def test_what_goes_while_it_is_dragged_is_dragged_no_more(view: DrawingView) -> None:
    show(view, [spot("a", 40, day=FIRST), spot("b", 90)])
    QTest.mousePress(button(view, "a"), LEFT, NONE, QPoint(12, 12))
    QTest.mouseMove(button(view, "a"), QPoint(82, 12))
    assert view.dragged_to() is not None
    show(view, [spot("b", 90)])
    QApplication.sendPostedEvents(None, 52)
    assert view.dragged_to() is None
    assert not view.grab().isNull()


def test_arrows_of_a_number_pad_move_a_spot_as_others_do(view: DrawingView) -> None:
    show(view, [spot("a", 40, day=FIRST), spot("b", 90)])
    moved: list[int] = []
    view.shifted.connect(lambda _id, days: moved.append(days))
    view.go("a")
    keypad = Qt.KeyboardModifier.KeypadModifier
    QTest.keyClick(button(view, "a"), Qt.Key.Key_Down, SHIFT | keypad)
    QTest.keyClick(button(view, "a"), Qt.Key.Key_Right, keypad)
    assert (moved, view.here()) == ([7], "b")


def test_a_screen_reader_reads_the_spots_in_their_order_and_can_press_them(view: DrawingView, qtbot: QtBot) -> None:
    show(view, [spot("a", 40), spot("b", 60), spot("c", 90), spot("feast", 70, hint=True)])
    whole = QAccessible.queryAccessibleInterface(view)
    names = [whole.child(place).text(QAccessible.Text.Name) for place in range(whole.childCount())]
    assert names == ["Spot feast", "Spot a", "Spot b", "Spot c"]
    told: list[tuple[str, str]] = []
    view.chosen.connect(lambda id_: told.append(("chosen", id_)))
    view.taken.connect(lambda id_: told.append(("taken", id_)))
    for id_ in ("feast", "b"):
        acts = QAccessible.queryAccessibleInterface(button(view, id_)).actionInterface()
        acts.doAction(QAccessibleActionInterface.pressAction())
    qtbot.waitUntil(lambda: told == [("chosen", "b"), ("taken", "b")])
    QTest.keyClick(button(view, "b"), Qt.Key.Key_Return)
    assert told[2:] == [("taken", "b")]


def test_the_day_tells_a_screen_reader_who_speaks_first(qtbot: QtBot) -> None:
    blocks = tuple(
        DayBlock(id=id_, label=f"{id_} Matter", begins=0, ends=1, tone=tone, first=first)
        for id_, tone, first in (
            ("1", BlockTone.OURS, "Canada"),
            ("2", BlockTone.THEIRS, "China"),
            ("3", BlockTone.BOTH, ""),
        )
    )
    view = DayView()
    qtbot.addWidget(view)
    view.show_plan(DayPlan(blocks=blocks, hours=(), times_up=(1,), days=(), minutes=60))
    assert view.accessibleDescription() == "1 Matter, Canada speaks first; 2 Matter, China speaks first; 3 Matter"
