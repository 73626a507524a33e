"""Who holds a store can be called; what another machine holds is never taken silently."""

from __future__ import annotations

import json
import stat
import threading
from datetime import UTC, datetime
from pathlib import Path
from threading import Event

import pytest

from dialogue_prep.domain.errors import MachineError
from dialogue_prep.system.calling import call, call_file, hear_call
from dialogue_prep.system.lock import InUse, forget_holder_elsewhere, holder_of, writing_to

NOW = datetime(2032, 2, 6, 12, tzinfo=UTC)
ELSEWHERE = {"host": "another-machine.example", "process": 7, "since": "2032-02-06T11:00:00+00:00"}


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return tmp_path / "a.store"


@pytest.fixture
def held_elsewhere(store: Path) -> Path:
    """Return a store beside which another machine has left its note."""
    store.with_name(".a.store.holder").write_text(json.dumps(ELSEWHERE), encoding="utf-8")
    return store


def test_a_call_that_nobody_hears_leaves_nothing(store: Path) -> None:
    assert call(store, patience=0) is False
    assert list(store.parent.iterdir()) == []
    assert hear_call(store) is False


def test_a_call_is_heard_once_and_is_for_this_user_only(store: Path) -> None:
    done, heard, modes = Event(), [], []

    def listen() -> None:
        while not heard and not done.is_set():
            if call_file(store).exists():
                modes.append(stat.S_IMODE(call_file(store).stat().st_mode))
                heard.append(hear_call(store))

    listener = threading.Thread(target=listen)
    listener.start()
    assert call(store)
    done.set()
    listener.join()
    assert (heard, modes) == ([True], [0o600])
    assert hear_call(store) is False


def test_a_folder_that_is_not_there_cannot_be_called_into(tmp_path: Path) -> None:
    with pytest.raises(MachineError, match="cannot be written"):
        call(tmp_path / "none" / "a.store")


@pytest.mark.shows("S11 stores that another machine holds, not taken unasked")
def test_what_another_machine_holds_is_refused_with_its_name(held_elsewhere: Path) -> None:
    sentence = r"in use by process 7 on another-machine\.example since 2032-.+ on another machine: close it there\."
    with pytest.raises(InUse, match=sentence) as refused, writing_to(held_elsewhere, NOW):
        pass
    assert refused.value.holder is not None
    assert refused.value.holder.elsewhere
    assert holder_of(held_elsewhere) == refused.value.holder, "its note is left where it was"


@pytest.mark.shows("S11 stores that another machine holds, not taken unasked")
def test_what_another_machine_held_is_taken_when_the_user_says_so(held_elsewhere: Path) -> None:
    taken_from = forget_holder_elsewhere(held_elsewhere)
    assert taken_from is not None
    assert taken_from.host == "another-machine.example"
    with writing_to(held_elsewhere, NOW):
        holder = holder_of(held_elsewhere)
        assert holder is not None
        assert not holder.elsewhere
        assert forget_holder_elsewhere(held_elsewhere) is None, "a note of this machine is its lock's to take away"
    assert holder_of(held_elsewhere) is None


@pytest.mark.shows("S11 stores that another machine holds, not taken unasked")
def test_who_is_refused_a_store_held_elsewhere_holds_nothing_itself(held_elsewhere: Path) -> None:
    for _try in range(2):
        with pytest.raises(InUse, match="another machine"), writing_to(held_elsewhere, NOW):
            pass
