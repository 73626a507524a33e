"""Properties of the old file as the new one can hold them: a style by its name, nothing that only the old one has."""

from __future__ import annotations

from copy import deepcopy

from lxml import etree

from dialogue_prep.documents.word.foreign import ForeignFile, W

_KINDS = {W + "pStyle": "paragraph", W + "rStyle": "character", W + "tblStyle": "table"}


class Borrowed:
    """Takes properties from one file into another."""

    def __init__(self, old: ForeignFile, new: ForeignFile) -> None:
        names = {(kind, name): id_ for (kind, id_), name in _styles(new).items()}
        self._ids = {
            (kind, id_): names[kind, name] for (kind, id_), name in _styles(old).items() if (kind, name) in names
        }
        # Where lists are numbered alike a deleted item keeps its number; elsewhere the number is of another list.
        self._same_lists = _numbering(old) == _numbering(new)

    def of_run(self, properties: etree._Element) -> etree._Element:
        """Return the properties of a run."""
        return self._cleaned(deepcopy(properties))

    def of_paragraph(self, properties: etree._Element) -> etree._Element:
        """Return the properties of a paragraph; the section that it ends is not taken along."""
        copy = self._cleaned(deepcopy(properties))
        left = [W + "sectPr", *([] if self._same_lists else [W + "numPr"])]
        for child in [child for child in copy if child.tag in left]:
            copy.remove(child)
        return copy

    def table(self, table: etree._Element) -> etree._Element:
        """Return a whole table or row; the paragraphs in it are as they were."""
        copy = deepcopy(table)
        self._restyle(copy, W + "tblStyle")
        return copy

    def _restyle(self, copy: etree._Element, *names: str) -> None:
        for element in list(copy.iter(*names)):
            id_ = self._ids.get((_KINDS[element.tag], element.get(W + "val", "")))
            if id_ is None:
                element.getparent().remove(element)
            else:
                element.set(W + "val", id_)

    def _cleaned(self, copy: etree._Element) -> etree._Element:
        self._restyle(copy, W + "pStyle", W + "rStyle")
        for child in [child for child in copy if not str(child.tag).startswith(W)]:
            copy.remove(child)
        return copy


def _styles(file: ForeignFile) -> dict[tuple[str, str], str]:
    """Return the name of each style, in small letters, by its kind and identifier."""
    found: dict[tuple[str, str], str] = {}
    for part in file.related("styles"):
        for style in file.tree(part).iter(W + "style"):
            name = style.find(W + "name")
            if name is not None:
                found[style.get(W + "type", ""), style.get(W + "styleId", "")] = name.get(W + "val", "").casefold()
    return found


def _numbering(file: ForeignFile) -> list[bytes]:
    return [file.parts[name] for name in file.related("numbering")]
