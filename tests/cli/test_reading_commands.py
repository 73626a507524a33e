"""Sources of every format are read from a file or from standard input, and the user is told how."""

from __future__ import annotations

import sys
from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest

from dialogue_prep.cli.record_words import records_counted
from dialogue_prep.store.kinds import KIND_OF_NAME
from dialogue_prep.system.resources import data_file
from tests.reading.pdf_writing import SCAN, pdf_drawn, pdf_pages, written
from tests.reading.writing import TITLE, paragraph, word_file

TEXT = f"{TITLE}\nThe two sides agreed to build a weir."


def test_standard_input_is_read_as_a_file_of_any_format(give, monkeypatch: pytest.MonkeyPatch) -> None:
    for data in (TEXT.encode("utf-16"), word_file("".join(map(paragraph, TEXT.split("\n"))))):
        monkeypatch.setattr(sys, "stdin", TextIOWrapper(BytesIO(data)))
        assert give("extract", "-", "--json").json["title"] == TITLE


def test_an_empty_standard_input_is_one_sentence(give, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", TextIOWrapper(BytesIO(b"")))
    ended = give("extract", "-")
    assert (ended.code, ended.answer) == (1, "")
    assert ended.said == "“standard input” is empty; choose the file that holds the text.\n"


def test_people_are_told_the_format_and_encoding_and_programs_are_not(give, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes("La déclaration a été adoptée".encode("cp1252"))
    assert give("extract", tmp_path / "a.txt").said == "Read a.txt: text, cp1252.\n"
    (tmp_path / "b.pdf").write_bytes(
        pdf_pages([[(72, 810, 8, TITLE), (72, 700, 11, word * 9)] for word in ("one ", "two ")])
    )
    assert give("extract", tmp_path / "b.pdf").said == "Read b.pdf: PDF, 2 pages, 2 lines of heads and feet left out.\n"
    assert give("extract", tmp_path / "a.txt", "--json").said == ""


def test_pages_that_are_pictures_are_told_to_people_and_to_programs(give, tmp_path: Path) -> None:
    told = (
        "Pages 2, 4–6 were not read: they are pictures without text, or damaged. Ask for the file they were made from"
    )
    scanned = tmp_path / "scanned.pdf"
    record = [written([(72, 700, 11, words)]) for words in TEXT.split("\n")]
    scanned.write_bytes(pdf_drawn([record[0], SCAN, record[1], SCAN, SCAN, SCAN, b""]))
    assert told in give("extract", scanned).said
    assert give("extract", scanned, "--json").json["pages_not_read"] == [2, 4, 5, 6]
    assert told in give("import", scanned).said
    assert give("import", scanned, "--json").json["pages_not_read"] == {"scanned.pdf": [2, 4, 5, 6]}
    scanned.write_bytes(pdf_drawn([*record, SCAN]))
    assert "Page 3 was not read: it is a picture without text, or damaged." in give("extract", scanned).said
    scanned.write_bytes(pdf_drawn([*record, b""]))
    assert give("extract", scanned).said == "Read scanned.pdf: PDF, 3 pages.\n"


WATERS = "Arvonia-Belmara Dialogue on Shared Waters and the Rural Economy"


@pytest.fixture
def otherwise_named(tmp_path: Path) -> Path:
    """Return the terms of reference of a dialogue of the same two states, of another name."""
    path = tmp_path / "terms.txt"
    words = data_file("samples/terms-of-reference.txt").read_text(encoding="utf-8")
    path.write_text(words.replace("Shared Waters and the Rural Economy", "Railways and Customs"), encoding="utf-8")
    return path


def test_a_second_dialogue_of_the_same_states_is_said_before_it_is_made(give, otherwise_named: Path) -> None:
    first = give("import", data_file("samples/joint-statement.txt"), "--yes")
    assert "another dialogue" not in first.answer
    asked = give("import", otherwise_named)
    assert asked.code == 1
    said = "This makes another dialogue between Arvonia and Belmara, “Dialogue on Railways and Customs”. "
    said += "To take it into one that is there, say"
    assert asked.answer.splitlines()[-2:] == [said, f'  --dialogue "{WATERS}"']
    taken = give("import", otherwise_named, "--dialogue", WATERS, "--yes")
    assert (taken.code, "another dialogue" in taken.answer) == (0, False)
    assert give("schedule").code == 0


def test_a_dialogue_that_is_named_is_the_one_into_which_sources_are_taken(give, otherwise_named: Path) -> None:
    unknown = give("--dialogue", "fish", "import", otherwise_named, "--yes")
    assert (unknown.code, unknown.said.splitlines()[-1][:25]) == (1, "There is no dialogue in t")
    give("import", data_file("samples/joint-statement.txt"), "--yes")
    unknown = give("--dialogue", "fish", "import", otherwise_named, "--yes")
    assert unknown.said.splitlines()[-1] == f"No dialogue is named “fish”; there are: {WATERS}."
    taken = give("--dialogue", "shared waters", "import", otherwise_named, "--yes", "--json").json["added"]
    assert ("Dialogue" in taken, "Side" in taken, taken["Source"], taken["Alias"]) == (False, False, 1, 1)


def test_people_are_told_in_words_how_much_is_new_and_programs_by_kind(give) -> None:
    sample = data_file("samples/terms-of-reference.txt")
    new = next(line for line in give("import", sample).answer.splitlines() if line.startswith("New: "))
    assert new.startswith("New: 1 dialogue, 2 sides, ")
    assert ", 1 source, 33 paragraphs, " in new
    assert new.endswith(" places in sources")
    assert give("import", sample, "--json").json["added"]["SourceParagraph"] > 1


def test_every_kind_of_record_is_counted_in_words_of_its_own() -> None:
    words = [records_counted({name: number}) for name in KIND_OF_NAME for number in (1, 2)]
    assert len({one[2:] for one in words}) == 2 * len(KIND_OF_NAME)
    assert records_counted({"topic": 2, "side": 1, "round": 0}) == "1 side, 2 topics"
    assert records_counted({}) == "nothing"
