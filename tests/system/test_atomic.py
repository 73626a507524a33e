"""A file is written whole or not at all, whatever stands in the way."""

from __future__ import annotations

import errno
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from dialogue_prep.domain.errors import MachineError
from dialogue_prep.system import atomic
from dialogue_prep.system.atomic import hash_of, write_whole
from tests.conftest import Tally

ROOT = Path(__file__).resolve().parents[2]


def test_a_file_is_there_with_its_content_and_nothing_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "folder" / "that is" / "new" / "paper 引渡.docx"
    write_whole(path, b"content")
    assert path.read_bytes() == b"content"
    assert [file.name for file in path.parent.iterdir()] == [path.name]
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_file_that_is_replaced_keeps_its_mode(tmp_path: Path) -> None:
    path = tmp_path / "paper.docx"
    path.write_bytes(b"old")
    path.chmod(0o640)
    write_whole(path, b"new")
    assert (path.read_bytes(), stat.S_IMODE(path.stat().st_mode)) == (b"new", 0o640)


@pytest.mark.parametrize("failing", ["fsync", "replace", "chmod", "fdopen"])
@pytest.mark.parametrize(
    ("number", "reason"),
    [
        (errno.ENOSPC, "there is no space left on the disk; make room and try again"),
        (errno.EACCES, "it is open in another program, or you may not write there"),
        (errno.EROFS, "that disk is read-only"),
        (errno.EDQUOT, "your share of the disk is used up"),
        (errno.EIO, "the disk reports an error"),
    ],
)
def test_whatever_fails_the_old_file_is_there_and_nothing_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failing: str, number: int, reason: str, tally: Tally
) -> None:
    path = tmp_path / "paper.docx"
    path.write_bytes(b"old")

    def fail(*_arguments: object, **_named: object) -> None:
        raise OSError(number, os.strerror(number))

    place = atomic.os if failing in ("fsync", "fdopen") else Path
    monkeypatch.setattr(place, failing, fail)
    with pytest.raises(MachineError, match=reason) as refused:
        write_whole(path, b"new")
    monkeypatch.undo()
    tally("O1 faults while a paper is written", tries=1, lost=int(path.read_bytes() != b"old"))
    assert str(path) in str(refused.value)
    assert path.read_bytes() == b"old"
    assert [file.name for file in tmp_path.iterdir()] == ["paper.docx"]


@pytest.mark.skipif(sys.platform != "linux", reason="limits are set as Linux has them")
def test_a_disk_that_runs_full_in_the_middle_leaves_the_old_file(tmp_path: Path, tally: Tally) -> None:
    path = tmp_path / "paper.docx"
    path.write_bytes(b"old")
    script = (
        "import resource, sys; from pathlib import Path; from dialogue_prep.domain.errors import MachineError\n"
        "from dialogue_prep.system.atomic import write_whole\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))\n"
        "try:\n    write_whole(Path(sys.argv[1]), b'x' * 100_000)\n"
        "except MachineError as error:\n    print(error)\n"
    )
    ended = subprocess.run(
        [sys.executable, "-c", script, path], cwd=ROOT, capture_output=True, text=True, check=True, timeout=60
    )
    tally("O1 papers written on a full disk", tries=1, lost=int(path.read_bytes() != b"old"))
    assert ended.stdout == f"{path} could not be written: it would be larger than is allowed here.\n"
    assert path.read_bytes() == b"old"
    assert [file.name for file in tmp_path.iterdir()] == ["paper.docx"]


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(MachineError, match="could not be written"):
        write_whole(tmp_path / "file" / "paper.docx", b"new")


def test_a_folder_is_not_replaced_by_a_file(tmp_path: Path) -> None:
    (tmp_path / "paper.docx").mkdir()
    with pytest.raises(MachineError, match="could not be written"):
        write_whole(tmp_path / "paper.docx", b"new")
    assert [file.name for file in tmp_path.iterdir()] == ["paper.docx"]


def test_the_hash_of_what_is_not_there_is_none(tmp_path: Path) -> None:
    assert hash_of(tmp_path / "none") is None
    (tmp_path / "empty").touch()
    assert hash_of(tmp_path / "empty") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    with pytest.raises(MachineError, match="cannot be read"):
        hash_of(tmp_path)
