"""Every text of the program is translated, whole and with its places; translations are compiled when they change."""

from __future__ import annotations

import gettext
import importlib
import importlib.util
import os
import re
import sys
from pathlib import Path
from types import ModuleType

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import PoFileError, read_po

from dialogue_prep.gui.dress import LANGUAGES

ROOT = Path(__file__).resolve().parents[2]
TRANSLATED = sorted(set(LANGUAGES) - {"en"})
PLACE = re.compile(r"\{+\w+\}+")
FILES = re.compile(r"\(\*[^)]*\)")
# In French: a space that may break, or none, before a high sign or within quotation marks.
LOOSE = re.compile("[^\\s;\u00a0\u202f][;?!»](?=\\s|$)| [;:?!»]|«(?![\u00a0\u202f])|[^\\s\u00a0\u202f]:(?=\\s|$)")
HEAD = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\n'


@pytest.fixture(scope="module")
def build_catalogues() -> ModuleType:
    found = importlib.util.spec_from_file_location("build_catalogues", ROOT / "build_catalogues.py")
    assert found is not None
    assert found.loader is not None
    module = importlib.util.module_from_spec(found)
    found.loader.exec_module(module)
    return module


@pytest.fixture
def catalogue(tmp_path: Path) -> Path:
    path = tmp_path / "resources" / "locale" / "fr" / "LC_MESSAGES" / "dialogue_prep.po"
    path.parent.mkdir(parents=True)
    path.write_text(HEAD + 'msgid "Round"\nmsgstr "Réunion"\n', encoding="utf-8")
    return path


def test_a_compiled_catalogue_is_what_gettext_reads(
    build_catalogues: ModuleType, catalogue: Path, tmp_path: Path
) -> None:
    assert build_catalogues.compile_catalogues(tmp_path) == [catalogue.with_suffix(".mo")]
    french = gettext.translation("dialogue_prep", tmp_path / "resources" / "locale", ["fr"])
    assert french.gettext("Round") == "Réunion"


def test_only_a_changed_catalogue_is_compiled_again(
    build_catalogues: ModuleType, catalogue: Path, tmp_path: Path
) -> None:
    (compiled,) = build_catalogues.compile_catalogues(tmp_path)
    assert build_catalogues.compile_catalogues(tmp_path) == []
    later = compiled.stat().st_mtime + 10
    os.utime(catalogue, (later, later))
    assert build_catalogues.compile_catalogues(tmp_path) == [compiled]


def test_a_damaged_catalogue_stops_the_build(build_catalogues: ModuleType, catalogue: Path, tmp_path: Path) -> None:
    catalogue.write_text(HEAD + "Round is Réunion in French", encoding="utf-8")
    with pytest.raises(PoFileError):
        build_catalogues.compile_catalogues(tmp_path)


@pytest.fixture(scope="module")
def gather_texts() -> ModuleType:
    """Return the script that brings the texts into the catalogues; it stands beside another one that it imports."""
    sys.path.insert(0, str(ROOT / "setup"))
    try:
        return importlib.import_module("gather_texts")
    finally:
        sys.path.pop(0)


@pytest.fixture(scope="module")
def said(gather_texts: ModuleType) -> Catalog:
    """Return every text that the program says."""
    wanted: Catalog = gather_texts.template(ROOT / "dialogue_prep")
    return wanted


@pytest.fixture(scope="module", params=TRANSLATED)
def language(request: pytest.FixtureRequest) -> Catalog:
    path = ROOT / "resources" / "locale" / request.param.replace("-", "_") / "LC_MESSAGES" / "dialogue_prep.po"
    with path.open("rb") as lines:
        return read_po(lines, abort_invalid=True)


def test_every_text_of_the_program_is_in_every_catalogue(said: Catalog, language: Catalog) -> None:
    assert [text.id for text in said if text.id and language.get(text_of(text), text.context) is None] == []


def test_every_text_is_translated_and_no_translation_is_a_guess(gather_texts: ModuleType, language: Catalog) -> None:
    assert [text.id for text in language if text.id and (text.fuzzy or not gather_texts.told(text.string))] == []


