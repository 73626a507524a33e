"""A store is protected, opened by its passphrase, locked and unlocked, and nothing that was typed is lost."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit

from dialogue_prep.domain.errors import UserError
from dialogue_prep.gui.boxes.lock_box import LockBox
from dialogue_prep.gui.boxes.passphrase_box import PassphraseBox
from dialogue_prep.gui.boxes.recovery_box import RecoveryBox
from dialogue_prep.gui.window.interior import OVERVIEW
from dialogue_prep.gui.window.lock_cover import LockCover
from dialogue_prep.services.encryption import Encryption, Protected
from dialogue_prep.services.keyring import opened_by
from dialogue_prep.services.opening import Opening
from dialogue_prep.store import keys_file
from dialogue_prep.store.keys_file import read_keys
from dialogue_prep.system.folders import user_folders
from dialogue_prep.system.settings import read_settings
from tests.stories.conftest import Story

Tell = Callable[[Path], Story]
WORDS, OTHER_WORDS = "four words make one", "five words make one too"


@pytest.fixture(autouse=True)
def _cheap_passphrases(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let passphrases cost little; what they cost the user is measured in the tests of speed."""
    monkeypatch.setattr(keys_file, "_LOG2_COST", 4)


def fill(story: Story, asked: PassphraseBox, **words: str) -> None:
    for name, line in asked.lines.items():
        line.setText(words[name])
    story.click(asked.do)


def protect(story: Story, words: str) -> str:
    """Protect the store by the menu, and return its recovery code."""
    story.action("Protect with a passphrase").trigger()
    asked = story.opened_box(PassphraseBox)
    fill(story, asked, new="short", again="short")
    story.wait(lambda: "at least 12 characters" in asked.fields["new"].problem())
    fill(story, asked, new=words, again=f"{words}!")
    assert asked.fields["again"].problem() == "The two are not the same."
    fill(story, asked, new=words, again=words)
    shown = story.opened_box(RecoveryBox)
    code = shown.code.text()
    shown.reject()
    assert shown.isVisible(), "the code is not kept yet"
    shown.save_to(story.store.with_name("code.txt"))
    story.click(shown.kept)
    story.click(shown.done_with)
    story.look_at()
    return code


def test_a_store_is_protected_opened_locked_and_unlocked(tell: Tell, store: Path) -> None:
    story = tell(store)
    story.wait(lambda: story.interior.here() == OVERVIEW and bool(story.gaps()))
    gaps = story.gaps()
    assert not story.action("Lock now").isEnabled()
    code = protect(story, WORDS)
    assert code in store.with_name("code.txt").read_text()
    assert b"SQLite" not in store.read_bytes()[:16]
    story.wait(lambda: story.interior.here() == OVERVIEW and story.gaps().startswith(gaps))
    assert not story.action("Protect with a passphrase").isEnabled()
    story.header.search.setText("half a word that was ty")
    story.action("Lock after a while").trigger()
    minutes = story.opened_box(LockBox)
    minutes.minutes.choose(30)
    story.action("Lock now").trigger()
    locked_window_shows_nothing(story, minutes)
    cover = story.frame.findChild(LockCover)
    story.bot.keyClicks(cover.line, "it is not this one")
    story.press(Qt.Key.Key_Return, on=cover.line)
    story.wait(lambda: "neither the passphrase" in cover.field.problem())
    cover.line.setText(WORDS)
    story.click(cover.unlock)
    story.wait(minutes.isVisible)
    assert minutes.chosen() == 30
    story.click(minutes.keep)
    story.wait(lambda: read_settings(user_folders().settings).lock_minutes == 30)
    story.look_at()
    assert story.header.search.text() == "half a word that was ty"
    assert story.gaps().startswith(gaps)


def locked_window_shows_nothing(story: Story, behind: QDialog) -> None:
    """See that no label, field or menu of the store is seen, and that no key reaches them."""
    assert not behind.isVisible()
    assert sorted(story.labels()) == sorted(["Locked", "Everything is as you left it.", cover_field(story)])
    assert [line for line in QApplication.allWidgets() if isinstance(line, QLineEdit) and line.isVisible()] == [
        story.frame.findChild(LockCover).line
    ]
    assert not story.frame.menuBar().isVisible()
    story.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier, on=story.frame)
    assert story.header.search.text() == "half a word that was ty"


def cover_field(story: Story) -> str:
    return story.frame.findChild(LockCover).line.accessibleName()


@pytest.fixture
def protected(store: Path) -> Protected:
    """Return what came of protecting the store beside the window."""
    return Encryption(Opening(store=store, named=True, folders=user_folders())).protect(WORDS)


def test_a_protected_store_is_opened_and_what_opens_it_changed(
    tell: Tell, store: Path, protected: Protected, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    story = opened_after_mistakes(tell(store), protected.recovery_code)
    story.action("Change the passphrase").trigger()
    asked = story.opened_box(PassphraseBox)
    fill(story, asked, passphrase="no, not that", new=OTHER_WORDS, again=OTHER_WORDS)
    story.wait(lambda: "neither the passphrase" in asked.fields["passphrase"].problem())
    fill(story, asked, passphrase=protected.recovery_code, new=OTHER_WORDS, again=OTHER_WORDS)
    story.wait(lambda: "was changed" in story.notice)
    story.look_at()
    story.action("Make a new recovery code").trigger()
    fill(story, story.opened_box(PassphraseBox), passphrase=OTHER_WORDS)
    shown = story.opened_box(RecoveryBox)
    keys = read_keys(store)
    assert opened_by(keys, shown.code.text(), store) == opened_by(keys, OTHER_WORDS, store)
    for former in (WORDS, protected.recovery_code):
        with pytest.raises(UserError, match="neither the passphrase"):
            opened_by(keys, former, store)
    story.click(shown.kept)
    story.click(shown.done_with)
    copy_is_confirmed(story, tmp_path / "plain.store", monkeypatch)


def copy_is_confirmed(story: Story, target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dialogue_prep.gui.boxes.store_files.ask_for_copy", lambda _parent: target)
    story.look_at()
    story.action("Save a copy that anybody can read").trigger()
    asked = story.opened_box(PassphraseBox)
    fill(story, asked, confirmed="something")
    story.wait(lambda: "confirm it with the name" in asked.fields["confirmed"].problem())
    assert not target.exists()
    fill(story, asked, confirmed=story.store.stem)
    story.wait(lambda: "Anybody can read" in story.notice)
    assert target.read_bytes().startswith(b"SQLite")
    story.look_at()


def opened_after_mistakes(story: Story, code: str) -> Story:
    """Give up on the passphrase, try again, say a wrong one, and open the store by its recovery code."""
    assert "This store is protected" in story.labels()
    story.opened_box(PassphraseBox).reject()
    story.look_at()
    story.click(story.welcome.retry)
    asked = story.opened_box(PassphraseBox)
    fill(story, asked, passphrase="it is not this one")
    story.wait(lambda: "neither the passphrase" in asked.fields["passphrase"].problem())
    story.click(asked.by_code)
    fill(story, asked, passphrase=code.lower().replace("-", " "))
    story.wait(lambda: story.interior.here() == OVERVIEW and bool(story.gaps()))
    story.look_at()
    return story
