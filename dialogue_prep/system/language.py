"""The translations of what the program says, by language."""

from __future__ import annotations

import gettext

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
    with resource_file(f"locale/{folder}/LC_MESSAGES/{DOMAIN}.mo").open("rb") as compiled:
        return gettext.GNUTranslations(compiled)
