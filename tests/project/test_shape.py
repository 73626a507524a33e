"""Files and functions stay small, packages stay empty, and no name says nothing."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parents[2] / "dialogue_prep"
MODULES = sorted(PACKAGE.rglob("*.py"))
NAMES_THAT_SAY_NOTHING = {"utils", "util", "helpers", "helper", "common", "misc", "manager", "base", "core", "stuff"}


Lengths = list[tuple[str, int]]
Seen = dict[str, tuple[str | None, Lengths]]


@pytest.fixture(scope="module")
def seen() -> Seen:
    """Return what each module is for, as it says, and how many lines each of its functions has."""
    trees = {str(path): ast.parse(path.read_bytes()) for path in MODULES if path.stat().st_size}
    return {path: (ast.get_docstring(tree), lengths(tree)) for path, tree in trees.items()}


def lengths(tree: ast.Module) -> Lengths:
    functions = (node for node in statements(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))
    return [(node.name, (node.end_lineno or 0) - node.lineno + 1) for node in functions]


def statements(node: ast.AST) -> Iterator[ast.AST]:
    """Yield what stands in the blocks of a node, one within another; no function stands within an expression."""
    for block in ("body", "orelse", "handlers", "finalbody", "cases"):
        for child in getattr(node, block, ()):
            yield child
            yield from statements(child)


def test_a_module_is_small() -> None:
    lines = {str(path): len(path.read_text(encoding="utf-8").splitlines()) for path in MODULES}
    assert {path: length for path, length in lines.items() if length > 400} == {}


def test_a_function_is_small(seen: Seen) -> None:
    long = [(path, name) for path, (_, found) in seen.items() for name, length in found if length > 50]
    assert long == []


def test_packages_import_none_of_their_children() -> None:
    filled = [path for path in PACKAGE.rglob("__init__.py") if path.stat().st_size]
    assert filled == []


def test_every_folder_of_modules_is_a_package() -> None:
    folders = {path.parent for path in MODULES}
    assert [folder for folder in folders if not (folder / "__init__.py").is_file()] == []


def test_no_name_says_nothing() -> None:
    stems = {part for path in MODULES for part in path.relative_to(PACKAGE).with_suffix("").parts}
    assert stems & NAMES_THAT_SAY_NOTHING == set()


def test_every_module_says_what_it_is_for(seen: Seen) -> None:
    assert [path for path, (said, _) in seen.items() if not said] == []
