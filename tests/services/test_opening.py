"""A store is opened by one writer at a time, and a copy is made before anything old is changed."""

from __future__ import annotations

import os
import shutil
import sqlite3
import stat
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date, timedelta
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from threading import Event

import pytest

from dialogue_prep.domain.errors import MachineError, UserError
from dialogue_prep.domain.setting import REFERENCE_DAY, StoreSetting
from dialogue_prep.domain.topic import Topic
from dialogue_prep.services.backups import Backups
from dialogue_prep.services.diagnosis import LIBRARIES, PRAGMAS, diagnose
from dialogue_prep.services.opening import Opening, open_to_read, open_to_write
from dialogue_prep.services.workspace import Workspace
from dialogue_prep.store.database import Database
from dialogue_prep.system.folders import Folders, user_folders
from dialogue_prep.system.lock import holder_of
from tests.conftest import Tally
from tests.invented import NOON, workspace_of
from tests.invented_dialogue import TODAY

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def opening(tmp_path: Path) -> Opening:
    folders = Folders(data=tmp_path / "data", settings=tmp_path / "settings", logs=tmp_path / "logs")
    return Opening(store=tmp_path / "stores" / "a.store", named=True, folders=folders)


@pytest.fixture
def filled(opening: Opening, stores: Path) -> Opening:
    opening.store.parent.mkdir(mode=0o700)
    shutil.copy(stores / "invented", opening.store)
    return opening


def hold(store: Path, told: Connection) -> None:
    """Open a store to write, say so, and keep it."""
    with open_to_write(Opening(store=store, named=True, folders=user_folders())) as workspace:
        with workspace.request("Number") as work:
            work.put(replace(work.get(Topic, "crime"), number=9))
        told.send("held")
        Event().wait()


@pytest.fixture
def holder(filled: Opening) -> Iterator[BaseProcess]:
    """Yield another process that has the store open to write."""
    context = get_context("fork" if hasattr(os, "fork") else "spawn")  # forked it is there at once
    ours, theirs = context.Pipe()
    process = context.Process(target=hold, args=(filled.store, theirs), daemon=True)
    process.start()
    theirs.close()
    assert ours.recv() == "held"
    yield process
    process.kill()
    process.join()


def number(workspace: Workspace) -> int:
    with workspace.look() as work:
        return work.get(Topic, "crime").number


def test_writing_makes_the_store_where_there_is_none(opening: Opening) -> None:
    with open_to_write(opening) as workspace:
        assert workspace.history() == ()
    assert stat.S_IMODE(opening.store.stat().st_mode) == 0o600
    assert stat.S_IMODE(opening.store.parent.stat().st_mode) == 0o700
    assert not opening.folders.backups.exists()


def test_reading_makes_nothing(opening: Opening) -> None:
    with pytest.raises(UserError, match=r"There is no store at .*a\.store yet"), open_to_read(opening):
        pass
    assert not opening.store.parent.exists()


def test_a_second_process_is_refused_with_the_name_of_the_first(filled: Opening, holder: BaseProcess) -> None:
    sentence = rf"a.store is in use by process {holder.pid} on .+ since \d{{4}}-.+; close it there first\.$"
    with pytest.raises(MachineError, match=sentence), open_to_write(filled):
        pass


def test_reading_needs_no_lock(filled: Opening, holder: BaseProcess) -> None:
    with open_to_read(filled) as workspace:
        assert number(workspace) == 9


def test_the_lock_of_a_process_that_was_killed_is_taken(filled: Opening, holder: BaseProcess) -> None:
    holder.kill()
    holder.join()
    with open_to_write(filled) as workspace:
        assert number(workspace) == 9, "what was acknowledged is there"
    assert holder_of(filled.store) is None


def test_a_lock_ends_with_the_writer_even_when_it_fails(filled: Opening) -> None:
    with pytest.raises(KeyError), open_to_write(filled):
        raise KeyError
    with open_to_write(filled) as workspace:
        held = holder_of(filled.store)
        assert held is not None
        assert workspace.database.path == filled.store
    assert holder_of(filled.store) is None


def test_one_store_by_two_names_has_one_lock(filled: Opening, holder: BaseProcess) -> None:
    link = filled.store.with_name("other-name.store")
    link.symlink_to(filled.store)
    by_link = replace(filled, store=link)
    with pytest.raises(MachineError, match=f"is in use by process {holder.pid}"), open_to_write(by_link):
        pass


@pytest.fixture
def of_yesterday(opening: Opening) -> Opening:
    """Return a store of the first version there was."""
    opening.store.parent.mkdir(mode=0o700)
    shutil.copy(ROOT / "tests" / "store" / "kept" / "0001.store", opening.store)
    return opening


