"""A command imports what it needs and nothing that takes long; a file that is given is taken for what it is."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest

from dialogue_prep import app
from dialogue_prep.services.opening import Opening
from dialogue_prep.system.folders import user_folders
from dialogue_prep.system.settings import Settings, write_settings

ROOT = Path(__file__).resolve().parents[2]
SLOW = ("PySide6", "docx", "lxml", "alembic", "babel", "charset_normalizer", "sqlalchemy", "dialogue_prep.reading")
OF_A_READER = {"sqlalchemy"}


def imported_by(*commands: tuple[str, ...]) -> set[str]:
    """Return which of the slow ones have been imported when these commands have ended, one after the other."""
    script = (
        f"import sys\nfrom dialogue_prep.app import main\nfor words in {commands!r}: main(words)\n"
        f"print('imported:', *[name for name in {SLOW!r} if name in sys.modules])"
    )
    command = [sys.executable, "-c", script]
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60, check=True)
    (line,) = [line for line in ended.stdout.splitlines() if line.startswith("imported:")]
    return set(line.split()[1:])


def test_saying_something_about_itself_takes_nothing_slow() -> None:
    assert imported_by(("--version",), ("--help",), ("planning",)) == set()


def test_a_command_on_the_store_takes_the_store_alone(demonstrated: Path) -> None:
    commands = ("schedule", "commitments", "agenda", "history", "undo")
    assert imported_by(*((name, "--store", str(demonstrated)) for name in commands)) == OF_A_READER


def test_the_check_makes_papers_in_words_and_writes_none(demonstrated: Path) -> None:
    assert imported_by(("check", "--store", str(demonstrated))) == {*OF_A_READER, "babel"}


def test_a_store_that_is_clicked_is_opened_and_no_source_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store, source = tmp_path / "ours.STORE", tmp_path / "joint.txt"
    opened: list[tuple[Path, Path | None]] = []

    def start(opening_of: Callable[[], Opening], given: Path | None) -> int:
        opened.append((opening_of().store, given))
        return 0

    monkeypatch.setattr(app, "_load_window", lambda: start)
    monkeypatch.setenv("DIALOGUE_PREP_STORE", str(tmp_path / "other.store"))
    for path in (store, source):
        path.touch()
        assert app.main([str(path)]) == 0
    assert opened == [(store, None), (tmp_path / "other.store", source)]


def test_everything_stays_in_the_portable_folder_that_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[Opening] = []

    def start(opening_of: Callable[[], Opening], _given: Path | None) -> int:
        opened.append(opening_of())
        return 0

    monkeypatch.setattr(app, "_load_window", lambda: start)
    monkeypatch.setattr(tempfile, "tempdir", None)
    for name in ("DIALOGUE_PREP_FOLDER", "TMPDIR", "TEMP", "TMP"):
        monkeypatch.setenv(name, "")
    portable = tmp_path / "stick"
    assert app.main(["--portable", str(portable)]) == 0
    folders = opened[0].folders
    for folder in (folders.data, folders.settings, folders.logs, folders.window, folders.backups, opened[0].store):
        assert folder.is_relative_to(portable)
    assert tempfile.gettempdir() == str(portable / "temporary")


def test_backups_go_to_the_folder_that_is_set(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[Opening] = []

    def start(opening_of: Callable[[], Opening], _given: Path | None) -> int:
        opened.append(opening_of())
        return 0

    monkeypatch.setattr(app, "_load_window", lambda: start)
    write_settings(user_folders().settings, Settings(backup_folder=str(tmp_path)))
    assert app.main([]) == 0
    assert opened[0].folders.backups == tmp_path
