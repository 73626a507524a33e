"""Whatever can be pasted is stored, shown, written and read back as the cleaning says, or refused in one sentence."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from dialogue_prep.documents.html import write_html
from dialogue_prep.documents.model import Document, Role, paragraph
from dialogue_prep.documents.word.writer import write_word
from dialogue_prep.domain.draft import Profile
from dialogue_prep.domain.errors import UserError
from dialogue_prep.domain.source import SourceParagraph
from dialogue_prep.domain.text import CONTROLS, REFUSED
from dialogue_prep.gui.kit.marked_text import MarkedText
from dialogue_prep.reading import html_file, word_file
from dialogue_prep.reading.clean import clean_paragraphs
from dialogue_prep.reading.read import read_pasted, recognised
from dialogue_prep.services.workspace import Workspace
from dialogue_prep.store.database import Database
from tests.conftest import Tally
from tests.invented import awkward, made_store, workspace_of
from tests.invented_dialogue import invented_dialogue

DIRECTIONS = dict(zip("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069", (
    "[LRE]", "[RLE]", "[PDF]", "[LRO]", "[RLO]", "[LRI]", "[RLI]", "[FSI]", "[PDI]",
), strict=True))  # fmt: skip
UNSEEN = "\u200b\u200c\u200d\u2060\u00ad\ufeff"
# The beginnings of the names of signs that stand for others, where Unicode says for which.
SET_OTHERWISE = (
    "LATIN SMALL LIGATURE F",
    "LATIN SMALL LIGATURE LONG S",
    "LATIN SMALL LIGATURE ST",
    "KANGXI RADICAL",
    "CJK RADICAL",
)
BREAKS = "\n\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"
# What does harm is drawn often; among all characters it would hardly ever be.
HARM = st.sampled_from(
    [*DIRECTIONS, *UNSEEN, *BREAKS, "\x00", "\ud800", "\uffff", "\x07", "\u0301", "e", "ﬁ", "⽉", " ", "<", "&"]
)
LINE = "I5 strings pasted, stored, shown, written, read back"
pasted = st.lists(HARM | st.characters() | awkward, max_size=12).map("".join)


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    database = Database(made_store(tmp_path_factory.mktemp("pasted") / "kept.store", invented_dialogue()))
    yield workspace_of(database)
    database.close()


@pytest.fixture
def shown(qtbot: QtBot) -> MarkedText:
    text = MarkedText("Source")
    qtbot.addWidget(text)
    return text


def meant(sign: str) -> str:
    """Return the letters that a sign stands for; most stand for themselves."""
    if unicodedata.name(sign, "").startswith(SET_OTHERWISE):
        return unicodedata.normalize("NFKC", sign)
    return sign


def as_documented(words: str) -> list[str]:
    """Say again, in other words than the program does, what becomes of words that are pasted."""
    lines = []
    for line in re.split(f"[{BREAKS}]", words):
        seen = "".join(meant(sign) for sign in CONTROLS.sub("", line.replace("\t", " ")) if sign not in UNSEEN)
        named = "".join(DIRECTIONS.get(sign, sign) for sign in unicodedata.normalize("NFC", seen))
        lines.append(" ".join(named.split()))
    return [line for line in lines if line]


@given(words=pasted)
def test_it_is_stored_shown_written_and_read_back_as_the_cleaning_says(
    words: str, kept: Workspace, shown: MarkedText, tally: Tally
) -> None:
    expected = as_documented(words) if not REFUSED.search(words) else []
    if not expected:
        with pytest.raises(UserError, match=r"^[A-Z“][^\n]*\.$"):
            recognised(read_pasted(words))
        tally(LINE, tries=1, lost=0)
        return
    paragraphs = recognised(read_pasted(words)).paragraphs
    assert list(paragraphs) == expected
    with kept.request("Paste") as work:
        for number, said in enumerate(paragraphs, start=2):
            work.put(SourceParagraph(id=f"pasted-{number}", source_id="record", number=number, words=said))
    with kept.look() as work:
        assert [work.get(SourceParagraph, f"pasted-{n}").words for n in range(2, 2 + len(expected))] == expected
    shown.show_paragraphs(paragraphs)
    assert shown.toPlainText() == "\n".join(expected)
    assert list(read_back(paragraphs, "Word")) == list(read_back(paragraphs, "HTML")) == expected
    tally(LINE, tries=1, lost=0)


def read_back(paragraphs: tuple[str, ...], form: str) -> tuple[str, ...]:
    """Write the paragraphs as a paper, and read that as one reads a source."""
    document = Document(
        key="r/k/en", title="T", language="en", marking="", version=1, written_on=date(2032, 2, 6),
        blocks=tuple(paragraph(said, Role.BODY) for said in paragraphs),
    )  # fmt: skip
    if form == "Word":
        found = word_file.paragraphs(write_word(document, Profile.WORD))["paragraphs"]
    else:
        found = html_file.paragraphs(write_html(document).encode())["paragraphs"]
    assert isinstance(found, list)
    return clean_paragraphs(found)
