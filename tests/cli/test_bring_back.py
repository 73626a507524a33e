"""`bring-back` reports first, and takes in with consent only."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

from dialogue_prep.documents.model import UnitKey
from tests.documents.word_edits import EditedCopy

INTERNAL = "We can live with much less."
UNITS = {"unit", "was", "ours", "words", "versions"}


def edited(path: Path, before: bytes, after: bytes) -> None:
    """Put other words into a Word file, as somebody would in Word."""
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    assert before in parts["word/document.xml"]
    parts["word/document.xml"] = parts["word/document.xml"].replace(before, after, 1)
    with zipfile.ZipFile(path, "w") as package:
        for name, part in parts.items():
            package.writestr(name, part)


def test_edits_are_reported_and_taken_in_with_consent_only(give, demonstrated: Path) -> None:
    give("draft", "agenda", "--out", "agenda.docx")
    edited(Path("agenda.docx"), b"Closing remarks", b"Farewell")
    told = give("bring-back", "agenda.docx", "--json")
    assert told.code == 1
    assert set(told.json) == {"unchanged", "taken", "merged", "conflicts", "new", "deleted", "notes"}
    (taken,) = told.json["taken"]
    assert set(taken) == UNITS
    assert (taken["was"], taken["words"]) == ("Closing remarks", "Farewell")
    assert "Nothing was stored; say --yes to store it." in told.said
    assert "Farewell" not in give("agenda", "--json").answer
    asked = give("bring-back", "agenda.docx", "--yes")
    assert asked.code == 0
    assert "taken: Farewell" in asked.answer
    assert "Farewell" in give("agenda", "--json").answer
    assert "Bring edits back: Provisional agenda" in give("history", "--json").answer
    give("undo")
    assert "Farewell" not in give("agenda", "--json").answer


def test_a_copy_that_nobody_edited_stores_nothing(give, demonstrated: Path) -> None:
    give("draft", "speaking-notes", "--out", "notes.docx")
    told = give("bring-back", "notes.docx", "--json")
    assert told.code == 0
    assert told.json["unchanged"]
    assert [name for name, found in told.json.items() if found] == ["unchanged"]
    assert "Bring edits back" not in give("history", "--json").answer


def test_a_copy_that_was_only_saved_again_is_known_and_its_paper_written_anew(give, demonstrated: Path) -> None:
    give("draft", "agenda", "--out", "agenda.docx")
    written = Path("agenda.docx").read_bytes()
    edited(Path("agenda.docx"), b"<w:body>", b"<w:body >")
    assert "was edited since it was written" in give("draft", "agenda", "--out", "agenda.docx").said
    assert give("bring-back", "agenda.docx").code == 0
    assert give("draft", "agenda", "--out", "agenda.docx").code == 0
    assert Path("agenda.docx").read_bytes() == written


def test_a_file_that_is_none_is_refused_in_one_sentence(give, demonstrated: Path) -> None:
    Path("notes.docx").write_bytes(b"no package")
    told = give("bring-back", "notes.docx")
    assert told.code == 1
    assert "“notes.docx” cannot be read because it is damaged, or no Word file." in told.said


def test_internal_words_in_a_copy_of_a_shared_paper_are_told_and_not_taken(give, demonstrated: Path) -> None:
    give("draft", "speaking-notes", "--out", "notes.docx")
    edited(Path("notes.docx"), b"Propose that both sides adopt the agenda as it stands.", INTERNAL.encode())
    assert f"taken: {INTERNAL}" in give("bring-back", "notes.docx", "--yes").answer
    give("draft", "agenda", "--out", "agenda.docx")
    edited(Path("agenda.docx"), b"Closing remarks", INTERNAL.encode())
    told = give("bring-back", "agenda.docx", "--yes")
    assert f"It says what is internal (“{INTERNAL}”)" in told.said
    assert f"conflict: Closing remarks | agenda: {INTERNAL}" in told.answer
    assert INTERNAL not in give("agenda", "--json").answer


def test_a_note_that_names_nobody_is_of_whoever_saved_the_copy(give, demonstrated: Path) -> None:
    give("draft", "agenda", "--out", "agenda.docx")
    path = Path("agenda.docx")
    with zipfile.ZipFile(path) as package:
        parts = b"".join(package.read(name) for name in package.namelist() if name.startswith("customXml/"))
    written = re.search(rb'key="(agenda_item/[^"]*/title/en)"', parts)
    assert written is not None
    copy = EditedCopy(path.read_bytes(), author="")
    copy.comment(UnitKey(*written.group(1).decode().split("/")), "Is this so?")
    path.write_bytes(copy.saved())
    assert "note by agenda: Is this so?" in give("bring-back", "agenda.docx").answer