def test_a_translation_has_the_places_of_its_text(language: Catalog) -> None:
    broken = [
        (one, form)
        for text in language
        if text.id
        for one, form in zip(forms(text.id, len(forms(text.string))), forms(text.string), strict=True)
        if places(one) != places(form) or FILES.findall(one) != FILES.findall(form)
    ]
    assert broken == []


def test_a_counted_text_has_a_form_for_each_number_that_the_language_tells_apart(language: Catalog) -> None:
    assert [
        text.id
        for text in language
        if text.pluralizable and text.id and len(forms(text.string)) != language.num_plurals
    ] == []


def test_signs_in_french_stand_beside_a_space_that_does_not_break() -> None:
    with (ROOT / "resources/locale/fr/LC_MESSAGES/dialogue_prep.po").open("rb") as lines:
        french = read_po(lines, abort_invalid=True)
    assert [form for text in french if text.id for form in forms(text.string) if LOOSE.search(form)] == []


def test_texts_are_followed_through_names_tables_and_functions(gather_texts: ModuleType, tmp_path: Path) -> None:
    package = tmp_path / "program"
    (package / "domain").mkdir(parents=True)
    (package / "domain" / "words.py").write_text(
        """
from program.domain.further import ELSEWHERE

LOST = "Beside its error, by a name."
TABLE = {1: "By a table.", 2: "By the same."}

def refuse(kind: int, well: bool) -> None:
    text, values = ("By a pair.", {}) if well else ("By the other pair.", {"place": "no text"})
    raise UserError(text, **values)

def refuse_otherwise(kind: int) -> None:
    raise UserError(TABLE[kind]) if kind else _made("By a function.") or NotFound(ELSEWHERE)

def _made(template: str) -> UserError:
    return UserError(template, field="no text")

def rename(name: str) -> None:
    with workspace.request(f"Rename: {name}"):
        records.edit(change, label="By a name")

REMEDIES = {1: (UserError, "Beside its error."), 2: (MachineError, LOST)}

class Held(UserError):
    def __init__(self, template: str, holder: str) -> None:
        super().__init__(template, holder=holder)

class Broken(MachineError):
    def __init__(self, what: str) -> None:
        super().__init__("By an error itself.", what=what)

def refuse_in_two_ways(well: bool) -> None:
    raise Held("By an error of its own.", "no text") if well else Broken("no text")

def refuse_each() -> None:
    for kind, text in ((1, "By a row."), (2, "By the next row.")):
        raise UserError(text)

def edit(change: Change, *, label: str) -> None:
    workspace.request(label)

def names() -> tuple[str, str]:
    return _("A name", "of a person"), _("A name", "of a thing")
""",
        encoding="utf-8",
    )
    (package / "domain" / "further.py").write_text('ELSEWHERE = "From another module."', encoding="utf-8")
    wanted = gather_texts.TextsInCode(package)
    assert sorted(wanted.all()) == [
        ("A name", "of a person"),
        ("A name", "of a thing"),
        ("Beside its error, by a name.", ""),
        ("Beside its error.", ""),
        ("By a function.", ""),
        ("By a name", ""),
        ("By a pair.", ""),
        ("By a row.", ""),
        ("By a table.", ""),
        ("By an error itself.", ""),
        ("By an error of its own.", ""),
        ("By the next row.", ""),
        ("By the other pair.", ""),
        ("By the same.", ""),
        ("From another module.", ""),
        ("Rename", ""),
    ]
    assert wanted.unseen == set()


def test_a_text_that_is_only_made_while_running_is_told(gather_texts: ModuleType, tmp_path: Path) -> None:
    package = tmp_path / "program"
    package.mkdir()
    (package / "words.py").write_text("def refuse():\n    raise UserError(read_from_a_file())\n", encoding="utf-8")
    with pytest.raises(SystemExit, match=r"words\.py:2: read_from_a_file\(\)"):
        gather_texts.template(package)


def text_of(message: Message) -> str:
    return forms(message.id)[0]


def forms(text: object, number: int | None = None) -> list[str]:
    """Return the forms of a text; `number` of them, from the last, where the language tells fewer apart."""
    listed = [text] if isinstance(text, str) else list(text) if isinstance(text, list | tuple) else []
    return listed if number is None else listed[-number:]


def places(text: str) -> set[str]:
    return set(PLACE.findall(text))
