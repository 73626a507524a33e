"""The scales of markings that stores begin with."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

import pytest

from dialogue_prep.domain.errors import MachineError, UserError
from dialogue_prep.services import starter
from dialogue_prep.services.starter import marking_preset, preset_for, starter_values
from dialogue_prep.system.data_files import read_data

PRESETS = ["canada", "united-kingdom", "plain"]


def test_the_canadian_scale_has_seven_levels_in_two_languages() -> None:
    levels = marking_preset("canada")
    assert [level.name.words("en") for level in levels] == [
        "UNCLASSIFIED",
        "PROTECTED A",
        "PROTECTED B",
        "PROTECTED C",
        "CONFIDENTIAL",
        "SECRET",
        "TOP SECRET",
    ]
    assert [level.name.words("fr") for level in levels][::6] == ["NON CLASSIFIÉ", "TRÈS SECRET"]


def test_the_british_scale_has_four_levels() -> None:
    names = [level.name.words("en") for level in marking_preset("united-kingdom")]
    assert names == ["OFFICIAL", "OFFICIAL-SENSITIVE", "SECRET", "TOP SECRET"]


def test_the_plain_scale_is_in_three_languages() -> None:
    assert all([w.language for w in level.name] == ["en", "fr", "zh-Hans"] for level in marking_preset("plain"))


@pytest.mark.parametrize("name", PRESETS)
def test_shared_papers_bear_no_stricter_level_than_internal_ones_and_these_none_above_the_ceiling(name: str) -> None:
    levels = marking_preset(name)
    assert [level.rank for level in levels] == list(range(1, len(levels) + 1))
    (shared,) = [level.rank for level in levels if level.shared]
    (internal,) = [level.rank for level in levels if level.internal]
    (ceiling,) = [level.rank for level in levels if level.ceiling]
    assert shared < internal <= ceiling


def test_levels_of_different_scales_have_different_identifiers() -> None:
    levels = [level.id for name in PRESETS for level in marking_preset(name)]
    assert len(set(levels)) == len(levels)
    assert levels == [level.id for name in PRESETS for level in marking_preset(name)]


@pytest.mark.parametrize(
    ("state", "preset"),
    [
        ("Canada", "canada"),
        (" canada ", "canada"),
        ("加拿大", "canada"),
        ("United Kingdom", "united-kingdom"),
        ("Royaume-Uni", "united-kingdom"),
        ("Arvonia", "plain"),
        ("", "plain"),
    ],
)
def test_a_state_begins_with_its_own_scale_or_the_plain_one(state: str, preset: str) -> None:
    assert preset_for(state) == preset


def test_the_starter_names_a_scale_that_there_is() -> None:
    assert marking_preset(starter_values().marking_preset) == marking_preset("canada")


def test_asking_for_a_scale_that_there_is_not_names_those_there_are() -> None:
    with pytest.raises(UserError, match="“oz”; there are: canada, united-kingdom, plain"):
        marking_preset("oz")


def test_a_scale_whose_ceiling_is_no_level_of_it_is_damaged(monkeypatch: pytest.MonkeyPatch) -> None:
    read: dict[str, Any] = deepcopy(read_data(starter.MARKINGS))
    read["preset"]["plain"]["ceiling"] = "sky"
    monkeypatch.setattr(starter, "read_data", lambda name: read)
    with pytest.raises(MachineError, match="preset plain: no level is named for ceiling"):
        marking_preset("plain")


def test_a_file_that_is_no_toml_is_told_with_its_name(monkeypatch: pytest.MonkeyPatch, tmp_path: Any) -> None:
    broken = tmp_path / "markings.toml"
    broken.write_text("default = ", encoding="utf-8")
    monkeypatch.setattr("dialogue_prep.system.data_files.data_file", lambda name: broken)
    with pytest.raises(MachineError, match=r"The file markings\.toml that comes with the program is damaged"):
        preset_for("Canada")
