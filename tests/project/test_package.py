"""A wheel carries everything that the program asks for, and finds it from anywhere."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", folder]
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=100, check=False)
    assert ended.returncode == 0, ended.stderr
    return next(folder.glob("*.whl"))


def test_a_wheel_carries_resources_data_and_compiled_catalogues(wheel: Path) -> None:
    carried = set(zipfile.ZipFile(wheel).namelist())
    for folder in ("resources", "data", "docs/guide"):
        files = [path for path in (ROOT / folder).rglob("*") if path.is_file() and path.suffix != ".pyc"]
        beside = {f"dialogue_prep/{path.relative_to(ROOT)}" for path in files}
        assert beside
        assert beside <= carried
    languages = {path.parts[-3] for path in (ROOT / "resources/locale").glob("*/LC_MESSAGES/*.po")}
    compiled = {f"dialogue_prep/resources/locale/{name}/LC_MESSAGES/dialogue_prep.mo" for name in languages}
    assert compiled <= carried


def test_a_wheel_carries_the_program_and_nothing_of_the_workshop(wheel: Path) -> None:
    tops = {name.split("/")[0] for name in zipfile.ZipFile(wheel).namelist()}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"dialogue_prep"}


def test_an_installed_program_finds_its_files_from_any_folder(wheel: Path, tmp_path: Path) -> None:
    installed, elsewhere = tmp_path / "installed", tmp_path / "elsewhere"
    elsewhere.mkdir()
    zipfile.ZipFile(wheel).extractall(installed)
    ask = "from dialogue_prep.system.resources import data_file; print(data_file('states.toml'))"
    code = f"import sys; sys.path.insert(0, {str(installed)!r}); {ask}"
    ended = subprocess.run([sys.executable, "-c", code], cwd=elsewhere, capture_output=True, text=True, check=True)
    assert Path(ended.stdout.strip()) == installed / "dialogue_prep" / "data" / "states.toml"
