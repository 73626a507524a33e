"""The pictures in the documents are grabbed from the running window."""

from __future__ import annotations

import gettext
import importlib.util
from pathlib import Path
from types import ModuleType

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from dialogue_prep.gui.dress import LANGUAGES, speak
from dialogue_prep.gui.window.interior import places

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def shots() -> ModuleType:
    found = importlib.util.spec_from_file_location("shots", ROOT / "setup" / "shots.py")
    assert found is not None
    assert found.loader is not None
    module = importlib.util.module_from_spec(found)
    found.loader.exec_module(module)
    return module


def test_a_page_is_grabbed_light_and_dark_at_its_size(shots: ModuleType, qapp: QApplication, tmp_path: Path) -> None:
    speak(qapp, gettext.NullTranslations(), "en")
    made = list(shots.grab(tmp_path / "dialogues.store", tmp_path, frozenset({"delegations"})))
    assert [path.name for path in made] == ["delegations-light.png", "delegations-dark.png"]
    light, dark = (QImage(str(path)) for path in made)
    assert (light.width(), light.height()) == (dark.width(), dark.height()) == (1280, 800)
    assert light.pixelColor(640, 790).lightness() > 200
    assert dark.pixelColor(640, 790).lightness() < 60


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_has_its_pictures(shots: ModuleType, language: str) -> None:
    wanted = {f"{place.name}-{shade}.png" for place in places() for shade in ("light", "dark")}
    assert {path.name for path in shots.folder_of(language).glob("*.png")} == wanted


def test_nothing_that_starts_the_program_imports_what_grabs_it(shots: ModuleType) -> None:
    sources = (ROOT / "dialogue_prep").rglob("*.py")
    assert not any("shots" in path.read_text(encoding="utf-8") for path in sources)
