"""The same book of 300 pages as other libraries write it, side by side in one run.

They are tools of this comparison alone (the extra `compare`), so it is made by `make speed` and not by `make test`.
"""

from __future__ import annotations

import gc
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

import pytest

from dialogue_prep.documents.word.writer import write_word
from dialogue_prep.domain.draft import Profile
from tests.speed import peers
from tests.speed.long_book import book

BOOK = book()
ROUNDS = 3


def ours() -> None:
    write_word(BOOK, Profile.WORD)


@pytest.fixture
def duel(record_property: Callable[[str, object], None]) -> Callable[..., None]:
    """Return `duel(name, their, factor)`, which fails unless they take at least `factor` times as long as we do."""

    def run(name: str, theirs: Callable[[], object], factor: float) -> None:
        pairs = [(seconds(ours), seconds(theirs)) for _ in range(1 + ROUNDS)][1:]
        mine, least = (median(pair[side] for pair in pairs) for side in (0, 1))
        record_property(
            "race",
            [
                f"{name} against us",
                f"{least / mine:.1f}",
                f"≥{factor:g}",
                f"{mine * 1000:.0f} ms",
                f"{least * 1000:.0f} ms",
            ],
        )
        assert least / mine >= factor, f"{name} took {least / mine:.1f} times as long, and {factor:g} were meant"

    return run


def seconds(write: Callable[[], object]) -> float:
    gc.collect()
    start = time.perf_counter()
    write()
    return time.perf_counter() - start


def test_python_docx_written_naively_takes_20_times_as_long(duel: Callable[..., None]) -> None:
    duel("python-docx, naive", peers.naive(BOOK), 20)


def test_docxtpl_takes_longer(duel: Callable[..., None], tmp_path: Path) -> None:
    duel("docxtpl", peers.templated(BOOK, tmp_path), 1)


def test_docxcompose_takes_longer(duel: Callable[..., None]) -> None:
    duel("docxcompose", peers.composed(BOOK), 1)


def test_pandoc_takes_longer_where_it_is_installed(duel: Callable[..., None], tmp_path: Path) -> None:
    theirs = peers.converted(BOOK, tmp_path)
    if theirs is None:
        pytest.skip("pandoc is not installed; it is compared where it is")
    duel("pandoc", theirs, 1)
