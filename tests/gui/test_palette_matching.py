"""What is typed finds the command that is meant first."""

from __future__ import annotations

import pytest

from dialogue_prep.gui.palette_matching import fit

NAMES = ("Write all papers", "Bring edited copies back", "Papers", "Paste a source", "Écrire le communiqué", "撤销")


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("papers", "Papers"),
        ("wap", "Write all papers"),
        ("back bring", "Bring edited copies back"),
        ("source", "Paste a source"),
        ("ecrire comm", "Écrire le communiqué"),
        ("撤", "撤销"),
    ],
)
def test_the_best_name_comes_first(typed: str, found: str) -> None:
    fits = {name: distance for name in NAMES if (distance := fit(name, typed)) is not None}
    assert min(fits, key=lambda name: fits[name]) == found


def test_what_fits_nothing_finds_nothing() -> None:
    assert all(fit(name, "zebra") is None for name in NAMES)
    assert all(fit(name, "  ") == 0 for name in NAMES)
