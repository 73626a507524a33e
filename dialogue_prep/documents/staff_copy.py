"""A template of the staff on its way to a paper: what stands in it, and what is put into it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from dialogue_prep.documents.model import Block


@dataclass(frozen=True, slots=True)
class OutlineLine:
    """One paragraph of the body of a template.

    It is the placeholder of a `part`, or has `words`: in turn plain ones and the name of a field, plain ones first.
    """

    words: tuple[str, ...] = ()
    part: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffCopy:
    """A clean template (`content`, a Word file) and what its placeholders stand for.

    `fields` are by name. `parts` are in the order in which their placeholders stand in the body; one more than those
    is put at the end.
    """

    content: bytes
    fields: Mapping[str, str]
    parts: tuple[tuple[Block, ...], ...]
