"""The bill of materials names what is shipped, and nothing else; `make sbom` writes it."""

from __future__ import annotations

import importlib.util
import tomllib
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def bill() -> ModuleType:
    spec = importlib.util.spec_from_file_location("bill", ROOT / "setup" / "bill.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_what_is_shipped_is_what_the_project_asks_for_and_what_its_shipped_extras_need(bill: ModuleType) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    needed = bill.all_needed(bill.shipped_requirements(project))
    assert {"sqlalchemy", "pyside6-essentials", "shiboken6", "sqlcipher3", "psycopg-binary", "lxml"} <= needed
    assert not {"pytest", "ruff", "apsw", "cyclonedx-bom"} & needed


def test_what_is_needed_for_other_machines_or_by_extras_is_left_out(bill: ModuleType) -> None:
    asks = {"one": ["two>=1", "tool; extra == 'develop'", "gone; sys_platform == 'none'"], "two": ["One"]}
    assert bill.all_needed(["One"], asks.get) == {"one", "two"}
    assert bill.all_needed(["One[develop]"], asks.get) == {"one", "two", "tool"}


def test_the_bill_has_what_is_needed_and_no_addresses(bill: ModuleType) -> None:
    references = [{"url": "https://example.org"}]
    found = {
        "metadata": {"component": {"bom-ref": "root"}, "tools": ["made with"]},
        "components": [{"bom-ref": n, "name": n, "externalReferences": references} for n in ("Needed_One", "tool")],
        "dependencies": [{"ref": "root", "dependsOn": ["Needed_One", "tool"]}, {"ref": "Needed_One"}, {"ref": "tool"}],
    }
    assert bill.pruned(found, {"needed-one"}) == {
        "metadata": {"component": {"bom-ref": "root"}},
        "components": [{"bom-ref": "Needed_One", "name": "Needed_One"}],
        "dependencies": [{"ref": "root", "dependsOn": ["Needed_One"]}, {"ref": "Needed_One", "dependsOn": []}],
    }
