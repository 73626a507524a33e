"""The guide tells of the program as it is, in each language: its words stand in the window, its chapters are there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QApplication

from dialogue_prep.gui.boxes.help_chapters import KEYS, TRANSLATIONS, Guide
from dialogue_prep.gui.dress import LANGUAGES
from dialogue_prep.gui.window.interior import places

ROOT = Path(__file__).resolve().parents[2]
GUIDE = ROOT / "docs" / "guide"
PAGES = sorted(GUIDE.glob("*.md"))
_LONGEST_WORDS = 32
_BUILT_OF = (r"^#+ ", r"^\d+\. ", r"^- ", r"\]\([\w/-]+\.(?:md|png)\)")

every_translation = pytest.mark.parametrize("language", TRANSLATIONS)


def code_of_the_window() -> str:
    """Return the code of the window, without the marks of the letters that open menus."""
    modules = sorted((ROOT / "dialogue_prep" / "gui").rglob("*.py"))
    return "".join(path.read_text(encoding="utf-8") for path in modules).replace("&", "")


def quoted(page: Path) -> Iterator[str]:
    """Yield what a page sets in bold; of a way through menus, each step."""
    for words in re.findall(r"\*\*([^*]+)\*\*", page.read_text(encoding="utf-8")):
        yield from plain(words).split(" › ")


def plain(words: str) -> str:
    """Return words without the letter that opens a menu, with simple spaces."""
    return " ".join(re.sub(r"\(&\w\)|&", "", words).split())


def shape(page: Path) -> list[list[str]]:
    """Return the headings, steps, lines of lists, links and pictures of a page, without their words."""
    text = page.read_text(encoding="utf-8")
    return [re.findall(part, text, re.MULTILINE) for part in _BUILT_OF]


@cache
def words_of_the_window(language: str) -> dict[str, set[str]]:
    """Return what each text of the window is in a language."""
    folder = ROOT / "resources" / "locale" / language.replace("-", "_") / "LC_MESSAGES"
    with (folder / "dialogue_prep.po").open("rb") as file:
        messages = [message for message in read_po(file) if message.id]
    said: dict[str, set[str]] = {}
    for message in messages:
        one = (message.id, message.string) if isinstance(message.id, str) else (message.id[0], message.string[0])
        said.setdefault(plain(one[0]), set()).add(plain(one[1]))
    return said


def test_what_the_guide_sets_in_bold_stands_in_the_window() -> None:
    code = code_of_the_window()
    quotes = [(page.name, words) for page in PAGES for words in quoted(page)]
    assert len(quotes) > 100
    assert [quote for quote in quotes if f'"{quote[1]}"' not in code] == []


@every_translation
def test_a_translation_names_what_the_english_names_as_the_window_does(language: str) -> None:
    said = words_of_the_window(language)
    for page in PAGES:
        wanted = [said[words] for words in quoted(page)]
        named = set(quoted(GUIDE / language / page.name))
        assert (page.name, [names for names in wanted if not names & named]) == (page.name, [])
        assert named - set().union(*wanted) == set()


@every_translation
def test_a_translation_is_built_like_the_english(language: str) -> None:
    for page in PAGES:
        assert (page.name, shape(GUIDE / language / page.name)) == (page.name, shape(page))


def test_there_is_a_guide_in_every_language_of_the_window_and_no_page_too_many() -> None:
    assert set(LANGUAGES) == {"en", *TRANSLATIONS}
    for language in TRANSLATIONS:
        assert {page.name for page in (GUIDE / language).glob("*.md")} == {page.name for page in PAGES}


@pytest.mark.parametrize("language", ["en", *TRANSLATIONS])
def test_every_chapter_is_listed_and_every_page_of_the_window_has_one(language: str) -> None:
    guide = Guide(language)
    names = [chapter.name for chapter in guide.chapters]
    assert set(names) == {page.stem for page in PAGES} - {"README"}
    assert [guide.about(place.name) for place in places()] == [place.name for place in places()]
    assert guide.about("start") == names[0]
    assert KEYS in names


@pytest.mark.parametrize("language", ["en", *TRANSLATIONS])
def test_a_chapter_begins_with_the_title_under_which_it_is_listed(language: str) -> None:
    guide = Guide(language)
    assert [f"# {chapter.title}" for chapter in guide.chapters] == [
        guide.read(chapter.name).splitlines()[0] for chapter in guide.chapters
    ]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_sentences_of_the_guide_are_short(page: Path) -> None:
    paragraphs = re.split(r"\n\s*\n|\n(?=[-#]|\d+\. )", page.read_text(encoding="utf-8"))
    sentences = [sentence for paragraph in paragraphs for sentence in re.split(r"(?<=[.:;?])\s", paragraph)]
    assert [sentence for sentence in sentences if len(sentence.split()) > _LONGEST_WORDS] == []


def test_what_is_set_in_bold_is_shown_in_bold(qapp: QApplication) -> None:
    for page in GUIDE.rglob("*.md"):
        document = QTextDocument()
        document.setMarkdown(page.read_text(encoding="utf-8"))
        assert (page, document.toPlainText().count("*")) == (page, 0)
