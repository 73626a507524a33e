"""The outline of a clean template: what its body says, line by line, so that it can be previewed and compared."""

from __future__ import annotations

from collections.abc import Iterator
from zipfile import BadZipFile

from lxml import etree

from dialogue_prep.documents.staff_copy import OutlineLine
from dialogue_prep.documents.word.foreign import parsed
from dialogue_prep.documents.word.staff.clean_template import MAIN_PART
from dialogue_prep.documents.word.staff.lines import TemplateLine, lines_in
from dialogue_prep.documents.word.staff.names import mc, w
from dialogue_prep.domain.errors import MachineError
from dialogue_prep.system.guard_package import open_package
from dialogue_prep.system.refusal import Refused


def outline_of(content: bytes, parts: frozenset[str]) -> tuple[OutlineLine, ...]:
    """Return the lines of the body that say something; `parts` are the names that stand for a part of a paper."""
    try:
        body = parsed(open_package(content)[MAIN_PART], bare=True)
    except (Refused, KeyError, BadZipFile) as error:
        raise MachineError("A template in the store is damaged; take it out and add it again.") from error
    return tuple(_lines(body, parts))


def part_named(line: TemplateLine, parts: frozenset[str]) -> str:
    """Return the part for which a whole line stands; nothing for a line of words."""
    found = line.placeholders
    whole = len(found) == 1 and found[0].name in parts and not line.rest.strip()
    return found[0].name if whole else ""


def _lines(body: etree._Element, parts: frozenset[str]) -> Iterator[OutlineLine]:
    for paragraph, line in lines_in(body):
        if next(paragraph.iterancestors(mc("Fallback")), None) is not None or not line.text.strip("\n\t \ufffc"):
            continue
        in_body = paragraph.getparent() is not None and paragraph.getparent().tag == w("body")
        if in_body and (part := part_named(line, parts)):
            yield OutlineLine(part=part)
        else:
            yield OutlineLine(words=tuple(_words(line)))


def _words(line: TemplateLine) -> Iterator[str]:
    done = 0
    for found in line.placeholders:
        yield line.text[done : found.begins].replace("\ufffc", "")
        yield found.name
        done = found.ends
    yield line.text[done:].replace("\ufffc", "")
