"""A window that has the store open: others are refused and can call it; what was typed outlasts its end."""

from __future__ import annotations

import os
import random
import select
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic

import pytest

from dialogue_prep.app import main
from dialogue_prep.domain.speaking import SpeakingPoint
from dialogue_prep.services.opening import Opening, open_to_read
from dialogue_prep.store.backup import unsound
from dialogue_prep.system.folders import user_folders
from tests.conftest import Tally
from tests.torture.children import ROOT
from tests.torture.test_kills import AT_ONCE, reopened
from tests.torture.window_child import LETTERS

AHEAD, BUSY_AHEAD = 2.0, 3.0
"""Seconds by which typing may be ahead of the store; and beside other tests, which take the processor."""


@contextmanager
def window_on(store: Path) -> Iterator[subprocess.Popen[bytes]]:
    """Yield the process of a window that has the store open and is typed into."""
    command = [sys.executable, "-m", "tests.torture.window_child", str(store)]
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    with subprocess.Popen(
        command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as window:
        try:
            assert window.stdout is not None
            assert window.stdout.readline() == b"open\n"
            yield window
        finally:
            window.kill()


def typed_within(window: subprocess.Popen[bytes], seconds: float) -> list[float]:
    """Let the window be typed into for so many seconds, kill it, and return when each letter was typed."""
    assert window.stdout is not None
    end, said = monotonic() + seconds, b""
    while (left := end - monotonic()) > 0:
        ready, _w, _x = select.select([window.stdout], [], [], left)
        said += os.read(window.stdout.fileno(), 65536) if ready else b""
    window.kill()
    window.wait()
    said += window.stdout.read()
    return [float(line.split()[2]) for line in said.decode().splitlines()]


def kept_letters(store: Path) -> int:
    """Return how many letters of what was typed are in the store."""
    with open_to_read(Opening(store=store, named=True, folders=user_folders())) as workspace, workspace.look() as work:
        said = [point.words.read("en") for point in work.find(SpeakingPoint)]
    typed = [words for words in said if words.startswith(LETTERS[:4])]
    assert all(words == (LETTERS * len(words))[: len(words)] for words in typed)
    return max((len(words) for words in typed), default=0)


@pytest.mark.skipif(sys.platform == "win32", reason="processes are waited for as POSIX has it")
@pytest.mark.minutes(1)
@pytest.mark.parametrize(("kills", "limit"), [(1, BUSY_AHEAD), pytest.param(10, AHEAD, marks=pytest.mark.torture)])
def test_a_window_hears_a_call_and_what_was_typed_outlasts_its_end(
    store: Path, capsys: pytest.CaptureFixture[str], kills: int, limit: float, tally: Tally
) -> None:
    chance, let_in, unheard, ahead, late = random.Random(), 0, 0, 0, 0
    for _kill in range(kills):
        with window_on(store) as window:
            let_in += main(["--store", str(store), "undo"]) == 0
            let_in += f"is in use by process {window.pid} on " not in capsys.readouterr().err
            unheard += main(["--store", str(store), "doctor", "--call"]) != 0
            moments = typed_within(window, chance.uniform(limit + 0.2, limit + 1))
            due = sum(moment < moments[-1] - limit for moment in moments)
        _topic, seconds = reopened(store)
        late += seconds > AT_ONCE
        ahead += kept_letters(store) < due
        assert unsound(store) == ""
    tally("S11 second writers refused with the name of the first", tries=kills, lost=let_in)
    tally("S11 calls to come forward heard", tries=kills, lost=unheard)
    tally(f"S11 locks of the dead taken within {AT_ONCE:g} s", tries=kills, lost=late)
    if limit == AHEAD:
        tally(f"S15 kills while typing, the store more than {limit:g} s behind", tries=kills, lost=ahead)
    assert (let_in, unheard, late, ahead) == (0, 0, 0, 0)
