"""`doctor` calls who holds a store, and lets a store go that another machine has left."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import pytest

from dialogue_prep.cli import doctor_command
from dialogue_prep.system.calling import call
from dialogue_prep.system.lock import writing_to
from tests.cli.conftest import Give

ELSEWHERE = {"host": "another-machine.example", "process": 7, "since": "2032-02-06T11:00:00+00:00"}


@pytest.fixture
def note(tmp_path: Path) -> Path:
    """Return the note that another machine has left beside the store."""
    path = tmp_path / ".a.store.holder"
    path.write_text(json.dumps(ELSEWHERE), encoding="utf-8")
    return path


def test_a_store_that_nobody_holds_needs_no_call(give: Give) -> None:
    ended = give("doctor", "--call")
    assert ended.code == 1
    assert "Nobody has" in ended.answer


def test_a_command_hears_no_call(give: Give, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor_command, "call", partial(call, patience=0))
    with writing_to(tmp_path / "a.store", datetime.now(UTC)):
        ended = give("doctor", "--call", "--json")
    assert ended.code == 1
    assert ended.json["heard"] is False
    assert ended.json["holder"].startswith("process ")


def test_a_store_held_elsewhere_is_refused_until_the_user_takes_it(give: Give, note: Path) -> None:
    refused = give("demo", "--out", "drafts")
    assert refused.code == 3
    assert "is in use by process 7 on another-machine.example" in refused.said
    assert give("doctor", "--let-go").code == 1, "nobody said yes"
    assert note.exists()
    taken = give("doctor", "--let-go", "--yes")
    assert (taken.code, taken.answer) == (
        0,
        "Taken from process 7 on another-machine.example since 2032-02-06 11:00:00+00:00.\n",
    )
    assert not note.exists()
    assert give("doctor", "--let-go", "--yes").code == 1
    assert give("doctor").code == 0
