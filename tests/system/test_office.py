"""LibreOffice makes PDF files in a process that can be stopped, and touches nothing of the user."""

from __future__ import annotations

import os
import stat
import sys
from datetime import date
from io import BytesIO
from pathlib import Path

import docx
import pytest

from dialogue_prep.domain.errors import MachineError, UserError
from dialogue_prep.system import office as office_module
from dialogue_prep.system.office import Office, find_office, office_here
from dialogue_prep.system.pdf_dates import with_fixed_dates

DAY = date(2032, 2, 6)
posix = pytest.mark.skipif(sys.platform == "win32", reason="its programs here are scripts of a shell")


def word(text: str) -> bytes:
    document = docx.Document()
    document.add_paragraph(text)
    saved = BytesIO()
    document.save(saved)
    return saved.getvalue()


def program(folder: Path, script: str) -> Path:
    """Return a program that stands in for LibreOffice; its last words are the files it is to make a PDF of."""
    path = folder / "soffice"
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return path


def test_several_files_are_made_in_one_run_the_same_each_time(office: Path, user_folder: Path) -> None:
    before = set(user_folder.rglob("*"))
    first, other, again = Office(office).pdfs([word("Rivers"), word("Locks"), word("Rivers")], DAY)
    assert first == again
    assert first != other
    assert all(pdf.startswith(b"%PDF-") and b"/CreationDate(D:20320206000000Z" in pdf for pdf in (first, other))
    assert set(user_folder.rglob("*")) - before == set()


def test_of_no_files_none_are_made() -> None:
    assert Office(Path("nowhere")).pdfs([], DAY) == []


@posix
@pytest.mark.parametrize(
    ("seconds", "cancelled", "error", "told"),
    [
        (0.2, False, MachineError, "took longer than 0 seconds and was stopped"),
        (60.0, True, UserError, "cancelled; nothing was written"),
    ],
)
def test_what_takes_too_long_or_is_cancelled_ends_with_all_that_it_started(
    tmp_path: Path, seconds: float, cancelled: bool, error: type[Exception], told: str
) -> None:
    # A pipe ends for who reads it when nobody is left that could write into it.
    pipe, started = tmp_path / "pipe", tmp_path / "started"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    slow = program(tmp_path, f"sleep 300 > '{pipe}' & touch '{started}'; wait")
    with pytest.raises(error, match=told):
        Office(slow, seconds=seconds, seconds_a_file=0.2).pdf(b"words", DAY, lambda: cancelled and started.exists())
    os.set_blocking(reader, True)
    assert os.read(reader, 1) == b""
    os.close(reader)


@posix
def test_a_program_that_makes_nothing_is_told(tmp_path: Path) -> None:
    with pytest.raises(MachineError, match="could not make a PDF"):
        Office(program(tmp_path, "exit 1")).pdf(b"words", DAY)


def test_a_program_that_cannot_be_started_is_told(tmp_path: Path) -> None:
    path = tmp_path / "soffice"
    path.write_text("no program")
    with pytest.raises(MachineError, match="cannot be started"):
        Office(path).pdf(b"words", DAY)


@posix
def test_it_is_found_where_programs_are_looked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = program(tmp_path, "exit 0")
    monkeypatch.setenv("PATH", str(tmp_path))
    assert find_office() == Office(path)


def test_the_one_that_the_settings_name_is_taken(tmp_path: Path) -> None:
    path = tmp_path / "their office"
    path.touch()
    assert office_here(str(path)) == Office(path)
    with pytest.raises(UserError, match=r"is not at .*, where the settings say") as refused:
        office_here(str(tmp_path / "elsewhere"))
    assert refused.value.field == "office"


def test_where_there_is_none_one_sentence_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office_module, "_places", lambda: iter(()))
    assert find_office() is None
    with pytest.raises(UserError, match="none was found on this computer; install it, or name its program"):
        office_here()


def test_a_pdf_keeps_its_length_when_its_moment_is_fixed() -> None:
    identity = b"/ID [ <%b>\n<%b> ]\n/DocChecksum /%b" % ((b"0123456789ABCDEF" * 2,) * 3)
    made = [b"/CreationDate(D:%bZ')>> words %b" % (moment, identity) for moment in (b"20261122031535", b"2" * 14)]
    fixed = [with_fixed_dates(pdf, DAY) for pdf in made]
    assert fixed[0] == fixed[1]
    assert len(fixed[0]) == len(made[0])
    assert b"(D:20320206000000Z')" in fixed[0]
    assert b"0123456789ABCDEF" not in fixed[0]
