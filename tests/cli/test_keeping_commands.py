"""Backups, going back, archives and purging, as commands."""

from __future__ import annotations

import shutil
import sqlite3
from pathlib import Path

import pytest

from dialogue_prep.system import synced_folders
from dialogue_prep.system.resources import data_file


def test_one_goes_back_to_a_backup_after_consent_and_back_again(give, demonstrated: Path, tmp_path: Path) -> None:
    made = give("backup", "--json").json["file"]
    give("plan", "--city", "Shanghai")
    shown = give("restore", "newest")
    assert shown.code == 1
    assert "round: 1 would be as it was" in shown.answer
    assert give("plan", "--json").json["place"] == "Shanghai"
    restored = give("restore", Path(made).name, "--yes", "--json").json
    assert set(restored) == {"backup", "kept", "changes"}
    assert restored["backup"] == made
    assert restored["changes"]["round"] == {"gone": 0, "back": 0, "changed": 1}
    assert give("plan", "--json").json["place"] == "Beijing"
    listed = give("backups", "--json").json
    assert [set(one) for one in listed] == [{"file", "at", "bytes", "intact"}] * 2
    assert [one["file"] for one in listed] == [restored["kept"], made]
    give("restore", restored["kept"], "--yes")
    assert give("plan", "--json").json["place"] == "Shanghai"


def test_before_a_source_is_taken_in_the_store_is_backed_up(give, demonstrated: Path) -> None:
    assert give("backups").said.startswith("There are no backups of ")
    assert give("import", data_file("samples/terms-of-reference.txt"), "--yes", "--quiet").code == 0
    (made,) = give("backups", "--json").json
    with sqlite3.connect(made["file"]) as connection:
        assert connection.execute("SELECT count(*) FROM dialogue").fetchone() == (1,), "as it was before"
    connection.close()


def test_a_backup_that_was_changed_is_listed_so_and_not_gone_back_to(give, demonstrated: Path) -> None:
    made = Path(give("backup", "--json").json["file"])
    made.write_bytes(made.read_bytes() + b"\x00")
    listed = give("backups")
    assert listed.code == 1
    assert "CHANGED OR DAMAGED" in listed.answer
    ended = give("restore", "newest", "--yes")
    assert (ended.code, ended.said) == (3, f"{made} was changed or damaged since it was made; choose another.\n")


def test_an_archive_makes_an_equal_store(give, demonstrated: Path, tmp_path: Path) -> None:
    written = give("export", "--out", "a.zip", "--json").json
    assert set(written) == {"file", "records", "steps"}
    taken = give("import-archive", "a.zip", "--store", tmp_path / "new.store", "--json").json
    assert taken == {"store": str(tmp_path / "new.store"), "records": written["records"], "steps": written["steps"]}
    words = ("agenda", "--json")
    assert give(*words, "--store", tmp_path / "new.store").answer == give(*words).answer
    again = give("import-archive", "a.zip")
    assert again.code == 1
    assert "is not empty; name a new one with --store" in again.said
    shutil.copy(tmp_path / "a.zip", tmp_path / "b.zip")
    assert give("export", "--out", "b.zip").code == 1, "a file that is there is replaced after consent alone"


def test_what_was_removed_is_purged_after_consent(give, demonstrated: Path) -> None:
    given = give("purge")
    assert (given.code, given.said) == (1, "Say what to purge: records by ID, --deleted, or --before DATE.\n")
    give("milestones", "--apply")
    give("undo")
    shown = give("purge", "--deleted")
    assert shown.code == 1
    assert "can no longer be undone" in shown.answer
    purged = give("purge", "--deleted", "--yes", "--json").json
    assert set(purged) == {"records", "changes", "papers", "backups", "backup"}
    assert purged["records"] > 1
    assert purged["changes"] > purged["records"]
    ended = give("redo")
    assert ended.code == 1
    assert "was purged" in ended.said


def test_doctor_saves_what_can_be_read_of_a_damaged_store(give, demonstrated: Path, tmp_path: Path) -> None:
    before = give("agenda", "--json").answer
    content = demonstrated.read_bytes()
    demonstrated.write_bytes(b"\x00" * 4096 + content[4096:])
    report = give("doctor")
    assert report.code == 1
    assert "is damaged" in report.answer or "is not a store" in report.answer
    ended = give("doctor", "--repair", tmp_path / "saved.store", "--json")
    assert ended.code == 1, "not all pages could be read"
    assert set(ended.json) == {"file", "saved", "rebuilt", "missing", "steps", "whole"}
    assert give("agenda", "--json", "--store", tmp_path / "saved.store").answer == before
    told = give("doctor", "--repair", tmp_path / "again.store").answer
    assert "Some pages could not be read at all" in told
    assert give("doctor", "--repair", tmp_path / "again.store").code == 1, "a file that is there is never replaced"


def test_who_writes_into_a_folder_of_several_machines_is_warned_once(
    give, demonstrated: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "Dropbox").mkdir()
    store = Path(shutil.copy(demonstrated, tmp_path / "Dropbox" / "a.store"))
    ended = give("plan", "--store", store)
    assert ended.code == 0
    assert ended.said.count("lies in a folder of Dropbox") == 1
    assert give("plan", "--store", store, "--quiet").said == ""
    assert give("agenda", "--store", store).said == ""
    monkeypatch.setattr(synced_folders, "service_named", lambda _path: None)
    assert give("plan", "--store", store).said == ""
