"""What was removed and purged is nowhere any more: tables, journal, bases of papers, index, free pages, backups."""

from __future__ import annotations

import json
import shutil
import zlib
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from dialogue_prep.domain.draft import Draft
from dialogue_prep.domain.errors import MachineError, UserError
from dialogue_prep.domain.text import in_english
from dialogue_prep.domain.topic import Topic
from dialogue_prep.services.backups import Backups
from dialogue_prep.services.history import History
from dialogue_prep.services.opening import Opening, open_to_write
from dialogue_prep.services.purging import Purging
from dialogue_prep.services.workspace import Workspace
from dialogue_prep.store.backup import all_backups
from dialogue_prep.store.plain_reading import opened_to_read, rows_of, tables_of
from dialogue_prep.system.folders import Folders
from tests.conftest import Tally
from tests.invented import everything, made_store
from tests.invented_dialogue import invented_dialogue

CANARIES = ("Canary of the first line", "秘密的金丝雀", "Serinus, “Canária” – second")
WORDS = "\n".join(CANARIES)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with a store in which a topic was said, written into a paper, backed up and removed."""
    folder = tmp_path_factory.mktemp("purge")
    opening = opened(made_store(folder / "a.store", invented_dialogue()))
    Backups(opening, lambda: datetime(2032, 1, 1, tzinfo=UTC)).make()
    with open_to_write(opening) as workspace:
        with workspace.request("Add") as work:
            crime = work.get(Topic, "crime")
            work.put(replace(crime, id="secret", number=77, title=in_english(WORDS)))
        with workspace.request("Write", undoable=False) as work:
            said = [{"text": f"Agenda: {line}."} for line in CANARIES]
            base = zlib.compress(json.dumps({"units": said}, ensure_ascii=False).encode(), 9)
            work.put(replace(work.find(Draft)[0], id="paper", version=99, snapshot=base))
        Backups(opening, lambda: datetime(2032, 1, 2, tzinfo=UTC)).make()
        with workspace.request("Remove") as work:
            work.remove_whole(work.get(Topic, "secret"))
        with workspace.request("Reword") as work:
            work.put(replace(crime, title=in_english("A wording that is overwritten")))
            work.put(crime)
        with workspace.request("Reword") as work:
            work.put(replace(crime, title=in_english("A wording that is overwritten")))
        with workspace.request("Reword again") as work:
            work.put(crime)
    return folder


def opened(store: Path) -> Opening:
    folder = store.parent / "user"
    return Opening(store=store, named=True, folders=Folders(data=folder, settings=folder, logs=folder))


@pytest.fixture
def opening(made: Path, tmp_path: Path) -> Opening:
    return opened(Path(shutil.copytree(made, tmp_path / "copy")) / "a.store")


def traces(opening: Opening) -> list[str]:
    """Return where one of the canaries still stands, in whatever form it is kept."""
    found = []
    for path in [file for file in opening.store.parent.rglob("*") if file.is_file()]:
        content = path.read_bytes()
        found += [f"{path.name} bytes" for canary in CANARIES if canary.encode() in content]
        if path.suffix == ".store":
            with opened_to_read(path) as connection:
                for table in tables_of(connection):
                    for row in rows_of(connection, table):
                        found += [f"{path.name} {table}" for value in row.values() if tells(value)]
                words = connection.execute("SELECT count(*) FROM search_words WHERE search_words MATCH 'serinus'")
                found += [f"{path.name} index"] * words.fetchone()[0]
                terms = [block for (block,) in connection.execute("SELECT block FROM search_words_data")]
                found += [f"{path.name} index pages" for block in terms if b"serinus" in block]
    return found


def tells(value: object) -> bool:
    if isinstance(value, bytes):
        try:
            value = zlib.decompress(value).decode()
        except zlib.error:
            return False
    return isinstance(value, str) and any(canary.casefold() in value.casefold() for canary in (*CANARIES, "serinus"))


def purge(workspace: Workspace, opening: Opening, *ids: str, gone: bool = False, before: date | None = None) -> None:
    purging = Purging(workspace, opening.folders.backups)
    purging.carry_out(purging.plan(ids, gone=gone, before=before))


@pytest.mark.parametrize("way", ["record", "gone", "before"])
def test_what_was_purged_is_nowhere_any_more(opening: Opening, way: str, tally: Tally) -> None:
    places = {trace.split(" ", 1)[1] for trace in traces(opening)}
    assert {"bytes", "draft", "journal", "topic", "index"} <= places, "the canary has to be seen before it is gone"
    with open_to_write(opening) as workspace:
        with workspace.look() as work:
            before = everything(work)
        match way:
            case "record":
                purge(workspace, opening, "secret")
            case "gone":
                purge(workspace, opening, gone=True)
            case _:
                purge(workspace, opening, before=date(2099, 1, 1))
        with workspace.look() as work:
            after = everything(work)
            assert History(workspace).removed() == ()
        assert workspace.database.quick_check() == "ok"
    left = traces(opening)
    tally("S16 canaries after a purge", tries=len(CANARIES), lost=len(left))
    assert left == []
    assert {kind: set(values) for kind, values in after.items()} == {k: set(v) for k, v in before.items()}
    assert after["Topic"] == before["Topic"], "what is there is as it was"


def test_backups_that_do_not_hold_it_stay_and_a_new_one_is_made(opening: Opening) -> None:
    with open_to_write(opening) as workspace:
        plan = Purging(workspace, opening.folders.backups).plan(["secret"])
        assert len(plan.backups) == 1
        Purging(workspace, opening.folders.backups).carry_out(plan)
    kept = all_backups(opening.folders.backups)
    assert len(kept) == 2
    assert all(one.intact for one in kept)
    assert not [file for file in opening.folders.backups.iterdir() if file.name.startswith(plan.backups[0].name)]


def test_undoing_what_was_purged_says_that_it_cannot(opening: Opening) -> None:
    with open_to_write(opening) as workspace:
        purge(workspace, opening, "secret")
        for _ in range(3):
            workspace.undo()
        with pytest.raises(UserError, match="can no longer be taken back or brought again: what it had changed was"):
            workspace.undo()
        assert workspace.history("secret") == ()


def test_a_record_that_is_there_loses_only_what_it_was(opening: Opening) -> None:
    with open_to_write(opening) as workspace:
        purge(workspace, opening, "crime")
        with workspace.look() as work:
            assert work.search("extradition")
        assert workspace.history("crime") == ()
        assert workspace.history("secret")
    assert b"A wording that is overwritten" not in opening.store.read_bytes()


def test_where_there_is_nothing_to_purge_that_is_said(opening: Opening) -> None:
    with open_to_write(opening) as workspace, pytest.raises(UserError, match="There is nothing of that to purge"):
        Purging(workspace, opening.folders.backups).plan(["nobody"])


def test_a_damaged_store_loses_no_backup(opening: Opening, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dialogue_prep.services.purging.unsound", lambda _store, **_key: "a page is not right")
    with open_to_write(opening) as workspace, pytest.raises(MachineError, match="is damaged, so nothing was purged"):
        purge(workspace, opening, "secret")
    assert len(all_backups(opening.folders.backups)) == 2
