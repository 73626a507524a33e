"""Bring every text of the window and the papers into the catalogues: `make texts`.

Translations are kept, what is new comes in without one, what the program no longer says is dropped. Lines are sorted
and without their numbers, so that a catalogue changes only where the texts did.
"""

from __future__ import annotations

import argparse
from enum import StrEnum
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po
from texts_in_code import TextsInCode

from dialogue_prep.domain.commitment import CommitmentState
from dialogue_prep.domain.delegation import DelegateRole
from dialogue_prep.domain.hosting import Basis
from dialogue_prep.domain.instrument import InstrumentState
from dialogue_prep.domain.milestone import DayCount, MilestoneState
from dialogue_prep.domain.round import RoundStatus
from dialogue_prep.system.atomic import write_whole

Translation = str | tuple[str, ...] | list[str] | None

ROOT = Path(__file__).resolve().parents[1]
CATALOGUES = ROOT / "resources" / "locale"
_WIDTH = 120
_HEAD = """\
{comment}
msgid ""
msgstr ""
"Language: {language}\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Plural-Forms: {forms}\\n"

"""
_ENUMERATIONS: tuple[type[StrEnum], ...] = (
    Basis,
    CommitmentState,
    DayCount,
    DelegateRole,
    InstrumentState,
    MilestoneState,
    RoundStatus,
)
"""Enumerations whose values themselves stand in papers and tables."""


def main() -> None:
    """Bring the catalogues up to date, and say how many texts each leaves untranslated."""
    parser = argparse.ArgumentParser(description="Bring every text of the program into the catalogues.")
    parser.add_argument("language", nargs="*", default=["*"], help="only this one, by its folder, such as fr")
    wanted = template(ROOT / "dialogue_prep")
    for path in (path for one in parser.parse_args().language for path in sorted(CATALOGUES.glob(f"{one}/*/*.po"))):
        catalogue = brought_up_to_date(path, wanted)
        write_whole(path, _written(catalogue))
        missing = sum(not told(message.string) for message in catalogue if message.id)
        print(f"{path.relative_to(ROOT)}: {len(catalogue)} texts, {missing} untranslated")


def template(package: Path) -> Catalog:
    """Return a catalogue of all texts that the program says, without translations."""
    code = TextsInCode(package)
    found = code.all()
    if code.unseen:
        raise SystemExit("These texts are not to be found:\n" + "\n".join(sorted(code.unseen)))
    for enumeration in _ENUMERATIONS:
        for member in enumeration:
            found.setdefault((member.value, ""), set()).add(enumeration.__module__.replace(".", "/") + ".py")
    catalogue = Catalog()
    for (text, where), files in found.items():
        catalogue.add(text, locations=[(file, 0) for file in sorted(files)], context=where or None)
    return catalogue


def brought_up_to_date(path: Path, wanted: Catalog) -> Catalog:
    """Return the catalogue of a file with the wanted texts and none but these, and its translations of them."""
    with path.open("rb") as lines:
        catalogue = read_po(lines, abort_invalid=True)
    catalogue.update(wanted, no_fuzzy_matching=True)
    return catalogue


def told(translation: Translation) -> bool:
    """Say whether a text is translated, in all its forms."""
    forms = (translation,) if isinstance(translation, str) else tuple(translation or ("",))
    return all(forms)


def _written(catalogue: Catalog) -> bytes:
    """Return the lines of a catalogue; its head says nothing of day, person or tool."""
    head = _HEAD.format(
        comment=catalogue.header_comment, language=catalogue.locale_identifier, forms=catalogue.plural_forms
    )
    lines = BytesIO()
    write_po(
        lines, catalogue, width=_WIDTH, omit_header=True, include_lineno=False, ignore_obsolete=True, sort_output=True
    )
    return head.encode() + lines.getvalue()


if __name__ == "__main__":
    main()
