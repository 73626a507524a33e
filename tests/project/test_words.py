"""No file of the project names a package registry, a path of one machine, or who typed it."""

from __future__ import annotations

import re
import subprocess
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

# Each pattern has a bracket in its middle, so that this file does not contain what it forbids.
REGISTRIES = [
    r"pyp[i]\.org",
    r"pythonhoste[d]\.org",
    r"registr[y]\.npmjs",
    r"inde[x]-url",
    r"find-link[s]\s*[= ]",
    r"/simpl[e]/[a-z]",
    r"truste[d]-host",
]
PATHS = [r"/wor[k]/", r"/far[m]/", r"/roo[t]/", r"/tm[p]/", r"\.pyen[v]", r"/op[t]/", r"C:[\\]+User[s]"]
WORKPLACE = [
    r"\bthis sessio[n]\b",
    r"\bdevelopers' sessio[n]\b",
    r"\bA[I]\b",
    r"\bLL[M]\b",
    r"\bChatGP[T]\b",
    r"\bClaud[e]\b",
    r"\bAnthropi[c]\b",
    r"\bOpenA[I]\b",
    r"\bCopilo[t]\b",
    r"\blanguage mode[l]s?\b",
    r"\bsubagen[t]s?\b",
    r"\bsandbo[x]\b",
]
LEFT_OPEN = [r"\bTOD[O]\b", r"\bFIXM[E]\b", r"\bXX[X]\b", r"\bHAC[K]\b", r"\bNotImplementedErro[r]\b"]


@cache
def tracked_texts() -> list[tuple[str, str]]:
    """Return name and text of every file that is tracked or would be."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    names = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout.split("\0")
    texts = []
    for name in sorted(filter(None, names)):
        path = ROOT / name
        if path.is_file() and b"\0" not in (content := path.read_bytes()):
            texts.append((name, content.decode("utf-8")))
    return texts


def found(patterns: list[str], names: str = ".*") -> list[str]:
    pattern = re.compile("|".join(patterns))
    return [
        f"{name}:{line}: {match.group()}"
        for name, text in tracked_texts()
        if re.fullmatch(names, name)
        for match in pattern.finditer(text)
        for line in [text.count("\n", 0, match.start()) + 1]
    ]


@pytest.mark.parametrize("patterns", [REGISTRIES, PATHS, WORKPLACE], ids=["registries", "paths", "workplace"])
def test_no_tracked_file_speaks_of_where_it_was_made(patterns: list[str]) -> None:
    assert found(patterns) == []


def test_nothing_is_left_open() -> None:
    assert found(LEFT_OPEN, r"(dialogue_prep|tests|setup)/.*|[^/]*\.py") == []


@pytest.mark.parametrize(
    ("patterns", "halves"),
    [
        (REGISTRIES, ("--index", "-url x")),
        (PATHS, ("/wo", "rk/x")),
        (WORKPLACE, ("this ses", "sion")),
        (LEFT_OPEN, ("TO", "DO")),
    ],
    ids=["registries", "paths", "workplace", "left open"],
)
def test_the_patterns_find_what_they_forbid(patterns: list[str], halves: tuple[str, str]) -> None:
    assert re.search("|".join(patterns), "".join(halves))
