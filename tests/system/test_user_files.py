"""What is the user's: settings, folders, the log and the lock, each for this user only."""

from __future__ import annotations

import logging
import stat
import tomllib
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from dialogue_prep.domain.errors import MachineError, UserError
from dialogue_prep.system.folders import PORTABLE, folder_for_papers, user_folders
from dialogue_prep.system.lock import Holder, holder_of, writing_to
from dialogue_prep.system.logs import start_log
from dialogue_prep.system.settings import FILE_NAME, Settings, mend_settings, read_settings, write_settings

NOW = datetime(2032, 2, 6, 12, tzinfo=UTC)


def test_folders_are_the_users_and_are_not_made_by_asking(user_folder: Path) -> None:
    folders = user_folders()
    for folder in (folders.data, folders.settings, folders.logs, folders.backups, folders.default_store):
        assert folder.is_relative_to(user_folder)
        assert not folder.exists()


def test_papers_are_beside_their_store_but_never_where_people_do_not_look(
    user_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DOCUMENTS_DIR", str(tmp_path / "Documents"))
    assert folder_for_papers(user_folder / "Ostrava" / "one.store") == user_folder / "Ostrava" / "drafts"
    assert folder_for_papers(user_folders().default_store) == tmp_path / "Documents" / "dialogue-prep"
    monkeypatch.setenv(PORTABLE, str(tmp_path / "stick"))
    assert folder_for_papers(user_folders().default_store) == tmp_path / "stick" / "data" / "drafts"


def test_settings_are_as_declared_unless_they_are_set(tmp_path: Path) -> None:
    assert read_settings(tmp_path) == Settings()
    (tmp_path / FILE_NAME).write_text('name = "Ada Example"\nunknown = 3\nlock_minutes = 5\n', encoding="utf-8")
    assert read_settings(tmp_path) == Settings(name="Ada Example", lock_minutes=5)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"name = Ada", "line 1 is no setting. Mend or remove it"),
        (b"name = 3", "“name” must be text between quotation marks"),
        (b"lock_minutes = -1", "“lock_minutes” must be a whole number"),
        (b"lock_minutes = true", "“lock_minutes” must be a whole number"),
        (b"\xff\xfe", "it is no list of settings. Mend or remove it"),
        (b'version = 2\n[window]\ntheme = "pink"', "“theme” must be one of “system”, “light”, “dark”"),
    ],
)
def test_settings_that_cannot_be_read_are_named(tmp_path: Path, content: bytes, sentence: str) -> None:
    (tmp_path / FILE_NAME).write_bytes(content)
    with pytest.raises(UserError, match=sentence) as refused:
        read_settings(tmp_path)
    assert str(tmp_path / FILE_NAME) in str(refused.value)


def test_a_file_of_the_first_version_is_brought_up_and_keeps_what_the_user_wrote(tmp_path: Path) -> None:
    path = tmp_path / FILE_NAME
    path.write_text('# mine\nname = "Ada Example" # a note\nunknown = 3\nlock_minutes = 5\n[zoo]\nwolf = 1\n')
    write_settings(tmp_path, replace(read_settings(tmp_path), theme="dark"))
    written = path.read_text(encoding="utf-8")
    assert read_settings(tmp_path) == Settings(name="Ada Example", lock_minutes=5, theme="dark")
    assert tomllib.loads(written)["us"]["name"] == "Ada Example"
    for kept in ("# mine", "# a note", "unknown = 3", "wolf = 1", "version = 2", "# colours of the window"):
        assert kept in written
    write_settings(tmp_path, read_settings(tmp_path))
    assert path.read_text(encoding="utf-8") == written


def test_a_broken_file_is_kept_aside_and_what_is_right_in_it_stays(tmp_path: Path) -> None:
    path = tmp_path / FILE_NAME
    assert mend_settings(tmp_path) is None
    wrong = 'version = 2\nwindow = 3\n[papers]\npapers_language = "fr"\n[protection]\nlock_minutes = -1\n'
    path.write_text(wrong, encoding="utf-8")
    said = mend_settings(tmp_path)
    assert said is not None
    assert "“lock_minutes” must be a whole number" in said.read()
    assert "settings-aside-1.toml" in said.read()
    assert read_settings(tmp_path) == Settings(papers_language="fr")
    assert (tmp_path / "settings-aside-1.toml").read_text(encoding="utf-8") == wrong
    path.write_bytes(b"\xff")
    assert mend_settings(tmp_path) is not None
    assert read_settings(tmp_path) == Settings()
    assert (tmp_path / "settings-aside-2.toml").read_bytes() == b"\xff"


def test_the_log_is_for_this_user_only_and_in_one_place(tmp_path: Path) -> None:
    first, second = start_log(tmp_path / "one"), start_log(tmp_path / "two")
    for line in ("once", "twice"):
        logging.getLogger("dialogue_prep").error(line)
    assert not first.exists()
    assert [line.split()[-1] for line in second.read_text(encoding="utf-8").splitlines()] == ["once", "twice"]
    assert stat.S_IMODE(second.stat().st_mode) == 0o600
    assert stat.S_IMODE(second.parent.stat().st_mode) == 0o700


def test_the_log_does_not_grow_for_ever(tmp_path: Path) -> None:
    start_log(tmp_path)
    for _ in range(45):
        logging.getLogger("dialogue_prep").error("x" * 100_000)
    sizes = {path.name: path.stat().st_size for path in tmp_path.iterdir()}
    assert set(sizes) == {"dialogue-prep.log", "dialogue-prep.log.1", "dialogue-prep.log.2"}
    assert max(sizes.values()) <= 1_000_000
    assert {stat.S_IMODE(path.stat().st_mode) for path in tmp_path.iterdir()} == {0o600}


def test_who_holds_a_store_is_noted_while_it_is_held(tmp_path: Path) -> None:
    store = tmp_path / "a.store"
    assert holder_of(store) is None
    with writing_to(store, NOW):
        holder = holder_of(store)
        assert isinstance(holder, Holder)
        assert holder.since == "2032-02-06T12:00:00+00:00"
        modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in tmp_path.iterdir()}
        assert set(modes.values()) == {0o600}
        with pytest.raises(MachineError, match=f"is in use by process {holder.process} on "), writing_to(store, NOW):
            pass
    assert holder_of(store) is None


def test_a_note_that_cannot_be_read_names_nobody(tmp_path: Path) -> None:
    store = tmp_path / "a.store"
    with writing_to(store, NOW):
        (tmp_path / ".a.store.holder").write_text("{}", encoding="utf-8")
        with pytest.raises(MachineError, match="is in use by another process of this program"), writing_to(store, NOW):
            pass


def test_a_note_that_was_left_over_counts_for_nothing(tmp_path: Path) -> None:
    store = tmp_path / "a.store"
    with writing_to(store, NOW):
        left = (tmp_path / ".a.store.holder").read_bytes()
    (tmp_path / ".a.store.holder").write_bytes(left)
    assert holder_of(store) is None
    with writing_to(store, NOW):
        assert holder_of(store) is not None


def test_a_folder_that_is_not_there_cannot_be_locked(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(MachineError, match="cannot be locked"), writing_to(tmp_path / "file" / "a.store", NOW):
        pass
