"""Whatever happens to the file of a store: one sentence, a clear choice, nothing touched, all saved that can be."""

from __future__ import annotations

import ctypes
import random
import shutil
import sqlite3
import subprocess
import sys
import zipfile
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest

from dialogue_prep.domain.errors import MachineError, UserError
from dialogue_prep.domain.identity import Identified
from dialogue_prep.domain.journal import JournalEntry
from dialogue_prep.domain.topic import Topic
from dialogue_prep.services.backups import Backups
from dialogue_prep.services.damage import Choice, Damage, damage_of, repair_into
from dialogue_prep.services.opening import Opening, open_as_allowed, open_to_read
from dialogue_prep.store.database import SCHEMA_VERSION
from dialogue_prep.store.examination import Trouble
from dialogue_prep.system.folders import Folders
from tests.conftest import Tally
from tests.invented import everything
from tests.store.test_files import as_anybody, linux, of_another_program, stamped
from tests.store.test_migrations import crash_image

ROOT = Path(__file__).resolve().parents[2]
PAGE = 4096


@pytest.fixture
def opening(stores: Path, tmp_path: Path) -> Opening:
    folder = tmp_path / "user"
    folders = Folders(data=folder, settings=folder, logs=folder)
    (tmp_path / "stores").mkdir()
    return Opening(
        store=Path(shutil.copy(stores / "invented", tmp_path / "stores" / "a.store")), named=True, folders=folders
    )


def flipped(content: bytes, chance: random.Random) -> bytes:
    changed = bytearray(content)
    for _ in range(chance.choice([1, 3, 30, 300])):
        changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
    return bytes(changed)


def truncated(content: bytes, chance: random.Random) -> bytes:
    return content[: chance.randrange(1, len(content))]


