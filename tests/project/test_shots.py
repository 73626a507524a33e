"""The pictures in the documents are grabbed from the running window."""

from __future__ import annotations

import gettext
import importlib.util
import os
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from dialogue_prep.gui.dress import LANGUAGES, speak
from dialogue_prep.gui.window.interior import places

ROOT = Path(__file__).resolve().parents[2]
NAMES = {f"{place.name}-{shade}.png" for place in places() for shade in ("light", "dark")}


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


@pytest.mark.torture
def test_every_page_is_drawn_with_twice_the_pixels_at_200_percent(tmp_path: Path) -> None:
    subprocess.run(
        [sys.executable, ROOT / "setup" / "shots.py", "--language", "en", "--out", tmp_path],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": "2", "PYTHONPATH": str(ROOT)},
        check=True,
    )
    made = {path.name: QImage(str(path)) for path in tmp_path.glob("*.png")}
    assert made.keys() == NAMES
    assert {(picture.width(), picture.height()) for picture in made.values()} == {(2560, 1600)}
    assert [name for name, picture in made.items() if not finely_drawn(picture)] == []


def finely_drawn(picture: QImage) -> bool:
    """Say whether there are edges in a picture that one of half its pixels, enlarged, would not have."""
    width, height = picture.width(), picture.height()
    half = picture.scaled(width // 2, height // 2, mode=Qt.TransformationMode.SmoothTransformation)
    enlarged = half.scaled(width, height)
    edges = sum(
        abs(picture.pixelColor(x, y).lightness() - enlarged.pixelColor(x, y).lightness()) > 40
        for x in range(0, width, 2)
        for y in range(0, height, 40)
    )
    return edges > 100


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_has_its_pictures(shots: ModuleType, language: str) -> None:
    assert {path.name for path in shots.folder_of(language).glob("*.png")} == NAMES


def test_nothing_that_starts_the_program_imports_what_grabs_it(shots: ModuleType) -> None:
    sources = (ROOT / "dialogue_prep").rglob("*.py")
    assert not any("shots" in path.read_text(encoding="utf-8") for path in sources)
