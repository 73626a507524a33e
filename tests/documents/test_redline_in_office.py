"""LibreOffice takes a redline for what it is: all accepted it is the new text there too, all rejected the old one."""

from __future__ import annotations

import shutil
import subprocess
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from lxml import etree

from dialogue_prep.documents.model import Heading, Run, paragraph
from dialogue_prep.documents.word.redline.views import Said, View, said
from tests.conftest import CONTINUOUS_INTEGRATION
from tests.documents.test_redline import redline, table, unit, written

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
    file = tmp_path / "redline.docx"
    file.write_bytes(redline(old, new).word)
    command = [python_of_office, str(SCRIPT), str(office), file.as_uri(), (tmp_path / "profile").as_uri()]
    ended = subprocess.run(command, capture_output=True, text=True, timeout=110, check=False)
    assert ended.returncode == 0, ended.stderr
    assert texts((tmp_path / "redline.docx.accepted.docx").read_bytes()) == texts(new)
    assert texts((tmp_path / "redline.docx.rejected.docx").read_bytes()) == texts(old)
