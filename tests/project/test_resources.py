"""Whatever file the program asks for comes with it."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from dialogue_prep.domain.errors import MachineError
from dialogue_prep.system import resources
from dialogue_prep.system.resources import data_file, guide_file, resource_file

ROOT = Path(__file__).resolve().parents[2]
FOLDERS = {"resource_file": "resources", "data_file": "data", "guide_file": "docs/guide"}


def asked_for() -> Iterator[tuple[str, str, str]]:
    """Yield who asks, the folder, and the name as a pattern: what is only known at run time becomes a star.

    A function that hands its own argument on is followed to those who call it.
    """
    texts = {path: path.read_text(encoding="utf-8") for path in sorted((ROOT / "dialogue_prep").rglob("*.py"))}
    waiting = dict(FOLDERS)
    while waiting:
        asker, folder = waiting.popitem()
        for path in (path for path, text in texts.items() if asker in text):
            tree = parsed(path)
            for function, call in calls_of(asker, tree):
                name = call.args[0]
                if function is not None and isinstance(name, ast.Name) and name.id in parameters(function):
                    waiting[function.name] = folder
                else:
                    where = f"{path.relative_to(ROOT)}:{call.lineno}"
                    yield where, folder, pattern_of(name, constants(tree), where)


@cache
def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_bytes())


def calls_of(asker: str, tree: ast.Module) -> Iterator[tuple[ast.FunctionDef | None, ast.Call]]:
    """Yield each call, and the function in which it stands."""
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == asker:
            around = [each for each in functions if each.lineno <= node.lineno <= (each.end_lineno or 0)]
            yield max(around, key=lambda each: each.lineno, default=None), node


def parameters(function: ast.FunctionDef) -> set[str]:
    return {argument.arg for argument in function.args.args}


def constants(tree: ast.Module) -> dict[str, str]:
    """Return the texts that a module gives a name at its top."""
    return {
        node.targets[0].id: node.value.value
        for node in tree.body
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name)
        if isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)
    }


def pattern_of(name: ast.expr, known: dict[str, str], where: str) -> str:
    match name:
        case ast.Constant(value=str(text)):
            return text
        case ast.Name(id=constant) if constant in known:
            return known[constant]
        case ast.JoinedStr(values=parts):
            return "".join(str(part.value) if isinstance(part, ast.Constant) else "*" for part in parts)
    pytest.fail(f"{where} asks for a file by a name that cannot be read there; write it where it is asked for")


def test_every_name_asked_for_is_there() -> None:
    missing = [f"{where}: {folder}/{name}" for where, folder, name in asked_for() if not [*(ROOT / folder).glob(name)]]
    assert missing == []


@pytest.mark.parametrize("find", [resource_file, data_file, guide_file])
def test_a_missing_file_is_named(find: object) -> None:
    assert callable(find)
    with pytest.raises(MachineError, match=r"no such thing\.docx"):
        find("no such thing.docx")


def test_what_an_installed_package_carries_comes_before_what_lies_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / "dialogue_prep"
    monkeypatch.setattr(resources, "_PACKAGE", package)
    for folder in (tmp_path / "data", package / "data"):
        folder.mkdir(parents=True)
        (folder / "states.toml").touch()
    assert data_file("states.toml") == package / "data" / "states.toml"
