"""The tables of `make speed` and `make torture` say what was measured, and fail when they should."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

TESTS = Path(__file__).resolve().parent.parent

MEASURES = """
def test_three_times_the_floor(race):
    race("a paper", limit=2, ours=lambda: 3.0, floor=lambda: 1.0)

def test_kills(tally):
    tally("S1", tries=50, lost=0)
"""


def run_measures(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    speed = folder / "tests" / "speed"
    speed.mkdir(parents=True)
    shutil.copy(TESTS / "conftest.py", folder / "tests")
    shutil.copy(TESTS / "speed" / "conftest.py", speed)
    shutil.copy(TESTS.parent / "pyproject.toml", folder)
    (speed / "test_measures.py").write_text(MEASURES, encoding="utf-8")
    command = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=100, check=False)


@pytest.mark.parametrize(("form", "code"), [("short", 0), ("full", 1)])
def test_the_full_form_fails_at_the_limit_and_the_short_form_at_twice_the_limit(
    tmp_path: Path, form: str, code: int
) -> None:
    ended = run_measures(tmp_path, "--speed", form)
    assert ended.returncode == code, ended.stdout
    assert "a paper   3.00      2  3000.0 ms  1000.0 ms" in ended.stdout


def test_the_large_counts_are_a_table(tmp_path: Path) -> None:
    ended = run_measures(tmp_path, "-k", "kills")
    assert ended.returncode == 0, ended.stdout
    assert "requirement  tries  lost   time\nS1              50     0  0.0 s" in ended.stdout
