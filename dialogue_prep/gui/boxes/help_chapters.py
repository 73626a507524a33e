"""The chapters of the guide: what there is to read, and the list of keys that is made of the window's own menus."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar

from dialogue_prep.gui.kit.labels import without_letter
from dialogue_prep.gui.words import _
from dialogue_prep.system.resources import guide_file

KEYS = "keys"
"""The chapter below which the window puts the keys of its menus."""
TRANSLATIONS = ("fr", "zh-Hans")
"""The languages, beside English, in which there is a guide; each is a folder of it."""
_ENTRY = re.compile(r"^\d+\. \[(?P<title>[^\]]+)\]\((?P<name>[\w-]+)\.md\)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Chapter:
    """One chapter: the name of its file without the ending, and its title."""

    name: str
    title: str


@dataclass(frozen=True, slots=True)
class KeyLine:
    """One entry of a menu that has keys: the title of the menu, what the entry does, the keys as people name them."""

    menu: str
    what: str
    keys: str


class Guide:
    """The guide in a language (BCP 47: `fr`, `zh-Hans`), in English where it is not translated into it."""

    def __init__(self, language: str) -> None:
        self._folder = language if language in TRANSLATIONS else "."
        found = _ENTRY.finditer(self.read("README"))
        self.chapters: tuple[Chapter, ...] = tuple(Chapter(entry["name"], entry["title"]) for entry in found)
        """In the order in which its first page lists them."""

    def read(self, name: str) -> str:
        """Return the Markdown of a chapter, or of the first page."""
        return guide_file(f"{self._folder}/{name}.md").read_text(encoding="utf-8")

    def picture(self, name: str) -> Path:
        """Return the path of a picture, which shows the window in the language of the guide."""
        return guide_file(f"{self._folder}/pictures/{name}")

    def about(self, place: str) -> str:
        """Return the chapter about a page of the window; the first one tells of what has none of its own."""
        return place if any(chapter.name == place for chapter in self.chapters) else self.chapters[0].name


def list_keys(bar: QMenuBar) -> tuple[KeyLine, ...]:
    """Return what has keys in the menus of a window, in the order of the menus."""
    found = []
    for entry in bar.actions():
        menu = entry.menu()
        if isinstance(menu, QMenu):
            title = without_letter(menu.title())
            found += [
                KeyLine(title, _bare(action.text()), keys)
                for action in _entries(menu)
                if (keys := action.shortcut().toString(QKeySequence.SequenceFormat.NativeText))
            ]
    return tuple(found)


def keys_as_table(lines: Sequence[KeyLine]) -> str:
    """Return the keys as a table in HTML; texts of menus are shown as they are, whatever they look like."""
    rows = []
    menu = ""
    for line in lines:
        if line.menu != menu:
            menu = line.menu
            rows.append(f'<tr><td colspan="2"><p style="margin-top: 12px"><b>{escape(menu)}</b></p></td></tr>')
        rows.append(f'<tr valign="middle"><td width="180">{escape(line.keys)}</td><td>{escape(line.what)}</td></tr>')
    return f'<table cellspacing="0" cellpadding="4">{"".join(rows)}</table>'


def _entries(menu: QMenu) -> Iterator[QAction]:
    for action in menu.actions():
        within = action.menu()
        if isinstance(within, QMenu):
            yield from _entries(within)
        else:
            yield action


def _bare(text: str) -> str:
    """Return what an entry is called without the step that it would take back or do again."""
    for named in (_("Undo: {what}"), _("Redo: {what}")):
        head = named.partition("{what}")[0]
        if text.startswith(head):
            return head.rstrip(" \u00a0:：")
    return text.replace("&&", "&")
