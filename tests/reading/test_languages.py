"""French and Chinese sources say what was annotated of them; `gold` are the samples, `held_out` texts put aside."""

from __future__ import annotations

from pathlib import Path

import pytest

from dialogue_prep.system.resources import data_file
from tests.reading.measuring import FACTS, TERMS, Measure, Reading, readings

HERE = Path(__file__).parent
LANGUAGES = {"fr": ("*.fr.json", "fr-*.json"), "zh-Hans": ("*.zh-Hans.json", "zh-*.json")}


@pytest.fixture(scope="module", params=LANGUAGES)
def samples(request: pytest.FixtureRequest) -> list[Reading]:
    return list(readings(HERE / "gold", data_file("samples"), LANGUAGES[request.param][0]))


@pytest.fixture(scope="module", params=LANGUAGES)
def held_out(request: pytest.FixtureRequest) -> list[Reading]:
    return list(readings(HERE / "held_out", HERE / "held_out", LANGUAGES[request.param][1]))


def records(all_of_them: list[Reading]) -> list[Reading]:
    return [one for one in all_of_them if "commitments" in one.gold]


def terms(all_of_them: list[Reading]) -> list[Reading]:
    return [one for one in all_of_them if one.gold.get("document_type")]


def test_every_annotation_stands_in_its_text(samples: list[Reading], held_out: list[Reading]) -> None:
    for folder, all_of_them in ((data_file("samples"), samples), (HERE / "held_out", held_out)):
        for one in records(all_of_them):
            text = (folder / one.gold["file"]).read_text(encoding="utf-8")
            assert [c["text"] for c in one.gold["commitments"] if c["text"] not in text] == []


def test_every_commitment_of_a_sample_is_found_and_nothing_else(samples: list[Reading]) -> None:
    for one in records(samples):
        assert [c["text"] for c in one.found["commitments"]] == [c["text"] for c in one.gold["commitments"]]
        for name in ("kind", "strength", "by"):
            assert [c[name] for c in one.found["commitments"]] == [c[name] for c in one.gold["commitments"]]


def test_most_commitments_of_a_text_put_aside_are_found(held_out: list[Reading]) -> None:
    measure = Measure.of(records(held_out))
    assert measure.precision >= 0.9
    assert measure.recall >= 0.9
    pairs = [pair for one in records(held_out) for pair in one.pairs]
    for name in ("kind", "strength", "by"):
        assert sum(gold[name] == found[name] for gold, found in pairs) >= 0.9 * len(pairs)


def test_the_facts_of_a_meeting_are_read(samples: list[Reading], held_out: list[Reading]) -> None:
    for one in (*records(samples), *records(held_out)):
        assert {name: one.found[name] for name in FACTS} == {name: one.gold[name] for name in FACTS}
        ahead = one.found["next_round"]
        assert {name: ahead[name] for name in ("place", "year")} == one.gold["next_round"]


def test_terms_of_reference_are_read(samples: list[Reading], held_out: list[Reading]) -> None:
    for one in (*terms(samples), *terms(held_out)):
        assert one.found["document_kind"] == "terms of reference"
        assert {name: one.found[name] for name in TERMS} == {name: one.gold[name] for name in TERMS}
        assert all(one.found[name] for name in ("purpose", "participation", "subgroups", "guidance"))


def test_the_topics_of_the_samples_are_those_they_list(samples: list[Reading]) -> None:
    for one in records(samples):
        assert one.found["topics"] == one.gold["topics"]


def test_the_host_is_the_side_in_which_the_place_lies(samples: list[Reading]) -> None:
    for one in records(samples):
        sides = one.gold["sides"]
        assert [one.found["host"], one.found["next_round"]["host"]] == sides
