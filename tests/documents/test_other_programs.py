"""Copies that other programs saved are read; each says how surely its units were found."""

from __future__ import annotations

import pytest

from dialogue_prep.documents.returned import SavingProgram, Via
from dialogue_prep.domain.draft import Profile
from tests.documents.other_programs import PROGRAMS
from tests.documents.test_read_back import editable, edits, read, written
from tests.documents.word_edits import EditedCopy

MARKS = {
    ("Word", Profile.WORD): {Via.TAG, Via.BOOKMARK},
    ("Word", Profile.LIBREOFFICE): {Via.BOOKMARK},
    ("WPS Office", Profile.WORD): {Via.TAG, Via.BOOKMARK},
    ("WPS Office", Profile.LIBREOFFICE): {Via.BOOKMARK},
    ("Google Docs", Profile.WORD): {Via.BOOKMARK, Via.LIKENESS},
    ("Google Docs", Profile.LIBREOFFICE): {Via.BOOKMARK, Via.LIKENESS},
    ("LibreOffice", Profile.WORD): {Via.LIKENESS},
    ("LibreOffice", Profile.LIBREOFFICE): {Via.BOOKMARK},
}
ADDED = ", and 双方 agreed on more"


@pytest.mark.parametrize("paper", [0, 2])
@pytest.mark.parametrize(("program", "profile"), MARKS)
def test_what_a_program_does_to_a_copy_is_no_edit_and_what_was_typed_in_it_is_found(
    program: str, profile: Profile, paper: int
) -> None:
    document, base, word = written(paper, profile)
    copy = EditedCopy(word)
    chosen = [unit for unit in editable(document) if len(unit.text) > 20][::7][:3]
    for unit in chosen:
        copy.retype(unit.key, unit.text + ADDED)
    returned = read(PROGRAMS[program](copy.saved()), base)
    assert returned.file.program is SavingProgram(program)
    assert {unit.via for unit in returned.units.values()} <= MARKS[program, profile]
    assert (returned.likened > 0) == (Via.LIKENESS in MARKS[program, profile])
    assert returned.safe == ((program, profile) != ("LibreOffice", Profile.WORD))
    assert edits(returned, base) == {str(unit.key): unit.text + ADDED for unit in chosen}
    assert (returned.new, returned.fixed) == ((), ())
