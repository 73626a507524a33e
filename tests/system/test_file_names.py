"""A file name can be made of any words."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from pathvalidate import is_valid_filename

from dialogue_prep.system.file_names import LONGEST, file_name
from tests.conftest import Tally


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Note for the file", "Note-for-the-file.docx"),
        ("谈话要点 / 第三轮", "谈话要点---第三轮.docx"),
        ("a\\b:c*d?e", "a-b-c-d-e.docx"),
        ("../../etc/passwd", "etc-passwd.docx"),
        ("...", "paper.docx"),
        ("", "paper.docx"),
    ],
)
def test_a_name_says_what_its_words_say(words: str, name: str) -> None:
    assert file_name(words, ".docx", "paper") == name


@example(words="CON")
@example(words="é" * 400)
@example(words="议" * 400)
@example(words="nul.txt")
@given(words=st.text())
def test_every_name_is_valid_everywhere_and_stays_in_its_folder(words: str, tally: Tally) -> None:
    name = file_name(words, ".docx", "paper")
    assert is_valid_filename(name, platform="universal")
    assert len(name) <= LONGEST
    assert Path(name).name == name
    assert name.endswith(".docx")
    assert name != ".docx"
    tally("O4 names of files of any title", tries=1, lost=0)
