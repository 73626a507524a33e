"""Fills the fields within the lines of a part; a placeholder keeps the look of its first letter."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass

from lxml import etree

from dialogue_prep.documents.languages import is_east_asian
from dialogue_prep.documents.word.characters import Script, by_script, permitted
from dialogue_prep.documents.word.staff.lines import TemplateLine, WrittenPlaceholder, lines_in
from dialogue_prep.documents.word.staff.names import w
from dialogue_prep.domain.errors import UserError

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


@dataclass(frozen=True, slots=True)
class _Value:
    """Words that come from the store, where plain strings come from the template."""

    words: str


_Content = list[str | _Value]


def fill_fields(root: etree._Element, fields: Mapping[str, str], language: str) -> None:
    """Put the words of fields in place of their placeholders everywhere in a part.

    Raises UserError for a placeholder that is no field of this paper.
    """
    for _paragraph, line in lines_in(root):
        if line.placeholders:
            _fill(line, fields, language)


def _fill(line: TemplateLine, fields: Mapping[str, str], language: str) -> None:
    contents = _contents(line, fields)
    changed = {id(piece.element): content for piece, content in zip(line.pieces, contents, strict=True)}
    runs: dict[int, etree._Element] = {}
    for piece, content in zip(line.pieces, contents, strict=True):
        run = piece.element.getparent()
        if run is not None and content != [piece.element.text or ""]:
            runs[id(run)] = run
    for run in runs.values():
        _rewrite(run, changed, language)


def _contents(line: TemplateLine, fields: Mapping[str, str]) -> list[_Content]:
    """Return what each piece is to hold: a value stands in the piece in which its placeholder begins."""
    contents: list[_Content] = [[] for _piece in line.pieces]
    waiting = list(reversed(line.placeholders))
    for piece, content in zip(line.pieces, contents, strict=True):
        at = piece.begins
        while at < piece.ends:
            if not waiting or waiting[-1].begins >= piece.ends:
                content.append(line.text[at : piece.ends])
                break
            found = waiting[-1]
            if at < found.begins:
                content.append(line.text[at : found.begins])
            if at <= found.begins:
                content.append(_Value(_value(found, fields)))
            at = min(found.ends, piece.ends)
            if found.ends <= piece.ends:
                waiting.pop()
    return contents


def _value(found: WrittenPlaceholder, fields: Mapping[str, str]) -> str:
    if found.name not in fields:
        raise UserError("This paper has no field “{name}”; take it out of the template.", name=found.name)
    return permitted(fields[found.name])


def _rewrite(run: etree._Element, changed: Mapping[int, _Content], language: str) -> None:
    """Put runs with the new content in the place of one run; each has its look."""
    look = run.find(w("rPr"))
    made = [_like(run, look)]
    for child in list(run):
        if child is look:
            continue
        content = changed.get(id(child)) if child.tag == w("t") else None
        if content is None:
            made[-1].append(child)
            continue
        for part in content:
            for script, words in _pieces(part, language):
                if script is Script.WESTERN:
                    _write(made[-1], words)
                else:
                    made.append(_in_script(_like(run, look), script))
                    _write(made[-1], words)
                    made.append(_like(run, look))
    parent = run.getparent()
    assert parent is not None
    place = parent.index(run)
    parent[place : place + 1] = [one for one in made if any(child.tag != w("rPr") for child in one)]
    if parent.tag == w("hyperlink") and len(parent) == 0 and (above := parent.getparent()) is not None:
        above.remove(parent)


def _pieces(part: str | _Value, language: str) -> Iterator[tuple[Script, str]]:
    if isinstance(part, _Value):
        yield from by_script(part.words, east_asian=is_east_asian(language))
    else:
        yield Script.WESTERN, part


def _like(run: etree._Element, look: etree._Element | None) -> etree._Element:
    made = etree.Element(run.tag, nsmap=run.nsmap)
    if look is not None:
        made.append(deepcopy(look))
    return made


def _in_script(run: etree._Element, script: Script) -> etree._Element:
    look = run.find(w("rPr"))
    if look is None:
        look = etree.SubElement(run, w("rPr"))
    if script is Script.EAST_ASIAN:
        fonts = look.find(w("rFonts"))
        if fonts is None:
            fonts = etree.Element(w("rFonts"))
            look.insert(1 if len(look) and look[0].tag == w("rStyle") else 0, fonts)
        fonts.set(w("hint"), "eastAsia")
    return run


def _write(run: etree._Element, words: str) -> None:
    for number, line in enumerate(words.replace("\r\n", "\n").replace("\r", "\n").split("\n")):
        if number:
            etree.SubElement(run, w("br"))
        for place, piece in enumerate(line.split("\t")):
            if place:
                etree.SubElement(run, w("tab"))
            if piece:
                text = etree.SubElement(run, w("t"))
                text.set(_SPACE, "preserve")
                text.text = piece
