"""A protected store says nothing to who has not its passphrase, does what a plain one does, and is never locked out."""

from __future__ import annotations

import random
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from dialogue_prep.app import BUG, main
from dialogue_prep.domain.errors import MachineError, UserError
from dialogue_prep.domain.identity import Identified
from dialogue_prep.domain.text import in_english
from dialogue_prep.domain.topic import Topic
from dialogue_prep.services.archives import export
from dialogue_prep.services.backups import Backups
from dialogue_prep.services.damage import Choice, damage_of, repair_into
from dialogue_prep.services.diagnosis import diagnose
from dialogue_prep.services.encryption import Encryption
from dialogue_prep.services.keyring import Keyring, PassphraseNeeded, opened_by
from dialogue_prep.services.opening import Opening, open_to_read, open_to_write
from dialogue_prep.services.purging import Purging
from dialogue_prep.services.search import Search
from dialogue_prep.store import keys_file
from dialogue_prep.store.backup import all_backups
from dialogue_prep.store.cipher import connect, is_plain
from dialogue_prep.store.database import SCHEMA_VERSION
from dialogue_prep.store.encrypted_pages import PAGE, decrypted
from dialogue_prep.store.keys_file import is_protected, keys_path, read_keys
from dialogue_prep.store.pages import rows_in
from dialogue_prep.store.work import Work
from dialogue_prep.system.folders import Folders, user_folders
from tests.conftest import Tally
from tests.invented import everything
from tests.services.killing import kill_at, steps_of

KEPT = Path(__file__).resolve().parents[1] / "store" / "kept"
WORDS, OTHER_WORDS = "four words make one", "five words make one too"
CANARY = "Canary of the first line"
posix = pytest.mark.skipif(sys.platform == "win32", reason="processes are forked, which Windows does not do")


