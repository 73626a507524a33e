"""The translations of what the program says, by language."""

from __future__ import annotations

import gettext
from functools import cache
from pathlib import Path

from dialogue_prep.system.resources import resource_file

DOMAIN = "dialogue_prep"


def catalogue(language: str) -> gettext.NullTranslations:
    """Return the catalogue of a language (BCP 47: `fr`, `zh-Hans`); one that changes nothing where there is none.

    MachineError where the program comes in this language but its compiled catalogue is missing.
    """
    folder = language.replace("-", "_")
    known = {path.name for path in resource_file("locale").iterdir() if path.is_dir()}
    if folder not in known:
        return gettext.NullTranslations()
    return _read(resource_file(f"locale/{folder}/LC_MESSAGES/{DOMAIN}.mo"))


# Each paper asks for its catalogue, and to read one takes longer than to compose a small paper.
@cache
def _read(path: Path) -> gettext.NullTranslations:
    with path.open("rb") as compiled:
        return gettext.GNUTranslations(compiled)
