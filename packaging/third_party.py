"""Writes what the program is built of: name, version, licence and licence texts of every distribution it needs.

python packaging/third_party.py > THIRD-PARTY.txt
"""

from __future__ import annotations

import re
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import Distribution, distribution
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
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
    """Yield the distributions that are shipped, as the bill of materials has them."""
    sys.path[:0] = [str(ROOT), str(ROOT / "setup")]
    from bill import all_needed, shipped_requirements

    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    return map(distribution, all_needed(shipped_requirements(project)))


def _classified(found: Distribution) -> str:
    kinds = found.metadata.get_all("Classifier") or ()
    return ", ".join(kind.rpartition(" :: ")[2] for kind in kinds if kind.startswith("License"))


def _texts(found: Distribution) -> Iterator[str]:
    for path in found.files or ():
        if LICENCE_FILE.search(str(path)) and ".dist-info/" in str(path):
            yield path.read_text(encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
