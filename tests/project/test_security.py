"""What `docs/security.md` says is protected is shown by tests that are there."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
TEXT = (ROOT / "docs" / "security.md").read_text(encoding="utf-8")
GUARDS = [line for line in TEXT.splitlines() if line.startswith("|") and "`tests/" in line]
NAMED = re.compile(r"`(tests/[\w/]+\.py)::(test_\w+)`")


@cache
def names_of_tests(path: str) -> set[str]:
    tree = ast.parse((ROOT / path).read_text(encoding="utf-8"))
    return {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}


@pytest.mark.parametrize("guard", GUARDS, ids=lambda line: line.split("|")[1].strip()[:60])
def test_a_guard_is_shown_by_tests_that_are_there(guard: str) -> None:
    shown = NAMED.findall(guard)
    assert len(shown) == guard.count("`tests/"), "a file, two colons, the name of a test"
    assert [f"{path}::{name}" for path, name in shown if name not in names_of_tests(path)] == []


def test_every_line_of_a_table_of_guards_names_a_test() -> None:
    tables = TEXT.split("| guard | shown by |\n|---|---|\n")[1:]
    lines = [line for table in tables for line in table.split("\n\n")[0].splitlines()]
    assert [line for line in lines if line not in GUARDS] == []
    assert len(lines) > 20


def test_what_is_not_protected_is_said() -> None:
    last = TEXT.split("## What is not protected")[1]
    assert all(words in last for words in ("memory", "unlocked"))
