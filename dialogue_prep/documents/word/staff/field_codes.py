"""Fields in a template: those that say what page it is are kept, those that name people, files or places are not."""

from __future__ import annotations

import re
from collections import Counter

from lxml import etree

from dialogue_prep.documents.word.staff.names import w
from dialogue_prep.documents.word.staff.revisions import remove

_FIELDS_KEPT = re.compile(
    "PAGE|NUMPAGES|SECTION|SECTIONPAGES|TOC|TC|REF|PAGEREF|NOTEREF|STYLEREF|SEQ|SYMBOL|EQ|QUOTE|TITLE|SUBJECT"
    "|DATE|TIME|XE|INDEX|LISTNUM|ADVANCE|IF|=.*"
)
_TO_THE_WEB = re.compile(r'\s*HYPERLINK\s+(?:\\[a-z]|"(?:https?|mailto):)', re.IGNORECASE)
"""A link to a place in the text itself, or to an address that anybody may know."""


def take_out_fields(root: etree._Element) -> Counter[str]:
    """Take out fields that name a person or a place, or fetch something, with what they last showed.

    Return how many there were of each kind.
    """
    gone: Counter[str] = Counter()
    _take_out_loose_ends(root)
    for simple in list(root.iter(w("fldSimple"))):
        if not _kept(instruction := simple.get(w("instr"), "")):
            gone[_kind(instruction)] += 1
            remove(simple)
    for instruction, runs in _complex_fields(root):
        if not _kept(instruction):
            gone[_kind(instruction)] += 1
            for run in runs:
                remove(run)
    return gone


def _take_out_loose_ends(root: etree._Element) -> None:
    """Take out marks of fields that were never begun or ended: each begins, may be separated once, and ends."""
    open_marks: list[list[etree._Element]] = []
    loose: list[etree._Element] = []
    for mark in root.iter(w("fldChar")):
        step = mark.get(w("fldCharType"))
        if step == "begin":
            open_marks.append([mark])
        elif step == "end" and open_marks:
            open_marks.pop()
        elif step == "separate" and open_marks and len(open_marks[-1]) == 1:
            open_marks[-1].append(mark)
        else:
            loose.append(mark)
    for mark in (*loose, *(mark for marks in open_marks for mark in marks)):
        remove(mark)


def _complex_fields(root: etree._Element) -> list[tuple[str, list[etree._Element]]]:
    """Return the instruction and the runs of each field that is made of several runs, inner ones first."""
    found: list[tuple[str, list[etree._Element]]] = []
    open_fields: list[tuple[list[str], list[etree._Element]]] = []
    for run in root.iter(w("r")):
        for _words, runs in open_fields:
            runs.append(run)
        for node in run.iter(w("fldChar"), w("instrText")):
            step = node.get(w("fldCharType"))
            if step == "begin":
                open_fields.append(([], [run]))
            elif node.tag == w("instrText") and open_fields:
                open_fields[-1][0].append(node.text or "")
            elif step == "end" and open_fields:
                words, runs = open_fields.pop()
                found.append(("".join(words), runs))
    return found


def _kept(instruction: str) -> bool:
    kind = _kind(instruction)
    if kind == "HYPERLINK":
        return _TO_THE_WEB.match(instruction) is not None
    return _FIELDS_KEPT.fullmatch(kind) is not None


def _kind(instruction: str) -> str:
    return (instruction.split() or ["?"])[0].upper()
