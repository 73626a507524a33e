"""What stands within a line: runs, page numbers, and units with their control and bookmark."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple, assert_never

from dialogue_prep.documents.languages import is_east_asian, office_tag
from dialogue_prep.documents.model import Field, FieldKind, Inline, Run, Unit
from dialogue_prep.documents.word.characters import Script, by_script, escaped, permitted
from dialogue_prep.documents.word.tags import bookmark_of, tag_of
from dialogue_prep.domain.draft import Profile

_INSTRUCTIONS = {FieldKind.PAGE: "PAGE", FieldKind.PAGES: "NUMPAGES"}
_UPRIGHT = '<w:i w:val="0"/>'
_RIGHT_TO_LEFT_LANGUAGES = ("ar", "fa", "he", "ur")


class _Look(NamedTuple):
    """How a run looks, in the order in which Word wants it: its style before its fonts, all else after them."""

    style: str = ""
    bold: str = ""
    slant: str = ""
    own: str = ""


class LineWriter:
    """Writes inlines as WordprocessingML; identifiers count up from 1 through one file, so that none is there twice."""

    def __init__(self, language: str, profile: Profile, placeholder_style: str) -> None:
        self._language = language
        self._controls = profile is Profile.WORD
        self._bookmarks = profile is not Profile.READING
        self._placeholder = _Look(style=f'<w:rStyle w:val="{placeholder_style}"/>')
        self._slanted = False
        self._last_id = 0

    def write(self, inlines: Iterable[Inline], *, slanted: bool = False) -> str:
        """Return the inlines as the content of a paragraph, whose style may be one that is slanted."""
        self._slanted = slanted
        parts = []
        for inline in inlines:
            match inline:
                case Run():
                    parts.append(self._run(inline))
                case Field():
                    parts.append(_field(inline))
                case Unit():
                    parts.append(self._unit(inline))
                case _:
                    assert_never(inline)
        return "".join(parts)

    def write_parts(self, parts: Sequence[Sequence[Inline]]) -> list[str]:
        """Return the contents of the paragraphs of one unit, which ends the first of them.

        One bookmark goes around all of its words; a control within a line could not.
        """
        *before, unit = parts[0]
        assert isinstance(unit, Unit)
        begin, end = self._bookmark(unit)
        contents = [self.write(before) + begin + self.write(unit.runs), *map(self.write, parts[1:])]
        return [*contents[:-1], contents[-1] + end]

    def anchored(self, name: str, content: str) -> str:
        """Return the content of a paragraph with a bookmark around it."""
        self._last_id += 1
        id_ = self._last_id
        return f'<w:bookmarkStart w:id="{id_}" w:name="{name}"/>{content}<w:bookmarkEnd w:id="{id_}"/>'

    def _unit(self, unit: Unit) -> str:
        empty = not permitted(unit.text)
        content = self._prompt(unit) if empty else "".join(self._run(run) for run in unit.runs)
        if not self._bookmarks:
            return content
        begin, end = self._bookmark(unit)
        if self._controls and unit.editable:
            # Word then takes the prompt for a placeholder: a click marks it whole and typing replaces it.
            showing = "<w:showingPlcHdr/>" if empty else ""
            content = (
                f'<w:sdt><w:sdtPr><w:tag w:val="{tag_of(unit.key)}"/><w:id w:val="{self._last_id}"/>{showing}</w:sdtPr>'
                f"<w:sdtContent>{content}</w:sdtContent></w:sdt>"
            )
        return begin + content + end

    def _bookmark(self, unit: Unit) -> tuple[str, str]:
        """Return what stands before and behind the words of a unit."""
        if not self._bookmarks:
            return "", ""
        self._last_id += 1
        id_, name = self._last_id, bookmark_of(tag_of(unit.key))
        return f'<w:bookmarkStart w:id="{id_}" w:name="{name}"/>', f'<w:bookmarkEnd w:id="{id_}"/>'

    def _prompt(self, unit: Unit) -> str:
        return self._pieces(unit.prompt, self._placeholder, unit.key.language or self._language)

    def _run(self, run: Run) -> str:
        look = self._placeholder if run.missing else _look(run)
        text = permitted(run.text)
        if run.link:
            shown = self._pieces(text, look, run.language or self._language)
            return f'<w:fldSimple w:instr="{escaped(_leading_to(run.link))}">{shown}</w:fldSimple>'
        if text.isascii() and not run.language:
            said = "".join(look)
            properties = f"<w:rPr>{said}</w:rPr>" if said else ""
            return f"<w:r>{properties}{_words(text)}</w:r>" if text else ""
        return self._pieces(text, look, run.language or self._language)

    def _pieces(self, text: str, look: _Look, language: str) -> str:
        return "".join(
            f"<w:r>{self._properties(script, look, language)}{_words(piece)}</w:r>"
            for script, piece in by_script(permitted(text), east_asian=is_east_asian(language))
        )

    def _properties(self, script: Script, look: _Look, language: str) -> str:
        match script:
            case Script.EAST_ASIAN:
                tag = office_tag(language if is_east_asian(language) else "zh-Hans")
                # Chinese is not slanted, whatever a style says.
                upright = _UPRIGHT if look.style or self._slanted else ""
                said = f'{look.style}<w:rFonts w:hint="eastAsia"/>{look.bold}{upright}{look.own}'
                return f'<w:rPr>{said}<w:lang w:eastAsia="{escaped(tag)}"/></w:rPr>'
            case Script.RIGHT_TO_LEFT:
                tag = office_tag(language if language.split("-", maxsplit=1)[0] in _RIGHT_TO_LEFT_LANGUAGES else "ar")
                return f'<w:rPr>{"".join(look)}<w:rtl/><w:lang w:bidi="{escaped(tag)}"/></w:rPr>'
            case Script.WESTERN:
                # Figures and names in Western letters within Chinese words are of no language of their own.
                foreign = language != self._language and not is_east_asian(language)
                tag = f'<w:lang w:val="{escaped(office_tag(language))}"/>' if foreign else ""
                said = "".join(look) + tag
                return f"<w:rPr>{said}</w:rPr>" if said else ""


def _look(run: Run) -> _Look:
    underline = '<w:u w:val="single"/>' if run.underline or run.link else ""
    return _Look(
        bold="<w:b/><w:bCs/>" if run.strong else "",
        slant="<w:i/><w:iCs/>" if run.emphasis else "",
        own=underline + ('<w:vertAlign w:val="superscript"/>' if run.superscript else ""),
    )


def _leading_to(address: str) -> str:
    # A field holds its address itself; a hyperlink would need a relationship of the part.
    quoted = address.replace("\\", "/").replace('"', "%22")
    return f' HYPERLINK "{quoted}" '


def _field(field: Field) -> str:
    # The number is what shows until an office program has laid out the pages, which it does on opening.
    return f'<w:fldSimple w:instr=" {_INSTRUCTIONS[field.kind]} "><w:r><w:t>1</w:t></w:r></w:fldSimple>'


def _words(text: str) -> str:
    if "\n" not in text and "\t" not in text and "\r" not in text:
        return f'<w:t xml:space="preserve">{escaped(text)}</w:t>'
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return "<w:br/>".join(
        "<w:tab/>".join(
            f'<w:t xml:space="preserve">{escaped(piece)}</w:t>' if piece else "" for piece in line.split("\t")
        )
        for line in lines
    )
