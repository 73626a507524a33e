"""`dialogue-prep search`: words in everything the store keeps."""

from __future__ import annotations

import argparse
from dataclasses import fields

from dialogue_prep.cli.terminal import DONE, Terminal, columns
from dialogue_prep.domain.identity import Identified
from dialogue_prep.domain.text import Text

EXAMPLE = "dialogue-prep search extradition"
EXCERPT = 160


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take the words."""
    parser.add_argument("words", nargs="+", metavar="TEXT", help="words, or their beginnings")


def run(terminal: Terminal, arguments: argparse.Namespace) -> int:
    """Show what was found, best first."""
    with terminal.reading() as workspace, workspace.look() as work:
        found = work.search(" ".join(arguments.words))
    answers = [_answer(value) for value in found]
    rows = [(answer["kind"], answer["title"], answer["excerpt"]) for answer in answers]
    terminal.answer(answers, columns(rows) or ["Nothing was found."])
    return DONE


def _answer(value: Identified) -> dict[str, str]:
    contents = [getattr(value, field.name) for field in fields(value)]
    texts = [content.read("en") for content in contents if isinstance(content, Text) and content]
    words = texts or [str(getattr(value, "words", ""))]
    return {
        "kind": type(value).__name__,
        "id": value.id,
        "title": str(getattr(value, "code", "")) or _short(words[0], EXCERPT // 2),
        "excerpt": _short(" · ".join(words), EXCERPT),
    }


def _short(words: str, length: int) -> str:
    words = " ".join(words.split())
    return words if len(words) <= length else f"{words[: length - 1].rstrip()}…"
