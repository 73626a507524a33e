"""Made-up records in which every undertaking is marked, and texts that are no record: how well they are read."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from dialogue_prep.domain.source import SourceKind
from dialogue_prep.reading.extract import Extract
from dialogue_prep.reading.recognise import extract_from

MARKED = Path(__file__).parent / "marked"
KINDS = {"a": "action", "c": "continuing", "d": "discussion", "n": "norm", "s": "scheduling"}
# “{a|...}” is an undertaking, “{a~|...}” a soft one and “{a?|...}” one of which readers may differ.
MARK = re.compile(r"\{(?P<kind>[acdns])(?P<open>[~?]?)\|(?P<words>[^{}]*)\}")
ALIKE = 0.6


@dataclass(frozen=True)
class Marked:
    """A record, what its head says of it, and its undertakings: kind, whether it may be left out, words."""

    head: dict[str, str]
    text: str
    undertakings: tuple[tuple[str, bool, str], ...]


@dataclass(frozen=True)
class Read:
    """A marked record and what was found in it."""

    marked: Marked
    extract: Extract


def marked(path: Path) -> Marked:
    """Return a marked record."""
    head, text = path.read_text(encoding="utf-8").split("\n---\n", 1)
    undertakings = tuple((KINDS[mark["kind"]], bool(mark["open"]), mark["words"]) for mark in MARK.finditer(text))
    said = dict(line.split(": ", 1) for line in head.splitlines())
    return Marked(said, MARK.sub(lambda mark: mark["words"], text), undertakings)


@pytest.fixture(scope="module")
def records() -> list[Read]:
    found = [marked(path) for path in sorted(MARKED.glob("*.txt")) if not path.name.startswith("none-")]
    return [Read(record, extract_from(record.text.split("\n"))) for record in found]


def alike(one: str, other: str) -> float:
    """Return how many words two texts share, from 0 to 1."""
    bags = [Counter(re.findall(r"\w+", words.casefold())) for words in (one, other)]
    return 2 * (bags[0] & bags[1]).total() / (bags[0].total() + bags[1].total() or 1)


def pairs(read: Read) -> Iterator[tuple[int, int]]:
    """Yield what is marked and what was found for it, best first, each once."""
    found = read.extract.commitments
    scored = sorted(
        (
            (alike(words, one.words), i, j)
            for i, (_, _, words) in enumerate(read.marked.undertakings)
            for j, one in enumerate(found)
        ),
        reverse=True,
    )
    left, right = set(range(len(read.marked.undertakings))), set(range(len(found)))
    for score, i, j in scored:
        if score >= ALIKE and i in left and j in right:
            left.remove(i)
            right.remove(j)
            yield i, j


def test_nearly_every_undertaking_is_found_and_nearly_nothing_else(records: list[Read]) -> None:
    wanted = found = hit = extra = 0
    for read in records:
        paired = list(pairs(read))
        firm = {i for i, (_, may_be_left_out, _) in enumerate(read.marked.undertakings) if not may_be_left_out}
        wanted, hit = wanted + len(firm), hit + len(firm & {i for i, _ in paired})
        found, extra = found + len(paired), extra + len(read.extract.commitments) - len(paired)
    assert hit / wanted >= 0.95
    assert found / (found + extra) >= 0.98


def test_nine_in_ten_kinds_are_right(records: list[Read]) -> None:
    kinds = [
        read.marked.undertakings[i][0] == read.extract.commitments[j].kind.value
        for read in records
        for i, j in pairs(read)
        if not read.marked.undertakings[i][1]
    ]
    assert sum(kinds) / len(kinds) >= 0.9


def test_every_series_and_its_number_are_told(records: list[Read]) -> None:
    for read in records:
        name, head = read.extract.dialogue, read.marked.head
        assert (name is None) == (head["dialogue"] == "null"), head
        assert name is None or alike(name.words, head["dialogue"]) >= ALIKE, head
        assert str(read.extract.ordinal or "null") == head["ordinal"], head


def test_nearly_every_day_place_and_next_round_is_told(records: list[Read]) -> None:
    days = [str(read.extract.first_day) == read.marked.head["date"] for read in records]
    places = [
        (read.extract.place.words if read.extract.place else "null") == read.marked.head["place"] for read in records
    ]
    rounds = [
        str(read.extract.next_round.year if read.extract.next_round else "null")
        == read.marked.head["next"].rpartition(", ")[2]
        for read in records
    ]
    for told in (days, places, rounds):
        assert sum(told) >= len(records) - 1


@pytest.mark.parametrize("path", sorted(MARKED.glob("none-*.txt")), ids=lambda path: path.stem)
def test_what_one_side_or_a_reporter_says_is_no_record(path: Path) -> None:
    extract = extract_from(path.read_text(encoding="utf-8").split("\n"))
    assert extract.kind is SourceKind.OTHER
    assert extract.commitments == ()
