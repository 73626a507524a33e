"""LibreOffice takes a redline for what it is: all accepted it is the new text there too, all rejected the old one."""

from __future__ import annotations

import shutil
import subprocess
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from docx_revisions import RevisionDocument
from lxml import etree
from openxml_audit import OpenXmlValidator

from dialogue_prep.documents.model import Heading, Run, paragraph
from dialogue_prep.documents.word.redline.views import Said, View, said
from dialogue_prep.documents.word.writer import write_word
from dialogue_prep.domain.draft import Profile
from tests.conftest import CONTINUOUS_INTEGRATION
from tests.documents.test_redline import redline, table, unit, written
from tests.speed.long_book import book, edited

CHANGED = 578
SCRIPT = Path(__file__).with_name("settling_in_office.py")


@pytest.fixture(scope="module")
def python_of_office(office: Path) -> str:
    """Return a Python that can speak to LibreOffice: the one beside it, or that of the system."""
    beside = str(office.resolve().parent)
    for program in (shutil.which("python", path=beside), shutil.which("python3", path="/usr/bin")):
        if program and subprocess.run([program, "-c", "import uno"], capture_output=True, check=False).returncode == 0:
            return program
    stop = pytest.fail if CONTINUOUS_INTEGRATION else pytest.skip
    return stop("not installed: the Python of LibreOffice (python3-uno) is needed to accept changes in it")


def texts(word: bytes) -> Said:
    """Return what a file says; of a paragraph that goes before a table LibreOffice leaves an empty one."""
    with zipfile.ZipFile(BytesIO(word)) as package:
        body = etree.fromstring(package.read("word/document.xml"))[0]
    return [block for block in said(body, View.ACCEPTED) if block != ""]


def settled(office: Path, python: str, word: bytes, folder: Path, seconds: int = 110) -> tuple[Said, Said]:
    """Return what LibreOffice makes of a redline: with all changes rejected, and with all accepted."""
    file = folder / "redline.docx"
    file.write_bytes(word)
    command = [python, str(SCRIPT), str(office), file.as_uri(), (folder / "profile").as_uri()]
    ended = subprocess.run(command, capture_output=True, text=True, timeout=seconds, check=False)
    assert ended.returncode == 0, ended.stderr
    rejected, accepted = (
        texts((folder / f"redline.docx.{kind}.docx").read_bytes()) for kind in ("rejected", "accepted")
    )
    return rejected, accepted


def test_libreoffice_accepts_and_rejects_it_as_we_do(office: Path, python_of_office: str, tmp_path: Path) -> None:
    old = written(
        Heading((Run("Agenda of the 3rd round"),)),
        unit("Thank them for the lists of March.", "w1"),
        paragraph("This goes entirely."),
        table(("Start", "Item"), ("09:00", "Opening remarks"), ("09:15", "Adoption"), ("10:00", "A break")),
        paragraph("引渡条约谈判"),
        paragraph("The last one stays."),
    )
    new = written(
        Heading((Run("Annotated agenda of the 3rd round"),)),
        unit("Thank them for the lists of April, and ask for more.", "w1"),
        table(("Start", "Item"), ("09:00", "Opening remarks by both"), ("10:00", "A break"), ("11:00", "Closing")),
        paragraph("引渡条约磋商"),
        paragraph("This is quite new."),
        paragraph("The last one stays."),
    )
    word = redline(old, new).word
    assert settled(office, python_of_office, word, tmp_path) == (texts(old), texts(new))


@pytest.mark.torture
@pytest.mark.timeout(1800)
def test_the_redline_of_a_book_is_both_books_to_libreoffice_another_library_and_a_validator(
    office: Path, python_of_office: str, tmp_path: Path, tally: Callable[..., None]
) -> None:
    books = book(), edited(book(), CHANGED)
    old, new = (write_word(one, Profile.WORD) for one in books)
    found = redline(old, new)
    assert len(found.changed) == CHANGED
    assert settled(office, python_of_office, found.word, tmp_path, 1500) == (texts(old), texts(new))
    paragraphs = RevisionDocument(BytesIO(found.word)).all_paragraphs
    views = [p.original_text for p in paragraphs], [p.accepted_text for p in paragraphs]
    for one, said_by in zip(books, views, strict=True):
        # The other library does not look into controls, which a reading copy has none of.
        plain = RevisionDocument(BytesIO(write_word(one, Profile.READING))).all_paragraphs
        assert [words for words in said_by if words] == [p.text for p in plain if p.text]
    assert [str(error) for error in OpenXmlValidator().validate(tmp_path / "redline.docx").errors] == []
    tally("changes of a redlined book", tries=CHANGED, lost=0)
