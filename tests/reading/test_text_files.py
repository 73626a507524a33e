"""Text files: their encoding, what is cleaned, and one clear sentence for what is no source."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from dialogue_prep.domain.errors import UserError
from dialogue_prep.reading.clean import clean_paragraphs
from dialogue_prep.reading.read import read_text, recognised
from dialogue_prep.reading.text_encoding import decoded
from tests.reading.writing import OPENING, TITLE, package, paragraph, word_file

WORDS = (
    f"{TITLE}\n\nLindholm – 3 May 2031\n\n{OPENING}\nThe “two” sides’ café was naïve: élan, über, señor, façade, Ærø.\n"
)
CHINESE = "联合公报\n双方同意继续就引渡条约进行讨论,并在网络安全、反恐和司法领域加强合作。\n"
CHINESE += "双方商定下一轮对话将于明年在北京举行。\n"
RUSSIAN = "Совместное заявление. Стороны договорились продолжить переговоры о судоходстве.\n"


@pytest.mark.shows("I6 encodings of a text")
@pytest.mark.parametrize(
    ("encoding", "words"),
    [
        ("utf-8", WORDS),
        ("utf-8-sig", WORDS),
        ("utf-16", WORDS),
        ("utf-16-le", WORDS),
        ("utf-16-be", WORDS),
        ("cp1252", WORDS),
        ("gb18030", CHINESE),
        ("utf-16-le", CHINESE),
        ("utf-16-be", CHINESE),
        ("utf-16-le", RUSSIAN),
        ("utf-8", CHINESE),
        ("utf-16", CHINESE),
    ],
)
def test_every_encoding_gives_the_same_words(tmp_path: Path, encoding: str, words: str) -> None:
    path = tmp_path / "source.txt"
    path.write_bytes(words.encode(encoding))
    text = read_text(path)
    assert [line for line in text.paragraphs if line] == [line for line in words.splitlines() if line]
    assert text.encoding


def test_the_name_of_a_file_tells_nothing(tmp_path: Path) -> None:
    path = tmp_path / "holiday.jpg"
    path.write_bytes(word_file(paragraph(TITLE) + paragraph(OPENING)))
    assert recognised(read_text(path)).title == TITLE


@pytest.mark.parametrize("before", ["", "a"])
def test_a_long_chinese_text_is_read_wherever_the_part_that_is_looked_at_ends(before: str) -> None:
    words = before + CHINESE * 700
    assert decoded(words.encode("gb18030")) == (words, "gb18030")


def test_a_few_signs_of_another_encoding_do_not_make_a_marked_text_unreadable() -> None:
    assert decoded(WORDS.encode("utf-8-sig") + b"\x93end\x94") == (f"{WORDS}“end”", "utf-8")


@pytest.mark.shows("I5 directions turned round, made visible")
def test_what_cannot_be_seen_is_cleaned_and_what_misleads_is_shown(tmp_path: Path) -> None:
    path = tmp_path / "source.txt"
    path.write_text("Cafe\u0301\u00a0is\u200b open\r\n\r\n  \u202eevil\u00ad  \x07bell\n", encoding="utf-8")
    assert recognised(read_text(path)).paragraphs == ("Café is open", "[RLO]evil bell")


def test_signs_that_are_only_set_otherwise_are_read_as_what_they_mean() -> None:
    set_otherwise = ("The ﬁnal oﬃcial draft, ２０１８", "2018年6⽉12⽇，⼆轮")
    assert clean_paragraphs(set_otherwise) == ("The final official draft, ２０１８", "2018年6月12日，二轮")


BAD: dict[str, tuple[Callable[[Path], object], str]] = {
    "missing.txt": (lambda path: None, "is not there"),
    "folder": (lambda path: path.mkdir(), "is a folder"),
    "empty.txt": (lambda path: path.write_bytes(b""), "is empty"),
    "blank.txt": (lambda path: path.write_bytes(b" \n\t\n"), "holds no text"),
    "binary.txt": (lambda path: path.write_bytes(bytes(range(256)) * 64), "no text"),
    "nul.txt": (lambda path: path.write_bytes(b"a\x00\x00b" * 500), "no text"),
    "large.txt": (lambda path: path.write_bytes(b"a" * (21 * 1024 * 1024)), "larger than 20 MB"),
    "note.rtf": (lambda path: path.write_bytes(b"{\\rtf1\\ansi Hello}"), "an RTF file; save it as .docx"),
    "scan.pdf": (lambda path: path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(99)), "is a picture"),
    "text.odt": (
        lambda path: path.write_bytes(package({"mimetype": "application/vnd.oasis.opendocument.text"})),
        "an OpenDocument file; save it as .docx",
    ),
    "page.mhtml": (lambda path: path.write_text("From: <Saved by a browser>\nMIME-Version: 1.0\n"), "is a web archive"),
    "empty.html": (lambda path: path.write_text("<!DOCTYPE html><html><body><script>1</script>"), "holds no text"),
    "old.doc": (lambda path: path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)), "old Word"),
    "locked.docx": (
        lambda path: path.write_bytes(
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le")
        ),
        "password",
    ),
    "cut.docx": (lambda path: path.write_bytes(word_file(paragraph("Hello"))[:-60]), "damaged"),
    "table.xlsx": (lambda path: path.write_bytes(package({"xl/workbook.xml": "<workbook/>"})), "no Word file"),
    "broken.docx": (lambda path: path.write_bytes(word_file("<w:p><w:r>")), "damaged"),
    "bodiless.docx": (lambda path: path.write_bytes(package({"word/document.xml": "<document/>"})), "damaged"),
}


@pytest.mark.parametrize("name", BAD)
def test_what_is_no_source_gets_one_sentence_with_its_name(tmp_path: Path, name: str) -> None:
    make, reason = BAD[name]
    path = tmp_path / name
    make(path)
    with pytest.raises(UserError, match=re.escape(reason)) as raised:
        recognised(read_text(path))
    sentence = str(raised.value)
    assert f"“{name}”" in sentence
    assert sentence.endswith(".")
    assert "\n" not in sentence
