"""The documents about the project are true: tree, glossary, decisions, changelog, links."""

from __future__ import annotations

import ast
import dataclasses
import importlib
import inspect
import re
import shlex
import subprocess
from pathlib import Path

import pytest

from dialogue_prep.cli.commands import COMMANDS, load, parser_for
from dialogue_prep.system.version import VERSION

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "dialogue_prep"
DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])


def classes_of_the_domain() -> dict[str, type]:
    found: dict[str, type] = {}
    for path in (PACKAGE / "domain").glob("[a-z]*.py"):
        module = importlib.import_module(f"dialogue_prep.domain.{path.stem}")
        classes = inspect.getmembers(module, inspect.isclass)
        found |= {name: kind for name, kind in classes if kind.__module__ == module.__name__}
    return found


def entries_of_the_glossary() -> list[str]:
    return re.findall(r"^\| ([A-Z]\w+) \| \S", (ROOT / "docs/glossary.md").read_text(encoding="utf-8"), re.MULTILINE)


def test_every_dataclass_of_the_domain_is_in_the_glossary() -> None:
    classes = classes_of_the_domain().items()
    public = {name for name, kind in classes if dataclasses.is_dataclass(kind) and not name.startswith("_")}
    assert public - set(entries_of_the_glossary()) == set()


def test_every_entry_of_the_glossary_is_one_class() -> None:
    entries = entries_of_the_glossary()
    assert set(entries) - set(classes_of_the_domain()) == set()
    assert len(entries) == len(set(entries))


def classes_outside_the_domain() -> dict[str, str]:
    """Return in which module each class stands, by its name without the sign of what is private."""
    paths = [path for path in PACKAGE.rglob("*.py") if path.parent != PACKAGE / "domain"]
    trees = ((path, ast.parse(path.read_text(encoding="utf-8"))) for path in paths)
    return {
        node.name.lstrip("_"): str(path.relative_to(PACKAGE))
        for path, tree in trees
        for node in ast.walk(tree)
        if isinstance(node, ast.ClassDef)
    }


def test_no_class_outside_the_domain_bears_the_name_of_an_entry() -> None:
    others = classes_outside_the_domain()
    assert {name: others[name] for name in entries_of_the_glossary() if name in others} == {}


def folders_told() -> set[str]:
    """Return the folders of the tree in docs/architecture.md, where two spaces are one level."""
    text = (ROOT / "docs/architecture.md").read_text(encoding="utf-8")
    tree = text.split("```text\n")[-1].split("```")[0]
    told: set[str] = set()
    parents: list[str] = []
    for indent, name in re.findall(r"^( *)([\w.]+/)  +\S", tree, re.MULTILINE):
        parents = [*parents[: len(indent) // 2], name]
        told.add("".join(parents))
    return told


def folders_kept() -> set[str]:
    """Return the folders that the tree has to show; folders of tests that mirror the package are not among them."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    names = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout.split("\0")
    folders = {parent.parts for name in filter(None, names) for parent in Path(name).parents if parent.parts}
    shown = {parts for parts in folders if len(parts) == 1 or parts[0] == "dialogue_prep"}
    shown |= {parts for parts in folders if len(parts) == 2 and parts[0] in {"tests", "resources", "packaging"}}
    mirrors = {("tests", folder.name) for folder in PACKAGE.iterdir() if folder.is_dir()}
    return {f"{'/'.join(parts)}/" for parts in shown - mirrors}


def test_every_folder_of_the_tree_is_there() -> None:
    assert folders_told() - folders_kept() == set()


def test_every_folder_is_in_the_tree() -> None:
    assert folders_kept() - folders_told() == set()


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_every_link_and_every_file_named_is_there(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    links = [path.parent / target for target in re.findall(r"\]\(([^)#:]+)\)", text)]
    named = [*re.findall(r"`((?:dialogue_prep|tests|docs|setup|data|resources)/[\w./-]+)`", text)]
    within = [
        f"dialogue_prep/{name}" for name in re.findall(r"`((?:domain|store|system|services|gui|cli)/[\w./]+)`", text)
    ]
    files = [*links, *(ROOT / name for name in named), *(ROOT / name for name in within)]
    assert [str(file) for file in files if not file.exists()] == []


def test_every_command_that_a_document_names_is_one() -> None:
    texts = [path.read_text(encoding="utf-8") for path in DOCUMENTS]
    named = {name for text in texts for name in re.findall(r"dialogue-prep (?:--store \S+ )?([a-z][a-z-]+)\b", text)}
    assert "demo" in named
    assert named - set(COMMANDS) == set()


def commands_told() -> list[str]:
    """Return the command lines of the README, in its text and in its blocks, without the name of the program."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    lines = [
        *re.findall(r"`((?:dialogue-prep )?[a-z-]+ [^`]+)`", text),
        *re.findall(r"^ *(dialogue-prep .+)$", text, re.M),
    ]
    bare = (re.sub(r"^dialogue-prep (?:--store \S+ )?", "", line).replace("...", "") for line in lines)
    return [line for line in bare if line.split()[0] in COMMANDS]


def test_every_command_line_of_the_readme_is_understood() -> None:
    told = commands_told()
    assert len(told) > 12
    for line in told:
        name, *rest = shlex.split(line)
        parser_for(name, load(name)).parse_args(rest)


def test_decisions_are_numbered_without_gaps() -> None:
    numbers = [int(path.name[:4]) for path in sorted((ROOT / "docs/decisions").glob("*.md"))]
    assert numbers == list(range(1, len(numbers) + 1))


def test_the_changelog_begins_with_this_version() -> None:
    headings = re.findall(r"^## (\S+)", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert headings[0] == VERSION
