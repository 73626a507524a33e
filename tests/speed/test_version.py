"""Saying the version must cost next to nothing."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable


def python(*arguments: str) -> Callable[[], None]:
    def run() -> None:
        subprocess.run([sys.executable, *arguments], check=True, capture_output=True)

    return run


def test_the_version_costs_at_most_three_times_a_bare_start(race: Callable[..., None]) -> None:
    ours, floor = python("-m", "dialogue_prep", "--version"), python("-c", "import argparse")
    race("saying the version against importing argparse", limit=3, ours=ours, floor=floor)
