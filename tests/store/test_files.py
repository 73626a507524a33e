"""Files that are no store, a newer one, a damaged one: refused in one sentence, and never touched."""

from __future__ import annotations

import ctypes
import sqlite3
import struct
import subprocess
import sys
import textwrap
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from dialogue_prep.domain.errors import MachineError
from dialogue_prep.domain.text import in_english
from dialogue_prep.domain.topic import Topic
from dialogue_prep.store.database import SCHEMA_VERSION, Database, make_private_file, stored_version
from tests.conftest import Tally
from tests.invented import workspace_of

ROOT = Path(__file__).resolve().parents[2]

Spoil = Callable[[bytes], bytes]

pytestmark = pytest.mark.usefixtures("as_shipped")


def of_another_program(folder: Path) -> Path:
    path = folder / "other.store"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE photographs (id INTEGER)")
        connection.commit()
    return path


def stamped(content: bytes, at: int, number: int) -> bytes:
    return content[:at] + struct.pack(">i", number) + content[at + 4 :]


@pytest.mark.parametrize(
    ("spoil", "sentence"),
    [
        (lambda content: b"Dear colleague,\n" * 40, "is not a store of this program"),
        (lambda content: content[:50], "is not a store of this program"),
        (lambda content: b"PK\x03\x04" + content[4:], "is not a store of this program"),
        (lambda content: b"\x00" * len(content), "is not a store of this program"),
        (lambda content: stamped(content, 68, 0x0F055112), "belongs to another program"),
        (lambda content: stamped(content, 68, 0), "belongs to another program"),
        (lambda content: stamped(content, 60, SCHEMA_VERSION + 1), "made by a newer version of this program"),
        (lambda content: stamped(content, 60, 900), "made by a newer version of this program"),
    ],
)
def test_what_is_no_store_of_ours_is_refused_unread(store: Path, spoil: Spoil, sentence: str, tally: Tally) -> None:
    store.write_bytes(spoil(store.read_bytes()))
    before = store.read_bytes()
    with pytest.raises(MachineError, match=sentence) as refused:
        stored_version(store)
    tally("S12 newer and foreign stores refused, unchanged", tries=1, lost=int(store.read_bytes() != before))
    assert str(store) in str(refused.value)
    assert store.read_bytes() == before
    assert [file.name for file in store.parent.iterdir()] == [store.name]


def test_a_database_of_another_program_is_refused(tmp_path: Path) -> None:
    path = of_another_program(tmp_path)
    before = path.read_bytes()
    with pytest.raises(MachineError, match="belongs to another program"):
        stored_version(path)
    assert path.read_bytes() == before


def test_a_folder_is_no_store(tmp_path: Path) -> None:
    with pytest.raises(MachineError, match="cannot be read: it is a folder"):
        stored_version(tmp_path)


def test_nothing_and_an_empty_file_are_a_store_to_be_made(tmp_path: Path) -> None:
    assert stored_version(tmp_path / "none.store") == 0
    (tmp_path / "empty.store").touch()
    assert stored_version(tmp_path / "empty.store") == 0


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9])
def test_a_truncated_store_is_called_damaged_and_left_alone(store: Path, share: float) -> None:
    content = store.read_bytes()
    store.write_bytes(content[: int(len(content) * share)])
    before = store.read_bytes()
    database = Database(store)
    with pytest.raises(MachineError, match="is damaged"), database.look() as work:
        work.find(Topic)
    with pytest.raises(MachineError, match="is damaged"), workspace_of(database).request("Rename") as work:
        work.put(Topic(id="new", dialogue_id="dialogue", number=1, title=in_english("New")))
    database.close()
    assert store.read_bytes() == before


def test_a_store_in_a_folder_that_is_a_file_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(MachineError, match="cannot be made: "):
        make_private_file(tmp_path / "file" / "a.store")


def in_a_child(script: str, store: Path, before: Callable[[], object]) -> subprocess.CompletedProcess[str]:
    """Run lines in a process of their own; `before` is called there before Python starts."""
    lead = """
        import sys
        from dataclasses import replace
        from pathlib import Path
        from dialogue_prep.domain.errors import MachineError
        from dialogue_prep.domain.text import in_english
        from dialogue_prep.domain.topic import Topic
        from dialogue_prep.services.workspace import Workspace
        from dialogue_prep.store.database import Database
        workspace = Workspace(Database(Path(sys.argv[1])))
    """
    return subprocess.run(
        [sys.executable, "-c", textwrap.dedent(lead) + textwrap.dedent(script), str(store)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        preexec_fn=before,
    )


MUCH = """
    try:
        for number in range(1000):
            with workspace.request("Add") as work:
                words = in_english("words " * 2000)
                work.put(Topic(id=f"topic-{number}", dialogue_id="dialogue", number=number + 1, title=words))
            print(number, flush=True)
    except MachineError as error:
        print(error, file=sys.stderr)
    print(len(workspace.history(limit=10**6)))
"""


linux = pytest.mark.skipif(sys.platform != "linux", reason="limits and rights are set as Linux has them")


@linux
def test_a_full_disk_loses_nothing_and_is_called_so(store: Path) -> None:
    limit = store.stat().st_size + 300_000

    def little_room() -> None:
        import resource

        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    ended = in_a_child(MUCH, store, little_room)
    assert "no space left" in ended.stderr.lower(), ended.stderr
    assert len(ended.stderr.splitlines()) == 1
    *kept, entries = ended.stdout.split()
    assert len(kept) > 3
    database = Database(store)
    assert database.quick_check() == "ok"
    with database.look() as work:
        assert {topic.id for topic in work.find(Topic)} >= {f"topic-{number}" for number in kept}
        assert len(work.history(limit=10**6)) == int(entries)
    database.close()


READ_ONLY = """
    with workspace.look() as work:
        print(work.get(Topic, "crime").number)
    try:
        with workspace.request("Number") as work:
            work.put(replace(work.get(Topic, "crime"), number=9))
    except MachineError as error:
        print(error, file=sys.stderr)
"""


def as_anybody() -> None:
    """Give up the right of root to write what is read-only (PR_CAPBSET_DROP, CAP_DAC_OVERRIDE)."""
    ctypes.CDLL(None).prctl(24, 1, 0, 0, 0)


@linux
@pytest.mark.parametrize("of_the_folder", [0o700, 0o500])
def test_a_read_only_store_opens_to_read(store: Path, of_the_folder: int) -> None:
    before = store.read_bytes()
    store.chmod(0o400)
    store.parent.chmod(of_the_folder)
    ended = in_a_child(READ_ONLY, store, as_anybody)
    store.parent.chmod(0o700)
    assert ended.stdout.split() == ["1"], ended.stderr
    assert ended.stderr == f"{store} cannot be written: it or its folder is read-only.\n"
    assert store.read_bytes() == before
