"""Compile the translations: every `resources/locale/*/LC_MESSAGES/*.po` becomes the `.mo` that gettext reads.

Hatch calls it before it packs or links the package; `python build_catalogues.py` does the same by hand. A wheel carries
`resources/`, `data/` and `docs/guide/` inside the package; a linked package (`pip install -e`) must not, or it would
read old copies.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface

CARRIED = ("resources", "data", "docs/guide")
"""What the program reads while it runs, and a wheel therefore carries inside the package."""


class CustomBuildHook(BuildHookInterface[Any]):
    """What Hatch calls by this name."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile before anything is packed, and say what a wheel carries; `version` is "standard" or "editable"."""
        compile_catalogues(Path(self.root))
        if self.target_name == "wheel" and version == "standard":
            build_data["force_include"] |= {folder: f"dialogue_prep/{folder}" for folder in CARRIED}


def compile_catalogues(root: Path) -> list[Path]:
    """Compile the catalogues under `root` that are newer than what was made of them; return the files written."""
    written = []
    for source in sorted(root.glob("resources/locale/*/LC_MESSAGES/*.po")):
        target = source.with_suffix(".mo")
        if target.exists() and target.stat().st_mtime_ns >= source.stat().st_mtime_ns:
            continue
        with source.open("rb") as lines:
            catalogue = read_po(lines, abort_invalid=True)
        with target.open("wb") as made:
            write_mo(made, catalogue)
        written.append(target)
    return written


if __name__ == "__main__":
    compile_catalogues(Path(__file__).parent)
