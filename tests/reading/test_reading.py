"""Reading as a whole: pasted words, streams, long texts, cancelling, and whatever string somebody has."""

from __future__ import annotations

import time
import unicodedata
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogue_prep.domain.errors import UserError
from dialogue_prep.reading import text_file
from dialogue_prep.reading.carried import as_plain, from_plain
from dialogue_prep.reading.clean import clean_paragraphs
from dialogue_prep.reading.extract import Extract
from dialogue_prep.reading.read import PASTED, read_input, read_pasted, read_text, recognised
from dialogue_prep.reading.recognise import extract_from
from tests.reading.pdf_writing import pdf_pages
from tests.reading.test_terms import LINES
from tests.reading.writing import OPENING, TITLE

RECORD = [TITLE, "Lindholm, 3 May 2031", OPENING, "The two sides agreed to build a weir, and to map the fjord."]


def test_what_was_found_is_the_same_after_it_was_carried() -> None:
    for extract in (extract_from(RECORD), extract_from(LINES), extract_from(["Nothing."])):
        assert from_plain(Extract, as_plain(extract)) == extract


def test_pasted_words_are_a_source_like_any_other() -> None:
    text = read_pasted("\r\n".join(RECORD))
    assert (text.name, text.format) == (PASTED, "pasted text")
    assert recognised(text) == extract_from(RECORD)
    assert recognised(text, date(2031, 5, 4)) == extract_from(RECORD, date(2031, 5, 4))
    assert recognised(text, cancelled=lambda: False) == extract_from(RECORD)


@pytest.mark.parametrize(
    ("words", "reason"),
    [("", "no text to paste"), (" \n\t", "no text to paste"), ("a\x00b", "U+0000"), ("a\ud800b", "U+D800")],
)
def test_pasted_words_that_cannot_be_kept_are_refused(words: str, reason: str) -> None:
    with pytest.raises(UserError, match=reason.replace("+", r"\+")):
        read_pasted(words)


def test_a_file_of_any_format_comes_through_a_stream() -> None:
    text = read_input(BytesIO(pdf_pages([[(72, 760, 11, TITLE)]])))
    assert (text.format, text.pages, text.paragraphs) == ("PDF", 1, (TITLE,))
    with pytest.raises(UserError, match="“standard input” is empty"):
        read_input(BytesIO(b""))


def test_a_text_too_long_to_be_a_source_is_refused_before_it_is_recognised(tmp_path: Path) -> None:
    begun = time.monotonic()
    for words, reason in (("a word\n" * 600_000, "more text than a source"), ("a word " * 30_000, "as long as a book")):
        with pytest.raises(UserError, match=reason):
            recognised(read_pasted(words))
    assert time.monotonic() - begun < 2


def test_recognising_can_be_cancelled() -> None:
    text = read_pasted("\n".join([*RECORD, *["The two sides agreed to build a weir, and to map the fjord."] * 19_000]))
    begun = time.monotonic()
    with pytest.raises(UserError, match=f"“{PASTED}” was cancelled; nothing was changed"):
        recognised(text, cancelled=lambda: time.monotonic() - begun > 0.2)
    assert time.monotonic() - begun < 0.7


@given(st.text(st.characters(exclude_categories=()), max_size=300))
def test_any_string_is_cleaned_as_it_is_said(words: str) -> None:
    kept = "\n".join(clean_paragraphs([words]))
    assert unicodedata.is_normalized("NFC", kept)
    assert not any(sign < " " and sign != "\n" for sign in kept)
    assert not any("\ud800" <= sign <= "\udfff" or sign in "\x00\x7f\ufeff\u200b\u202e\u2066" for sign in kept)
    assert all(line and line == line.strip() for line in kept.split("\n") if kept)
    assert clean_paragraphs([kept]) == tuple(kept.split("\n") if kept else ())


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=200))
def test_any_text_in_utf_8_or_utf_16_is_read_as_it_is(words: str) -> None:
    for encoding in ("utf-8", "utf-8-sig", "utf-16"):
        told = text_file.paragraphs(("x" + words).encode(encoding))
        assert told["paragraphs"] == [line for line in ("x" + words).splitlines() if line.strip()]


@pytest.mark.shows("I6 encodings that are shown")
def test_the_encoding_is_shown(tmp_path: Path) -> None:
    path = tmp_path / "source.txt"
    for encoding, shown in (("utf-8", "utf-8"), ("cp1252", "cp1252"), ("utf-16", "utf-16")):
        path.write_bytes("La déclaration a été adoptée".encode(encoding))
        assert read_text(path).encoding == shown
