"""Copies are made in time, checked, thinned out, and gone back to without losing what is there."""

from __future__ import annotations

import random
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from dialogue_prep.domain.dialogue import Dialogue
from dialogue_prep.domain.errors import MachineError, UserError
from dialogue_prep.domain.topic import Topic
from dialogue_prep.services.backups import Backups, BackupWatch
from dialogue_prep.services.milestones import Milestones
from dialogue_prep.services.opening import Opening, open_to_read, open_to_write
from dialogue_prep.services.records import Records
from dialogue_prep.services.workspace import Workspace
from dialogue_prep.store import backup as making
from dialogue_prep.store.backup import all_backups
from dialogue_prep.system.folders import Folders
from tests.conftest import Tally
from tests.invented import made_store
from tests.invented_dialogue import invented_dialogue
from tests.store.test_migrations import crash_image

ROOT = Path(__file__).resolve().parents[2]
START = datetime(2032, 2, 6, 9, tzinfo=UTC)


@pytest.fixture(scope="module")
def _made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made_store(tmp_path_factory.mktemp("made") / "a.store", invented_dialogue())


@pytest.fixture
def opening(_made: Path, tmp_path: Path) -> Opening:
    """Return how a store is opened in which the invented dialogue is."""
    folders = Folders(data=tmp_path / "data", settings=tmp_path / "settings", logs=tmp_path / "logs")
    (tmp_path / "stores").mkdir()
    return Opening(store=Path(shutil.copy(_made, tmp_path / "stores" / "a.store")), named=True, folders=folders)


class Clock:
    """A clock that goes as it is told."""

    def __init__(self) -> None:
        self.at = START

    def __call__(self) -> datetime:
        self.at += timedelta(seconds=1)
        return self.at

    def go(self, **by: int) -> None:
        self.at += timedelta(**by)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def backups(opening: Opening, clock: Clock) -> Backups:
    return Backups(opening, clock)


def renumber(workspace: Workspace, number: int) -> None:
    with workspace.request("Number") as work:
        work.put(replace(work.get(Topic, "crime"), number=number))


def number_in(opening: Opening) -> int:
    with open_to_read(opening) as workspace, workspace.look() as work:
        return work.get(Topic, "crime").number


@pytest.mark.shows("S7 moments at which a backup is made")
def test_a_session_is_backed_up_at_its_start_and_every_half_hour_in_which_something_was_done(
    opening: Opening, backups: Backups, clock: Clock
) -> None:
    def made() -> list[str]:
        return [f"{one.at:%H:%M}" for one in reversed(backups.all())]

    with open_to_write(opening) as workspace:
        watch = BackupWatch(opening, clock)
        watch.look()
        assert made() == ["09:00"], "what was done before this start is copied"
        clock.go(minutes=29)
        renumber(workspace, 7)
        watch.look()
        assert made() == ["09:00"], "it is not time yet"
        clock.go(minutes=2)
        watch.look()
        assert made() == ["09:00", "09:31"]
        clock.go(minutes=40)
        watch.look()
        assert made() == ["09:00", "09:31"], "nothing was done"
        renumber(workspace, 8)
        clock.go(minutes=40)
    BackupWatch(opening, clock).look()
    assert made() == ["09:00", "09:31", "10:51"], "the next start copies what the last session did"
    BackupWatch(opening, clock).look()
    assert len(made()) == 3
    assert all(one.intact for one in backups.all())


@pytest.mark.shows("S7 moments at which a backup is made")
def test_before_much_is_removed_at_once_there_is_a_backup(opening: Opening) -> None:
    with open_to_write(opening) as workspace:
        with workspace.look() as work:
            crime, dialogues = work.get(Topic, "crime"), work.find(Dialogue)
        Records(workspace).remove(crime, label="Remove a topic")
        after_one = len(all_backups(opening.folders.backups))
        workspace.undo()
        Records(workspace).remove(*dialogues, label="Remove the dialogue")
    (copy,) = all_backups(opening.folders.backups)
    assert after_one <= 1
    assert number_in(replace(opening, store=copy.path)) == 1


