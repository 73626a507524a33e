"""A terminal to give commands in: what they answer, what they say, how they end."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

import pytest

from dialogue_prep.app import main
from dialogue_prep.cli import demo_command
from dialogue_prep.services.paper import papers_of
from dialogue_prep.system import office as office_module


@dataclass(frozen=True)
class Ended:
    """How a command ended: its exit code, what it answered, and what it said beside that."""

    code: int
    answer: str
    said: str

    @property
    def json(self) -> Any:
        return json.loads(self.answer)


Give = Callable[..., Ended]


@pytest.fixture(autouse=True)
def _without_detours(without_detours: None) -> None:
    """Keep to what is tested here."""


@pytest.fixture
def give(capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Give:
    """Return a function that gives a command on a store of the test's own, in a folder of its own.

    LibreOffice is not found, which takes seconds to count pages, but by a test that says where it is.
    """
    monkeypatch.setattr(office_module, "_places", lambda: iter(()))
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DIALOGUE_PREP_STORE", str(tmp_path / "a.store"))

    def run(*words: object) -> Ended:
        code = main([str(word) for word in words])
        answered = capsys.readouterr()
        assert "Traceback" not in answered.err
        return Ended(code, answered.out, answered.err)

    return run


@pytest.fixture
def few_papers(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let `demo` write few papers, where it does not matter how many there are."""
    _write_few(monkeypatch)


def _write_few(patch: pytest.MonkeyPatch) -> None:
    """Let `demo` write the first paper of each language only."""
    patch.setattr(demo_command, "papers_of", lambda language: islice(papers_of(language), 1))


@pytest.fixture(scope="session")
def _demonstrated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a store after `demo` of few papers, made once."""
    folder = tmp_path_factory.mktemp("demo")
    store = folder / "demo.store"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(office_module, "_places", lambda: iter(()))
        _write_few(patch)
        assert main(["demo", "--out", str(folder / "drafts"), "--store", str(store), "--quiet"]) == 0
    return store


@pytest.fixture
def demonstrated(_demonstrated: Path, tmp_path: Path) -> Path:
    """Return the path of a store in which round 3 of the starter dialogue is planned; commands find it."""
    return Path(shutil.copy(_demonstrated, tmp_path / "a.store"))
