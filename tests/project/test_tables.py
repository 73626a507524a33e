"""The tables of `make speed` and `make torture` say what was measured, and fail when they should."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.requirements import ASKED

TESTS = Path(__file__).resolve().parent.parent

MEASURES = """
import pytest

def test_three_times_the_floor(race):
    race("a paper", limit=2, ours=lambda: 3.0, floor=lambda: 1.0)

def test_kills(tally):
    tally("S3 copies of the file alone while it is open", tries=50, lost=0)

@pytest.mark.shows("S9 present stores kept aside")
def test_restoring():
    pass
"""

RACED = "a paper   3.00      2  3000.0 ms  1000.0 ms"


@pytest.fixture(scope="module")
def in_short(tmp_path_factory: pytest.TempPathFactory) -> subprocess.CompletedProcess[str]:
    """Return how the measures ended in the short form."""
    return run_measures(tmp_path_factory.mktemp("short"), "short")


def run_measures(folder: Path, form: str, *options: str) -> subprocess.CompletedProcess[str]:
    speed = folder / "tests" / "speed"
    speed.mkdir(parents=True)
    for beside in TESTS.glob("*.py"):
        shutil.copy(beside, folder / "tests")
    for beside in ("conftest.py", "starts.py"):
        shutil.copy(TESTS / "speed" / beside, speed)
    shutil.copy(TESTS.parent / "pyproject.toml", folder)
    (speed / "test_measures.py").write_text(MEASURES, encoding="utf-8")
    command = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "--speed", form, *options]
    environment = {**os.environ, "PYTHONPATH": str(TESTS.parent)}  # the program may not be installed
    return subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, timeout=100, check=False
    )


def test_the_short_form_fails_at_twice_the_limit_only(in_short: subprocess.CompletedProcess[str]) -> None:
    assert in_short.returncode == 0, in_short.stdout
    assert RACED in in_short.stdout


def test_the_full_form_fails_at_the_limit(tmp_path: Path) -> None:
    ended = run_measures(tmp_path, "full")
    assert ended.returncode == 1, ended.stdout
    assert RACED in ended.stdout


def test_the_large_counts_are_a_table(in_short: subprocess.CompletedProcess[str]) -> None:
    told = [line.split() for line in in_short.stdout.splitlines()]
    assert ["requirement", "asked", "tries", "lost", "time"] in told
    assert [line[-6:-2] for line in told if line[:1] == ["S3"]] == [["open", "10", "50", "0"]]
    assert [line[-6:-2] for line in told if line[:1] == ["S9"]] == [["aside", "1", "1", "0"]]


def test_a_table_that_is_not_whole_fails_and_names_what_is_missing(tmp_path: Path) -> None:
    ended = run_measures(tmp_path, "short", "--whole-table")
    assert ended.returncode == 1, ended.stdout
    missing = [line.removeprefix("missing or too few: ") for line in ended.stdout.splitlines() if "too few" in line]
    assert missing == [line for line in ASKED if not line.startswith(("S3", "S9 present"))]


def test_every_line_of_the_table_is_counted_by_a_test() -> None:
    said = "\n".join(path.read_text(encoding="utf-8") for path in TESTS.rglob("test_*.py"))
    counted = re.findall(r'(?:tally\(|shows\(|LINE = )f?"([^"\n]+)"', said)
    patterns = {re.sub(r"\\{.+?\\}", ".+", re.escape(line)) for line in counted}
    assert [line for line in ASKED if not any(re.fullmatch(pattern, line) for pattern in patterns)] == []