@pytest.mark.shows("S7 moments at which a backup is made")
def test_before_records_are_read_in_there_is_a_backup(opening: Opening) -> None:
    with open_to_write(opening) as workspace:
        renumber(workspace, 7)
        Milestones(workspace).take_in("round-3", (), "en")
    (copy,) = all_backups(opening.folders.backups)
    assert number_in(replace(opening, store=copy.path)) == 7


def test_what_cannot_be_backed_up_is_not_removed_in_bulk(opening: Opening) -> None:
    opening.folders.data.mkdir()
    opening.folders.backups.write_text("in the way")
    with open_to_write(opening) as workspace:
        with workspace.look() as work:
            dialogues = work.find(Dialogue)
        with pytest.raises(MachineError, match="cannot be made"):
            Records(workspace).remove(*dialogues, label="Remove the dialogue")
        with workspace.look() as work:
            assert work.find(Dialogue) == dialogues


def flip_bits(copy: Path, tries: int) -> Iterator[None]:
    """Flip one bit of a file after another, each by itself."""
    content, chance = copy.read_bytes(), random.Random(7)
    for _ in range(tries):
        flipped = bytearray(content)
        flipped[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
        copy.write_bytes(flipped)
        yield
    copy.write_bytes(content)


@pytest.mark.parametrize("tries", [5, pytest.param(100, marks=pytest.mark.torture)])
def test_one_flipped_bit_in_a_backup_is_found(opening: Opening, backups: Backups, tries: int, tally: Tally) -> None:
    made = backups.make()
    before = opening.store.read_bytes()
    unseen = 0
    for _ in flip_bits(made.path, tries):
        unseen += made.intact
        with pytest.raises(MachineError, match="was changed or damaged since it was made"):
            backups.restore(made)
    assert made.intact
    assert opening.store.read_bytes() == before
    tally("S7 one flipped bit of a backup found", tries=tries, lost=unseen)
    assert unseen == 0


@pytest.mark.shows("S7 copies checked before an old one goes")
def test_a_copy_in_which_rows_are_missing_does_not_count(
    opening: Opening, backups: Backups, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = backups.make()
    monkeypatch.setattr(making, "counts_of", lambda connection: {"topic": id(connection)})
    with pytest.raises(MachineError, match="is damaged, so it was not backed up: rows are missing"):
        backups.make()
    assert [one.path for one in backups.all()] == [made.path]
    assert len(list(opening.folders.backups.iterdir())) == 2


@pytest.mark.shows("S7 copies checked before an old one goes")
def test_old_backups_go_when_a_new_one_was_checked_and_not_before(
    backups: Backups, clock: Clock, opening: Opening, monkeypatch: pytest.MonkeyPatch
) -> None:
    for _ in range(4):
        backups.make()
    clock.go(days=10)
    with monkeypatch.context() as patch:
        patch.setattr(making, "counts_of", lambda connection: {"topic": id(connection)})
        with pytest.raises(MachineError):
            backups.make()
    assert len(backups.all()) == 4
    backups.make()
    assert [one.at.day for one in backups.all()] == [16, 6]
    assert len(list(opening.folders.backups.iterdir())) == 4, "what stands beside a backup goes with it"


def test_stores_of_one_name_in_two_folders_have_backups_of_their_own(
    opening: Opening, backups: Backups, clock: Clock, tmp_path: Path
) -> None:
    (tmp_path / "other").mkdir()
    other = replace(opening, store=Path(shutil.copy(opening.store, tmp_path / "other" / "a.store")))
    backups.make()
    Backups(other, clock).make()
    assert len(backups.all()) == len(Backups(other, clock).all()) == 1
    assert len(all_backups(opening.folders.backups)) == 2


@pytest.mark.shows("S7 moments at which a backup is made")
@pytest.mark.shows("S9 present stores kept aside")
def test_going_back_tells_what_would_change_and_keeps_what_is_there(opening: Opening, backups: Backups) -> None:
    made = backups.make()
    with open_to_write(opening) as workspace:
        renumber(workspace, 7)
        with workspace.request("Add and remove") as work:
            work.put(replace(work.get(Topic, "crime"), id="new"))
            work.remove_whole(work.find(Topic, number=2)[0])
    found = backups.what_would_change(made)
    assert found.changes is not None
    (topics,) = [one for one in found.changes if one.kind == "topic"]
    assert (topics.gone, topics.back, topics.changed) == (1, 1, 1)
    kept = backups.restore(made)
    assert kept is not None
    assert number_in(opening) == 1
    assert number_in(replace(opening, store=kept)) == 7
    assert backups.what_would_change(made).changes == ()
    assert backups.all()[0].path == kept


def test_a_store_somebody_has_open_is_not_replaced(opening: Opening, backups: Backups) -> None:
    made = backups.make()
    before = opening.store.read_bytes()
    with open_to_write(opening), pytest.raises(MachineError, match="is in use by process"):
        backups.restore(made)
    assert opening.store.read_bytes() == before


def stale_journal(store: Path) -> bytes:
    """Return the journal of a change that was killed just before it was kept, as it lies on the disk."""
    image = crash_image(Path(shutil.copy(store, store.with_name("busy.store"))))
    return image.with_name(f"{image.name}-journal").read_bytes()


@pytest.mark.parametrize("beside", ["store", "backup"])
def test_a_stale_journal_is_not_brought_into_what_was_restored(
    opening: Opening, backups: Backups, beside: str, tally: Tally
) -> None:
    made = backups.make()
    journal = stale_journal(opening.store)
    content = made.path.read_bytes()
    target = opening.store if beside == "store" else made.path
    target.with_name(f"{target.name}-journal").write_bytes(journal)
    backups.restore(made)
    lost = int(opening.store.read_bytes() != content or number_in(opening) != 1)
    lost += opening.store.with_name(f"{opening.store.name}-journal").exists()
    tally(f"S9 stale journal beside the {beside}", tries=1, lost=lost)
    assert lost == 0


@pytest.mark.parametrize("spoil", [lambda content: content[:5000], lambda content: b"Dear colleague, " * 99])
def test_a_store_that_is_damaged_is_kept_as_it_is(
    opening: Opening, backups: Backups, spoil: Callable[[bytes], bytes]
) -> None:
    made = backups.make()
    spoilt = spoil(opening.store.read_bytes())
    opening.store.write_bytes(spoilt)
    assert backups.what_would_change(made).changes is None
    kept = backups.restore(made)
    assert kept is not None
    assert kept.read_bytes() == spoilt
    assert number_in(opening) == 1
    assert [one.path for one in backups.all()] == [made.path], "a damaged store is no backup"


def test_a_store_that_is_gone_is_brought_back(opening: Opening, backups: Backups) -> None:
    made = backups.make()
    opening.store.unlink()
    assert backups.what_would_change(made).changes == ()
    assert backups.restore(made) is None
    assert number_in(opening) == 1


def test_a_backup_of_an_older_version_is_compared_and_gone_back_to(opening: Opening, backups: Backups) -> None:
    old = Path(shutil.copy(ROOT / "tests" / "store" / "kept" / "0001.store", opening.store.with_name("old.store")))
    found = backups.what_would_change(backups.named(str(old)))
    assert found.changes
    backups.restore(found.backup)
    assert number_in(opening) == 1
    with closing(sqlite3.connect(old)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (1,)


def test_what_is_no_sound_copy_is_not_put_in_place(opening: Opening, backups: Backups, tmp_path: Path) -> None:
    before = opening.store.read_bytes()
    for name, content in (("empty", b""), ("half", before[: len(before) // 2]), ("letter", b"Dear colleague," * 20)):
        (tmp_path / name).write_bytes(content)
        with pytest.raises(MachineError, match=r"is no sound copy|is not a store of this program"):
            backups.restore(backups.named(str(tmp_path / name)))
    assert opening.store.read_bytes() == before


def test_a_backup_is_named_by_its_file_its_name_its_moment_or_as_the_newest(backups: Backups, clock: Clock) -> None:
    older = backups.make()
    clock.go(hours=20)
    newer = backups.make()
    assert [backups.named(words).path for words in ("newest", newer.path.name, str(newer.path))] == [newer.path] * 3
    assert backups.named("2032-02-06").path == backups.named("20320206-09").path == older.path
    with pytest.raises(UserError, match=r"“2032” may be any of 2 backups"):
        backups.named("2032")
    with pytest.raises(UserError, match=r"There is no backup “yesterday” of .*a\.store"):
        backups.named("yesterday")
