"""The made-up samples say what `expected.toml` says that they say."""

from __future__ import annotations

import importlib.util
import re
from io import BytesIO
from pathlib import Path
from types import ModuleType
from typing import Any
from zipfile import ZipFile

import docx
import pytest

from dialogue_prep.domain.commitment import CommitmentKind
from dialogue_prep.domain.dialogue import Cadence, HostRule
from dialogue_prep.domain.instrument import InstrumentKind
from dialogue_prep.domain.lexicon import Lexicon
from dialogue_prep.domain.source import SourceKind
from dialogue_prep.domain.subjects import heard, spoken, suggest_topic
from dialogue_prep.domain.text import in_english
from dialogue_prep.domain.topic import Topic
from dialogue_prep.system.data_files import read_data
from dialogue_prep.system.lexicon import lexicon
from dialogue_prep.system.resources import data_file

EXPECTED = read_data("samples/expected.toml")
TERMS, STATEMENT = EXPECTED["terms_of_reference"], EXPECTED["joint_statement"]


def lines(name: str) -> list[str]:
    text = data_file(f"samples/{name}").read_text(encoding="utf-8")
    return [line.strip() for line in text.splitlines() if line.strip()]


@pytest.fixture(scope="module")
def known() -> Lexicon:
    return lexicon()


@pytest.fixture(scope="module")
def topics() -> list[Topic]:
    return [
        Topic(id=f"t{number}", dialogue_id="d", number=number, title=in_english(title))
        for number, title in enumerate(TERMS["topics"], start=1)
    ]


@pytest.fixture(scope="module")
def word_file() -> ModuleType:
    spec = importlib.util.spec_from_file_location("make_word_file", data_file("samples/make_word_file.py"))
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_there_are_twelve_commitments_of_every_kind() -> None:
    assert len(STATEMENT["commitments"]) == 12
    assert {CommitmentKind(c["kind"]) for c in STATEMENT["commitments"]} == set(CommitmentKind)


@pytest.mark.parametrize("commitment", STATEMENT["commitments"], ids=lambda c: c["words"][:40])
def test_the_words_of_a_commitment_stand_in_its_paragraph(commitment: dict[str, Any]) -> None:
    assert commitment["words"] in lines(STATEMENT["file"])[commitment["paragraph"] - 1]


def test_the_traps_stand_in_the_statement() -> None:
    whole = "\n".join(lines(STATEMENT["file"]))
    assert all(trap in whole for trap in STATEMENT["not_commitments"])


def test_what_terms_of_reference_say_stands_in_them() -> None:
    paragraphs = lines(TERMS["file"])
    whole = "\n".join(paragraphs)
    listed = [*TERMS["topics"], *TERMS["mechanisms"], *TERMS["objectives"]]
    listed += [entity for entities in TERMS["entities"].values() for entity in entities]
    listed += [TERMS["designation"], TERMS["short_name"], *(chair["office"] for chair in TERMS["co_chairs"])]
    listed += [instrument["title"] for instrument in TERMS["instruments"]]
    for words in listed:
        assert words in whole
    for clause, word in (("participation", "deputy"), ("subgroups", "Subgroups"), ("guidance", "guidance")):
        assert word in paragraphs[TERMS[f"{clause}_paragraph"] - 1]
    assert "Further topics" in paragraphs[TERMS["topics_open_paragraph"] - 1]


def test_kinds_and_rules_are_words_of_the_domain() -> None:
    assert SourceKind(TERMS["kind"]) is SourceKind.TERMS_OF_REFERENCE
    assert SourceKind(STATEMENT["kind"]) is SourceKind.JOINT_RECORD
    assert Cadence(TERMS["cadence"]) is Cadence.EVERY_TWO_YEARS
    assert HostRule(TERMS["host_rule"]) is HostRule.ALTERNATE
    assert {InstrumentKind(i["kind"]) for i in TERMS["instruments"]} <= set(InstrumentKind)


def test_commitments_belong_to_the_topics_expected(topics: list[Topic], known: Lexicon) -> None:
    numbers = {topic.id: topic.number for topic in topics}
    left = set()
    for commitment in STATEMENT["commitments"]:
        found = suggest_topic(commitment["words"], topics, known)
        if found is None and "topic" in commitment:
            left.add(commitment["words"])
        else:
            assert (numbers[found.topic_id] if found else None) == commitment.get("topic"), commitment["words"]
    assert left == {
        "They agreed to continue talks on a common closed season",
        "decided to sign it by 30 June 2025",
        "Belmara undertook to repair the weir at Sundry Mill before the next meeting.",
    }, "only what the heading alone tells is left to a person"


def test_the_statement_speaks_of_what_is_expected_and_of_nothing_else(known: Lexicon) -> None:
    paragraphs = heard(lines(STATEMENT["file"]), known)
    for plural in ("topics", "objectives"):
        titles = TERMS[plural]
        speak = [n for n, title in enumerate(titles, start=1) if spoken(title, paragraphs, titles, known)]
        assert speak == STATEMENT[f"spoken_{plural}"]
        assert sorted(speak + STATEMENT[f"silent_{plural}"]) == list(range(1, len(titles) + 1))


def test_the_word_file_is_made_anew_the_same(word_file: ModuleType) -> None:
    made = word_file.package(lines(STATEMENT["file"]))
    assert made == data_file(f"samples/{STATEMENT['word_file']}").read_bytes()


def test_the_word_file_has_the_text_once_its_tracked_change_is_accepted() -> None:
    path: Path = data_file(f"samples/{STATEMENT['word_file']}")
    with ZipFile(path) as file:
        body = file.read("word/document.xml").decode()
    body, deleted = re.subn(r"<w:del .*?</w:del>", "", body)
    accepted = ["".join(re.findall(r"<w:t [^>]*>([^<]*)</w:t>", part)) for part in re.findall(r"<w:p>.*?</w:p>", body)]
    assert (deleted, body.count("<w:ins ")) == (1, 1)
    assert accepted == lines(STATEMENT["file"])


def test_the_word_file_opens_with_its_headings() -> None:
    opened = docx.Document(BytesIO(data_file(f"samples/{STATEMENT['word_file']}").read_bytes()))
    headings = [paragraph.text for paragraph in opened.paragraphs if paragraph.style.name == "Heading 1"]
    assert headings[0] == "Water and floods"
    assert len(headings) == 5
