"""What is typed is kept in time, and nothing that was read takes its place meanwhile."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from sqlalchemy.exc import OperationalError

from dialogue_prep.domain.errors import Conflict, UserError
from dialogue_prep.gui.jobs import Jobs
from dialogue_prep.gui.kit.conflict_box import ConflictBox
from dialogue_prep.gui.kit.saved_fields import SavedText
from dialogue_prep.store.database import plain_errors

FULL = sqlite3.OperationalError("database or disk is full")


class Desk:
    """A text on a desk: what was kept of it, a gate that holds the keeping up, and whether the disk has room for it."""

    def __init__(self, bot: QtBot) -> None:
        self.bot = bot
        self.kept: list[tuple[tuple[str, ...], str]] = []
        self.seen: list[tuple[str, ...]] = []
        self.errors: list[BaseException] = []
        self.problems: list[str] = []
        self.known = False
        self.room = True
        self.gate = Event()
        self.gate.set()
        self.jobs = Jobs(self.errors.append)
        numbers = count(1)
        self.text = SavedText(self.jobs, lambda: f"visit {next(numbers)}", lines=3)
        self.text.saving.problem.connect(self.problems.append)
        bot.addWidget(self.text)
        self.text.show()

    def read(self, *paragraphs: str, subject: str = "one") -> None:
        """Show what was read of a subject."""
        self.text.saving.show_value(subject, paragraphs, self.keep)

    def keep(self, paragraphs: tuple[str, ...], seen: tuple[str, ...], visit: str) -> None:
        assert self.gate.wait(20)
        if not self.room:
            with plain_errors(Path("a.store")):
                raise OperationalError("UPDATE topic", {}, FULL)
        if "refused" in paragraphs:
            raise UserError("Not this.", field="words")
        if "contested" in paragraphs and not self.known:
            self.known = True
            raise Conflict("They wrote “{words}”.", wanted=None, found=["theirs"], words="theirs")
        if "broken" in paragraphs:
            raise ZeroDivisionError
        self.kept.append((paragraphs, visit))
        self.seen.append(seen)

    def settle(self) -> None:
        done: list[bool] = []
        self.jobs.run(lambda: True, done.append)
        self.bot.waitUntil(lambda: bool(done), timeout=10_000)


@pytest.fixture
def desk(qtbot: QtBot, qapp: QApplication) -> Iterator[Desk]:
    made = Desk(qtbot)
    yield made
    made.gate.set()
    made.jobs.close()


def test_what_is_typed_is_kept_within_two_seconds_without_any_more_doing(desk: Desk) -> None:
    desk.read()
    QTest.keyClicks(desk.text, "Thank them.")
    desk.bot.waitUntil(lambda: bool(desk.kept), timeout=2000)
    assert desk.kept[0][0] == ("Thank them.",)


def test_what_is_read_meanwhile_takes_nothing_away(desk: Desk) -> None:
    desk.read("Before.")
    desk.gate.clear()
    QTest.keyClicks(desk.text, "After. ")
    desk.read("Before.")
    assert desk.text.paragraphs() == ("After. Before.",)
    desk.text.saving.flush()
    desk.read("Before.")
    assert desk.text.paragraphs() == ("After. Before.",), "it is still on its way"
    desk.gate.set()
    desk.settle()
    desk.read("Somebody else.")
    assert desk.text.paragraphs() == ("Somebody else.",)


def test_own_words_on_their_way_count_as_seen(desk: Desk) -> None:
    desk.read("Before.")
    desk.gate.clear()
    for letter in "ab":
        QTest.keyClicks(desk.text, letter)
        desk.text.saving.flush()
    desk.gate.set()
    desk.settle()
    assert desk.seen == [("Before.",), ("aBefore.",)]


def test_what_is_read_while_one_types_is_not_seen(desk: Desk) -> None:
    desk.read("Before.")
    QTest.keyClicks(desk.text, "After. ")
    desk.read("Somebody else.")
    desk.text.saving.flush()
    desk.settle()
    assert desk.seen == [("Before.",)]


def test_words_that_were_refused_were_never_kept(desk: Desk) -> None:
    desk.read("Before.")
    for words in ("refused", "mended"):
        desk.text.selectAll()
        QTest.keyClicks(desk.text, words)
        desk.text.saving.flush()
        desk.settle()
    assert (desk.kept[-1][0], desk.seen) == (("mended",), [("Before.",)])


def test_another_subject_has_the_former_one_kept_first(desk: Desk) -> None:
    desk.read()
    QTest.keyClicks(desk.text, "Of the first.")
    desk.read("Of the second.", subject="two")
    desk.settle()
    assert [words for words, _visit in desk.kept] == [("Of the first.",)]
    assert desk.text.paragraphs() == ("Of the second.",)


@pytest.mark.shows("S5 typed words that stay where they cannot be kept")
def test_words_for_which_the_disk_has_no_room_stay_and_are_kept_once_it_has(desk: Desk) -> None:
    desk.room = False
    desk.read("Before.")
    QTest.keyClicks(desk.text, "After. ")
    desk.text.saving.flush()
    desk.settle()
    assert desk.problems[-1].startswith("No space left on the disk of a.store: make room and try again")
    desk.read("Before.")
    assert (desk.text.paragraphs(), desk.kept) == (("After. Before.",), [])
    desk.room = True
    desk.text.saving.flush()
    desk.settle()
    assert (desk.problems[-1], desk.kept[-1][0]) == ("", ("After. Before.",))


def test_what_is_refused_is_said_and_stays_until_it_is_mended(desk: Desk) -> None:
    desk.read()
    QTest.keyClicks(desk.text, "refused")
    desk.text.saving.flush()
    desk.settle()
    assert desk.problems[-1] == "Not this."
    desk.read()
    assert desk.text.paragraphs() == ("refused",)
    QTest.keyClicks(desk.text, " no more")
    desk.text.saving.flush()
    desk.settle()
    assert desk.problems[-1] == ""
    assert desk.kept[-1][0] == ("refused no more",)


def test_what_is_no_fault_of_the_user_is_told_as_a_failure(desk: Desk) -> None:
    desk.read()
    QTest.keyClicks(desk.text, "broken")
    desk.text.saving.flush()
    desk.settle()
    assert [type(error) for error in desk.errors] == [ZeroDivisionError]


def test_one_visit_to_a_field_has_one_name_and_the_next_another(desk: Desk) -> None:
    desk.read()
    for words in ("a", "b"):
        QTest.keyClicks(desk.text, words)
        desk.text.saving.flush()
    desk.read("ab", subject="two")
    QTest.keyClicks(desk.text, "c")
    desk.text.saving.flush()
    desk.settle()
    first, second, third = (visit for _words, visit in desk.kept)
    assert first == second != third


def test_a_paragraph_may_have_lines_and_empty_ones_do_not_count(desk: Desk) -> None:
    desk.read("One\nline and another", "Two")
    assert desk.text.document().blockCount() == 2
    assert desk.text.paragraphs() == ("One\nline and another", "Two")
    desk.text.moveCursor(desk.text.textCursor().MoveOperation.End)
    for _line in range(2):
        QTest.keyClick(desk.text, Qt.Key.Key_Return)
    QTest.keyClicks(desk.text, "Three")
    assert desk.text.paragraphs() == ("One\nline and another", "Two", "Three")


def test_what_is_pasted_comes_without_its_form(desk: Desk, qapp: QApplication) -> None:
    desk.read()
    qapp.clipboard().setText("<img src=x> plain")
    desk.text.paste()
    assert desk.text.paragraphs() == ("<img src=x> plain",)


def contested(desk: Desk) -> ConflictBox:
    """Type what somebody else has changed meanwhile, and return the box that shows both."""
    desk.read("before")
    desk.text.selectAll()
    QTest.keyClicks(desk.text, "contested")
    desk.text.saving.flush()
    desk.bot.waitUntil(lambda: any(box.isVisible() for box in desk.text.findChildren(ConflictBox)))
    desk.read("theirs")
    box = next(box for box in desk.text.findChildren(ConflictBox) if box.isVisible())
    assert (box.ours.toPlainText(), box.theirs.toPlainText()) == ("contested", "theirs")
    assert desk.problems[-1] == "They wrote “theirs”."
    return box


def test_who_insists_has_the_last_word(desk: Desk) -> None:
    contested(desk).keep.click()
    desk.settle()
    assert (desk.kept[-1][0], desk.seen[-1]) == (("contested",), ("theirs",))
    assert desk.problems[-1] == ""


def test_who_gives_way_sees_what_the_other_wrote(desk: Desk) -> None:
    contested(desk).take.click()
    desk.settle()
    assert desk.kept == []
    assert desk.text.paragraphs() == ("theirs",)
    assert desk.problems[-1] == ""


def test_who_decides_in_the_field_keeps_the_words_there(desk: Desk) -> None:
    contested(desk).later.click()
    desk.settle()
    assert desk.text.paragraphs() == ("contested",)
    assert desk.kept == []


@pytest.mark.parametrize("redo", [("Y", Qt.KeyboardModifier.NoModifier), ("Z", Qt.KeyboardModifier.ShiftModifier)])
def test_what_was_typed_is_taken_back_and_done_again_in_the_field_by_the_keys_of_word_too(
    desk: Desk, redo: tuple[str, Qt.KeyboardModifier]
) -> None:
    key, more = redo
    desk.read()
    QTest.keyClicks(desk.text, "Thank them.")
    QTest.keyClick(desk.text, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert desk.text.paragraphs() == ()
    QTest.keyClick(desk.text, Qt.Key[f"Key_{key}"], Qt.KeyboardModifier.ControlModifier | more)
    assert desk.text.paragraphs() == ("Thank them.",)
    desk.settle()
    desk.bot.waitUntil(lambda: ("Thank them.",) in [kept for kept, _visit in desk.kept], timeout=3000)
