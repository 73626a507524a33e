"""A store full of canaries: whatever fails, none of them is in a log, a report or on standard error."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QLabel, QPlainTextEdit
from pytestqt.qtbot import QtBot
from sqlalchemy.exc import IntegrityError

from dialogue_prep.app import BUG, main
from dialogue_prep.domain.dialogue import Entity
from dialogue_prep.domain.errors import UserError
from dialogue_prep.domain.identity import Identified
from dialogue_prep.domain.text import Text
from dialogue_prep.gui import start
from dialogue_prep.gui.boxes.failure_box import FailureBox
from dialogue_prep.gui.failures import Failures
from dialogue_prep.store.database import Database
from dialogue_prep.store.fields import hints_of
from dialogue_prep.store.kinds import KINDS
from dialogue_prep.store.work import Work
from dialogue_prep.system.folders import user_folders
from tests.conftest import Tally
from tests.invented import workspace_of

CANARY = "Canary-of-the-store"


def with_canaries(value: Identified) -> Identified:
    """Return a value in which every text says the canary, and every plain string that may."""
    for name, hint in hints_of(type(value)).items():
        content = getattr(value, name)
        if isinstance(content, Text):
            for wording in content:
                content = content.reworded(wording.language, f"{CANARY} {name}")
            value = replace(value, **{name: content})
        elif hint.holds is str and content:
            with suppress(UserError):
                value = replace(value, **{name: f"{CANARY} {content}"})
    return value


@pytest.fixture
def full(store: Path) -> Path:
    """Return a store in which every text of every value says the canary."""
    database = Database(store)
    with workspace_of(database).request(f"{CANARY} everywhere") as work:
        values = [value for kind in KINDS for value in work.find(kind)]
        for value in values:
            work.put(with_canaries(value))
    database.close()
    assert store.read_bytes().count(CANARY.encode()) > 100
    return store


def quoting(kind: type[BaseException]) -> Callable[[Work], BaseException]:
    """Return a fault that quotes what is in the store."""

    def make(work: Work) -> BaseException:
        return kind(f"{next(iter(work.find(Entity)))}")

    return make


def with_note(work: Work) -> BaseException:
    error = ValueError()
    error.add_note(str(work.find(Entity)))
    return error


def chained(work: Work) -> BaseException:
    error = RuntimeError()
    error.__cause__ = ValueError(str(work.find(Entity)))
    return error


def of_several(work: Work) -> BaseException:
    return ExceptionGroup(str(work.find(Entity)), [ValueError(str(work.find(Entity)))])


def of_the_tables(work: Work) -> BaseException:
    lost = replace(work.find(Entity)[0], id="lost", side_id="nowhere")
    return IntegrityError(str(lost), {"name": str(lost)}, ValueError(str(lost)))


def not_to_be_coded(work: Work) -> BaseException:
    return UnicodeEncodeError("ascii", str(work.find(Entity)), 0, 1, str(work.find(Entity)))


def of_a_file(work: Work) -> BaseException:
    return OSError(5, "fault", work.find(Entity)[0].name.words("en"))


def of_words(work: Work) -> BaseException:
    return SyntaxError(str(work.find(Entity)), ("words", 1, 1, str(work.find(Entity))))


FAULTS: tuple[Callable[[Work], BaseException], ...] = (
    quoting(ValueError),
    quoting(KeyError),
    quoting(RecursionError),
    quoting(MemoryError),
    quoting(AssertionError),
    with_note,
    chained,
    of_several,
    of_the_tables,
    not_to_be_coded,
    of_a_file,
    of_words,
)


def logged() -> str:
    """Return all that stands in the logs."""
    for handler in logging.getLogger("dialogue_prep").handlers:
        handler.flush()
    return "".join(path.read_text(encoding="utf-8") for path in user_folders().logs.iterdir())


def test_whatever_fails_no_canary_leaves_the_store(
    full: Path,
    qtbot: QtBot,
    capfd: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    tally: Tally,
) -> None:
    hits: list[str] = []
    for number, fault in enumerate(FAULTS):
        raised: list[BaseException] = []

        def fail(work: Work, *_arguments: Any, make: Any = fault, told: Any = raised, **_named: Any) -> None:
            told.append(make(work))
            raise told[0]

        with monkeypatch.context() as patch:
            patch.setattr(Work, "search", fail)
            assert main(["--store", str(full), "search", "word"]) == BUG
        shown = shown_by_window(qtbot, raised[0])
        said = "".join(capfd.readouterr()) + shown + logged()
        assert type(raised[0]).__name__ in logged(), "what failed can be found"
        if CANARY.casefold() in said.casefold() or "name.en" in said:
            hits.append(f"{number} {type(raised[0]).__name__}")
    tally("P2 forced errors in a store of canaries", tries=2 * len(FAULTS), lost=len(hits))
    assert hits == []


def shown_by_window(qtbot: QtBot, error: BaseException) -> str:
    """Return what the box says that tells of an error in the window."""
    failures = Failures(start._write_down, FailureBox)
    failures.tell(error)
    qtbot.waitUntil(lambda: failures.box() is not None)
    box = failures.box()
    assert box is not None
    reports = [report.toPlainText() for report in box.findChildren(QPlainTextEdit)]
    words = "\n".join([*reports, *(label.text() for label in box.findChildren(QLabel))])
    box.close()
    return words


@pytest.mark.skipif(sys.platform == "win32", reason="folders are kept private by other means there")
@pytest.mark.usefixtures("as_shipped")
def test_a_session_in_a_portable_folder_leaves_nothing_outside_and_is_for_this_user_only(
    tmp_path: Path, user_folder: Path, monkeypatch: pytest.MonkeyPatch, full: Path, tally: Tally
) -> None:
    portable, outside = tmp_path / "portable", tmp_path / "outside"
    outside.mkdir()
    before = set(user_folder.rglob("*"))
    monkeypatch.setenv("DIALOGUE_PREP_FOLDER", str(portable))
    monkeypatch.setattr("tempfile.tempdir", None)
    for name in ("TMPDIR", "TEMP", "TMP"):
        monkeypatch.setenv(name, str(outside))
    store = portable / "data" / "dialogues.store"
    store.parent.mkdir(parents=True, mode=0o700)
    portable.chmod(0o700)
    store.write_bytes(full.read_bytes())
    store.chmod(0o600)
    assert main(["doctor"]) == 0
    assert main(["backup"]) == 0
    assert main(["restore", "newest", "--yes"]) == 0
    with monkeypatch.context() as patch:
        patch.setattr(Work, "search", lambda *_arguments, **_named: 1 / 0)
        assert main(["search", "word"]) == BUG
    left = [*outside.iterdir(), *(set(user_folder.rglob("*")) - before)]
    open_to_others = [path for path in portable.rglob("*") if path.stat().st_mode & 0o077]
    tally("P3 files outside a portable folder", tries=1, lost=len(left))
    tally("P3 files that others may read", tries=len(list(portable.rglob("*"))), lost=len(open_to_others))
    assert {path.name for path in portable.iterdir()} == {"data", "logs", "temporary"}
    assert (left, open_to_others) == ([], [])
