"""A bundle as a file: a zip package with a manifest, its signature, the strands line by line, and what is held.

The manifest names the hash of every part, and the signature is over the manifest: so nothing in it can be changed. A
bundle is read whole, within limits and with everything in it checked, before the store is so much as looked at.
"""

from __future__ import annotations

import json
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from io import BytesIO
from typing import Any

from dialogue_prep.domain.errors import UserError
from dialogue_prep.domain.exchange import Copy, Strand
from dialogue_prep.domain.text import Text, clean
from dialogue_prep.store.database import SCHEMA_VERSION
from dialogue_prep.store.exchange_rows import OwnCopy, as_json, strand_of, told
from dialogue_prep.store.exchange_showing import STAYING
from dialogue_prep.store.fields import field_content, fits, hints_of
from dialogue_prep.store.kinds import KIND_OF_NAME, references
from dialogue_prep.store.signing import copy_id_of, is_signed, public_key_of, sign
from dialogue_prep.system.guard_package import PackageLimits, open_package
from dialogue_prep.system.refusal import Refused

FORMAT, FORMAT_VERSION = "dialogue-prep-bundle", 1
SUFFIX = ".bundle"
LIMITS = PackageLimits(part=100 * 1024 * 1024, package=150 * 1024 * 1024, parts=4)
MOST_STRANDS, _LONGEST_ID = 200_000, 200
_MANIFEST, _SIGNATURE, _STRANDS, _HOLDS = "manifest.json", "signature", "strands.jsonl", "holds.json"
_LONG_AGO = (1980, 1, 1, 0, 0, 0)
_NO_BUNDLE, _CHANGED = "it is no bundle of this program", "it was changed or damaged on its way"


@dataclass(frozen=True, slots=True, kw_only=True)
class Bundle:
    """What a bundle says: who made it for whom, of which dialogues, and what is in it.

    `made_by` bears the slice that is exchanged; `made_for` is the identifier of a copy, empty where it was not known.
    """

    made_by: Copy
    made_for: str
    dialogues: frozenset[str]
    strands: tuple[Strand, ...]
    holds: Mapping[str, str]


def packed(own: OwnCopy, bundle: Bundle) -> bytes:
    """Return a bundle as a file, signed; equal bundles give equal bytes."""
    lines = "".join(f"{as_json(told(strand))}\n" for strand in bundle.strands)
    parts = {_HOLDS: as_json(bundle.holds).encode(), _STRANDS: lines.encode()}
    manifest = {
        "format": FORMAT,
        "format_version": FORMAT_VERSION,
        "schema": SCHEMA_VERSION,
        "made_by": {"name": bundle.made_by.name, "public_key": public_key_of(own.secret).hex()},
        "made_for": bundle.made_for,
        "slice": {"entity_id": bundle.made_by.entity_id, "ceiling_id": bundle.made_by.ceiling_id},
        "dialogues": sorted(bundle.dialogues),
        "parts": {name: sha256(content).hexdigest() for name, content in parts.items()},
    }
    head = as_json(manifest).encode()
    target = BytesIO()
    with zipfile.ZipFile(target, "w") as package:
        for name, content in {_MANIFEST: head, _SIGNATURE: sign(own.secret, head), **parts}.items():
            entry = zipfile.ZipInfo(name, _LONG_AGO)
            entry.external_attr = 0o600 << 16
            package.writestr(entry, content, zipfile.ZIP_DEFLATED, 6)
    return target.getvalue()


def unpacked(content: bytes) -> Bundle:
    """Return what a file says; Refused where that is no bundle, not as it was made, or newer than this program."""
    parts = open_package(content, LIMITS, damaged="it is damaged, or no bundle of this program")
    if parts.keys() != {_MANIFEST, _SIGNATURE, _STRANDS, _HOLDS}:
        raise Refused(_NO_BUNDLE)
    try:
        return _bundle(parts)
    except (UserError, ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise Refused("what is in it is not what such a bundle says") from error


def _bundle(parts: Mapping[str, bytes]) -> Bundle:
    manifest = json.loads(parts[_MANIFEST])
    if manifest["format"] != FORMAT:
        raise Refused(_NO_BUNDLE)
    public_key = bytes.fromhex(manifest["made_by"]["public_key"])
    if not is_signed(public_key, parts[_SIGNATURE], parts[_MANIFEST]):
        raise Refused(_CHANGED)
    if any(sha256(parts[name]).hexdigest() != manifest["parts"][name] for name in (_STRANDS, _HOLDS)):
        raise Refused(_CHANGED)
    if int(manifest["format_version"]) > FORMAT_VERSION or int(manifest["schema"]) > SCHEMA_VERSION:
        raise Refused("it was made by a newer version of this program; install that version to take it in")
    entity_id, ceiling_id = (manifest["slice"][name] for name in ("entity_id", "ceiling_id"))
    name = _said(manifest["made_by"]["name"])
    holds = {_said(id_): _said(digest) for id_, digest in json.loads(parts[_HOLDS]).items()}
    return Bundle(
        made_by=Copy(
            id=copy_id_of(public_key),
            name=name,
            public_key=public_key,
            entity_id=None if entity_id is None else _said(entity_id),
            ceiling_id=None if ceiling_id is None else _said(ceiling_id),
        ),
        made_for=_said(manifest["made_for"]),
        dialogues=frozenset(_said(id_) for id_ in manifest["dialogues"]),
        strands=_strands(parts[_STRANDS]),
        holds=holds,
    )


def _strands(part: bytes) -> tuple[Strand, ...]:
    lines = part.splitlines()
    if len(lines) > MOST_STRANDS:
        raise Refused("more is in it than a store has")
    strands = tuple(_checked(strand_of(_loaded(line))) for line in lines)
    if len({strand.id for strand in strands}) < len(strands):
        raise Refused("two records in it have one identifier")
    return strands


def _loaded(line: bytes) -> Any:
    said = json.loads(line)
    if b"\\u" in line:
        as_json(said).encode()  # half a character, which only an escape can say, is refused here
    return said


def _checked(strand: Strand) -> Strand:
    """Return a strand of which every field is one of its kind, and holds what such a field holds."""
    kind = KIND_OF_NAME.get(strand.kind)
    if kind is None or kind in STAYING:
        raise Refused(f"it holds records of a kind that does not travel: {strand.kind[:80]}")
    if not 0 < len(strand.id) <= _LONGEST_ID:
        raise ValueError(strand.id)
    hints = hints_of(kind)
    for name, content in (*strand.contents.items(), *(strand.last or {}).items()):
        base, _, language = name.partition(".")
        hint = hints[base]
        if base == "id" or (hint.holds is Text) is not bool(language):
            raise ValueError(name)
        if content is None and (language or name in references()[kind]):
            continue
        if not fits(hint, field_content(hint, content, language)):
            raise ValueError(name)
        if isinstance(content, str):
            clean(content)
    return strand


def _said(words: Any) -> str:
    if type(words) is not str or len(words) > _LONGEST_ID:
        raise ValueError(words)
    return words
