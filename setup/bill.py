"""Writes the software bill of materials as CycloneDX: what is shipped, without anything it is made or tested with.

The command `cyclonedx-py` describes the whole environment; what neither the program needs nor what it is shipped with,
encryption and stores on a server, is left out, and so are addresses: name, version and licence say what a part is.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tomllib
from collections.abc import Callable, Iterable
from importlib.metadata import requires
from pathlib import Path
from typing import Any

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from dialogue_prep.system.version import VERSION

ROOT = Path(__file__).resolve().parent.parent
SHIPPED_EXTRAS = ("encrypted", "shared")

Bill = dict[str, Any]


def shipped_requirements(project: dict[str, Any]) -> list[str]:
    """Return what a `[project]` table asks for, by itself and in the extras that are shipped."""
    extras = project["optional-dependencies"]
    return [*project["dependencies"], *(one for extra in SHIPPED_EXTRAS for one in extras[extra])]


def all_needed(asked: Iterable[str], requires_of: Callable[[str], list[str] | None] = requires) -> set[str]:
    """Return the names of all that is needed for these requirements on this machine, directly or not."""
    waiting = [one for one in map(Requirement, asked) if _is_for_here(one)]
    found = set()
    while waiting:
        one = waiting.pop()
        if (name := canonicalize_name(one.name)) not in found:
            found.add(name)
            asks = map(Requirement, requires_of(name) or [])
            waiting += (other for other in asks if _is_for_here(other, one.extras))
    return found


def _is_for_here(one: Requirement, extras: Iterable[str] = ()) -> bool:
    """Say whether this machine needs what is asked for by somebody of whom these extras are wanted."""
    return one.marker is None or any(one.marker.evaluate({"extra": extra}) for extra in ("", *extras))


def pruned(bill: Bill, needed: set[str]) -> Bill:
    """Return a bill with only the components of these names, and without addresses."""
    kept = [one for one in bill["components"] if canonicalize_name(one["name"]) in needed]
    root = bill["metadata"]["component"]
    refs = {root["bom-ref"], *(one["bom-ref"] for one in kept)}
    return {
        **bill,
        "metadata": {"component": root},
        "components": [{key: one[key] for key in one if key != "externalReferences"} for one in kept],
        "dependencies": [
            {"ref": one["ref"], "dependsOn": [ref for ref in one.get("dependsOn", []) if ref in refs]}
            for one in bill["dependencies"]
            if one["ref"] in refs
        ],
    }


def main(target: Path) -> None:
    """Write the bill of this environment into a file."""
    program = Path(sys.executable).with_name("cyclonedx-py")
    command = [program, "environment", sys.executable, "--pyproject", "pyproject.toml", "--output-reproducible"]
    found = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)  # noqa: S603 - our own words
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    bill = pruned(json.loads(found.stdout), all_needed(shipped_requirements(project)))
    bill["metadata"]["component"]["version"] = VERSION
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(json.dumps(bill, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    print(f"{target}: {len(bill['components'])} components")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
