"""The chapters of the guide: what there is to read, and the list of keys that is made of the window's own menus."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar

from dialogue_prep.gui.words import _
from dialogue_prep.system.resources import guide_file

KEYS = "keys"
"""The chapter below which the window puts the keys of its menus."""
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


def read_chapters() -> tuple[Chapter, ...]:
    """Return the chapters, in the order in which the first page of the guide lists them."""
    contents = guide_file("README.md").read_text(encoding="utf-8")
    return tuple(Chapter(found["name"], found["title"]) for found in _ENTRY.finditer(contents))


def read_chapter(name: str) -> str:
    """Return the Markdown of a chapter."""
    return guide_file(f"{name}.md").read_text(encoding="utf-8")


def chapter_about(place: str, chapters: Sequence[Chapter]) -> str:
    """Return the chapter about a page of the window; the first one tells of what has none of its own."""
    return place if any(chapter.name == place for chapter in chapters) else chapters[0].name


def list_keys(bar: QMenuBar) -> tuple[KeyLine, ...]:
    """Return what has keys in the menus of a window, in the order of the menus."""
    found = []
    for entry in bar.actions():
        menu = entry.menu()
        if isinstance(menu, QMenu):
            title = menu.title().replace("&", "")
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
        rows.append(f'<tr><td width="180">{escape(line.keys)}</td><td>{escape(line.what)}</td></tr>')
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
