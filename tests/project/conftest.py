"""Syntax trees of the whole program are many objects and no rubbish."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest


@pytest.fixture(scope="module", autouse=True)
def _nothing_is_collected() -> Iterator[None]:
    """Spare the garbage collector, which would pass over the trees again and again while they are made."""
    gc.disable()
    yield
    gc.enable()