@pytest.fixture(scope="module", autouse=True)
def _cheap_passphrases() -> Iterator[None]:
    """Let passphrases cost little; what they cost the user is measured in the tests of speed."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(keys_file, "_LOG2_COST", 4)
        yield


def opened(store: Path, words: str | None = WORDS) -> Opening:
    folder = store.parent / "user"
    folders = Folders(data=folder, settings=folder, logs=folder)
    return Opening(store=store, named=True, folders=folders, keyring=Keyring(lambda _store: words))


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """Return a folder with a store that was protected after a canary was said, and its recovery code."""
    folder = tmp_path_factory.mktemp("protected")
    opening = opened(Path(shutil.copy(KEPT / f"{SCHEMA_VERSION:04}.store", folder / "a.store")))
    with open_to_write(opening) as workspace, workspace.request("Say") as work:
        work.put(replace(work.find(Topic)[0], id="canary", number=77, title=in_english(CANARY)))
    Backups(opening, lambda: datetime(2032, 1, 1, tzinfo=UTC)).make()
    done = Encryption(opening).protect(WORDS)
    assert done.left_plain == ()
    shutil.copyfile(opening.store, folder / "as-protected")
    return folder, done.recovery_code


@pytest.fixture
def folder(made: tuple[Path, str], tmp_path: Path) -> Path:
    return Path(shutil.copytree(made[0], tmp_path / "copy"))


@pytest.fixture
def opening(folder: Path) -> Opening:
    opening = opened(folder / "a.store")
    # The names of backups tell of the folder, which is another one here.
    for path in (folder / "user" / "backups").iterdir():
        path.unlink()
    Backups(opening, lambda: datetime(2032, 1, 1, tzinfo=UTC)).make()
    return opening


@pytest.fixture
def code(made: tuple[Path, str]) -> str:
    return made[1]


def titles(opening: Opening) -> set[str]:
    with open_to_read(opening) as workspace, workspace.look() as work:
        return {topic.title.read("en") for topic in work.find(Topic)}


def held_in(opening: Opening) -> dict[str, dict[str, Identified]]:
    with open_to_read(opening) as workspace, workspace.look() as work:
        return everything(work)


def unsound(opening: Opening) -> list[str]:
    """Return what a diagnosis finds wrong, but that tests do not wait for the disk."""
    return [found.found for found in diagnose(opening) if not found.sound and "synchronous" not in found.what]


def telling(folder: Path) -> list[str]:
    """Return the files in which the canary stands."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    return sorted(str(path) for path in files if CANARY.encode() in path.read_bytes())


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return in which files for the moment the canary stood: they are looked through before they are removed."""
    told: list[str] = []
    folder = tmp_path / "moment"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    remove = shutil.rmtree

    def looked_through(path: str, *others: object, **named: object) -> None:
        told.extend(telling(Path(path)))
        remove(path, *others, **named)

    monkeypatch.setattr(shutil, "rmtree", looked_through)
    return told


@pytest.mark.shows("encrypted: canaries in store, journal, backups, temporary files, logs")
def test_no_word_is_in_store_journal_backups_temporary_files_or_logs(
    opening: Opening, temporary: list[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    folder = opening.store.parent
    with open_to_write(opening) as workspace, workspace.request("Reword") as work:
        work.put(replace(work.get(Topic, "canary"), title=in_english(f"{CANARY} again")))
        work.put(replace(work.get(Topic, "canary"), id="other", number=78, title=in_english(CANARY * 900)))
        assert opening.store.with_name("a.store-journal").stat().st_size > 0
        assert telling(folder) == []
    assert damage_of(opening) is None
    backup = Backups(opening).make()
    Backups(opening).restore(backup)
    assert unsound(opening) == []
    assert f"{CANARY} again" in titles(opening)
    with open_to_read(opening) as workspace:
        assert {line.id for line in Search(workspace).find("canary first", "en")} == {"canary", "other"}
    words = tmp_path / "words"
    words.write_text(WORDS, encoding="utf-8")
    monkeypatch.setattr(Work, "search", quoting)
    assert main(["--store", str(opening.store), "--passphrase-file", str(words), "search", "word"]) == BUG
    (log,) = user_folders().logs.iterdir()
    assert "ZeroDivisionError" in log.read_text(encoding="utf-8")
    assert [*telling(folder), *telling(log.parent), *temporary] == []
    assert not any(is_plain(one.path) for one in all_backups(opening.folders.backups))


def quoting(work: Work, *_words: object, **_named: object) -> None:
    """Break as a program does that says what it was at."""
    raise ZeroDivisionError(str(work.get(Topic, "canary")))


def test_without_its_passphrase_nobody_opens_it_and_it_is_not_called_damaged(opening: Opening, code: str) -> None:
    store = opening.store
    with pytest.raises(PassphraseNeeded, match=r"a\.store is protected"):
        titles(opened(store, None))
    before = store.read_bytes()
    for wrong in ("", "four words make on", code[:-1], code.replace(code[0], "7" if code[0] != "7" else "8", 1)):
        with pytest.raises(UserError, match="neither the passphrase nor the recovery code"):
            titles(opened(store, wrong))
    assert store.read_bytes() == before
    typed_otherwise = " four words make one "
    for right in (typed_otherwise, code, code.lower().replace("-", " ").replace("0", "o").replace("1", "l")):
        assert CANARY in titles(opened(store, right))
    assert [found for found in unsound(opened(store, None)) if "is protected" in found]


@pytest.mark.parametrize("tries", [12, pytest.param(120, marks=pytest.mark.torture)])
def test_damage_is_told_apart_from_a_wrong_passphrase(opening: Opening, tries: int, tally: Tally) -> None:
    store, wrong = opening.store, []
    content, keys = store.read_bytes(), keys_path(store).read_bytes()
    held = held_in(opened(store))
    for number in range(tries):
        chance = random.Random(number)
        place = chance.randrange(len(content))
        spoilt = bytearray(content)
        spoilt[place : place + chance.choice([1, 40, 9000])] = chance.randbytes(chance.choice([1, 40, 9000]))
        store.write_bytes(spoilt)
        damage = damage_of(opened(store))
        if damage is None:
            assert held_in(opened(store)) == held, "what nothing is kept in can be spoilt"
        elif Choice.REPAIR not in damage.choices or "damaged" not in damage.found.read():
            wrong.append(f"{number} store")
        with pytest.raises(UserError, match="neither the passphrase"):
            damage_of(opened(store, "it is not this one"))
        store.write_bytes(content)
        spoilt = bytearray(keys)
        spoilt[chance.randrange(len(keys))] ^= 1 << chance.randrange(7)
        keys_path(store).write_bytes(spoilt)
        try:
            assert CANARY in titles(opened(store))  # a space that is another one harms nobody
        except MachineError as error:
            if "keys of" not in str(error):
                wrong.append(f"{number} keys: {error}")
        keys_path(store).write_bytes(keys)
    tally("encrypted: damage told from a wrong passphrase", tries=2 * tries, lost=len(wrong))
    assert wrong == []


def test_lost_keys_are_named_and_come_back_with_a_backup(opening: Opening) -> None:
    keys_path(opening.store).unlink()
    again = opened(opening.store)
    with pytest.raises(MachineError, match=r"or it is protected and a\.store\.keys is not beside it"):
        titles(again)
    backups = Backups(again)
    backups.restore(backups.named("newest"))
    assert CANARY in titles(again)


@pytest.mark.shows("encrypted: keys never made anew over a store")
def test_the_key_is_never_made_anew_and_passphrases_are_not_too_short(opening: Opening, code: str) -> None:
    encryption, fingerprint = Encryption(opening), read_keys(opening.store).fingerprint
    with pytest.raises(UserError, match="protected already"):
        encryption.protect(WORDS)
    for change in (lambda: encryption.change_passphrase(WORDS, "short"), lambda: encryption.protect("short")):
        with pytest.raises(UserError, match="at least 12 characters"):
            change()
    encryption.change_passphrase(code, OTHER_WORDS)
    newer = encryption.new_recovery_code(OTHER_WORDS)
    keys = read_keys(opening.store)
    assert keys.fingerprint == fingerprint
    backup_keys = read_keys(all_backups(opening.folders.backups)[0].path)
    for words, opens in ((WORDS, False), (code, False), (OTHER_WORDS, True), (newer, True)):
        assert [opens_by(one, words) for one in (keys, backup_keys)] == [opens, opens]


@pytest.mark.shows("S7 moments at which a backup is made")
def test_before_the_passphrase_changes_there_is_a_backup_that_the_new_one_opens(opening: Opening) -> None:
    with open_to_write(opening) as workspace, workspace.request("Reword") as work:
        work.put(replace(work.get(Topic, "canary"), title=in_english("The newest")))
    Encryption(opening, lambda: datetime(2032, 1, 2, tzinfo=UTC)).change_passphrase(WORDS, OTHER_WORDS)
    newest = all_backups(opening.folders.backups)[0].path
    assert "The newest" in titles(opened(newest, OTHER_WORDS))


def opens_by(keys: keys_file.Keys, words: str) -> bool:
    try:
        opened_by(keys, words, Path("a.store"))
    except UserError:
        return False
    return True


@pytest.mark.shows("encrypted: plain copies that take the name of the store")
def test_a_plain_copy_or_archive_takes_the_name_of_the_store(opening: Opening, tmp_path: Path) -> None:
    encryption, target, archive = Encryption(opening), tmp_path / "plain.store", tmp_path / "a.zip"
    for wrong in ("", "yes", "b"):
        with pytest.raises(UserError, match="confirm it with the name of the store, “a”"):
            encryption.copy_unprotected(target, wrong)
        with pytest.raises(UserError, match="confirm it with the name of the store, “a”"):
            export(opening, archive, wrong)
    assert not target.exists()
    assert not archive.exists()
    encryption.copy_unprotected(target, "a")
    assert is_plain(target)
    with (
        open_to_read(opening) as one,
        open_to_read(opened(target)) as other,
        one.look() as ours,
        other.look() as theirs,
    ):
        assert everything(ours) == everything(theirs)
    export(opening, archive, "a")
    assert archive.stat().st_size > 0
    with pytest.raises(UserError, match="is not protected"):
        Encryption(opened(target)).copy_unprotected(tmp_path / "again.store", "plain")


def test_a_plain_backup_comes_back_encrypted_and_those_left_plain_are_encrypted_later(
    opening: Opening, tmp_path: Path
) -> None:
    plain = tmp_path / "plain.store"
    Encryption(opening).copy_unprotected(plain, "a")
    newest = all_backups(opening.folders.backups)[0].path
    shutil.copyfile(plain, newest)
    newest.with_name(f"{newest.name}.sha256").unlink()
    backups = Backups(opening)
    assert backups.what_would_change(backups.named("newest")).changes == ()
    backups.restore(backups.named("newest"))
    assert is_protected(opening.store)
    assert any("can read" in finding.what for finding in diagnose(opening) if not finding.sound)
    with open_to_write(opening):
        assert not is_plain(newest)
    assert all(one.intact for one in all_backups(opening.folders.backups))


def test_a_store_of_a_former_version_is_protected_and_brought_up_to_date(tmp_path: Path) -> None:
    opening = opened(Path(shutil.copy(KEPT / "0003.store", tmp_path / "old.store")))
    Encryption(opening).protect(WORDS)
    assert titles(opening)
    assert is_protected(opening.store)
    assert is_protected(all_backups(opening.folders.backups)[0].path), "it was backed up before it was migrated"
    assert unsound(opening) == []


def test_purged_words_are_found_in_free_pages_and_other_protected_backups_stay(opening: Opening) -> None:
    other = opened(Path(shutil.copy(KEPT / f"{SCHEMA_VERSION:04}.store", opening.store.with_name("b.store"))))
    Encryption(other).protect(OTHER_WORDS)
    theirs = Backups(opened(other.store, OTHER_WORDS)).make().path
    with open_to_write(opening) as workspace:
        with workspace.request("Remove") as work:
            work.remove_whole(work.get(Topic, "canary"))
        purging = Purging(workspace, opening.folders.backups)
        plan = purging.plan(["canary"])
        assert theirs not in plan.backups
        assert len(plan.backups) == 1
        made = purging.carry_out(plan)
        key = workspace.database.key
    assert key is not None
    assert theirs.exists()
    for one in (opening.store, made):
        assert CANARY.encode() not in decrypted(one.read_bytes(), key)


def test_rows_of_a_broken_store_are_read_from_the_pages_that_are_whole(opening: Opening, temporary: list[str]) -> None:
    content = bytearray(opening.store.read_bytes())
    key = opening.key
    assert key is not None
    with closing(connect(opening.store, key, read_only=True)) as connection:
        (entries,) = connection.execute("SELECT count(*) FROM journal").fetchone()
    assert len([row for row in rows_in(decrypted(bytes(content), key), 80) if len(row.cells) == 6]) >= entries
    content[:PAGE] = bytes(PAGE)
    content[-PAGE + 7] ^= 1
    opening.store.write_bytes(content)
    told = repair_into(opening, opening.store.with_name("repaired.store"))
    assert sum(told.rebuilt.values()) > 0
    assert CANARY in titles(opened(opening.store.with_name("repaired.store")))
    assert (telling(opening.store.parent), temporary) == ([], [])


def test_without_the_extra_one_sentence_says_what_to_install(opening: Opening, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "sqlcipher3.dbapi2", None)
    with pytest.raises(MachineError, match=r"a\.store is protected by a passphrase, .* its extra “encrypted”"):
        titles(opened(opening.store))


@posix
@pytest.mark.parametrize("points", [5, pytest.param(20, marks=pytest.mark.torture)])
def test_a_change_of_the_passphrase_that_is_killed_leaves_exactly_one_that_opens(
    opening: Opening, points: int, tally: Tally
) -> None:
    guarded = [opening.store, *(one.path for one in all_backups(opening.folders.backups))]
    before = {path: keys_path(path).read_bytes() for path in guarded}
    change = lambda: Encryption(opening).change_passphrase(WORDS, OTHER_WORDS)  # noqa: E731
    steps, seen, wrong = steps_of(change), set(), []
    for point in range(points):
        for path, keys in before.items():
            keys_path(path).write_bytes(keys)
        kill_at(1 + point * (steps - 1) // (points - 1), change)
        opening_it = [[words for words in (WORDS, OTHER_WORDS) if opens_by(read_keys(path), words)] for path in guarded]
        seen.update(opening_it[0])
        if {len(words) for words in opening_it} != {1}:
            wrong.append(point)
    tally("encrypted: passphrase change killed", tries=points, lost=len(wrong))
    assert wrong == []
    assert seen == {WORDS, OTHER_WORDS}


@posix
@pytest.mark.parametrize("points", [4, pytest.param(40, marks=pytest.mark.torture)])
def test_protecting_that_is_killed_leaves_the_store_plain_or_protected(
    tmp_path: Path, points: int, tally: Tally
) -> None:
    plain = opened(Path(shutil.copy(KEPT / f"{SCHEMA_VERSION:04}.store", tmp_path / "a.store")))
    Backups(plain).make()
    copy, seen, wrong = tmp_path.with_name(f"{tmp_path.name}-copy"), set(), []
    shutil.copytree(tmp_path, copy)
    protect = lambda: Encryption(plain).protect(WORDS)  # noqa: E731
    steps = steps_of(protect)
    for point in range(points):
        shutil.rmtree(tmp_path)
        shutil.copytree(copy, tmp_path)
        kill_at(1 + point * (steps - 1) // (points - 1), protect)
        seen.add(is_plain(plain.store))
        opening = opened(plain.store)
        with open_to_write(opening):
            pass
        backups = all_backups(plain.folders.backups)
        alike = all(is_plain(one.path) is is_plain(plain.store) and one.intact for one in backups)
        if not (titles(opening) and alike and backups):
            wrong.append(point)
    tally("encrypted: protecting killed", tries=points, lost=len(wrong))
    assert wrong == []
    assert seen == {True, False}
