"""What the window says is put together by the language of the window, in `gui/words.py` and nowhere else."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

WINDOW = Path(__file__).resolve().parents[2] / "dialogue_prep" / "gui"
WORDS = WINDOW / "words.py"
STOPS = (", ", "; ", ": ", ". ", " (", ") ")
"""What English puts between words, and Chinese does not."""


Nodes = dict[Path, list[ast.AST]]


@pytest.fixture(scope="module")
def window() -> Nodes:
    """Return of each module of the window what can put a text together."""
    modules = (path for path in sorted(WINDOW.rglob("*.py")) if path != WORDS)
    return {
        path: [node for node in ast.walk(ast.parse(path.read_bytes())) if isinstance(node, ast.Call | ast.JoinedStr)]
        for path in modules
    }


def test_nothing_is_joined_by_the_commas_of_english(window: Nodes) -> None:
    assert [place for path, nodes in window.items() for place in joined(path, nodes)] == []


def test_no_text_is_put_together_by_the_stops_of_english(window: Nodes) -> None:
    assert [place for path, nodes in window.items() for place in put_together(path, nodes)] == []


def test_sentences_are_read_in_one_place(window: Nodes) -> None:
    read = [
        f"{path.name}:{node.lineno}"
        for path, nodes in window.items()
        for node in nodes
        if isinstance(node, ast.Call) and any(one.arg == "translate" for one in node.keywords)
    ]
    assert read == []


def joined(path: Path, nodes: list[ast.AST]) -> Iterator[str]:
    for node in nodes:
        match node:
            case ast.Call(func=ast.Attribute(value=ast.Constant(value=str(between)), attr="join")) if between in STOPS:
                yield f"{path.name}:{node.lineno}"


def put_together(path: Path, nodes: list[ast.AST]) -> Iterator[str]:
    """Yield where a stop stands between two values that are put into a text."""
    for node in nodes:
        if isinstance(node, ast.JoinedStr):
            between = [part.value for part in node.values[1:] if isinstance(part, ast.Constant)]
            if any(str(words).startswith(STOPS) for words in between):
                yield f"{path.name}:{node.lineno}"
