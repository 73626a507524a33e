"""Whatever is in a file: its text or one clear sentence that names it, within two seconds and 200 MB.

Seconds of the processor are held to the limit: those by the clock depend on what else runs.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Tally
from tests.reading.hostile_pdf import PDF_FILES
from tests.reading.hostile_text import PAGES, TEXTS
from tests.reading.hostile_word import WORD_FILES
from tests.reading.measured import measured

FILES = {"docx": WORD_FILES, "pdf": PDF_FILES, "html": PAGES, "txt": TEXTS}
ALL = [(ending, name) for ending, files in FILES.items() for name in files]
# One of each sort of attack: those that no reader gets through without a limit, and those that mislead.
SOME = [
    ("docx", "zip bomb"),
    ("docx", "lying size"),
    ("docx", "entities in UTF-16"),
    ("docx", "linked picture, hidden"),
    ("docx", "deep tables"),
    ("docx", "span of 2,000,000,000 cells"),
    ("pdf", "a form in itself"),
    ("pdf", "100,000 pages"),
    ("pdf", "pages in a circle"),
    ("html", "100,000 nested blocks"),
    ("html", "400,000 entities"),
    ("html", "says UTF-8 and is not"),
    ("txt", "half a pair of UTF-16"),
    ("txt", "two encodings in one"),
    ("txt", "directions turned round"),
]
SECONDS, MEGABYTES = 2.0, 200

Record = Callable[[str, object], None]


def read(ending: str, name: str, folder: Path, patch: pytest.MonkeyPatch, record: Record) -> float:
    """Read one hostile file, check what comes of it, note it for the table, and return the seconds it took."""
    make, wanted = FILES[ending][name]
    path = folder / f"hostile.{ending}"
    path.write_bytes(make())
    reading = measured(path, patch)
    said = reading.outcome.replace("“hostile." + ending + "” ", "")
    record(
        "hostile", [f"{ending}: {name}", f"{reading.seconds:.2f}", f"{reading.clock:.2f}", str(reading.megabytes), said]
    )
    pattern = "|".join(f"^{one}" if one.startswith("=") else one for one in wanted.split("|"))
    assert re.search(pattern, reading.outcome), reading.outcome
    if not reading.outcome.startswith("="):
        assert f"“{path.name}”" in reading.outcome
        assert reading.outcome.endswith(".")
        assert "\n" not in reading.outcome
    assert reading.megabytes <= MEGABYTES
    return reading.seconds


def test_there_are_enough_of_each_format() -> None:
    enough = {"docx": 28, "pdf": 15, "html": 12, "txt": 10}
    assert all(len(files) >= enough[ending] for ending, files in FILES.items())
    assert set(SOME) <= set(ALL)


@pytest.mark.parametrize(("ending", "name"), [*SOME, *(pytest.param(*one, marks=pytest.mark.torture) for one in ALL)])
def test_every_hostile_file_is_read_or_refused_in_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, record_property: Record, ending: str, name: str, tally: Tally
) -> None:
    seconds = read(ending, name, tmp_path, monkeypatch, record_property)
    tally(f"I1 hostile files read or refused, {ending}", tries=1, lost=int(seconds >= SECONDS))
    assert seconds < SECONDS
