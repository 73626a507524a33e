"""The parts of a zip package (Word and its kin), let out only within limits."""

from __future__ import annotations

import re
import zipfile
import zlib
from dataclasses import dataclass
from io import BytesIO

from lxml import etree

from dialogue_prep.system.refusal import Refused


@dataclass(frozen=True, slots=True)
class PackageLimits:
    """How much of a package is let in: bytes of one part and of all parts inflated, and number of parts."""

    part: int = 20 * 1024 * 1024
    package: int = 60 * 1024 * 1024
    parts: int = 2000


_CHUNK = 256 * 1024
_DECLARES = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)


def open_package(
    data: bytes,
    limits: PackageLimits | None = None,
    *,
    outward: bool = False,
    damaged: str = "it is damaged, or no Word file",
) -> dict[str, bytes]:
    """Return the parts of a package by name, inflated by streaming so that no declared size is believed.

    Raises Refused for a damaged package, one that is too large inflated or has too many parts, encrypted parts, a part
    that declares a document type or entities, and a relationship that leads out of the file and is no hyperlink; who
    takes such ones out lets them in as `outward`. `damaged` is the reason where it is no package at all.
    """
    limits = limits or PackageLimits()
    try:
        with zipfile.ZipFile(BytesIO(data)) as package:
            return _parts(package, limits, outward=outward)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, ValueError) as error:
        raise Refused(damaged) from error


def _parts(package: zipfile.ZipFile, limits: PackageLimits, *, outward: bool) -> dict[str, bytes]:
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
        _check(name, part, outward=outward)
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


def _check(name: str, part: bytes, *, outward: bool) -> None:
    if not name.lower().endswith((".xml", ".rels", ".vml")):
        return
    # Text in UTF-16 has a zero byte beside every plain letter.
    plain = part.replace(b"\x00", b"")
    if _DECLARES.search(plain):
        raise Refused("it declares a document type or entities, which no text needs")
    if name.lower().endswith(".rels") and not outward:
        _check_relationships(part)


def _check_relationships(part: bytes) -> None:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        relationships = etree.fromstring(part, parser)
    except etree.XMLSyntaxError as error:
        raise Refused("it is damaged; open it in Word and save it again") from error
    for one in relationships:
        leads_out = one.get("TargetMode", "").strip().casefold() == "external"
        if leads_out and not one.get("Type", "").strip().casefold().endswith("/hyperlink"):
            raise Refused("it links to a template, a picture or a file outside it; save it as PDF and give that")
