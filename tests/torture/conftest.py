"""Stores to begin with, and children that can be killed."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from dialogue_prep.store.database import SCHEMA_VERSION
from tests.torture.children import Children

KEPT = Path(__file__).resolve().parents[1] / "store" / "kept"


@pytest.fixture(scope="session")
def begun() -> Path:
    """Return the kept store of this version, with the invented dialogue; it is copied before it is changed."""
    return KEPT / f"{SCHEMA_VERSION:04}.store"


@pytest.fixture
def store(begun: Path, tmp_path: Path) -> Path:
    """Return a store of the test's own with the invented dialogue."""
    return Path(shutil.copy(begun, tmp_path / "a.store"))


@pytest.fixture(scope="session")
def children() -> Iterator[Children]:
    """Yield what has children do tasks."""
    if sys.platform == "win32":
        pytest.skip("children are forked, which Windows does not do")
    with Children() as ready:
        yield ready
