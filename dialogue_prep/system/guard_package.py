"""The parts of a zip package (Word and its kin), let out only within limits."""

from __future__ import annotations

import re
import zipfile
import zlib
from dataclasses import dataclass
from io import BytesIO

from dialogue_prep.system.refusal import Refused


@dataclass(frozen=True, slots=True)
class PackageLimits:
    """How much of a package is let in: bytes of one part and of all parts inflated, and number of parts."""

    part: int = 20 * 1024 * 1024
    package: int = 60 * 1024 * 1024
    parts: int = 2000


_CHUNK = 256 * 1024
_DECLARES = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_RELATIONSHIP = re.compile(rb"<(?:\w+:)?Relationship\b[^>]*>", re.IGNORECASE)
_EXTERNAL = re.compile(rb"TargetMode\s*=\s*[\"']External[\"']", re.IGNORECASE)
_HYPERLINK = re.compile(rb"Type\s*=\s*[\"'][^\"']*/hyperlink[\"']", re.IGNORECASE)


def open_package(data: bytes, limits: PackageLimits | None = None) -> dict[str, bytes]:
    """Return the parts of a package by name, inflated by streaming so that no declared size is believed.

    Raises Refused for a damaged package, one that is too large inflated or has too many parts, encrypted parts, a part
    that declares a document type or entities, and a relationship that leads out of the file and is no hyperlink.
    """
    limits = limits or PackageLimits()
    try:
        with zipfile.ZipFile(BytesIO(data)) as package:
            return _parts(package, limits)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, ValueError) as error:
        raise Refused("it is damaged, or no Word file") from error


def _parts(package: zipfile.ZipFile, limits: PackageLimits) -> dict[str, bytes]:
    entries = [entry for entry in package.infolist() if not entry.is_dir()]
    if len(entries) > limits.parts:
        raise Refused("it has too many parts to be a text")
    if any(entry.flag_bits & 0x1 for entry in entries):
        raise Refused("it is protected by a password; save it without one")
    parts: dict[str, bytes] = {}
    room = limits.package
    for entry in entries:
        part = _inflated(package, entry, min(limits.part, room))
        room -= len(part)
        name = entry.filename.lstrip("/")
        _check(name, part)
        parts[name] = part
    return parts


def _inflated(package: zipfile.ZipFile, entry: zipfile.ZipInfo, most: int) -> bytes:
    """Return one part, stopping as soon as more comes out than is let in."""
    read = bytearray()
    with package.open(entry) as stream:
        while chunk := stream.read(_CHUNK):
            read += chunk
            if len(read) > most:
                raise Refused("it is too large once unpacked")
    return bytes(read)


def _check(name: str, part: bytes) -> None:
    if not name.lower().endswith((".xml", ".rels", ".vml")):
        return
    # Text in UTF-16 has a zero byte beside every plain letter.
    plain = part.replace(b"\x00", b"")
    if _DECLARES.search(plain):
        raise Refused("it declares a document type or entities, which no text needs")
    if not name.lower().endswith(".rels"):
        return
    for match in _RELATIONSHIP.finditer(plain):
        if _EXTERNAL.search(match.group()) and not _HYPERLINK.search(match.group()):
            raise Refused("it refers to another file outside it")
