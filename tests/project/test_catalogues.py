"""Translations are compiled once, and again when they change."""

from __future__ import annotations

import gettext
import importlib.util
import os
from pathlib import Path
from types import ModuleType

import pytest
from babel.messages.pofile import PoFileError

ROOT = Path(__file__).resolve().parents[2]
HEAD = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\n'


@pytest.fixture(scope="module")
def build_catalogues() -> ModuleType:
    found = importlib.util.spec_from_file_location("build_catalogues", ROOT / "build_catalogues.py")
    assert found is not None
    assert found.loader is not None
    module = importlib.util.module_from_spec(found)
    found.loader.exec_module(module)
    return module


@pytest.fixture
def catalogue(tmp_path: Path) -> Path:
    path = tmp_path / "resources" / "locale" / "fr" / "LC_MESSAGES" / "dialogue_prep.po"
    path.parent.mkdir(parents=True)
    path.write_text(HEAD + 'msgid "Round"\nmsgstr "Réunion"\n', encoding="utf-8")
    return path


def test_a_compiled_catalogue_is_what_gettext_reads(
    build_catalogues: ModuleType, catalogue: Path, tmp_path: Path
) -> None:
    assert build_catalogues.compile_catalogues(tmp_path) == [catalogue.with_suffix(".mo")]
    french = gettext.translation("dialogue_prep", tmp_path / "resources" / "locale", ["fr"])
    assert french.gettext("Round") == "Réunion"


def test_only_a_changed_catalogue_is_compiled_again(
    build_catalogues: ModuleType, catalogue: Path, tmp_path: Path
) -> None:
    (compiled,) = build_catalogues.compile_catalogues(tmp_path)
    assert build_catalogues.compile_catalogues(tmp_path) == []
    later = compiled.stat().st_mtime + 10
    os.utime(catalogue, (later, later))
    assert build_catalogues.compile_catalogues(tmp_path) == [compiled]


def test_a_damaged_catalogue_stops_the_build(build_catalogues: ModuleType, catalogue: Path, tmp_path: Path) -> None:
    catalogue.write_text(HEAD + "Round is Réunion in French", encoding="utf-8")
    with pytest.raises(PoFileError):
        build_catalogues.compile_catalogues(tmp_path)
