"""The line above the page: what holds stays, what was done on a page goes with it."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from dialogue_prep.gui.kit.notice import Notice

WARNING, DONE = "Nothing in this store can be changed.", "Written: rounds.ics"


def test_what_holds_is_shown_again_once_what_was_told_has_passed(qtbot: QtBot) -> None:
    notice = Notice()
    qtbot.addWidget(notice)
    notice.say(WARNING, ("Choose another", bool))
    notice.tell(DONE)
    assert (notice.words(), notice.offer.isHidden()) == (DONE, True)
    notice.pass_on()
    assert (notice.words(), notice.offer.isHidden()) == (WARNING, False)
    notice.pass_on()
    assert notice.words() == WARNING


def test_what_is_put_away_does_not_come_back(qtbot: QtBot) -> None:
    notice = Notice()
    qtbot.addWidget(notice)
    notice.say(WARNING)
    close = notice.findChildren(QPushButton)[-1]
    close.click()
    notice.tell(DONE)
    notice.tell("")
    assert notice.words() == ""


def test_what_is_taken_up_leads_where_it_says_and_is_put_away(qtbot: QtBot) -> None:
    taken: list[str] = []
    notice = Notice()
    qtbot.addWidget(notice)
    notice.say(WARNING, ("Choose another", lambda: taken.append(notice.words())))
    notice.offer.click()
    assert (taken, notice.words()) == ([""], "")
