"""Writes what the program is built of: name, version, licence and licence texts of every distribution it needs.

python packaging/third_party.py > THIRD-PARTY.txt
"""

from __future__ import annotations

import re
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent / "pyproject.toml"
EXTRA = "encrypted"
LICENCE_FILE = re.compile(r"(?i)(^|/)(licen[cs]e|copying|notice|authors)[^/]*$")
LINE = "=" * 79


def main() -> int:
    """Write one section a distribution, by name."""
    for found in sorted(_needed(), key=lambda one: one.metadata["Name"].lower()):
        about = found.metadata
        licence = about.get("License-Expression") or about.get("License") or _classified(found) or "see below"
        sys.stdout.write(f"{LINE}\n{about['Name']} {found.version}\nLicence: {licence.splitlines()[0]}\n{LINE}\n\n")
        for words in _texts(found):
            sys.stdout.write(f"{words.strip()}\n\n")
    return 0


def _needed() -> Iterator[Distribution]:
    """Yield the distributions that the program needs, and those that they need, each once."""
    project = tomllib.loads(PROJECT.read_text("utf-8"))["project"]
    waiting = [*project["dependencies"], *project["optional-dependencies"][EXTRA]]
    seen = set()
    while waiting:
        requirement = waiting.pop()
        name = re.split(r"[^\w.-]", requirement, maxsplit=1)[0]
        if "extra ==" in requirement or name.lower() in seen:
            continue
        seen.add(name.lower())
        try:
            found = distribution(name)
        except PackageNotFoundError:  # needed on another system
            continue
        waiting += found.requires or ()
        yield found


def _classified(found: Distribution) -> str:
    kinds = found.metadata.get_all("Classifier") or ()
    return ", ".join(kind.rpartition(" :: ")[2] for kind in kinds if kind.startswith("License"))


def _texts(found: Distribution) -> Iterator[str]:
    for path in found.files or ():
        if LICENCE_FILE.search(str(path)) and ".dist-info/" in str(path):
            yield path.read_text(encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
