"""The guide tells of the program as it is: its words stand in the window, its chapters and pictures are there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from dialogue_prep.gui.boxes.help_chapters import KEYS, chapter_about, read_chapter, read_chapters
from dialogue_prep.gui.window.interior import places

ROOT = Path(__file__).resolve().parents[2]
GUIDE = ROOT / "docs" / "guide"
PAGES = sorted(GUIDE.glob("*.md"))
_LONGEST_WORDS = 32


def code_of_the_window() -> str:
    """Return the code of the window, without the marks of the letters that open menus."""
    modules = sorted((ROOT / "dialogue_prep" / "gui").rglob("*.py"))
    return "".join(path.read_text(encoding="utf-8") for path in modules).replace("&", "")


def quoted(page: Path) -> Iterator[str]:
    """Yield what a page sets in bold; of a way through menus, each step."""
    for words in re.findall(r"\*\*([^*]+)\*\*", page.read_text(encoding="utf-8")):
        yield from " ".join(words.split()).split(" › ")


def test_what_the_guide_sets_in_bold_stands_in_the_window() -> None:
    code = code_of_the_window()
    quotes = [(page.name, words) for page in PAGES for words in quoted(page)]
    assert len(quotes) > 100
    assert [quote for quote in quotes if f'"{quote[1]}"' not in code] == []


def test_every_chapter_is_listed_and_every_page_of_the_window_has_one() -> None:
    chapters = read_chapters()
    assert {chapter.name for chapter in chapters} == {page.stem for page in PAGES} - {"README"}
    assert [chapter_about(place.name, chapters) for place in places()] == [place.name for place in places()]
    assert chapter_about("start", chapters) == chapters[0].name
    assert KEYS in {chapter.name for chapter in chapters}


def test_a_chapter_begins_with_the_title_under_which_it_is_listed() -> None:
    assert [f"# {chapter.title}" for chapter in read_chapters()] == [
        read_chapter(chapter.name).splitlines()[0] for chapter in read_chapters()
    ]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_sentences_of_the_guide_are_short(page: Path) -> None:
    paragraphs = re.split(r"\n\s*\n|\n(?=[-#]|\d+\. )", page.read_text(encoding="utf-8"))
    sentences = [sentence for paragraph in paragraphs for sentence in re.split(r"(?<=[.:;?])\s", paragraph)]
    assert [sentence for sentence in sentences if len(sentence.split()) > _LONGEST_WORDS] == []
