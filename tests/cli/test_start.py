"""A command imports what it needs and nothing that takes long beside that."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SLOW = ("PySide6", "docx", "lxml", "alembic", "babel", "charset_normalizer", "sqlalchemy", "dialogue_prep.reading")
OF_A_READER = {"sqlalchemy"}


def imported_by(*words: str) -> set[str]:
    """Return which of the slow ones a command has imported when it has ended."""
    script = (
        "import sys\nfrom dialogue_prep.app import main\nmain(sys.argv[1:])\n"
        f"print('imported:', *[name for name in {SLOW!r} if name in sys.modules])"
    )
    command = [sys.executable, "-c", script, *words]
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60, check=True)
    (line,) = [line for line in ended.stdout.splitlines() if line.startswith("imported:")]
    return set(line.split()[1:])


@pytest.mark.parametrize("words", [("--version",), ("--help",), ("planning",)])
def test_saying_something_about_itself_takes_nothing_slow(words: tuple[str, ...]) -> None:
    assert imported_by(*words) == set()


@pytest.mark.parametrize("words", [("schedule",), ("commitments",), ("agenda",), ("history",), ("undo",)])
def test_a_command_on_the_store_takes_the_store_alone(words: tuple[str, ...], demonstrated: Path) -> None:
    assert imported_by(*words, "--store", str(demonstrated)) == OF_A_READER


def test_the_check_makes_papers_in_words_and_writes_none(demonstrated: Path) -> None:
    assert imported_by("check", "--store", str(demonstrated)) == {*OF_A_READER, "babel"}