@pytest.mark.shows("S7 moments at which a backup is made")
@pytest.mark.parametrize("opened", [open_to_write, open_to_read])
def test_an_older_store_is_backed_up_before_it_is_brought_up_to_date(of_yesterday: Opening, opened) -> None:
    before = of_yesterday.store.read_bytes()
    with opened(of_yesterday) as workspace:
        assert number(workspace) == 1
    (copy,) = of_yesterday.folders.backups.glob("*.store")
    with closing(sqlite3.connect(copy)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (1,)
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    assert stat.S_IMODE(of_yesterday.folders.backups.stat().st_mode) == 0o700
    assert len(before) == copy.stat().st_size
    with opened(of_yesterday):
        pass
    assert len(list(of_yesterday.folders.backups.glob("*.store"))) == 1


def test_a_store_that_cannot_be_backed_up_is_not_brought_up_to_date(of_yesterday: Opening) -> None:
    of_yesterday.folders.data.mkdir()
    of_yesterday.folders.backups.write_text("in the way")
    before = of_yesterday.store.read_bytes()
    with pytest.raises(MachineError, match="cannot be made"), open_to_write(of_yesterday):
        pass
    assert of_yesterday.store.read_bytes() == before


def test_a_backup_is_a_whole_store(filled: Opening, tmp_path: Path) -> None:
    copy = Backups(filled).make(tmp_path / "copies").path
    database = Database(copy)
    assert database.quick_check() == "ok"
    assert number(workspace_of(database)) == 1
    database.close()
    assert copy.name.startswith("a-")
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600


def test_a_damaged_store_is_not_backed_up(filled: Opening, tmp_path: Path) -> None:
    content = bytearray(filled.store.read_bytes())
    for page in range(2, len(content) // 4096):
        content[page * 4096 : page * 4096 + 64] = b"\xff" * 64
    filled.store.write_bytes(content)
    with pytest.raises(MachineError, match=r"is damaged, so it was not backed up|could not be backed up"):
        Backups(filled).make(tmp_path / "copies")
    assert list((tmp_path / "copies").iterdir()) == []


def test_nothing_is_not_backed_up(opening: Opening) -> None:
    with pytest.raises(UserError, match=r"There is no store at .* to back up"):
        Backups(opening).make()
    assert not opening.folders.data.exists()


def test_today_is_what_was_asked_for_else_the_reference_day_else_the_clock(filled: Opening) -> None:
    with open_to_read(replace(filled, today=date(2040, 1, 1))) as workspace:
        assert workspace.today() == date(2040, 1, 1)
    with open_to_write(filled) as workspace:
        assert workspace.today() == TODAY
        workspace.now = lambda: NOON + timedelta(days=1)
        with workspace.request("Forget the day") as work:
            work.remove(work.get(StoreSetting, REFERENCE_DAY))
        assert workspace.today() == TODAY + timedelta(days=1)


PROGRAM = {"dialogue-prep", "Python", "SQLite", *LIBRARIES}
FOLDERS = {"folder for data", "folder for settings", "folder for logs", "backups"}
OF_THE_STORE = {"store", "protected by a passphrase", "version of the store", "records", "in use by", "quick check"}
AS_KEPT = {f"pragma {name}" for name in ("application_id", "user_version", "cell_size_check", "temp_store", *PRAGMAS)}


def lines(opening: Opening) -> dict[str, tuple[str, bool]]:
    return {finding.what: (finding.found, finding.sound) for finding in diagnose(opening)}


@pytest.mark.shows("P5 reports of “doctor” with every line, and nothing of the store")
@pytest.mark.usefixtures("as_shipped")
def test_a_sound_store_is_called_so(filled: Opening) -> None:
    found = lines(filled)
    assert found.keys() == PROGRAM | FOLDERS | OF_THE_STORE | AS_KEPT
    assert all(said and sound for said, sound in found.values())
    assert found["quick check"] == ("ok", True)
    assert found["in use by"] == ("nobody", True)
    assert found["pragma synchronous"] == ("2", True)


def test_a_store_not_made_yet_is_nothing_wrong(opening: Opening) -> None:
    found = lines(opening)
    assert found["store"] == (f"{opening.store} (not made yet)", True)
    assert not opening.store.parent.exists()


def test_who_holds_the_store_is_said_and_a_dead_holder_is_not(filled: Opening, holder: BaseProcess) -> None:
    assert f"process {holder.pid} on " in lines(filled)["in use by"][0]
    holder.kill()
    holder.join()
    assert lines(filled)["in use by"] == ("nobody", True)


@pytest.mark.parametrize("spoil", ["foreign", "newer", "damaged"])
def test_what_is_wrong_with_a_store_is_said_without_opening_it(filled: Opening, spoil: str, tally: Tally) -> None:
    content = filled.store.read_bytes()
    spoilt = {
        "foreign": b"Dear colleague, " * 50,
        "newer": content[:60] + b"\x00\x00\x00\x63" + content[64:],
        "damaged": content[: len(content) // 2],
    }
    filled.store.write_bytes(spoilt[spoil])
    sound = all(sound for _found, sound in lines(filled).values())
    touched = filled.store.read_bytes() != spoilt[spoil]
    tally("P5 stores that “doctor” has to call unsound", tries=1, lost=int(sound or touched))
    assert not sound
    assert not touched


@pytest.mark.shows("P5 reports of “doctor” with every line, and nothing of the store")
def test_the_report_holds_nothing_of_what_is_in_the_store(filled: Opening, tmp_path: Path) -> None:
    report = "\n".join(f"{what} {found}" for what, (found, _sound) in lines(filled).items())
    said = {"Ostrava", "Lumen", "rivers", "Ada", "Sample", "extradition", "Brodno"}
    assert not [word for word in said if word.casefold() in report.casefold().replace(str(tmp_path).casefold(), "")]


def test_a_store_in_use_by_a_foreign_program_is_told_so(filled: Opening) -> None:
    with closing(sqlite3.connect(filled.store, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        hurried = open_to_write(replace(filled, busy_milliseconds=1))
        with pytest.raises(MachineError, match="is in use by another program; try again"), hurried as workspace:
            workspace.history()


def test_copies_are_named_so_that_they_sort_by_time(filled: Opening) -> None:
    copies = [Backups(filled).make().path for _ in range(3)]
    assert sorted(copies) == copies
    assert len(set(copies)) == 3
    shutil.rmtree(filled.folders.backups)
