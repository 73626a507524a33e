"""The guard: whatever a foreign file holds, the answer is a value or one sentence, soon and within limits."""

from __future__ import annotations

import re
import sys
import time
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from dialogue_prep.domain.errors import UserError
from dialogue_prep.system.guard import Limits, read_bytes, take_apart
from dialogue_prep.system.guard_package import PackageLimits, open_package
from dialogue_prep.system.refusal import Refused
from tests.reading.hostile_word import EXTERNAL
from tests.reading.writing import package, paragraph, word_file

FAULTS = "tests.system.faults"
WORD = "dialogue_prep.reading.word_file:paragraphs"


@pytest.fixture(autouse=True)
def _tests_can_be_imported(monkeypatch: pytest.MonkeyPatch) -> None:
    """The child searches where this process does."""
    monkeypatch.syspath_prepend(str(Path(__file__).resolve().parents[2]))


def test_the_value_of_a_function_comes_back() -> None:
    assert take_apart("a.txt", b"12345", f"{FAULTS}:count") == 5


def test_a_refusal_names_the_file_and_the_reason() -> None:
    with pytest.raises(UserError, match=re.escape("“a.txt” cannot be read because it is a test.")):
        take_apart("a.txt", b"", f"{FAULTS}:refuse")


@pytest.mark.parametrize(
    ("fault", "said"), [("die", "cannot be read"), ("fail", "cannot be read"), ("take_memory", "too much memory")]
)
def test_a_child_that_breaks_is_one_sentence(fault: str, said: str) -> None:
    with pytest.raises(UserError, match=said):
        take_apart("a.txt", b"", f"{FAULTS}:{fault}")


@pytest.mark.parametrize("fault", ["never_end", "sleep_on"])
def test_a_child_that_hangs_is_stopped(fault: str) -> None:
    begun = time.monotonic()
    with pytest.raises(UserError, match="reasonable time"):
        take_apart("a.txt", b"", f"{FAULTS}:{fault}", Limits(clock=0.5))
    assert time.monotonic() - begun < 2


@pytest.mark.shows("I4 readings cancelled within 0.5 s, the store as it was")
def test_cancelling_stops_it_within_half_a_second() -> None:
    begun = time.monotonic()
    with pytest.raises(UserError, match="cancelled"):
        take_apart("a.txt", b"", f"{FAULTS}:sleep_on", cancelled=lambda: time.monotonic() - begun > 0.3)
    assert time.monotonic() - begun < 0.8


@pytest.mark.shows("I2 ways to reach more than the file itself")
@pytest.mark.parametrize("fault", ["read_another_file", "write_a_file", "call_home", "look_a_name_up", "run_a_program"])
def test_a_child_can_reach_nothing_but_the_bytes(tmp_path: Path, fault: str) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("kept", encoding="utf-8")
    with pytest.raises(UserError, match="damaged or too complicated"):
        take_apart("a.txt", str(secret).encode(), f"{FAULTS}:{fault}")
    assert secret.read_text(encoding="utf-8") == "kept"


def test_a_child_still_finds_the_modules_and_tables_of_the_program() -> None:
    assert take_apart("a.txt", b"", f"{FAULTS}:load_what_was_not_needed_yet") == "Canada"


def test_processor_time_is_limited_to_parts_of_a_second() -> None:
    begun = time.monotonic()
    with pytest.raises(UserError, match="reasonable time"):
        take_apart("a.txt", b"", f"{FAULTS}:never_end", Limits(processor=0.2, clock=60))
    assert time.monotonic() - begun < 5


def test_larger_tasks_are_allowed_more_time() -> None:
    limits = Limits().with_seconds(10)
    assert limits.processor == Limits().processor + 10
    assert limits.clock > limits.processor
    assert limits.memory == Limits().memory


def test_a_frozen_build_starts_itself_to_take_a_file_apart(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Stand in for a frozen build with a program that calls `main` as one does, on the interpreter of the tests."""
    program = tmp_path / "program"
    paths = f"import sys; sys.path[:] = {sys.path!r}; sys.frozen = True"
    program.write_text(
        f"#!{sys.executable}\n{paths}\nfrom dialogue_prep.app import main\nsys.exit(main())\n", encoding="utf-8"
    )
    program.chmod(0o700)
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(program))
    read = take_apart("a.txt", "naïve\ncafé".encode("cp1252"), "dialogue_prep.reading.text_file:paragraphs")
    assert read["paragraphs"] == ["naïve", "café"]
    with pytest.raises(UserError, match="no text"):
        take_apart("a.txt", bytes(99), "dialogue_prep.reading.text_file:paragraphs")


def test_a_file_over_the_limit_is_not_read_whole(tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    with path.open("wb") as file:
        file.truncate(50 * 1024 * 1024)
    with pytest.raises(UserError, match="larger than 20 MB"):
        read_bytes(path)


def test_a_hyperlink_may_lead_outside() -> None:
    link = EXTERNAL.format(target="https://example.invalid/", kind="hyperlink")
    data = word_file(paragraph("a"), {"word/_rels/document.xml.rels": link})
    assert take_apart("a.docx", data, WORD)["paragraphs"] == ["a"]


def test_an_encrypted_part_is_refused() -> None:
    written = BytesIO()
    with zipfile.ZipFile(written, "w") as file:
        file.writestr("word/document.xml", "<a/>")
    data = bytearray(written.getvalue())
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.index(mark)
        data[at + offset] |= 1
    with pytest.raises(Refused, match="password"):
        open_package(bytes(data))


def test_limits_count_what_comes_out_not_what_is_declared() -> None:
    data = package({"a.bin": bytes(1000), "b.bin": bytes(1000)})
    assert set(open_package(data, PackageLimits(part=1000, package=2000))) == {"a.bin", "b.bin"}
    with pytest.raises(Refused, match="too large"):
        open_package(data, PackageLimits(part=999))
    with pytest.raises(Refused, match="too large"):
        open_package(data, PackageLimits(part=1000, package=1999))