def zeroed(content: bytes, chance: random.Random) -> bytes:
    changed = bytearray(content)
    for _ in range(chance.choice([1, 2, 8])):
        page = chance.randrange(len(content) // PAGE)
        changed[page * PAGE : (page + 1) * PAGE] = bytes(PAGE)
    return bytes(changed)


def overwritten(content: bytes, chance: random.Random) -> bytes:
    start = chance.randrange(len(content))
    return (content[:start] + chance.randbytes(chance.randrange(1, 3 * PAGE)) + content[start:])[: len(content)]


def swapped(content: bytes, chance: random.Random) -> bytes:
    one, other = sorted(chance.sample(range(len(content) // PAGE), 2))
    pages = [content[at : at + PAGE] for at in range(0, len(content), PAGE)]
    pages[one], pages[other] = pages[other], pages[one]
    return b"".join(pages)


def foreign(_content: bytes, chance: random.Random) -> bytes:
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w") as package:
        package.writestr("word/document.xml", chance.randbytes(3000))
    return chance.choice([b"Dear colleague,\n" * 40, packed.getvalue(), chance.randbytes(9000), b"%PDF-1.7\n" * 99])


WAYS: tuple[Callable[[bytes, random.Random], bytes], ...] = (flipped, truncated, zeroed, overwritten, swapped, foreign)


@pytest.mark.parametrize("tries", [12, pytest.param(200, marks=pytest.mark.torture)])
def test_a_damaged_store_is_a_clear_choice_and_what_can_be_read_of_it_is_saved(
    opening: Opening, tries: int, tally: Tally
) -> None:
    Backups(opening).make()
    content, kept, wrong, unseen, saved = opening.store.read_bytes(), held_in(opening), [], 0, 0
    every = 4 if tries < 100 else 1  # a repair takes as long as making a store does
    for number in range(tries):
        chance, way = random.Random(number), WAYS[number % len(WAYS)]
        spoilt = way(content, chance)
        opening.store.write_bytes(spoilt)
        damage = damage_of(opening)
        if opening.store.read_bytes() != spoilt or len(list(opening.store.parent.iterdir())) > 1:
            wrong.append(f"{number} {way.__name__}: touched")
        if damage is None:
            unseen += held_in(opening) != kept
        else:
            wrong += [f"{number} {way.__name__}: {fault}" for fault in faults(damage)]
            target = opening.store.parent.parent / f"{number}.store"
            if Choice.REPAIR in damage.choices and number % every == 0:
                saved += repaired(opening, target)
            assert opening.store.read_bytes() == spoilt
    tally("S10 damaged stores told apart", tries=tries, lost=len(wrong))
    tally("S10 letters changed in a plain store, where nothing can see it", tries=tries, lost=unseen)
    assert wrong == []
    assert unseen <= tries // 100
    assert saved >= tries / every / 4


def held_in(opening: Opening) -> tuple[dict[str, dict[str, Identified]], tuple[JournalEntry, ...]]:
    """Return all values of a store and all that its journal says."""
    with open_to_read(opening) as workspace, workspace.look() as work:
        return everything(work), tuple(work.history(limit=10**6))


def faults(damage: Damage) -> list[str]:
    """Return what is wrong with how a damaged store is told."""
    told, found = damage.found.read(), []
    if told.count("\n") or not told.startswith(str(damage.store)) or "{" in told:
        found.append(f"no sentence: {told}")
    if damage.trouble not in (Trouble.DAMAGED, Trouble.FOREIGN, Trouble.NEWER):
        found.append(f"called {damage.trouble}")
    if damage.choices[-1] is not Choice.CANCEL:
        found.append("no way out")
    if damage.trouble is not Trouble.NEWER and Choice.RESTORE not in damage.choices:
        found.append("no way back")
    return found


def repaired(opening: Opening, target: Path) -> bool:
    try:
        told = repair_into(opening, target)
    except MachineError as error:
        return target.exists() or "Nothing can be read of" not in str(error)
    mended = replace(opening, store=target)
    assert damage_of(mended) is None
    with open_to_read(mended) as workspace, workspace.look() as work:
        there = sum(len(values) for values in everything(work).values())
    assert there == sum(told.saved.values()) + sum(told.rebuilt.values())
    return True


def test_a_sound_store_and_none_at_all_are_no_damage(opening: Opening) -> None:
    assert damage_of(opening) is None
    assert damage_of(replace(opening, store=opening.store.with_name("none.store"))) is None


def test_what_a_killed_change_left_is_no_damage_and_stays_for_the_next_start(opening: Opening) -> None:
    image = crash_image(opening.store)
    journal = image.with_name(f"{image.name}-journal")
    before = image.read_bytes(), journal.read_bytes()
    assert damage_of(replace(opening, store=image)) is None
    assert (image.read_bytes(), journal.read_bytes()) == before


@pytest.mark.shows("S10 locked or forbidden stores, not called damaged")
def test_a_store_somebody_else_has_is_not_called_damaged(opening: Opening) -> None:
    with closing(sqlite3.connect(opening.store, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        damage = damage_of(opening)
    assert damage is not None
    assert (damage.trouble, damage.choices) == (Trouble.IN_USE, (Choice.CANCEL,))
    assert "is in use by another program" in damage.found.read()


LOOK = """
import sys
from pathlib import Path
from dialogue_prep.services.damage import damage_of
from dialogue_prep.services.opening import Opening, open_as_allowed
from dialogue_prep.domain.errors import MachineError
from dialogue_prep.system.folders import user_folders
for store in sys.argv[1:]:
    opening = Opening(store=Path(store), named=True, folders=user_folders())
    damage = damage_of(opening)
    print(damage.trouble.value if damage else "sound")
    try:
        with open_as_allowed(opening) as workspace:
            print(workspace.read_only, len(workspace.history()) > 0)
            with workspace.request("Nothing") as work:
                print("begun")
    except MachineError as error:
        print(error)
"""


def without_rights() -> None:
    """Give up the right of root to read what may not be read, too (PR_CAPBSET_DROP, CAP_DAC_READ_SEARCH)."""
    as_anybody()
    ctypes.CDLL(None).prctl(24, 2, 0, 0, 0)


def as_somebody_else(*stores: Path) -> list[str]:
    """Look at stores in a process that has to keep to the rights of files."""
    command = [sys.executable, "-c", LOOK, *map(str, stores)]
    ended = subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, timeout=60, check=False, preexec_fn=without_rights
    )
    assert ended.returncode == 0, ended.stderr
    return ended.stdout.splitlines()


@pytest.mark.shows("S10 locked or forbidden stores, not called damaged")
@linux
def test_a_store_that_may_not_be_read_is_not_called_damaged(opening: Opening) -> None:
    opening.store.chmod(0)
    assert as_somebody_else(opening.store)[0] == "may not be read"


@linux
def test_a_read_only_store_opens_to_read_and_says_so(opening: Opening, tally: Tally) -> None:
    before, stores = opening.store.read_bytes(), []
    for name, of_the_store, of_the_folder in (("file", 0o400, 0o700), ("folder", 0o600, 0o500)):
        folder = opening.store.with_name(name)
        folder.mkdir()
        stores.append(Path(shutil.copy(opening.store, folder)))
        stores[-1].chmod(of_the_store)
        folder.chmod(of_the_folder)
    told = as_somebody_else(*stores)
    for store in stores:
        store.parent.chmod(0o700)
        lost = int(store.read_bytes() != before)
        tally(f"S6 read-only {store.parent.name}", tries=1, lost=lost)
        assert lost == 0
    only_read = "{} is open to be looked at; nothing in it can be changed."
    assert told == [line for store in stores for line in ("sound", "True True", only_read.format(store))]


def test_a_store_that_can_be_written_is_not_read_only(opening: Opening) -> None:
    with open_as_allowed(opening) as workspace:
        assert not workspace.read_only


def test_a_newer_store_and_one_of_another_program_are_told_apart(opening: Opening, tmp_path: Path) -> None:
    opening.store.write_bytes(stamped(opening.store.read_bytes(), 60, SCHEMA_VERSION + 1))
    newer = damage_of(opening)
    assert newer is not None
    assert (newer.trouble, newer.choices) == (Trouble.NEWER, (Choice.CANCEL,))
    other = damage_of(replace(opening, store=of_another_program(tmp_path)))
    assert other is not None
    assert (other.trouble, other.choices) == (Trouble.FOREIGN, (Choice.CANCEL,))


def test_a_store_of_which_only_an_index_is_wrong_can_be_looked_at(opening: Opening) -> None:
    with closing(sqlite3.connect(opening.store, isolation_level=None)) as connection:
        connection.execute("PRAGMA foreign_keys=OFF")
        connection.execute("UPDATE topic SET dialogue_id = 'nowhere' WHERE id = 'crime'")
    damage = damage_of(opening)
    assert damage is not None
    assert damage.choices == (Choice.REPAIR, Choice.READ_ONLY, Choice.CANCEL)
    assert damage.found.read() == f"{opening.store} is damaged: a record names another that is not there."


def test_records_whose_pages_are_lost_are_made_again_of_the_journal(opening: Opening, tmp_path: Path) -> None:
    with open_to_read(opening) as workspace, workspace.look() as work:
        before = everything(work)
    with closing(sqlite3.connect(opening.store)) as connection:
        (page,) = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'topic'").fetchone()
    content = bytearray(opening.store.read_bytes())
    content[(page - 1) * PAGE : page * PAGE] = bytes(PAGE)
    opening.store.write_bytes(content)
    told = repair_into(opening, tmp_path / "new.store")
    assert told.rebuilt == {"topic": len(before["Topic"])}
    assert told.missing == {}
    assert not told.whole
    with open_to_read(replace(opening, store=tmp_path / "new.store")) as workspace, workspace.look() as work:
        assert everything(work) == before
        assert work.search("extradition")
        assert work.get(Topic, "crime").number == 1


def test_a_store_that_has_lost_its_first_page_is_read_page_by_page(opening: Opening, tmp_path: Path) -> None:
    with open_to_read(opening) as workspace, workspace.look() as work:
        before = everything(work)
    opening.store.write_bytes(bytes(PAGE) + opening.store.read_bytes()[PAGE:])
    told = repair_into(opening, tmp_path / "new.store")
    assert not told.saved
    with open_to_read(replace(opening, store=tmp_path / "new.store")) as workspace, workspace.look() as work:
        after = everything(work)
    assert after == before


def test_what_can_be_saved_never_replaces_a_file(opening: Opening, tmp_path: Path) -> None:
    with pytest.raises(UserError, match="is there already; name a new file"):
        repair_into(opening, opening.store)
    with pytest.raises(UserError, match="There is no store at"):
        repair_into(replace(opening, store=tmp_path / "none.store"), tmp_path / "new.store")
