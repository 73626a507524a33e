"""The guard: whatever a foreign file holds, the answer is a value or one sentence, soon and within limits."""

from __future__ import annotations

import os
import re
import socket
import struct
import time
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from dialogue_prep.domain.errors import UserError
from dialogue_prep.system.guard import Limits, read_bytes, take_apart
from dialogue_prep.system.guard_package import PackageLimits, open_package
from dialogue_prep.system.refusal import Refused
from tests.reading.writing import package, paragraph, word_file

HERE = "tests.system.test_guard"
WORD = "dialogue_prep.reading.word_file:paragraphs"
EXTERNAL = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r9" '
    'Target="{target}" '
    'TargetMode="External" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}"/>'
    "</Relationships>"
)


def count(data: bytes) -> int:
    return len(data)


def never_end(data: bytes) -> None:
    while True:
        pass


def sleep_on(data: bytes) -> None:
    time.sleep(60)


def take_memory(data: bytes) -> int:
    return len(bytearray(4 * 1024 * 1024 * 1024))


def die(data: bytes) -> None:
    os.kill(os.getpid(), 9)


def fail(data: bytes) -> None:
    raise RuntimeError("a fault of our own")


def read_another_file(data: bytes) -> str:
    return Path(data.decode()).read_text(encoding="utf-8")


def write_a_file(data: bytes) -> None:
    Path(data.decode()).write_text("gone", encoding="utf-8")


def call_home(data: bytes) -> None:
    socket.create_connection(("127.0.0.1", 9))


def refuse(data: bytes) -> None:
    raise Refused("it is a test")


@pytest.fixture(autouse=True)
def _tests_can_be_imported(monkeypatch: pytest.MonkeyPatch) -> None:
    """The child searches where this process does."""
    monkeypatch.syspath_prepend(str(Path(__file__).resolve().parents[2]))


def test_the_value_of_a_function_comes_back() -> None:
    assert take_apart("a.txt", b"12345", f"{HERE}:count") == 5


def test_a_refusal_names_the_file_and_the_reason() -> None:
    with pytest.raises(UserError, match=re.escape("“a.txt” cannot be read because it is a test.")):
        take_apart("a.txt", b"", f"{HERE}:refuse")


@pytest.mark.parametrize("fault", ["die", "fail", "take_memory"])
def test_a_child_that_breaks_is_one_sentence(fault: str) -> None:
    with pytest.raises(UserError, match="cannot be read"):
        take_apart("a.txt", b"", f"{HERE}:{fault}")


@pytest.mark.parametrize("fault", ["never_end", "sleep_on"])
def test_a_child_that_hangs_is_stopped(fault: str) -> None:
    begun = time.monotonic()
    with pytest.raises(UserError, match="reasonable time"):
        take_apart("a.txt", b"", f"{HERE}:{fault}", Limits(clock=0.5))
    assert time.monotonic() - begun < 2


def test_cancelling_stops_it_within_half_a_second() -> None:
    begun = time.monotonic()
    with pytest.raises(UserError, match="cancelled"):
        take_apart("a.txt", b"", f"{HERE}:sleep_on", cancelled=lambda: time.monotonic() - begun > 0.3)
    assert time.monotonic() - begun < 0.8


@pytest.mark.parametrize("fault", ["read_another_file", "write_a_file", "call_home"])
def test_a_child_can_reach_nothing_but_the_bytes(tmp_path: Path, fault: str) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("kept", encoding="utf-8")
    with pytest.raises(UserError):
        take_apart("a.txt", str(secret).encode(), f"{HERE}:{fault}")
    assert secret.read_text(encoding="utf-8") == "kept"


def test_a_file_over_the_limit_is_not_read_whole(tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    with path.open("wb") as file:
        file.truncate(50 * 1024 * 1024)
    with pytest.raises(UserError, match="larger than 20 MB"):
        read_bytes(path)


def bomb() -> bytes:
    return word_file(paragraph("a" * (30 * 1024 * 1024)))


def many_large_parts() -> bytes:
    return word_file(paragraph("a"), {f"word/media/{n}.bin": bytes(15 * 1024 * 1024) for n in range(5)})


def lying_size() -> bytes:
    """Return a package whose directory says that a part of 30 MB has ten bytes."""
    data = bytearray(bomb())
    at = data.rindex(b"PK\x01\x02")
    data[at + 24 : at + 28] = struct.pack("<I", 10)
    return bytes(data)


def laughing() -> str:
    entities = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))
    return f'<?xml version="1.0"?><!DOCTYPE d [<!ENTITY e0 "ha">{entities}]><d>&e9;</d>'


HOSTILE: dict[str, bytes | str] = {
    "zip bomb": "bomb",
    "many large parts": "many_large_parts",
    "lying size": "lying_size",
    "too many parts": package({f"p{n}.xml": "<a/>" for n in range(2100)}),
    "entities": package({"word/document.xml": laughing()}),
    "entities in UTF-16": package({"word/document.xml": laughing().encode("utf-16")}),
    "entity of a file": package(
        {"word/document.xml": '<!DOCTYPE d [<!ENTITY f SYSTEM "file:///etc/hostname">]><d>&f;</d>'}
    ),
    "linked picture": word_file(
        paragraph("a"),
        {"word/_rels/document.xml.rels": EXTERNAL.format(target="http://example.invalid/a.png", kind="image")},
    ),
    "remote template": word_file(
        paragraph("a"),
        {"word/_rels/settings.xml.rels": EXTERNAL.format(target="file://server/t.dotm", kind="attachedTemplate")},
    ),
    "deep nesting": word_file("<w:tbl><w:tr><w:tc>" * 5000 + paragraph("a") + "</w:tc></w:tr></w:tbl>" * 5000),
    "no parts": package({}),
    "only a beginning": b"PK\x03\x04",
    "noise after a beginning": b"PK\x03\x04" + bytes(range(256)) * 20,
    "cut in two": word_file(paragraph("a" * 1000))[:300],
    "flipped bytes": bytes(
        byte ^ (0xFF if 60 < index < 200 else 0) for index, byte in enumerate(word_file(paragraph("abc")))
    ),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_package_is_one_sentence_within_two_seconds(name: str) -> None:
    content = HOSTILE[name]
    data = globals()[content]() if isinstance(content, str) else content
    begun = time.monotonic()
    with pytest.raises(UserError, match="hostile") as raised:
        take_apart("hostile.docx", data, WORD)
    assert time.monotonic() - begun < 2
    assert "\n" not in str(raised.value)


def test_a_huge_span_of_cells_is_only_a_number() -> None:
    body = (
        "<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val='2000000000'/></w:tcPr>"
        + paragraph("cell")
        + "</w:tc></w:tr></w:tbl>"
    )
    assert take_apart("a.docx", word_file(body), WORD)["paragraphs"] == ["cell"]


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
