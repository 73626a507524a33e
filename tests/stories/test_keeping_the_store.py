"""A store as a file: gone back to a backup, mended, purged, moved, each by the window and nothing lost."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from dialogue_prep.domain.dialogue import Dialogue
from dialogue_prep.domain.text import in_english
from dialogue_prep.gui.boxes.damage_box import DamageBox
from dialogue_prep.gui.boxes.going_back_box import GoingBackBox
from dialogue_prep.gui.boxes.purge_box import PurgeBox
from dialogue_prep.gui.window.interior import AGENDA, OVERVIEW
from dialogue_prep.services.backups import Backups
from dialogue_prep.services.damage import Choice, damage_of
from dialogue_prep.services.opening import Opening
from dialogue_prep.services.records import Records
from dialogue_prep.services.workspace import Workspace
from dialogue_prep.system.folders import user_folders
from tests.stories.conftest import Story, change

Tell = Callable[[Path], Story]
FORMER, LATER = "A former name of it", "A later name of it"


def rename(store: Path, name: str) -> None:
    def request(workspace: Workspace) -> None:
        with workspace.look() as work:
            (dialogue,) = work.find(Dialogue)
        records = Records(workspace)
        records.edit(dialogue, lambda kept: replace(kept, designation=in_english(name)), label="Rename")

    change(store, request)


@pytest.fixture
def renamed(store: Path) -> Path:
    """Return a store with a backup from before its dialogue was renamed."""
    rename(store, FORMER)
    Backups(Opening(store=store, named=True, folders=user_folders())).make()
    rename(store, LATER)
    return store


def test_one_goes_back_to_a_backup_and_the_present_is_kept(tell: Tell, renamed: Path) -> None:
    story = tell(renamed)
    story.wait(lambda: story.header.dialogue.words() == LATER)
    story.action("Go back to a backup").trigger()
    going = story.opened_box(GoingBackBox)
    story.wait(going.do.isEnabled)
    assert "Dialogue: 1 would be as it was" in going.told.text()
    story.press(Qt.Key.Key_Return, on=going)
    story.wait(lambda: story.header.dialogue.words() == FORMER)
    story.wait(lambda: "What was there before is kept as" in story.notice)
    assert len(Backups(Opening(store=renamed, named=True, folders=user_folders())).all()) == 2


def test_a_damaged_store_offers_what_can_be_done_and_stays_as_it_is(tell: Tell, renamed: Path) -> None:
    content = renamed.read_bytes()
    renamed.write_bytes(content[:4096] + bytes(len(content) - 4096))
    damaged = renamed.read_bytes()
    story = tell_of_damage(tell, renamed)
    found = story.opened_box(DamageBox)
    assert set(found.buttons) >= {Choice.REPAIR, Choice.RESTORE, Choice.CANCEL}
    story.press(Qt.Key.Key_Escape, on=found)
    story.wait(lambda: "The store could not be opened" in story.labels())
    assert renamed.read_bytes() == damaged
    story.look_at()
    story.click(story.welcome.retry)
    story.wait(lambda: [one.isVisible() for one in story.frame.findChildren(DamageBox)] == [True])
    story.click(story.opened_box(DamageBox).buttons[Choice.RESTORE])
    going = story.opened_box(GoingBackBox)
    story.wait(going.do.isEnabled)
    story.click(going.do)
    story.wait(lambda: story.interior.here() == OVERVIEW and story.header.dialogue.words() == FORMER)


def without_page_of(store: Path, name: str) -> bytes:
    """Empty the first page of a table or an index, and return what the damaged file is."""
    with closing(sqlite3.connect(store)) as connection:
        (page,) = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = ?", (name,)).fetchone()
        (size,) = connection.execute("PRAGMA page_size").fetchone()
    content = bytearray(store.read_bytes())
    content[(page - 1) * size : page * size] = bytes(size)
    store.write_bytes(content)
    return bytes(content)


def test_a_damaged_store_is_repaired_into_a_new_one_and_what_is_missing_is_said(
    tell: Tell, renamed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    damaged, target = without_page_of(renamed, "topic"), tmp_path / "repaired.store"
    places = iter([None, target])
    monkeypatch.setattr("dialogue_prep.gui.boxes.store_files.ask_for_place", lambda *_asked: next(places))
    story = tell_of_damage(tell, renamed)
    story.click(story.opened_box(DamageBox).buttons[Choice.REPAIR])
    story.wait(lambda: "The store could not be opened" in story.labels())
    story.look_at()
    story.click(story.welcome.retry)
    story.click(story.opened_box(DamageBox).buttons[Choice.REPAIR])
    story.wait(lambda: "records were saved" in story.notice and "The damaged file is where it was." in story.notice)
    story.wait(lambda: story.interior.here() == OVERVIEW and story.header.dialogue.words() == LATER)
    assert target.is_file()
    assert renamed.read_bytes() == damaged
    assert damage_of(Opening(store=target, named=True, folders=user_folders())) is None


def test_a_damaged_store_that_can_still_be_read_is_opened_to_be_looked_at(tell: Tell, renamed: Path) -> None:
    without_page_of(renamed, "ix_delegate_stands_in_for_id")
    story = tell(renamed)
    story.wait(lambda: story.interior.here() == OVERVIEW and story.header.dialogue.words() == LATER)
    for words in (FORMER, ""):  # the third step back is the first change that touches what is damaged
        story.wait(story.action("Undo").isEnabled)
        story.action("Undo").trigger()
        story.wait(lambda words=words: (story.header.dialogue.words() == words) is bool(words))
    story.wait(lambda: "Plan the next round" in story.action("Undo").text())
    story.action("Undo").trigger()
    found = story.opened_box(DamageBox)
    assert set(found.buttons) == {Choice.REPAIR, Choice.RESTORE, Choice.READ_ONLY, Choice.CANCEL}
    before = renamed.read_bytes()
    story.click(found.buttons[Choice.READ_ONLY])
    story.wait(lambda: "can only be looked at; nothing in it can be changed" in story.notice)
    story.wait(lambda: story.interior.here() == OVERVIEW and bool(story.header.dialogue.words()))
    assert not story.action("Undo").isEnabled()
    story.interior.go(AGENDA)
    story.wait(lambda: story.interior.here() == AGENDA)
    assert "can only be looked at" in story.notice
    assert renamed.read_bytes() == before


def tell_of_damage(tell: Callable[..., Story], store: Path) -> Story:
    return tell(store, until=lambda story: bool(story.frame.findChildren(DamageBox)))


def test_what_was_overwritten_is_purged_after_the_store_was_named(tell: Tell, renamed: Path) -> None:
    story = tell(renamed)
    story.wait(lambda: story.header.dialogue.words() == LATER)
    story.action("Purge what was removed").trigger()
    purging = story.opened_box(PurgeBox)
    story.click(purging.look)
    story.wait(lambda: "nothing of that to purge" in purging.told.text())
    purging.before.click()
    story.bot.keyClicks(purging.day.editor, "2999-01-01")
    story.click(purging.look)
    story.wait(lambda: "1 backup that holds it would be removed" in purging.told.text())
    assert not purging.do.isEnabled()
    story.bot.keyClicks(purging.confirmed.editor, renamed.stem)
    story.click(purging.do)
    story.wait(lambda: "It was purged" in story.notice)
    assert FORMER.encode() not in renamed.read_bytes()


@pytest.mark.shows("S4 stores in a synced folder, warned of and moved")
def test_a_store_in_a_synced_folder_is_moved_when_the_user_says_so(
    tell: Tell, renamed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced, target = tmp_path / "Dropbox" / "a.store", tmp_path / "mine" / "a.store"
    synced.parent.mkdir()
    renamed.rename(synced)
    monkeypatch.setattr("dialogue_prep.gui.boxes.store_files.ask_for_place", lambda *_asked: target)
    story = tell(synced)
    story.wait(lambda: "lies in a folder of Dropbox" in story.notice)
    story.click(story.interior.notice.offer)
    story.wait(lambda: "The store is now in" in story.notice and story.header.dialogue.words() == LATER)
    assert target.is_file()
    assert not synced.exists()
    assert QApplication.activeModalWidget() is None
