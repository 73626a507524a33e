"""What differs between two Word files, from the terminal: as tracked changes and as text, without a store."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from tests.reading.hostile_word import WORD_FILES
from tests.reading.writing import paragraph, word_file


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    old, new = tmp_path / "old.docx", tmp_path / "new.docx"
    old.write_bytes(word_file(paragraph("The two sides met.") + paragraph("Gone.") + paragraph("End.")))
    new.write_bytes(word_file(paragraph("The two sides meet again.") + paragraph("End.")))
    return old, new


CHANGES = [
    {"unit": "paragraph 1", "old": "The two sides met.", "new": "The two sides meet again."},
    {"unit": "paragraph 2", "old": "Gone.", "new": ""},
]


def test_compare_shows_each_place_with_both_wordings(give, files: tuple[Path, Path]) -> None:
    assert give("compare", *files, "--json").json == CHANGES
    assert give("compare", *files).answer.splitlines() == [
        "paragraph 1: The two sides [-met-]{+meet again+}.",
        "paragraph 2: [-Gone.-]",
    ]
    same = give("compare", files[0], files[0])
    assert (same.code, same.answer, same.said) == (0, "", "Both say the same.\n")


def test_redline_writes_tracked_changes_by_a_name_and_a_day(give, files: tuple[Path, Path], tmp_path: Path) -> None:
    words = ("redline", *files, "--out", "redline.docx", "--author", "Ada Example", "--today", "2032-02-06")
    assert give(*words, "--json").json == CHANGES
    with zipfile.ZipFile("redline.docx") as package:
        body = package.read("word/document.xml").decode()
    assert 'w:author="Ada Example" w:date="2032-02-06T' in body
    assert give(*words).answer == "redline.docx: 4 tracked changes in 2 places.\n"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["new.docx", "old.docx", "redline.docx"]


def test_another_file_is_never_written_over(give, files: tuple[Path, Path]) -> None:
    old, new = files
    before = new.read_bytes()
    refused = give("redline", old, new, "--out", new)
    assert (refused.code, new.read_bytes()) == (1, before)
    assert "is another file; choose another name for the redline" in refused.said
    assert give("redline", old, new, "--out", "redline.pdf").code == 1


@pytest.mark.usefixtures("guarded")
@pytest.mark.parametrize("name", ["zip bomb", "entities", "cut in two"])
def test_a_hostile_file_is_refused_in_one_sentence_that_names_it(
    give, files: tuple[Path, Path], tmp_path: Path, name: str
) -> None:
    hostile = tmp_path / "theirs.docx"
    hostile.write_bytes(WORD_FILES[name][0]())
    refused = give("redline", files[0], hostile, "--out", "redline.docx")
    assert refused.code == 1
    assert "“theirs.docx” cannot be read because" in refused.said
    assert len(refused.said.splitlines()) == 1
    assert not Path("redline.docx").exists()


def test_a_file_that_is_not_there_and_one_that_is_no_word_file_are_refused(
    give, files: tuple[Path, Path], tmp_path: Path
) -> None:
    assert "is not there" in give("compare", files[0], "nowhere.docx").said
    (tmp_path / "notes.txt").write_text("words")
    assert "“notes.txt” is no Word file" in give("compare", files[0], "notes.txt").said
