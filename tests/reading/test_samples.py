"""The two samples that are shipped say what `expected.toml` says of them, as plain text and as a Word file."""

from __future__ import annotations

from typing import Any

import pytest

from dialogue_prep.domain.dialogue import Cadence, HostRule
from dialogue_prep.domain.source import SourceKind
from dialogue_prep.reading.extract import Extract, Found
from dialogue_prep.reading.read import read_text, recognised
from dialogue_prep.system.data_files import read_data
from dialogue_prep.system.resources import data_file

EXPECTED = read_data("samples/expected.toml")
TERMS, STATEMENT = EXPECTED["terms_of_reference"], EXPECTED["joint_statement"]


@pytest.fixture(scope="module", params=[STATEMENT["file"], STATEMENT["word_file"]])
def statement(request: pytest.FixtureRequest) -> Extract:
    return recognised(read_text(data_file(f"samples/{request.param}")))


@pytest.fixture(scope="module")
def terms() -> Extract:
    return recognised(read_text(data_file(f"samples/{TERMS['file']}")))


def words(found: Found | None) -> str:
    assert found is not None
    return found.words


def paragraph(found: Found | None) -> int:
    assert found is not None
    return found.span.paragraph


def test_the_meeting_is_read(statement: Extract) -> None:
    assert statement.kind is SourceKind(STATEMENT["kind"])
    assert words(statement.dialogue).endswith(STATEMENT["dialogue"])
    assert words(statement.place) == STATEMENT["place"]
    assert [side.name for side in statement.sides] == STATEMENT["sides"]
    assert (statement.ordinal, statement.host) == (STATEMENT["ordinal"], STATEMENT["host"])
    assert (statement.first_day, statement.last_day) == (STATEMENT["first_day"], STATEMENT["last_day"])


def test_the_chairs_and_the_next_round_are_read(statement: Extract) -> None:
    chairs = [{"name": chair.name, "office": chair.office, "side": chair.side} for chair in statement.co_chairs]
    assert chairs == STATEMENT["co_chairs"]
    assert statement.next_round is not None
    ahead = statement.next_round
    assert {"place": ahead.place, "year": ahead.year, "host": ahead.host} == STATEMENT["next_round"]


def test_every_commitment_is_read_and_nothing_else(statement: Extract) -> None:
    found: list[dict[str, Any]] = [
        {
            "words": item.words,
            "paragraph": item.span.paragraph,
            "kind": str(item.kind),
            "strength": str(item.strength),
            "by": item.by,
        }
        for item in statement.commitments
    ]
    expected = [
        {
            name: item.get(name, {"strength": "firm"}.get(name))
            for name in ("words", "paragraph", "kind", "strength", "by")
        }
        for item in STATEMENT["commitments"]
    ]
    assert found == expected


def test_the_terms_of_reference_are_read(terms: Extract) -> None:
    assert terms.kind is SourceKind(TERMS["kind"])
    assert words(terms.dialogue) == TERMS["designation"]
    assert words(terms.short_name) == TERMS["short_name"]
    assert [side.name for side in terms.sides] == TERMS["sides"]
    assert terms.cadence is Cadence(TERMS["cadence"])
    assert terms.host_rule is HostRule(TERMS["host_rule"])
    assert list(terms.hosting_sides) == TERMS["hosting_sides"]
    assert [{"office": chair.office, "side": chair.side} for chair in terms.co_chairs] == TERMS["co_chairs"]
    assert [{"title": one.title, "kind": str(one.kind)} for one in terms.instruments] == TERMS["instruments"]


def test_the_lists_and_clauses_of_the_terms_of_reference_are_read(terms: Extract) -> None:
    for plural in ("topics", "mechanisms", "objectives"):
        assert [found.words for found in getattr(terms, plural)] == TERMS[plural]
    entities: dict[str, list[str]] = {}
    for entity in terms.entities:
        entities.setdefault(entity.side, []).append(entity.name)
    assert entities == TERMS["entities"]
    for clause in ("purpose", "participation", "subgroups", "topics_open", "guidance"):
        assert paragraph(getattr(terms, clause)) == TERMS[f"{clause}_paragraph"], clause
