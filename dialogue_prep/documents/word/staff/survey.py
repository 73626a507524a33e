"""What a foreign template holds, and the clean copy of it that papers are written into; run behind the guard."""

from __future__ import annotations

import re
from base64 import b64encode

from lxml import etree

from dialogue_prep.documents.word.staff.clean_template import MAIN_PART, CleanTemplate
from dialogue_prep.documents.word.staff.foreign import TemplateFile
from dialogue_prep.documents.word.staff.lines import lines_in
from dialogue_prep.documents.word.staff.names import w
from dialogue_prep.system.refusal import Refused

_INSTRUCTION = re.compile(r"\{%.*?%\}|\{%|%\}")
_ONE_BRACE = re.compile(r"(?<!\{)\{\s*([A-Za-z][\w-]*(?:\.[\w-]+)?)\s*\}(?!\})")
_LONGEST_EXCERPT = 60


def surveyed(data: bytes) -> dict[str, object]:
    """Return what a template holds as JSON values (see `documents.template_check`); Refused for what is none."""
    foreign = TemplateFile(data)
    try:
        copy = CleanTemplate(foreign)
        told = _told(copy)
    except (KeyError, ValueError, TypeError, IndexError) as error:
        raise Refused("it is damaged; open it in Word and save it again") from error
    aside = copy.aside
    return {
        **told,
        "content": b64encode(copy.packed()).decode("ascii"),
        "macros": foreign.has_macros,
        "changes": aside.changes,
        "comments": aside.comments,
        "protected": aside.protected,
        "fields": dict(aside.fields),
        "left out": dict(aside.kinds),
        "styles": copy.styles(),
    }


def _told(copy: CleanTemplate) -> dict[str, object]:
    placeholders, unclosed, instructions, one_brace = [], [], [], []
    says_something = False
    for name, tree in copy.trees.items():
        if not name.startswith(("word/document", "word/header", "word/footer", "word/footnotes", "word/endnotes")):
            continue
        for paragraph, line in lines_in(tree):
            place = place_of(name, paragraph)
            rest = line.rest
            alone = len(line.placeholders) == 1 and not rest.strip()
            placeholders += [[one.name, one.written, place, alone] for one in line.placeholders]
            instructions += [_excerpt(found.group()) for found in _INSTRUCTION.finditer(rest)]
            one_brace += [[found.group(1).casefold(), found.group()] for found in _ONE_BRACE.finditer(rest)]
            if any(pair in rest for pair in ("{{", "}}", "｛｛", "｝｝")):
                unclosed.append(_excerpt(line.text))
            says_something = says_something or (name == MAIN_PART and bool(rest.strip("\n\t \ufffc")))
    return {
        "placeholders": placeholders,
        "unclosed": unclosed,
        "instructions": instructions,
        "one brace": one_brace,
        "says something": says_something,
    }


def place_of(part: str, paragraph: etree._Element) -> str:
    """Return where a paragraph stands: body, cell, text box, header, footer or note."""
    for above in paragraph.iterancestors():
        if above.tag == w("txbxContent"):
            return "text box"
        if above.tag == w("tc"):
            return "cell" if part == MAIN_PART else _outside(part)
    return "body" if part == MAIN_PART else _outside(part)


def _outside(part: str) -> str:
    return next((place for place in ("header", "footer") if place in part), "note")


def _excerpt(text: str) -> str:
    said = " ".join(text.replace("\ufffc", " ").split())
    return said if len(said) <= _LONGEST_EXCERPT else f"{said[: _LONGEST_EXCERPT - 1]}…"
