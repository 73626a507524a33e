"""Over real sources with annotations made by hand, beside the repository: the measures stay where they are."""

from __future__ import annotations

import importlib.util
import json
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from dialogue_prep.reading.as_json import as_json
from dialogue_prep.reading.recognise import extract_from


@pytest.fixture(scope="module")
def scorer(shared: Path) -> ModuleType:
    path = shared / "evaluation" / "score_extraction.py"
    described = importlib.util.spec_from_file_location("score_extraction", path)
    assert described is not None
    assert described.loader is not None
    module = importlib.util.module_from_spec(described)
    described.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def records(shared: Path) -> list[tuple[dict[str, Any], dict[str, Any]]]:
    """Return what is annotated and what is found, for each joint record."""
    corpus = shared / "corpus"
    index = json.loads((corpus / "index.json").read_text(encoding="utf-8"))
    published = {row["file"]: row.get("published") for row in index}
    pairs = []
    for path in sorted((corpus / "gold").glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        if "commitments" not in gold:
            continue
        text = (corpus / "texts" / gold["file"]).read_text(encoding="utf-8")
        rests = "published" in str(gold.get("date_source"))
        day = date.fromisoformat(published[gold["file"]]) if rests else None
        pairs.append((gold, as_json(extract_from([text], day))))
    return pairs


def test_commitments_are_found_and_little_else(
    scorer: ModuleType, records: list[tuple[dict[str, Any], dict[str, Any]]]
) -> None:
    hits = extra = missed = same_kind = 0
    for gold, found in records:
        reported = [dict(item, strength="soft") for item in gold.get("reported_commitments", [])]
        items, predicted = gold["commitments"] + reported, found["commitments"]
        pairs = scorer.pair(items, predicted)
        firm = {index for index, item in enumerate(items) if item["strength"] == "firm"}
        matched = [(i, j) for i, j in pairs if i in firm]
        hits += len(matched)
        extra += len(predicted) - len(pairs)
        missed += len(firm) - len(matched)
        same_kind += sum(items[i]["kind"] == predicted[j]["kind"] for i, j in matched)
    assert hits / (hits + extra) >= 0.85
    assert hits / (hits + missed) >= 0.85
    assert scorer.f1(hits, extra, missed) >= 0.88
    assert same_kind / hits >= 0.85


@pytest.mark.parametrize("name", ["dialogue", "ordinal", "place", "date"])
def test_the_facts_of_a_meeting_are_read(
    scorer: ModuleType, records: list[tuple[dict[str, Any], dict[str, Any]]], name: str
) -> None:
    right = 0
    for gold, found in records:
        want, have = gold.get(name), found.get(name)
        loose = name in ("dialogue", "place") and isinstance(want, str) and isinstance(have, str)
        right += scorer.dice(scorer.words(want), scorer.words(have)) >= 0.6 if loose else want == have
    assert right / len(records) >= 0.85


def test_the_chairs_of_a_meeting_are_read(
    scorer: ModuleType, records: list[tuple[dict[str, Any], dict[str, Any]]]
) -> None:
    hits = extra = missed = 0
    for gold, found in records:
        want = [chair["name"] for chair in gold["co_chairs"] if chair["name"]]
        have = [chair["name"] for chair in found["co_chairs"] if chair["name"]]
        hit = scorer.overlap(want, have)
        hits, extra, missed = hits + hit, extra + len(have) - hit, missed + len(want) - hit
    assert scorer.f1(hits, extra, missed) >= 0.8
